import { jointRoll } from '../rules/joint.ts'
import { type LiveLine, liveRoll } from '../rules/live-roll.ts'
import { type RollLine, rollOf } from '../rules/roll.ts'
import type { MeetingGround } from './record.ts'

/** The list that is called at a meeting; at a joint one that of each body under its own. */
export function linesOf({ meeting, membership, offices, tables }: MeetingGround): readonly RollLine[] {
  if (tables.length === 0) return rollOf(meeting.id, membership.seats, offices)
  return jointRoll(tables.map((own) => ({ body: own.meeting.body, lines: rollOf(meeting.id, own.membership.seats, own.offices) })))
}

/** A meeting as one body at its table has it; the meeting itself where one body meets. Undefined for a body that is not at the table. */
export function tableOf(ground: MeetingGround, body: string): MeetingGround | undefined {
  if (ground.tables.length === 0) return ground.meeting.body.id === body ? ground : undefined
  return ground.tables.find((own) => own.meeting.body.id === body)
}

/** Each body at the table with its own roll, quorum and attendance; the meeting itself where one body meets. */
export function bodiesOf(ground: MeetingGround): readonly MeetingGround[] {
  return ground.tables.length === 0 ? [ground] : ground.tables
}

/** The list of a meeting with everything recorded of each place so far; at a joint one by body, as each counts it. */
export function liveLines(ground: MeetingGround): readonly LiveLine[] {
  const lines = linesOf(ground)
  return bodiesOf(ground).flatMap(({ meeting, attendance }) => {
    const own = lines.filter(({ body }) => body === undefined || body.id === meeting.body.id)
    return liveRoll(own, attendance.stays, attendance.absences)
  })
}

/** What a form offers of whose decision it is: each body at a joint table, and all of them, each for itself; nothing where one body meets. */
export function bodyOffers({ tables }: MeetingGround): readonly { readonly value: string; readonly text: string }[] {
  if (tables.length === 0) return []
  const each = { value: 'each', text: tables.length === 2 ? 'Both boards, each for itself' : 'All boards, each for itself' }
  return [...tables.map(({ meeting: { body } }) => ({ value: body.id, text: body.name })), each]
}

/** The functions of the terms of every body at the table, each once. */
export function functionsOf(ground: MeetingGround): readonly { readonly value: string; readonly text: string }[] {
  const all = bodiesOf(ground).flatMap(({ terms }) => (terms?.functions.value ?? []).map(({ key, name }) => ({ value: key, text: name })))
  return [...new Map(all.toReversed().map((one) => [one.value, one])).values()].toReversed()
}

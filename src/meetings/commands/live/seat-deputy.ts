import { judgeDeputy } from '#governance/public.ts'
import { agreeDeputyForMeeting, findPeopleNames, findStanding } from '#governance/public-data.ts'
import type { Writer } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { guardedMeeting, type Meeting } from '../../queries/meeting.ts'
import type { MeetingGround } from '../../queries/record.ts'
import { tableOf } from '../../queries/roll-lines.ts'
import { moved } from '../../rules/come-and-go.ts'
import { type Authorisation, deputyFacts } from '../../rules/deputy-facts.ts'
import type { RollLine } from '../../rules/roll.ts'
import { addStay, attendanceChanges, isBeforeFirstItem, keyOf, liveGround } from './come-and-go.ts'
import { currentChair } from './take-chair.ts'
import { type EntryHead, type Taken, takeEntry } from './take-entry.ts'

/** Somebody who has come in a member's place. */
export interface DeputyInput {
  /** The line of the member, as `RollLine` names it. */
  readonly line: string
  readonly person: string
  /** The chair has agreed, and the core members were told, here in the room. */
  readonly agreed: boolean
  /** Not as a deputy: in attendance only, neither counted nor voting. */
  readonly onlyAttends: boolean
}

/**
 * Lets a deputy take a member's place where the terms accept it (G7); where they do not, says why, and what would help. The chair's agreement given
 * in the room is recorded with it.
 */
export async function seatDeputy(
  needs: Pick<CommandNeeds, 'db'>,
  doer: Doer,
  meetingId: string,
  head: EntryHead,
  input: DeputyInput,
): Promise<Result<string, FieldProblem>> {
  return takeEntry(needs, doer, meetingId, head, async (tx, meeting) => {
    await demand(tx, doer, guardedMeeting(meeting), 'record')
    const { ground, lines } = await liveGround(tx, meetingId)
    const line = lines.find(({ field }) => field === input.line)
    const name = (await findPeopleNames(tx, [input.person])).get(input.person)
    if (!line || line.seat === null) return fail({ field: 'line', code: 'line-unknown' })
    if (name === undefined) return fail({ field: 'person', code: 'choice-unknown' })
    const own = ground.attendance.stays.filter(({ person }) => person === input.person)
    if (own.some(({ to }) => to === null)) return fail({ field: 'person', code: 'in-the-room-already', details: { name } })
    const change = moved(own, 'arrive', head.happenedAt, await isBeforeFirstItem(tx, meetingId))
    const from = change.kind === 'open' ? change.from : head.happenedAt
    const place = { person: input.person, name, seat: line.seat, place: line.place, deputy: true, capacity: line.capacity }
    if (input.onlyAttends) {
      const capacity = `in attendance in place of ${line.person?.name ?? line.seatName}`
      const stay = await addStay(tx, meeting, { ...place, seat: null, place: null, deputy: false, capacity }, 'in_room', from)
      return succeed({ outcome: stay, changed: attendanceChanges })
    }
    const table = tableOf(ground, line.body?.id ?? meeting.body) ?? ground
    const refusal = await refusalOf(tx, doer, meeting, table, line, { ...input, name })
    if (refusal) return fail(refusal)
    return succeed<Taken>({ outcome: await addStay(tx, meeting, place, 'in_room', from), changed: attendanceChanges })
  })
}

/** What the terms say against it; with the chair's agreement that is recorded first. */
async function refusalOf(
  tx: Writer,
  doer: Doer,
  meeting: Meeting,
  ground: MeetingGround,
  line: RollLine,
  { person, agreed, name }: DeputyInput & { readonly name: string },
): Promise<FieldProblem | undefined> {
  const here = ground.attendance.stays.filter(({ to }) => to === null)
  if (here.some((stay) => stay.deputy && stay.place === keyOf(line))) return { field: 'line', code: 'place-has-deputy' }
  const chair = currentChair(ground)
  if (agreed && chair?.person == null) return { field: 'agreed', code: 'no-chair-to-agree' }
  // Who may sit in for a place is written down by the clerk of the body that it belongs to.
  const isOwn = ground.meeting.body.id === meeting.body || (await findStanding(tx, doer)).clerkOf.has(ground.meeting.body.id)
  if (agreed && !isOwn) return { field: 'agreed', code: 'agreed-by-its-clerk' }
  const found = authorisationOf(ground, line, person)
  const authorisation = agreed ? { ...(found ?? agreedNow), agreedByChair: true, membersToldOn: meeting.heldOn } : found
  const facts = deputyFacts({ person, place: keyOf(line) }, authorisation, here, meeting.heldOn)
  const verdict = judgeDeputy(ground.terms?.deputies.value ?? null, facts)
  if (!verdict.accepted) return { field: 'person', code: 'deputy-refused', details: { name, problems: verdict.problems.join(' ') } }
  if (agreed && chair?.person && line.seat !== null) {
    const place = { body: ground.meeting.body.id, seat: line.seat, place: line.place ?? 1 }
    await agreeDeputyForMeeting(tx, doer, { ...place, person, meeting: meeting.id, heldOn: meeting.heldOn, agreedBy: chair.person })
  }
  return undefined
}

const agreedNow: Authorisation = { basis: 'agreed_by_chair', mayDecide: false, agreedByChair: true, membersToldOn: undefined }

function authorisationOf({ membership, meeting }: MeetingGround, line: RollLine, person: string): Authorisation | undefined {
  const deputies = membership.seats.find(({ id }) => id === line.seat)?.places.find(({ place }) => place === line.place)?.deputies ?? []
  const found = deputies.find((one) => one.person.id === person && (one.meeting === undefined || one.meeting === meeting.id))
  return found && { ...found, agreedByChair: found.agreedBy !== undefined }
}

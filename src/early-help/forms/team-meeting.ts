import { z } from 'zod'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { day, optionalTime, time } from '#platform/web/day-fields.ts'
import {
  formOf,
  longText,
  optionalChoice,
  optionalLongText,
  optionalText,
  parseForm,
  text,
  ticked,
  uuid,
  version,
} from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import { whoField } from './plan.ts'

const meetingForm = z.object({
  ...{
    heldOn: day(),
    startsAt: time(),
    endsAt: optionalTime(),
    place: optionalText(200),
    isReview: ticked(),
    version: z.optional(version()),
  },
})
/** A meeting as it is planned. */
export type TeamMeetingInput = z.output<typeof meetingForm>
/** Reads a meeting; it ends after it begins. */
export function parseTeamMeeting(body: FormBody): Result<TeamMeetingInput, FieldProblem> {
  const parsed = parseForm(meetingForm, body)
  return parsed.ok && parsed.value.endsAt && Temporal.PlainTime.compare(parsed.value.startsAt, parsed.value.endsAt) >= 0
    ? fail({ field: 'endsAt', code: 'ends-before' })
    : parsed
}
/** Reads an item of a meeting. */
export const parseItem = formOf(z.object({ title: text(300) }))
/** Reads a note. */
export const parseNote = formOf(z.object({ words: longText(20_000) }))
/** Reads a note that is changed. */
export const parseNoteChange = formOf(z.object({ words: longText(20_000), version: version() }))
/** Reads an action that is taken at a meeting. */
export const parseMeetingAction = formOf(z.object({ need: uuid(), what: longText(5000), who: whoField(), dueOn: day(), inRoom: ticked() }))
/** Reads that a meeting begins or ends. */
export const parseStep = formOf(z.object({ version: version() }))
/** Reads minutes; ticked where they are approved and stay as they are. */
export const parseMinutes = formOf(z.object({ minutes: optionalLongText(50_000), isApproved: ticked(), version: version() }))
/** Reads why a meeting is cancelled. */
export const parseCancel = formOf(z.object({ because: longText(2000), version: version() }))

const presences = ['invited', 'attended', 'apologies', 'absent'] as const
/** Whoever is asked to a meeting, and whether they came. */
export interface PresenceInput {
  readonly member: string | null
  readonly relative: string | null
  readonly presence: 'invited' | 'attended' | 'apologies' | 'absent'
  readonly hasReport: boolean
}
/** Reads who is asked and who came, of those that the form names; whoever has no answer is not asked. */
export function parsePresence(
  body: FormBody,
  people: readonly { readonly member: string | null; readonly relative: string | null }[],
): Result<readonly PresenceInput[], FieldProblem> {
  const given: PresenceInput[] = []
  for (const [at, person] of people.entries()) {
    const parsed = parseForm(z.object({ [`presence${at}`]: optionalChoice(presences), [`report${at}`]: ticked() }), body)
    if (!parsed.ok) return parsed
    const presence = parsed.value[`presence${at}`] as (typeof presences)[number] | undefined
    if (presence !== undefined) given.push({ ...person, presence, hasReport: parsed.value[`report${at}`] === true })
  }
  return succeed(given)
}

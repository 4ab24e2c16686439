import type { Context } from 'hono'
import { findStanding } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import type { FieldProblem, Result } from '#platform/result.ts'
import { isUuid } from '#platform/web/fields.ts'
import { type FormBody, type FormState, formState } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { demandOf } from '../permission.ts'
import { findMinutes, guardedMinutes, type Minutes } from '../queries/minutes.ts'
import { findRecordedMeeting, type RecordedMeeting } from '../queries/record.ts'
import { minutesProblemWords } from '../words/minutes.ts'

/** A request below the address of a meeting. */
export type At = Context<AppEnv, '/meetings/:id'>

/** The meeting that an address names. @throws NotFound */
export async function meetingAt(reader: Reader, c: At): Promise<RecordedMeeting> {
  const id = c.req.param('id')
  const meeting = isUuid(id) ? await findRecordedMeeting(reader, id) : undefined
  if (!meeting) throw new NotFound('No such meeting.')
  return meeting
}

/** The minutes that somebody may take a step with. @throws NotFound, Forbidden, SignInNeeded */
export async function minutesFor(reader: Reader, c: At, verb: string): Promise<{ meeting: RecordedMeeting; minutes: Minutes }> {
  const visit = c.get('visit')
  const meeting = await meetingAt(reader, c)
  const minutes = await findMinutes(reader, meeting.id)
  if (!minutes) throw new NotFound('No minutes.')
  demandOf(await findStanding(reader, visit), visit, guardedMinutes(minutes), verb)
  return { meeting, minutes }
}

/** A form that came back: what was typed, what is wrong, and whether somebody else saved first. */
export interface Typed {
  readonly body: FormBody
  readonly problems: readonly FieldProblem[]
  readonly stale: boolean
}

/** A refused form, ready to be shown again. */
export const stateOf = (body: FormBody, refused: Extract<Result<never, FieldProblem>, { ok: false }>): FormState =>
  formState(body, refused.problems, minutesProblemWords)

import { findBodyById } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { LONDON } from '#platform/time/london.ts'
import type { Meeting } from '../../queries/meeting.ts'
import { calendarOf, findRulesOn } from '../../queries/submissions.ts'
import { countWords, type NoticeTest, type SubmissionKind, testNotice } from '../../rules/submission.ts'

/** What is tested when something comes. */
export interface Brought {
  readonly kind: SubmissionKind
  readonly text: string
  readonly at: Temporal.Instant
}

/** Tests what came against the body's rule of the meeting's day: what the body does not take, and what is too long, is refused at once; lateness is told and left to a person. */
export async function testSubmission(
  reader: Reader,
  meeting: Pick<Meeting, 'body' | 'heldOn'>,
  { kind, text, at }: Brought,
): Promise<Result<NoticeTest, FieldProblem>> {
  if (kind === 'whip') return succeed({ state: 'no-rule' })
  const rule = (await findRulesOn(reader, meeting.body, meeting.heldOn)).get(kind)
  const body = await findBodyById(reader, meeting.body, meeting.heldOn)
  const calendar = await calendarOf(reader, body?.settings?.holidayDivision)
  const london = at.toZonedDateTimeISO(LONDON)
  const test = testNotice(rule, meeting.heldOn, { day: london.toPlainDate(), time: london.toPlainTime() }, calendar)
  if (test.state === 'not-taken') return fail({ field: 'kind', code: 'submission-not-taken' })
  const words = countWords(text)
  if (rule?.mostWords && words > rule.mostWords)
    return fail({ field: 'text', code: 'submission-too-many-words', details: { most: rule.mostWords, words } })
  return succeed(test)
}

import type { Guarded } from '#governance/public.ts'
import { findCalendar } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { Category } from '../rules/agenda.ts'
import type { Sight } from '../rules/meeting.ts'
import type { MinutedSubmission } from '../rules/minutes-entries.ts'
import type { NoticeTest, RuledKind, SubmissionKind, SubmissionRule, SubmissionState } from '../rules/submission.ts'
import { answeredWords, fromWords, submissionKindWords } from '../words/submission.ts'
import type { Meeting } from './meeting.ts'

/** Something that was brought to a meeting, without the name of who did (M13). */
export interface Submission {
  readonly id: string
  readonly meeting: string
  readonly body: string
  readonly sight: Sight
  readonly category: Category
  readonly kind: SubmissionKind
  readonly item: string | null
  readonly title: string
  readonly text: string
  /** '' where the name is withheld, or nobody has accepted it yet. */
  readonly shownName: string
  readonly withheld: boolean
  readonly signatures: number | null
  readonly receivedAt: Temporal.Instant
  readonly notice: NoticeTest
  readonly state: SubmissionState
  readonly reason: string
  readonly answerKind: 'oral' | 'written' | 'later' | null
  readonly answer: string
  readonly answeredBy: string
  readonly answerDue: Temporal.PlainDate | null
  readonly supplementary: string
  readonly supplementaryAnswer: string
  readonly decision: string | null
  readonly action: string | null
  readonly version: number
}

const rows = (reader: Reader) => reader.selectFrom('meetings.submission').selectAll()
type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]

function submissionOf(row: Row): Submission {
  return {
    id: row.id,
    meeting: row.meeting,
    body: row.body,
    sight: row.sight as Sight,
    category: row.category as Category,
    kind: row.kind as SubmissionKind,
    item: row.item,
    title: row.title,
    text: row.text,
    shownName: row.shown_name,
    withheld: row.withheld,
    signatures: row.signatures,
    receivedAt: row.received_at,
    notice: row.notice as NoticeTest,
    state: row.state as SubmissionState,
    reason: row.reason,
    answerKind: row.answer_kind as Submission['answerKind'],
    answer: row.answer,
    answeredBy: row.answered_by,
    answerDue: row.answer_due,
    supplementary: row.supplementary,
    supplementaryAnswer: row.supplementary_answer,
    decision: row.decision,
    action: row.action,
    version: row.version,
  }
}

/** One of them; undefined where there is none that the reader may know of. */
export async function findSubmission(reader: Reader, id: string): Promise<Submission | undefined> {
  const row = isUuid(id) ? await rows(reader).where('id', '=', id).executeTakeFirst() : undefined
  return row && submissionOf(row)
}

/** What was brought to a meeting that the reader may see, the earliest first. */
export async function findSubmissions(reader: Reader, meeting: string): Promise<readonly Submission[]> {
  return (await rows(reader).where('meeting', '=', meeting).orderBy('received_at').orderBy('id').execute()).map(submissionOf)
}

/** What was brought to any meeting of a board that the reader may see, with the day of the meeting, the latest first; 1,000 at most. */
export async function findSubmissionsOfBoard(
  reader: Reader,
  body: string,
): Promise<readonly (Submission & { readonly heldOn: Temporal.PlainDate })[]> {
  const found = await reader
    .selectFrom('meetings.submission as s')
    .innerJoin('meetings.meeting as m', 'm.id', 's.meeting')
    .selectAll('s')
    .select('m.held_on as heldOn')
    .where('s.body', '=', body)
    .where('s.state', '=', 'accepted')
    .orderBy('m.held_on', 'desc')
    .orderBy('s.id')
    .limit(1000)
    .execute()
  return found.map(({ heldOn, ...row }) => ({ ...submissionOf(row), heldOn }))
}

/** Who brought it and how to write back; undefined for everybody but the clerk and whoever brought it. */
export async function findSubmitter(
  reader: Reader,
  submission: string,
): Promise<{ readonly name: string; readonly email: string } | undefined> {
  return reader.selectFrom('meetings.submission_person').select(['name', 'email']).where('submission', '=', submission).executeTakeFirst()
}

/** The address that whoever brought something from outside confirmed; undefined where there is none, it is forgotten, or the reader may not know. */
export async function findConfirmedAddress(reader: Reader, submission: string): Promise<string | undefined> {
  const row = await reader
    .selectFrom('meetings.submission_person as p')
    .innerJoin('meetings.submission as s', 's.id', 'p.submission')
    .select('p.email')
    .where('s.id', '=', submission)
    // What the clerk typed for somebody was never confirmed.
    .where('s.made_by', 'is', null)
    .where('p.email', '<>', '')
    .executeTakeFirst()
  return row?.email
}

/** What was accepted for a meeting, as minutes tell it. */
export async function findMinutedSubmissions(
  reader: Reader,
  meeting: string,
): Promise<readonly { readonly item: string | null; readonly category: Category; readonly submission: MinutedSubmission }[]> {
  const accepted = (await findSubmissions(reader, meeting)).filter(({ state }) => state === 'accepted')
  return accepted.map((one) => ({
    item: one.item,
    category: one.category,
    submission: {
      id: one.id,
      what: submissionKindWords[one.kind],
      from: fromWords(one),
      text: one.text,
      signed: one.signatures === null ? '' : `signed by ${one.signatures} ${one.signatures === 1 ? 'person' : 'people'}`,
      answered: answeredWords(one),
      answer: one.answer,
      supplementary: one.supplementary,
      supplementaryAnswer: one.supplementaryAnswer,
    },
  }))
}

/** A rule of a body on one kind, with the days on which it holds. */
export interface KeptRule extends SubmissionRule {
  readonly body: string
  readonly kind: RuledKind
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate | null
  readonly version: number
}

/** Every rule of a body, kind by kind, the latest first. */
export async function findSubmissionRules(reader: Reader, body: string): Promise<readonly KeptRule[]> {
  const found = await reader
    .selectFrom('meetings.submission_rule')
    .selectAll()
    .where('body', '=', body)
    .orderBy('kind')
    .orderBy('starts_on', 'desc')
    .execute()
  return found.map((row) => ({
    id: row.id,
    body: row.body,
    kind: row.kind as RuledKind,
    taken: row.taken,
    mode: row.mode as SubmissionRule['mode'],
    days: row.days,
    cutOff: row.cut_off === null ? null : row.cut_off.slice(0, 5),
    mostWords: row.most_words,
    signaturesToAnswer: row.signatures_to_answer,
    signaturesToDebate: row.signatures_to_debate,
    source: row.source,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    version: row.version,
  }))
}

/** The rules that hold on the day of a meeting, by kind. */
export async function findRulesOn(reader: Reader, body: string, day: Temporal.PlainDate): Promise<ReadonlyMap<SubmissionKind, KeptRule>> {
  const holds = ({ startsOn, endsOn }: KeptRule): boolean =>
    Temporal.PlainDate.compare(startsOn, day) <= 0 && (endsOn === null || Temporal.PlainDate.compare(day, endsOn) < 0)
  return new Map((await findSubmissionRules(reader, body)).filter(holds).map((rule) => [rule.kind, rule]))
}

/** The calendar by which a body counts days. */
export function calendarOf(reader: Reader, division: string | undefined) {
  return findCalendar(reader, division ?? 'england-and-wales')
}

/** Something that was brought, as the access matrix names it. */
export function guardedSubmission({ sight, body, meeting }: Pick<Submission, 'sight' | 'body' | 'meeting'>): Guarded {
  return { record: 'submission', state: sight, ties: { body, meeting } }
}

/** The letter box of a meeting, as the access matrix names it: its state is who may know of the meeting. */
export function guardedBox({ id, body, sight, access }: Pick<Meeting, 'id' | 'body' | 'sight' | 'access'>): Guarded {
  return { record: 'question-box', state: sight === 'public' && access !== 'public' ? 'members' : sight, ties: { body, meeting: id } }
}

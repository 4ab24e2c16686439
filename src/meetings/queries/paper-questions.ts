import type { Guarded } from '#governance/public.ts'
import type { Reader } from '#platform/database/session.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { Category } from '../rules/agenda.ts'
import { isUnanswered } from '../rules/paper-question.ts'

/** What a member asked the author of a paper before the meeting (M4). */
export interface PaperQuestion {
  readonly id: string
  readonly paper: string
  readonly item: string
  readonly meeting: string
  readonly body: string
  /** 'public' once the clerk has published question and answer. */
  readonly sight: 'members' | 'public'
  readonly category: Category
  /** Person who asks, and their name. */
  readonly person: string
  readonly name: string
  readonly text: string
  readonly askedAt: Temporal.Instant
  /** '' until somebody answers. */
  readonly answer: string
  readonly answeredBy: string
  readonly answeredAt: Temporal.Instant | undefined
  readonly version: number
}

const rows = (reader: Reader) => reader.selectFrom('meetings.paper_question').selectAll()
type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]

const questionOf = (row: Row): PaperQuestion => ({
  id: row.id,
  paper: row.paper,
  item: row.item,
  meeting: row.meeting,
  body: row.body,
  sight: row.sight as PaperQuestion['sight'],
  category: row.category as Category,
  person: row.person,
  name: row.name,
  text: row.text,
  askedAt: row.asked_at,
  answer: row.answer,
  answeredBy: row.answered_by,
  answeredAt: row.answered_at ?? undefined,
  version: row.version,
})

/** One question; undefined where there is none that the reader may know of. */
export async function findPaperQuestion(reader: Reader, id: string): Promise<PaperQuestion | undefined> {
  const row = isUuid(id) ? await rows(reader).where('id', '=', id).executeTakeFirst() : undefined
  return row && questionOf(row)
}

/** What was asked about these papers, the earliest first, as far as the reader may see it. */
export async function findPaperQuestions(reader: Reader, papers: readonly string[]): Promise<readonly PaperQuestion[]> {
  if (papers.length === 0) return []
  return (await rows(reader).where('paper', 'in', papers).orderBy('asked_at').orderBy('id').execute()).map(questionOf)
}

/** How many questions wait for an answer, by paper; papers without any are left out. */
export async function countUnanswered(reader: Reader, papers: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const waiting = (await findPaperQuestions(reader, papers)).filter(isUnanswered)
  return new Map([...Map.groupBy(waiting, ({ paper }) => paper)].map(([paper, questions]) => [paper, questions.length]))
}

/** A question as the access matrix names it. `author` is the author of the paper. */
export function guardedQuestion({ sight, body, meeting }: PaperQuestion, author: string): Guarded {
  return { record: 'paper-question', state: sight, ties: { body, meeting, author } }
}

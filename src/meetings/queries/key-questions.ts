import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'

/** A set of questions that a board asks of papers of a kind (S2). */
export interface QuestionSet {
  readonly id: string
  readonly body: string
  /** Code of the list 'item-kind'. */
  readonly kind: string
  readonly title: string
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate | undefined
  readonly questions: readonly { readonly id: string; readonly words: string }[]
  readonly version: number
}

/** A key question of an item, with what the author of a paper answered. */
export interface AskedKeyQuestion {
  readonly id: string
  readonly words: string
  /** '' while it is not answered, or where the reader may not have it. */
  readonly answer: string
}

/** The sets of a board, the present ones first. */
export async function listQuestionSets(reader: Reader, body: string): Promise<readonly QuestionSet[]> {
  const sets = await reader
    .selectFrom('meetings.question_set')
    .selectAll()
    .where('body', '=', body)
    .orderBy(sql`ends_on is not null`)
    .orderBy('title')
    .orderBy('id')
    .execute()
  if (sets.length === 0) return []
  const questions = await reader
    .selectFrom('meetings.key_question')
    .select(['id', 'question_set as of', 'words'])
    .where(
      'question_set',
      'in',
      sets.map(({ id }) => id),
    )
    .orderBy('position')
    .execute()
  return sets.map((row) => ({
    ...{ id: row.id, body: row.body, kind: row.kind, title: row.title, version: row.version },
    ...{ startsOn: row.starts_on, endsOn: row.ends_on ?? undefined },
    questions: questions.filter(({ of }) => of === row.id).map(({ id, words }) => ({ id, words })),
  }))
}

/** The id of the set that is asked of an item; undefined for none, and for whoever may not read the item. */
export async function findSetOfItem(reader: Reader, item: string): Promise<string | undefined> {
  const row = await reader.selectFrom('meetings.item_questions').select('question_set as set').where('item', '=', item).executeTakeFirst()
  return row?.set
}

/** The key questions of some papers, each with its author's answer, by paper; a paper of which nothing is asked is not in it. */
export async function findKeyQuestions(
  reader: Reader,
  papers: readonly string[],
): Promise<ReadonlyMap<string, readonly AskedKeyQuestion[]>> {
  if (papers.length === 0) return new Map()
  const rows = await reader
    .selectFrom('meetings.paper as p')
    .innerJoin('meetings.item_questions as q', 'q.item', 'p.item')
    .innerJoin('meetings.key_question as k', 'k.question_set', 'q.question_set')
    .leftJoin('meetings.key_answer as a', (join) => join.onRef('a.paper', '=', 'p.id').onRef('a.question', '=', 'k.id'))
    .select(['p.id as paper', 'k.id', 'k.words', 'a.words as answer'])
    .where('p.id', 'in', papers)
    .orderBy('k.position')
    .execute()
  const found = rows.map(({ paper, id, words, answer }) => ({ paper, question: { id, words, answer: answer ?? '' } }))
  return new Map(
    [...Map.groupBy(found, ({ paper }) => paper)].map(([paper, asked]) => [paper, asked.map(({ question }) => question)] as const),
  )
}

/** How many key questions of its item a paper's author has not answered. */
export async function countUnansweredQuestions(reader: Reader, { id }: { readonly id: string }): Promise<number> {
  const asked = (await findKeyQuestions(reader, [id])).get(id) ?? []
  return asked.filter(({ answer }) => answer === '').length
}

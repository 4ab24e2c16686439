import { among } from '#platform/database/among.ts'
import type { Reader } from '#platform/database/session.ts'
import { gapKinds, gapRule } from '../rules/gap-rules.ts'
import { type GapAnswer, type GapGround, lacks } from '../rules/gaps.ts'
import { keyOf, type NodeRef } from '../rules/node.ts'
import { listLinks } from './links.ts'
import { holdsOn, nodeOf } from './nodes.ts'

const answerColumns = ['a.id', 'a.rule', 'a.kind', 'a.record', 'a.answer', 'a.person', 'a.until', 'a.words', 'a.body', 'a.version'] as const

interface Row {
  readonly id: string
  readonly rule: string
  readonly kind: string
  readonly record: string
  readonly answer: string
  readonly person: string
  readonly until: Temporal.PlainDate
  readonly words: string
  readonly body: string | null
  readonly version: number
}

const answerOf = ({ body, answer, ...row }: Row): GapAnswer => ({
  ...row,
  body: body ?? undefined,
  answer: answer === 'accepted' ? 'accepted' : 'assigned',
})

/** Answers that nobody has ended, as whoever asks may see them. */
export async function listAnswers(reader: Reader): Promise<readonly GapAnswer[]> {
  const rows = await reader
    .selectFrom('thread.gap_answer as a')
    .select(answerColumns)
    .where('a.ended_on', 'is', null)
    .orderBy('a.until')
    .orderBy('a.id')
    .execute()
  return rows.map(answerOf)
}

/** One answer that nobody has ended; undefined where there is none for whoever asks. */
export async function findAnswer(reader: Reader, id: string): Promise<GapAnswer | undefined> {
  const row = await reader
    .selectFrom('thread.gap_answer as a')
    .select(answerColumns)
    .where('a.id', '=', id)
    .where('a.ended_on', 'is', null)
    .executeTakeFirst()
  return row && answerOf(row)
}

/** The open answers about one record. */
export async function findAnswersOf(reader: Reader, { kind, id }: NodeRef): Promise<readonly GapAnswer[]> {
  const rows = await reader
    .selectFrom('thread.gap_answer as a')
    .select(answerColumns)
    .where(among('a.record', [id]))
    .where('a.kind', '=', kind)
    .where('a.ended_on', 'is', null)
    .execute()
  return rows.map(answerOf)
}

/** A gap that was given to somebody, with the words of its record. */
export type AssignedGap = GapAnswer & { readonly label: string }

/**
 * Gaps that were given to a person to see to, those due first; a record that has left the thread is not among them, nor a gap that is mended, as far as the
 * reader may see: it closes by itself.
 */
export async function findAssignedTo(reader: Reader, person: string, day: Temporal.PlainDate): Promise<readonly AssignedGap[]> {
  const rows = await reader
    .selectFrom('thread.gap_answer as a')
    .select(answerColumns)
    .where('a.person', '=', person)
    .where('a.answer', '=', 'assigned')
    .where('a.ended_on', 'is', null)
    .orderBy('a.until')
    .orderBy('a.id')
    .execute()
  if (rows.length === 0) return []
  const ground = await readGround(reader, day, gapKinds)
  const nodes = new Map(ground.nodes.map((node) => [keyOf(node), node]))
  return rows.flatMap((row) => {
    const [node, rule] = [nodes.get(keyOf({ kind: row.kind, id: row.record })), gapRule(row.rule)]
    const isOpen = node !== undefined && rule !== undefined && lacks(node, rule, ground)
    return isOpen ? [{ ...answerOf(row), label: node.label }] : []
  })
}

/** Everything that gaps are judged over on a day, by its words: every record, link and answer that whoever asks may see. */
export async function readGround(reader: Reader, day: Temporal.PlainDate, kinds: ReadonlySet<string>): Promise<GapGround> {
  const [rows, links, answers] = await Promise.all([
    reader
      .selectFrom('thread.node as n')
      .select(['n.kind', 'n.id', 'n.label', 'n.body_id', 'n.says'])
      .where(holdsOn('n', day))
      .orderBy('n.label')
      .orderBy('n.id')
      .execute(),
    listLinks(reader, day),
    listAnswers(reader),
  ])
  // A record with two versions, for example a published plan with its next draft, is asked once.
  const nodes = new Map(rows.map((row) => [keyOf(row), nodeOf(row)]))
  return { nodes: [...nodes.values()], links, kinds, answers, today: day }
}

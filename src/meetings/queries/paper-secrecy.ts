import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import type { Category } from '../rules/agenda.ts'
import type { HeldBack } from '../rules/paper-secrecy.ts'

interface HeldBackRow {
  readonly paper: string
  readonly item: string
  readonly category: string
  readonly paragraphs: readonly string[]
  readonly public_title: string
  readonly public_conclusion: string
  readonly publications: readonly string[]
}

/** Papers of a meeting that are held back under items that whoever asks may read: which paragraph, and the words chosen for the public. */
export async function findHeldBack(reader: Reader, meeting: string): Promise<readonly HeldBack[]> {
  const rows = await reader
    .selectFrom(sql<HeldBackRow>`meetings.held_back(${meeting}::uuid)`.as<'h'>('h'))
    .select(['h.paper', 'h.item', 'h.category', 'h.paragraphs', 'h.public_title as publicTitle', 'h.public_conclusion as publicConclusion'])
    .select('h.publications')
    .execute()
  return rows.map((row) => ({ ...row, category: row.category as Category }))
}

/** What is said of a paper that is exempt for itself. */
export interface PaperSecrecy {
  readonly paragraphs: readonly string[]
  readonly publicTitle: string
  readonly publicConclusion: string
  readonly version: number
}

/** What is said of papers that are judged for themselves, by paper, as far as one may read them; one judged as its item is missing. */
export async function findPaperSecrecy(reader: Reader, meeting: string): Promise<ReadonlyMap<string, PaperSecrecy>> {
  const rows = await reader
    .selectFrom('meetings.paper_secrecy')
    .select(['paper', 'paragraphs', 'public_title as publicTitle', 'public_conclusion as publicConclusion', 'version'])
    .where('meeting', '=', meeting)
    .execute()
  return new Map(rows.map(({ paper, ...row }) => [paper, row]))
}

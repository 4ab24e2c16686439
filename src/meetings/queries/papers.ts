import type { Guarded } from '#governance/public.ts'
import type { Reader, Writer } from '#platform/database/session.ts'
import type { Paper as PaperTree } from '#platform/paper/tree.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { Category } from '../rules/agenda.ts'
import type { Sight } from '../rules/meeting.ts'
import type { Discipline, PaperState, Verdict } from '../rules/paper.ts'
import { type ReportFields, readFields } from '../rules/report.ts'

/** A paper of an item (M4). */
export interface PaperRecord {
  readonly id: string
  readonly item: string
  readonly meeting: string
  readonly body: string
  readonly sight: Sight
  readonly category: Category
  readonly title: string
  /** Person. */
  readonly author: string
  readonly state: PaperState
  readonly submittedAt: Temporal.Instant | undefined
  readonly version: number
}

/** A version of a paper's text. */
export interface PaperVersion {
  readonly id: string
  readonly paper: string
  readonly number: number
  readonly fields: ReportFields
  readonly tree: PaperTree
  readonly reason: string
  readonly state: 'draft' | 'published' | 'superseded' | 'withdrawn'
  readonly madeAt: Temporal.Instant
  readonly version: number
}

function papers(reader: Reader) {
  return reader
    .selectFrom('meetings.paper as p')
    .select([
      'p.id',
      'p.item',
      'p.meeting',
      'p.body',
      'p.sight',
      'p.category',
      'p.title',
      'p.author',
      'p.state',
      'p.submitted_at as submittedAt',
      'p.version',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof papers>['execute']>>[number]

const paperOf = (row: Row): PaperRecord => ({
  ...row,
  sight: row.sight as Sight,
  category: row.category as Category,
  state: row.state as PaperState,
  submittedAt: row.submittedAt ?? undefined,
})

/** One paper. @throws NotFound where there is none that one may see */
export async function findPaper(reader: Reader, id: string): Promise<PaperRecord> {
  const row = isUuid(id) ? await papers(reader).where('p.id', '=', id).executeTakeFirst() : undefined
  if (!row) throw new NotFound('No such paper.')
  return paperOf(row)
}

/** The same, held against everybody else until the transaction ends. */
export async function lockPaper(tx: Writer, id: string): Promise<PaperRecord> {
  if (isUuid(id)) await tx.selectFrom('meetings.paper').select('id').where('id', '=', id).forNoKeyUpdate().execute()
  return findPaper(tx, id)
}

/** Papers of a meeting, as far as one may see them. */
export async function findPapersOfMeeting(reader: Reader, meeting: string): Promise<readonly PaperRecord[]> {
  return (await papers(reader).where('p.meeting', '=', meeting).orderBy('p.id').execute()).map(paperOf)
}

/** Papers of one item. */
export async function findPapersOfItem(reader: Reader, item: string): Promise<readonly PaperRecord[]> {
  return (await papers(reader).where('p.item', '=', item).orderBy('p.id').execute()).map(paperOf)
}

function versions(reader: Reader) {
  return reader
    .selectFrom('meetings.paper_version as v')
    .select(['v.id', 'v.paper', 'v.number', 'v.fields', 'v.tree', 'v.reason', 'v.state', 'v.made_at as madeAt', 'v.version'])
}

type VersionRow = Awaited<ReturnType<ReturnType<typeof versions>['execute']>>[number]

const versionOf = (row: VersionRow): PaperVersion => ({
  ...row,
  fields: readFields(row.fields),
  tree: row.tree as PaperTree,
  state: row.state as PaperVersion['state'],
})

/** Every version of a paper, newest first. */
export async function findPaperVersions(reader: Reader, paper: string): Promise<readonly PaperVersion[]> {
  return (await versions(reader).where('v.paper', '=', paper).orderBy('v.number', 'desc').execute()).map(versionOf)
}

/** One word of a check, with who said it. */
export interface PaperCheck {
  readonly discipline: Discipline
  readonly overrides: boolean
  readonly verdict: Verdict
  readonly note: string
  readonly checker: string
  readonly at: Temporal.Instant
  readonly paper: string
}

/** What checkers said of papers, earliest first; for the author, the clerk and the chair. */
export async function findChecks(reader: Reader, papers: readonly string[]): Promise<readonly PaperCheck[]> {
  if (papers.length === 0) return []
  const rows = await reader
    .selectFrom('meetings.paper_check')
    .select(['discipline', 'overrides', 'verdict', 'note', 'checker', 'at', 'paper'])
    .where('paper', 'in', papers)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, discipline: row.discipline as Discipline, verdict: row.verdict as Verdict }))
}

/** A consent to a late paper. */
export interface LateConsent {
  readonly paper: string
  readonly consenter: string
  readonly person: string
  readonly reason: string
  readonly at: Temporal.Instant
}

/** Consents to late papers. */
export async function findConsents(reader: Reader, papers: readonly string[]): Promise<readonly LateConsent[]> {
  if (papers.length === 0) return []
  return reader
    .selectFrom('meetings.late_consent')
    .select(['paper', 'consenter', 'person', 'reason', 'at'])
    .where('paper', 'in', papers)
    .orderBy('at')
    .execute()
}

/** A paper that somebody writes, with its meeting. */
export interface PaperOfAuthor extends PaperRecord {
  readonly heldOn: Temporal.PlainDate
  readonly number: string
  readonly meetingState: string
}

/** The papers of one author, those of the nearest meetings first, then the past ones of the last year. */
export async function findPapersOfAuthor(reader: Reader, author: string, since: Temporal.PlainDate): Promise<readonly PaperOfAuthor[]> {
  const rows = await papers(reader)
    .innerJoin('meetings.meeting as m', 'm.id', 'p.meeting')
    .innerJoin('meetings.agenda_item as i', 'i.id', 'p.item')
    .select(['m.held_on as heldOn', 'i.number', 'm.state as meetingState'])
    .where('p.author', '=', author)
    .where('p.state', '<>', 'withdrawn')
    .where('m.held_on', '>=', since)
    .orderBy('m.held_on', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => ({ ...paperOf(row), heldOn: row.heldOn, number: row.number, meetingState: row.meetingState }))
}

/** A paper as the access matrix names it. */
export function guardedPaper({ sight, body, meeting, author }: Pick<PaperRecord, 'sight' | 'body' | 'meeting' | 'author'>): Guarded {
  return { record: 'paper', state: sight, ties: { body, meeting, author } }
}

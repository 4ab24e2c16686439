import type { Guarded } from '#governance/public.ts'
import { findBodiesById } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import type { Paper } from '#platform/paper/tree.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { Category } from '../rules/agenda.ts'
import type { MeetingState, Sight } from '../rules/meeting.ts'
import { type ReportFields, readFields } from '../rules/report.ts'
import type { SentState } from '../rules/sent-paper.ts'

/** A paper that one board sent on to another (M4). */
export interface SentPaper {
  readonly id: string
  /** As it stands at the board that sends it. */
  readonly paper: string
  readonly item: string
  readonly meeting: string
  readonly body: string
  readonly category: Category
  readonly toBody: string
  readonly title: string
  readonly why: string
  readonly planItem: string
  readonly state: SentState
  /** Why it was refused; '' otherwise. */
  readonly reason: string
  readonly sentAt: Temporal.Instant
  /** The paper that came of it; null until it is taken in. */
  readonly toPaper: string | null
  readonly comments: string
  readonly commentsBy: string
  readonly commentedAt: Temporal.Instant | null
  readonly version: number
  /** Both boards by name, on the day asked about. */
  readonly fromName: string
  readonly toName: string
}

function sentPapers(reader: Reader) {
  return reader
    .selectFrom('meetings.sent_paper as s')
    .select(['s.id', 's.paper', 's.item', 's.meeting', 's.body', 's.category', 's.to_body as toBody', 's.title', 's.why'])
    .select(['s.plan_item as planItem', 's.state', 's.reason', 's.sent_at as sentAt', 's.to_paper as toPaper', 's.comments', 's.version'])
    .select(['s.comments_by as commentsBy', 's.commented_at as commentedAt'])
}

type Row = Awaited<ReturnType<ReturnType<typeof sentPapers>['execute']>>[number]

async function named(reader: Reader, rows: readonly Row[], day: Temporal.PlainDate): Promise<readonly SentPaper[]> {
  const bodies = await findBodiesById(reader, [...new Set(rows.flatMap(({ body, toBody }) => [body, toBody]))], day)
  const nameOf = (id: string): string => bodies.find((body) => body.id === id)?.name ?? 'another board'
  return rows.map((row) => ({
    ...row,
    category: row.category as Category,
    state: row.state as SentState,
    fromName: nameOf(row.body),
    toName: nameOf(row.toBody),
  }))
}

/** Where a paper was sent on to, earliest first, as far as one may know. */
export async function findSentOn(reader: Reader, paper: string, day: Temporal.PlainDate): Promise<readonly SentPaper[]> {
  return named(reader, await sentPapers(reader).where('s.paper', '=', paper).orderBy('s.sent_at').execute(), day)
}

/** Papers that wait for a board to take them in, earliest first; for its clerks and its chair. */
export async function findWaitingPapers(reader: Reader, body: string, day: Temporal.PlainDate): Promise<readonly SentPaper[]> {
  const rows = sentPapers(reader).where('s.to_body', '=', body).where('s.state', '=', 'sent').orderBy('s.sent_at').limit(100)
  return named(reader, await rows.execute(), day)
}

/** The paper that an item of the forward plan came with; undefined where it came with none, or with one that one may not know of. */
export async function findSentWithPlanItem(reader: Reader, planItem: string, day: Temporal.PlainDate): Promise<SentPaper | undefined> {
  return (await named(reader, await sentPapers(reader).where('s.plan_item', '=', planItem).execute(), day))[0]
}

/** One sending of this paper. @throws NotFound where there is none that one may know of */
export async function findSentPaper(reader: Reader, paper: string, id: string, day: Temporal.PlainDate): Promise<SentPaper> {
  const rows = isUuid(id) ? await sentPapers(reader).where('s.paper', '=', paper).where('s.id', '=', id).execute() : []
  const [sent] = await named(reader, rows, day)
  if (!sent) throw new NotFound('No such paper.')
  return sent
}

/** Where a paper has been before it came here. */
export interface PaperOrigin extends SentPaper {
  /** The meeting it was before; undefined for whoever may not know of that. */
  readonly before: { readonly heldOn: Temporal.PlainDate; readonly state: MeetingState } | undefined
  /** The version that was taken in, for whoever may read it at the board that sent it. */
  readonly sentVersion:
    | { readonly number: number; readonly fields: ReportFields; readonly tree: Paper; readonly madeAt: Temporal.Instant }
    | undefined
}

/** Where papers have been before, by the paper that came of it; papers that were written for their own meeting are not in it. */
export async function findOrigins(
  reader: Reader,
  papers: readonly string[],
  day: Temporal.PlainDate,
): Promise<ReadonlyMap<string, PaperOrigin>> {
  if (papers.length === 0) return new Map()
  const rows = await sentPapers(reader)
    .leftJoin('meetings.meeting as m', 'm.id', 's.meeting')
    .leftJoin('meetings.paper_version as v', 'v.id', 's.sent_version')
    .select(['m.held_on as heldOn', 'm.state as meetingState', 'v.number', 'v.fields', 'v.tree', 'v.made_at as madeAt'])
    .where('s.to_paper', 'in', papers)
    .execute()
  const origins = new Map<string, PaperOrigin>()
  const found = await named(reader, rows, day)
  for (const [index, row] of rows.entries()) {
    const sent = found[index]
    if (!sent || row.toPaper === null) continue
    origins.set(row.toPaper, {
      ...sent,
      before: row.heldOn && row.meetingState ? { heldOn: row.heldOn, state: row.meetingState as MeetingState } : undefined,
      sentVersion:
        row.number === null || row.madeAt === null
          ? undefined
          : { number: row.number, fields: readFields(row.fields), tree: row.tree as Paper, madeAt: row.madeAt },
    })
  }
  return origins
}

/** Where a paper went on to: the item that took it in. */
export interface OnwardPaper {
  readonly name: string
  readonly meeting: string
  readonly item: string
  readonly heldOn: Temporal.PlainDate
}

/** The items of other boards that took a paper in, as far as one may see it there. */
export async function findOnward(reader: Reader, paper: string, day: Temporal.PlainDate): Promise<readonly OnwardPaper[]> {
  const rows = await reader
    .selectFrom('meetings.sent_paper as s')
    .innerJoin('meetings.paper as p', 'p.id', 's.to_paper')
    .innerJoin('meetings.meeting as m', 'm.id', 'p.meeting')
    .select(['p.meeting', 'p.item', 'p.body', 'm.held_on as heldOn'])
    .where('s.paper', '=', paper)
    .orderBy('m.held_on')
    .execute()
  const bodies = await findBodiesById(reader, [...new Set(rows.map(({ body }) => body))], day)
  return rows.map(({ body, ...row }) => ({ ...row, name: bodies.find(({ id }) => id === body)?.name ?? 'another board' }))
}

/** A paper that was sent on, as the access matrix names it towards the board that sent it; its sight is that of its paper there. */
export function guardedSent({ body, meeting }: Pick<SentPaper, 'body' | 'meeting'>, sight: Sight): Guarded {
  return { record: 'sent-paper', state: sight, ties: { body, meeting } }
}

import { sql } from 'kysely'
import type { Guarded } from '#governance/public.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import { type Category, type ItemPurpose, inPrintedOrder, type ReportStatus } from '../rules/agenda.ts'
import type { Sight } from '../rules/meeting.ts'

/** An item with as much of its content as one may read. */
export interface AgendaItem {
  readonly id: string
  readonly meeting: string
  readonly body: string
  readonly sight: Sight
  readonly parent: string | null
  readonly position: number
  readonly number: string
  readonly fixed: boolean
  readonly publicTitle: string
  readonly purpose: ItemPurpose
  readonly reportStatus: ReportStatus
  readonly category: Category
  readonly paragraphs: readonly string[]
  /** What everybody reads of why it is exempt; '' for nothing. */
  readonly publicConclusion: string
  /** The publication that released it; null where it never was exempt, or still is. */
  readonly releasedBy: string | null
  readonly urgent: boolean
  readonly withdrawnAt: Temporal.Instant | undefined
  /** Public; '' where it stands. */
  readonly withdrawnReason: string
  readonly version: number
  /** Undefined where one may see the face only: an item in Part 2. */
  readonly content: ItemContent | undefined
}

/** What an item in Part 2 does not show. */
export interface ItemContent {
  readonly title: string
  readonly presenter: string
  readonly summary: string
  readonly planItem: string | null
  readonly functionKey: string
  readonly commitsMoney: boolean
  readonly urgentReason: string
  readonly tabledConsent: string
  readonly publicInterest: string
  readonly exemptDecidedBy: string
}

const contentJson = sql<ItemContent | null>`case when c.item is null then null else json_build_object('title', c.title, 'presenter', c.presenter,
  'summary', c.summary, 'planItem', c.plan_item, 'functionKey', c.function_key, 'commitsMoney', c.commits_money, 'urgentReason', c.urgent_reason,
  'tabledConsent', c.tabled_consent, 'publicInterest', c.public_interest, 'exemptDecidedBy', c.exempt_decided_by) end`

function items(reader: Reader) {
  return reader
    .selectFrom('meetings.agenda_item as i')
    .leftJoin('meetings.item_content as c', 'c.item', 'i.id')
    .select([
      'i.id',
      'i.meeting',
      'i.body',
      'i.sight',
      'i.parent',
      'i.position',
      'i.number',
      'i.numbered_by_hand as byHand',
      'i.public_title as publicTitle',
      'i.purpose',
      'i.report_status as reportStatus',
      'i.category',
      'i.paragraphs',
      'i.public_conclusion as publicConclusion',
      'i.released_by as releasedBy',
      'i.urgent',
      'i.withdrawn_at as withdrawnAt',
      'i.withdrawn_reason as withdrawnReason',
      'i.version',
      contentJson.as('content'),
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof items>['execute']>>[number]

function itemOf({ byHand, ...row }: Row): AgendaItem {
  return {
    ...row,
    sight: row.sight as Sight,
    purpose: row.purpose as ItemPurpose,
    reportStatus: row.reportStatus as ReportStatus,
    category: row.category as Category,
    // A number that was published never changes either.
    fixed: byHand || row.sight !== 'draft',
    withdrawnAt: row.withdrawnAt ?? undefined,
    content: row.content ?? undefined,
  }
}

/** The agenda of a meeting in printed order, withdrawn items included. */
export async function findAgenda(reader: Reader, meeting: string): Promise<readonly AgendaItem[]> {
  const rows = await items(reader).where('i.meeting', '=', meeting).execute()
  return inPrintedOrder(rows.map(itemOf))
}

/**
 * One item of a meeting.
 * @throws NotFound where there is none, or none that one may see
 */
export async function findItem(reader: Reader, meeting: string, id: string): Promise<AgendaItem> {
  const row =
    isUuid(id) && isUuid(meeting)
      ? await items(reader).where('i.id', '=', id).where('i.meeting', '=', meeting).executeTakeFirst()
      : undefined
  if (!row) throw new NotFound('No such item.')
  return itemOf(row)
}

/** The title that one may read: an item in Part 2 shows its public title to those without sight of its content. */
export function titleOf(item: Pick<AgendaItem, 'publicTitle' | 'content'>): string {
  return item.content?.title ?? item.publicTitle
}

/** An item as the access matrix names it. */
export function guardedItem({ sight, body, meeting }: Pick<AgendaItem, 'sight' | 'body' | 'meeting'>): Guarded {
  return { record: 'agenda-item', state: sight, ties: { body, meeting } }
}

import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import type { FamilyIndicator, FamilyMonth } from '../rules/family-figures.ts'

/** What is counted of families, in its order, each as the latest version says it that holds by today. */
export async function findFamilyIndicators(reader: Reader): Promise<readonly FamilyIndicator[]> {
  const rows = await reader
    .selectFrom('published.indicator')
    .select([
      'code',
      'title',
      'meaning',
      'unit',
      'gives',
      'version',
      'starts_on as startsOn',
      'has_year as hasYear',
      'reason_of as reasonOf',
    ])
    .where(sql<boolean>`starts_on <= platform.today()`)
    .distinctOn(['position', 'code'])
    .orderBy('position')
    .orderBy('code')
    .orderBy('version', 'desc')
    .execute()
  return rows.map(({ gives, ...row }) => ({ ...row, gives: gives as FamilyIndicator['gives'] }))
}

/** The months of a span as they were published last, the earliest first. */
export async function findFamilyMonths(
  reader: Reader,
  from: Temporal.PlainDate,
  until: Temporal.PlainDate,
): Promise<readonly FamilyMonth[]> {
  const snapshots = await reader
    .selectFrom('published.snapshot')
    .select(['id', 'month', 'revision', 'reason', 'provenance', 'source', 'method', 'threshold', 'base'])
    .select(['percent_from as percentFrom', 'adds_up as addsUp'])
    .distinctOn('month')
    .where('month', '>=', from)
    .where('month', '<', until)
    .orderBy('month')
    .orderBy('revision', 'desc')
    .execute()
  if (snapshots.length === 0) return []
  const figures = await reader
    .selectFrom('published.figure')
    .select(['snapshot', 'indicator', 'span', 'is_hidden as isHidden', 'count', 'of'])
    .where(
      'snapshot',
      'in',
      snapshots.map(({ id }) => id),
    )
    .execute()
  const bySnapshot = Map.groupBy(figures, ({ snapshot }) => snapshot)
  return snapshots.map(({ id, provenance, ...row }) => ({
    ...row,
    provenance: provenance as FamilyMonth['provenance'],
    figures: new Map(
      (bySnapshot.get(id) ?? []).map(({ indicator, span, isHidden, count, of }) => [`${indicator} ${span}`, { isHidden, count, of }]),
    ),
  }))
}

/** Where a method for small numbers comes from; '' where it is not kept any more. */
export async function findMethodSource(reader: Reader, version: string): Promise<string> {
  const row = await reader.selectFrom('performance.small_number_method').select('source').where('version', '=', version).executeTakeFirst()
  return row?.source ?? ''
}

/** Claims for families’ progress as they were published last, the latest first, at most 12. */
export async function findFamilyClaims(reader: Reader) {
  const rows = await reader
    .selectFrom('published.claim')
    .select([
      'starts_on as startsOn',
      'ends_on as endsOn',
      'approved_on as approvedOn',
      'figures',
      'families',
      'amount_pence as amountPence',
    ])
    .select(['threshold', 'base', 'source', 'corrected_on as correctedOn'])
    .distinctOn('starts_on')
    .orderBy('starts_on', 'desc')
    .orderBy('revision', 'desc')
    .limit(12)
    .execute()
  return rows.map(({ figures, ...row }) => ({ ...row, figures: figures as unknown as readonly ClaimedFigure[] }))
}
/** A claim as it was published; the sum is null where a number under it is hidden, and so is everything of one that was corrected. */
export type FamilyClaim = Awaited<ReturnType<typeof findFamilyClaims>>[number]
/** How many families were claimed under a heading; nothing is shown where it is hidden. The price in pence. */
export interface ClaimedFigure {
  readonly name: string
  readonly hidden: boolean
  readonly shown?: number
  readonly price: number
}

/** What figures wait for, by the month from which it holds, the latest first. */
export async function findFamilySettings(reader: Reader) {
  return reader
    .selectFrom('published.setting')
    .select([
      'starts_on as startsOn',
      'late_days as lateDays',
      'percent_from as percentFrom',
      'source',
      'set_by as setBy',
      'set_on as setOn',
    ])
    .orderBy('starts_on', 'desc')
    .execute()
}
/** What figures wait for from a month on, and who signed it. */
export type FamilySetting = Awaited<ReturnType<typeof findFamilySettings>>[number]

/** What holds in a month, of settings with the latest first; undefined where nothing does. */
export function settingIn(settings: readonly FamilySetting[], month: Temporal.PlainDate): FamilySetting | undefined {
  return settings.find(({ startsOn }) => Temporal.PlainDate.compare(startsOn, month) <= 0)
}

/** The last month that is published; undefined where none is. */
export async function findLastPublished(reader: Reader): Promise<Temporal.PlainDate | undefined> {
  const row = await reader.selectFrom('published.snapshot').select('month').orderBy('month', 'desc').limit(1).executeTakeFirst()
  return row?.month
}

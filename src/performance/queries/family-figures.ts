import type { Reader } from '#platform/database/session.ts'
import type { FamilyIndicator, FamilyMonth } from '../rules/family-figures.ts'

/** What is counted of families, in its order, each as the latest version says it. */
export async function findFamilyIndicators(reader: Reader): Promise<readonly FamilyIndicator[]> {
  const rows = await reader
    .selectFrom('published.indicator')
    .select(['code', 'title', 'meaning', 'unit', 'gives', 'version', 'has_year as hasYear', 'reason_of as reasonOf'])
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

import type { Reader } from '#platform/database/session.ts'
import type { InterestTest } from '../rules/public-interest.ts'

/** The public-interest tests of items, the earliest first, as far as one may read them; an item without any is missing. */
export async function findTests(reader: Reader, items: readonly string[]): Promise<ReadonlyMap<string, readonly InterestTest[]>> {
  if (items.length === 0) return new Map()
  const rows = await reader
    .selectFrom('meetings.public_interest_test')
    .select(['item', 'number', 'occasion', 'conclusion', 'reason'])
    .select(['reasons_for as reasonsFor', 'reasons_against as reasonsAgainst', 'decided_by as decidedBy'])
    .select(['decided_on as decidedOn', 'review_on as reviewOn'])
    .where('item', 'in', items)
    .orderBy('number')
    .execute()
  const found = Map.groupBy(rows, ({ item }) => item)
  return new Map(
    [...found].map(([item, tests]) => [
      item,
      tests.map(({ item: _, ...test }) => ({
        ...test,
        occasion: test.occasion as InterestTest['occasion'],
        conclusion: test.conclusion as InterestTest['conclusion'],
      })),
    ]),
  )
}

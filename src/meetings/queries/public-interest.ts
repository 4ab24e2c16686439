import type { Reader } from '#platform/database/session.ts'
import type { InterestTest } from '../rules/public-interest.ts'

/** The public-interest tests of items, the earliest first, as far as one may read them; an item without any is missing. Tests of single papers are not among them. */
export async function findTests(reader: Reader, items: readonly string[]): Promise<ReadonlyMap<string, readonly InterestTest[]>> {
  if (items.length === 0) return new Map()
  const rows = await tests(reader).where('item', 'in', items).where('paper', 'is', null).execute()
  return byKey(rows, ({ item }) => item)
}

/** The tests of papers of a meeting that are judged for themselves, by paper; one judged as its item is missing. */
export async function findPaperTests(reader: Reader, meeting: string): Promise<ReadonlyMap<string, readonly InterestTest[]>> {
  const rows = await tests(reader).where('meeting', '=', meeting).where('paper', 'is not', null).execute()
  return byKey(rows, ({ paper }) => paper ?? '')
}

function tests(reader: Reader) {
  return reader
    .selectFrom('meetings.public_interest_test')
    .select(['item', 'paper', 'number', 'occasion', 'conclusion', 'reason'])
    .select(['reasons_for as reasonsFor', 'reasons_against as reasonsAgainst', 'decided_by as decidedBy'])
    .select(['decided_on as decidedOn', 'review_on as reviewOn'])
    .orderBy('number')
}

type Row = Awaited<ReturnType<ReturnType<typeof tests>['execute']>>[number]

function byKey(rows: readonly Row[], keyOf: (row: Row) => string): ReadonlyMap<string, readonly InterestTest[]> {
  return new Map(
    [...Map.groupBy(rows, keyOf)].map(([key, found]) => [
      key,
      found.map(({ item: _item, paper: _paper, ...test }) => ({
        ...test,
        occasion: test.occasion as InterestTest['occasion'],
        conclusion: test.conclusion as InterestTest['conclusion'],
      })),
    ]),
  )
}

/** The number of the next test of an item, those of its papers counted with it. */
export async function nextTestNumber(reader: Reader, item: string): Promise<number> {
  const last = await reader
    .selectFrom('meetings.public_interest_test')
    .select((row) => row.fn.max('number').as('number'))
    .where('item', '=', item)
    .executeTakeFirst()
  return (last?.number ?? 0) + 1
}

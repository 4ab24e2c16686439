import { sql } from 'kysely'
import { among } from '#platform/database/among.ts'
import type { Reader } from '#platform/database/session.ts'
import { holderWords } from '../words/delegated.ts'
import { findDelegated } from './delegated.ts'
import { listLed } from './led-records.ts'
import { type OpenRow, openDay, openPounds } from './open-tables.ts'

/** Published versions of the position statements of public markets: market, lead, what it is for, unit, number, published on, day of its figures, text. */
export async function findOpenStatements(reader: Reader, body: string, today: Temporal.PlainDate): Promise<readonly OpenRow[]> {
  const markets = (await listLed(reader, 'market', body, today)).filter(({ sight }) => sight === 'public')
  if (markets.length === 0) return []
  const ids = markets.map(({ id }) => id)
  const rows = await reader
    .selectFrom('commissioning.market_statement as s')
    .innerJoin('commissioning.market as m', 'm.id', 's.market')
    .select(['s.market', 'm.purpose', 'm.unit', 's.number', 's.published_on', 's.figures_on', 's.text'])
    .where(among('s.market', ids))
    .where('s.published_on', 'is not', null)
    .orderBy('s.number')
    .execute()
  const of = Map.groupBy(rows, ({ market }) => market)
  return markets.flatMap(({ id, title, leadName }) =>
    (of.get(id) ?? []).map((one) => [
      ...[title, leadName, one.purpose, one.unit, String(one.number), openDay(one.published_on), openDay(one.figures_on), one.text],
    ]),
  )
}

/**
 * Shares of public delegated budgets: title, who hands it over, what it is for, sum, first day, first day after it, handed over on, kind and name of the holder, its share, what
 * it spent and what it gave back. Before a budget is divided its holders have no share; sums of what was bought stand here, single purchases do not.
 */
export async function findOpenDelegated(reader: Reader, body: string, today: Temporal.PlainDate): Promise<readonly OpenRow[]> {
  const budgets = (await listLed(reader, 'delegated', body, today)).filter(({ sight }) => sight === 'public')
  if (budgets.length === 0) return []
  const ids = budgets.map(({ id }) => id)
  const [facts, holders, sums] = await Promise.all([
    findDelegated(reader, ids),
    reader
      .selectFrom('commissioning.budget_holder')
      .select(['id', 'budget', 'kind', 'name', 'pence'])
      .where(among('budget', ids))
      .orderBy('position')
      .execute(),
    reader
      .selectFrom(
        sql<{ readonly holder: string; readonly rule: string | null; readonly pence: bigint }>`(select s.holder, s.rule, s.pence
          from unnest(${sql.val(ids)}::uuid[]) as b (id) cross join lateral commissioning.delegated_sums(b.id) s)`.as('s'),
      )
      .selectAll()
      .execute(),
  ])
  const of = Map.groupBy(holders, ({ budget }) => budget)
  const sumOf = (holder: string, isSpent: boolean): bigint =>
    sums.reduce((total, one) => (one.holder === holder && (one.rule !== null) === isSpent ? total + BigInt(one.pence) : total), 0n)
  return budgets.flatMap(({ id, title, leadName }) => {
    const one = facts.get(id)
    if (one === undefined) return []
    const head = [title, leadName, one.purpose, openPounds(one.pence), openDay(one.startsOn), openDay(one.endsOn), openDay(one.handedOn)]
    const shares = of.get(id) ?? []
    if (shares.length === 0) return [[...head, '', '', '', '', '']]
    return shares.map((share) => [
      ...[...head, holderWords[share.kind as keyof typeof holderWords], share.name, openPounds(share.pence)],
      ...(share.pence === null ? ['', ''] : [openPounds(sumOf(share.id, true)), openPounds(sumOf(share.id, false))]),
    ])
  })
}

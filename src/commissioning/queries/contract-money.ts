import { sql } from 'kysely'
import { listOrganisations } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'

/** What a contract has of one budget line, in pence, as far as one may know. */
export interface ContractMoney {
  readonly contract: string
  readonly contractTitle: string
  readonly line: string
  readonly lineTitle: string
  readonly year: number
  readonly fund: string
  readonly fundTitle: string
  /** Null: nothing was committed. */
  readonly committed: bigint | null
  readonly paid: bigint
  /** What is left of the commitment; null where nothing was committed. */
  readonly left: bigint | null
}

/** What an approved run put into ledgers. */
export interface PostedPart {
  readonly provider: string
  readonly payer: string
  readonly payerName: string
  readonly fundTitle: string
  readonly line: string | null
  readonly lineTitle: string
  /** The year and the month of the ledger in which it stands, 1 is April; null: it stands in none. */
  readonly year: number | null
  readonly period: number | null
  readonly pence: bigint
  readonly released: bigint
  /** Fewer packages than the threshold: its entry waits for a person to place it. */
  readonly few: boolean
  readonly isPlaced: boolean
}

/**
 * Committed, paid and left of a contract, or of a budget line, by contract and line, the latest year first. Row-level security says what one may know: whoever pays or
 * keeps the books everything, commissioners and clerks nothing of few packages, others nothing.
 */
export async function findContractMoney(
  reader: Reader,
  of: { readonly contract: string } | { readonly line: string },
): Promise<readonly ContractMoney[]> {
  const [column, value] = 'contract' in of ? (['contract', of.contract] as const) : (['line', of.line] as const)
  const [committed, paid] = await Promise.all([
    reader
      .selectFrom('commissioning.contract_commitment')
      .select(({ fn }) => ['contract', 'line', fn.sum<string>('pence').as('pence')])
      .where(column, '=', value)
      .groupBy(['contract', 'line'])
      .execute(),
    reader
      .selectFrom('commissioning.payment_posting')
      .select(({ fn }) => ['contract', 'line', fn.sum<string>('pence').as('pence')])
      .where(column, '=', value)
      .where('line', 'is not', null)
      .groupBy(['contract', 'line'])
      .execute(),
  ])
  const all = [...committed, ...paid].flatMap((row) => (row.line === null ? [] : [{ contract: row.contract, line: row.line }]))
  if (all.length === 0) return []
  const [lines, contracts] = await Promise.all([
    reader
      .selectFrom('commissioning.budget_line as l')
      .innerJoin('commissioning.fund as f', 'f.id', 'l.fund')
      .select(['l.id', 'l.title', 'l.year', 'f.id as fund', 'f.title as fundTitle'])
      .where('l.id', 'in', [...new Set(all.map(({ line }) => line))])
      .orderBy('l.year', 'desc')
      .orderBy('l.title')
      .execute(),
    reader
      .selectFrom('commissioning.contract')
      .select(['id', 'title'])
      .where('id', 'in', [...new Set(all.map(({ contract }) => contract))])
      .orderBy('title')
      .execute(),
  ])
  const sumOf = (rows: typeof paid, contract: string, line: string): bigint | null => {
    const row = rows.find((one) => one.contract === contract && one.line === line)
    return row === undefined ? null : BigInt(row.pence)
  }
  return lines.flatMap((line) =>
    contracts.flatMap((contract): readonly ContractMoney[] => {
      const [of, gone] = [sumOf(committed, contract.id, line.id), sumOf(paid, contract.id, line.id)]
      if (of === null && gone === null) return []
      return [
        {
          ...{ contract: contract.id, contractTitle: contract.title, line: line.id, lineTitle: line.title, year: line.year },
          ...{ fund: line.fund, fundTitle: line.fundTitle, committed: of, paid: gone ?? 0n },
          left: of === null ? null : of - (gone ?? 0n),
        },
      ]
    }),
  )
}

/** What a run put into the ledgers of funds, as far as one may know, by month, the largest first. */
export async function findPostings(reader: Reader, run: string): Promise<readonly PostedPart[]> {
  const [rows, organisations] = await Promise.all([
    reader
      .selectFrom('commissioning.payment_posting as p')
      .leftJoin('commissioning.fund as f', 'f.id', 'p.fund')
      .leftJoin('commissioning.budget_line as l', 'l.id', 'p.line')
      .leftJoin('commissioning.entry as e', 'e.id', 'p.entry')
      .select([
        'p.provider',
        'p.payer',
        'p.line',
        'p.year',
        'p.period',
        'p.pence',
        'p.released',
        'p.few',
        'f.title as fundTitle',
        'l.title as lineTitle',
      ])
      .select('e.line as placed')
      .where('p.run', '=', run)
      .orderBy('p.year')
      .orderBy('p.period')
      .orderBy('p.pence', 'desc')
      .orderBy('p.id')
      .execute(),
    listOrganisations(reader),
  ])
  const names = new Map(organisations.map(({ id, name }) => [id, name]))
  return rows.map(({ placed, ...row }) => ({
    ...{ ...row, fundTitle: row.fundTitle ?? '', lineTitle: row.lineTitle ?? '', payerName: names.get(row.payer) ?? '' },
    isPlaced: placed !== null || !row.few,
  }))
}

/** What each partner pays by a run, by name, for those who arrange or pay; empty for others. */
export async function findRunPayers(
  reader: Reader,
  run: string,
): Promise<readonly { readonly name: string; readonly packages: number; readonly pence: bigint }[]> {
  const [rows, organisations] = await Promise.all([
    reader
      .selectFrom(sql<{ payer: string; packages: number; pence: bigint }>`commissioning.run_payers(${run}::uuid)`.as('s'))
      .selectAll()
      .execute(),
    listOrganisations(reader),
  ])
  const names = new Map(organisations.map(({ id, name }) => [id, name]))
  return rows
    .map(({ payer, packages, pence }) => ({ name: names.get(payer) ?? 'A partner', packages, pence: BigInt(pence) }))
    .toSorted((one, other) => one.name.localeCompare(other.name))
}

/** The contracts that one may see and that lines of a fund in a year pay, by title, with those lines. */
export async function findContractsOfFund(
  reader: Reader,
  fund: string,
  year: number,
): Promise<
  readonly { readonly id: string; readonly title: string; readonly lines: readonly { readonly id: string; readonly title: string }[] }[]
> {
  const rows = await reader
    .selectFrom('commissioning.contract_line as t')
    .innerJoin('commissioning.contract as c', 'c.id', 't.contract')
    .innerJoin('commissioning.budget_line as l', 'l.id', 't.line')
    .select(['c.id', 'c.title', 'l.id as line', 'l.title as lineTitle'])
    .where('l.fund', '=', fund)
    .where('l.year', '=', year)
    .orderBy('c.title')
    .orderBy('c.id')
    .orderBy('l.title')
    .execute()
  return [...Map.groupBy(rows, ({ id }) => id)].map(([id, of]) => ({
    ...{ id, title: of[0]?.title ?? '', lines: of.map(({ line, lineTitle }) => ({ id: line, title: lineTitle })) },
  }))
}

/** The contracts that one may see and that a budget line is tied to, by title. */
export function findTiedContracts(
  reader: Reader,
  line: string,
): Promise<readonly { readonly id: string; readonly title: string; readonly body: string }[]> {
  return reader
    .selectFrom('commissioning.contract_line as t')
    .innerJoin('commissioning.contract as c', 'c.id', 't.contract')
    .select(['c.id', 'c.title', 'c.body'])
    .where('t.line', '=', line)
    .orderBy('c.title')
    .execute()
}

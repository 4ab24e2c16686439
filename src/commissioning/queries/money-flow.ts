import { sql } from 'kysely'
import { among } from '#platform/database/among.ts'
import type { Reader } from '#platform/database/session.ts'
import type { PartnerSum } from '../rules/partners-now.ts'
import { spanOfYear } from '../rules/year.ts'

/** What one partner gives to one fund in one year, as it varied. */
export interface GivenToFund extends PartnerSum {
  readonly fund: string
}

/** Every contribution to some funds, of all years or of one, as it varied. */
export async function findGivenTo(reader: Reader, funds: readonly string[], year?: number): Promise<readonly GivenToFund[]> {
  if (funds.length === 0) return []
  const rows = await reader
    .selectFrom('commissioning.contribution as c')
    .select([
      'c.fund',
      'c.year',
      'c.partner',
      'c.planned',
      sql<string>`coalesce((select sum(v.pence) from commissioning.gift_variation v where v.contribution = c.id), 0)::text`.as('varied'),
    ])
    .where(among('c.fund', funds))
    .$if(year !== undefined, (query) => query.where('c.year', '=', year ?? 0))
    .orderBy('c.year')
    .orderBy('c.id')
    .execute()
  return rows.map(({ planned, varied, ...row }) => ({ ...row, pence: planned === null ? null : planned + BigInt(varied) }))
}

/** What was moved into the lines of a year from the year before, and out of them into the year after, by fund. Pence. */
export interface Carried {
  readonly broughtIn: bigint
  readonly carriedOut: bigint
}

/** What some funds carried from year to year. Funds that carried nothing are not among them. */
export async function findCarried(reader: Reader, funds: readonly string[], year: number): Promise<ReadonlyMap<string, Carried>> {
  if (funds.length === 0) return new Map()
  const rows = await reader
    .selectFrom('commissioning.virement as v')
    .innerJoin('commissioning.budget_line as f', 'f.id', 'v.from_line')
    .innerJoin('commissioning.budget_line as t', 't.id', 'v.to_line')
    .select([
      'v.fund',
      sql<string>`coalesce(sum(v.pence) filter (where t.year = ${year}), 0)::text`.as('broughtIn'),
      sql<string>`coalesce(sum(v.pence) filter (where f.year = ${year}), 0)::text`.as('carriedOut'),
    ])
    .where(among('v.fund', funds))
    .whereRef('f.year', '<>', 't.year')
    .where((where) => where.or([where('f.year', '=', year), where('t.year', '=', year)]))
    .groupBy('v.fund')
    .execute()
  return new Map(rows.map(({ fund, broughtIn, carriedOut }) => [fund, { broughtIn: BigInt(broughtIn), carriedOut: BigInt(carriedOut) }]))
}

/** Which outcomes some services served at the end of a year, or today where it is not over; in the order in which they began to. */
export async function findOutcomesServed(
  reader: Reader,
  services: readonly string[],
  year: number,
  today: Temporal.PlainDate,
): Promise<readonly { readonly service: string; readonly outcome: string }[]> {
  if (services.length === 0) return []
  const last = spanOfYear(year).until.subtract({ days: 1 })
  const day = Temporal.PlainDate.compare(last, today) < 0 ? last : today
  return reader
    .selectFrom('commissioning.service_outcome')
    .select(['service', 'outcome'])
    .where(among('service', services))
    .where('starts_on', '<=', day)
    .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', day)]))
    .orderBy('starts_on')
    .orderBy('id')
    .execute()
}

/** The years of some funds, the latest first. */
export async function findFundYears(reader: Reader, funds: readonly string[]): Promise<readonly number[]> {
  if (funds.length === 0) return []
  const rows = await reader
    .selectFrom('commissioning.fund_year')
    .select('year')
    .distinct()
    .where(among('fund', funds))
    .orderBy('year', 'desc')
    .execute()
  return rows.map(({ year }) => year)
}

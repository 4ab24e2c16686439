import { type SqlBool, sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { packagePaths } from '../payment-paths.ts'
import type { CommissioningDuty } from '../rules/duty.ts'
import { openReviews, type PayFacts } from '../rules/package-due.ts'
import type { PayerChange, PayerShare } from '../rules/package-payers.ts'
import type { PaymentReview } from '../rules/package-payment.ts'
import { type CarePackage, type Delivery, findDeliveries, findMechanisms, findPackageOutcomes, findPackages } from './packages.ts'

type Of = { readonly contract: string } | { readonly package: string }

/** What somebody found of an amount that was to be looked at. */
export interface PackageReview extends PaymentReview {
  readonly id: string
  readonly package: string
  readonly number: number
  readonly because: string
  readonly decidedOn: Temporal.PlainDate
}

/** Who pays for a package from a day on, and why. */
export interface PackagePayer extends PayerChange {
  readonly id: string
  readonly package: string
  readonly area: string | null
  readonly because: string
  readonly enteredOn: Temporal.PlainDate
}

/** The last review of each week of the packages of a contract, or of one, in order of weeks. */
export async function findReviews(reader: Reader, of: Of): Promise<readonly PackageReview[]> {
  const rows = await reader
    .selectFrom('commissioning.package_review')
    .distinctOn(['package', 'week'])
    .select(['id', 'package', 'week', 'number', 'of_pence as ofPence', 'outcome', 'pence', 'because', 'decided_on as decidedOn'])
    .where((where) => ('contract' in of ? where('contract', '=', of.contract) : where('package', '=', of.package)))
    .orderBy('package')
    .orderBy('week')
    .orderBy('number', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, outcome: row.outcome as PackageReview['outcome'] }))
}

/** Who pays for the packages of a contract, or for one, from which day on: every entry, in order of days and numbers. */
export function findPayers(reader: Reader, of: Of): Promise<readonly PackagePayer[]> {
  return reader
    .selectFrom('commissioning.package_payer')
    .select(['id', 'package', 'starts_on as startsOn', 'number', 'payer', 'area', 'line', 'because', 'entered_on as enteredOn'])
    .where((where) => ('contract' in of ? where('contract', '=', of.contract) : where('package', '=', of.package)))
    .orderBy('package')
    .orderBy('starts_on')
    .orderBy('number')
    .execute()
}

/** Everything that the payment of a contract is worked from, as far as one may see its packages. @throws NotFound */
export async function findPayFacts(
  reader: Reader,
  contract: string,
): Promise<Omit<PayFacts<CarePackage>, 'deliveries'> & { readonly deliveries: readonly Delivery[] }> {
  const of = { contract }
  const [packages, mechanisms, deliveries, outcomes, reviews, payers, term, providers] = await Promise.all([
    findPackages(reader, contract),
    findMechanisms(reader, contract),
    findDeliveries(reader, of),
    findPackageOutcomes(reader, of),
    findReviews(reader, of),
    findPayers(reader, of),
    reader.selectFrom('commissioning.contract').select(['commissioner', 'runs_until']).where('id', '=', contract).executeTakeFirst(),
    reader.selectFrom('commissioning.contract_provider').select(['provider', 'ends_on']).where('contract', '=', contract).execute(),
  ])
  if (!term) throw new NotFound('No such contract.')
  return {
    ...{ packages, mechanisms, deliveries, outcomes, reviews, payers },
    contract: { commissioner: term.commissioner, runsUntil: term.runs_until, providerUntil: endsOf(providers) },
  }
}

/** On which day each provider stops: the latest end of its parts; a provider with a part that goes on has none. */
function endsOf(
  parts: readonly { readonly provider: string; readonly ends_on: Temporal.PlainDate | null }[],
): ReadonlyMap<string, Temporal.PlainDate> {
  const ends = [...Map.groupBy(parts, ({ provider }) => provider)].flatMap(([provider, of]) => {
    const days = of.flatMap(({ ends_on: day }) => day ?? [])
    const last = days.toSorted(Temporal.PlainDate.compare).at(-1)
    return days.length < of.length || last === undefined ? [] : [[provider, last] as const]
  })
  return new Map(ends)
}

/**
 * Amounts that the terms of a contract mark to be looked at, for whoever arranges its packages: one line for each contract. Only contracts whose terms ask for it are
 * worked, so that most people cost one statement.
 */
export async function findAmountsToLookAt(reader: Reader, today: Temporal.PlainDate): Promise<readonly CommissioningDuty[]> {
  const contracts = await reader
    .selectFrom('commissioning.payment_mechanism as m')
    .innerJoin('commissioning.contract as c', 'c.id', 'm.contract')
    .select(['c.id', 'c.title', 'c.body'])
    .distinct()
    .where((where) => where.or([where('m.on_relapse', '=', 'review'), where('m.later_outcome', '=', 'review')]))
    .where(sql<SqlBool>`m.contract = any ((select commissioning.my_brokered())::uuid[])`)
    .orderBy('c.title')
    .limit(20)
    .execute()
  const duties: CommissioningDuty[] = []
  for (const { id, title, body } of contracts) {
    const open = openReviews(await findPayFacts(reader, id), today)
    if (open.length > 0)
      duties.push({
        ...{ text: `Look at ${open.length === 1 ? 'an amount' : `${open.length} amounts`} of packages: ${title}`, body },
        href: packagePaths.step(id, 'reviews'),
      })
  }
  return duties
}

/** What each payer bears of the lines of a contract, or of a run, by line, in their order. */
export async function findShares(
  reader: Reader,
  of: { readonly contract: string } | { readonly run: string },
): Promise<ReadonlyMap<string, readonly PayerShare[]>> {
  const rows = await reader
    .selectFrom('commissioning.payment_share as s')
    .select(['s.line as of', 's.payer', 's.budget_line as line', 's.days', 's.pence', 's.month'])
    .where((where) => ('contract' in of ? where('s.contract', '=', of.contract) : where('s.run', '=', of.run)))
    // By the line of the run and not by the budget line, which has its name here: their order is what a reversal mirrors.
    .orderBy('s.line')
    .orderBy('s.position')
    .execute()
  return new Map([...Map.groupBy(rows, (row) => row.of)].map(([line, shares]) => [line, shares.map(({ of: _of, ...share }) => share)]))
}

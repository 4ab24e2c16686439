import type { Guarded } from '#governance/public.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { DeliveredWeek, PaymentConditions } from '../rules/package-payment.ts'
import type { PaymentTerms } from '../rules/payment-terms.ts'
import type { Contract } from './contracts.ts'
import { findOfficers } from './officers.ts'
import { termsOfRow } from './payment-models.ts'

/** One version of how the packages of a contract are paid. */
export interface PaymentMechanism {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly startsOn: Temporal.PlainDate
  readonly terms: PaymentTerms
  readonly conditions: PaymentConditions
  readonly outcome: string
  readonly evidence: string
  readonly model: string | undefined
}

/** A package by its number. */
export interface CarePackage {
  readonly id: string
  readonly contract: string
  readonly body: string
  readonly provider: string
  readonly mechanism: string
  readonly reference: string
  readonly agreedMinutes: number
  readonly line: string | undefined
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate | null
  readonly follows: string | undefined
  readonly version: number
}

/** The latest report of a week of a package. */
export interface Delivery extends DeliveredWeek {
  readonly id: string
  readonly package: string
  readonly number: number
}

/** An outcome of a package. */
export interface PackageOutcome {
  readonly id: string
  readonly package: string
  readonly week: number
  readonly agreedUser: Temporal.PlainDate | null
  readonly agreedProvider: Temporal.PlainDate | null
  readonly agreedCommissioner: Temporal.PlainDate | null
  readonly evidence: string
  readonly confirmedOn: Temporal.PlainDate | null
  readonly reviewedOn: Temporal.PlainDate | null
  readonly review: string
  readonly appealedOn: Temporal.PlainDate | null
  readonly appeal: string
  readonly settledOn: Temporal.PlainDate | null
  readonly settled: 'stands' | 'falls' | null
  readonly version: number
}

/** Who has to do with payment under a contract today. */
export interface PayPeople {
  readonly keepers: readonly string[]
  readonly brokers: readonly string[]
  readonly payers: readonly string[]
  /** Contacts of its providers, as far as one may know of them: oneself. */
  readonly contacts: ReadonlyMap<string, readonly string[]>
}

/** Finds who has to do with payment under a contract. */
export async function findPayPeople(reader: Reader, contract: Contract, today: Temporal.PlainDate): Promise<PayPeople> {
  const of = (kind: 'brokerage' | 'finance') => findOfficers(reader, [contract.commissioner], kind, today)
  const providers = contract.providers.map(({ provider }) => provider)
  const [brokers, payers, contacts] = await Promise.all([
    of('brokerage'),
    of('finance'),
    findOfficers(reader, providers, 'provider', today),
  ])
  return {
    ...{ keepers: contract.commissioners, brokers: brokers.get(contract.commissioner) ?? [] },
    ...{ payers: payers.get(contract.commissioner) ?? [], contacts },
  }
}

/** What the matrix knows of payment under a contract: its record, its state and who is 'lead' in it. */
export const guardedPay = (
  record: 'payment-terms' | 'care-package' | 'payment-run',
  body: string,
  leads: readonly string[],
  state = 'any',
): Guarded => ({ record, state, ties: { body, leads } })

/** The versions of a contract, the latest first. */
export async function findMechanisms(reader: Reader, contract: string): Promise<readonly PaymentMechanism[]> {
  const rows = await reader
    .selectFrom('commissioning.payment_mechanism')
    .selectAll()
    .where('contract', '=', contract)
    .orderBy('starts_on', 'desc')
    .execute()
  return rows.map((row) => ({
    ...{ id: row.id, number: row.number, title: row.title, startsOn: row.starts_on, terms: termsOfRow(row) },
    ...{ outcome: row.outcome, evidence: row.evidence, model: row.model ?? undefined },
    conditions: {
      ...{ countsLast: row.counts_last, absentWeeks: row.absent_weeks, hospitalWeeks: row.hospital_weeks },
      ...{ restart: row.restart as 'continue' | 'anew', laterOutcome: row.later_outcome as 'keep' | 'revert' | 'review' },
      ...{ exitWeeks: row.exit_weeks, cap: row.cap, minimum: row.minimum },
    },
  }))
}

/** Contracts whose packages are paid by a mechanism that one may see. */
export async function findPaidContracts(reader: Reader, body: string): Promise<readonly string[]> {
  const rows = await reader.selectFrom('commissioning.payment_mechanism').select('contract').distinct().where('body', '=', body).execute()
  return rows.map(({ contract }) => contract)
}

/** Packages of a contract that one may see, by number. */
export async function findPackages(reader: Reader, contract: string): Promise<readonly CarePackage[]> {
  const rows = await reader
    .selectFrom('commissioning.care_package')
    .selectAll()
    .where('contract', '=', contract)
    .orderBy('reference')
    .execute()
  return rows.map(packageOf)
}

/** One package that one may see. @throws NotFound */
export async function findPackage(reader: Reader, id: string): Promise<CarePackage> {
  const row = isUuid(id)
    ? await reader.selectFrom('commissioning.care_package').selectAll().where('id', '=', id).executeTakeFirst()
    : undefined
  if (!row) throw new NotFound('No such package.')
  return packageOf(row)
}

type PackageRow = {
  readonly id: string
  readonly contract: string
  readonly body: string
  readonly provider: string
  readonly mechanism: string
  readonly reference: string
  readonly agreed_minutes: number
  readonly line: string | null
  readonly starts_on: Temporal.PlainDate
  readonly ends_on: Temporal.PlainDate | null
  readonly follows: string | null
  readonly version: number
}

const packageOf = (row: PackageRow): CarePackage => ({
  ...{ id: row.id, contract: row.contract, body: row.body, provider: row.provider, mechanism: row.mechanism, reference: row.reference },
  ...{ agreedMinutes: row.agreed_minutes, line: row.line ?? undefined, startsOn: row.starts_on, endsOn: row.ends_on },
  ...{ follows: row.follows ?? undefined, version: row.version },
})

/** The latest report of each week of the packages of a contract, or of one, in order of weeks. */
export async function findDeliveries(
  reader: Reader,
  of: { readonly contract: string } | { readonly package: string },
): Promise<readonly Delivery[]> {
  const rows = await reader
    .selectFrom('commissioning.package_delivery')
    .distinctOn(['package', 'week'])
    .select(['id', 'package', 'week', 'number', 'minutes', 'absent_minutes as absent', 'hospital_minutes as hospital'])
    .where((where) => ('contract' in of ? where('contract', '=', of.contract) : where('package', '=', of.package)))
    .orderBy('package')
    .orderBy('week')
    .orderBy('number', 'desc')
    .execute()
  return rows
}

/** Outcomes of the packages of a contract, or of one, in order of weeks. */
export async function findPackageOutcomes(
  reader: Reader,
  of: { readonly contract: string } | { readonly package: string },
): Promise<readonly PackageOutcome[]> {
  const rows = await reader
    .selectFrom('commissioning.package_outcome')
    .selectAll()
    .where((where) => ('contract' in of ? where('contract', '=', of.contract) : where('package', '=', of.package)))
    .orderBy('week')
    .execute()
  return rows.map((row) => ({
    ...{ id: row.id, package: row.package, week: row.week, agreedUser: row.agreed_user, agreedProvider: row.agreed_provider },
    ...{ agreedCommissioner: row.agreed_commissioner, evidence: row.evidence, confirmedOn: row.confirmed_on },
    ...{ reviewedOn: row.reviewed_on, review: row.review, appealedOn: row.appealed_on, appeal: row.appeal },
    ...{ settledOn: row.settled_on, settled: row.settled as PackageOutcome['settled'], version: row.version },
  }))
}

/** Budget lines of a board that one may see, the latest year first: what packages are paid from. */
export function findBoardLines(
  reader: Reader,
  body: string,
): Promise<readonly { readonly id: string; readonly title: string; readonly year: number }[]> {
  return reader
    .selectFrom('commissioning.budget_line')
    .select(['id', 'title', 'year'])
    .where('body', '=', body)
    .orderBy('year', 'desc')
    .orderBy('title')
    .limit(500)
    .execute()
}

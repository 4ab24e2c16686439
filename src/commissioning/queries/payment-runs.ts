import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { LineReason } from '../rules/package-payment.ts'

/** A run of payment. */
export interface PaymentRun {
  readonly id: string
  readonly contract: string
  readonly body: string
  readonly number: number
  /** First day that is not paid by it. */
  readonly untilDay: Temporal.PlainDate
  readonly madeOn: Temporal.PlainDate
  readonly madeBy: string
  readonly approvedOn: Temporal.PlainDate | null
  /** The run that it takes back as a whole; null: it pays what is due. */
  readonly takesBack: string | null
  readonly version: number
}

/** What one provider is paid by a run, in pence. */
export interface RunStatement {
  readonly provider: string
  readonly packages: number
  readonly pence: bigint
}

/** What a provider was paid by an approved run of a contract, in pence. */
export interface ContractStatement extends RunStatement {
  readonly run: string
  readonly number: number
  readonly untilDay: Temporal.PlainDate
  readonly approvedOn: Temporal.PlainDate
  /** The number of the run that it takes back; null: it pays what is due. */
  readonly takesBack: number | null
}

/** A sum of a run; null where it is of fewer packages than the threshold: hidden. */
export interface RunSum {
  readonly run: string
  readonly packages: number | null
  readonly pence: bigint | null
}

/** One line of a run. */
export interface PaymentLine {
  readonly id: string
  readonly run: string
  readonly package: string
  readonly provider: string
  readonly mechanism: string
  readonly week: number
  readonly reason: LineReason
  readonly minutes: number | null
  readonly rate: bigint | null
  readonly pence: bigint
  readonly reverses: string | null
}

const columns = [
  'id',
  'contract',
  'body',
  'number',
  'until_day as untilDay',
  'made_on as madeOn',
  'made_by as madeBy',
  'takes_back as takesBack',
] as const

/** One run that one may see. @throws NotFound */
export async function findRun(reader: Reader, id: string): Promise<PaymentRun> {
  const row = isUuid(id)
    ? await reader
        .selectFrom('commissioning.payment_run')
        .select([...columns, 'approved_on as approvedOn', 'version'])
        .where('id', '=', id)
        .executeTakeFirst()
    : undefined
  if (!row) throw new NotFound('No such run.')
  return row
}

/** The runs of a contract that one may see, the latest first. */
export function findRuns(reader: Reader, contract: string): Promise<readonly PaymentRun[]> {
  return reader
    .selectFrom('commissioning.payment_run')
    .select([...columns, 'approved_on as approvedOn', 'version'])
    .where('contract', '=', contract)
    .orderBy('number', 'desc')
    .execute()
}

/** What each provider is paid by a run, as far as one may know: whoever arranges or pays, and a provider of itself. */
export async function findStatements(reader: Reader, run: string): Promise<readonly RunStatement[]> {
  const rows = await reader
    .selectFrom(sql<{ provider: string; packages: number; pence: bigint }>`commissioning.run_statements(${run}::uuid)`.as('s'))
    .selectAll()
    .execute()
  return rows.map((row) => ({ ...row, pence: BigInt(row.pence) }))
}

/** What each provider was paid by each approved run of a contract, as far as one may know, in the order of runs. */
export async function findContractStatement(reader: Reader, contract: string): Promise<readonly ContractStatement[]> {
  const rows = await reader
    .selectFrom('commissioning.payment_run as r')
    .leftJoin('commissioning.payment_run as b', 'b.id', 'r.takes_back')
    .innerJoinLateral(sql<{ provider: string; packages: number; pence: bigint }>`commissioning.run_statements(r.id)`.as('s'), (join) =>
      join.onTrue(),
    )
    .select(['r.id as run', 'r.number', 'r.until_day as untilDay', 'r.approved_on as approvedOn', 'b.number as takesBack'])
    .select(['s.provider', 's.packages', 's.pence'])
    .where('r.contract', '=', contract)
    .where('r.approved_on', 'is not', null)
    .orderBy('r.number')
    .orderBy('s.provider')
    .execute()
  return rows.flatMap((row) => (row.approvedOn === null ? [] : [{ ...row, approvedOn: row.approvedOn, pence: BigInt(row.pence) }]))
}

/** What approved runs of a contract came to; sums of few packages are hidden by the database. */
export async function findRunSums(reader: Reader, contract: string): Promise<readonly RunSum[]> {
  const rows = await reader
    .selectFrom(sql<{ run: string; packages: number | null; pence: bigint | null }>`commissioning.contract_sums(${contract}::uuid)`.as('s'))
    .selectAll()
    .execute()
  return rows.map((row) => ({ ...row, pence: row.pence === null ? null : BigInt(row.pence) }))
}

/** The lines of a run, of one provider where one is named, that one may see: by package and week. */
export async function findRunLines(reader: Reader, run: string, provider?: string): Promise<readonly PaymentLine[]> {
  const rows = await lines(reader)
    .where('run', '=', run)
    .$if(provider !== undefined, (query) => query.where('provider', '=', provider ?? ''))
    .execute()
  return rows.map(lineOf)
}

/** All lines of a contract, by package: what was paid so far. */
export async function findPaidLines(reader: Reader, contract: string): Promise<ReadonlyMap<string, readonly PaymentLine[]>> {
  const rows = await lines(reader).where('contract', '=', contract).execute()
  return Map.groupBy(rows.map(lineOf), (line) => line.package)
}

/** What approved runs paid for one package, in order of weeks: a run that waits for approval has paid nothing. */
export async function findPackageLines(reader: Reader, of: string): Promise<readonly PaymentLine[]> {
  const approved = reader.selectFrom('commissioning.payment_run').select('id').where('approved_on', 'is not', null)
  return (await lines(reader).where('package', '=', of).where('run', 'in', approved).execute()).map(lineOf)
}

const lines = (reader: Reader) =>
  reader
    .selectFrom('commissioning.payment_line')
    .select(['id', 'run', 'package', 'provider', 'mechanism', 'week', 'reason', 'minutes', 'rate', 'pence', 'reverses'])
    .orderBy('package')
    .orderBy('week')
    .orderBy('id')

const lineOf = <Row extends { readonly reason: string }>(row: Row) => ({ ...row, reason: row.reason as LineReason })

import { sql } from 'kysely'
import { among } from '#platform/database/among.ts'
import type { Reader } from '#platform/database/session.ts'
import type { Regime } from '../rules/contract.ts'
import { identifyingSigns } from '../rules/identifying.ts'
import { type Delivery, inOneOrder } from '../rules/notices/delivery.ts'
import type { LotStatus, NoticeParty, NoticeProcess } from '../rules/notices/process.ts'
import { findKpis, findResults } from './contract-kpis.ts'
import { findNoticeParties } from './notice-parties.ts'

/** A contract as open contracting data tell of it. */
export interface OpenContract {
  readonly id: string
  /** The process of the notices that it was made of; undefined where it is our own. */
  readonly ocid: string | undefined
  /** Words that nobody has looked at could tell who a child is: nothing of it comes out until somebody has. */
  readonly isHeld: boolean
  readonly process: NoticeProcess
}

/** Contracts that whoever reads may see and that are for everybody, with all that is told of them. @param ids - some of them; undefined: all */
export async function findOpenContracts(
  reader: Reader,
  ids: readonly string[] | undefined,
  today: Temporal.PlainDate,
): Promise<readonly OpenContract[]> {
  let query = reader
    .selectFrom('commissioning.contract as c')
    .leftJoin('commissioning.contract_origin as o', 'o.contract', 'c.id')
    .selectAll('c')
    .select('o.ocid')
    .where('c.sight', '=', 'public')
    .orderBy('c.id')
  if (ids !== undefined) query = query.where(among('c.id', ids))
  const rows = await query.execute()
  if (rows.length === 0) return []
  const parts = await findParts(
    reader,
    rows.map(({ id }) => id),
    today,
  )
  return rows.map((row) => {
    const process = processOf(row, parts, today)
    const measured = process.indicators.flatMap(({ title, unit }) => [title, unit])
    const words = [
      ...measured,
      process.title,
      process.summary,
      process.reference,
      ...process.lots.map(({ title }) => title),
      process.endedBecause,
    ]
    return {
      ...{ id: row.id, ocid: row.ocid ?? undefined, process },
      isHeld: !row.is_cleared && identifyingSigns(words.join(' '), row.served).length > 0,
    }
  })
}

/** Whether a grant is public that says what it comes to, when it was awarded and to whom. */
export async function hasOpenGrants(reader: Reader, today: Temporal.PlainDate): Promise<boolean> {
  const row = await reader
    .selectFrom('commissioning.contract as c')
    .innerJoin('commissioning.contract_provider as p', 'p.contract', 'c.id')
    .select('c.id')
    .where('c.sight', '=', 'public')
    .where('c.regime', '=', 'grant')
    .where('p.part', '<>', 'sub-contractor')
    .where((where) => where.or([where('c.gross', 'is not', null), where('c.net', 'is not', null)]))
    .where((where) => where.or([where('c.awarded_on', '<=', today), where('c.signed_on', '<=', today)]))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

async function findParts(reader: Reader, contracts: readonly string[], today: Temporal.PlainDate) {
  const [party, lots, providers, extensions, paid, kpis, results, assessments] = await Promise.all([
    findNoticeParties(reader),
    reader.selectFrom('commissioning.contract_lot').selectAll().where(among('contract', contracts)).orderBy('number').execute(),
    reader
      .selectFrom('commissioning.contract_provider')
      .selectAll()
      .where(among('contract', contracts))
      .where('part', '<>', 'sub-contractor')
      .orderBy('starts_on')
      .orderBy('id')
      .execute(),
    reader.selectFrom('commissioning.contract_extension').selectAll().where(among('contract', contracts)).orderBy('position').execute(),
    findTransactions(reader, contracts, today),
    findKpis(reader, contracts),
    findResults(reader, contracts),
    reader
      .selectFrom('commissioning.contract_assessment')
      .select(['id', 'contract', 'assessed_on', 'rating'])
      .where(among('contract', contracts))
      .where('published_on', 'is not', null)
      .orderBy('assessed_on')
      .orderBy('id')
      .execute(),
  ])
  return {
    party,
    paid: Map.groupBy(paid, ({ contract }) => contract),
    lots: Map.groupBy(lots, ({ contract }) => contract),
    providers: Map.groupBy(providers, ({ contract }) => contract),
    extensions: Map.groupBy(extensions, ({ contract }) => contract),
    kpis: Map.groupBy(kpis, ({ contract }) => contract),
    results: Map.groupBy(results, ({ kpi }) => kpi),
    assessments: Map.groupBy(assessments, ({ contract }) => contract),
  }
}

type Parts = Awaited<ReturnType<typeof findParts>>
interface Row {
  readonly [name: string]: unknown
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly reference: string
  readonly commissioner: string
  readonly regime: string
  readonly process: string
  readonly net: bigint | null
  readonly gross: bigint | null
  readonly starts_on: Temporal.PlainDate
  readonly ends_on: Temporal.PlainDate | null
  readonly runs_until: Temporal.PlainDate | null
  readonly engaged_on: Temporal.PlainDate | null
  readonly tendered_on: Temporal.PlainDate | null
  readonly notified_on: Temporal.PlainDate | null
  readonly standstill_until: Temporal.PlainDate | null
  readonly awarded_on: Temporal.PlainDate | null
  readonly signed_on: Temporal.PlainDate | null
  readonly ended_on: Temporal.PlainDate | null
  readonly ended_because: string
}

function processOf(row: Row, parts: Parts, today: Temporal.PlainDate): NoticeProcess {
  const lots = parts.lots.get(row.id) ?? []
  const options = parts.extensions.get(row.id) ?? []
  const taken = options.filter(({ taken_on: on }) => on !== null)
  const open = options.filter((one) => one.taken_on === null && one.declined_on === null)
  const months = (list: typeof options): number => list.reduce((sum, one) => sum + one.months, 0)
  const lastTaken = taken.at(-1)?.taken_on
  return {
    ...{ title: row.title, summary: row.summary, reference: row.reference, regime: row.regime as Regime, process: row.process },
    buyers: [parts.party(row.commissioner)],
    suppliers: suppliersOf(row, parts, today),
    lots: lots.map(({ number, title, status }) => ({ number, title, status: status as LotStatus })),
    ...{ startsOn: row.starts_on, endsOn: row.ends_on ?? undefined, openMonths: months(open) },
    taken: lastTaken ? { months: months(taken), on: lastTaken } : undefined,
    ...{ net: row.net, gross: row.gross, engagedOn: row.engaged_on ?? undefined, tenderedOn: row.tendered_on ?? undefined },
    ...{ notifiedOn: row.notified_on ?? undefined, standstillUntil: row.standstill_until ?? undefined },
    ...{ awardedOn: row.awarded_on ?? undefined, signedOn: row.signed_on ?? undefined },
    ...{ endedOn: row.ended_on ?? undefined, endedBecause: row.ended_because },
    ...deliveryOf(row.id, parts),
  }
}

/** What is measured, and what everybody may know of it: results of indicators that are for everybody, numbers alone, and assessments that were published. */
function deliveryOf(contract: string, parts: Parts): Delivery {
  return inOneOrder({
    transactions: (parts.paid.get(contract) ?? []).map(({ month, payer, provider, pence }) => ({
      id: `${month.toString().slice(0, 7)}-${payer}-${provider}`,
      on: month.add({ months: 1 }).subtract({ days: 1 }),
      pence: BigInt(pence),
      ...{ payer: referenceTo(parts.party(payer)), payee: referenceTo(parts.party(provider)) },
    })),
    indicators: (parts.kpis.get(contract) ?? []).map(({ id, title, unit, better, target, isPublic }) => ({
      ...{ id, title, unit, better, target: target ?? undefined },
      results: (isPublic ? (parts.results.get(id) ?? []) : []).flatMap(({ provider, startsOn, endsOn, value }) =>
        value === null ? [] : [{ id: `${startsOn.toString()}-${provider}`, startsOn, endsOn, value }],
      ),
    })),
    assessments: (parts.assessments.get(contract) ?? []).map(({ id, assessed_on: on, rating }) => ({ id, on, rating })),
  })
}

/** Who provides today, or provided until the contract was over; each once for a lot. */
function suppliersOf(row: Row, parts: Parts, today: Temporal.PlainDate): NoticeProcess['suppliers'] {
  const until = row.runs_until && Temporal.PlainDate.compare(row.runs_until, today) < 0 ? row.runs_until : today
  const standing = (parts.providers.get(row.id) ?? []).filter(
    ({ ends_on: ends }) => ends === null || Temporal.PlainDate.compare(ends, until) >= 0,
  )
  const number = new Map((parts.lots.get(row.id) ?? []).map((lot) => [lot.id, lot.number]))
  const found = new Map(
    standing.map(({ provider, lot }) => [
      `${provider} ${lot}`,
      { party: parts.party(provider), lot: lot === null ? undefined : number.get(lot) },
    ]),
  )
  return [...found.values()].toSorted((one, other) => (one.lot ?? 0) - (other.lot ?? 0))
}

const referenceTo = ({ id, name }: NoticeParty) => ({ id, name })

/** What was paid under contracts in months that are over, as far as everybody may know. */
export function findTransactions(reader: Reader, contracts: readonly string[], today: Temporal.PlainDate) {
  return reader
    .selectFrom(
      sql<{
        readonly contract: string
        readonly month: Temporal.PlainDate
        readonly payer: string
        readonly provider: string
        readonly pence: bigint
      }>`commissioning.open_transactions(${contracts}::uuid[], ${today.toString()}::date)`.as('t'),
    )
    .selectAll()
    .execute()
}

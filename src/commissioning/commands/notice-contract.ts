import type { Insertable } from 'kysely'
import type { Tables } from '#platform/database/generated/tables.ts'
import { newId } from '#platform/database/ids.ts'
import type { Writer } from '#platform/database/session.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import { noticedFacts } from '../queries/notices.ts'
import { type PlannedProcess, worthOf } from '../rules/notices/plan.ts'
import { type NoticeProcess, termEnds } from '../rules/notices/process.ts'
import { auditStep } from './write-record.ts'

/** A process whose contract is written, with the providers of ours by the ids that its notices give them. */
export interface ProvidedProcess {
  readonly one: PlannedProcess
  readonly providers: ReadonlyMap<string, string>
}

/**
 * Writes what the notices of processes say into a new contract for each, all in a few statements. Each is a draft until somebody shows it; a person then says
 * whether it could tell who a child is.
 */
export async function writeNewContracts(
  tx: Writer,
  doer: Doer,
  body: string,
  made: readonly ProvidedProcess[],
  source: string,
): Promise<void> {
  if (made.length === 0) return
  const ids = made.map(() => newId())
  const columns = made.map(({ one }, at) => ({ id: ids[at] ?? '', body, ...columnsOf(one.process, one.buyer ?? '') }))
  // What was written is read as the table keeps it: its own rules may say some of it otherwise.
  const rows = await tx.insertInto('commissioning.contract').values(columns).returningAll().execute()
  const written = new Map(rows.map((row) => [row.id, row]))
  const known = made.map(({ one, providers }, at) => {
    const row = written.get(ids[at] ?? '')
    if (row === undefined) throw new Error('A contract was not written.')
    return { one, providers, row, keys: { contract: row.id, body, sight: row.sight } }
  })
  await tx
    .insertInto('commissioning.contract_origin')
    .values(known.map(({ one, row, keys }) => ({ ...keys, ocid: one.ocid, source, imported_on: doer.today, facts: noticedFacts(row) })))
    .execute()
  const parts = known.map(({ one, providers, keys }) => {
    const lots = one.process.lots.map((lot) => ({ id: newId(), ...keys, ...lotColumns(lot) }))
    const lotIds = new Map(lots.map(({ number, id }) => [number, id]))
    return {
      lots,
      providers: providerRows(one, providers, lotIds).map((row) => ({ id: newId(), ...keys, ...row })),
      options: optionRows(one.process).map((row) => ({ id: newId(), ...keys, ...row })),
    }
  })
  await addRows(
    tx,
    'commissioning.contract_lot',
    parts.flatMap(({ lots }) => lots),
  )
  await addRows(
    tx,
    'commissioning.contract_provider',
    parts.flatMap(({ providers }) => providers),
  )
  await addRows(
    tx,
    'commissioning.contract_extension',
    parts.flatMap(({ options }) => options),
  )
  await auditStep(tx, doer, 'contract-imported', 'contract', ids)
}

async function addRows<Table extends 'commissioning.contract_lot' | 'commissioning.contract_provider' | 'commissioning.contract_extension'>(
  tx: Writer,
  table: Table,
  rows: readonly Insertable<Tables[Table]>[],
): Promise<void> {
  if (rows.length > 0) await tx.insertInto<Table>(table).values(rows).execute()
}

/** Writes what the notices of a process say anew into the contract that was made of earlier ones; what is of a person stays. */
export async function writeContractAgain(
  tx: Writer,
  doer: Doer,
  body: string,
  contract: string,
  { one, providers }: ProvidedProcess,
  source: string,
): Promise<void> {
  const written = await tx
    .updateTable('commissioning.contract')
    .set((row) => ({ ...columnsOf(one.process, one.buyer ?? ''), version: row('version', '+', 1) }))
    .where('id', '=', contract)
    .returningAll()
    .executeTakeFirstOrThrow()
  const keys = { contract, body, sight: written.sight }
  await tx
    .updateTable('commissioning.contract_origin')
    .set({ facts: noticedFacts(written), imported_on: doer.today, source })
    .where('contract', '=', contract)
    .execute()
  const lots = await writeLots(tx, keys, one.process)
  await writeProviders(tx, keys, providerRows(one, providers, lots))
  await writeOptions(tx, keys, one.process)
  await auditStep(tx, doer, 'contract-imported-again', 'contract', contract)
}

interface ContractKeys {
  readonly contract: string
  readonly body: string
  readonly sight: string
}

const isBefore = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(one, other) < 0

/** What does not go together by the rules of a contract is left out here: the file says so, and the notices keep it. */
function columnsOf(process: NoticeProcess, commissioner: string) {
  const { startsOn, notifiedOn, standstillUntil, signedOn, endedOn } = process
  if (startsOn === undefined || process.regime === undefined) throw new Error('A process without a first day or a law makes no contract.')
  const { net, gross, vat, vatNote, said } = worthOf(process)
  const isStood =
    standstillUntil !== undefined &&
    !(signedOn && !isBefore(standstillUntil, signedOn)) &&
    !(notifiedOn && isBefore(standstillUntil, notifiedOn))
  const isEnded = endedOn !== undefined && isBefore(startsOn, endedOn)
  return {
    ...{ title: process.title, reference: process.reference, summary: process.summary, commissioner, regime: process.regime },
    ...{ process: process.process, starts_on: startsOn, ends_on: (isTakenInTime(process) ? process.endsOn : termEnds(process)) ?? null },
    ...{ net, gross, vat, vat_note: vatNote, said, engaged_on: process.engagedOn ?? null, tendered_on: process.tenderedOn ?? null },
    ...{ notified_on: notifiedOn ?? null, standstill_until: isStood ? standstillUntil : null, awarded_on: process.awardedOn ?? null },
    ...{ signed_on: signedOn ?? null, ended_on: isEnded ? endedOn : null, ended_because: isEnded ? process.endedBecause : '' },
  }
}

const isTakenInTime = ({ taken, endsOn }: NoticeProcess): boolean =>
  taken !== undefined && endsOn !== undefined && taken.months <= 120 && isBefore(taken.on, endsOn)

const lotColumns = ({ number, title, status }: NoticeProcess['lots'][number]) => ({ number, title, status })

async function writeLots(tx: Writer, keys: ContractKeys, { lots }: NoticeProcess): Promise<ReadonlyMap<number, string>> {
  const there = await tx.selectFrom('commissioning.contract_lot').select(['id', 'number']).where('contract', '=', keys.contract).execute()
  const ids = new Map(there.map(({ number, id }) => [number, id]))
  for (const lot of lots) {
    const id = ids.get(lot.number)
    const { title, status } = lot
    if (id !== undefined) await tx.updateTable('commissioning.contract_lot').set({ title, status }).where('id', '=', id).execute()
    else {
      const made = newId()
      ids.set(lot.number, made)
      await addRows(tx, 'commissioning.contract_lot', [{ id: made, ...keys, ...lotColumns(lot) }])
    }
  }
  return ids
}

/** Who provides what from the first day on, each once for each lot; who waits to be known is left out. */
function providerRows(
  { process: { startsOn }, suppliers }: PlannedProcess,
  providers: ReadonlyMap<string, string>,
  lots: ReadonlyMap<number, string>,
) {
  if (startsOn === undefined) return []
  const rows = suppliers.flatMap(({ party, lot }) => {
    const provider = providers.get(party.id)
    const ofLot = lot === undefined ? null : (lots.get(lot) ?? null)
    return provider === undefined ? [] : [{ provider, part: 'provider', lot: ofLot, starts_on: startsOn }]
  })
  return [...new Map(rows.map((row) => [`${row.provider} ${row.lot}`, row])).values()]
}

async function writeProviders(tx: Writer, keys: ContractKeys, rows: ReturnType<typeof providerRows>): Promise<void> {
  const there = await tx
    .selectFrom('commissioning.contract_provider')
    .select(['provider', 'lot'])
    .where('contract', '=', keys.contract)
    .execute()
  const written = new Set(there.map(({ provider, lot }) => `${provider} ${lot}`))
  const missing = rows.filter(({ provider, lot }) => !written.has(`${provider} ${lot}`))
  await addRows(
    tx,
    'commissioning.contract_provider',
    missing.map((row) => ({ id: newId(), ...keys, ...row })),
  )
}

/** What is open to extend it by, and what was taken. */
function optionRows(process: NoticeProcess) {
  if (termEnds(process) === undefined) return []
  const { taken, openMonths } = process
  const isTaken = isTakenInTime(process)
  const open = { position: isTaken ? 2 : 1, months: openMonths, taken_on: null, decided_by: '' }
  return [
    ...(taken && isTaken ? [{ position: 1, months: taken.months, taken_on: taken.on, decided_by: 'As the notices say' }] : []),
    ...(openMonths > 0 && openMonths <= 120 ? [open] : []),
  ]
}

/** Options that stand already are a person's. */
async function writeOptions(tx: Writer, keys: ContractKeys, process: NoticeProcess): Promise<void> {
  const there = await tx
    .selectFrom('commissioning.contract_extension')
    .select('id')
    .where('contract', '=', keys.contract)
    .executeTakeFirst()
  if (there) return
  await addRows(
    tx,
    'commissioning.contract_extension',
    optionRows(process).map((row) => ({ id: newId(), ...keys, ...row })),
  )
}

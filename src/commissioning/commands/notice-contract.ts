import { newId } from '#platform/database/ids.ts'
import type { Writer } from '#platform/database/session.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import { noticedFacts } from '../queries/notices.ts'
import { type PlannedProcess, worthOf } from '../rules/notices/plan.ts'
import { type NoticeProcess, termEnds } from '../rules/notices/process.ts'
import { auditStep } from './write-record.ts'

/**
 * Writes what the notices of a process say into a contract, new or made of earlier notices. It is a draft until somebody shows it; a person then says whether it
 * could tell who a child is.
 * @param providers - the providers of ours, by the ids that the notices give them
 */
export async function writeContractOf(
  tx: Writer,
  doer: Doer,
  body: string,
  { ocid, process, buyer, contract, suppliers }: PlannedProcess,
  providers: ReadonlyMap<string, string>,
  source: string,
): Promise<void> {
  const id = contract ?? newId()
  const columns = columnsOf(process, buyer ?? '')
  const isNew = contract === undefined
  // What was written is read as the table keeps it: its own rules may say some of it otherwise.
  const written = isNew
    ? await tx
        .insertInto('commissioning.contract')
        .values({ id, body, ...columns })
        .returningAll()
        .executeTakeFirstOrThrow()
    : await tx
        .updateTable('commissioning.contract')
        .set((row) => ({ ...columns, version: row('version', '+', 1) }))
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirstOrThrow()
  const known = { contract: id, body, sight: written.sight, isNew }
  const facts = noticedFacts(written)
  if (isNew)
    await tx
      .insertInto('commissioning.contract_origin')
      .values({ contract: id, body, sight: written.sight, ocid, source, imported_on: doer.today, facts })
      .execute()
  else
    await tx
      .updateTable('commissioning.contract_origin')
      .set({ facts, imported_on: doer.today, source })
      .where('contract', '=', id)
      .execute()
  const lots = await writeLots(tx, known, process)
  await writeProviders(tx, known, process, suppliers, providers, lots)
  await writeOptions(tx, known, process)
  await auditStep(tx, doer, contract === undefined ? 'contract-imported' : 'contract-imported-again', 'contract', id)
}

interface KnownContract {
  /** Nothing of it can stand already. */
  readonly isNew: boolean
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

async function writeLots(tx: Writer, { isNew, ...known }: KnownContract, { lots }: NoticeProcess): Promise<ReadonlyMap<number, string>> {
  const there = isNew
    ? []
    : await tx.selectFrom('commissioning.contract_lot').select(['id', 'number']).where('contract', '=', known.contract).execute()
  const ids = new Map(there.map(({ number, id }) => [number, id]))
  for (const { number, title, status } of lots) {
    const id = ids.get(number)
    if (id !== undefined) await tx.updateTable('commissioning.contract_lot').set({ title, status }).where('id', '=', id).execute()
    else {
      const made = newId()
      ids.set(number, made)
      await tx
        .insertInto('commissioning.contract_lot')
        .values({ id: made, ...known, number, title, status })
        .execute()
    }
  }
  return ids
}

async function writeProviders(
  tx: Writer,
  { isNew, ...known }: KnownContract,
  { startsOn }: NoticeProcess,
  suppliers: PlannedProcess['suppliers'],
  providers: ReadonlyMap<string, string>,
  lots: ReadonlyMap<number, string>,
): Promise<void> {
  if (startsOn === undefined) return
  const there = isNew
    ? []
    : await tx.selectFrom('commissioning.contract_provider').select(['provider', 'lot']).where('contract', '=', known.contract).execute()
  const written = new Set(there.map(({ provider, lot }) => `${provider} ${lot}`))
  for (const { party, lot } of suppliers) {
    const provider = providers.get(party.id)
    const ofLot = lot === undefined ? null : (lots.get(lot) ?? null)
    if (provider === undefined || written.has(`${provider} ${ofLot}`)) continue
    written.add(`${provider} ${ofLot}`)
    await tx
      .insertInto('commissioning.contract_provider')
      .values({ id: newId(), ...known, provider, part: 'provider', lot: ofLot, starts_on: startsOn })
      .execute()
  }
}

/** What is open to extend it by, and what was taken; options that stand already are a person's. */
async function writeOptions(tx: Writer, { isNew, ...known }: KnownContract, process: NoticeProcess): Promise<void> {
  if (termEnds(process) === undefined) return
  const there = isNew
    ? undefined
    : await tx.selectFrom('commissioning.contract_extension').select('id').where('contract', '=', known.contract).executeTakeFirst()
  if (there) return
  const { taken, openMonths } = process
  const isTaken = isTakenInTime(process)
  if (taken && isTaken)
    await tx
      .insertInto('commissioning.contract_extension')
      .values({ id: newId(), ...known, position: 1, months: taken.months, taken_on: taken.on, decided_by: 'As the notices say' })
      .execute()
  if (openMonths > 0 && openMonths <= 120)
    await tx
      .insertInto('commissioning.contract_extension')
      .values({ id: newId(), ...known, position: isTaken ? 2 : 1, months: openMonths })
      .execute()
}

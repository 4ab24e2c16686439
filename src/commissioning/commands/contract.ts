import { findBodySettings, findCalendar, findStanding, listOrganisationsOn } from '#governance/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { ChangedContractInput, ClearInput, ContractInput, EndContractInput, FactsInput } from '../forms/contract.ts'
import type { ShowInput } from '../forms/offered.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { demand } from '../permission.ts'
import { findRegimeDuties, findVatRate, listRegimes } from '../queries/contract-rules.ts'
import { type Contract, findContract, guardedContract } from '../queries/contracts.ts'
import { vatCheck } from '../rules/contract.ts'
import { standstillEnd } from '../rules/contract-duty.ts'
import { identifyingSigns } from '../rules/identifying.ts'
import { contractProblem } from './contract-problem.ts'
import { auditStep, demandOne, takeStep } from './write-record.ts'

type Needs = Pick<CommissioningNeeds, 'db'>
type Done = Promise<Result<string, FieldProblem>>

/** Takes a step of a contract in one transaction; a rule of the database that it breaks comes back as a problem. @throws NotFound, Forbidden, Conflict */
export async function inContract(
  needs: Needs,
  doer: Doer,
  id: string,
  step: { readonly verb: 'change' | 'show' | 'clear'; readonly act: string; readonly version: number },
  work: (tx: Writer, contract: Contract) => Done,
): Done {
  try {
    const how = { find: (tx: Writer) => findContract(tx, id, doer.today), guard: guardedContract, ...step }
    return await takeStep(needs.db, doer, how, work)
  } catch (error) {
    const problem = contractProblem(error)
    if (problem) return fail(problem)
    throw error
  }
}

/** Records a contract of a board; nobody but those who prepare it sees it until it is shown (C9). */
export async function addContract(needs: Needs, doer: Doer, body: string, input: ContractInput): Done {
  try {
    return await writeAs(needs.db, doer, (tx) => writeContract(tx, doer, body, input))
  } catch (error) {
    const problem = contractProblem(error)
    if (problem) return fail(problem)
    throw error
  }
}

/** Writes a new contract in a transaction that is under way, with what is known of it besides. Gives its id. @throws Forbidden */
export async function writeContract(
  tx: Writer,
  doer: Doer,
  body: string,
  input: ContractInput,
  besides: { readonly awarded_on?: Temporal.PlainDate } = {},
): Done {
  await demand(tx, doer, { record: 'contracts', state: 'any', ties: { body } }, 'add')
  const problem = await inputProblem(tx, doer, input)
  if (problem) return fail(problem)
  const id = newId()
  await tx
    .insertInto('commissioning.contract')
    .values({ id, body, ...columnsOf(input), ...besides })
    .execute()
  await auditStep(tx, doer, 'contract-added', 'contract', id)
  return succeed(id)
}

/** Changes what is recorded of a contract. @throws Conflict where somebody else saved first */
export function changeContract(needs: Needs, doer: Doer, id: string, input: ChangedContractInput): Done {
  return inContract(needs, doer, id, { verb: 'change', act: 'contract-changed', version: input.version }, async (tx, contract) => {
    const problem = await inputProblem(tx, doer, input)
    if (problem) return fail(problem)
    await saveContract(tx, contract, columnsOf(input))
    return succeed(id)
  })
}

/** Records what has happened to a contract. The end of its standstill is counted by the rule of its regime, and nobody signs before it is over. */
export function recordFacts(needs: Needs, doer: Doer, id: string, input: FactsInput): Done {
  return inContract(needs, doer, id, { verb: 'change', act: 'contract-dated', version: input.version }, async (tx, contract) => {
    for (const field of ['engagedOn', 'tenderedOn', 'notifiedOn', 'awardedOn', 'signedOn'] as const) {
      const day = input[field]
      if (day && Temporal.PlainDate.compare(day, doer.today) > 0) return fail({ field, code: 'in-the-future', details: { part: 'day' } })
    }
    const until = input.notifiedOn && (await standstillOf(tx, contract, input.notifiedOn, doer.today))
    if (until && input.signedOn && Temporal.PlainDate.compare(input.signedOn, until) <= 0)
      return fail({ field: 'signedOn', code: 'contract-after-standstill', details: { part: 'day' } })
    await saveContract(tx, contract, {
      ...{ engaged_on: input.engagedOn ?? null, tendered_on: input.tenderedOn ?? null, notified_on: input.notifiedOn ?? null },
      ...{ standstill_until: until ?? null, awarded_on: input.awardedOn ?? null, signed_on: input.signedOn ?? null },
    })
    return succeed(id)
  })
}

async function standstillOf(
  tx: Writer,
  { regime, process, body }: Contract,
  notifiedOn: Temporal.PlainDate,
  today: Temporal.PlainDate,
): Promise<Temporal.PlainDate | undefined> {
  const rule = (await findRegimeDuties(tx, regime, notifiedOn)).find(({ key }) => key === 'standstill')
  if (!rule || (rule.processes.length > 0 && process !== '' && !rule.processes.includes(process))) return undefined
  const settings = await findBodySettings(tx, body, today)
  return standstillEnd(rule, notifiedOn, await findCalendar(tx, settings?.holidayDivision ?? 'england-and-wales'))
}

/** Ends a contract before its term. */
export function endContract(needs: Needs, doer: Doer, id: string, input: EndContractInput): Done {
  return inContract(needs, doer, id, { verb: 'change', act: 'contract-ended', version: input.version }, async (tx, contract) => {
    if (Temporal.PlainDate.compare(input.endedOn, contract.startsOn) <= 0)
      return fail({ field: 'endedOn', code: 'ends-before-it-begins', details: { part: 'day' } })
    if (contract.runsUntil && Temporal.PlainDate.compare(input.endedOn, contract.runsUntil) >= 0)
      return fail({ field: 'endedOn', code: 'after-its-term', details: { part: 'day' } })
    await saveContract(tx, contract, { ended_on: input.endedOn, ended_because: input.because })
    return succeed(id)
  })
}

/** Shows a contract to its board or to everybody; one that could tell who a child is waits for a person who lets it be shown. */
export function showContract(needs: Needs, doer: Doer, id: string, input: ShowInput): Done {
  return inContract(needs, doer, id, { verb: 'show', act: 'contract-shown', version: input.version }, async (tx, contract) => {
    if (contract.sight === 'public') return fail({ field: 'sight', code: 'public-already' })
    const { title, summary, reference, served, isCleared } = contract
    if (input.sight === 'public' && !isCleared && identifyingSigns(`${title} ${summary} ${reference}`, served).length > 0)
      return fail({ field: 'sight', code: 'contract-held' })
    await saveContract(tx, contract, { sight: input.sight })
    return succeed(id)
  })
}

/** Records that a person lets a contract be shown to everybody, or takes it back from them, and why (handbook of commissioning 7). */
export function clearContract(needs: Needs, doer: Doer, id: string, input: ClearInput): Done {
  return inContract(needs, doer, id, { verb: 'clear', act: `contract-${input.settled}`, version: input.version }, async (tx, contract) => {
    const { person } = await findStanding(tx, doer)
    if (person === undefined) return fail({ field: '', code: 'person-missing' })
    await tx
      .insertInto('commissioning.contract_clearing')
      .values({
        ...{ id: newId(), contract: id, body: contract.body, settled: input.settled, because: input.because },
        ...{ on_day: doer.today, by_person: person.id },
      })
      .execute()
    const back = input.settled === 'held' && contract.sight === 'public' ? { sight: 'members' } : {}
    await saveContract(tx, contract, { is_cleared: input.settled === 'cleared', ...back })
    return succeed(id)
  })
}

/** Writes columns of a contract and counts its version up. @throws Conflict */
export async function saveContract(tx: Writer, { id, version }: Contract, columns: object): Promise<void> {
  const saved = await tx
    .updateTable('commissioning.contract')
    .set({ ...columns, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  demandOne(saved)
}

async function inputProblem(tx: Writer, { today }: Doer, input: ContractInput): Promise<FieldProblem | undefined> {
  const [organisations, regimes, rate] = await Promise.all([
    listOrganisationsOn(tx, today),
    listRegimes(tx),
    findVatRate(tx, input.vat, input.startsOn),
  ])
  if (!organisations.some(({ id }) => id === input.commissioner)) return { field: 'commissioner', code: 'choice-unknown' }
  if (!regimes.some(({ code }) => code === input.regime)) return { field: 'regime', code: 'choice-unknown' }
  if (input.lastDay && Temporal.PlainDate.compare(input.lastDay, input.startsOn) < 0)
    return { field: 'lastDay', code: 'ends-before-it-begins', details: { part: 'day' } }
  if (input.vat === 'mixed' && input.vatNote === undefined) return { field: 'vatNote', code: 'vat-mixed-why' }
  if ((input.volume === undefined) !== (input.volumeUnit === undefined)) return { field: 'volumeUnit', code: 'volume-half' }
  const sums = vatCheck({ net: input.net ?? null, gross: input.gross ?? null, vat: input.vat }, rate)
  if (sums === 'four-fifths') return { field: 'net', code: 'vat-four-fifths' }
  if (sums === 'does-not-fit') return { field: 'gross', code: 'contract-vat' }
  return sums === 'treatment-missing' ? { field: 'vat', code: 'vat-treatment-missing' } : undefined
}

const columnsOf = (input: ContractInput) => ({
  ...{ title: input.title, reference: input.reference ?? '', summary: input.summary ?? '', commissioner: input.commissioner },
  ...{ regime: input.regime, process: input.process ?? '', starts_on: input.startsOn, ends_on: input.lastDay?.add({ days: 1 }) ?? null },
  ...{ net: input.net ?? null, gross: input.gross ?? null, vat: input.vat, vat_note: input.vatNote ?? '', said: input.said ?? '' },
  ...{
    volume: input.volume === undefined ? null : BigInt(input.volume),
    volume_unit: input.volumeUnit ?? '',
    served: input.served ?? null,
  },
  ...{ agreement: input.agreement ?? null, decision: input.decision ?? null },
})

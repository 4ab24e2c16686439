import { newId } from '#platform/database/ids.ts'
import { NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type * as input from '../forms/contract.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { findKpis } from '../queries/contract-kpis.ts'
import { findExtensions, findLots } from '../queries/contract-parts.ts'
import { listRatingWords } from '../queries/contract-rules.ts'
import type { Contract } from '../queries/contracts.ts'
import { inContract, saveContract } from './contract.ts'

type Needs = Pick<CommissioningNeeds, 'db'>
type Done = Promise<Result<string, FieldProblem>>
type Day = Temporal.PlainDate

const after = (last: Day | undefined): Day | null => last?.add({ days: 1 }) ?? null
const isAhead = (day: Day | undefined, today: Day): boolean => day !== undefined && Temporal.PlainDate.compare(day, today) > 0
const ofContract = ({ id, body, sight }: Contract) => ({ contract: id, body, sight })
const step = (act: string, version: number) => ({ verb: 'change' as const, act, version })
const inFuture = (field: string): FieldProblem => ({ field, code: 'in-the-future', details: { part: 'day' } })

/** Says to which services, outcomes and budget lines a contract is tied; what is not named any more is untied. */
export function tieContract(needs: Needs, doer: Doer, id: string, typed: input.TiesInput): Done {
  return inContract(needs, doer, id, step('contract-tied', typed.version), async (tx, contract) => {
    const known = ofContract(contract)
    for (const table of ['contract_service', 'contract_outcome', 'contract_line'] as const)
      await tx.deleteFrom(`commissioning.${table}`).where('contract', '=', id).execute()
    for (const service of typed.services)
      await tx
        .insertInto('commissioning.contract_service')
        .values({ ...known, service })
        .execute()
    for (const outcome of typed.outcomes)
      await tx
        .insertInto('commissioning.contract_outcome')
        .values({ ...known, outcome })
        .execute()
    for (const line of typed.lines)
      await tx
        .insertInto('commissioning.contract_line')
        .values({ ...known, line })
        .execute()
    await saveContract(tx, contract, {})
    return succeed(id)
  })
}

/** Adds somebody who provides: alone, in a consortium or for another. A lot has no more of them than its limit. */
export function addContractProvider(needs: Needs, doer: Doer, id: string, typed: input.ContractProviderInput): Done {
  return inContract(needs, doer, id, step('contract-provider', typed.version), async (tx, contract) => {
    const main = contract.providers.find((one) => one.id === typed.under)
    if ((typed.part === 'sub-contractor') !== (typed.under !== undefined)) return fail({ field: 'under', code: 'sub-contractor-of-whom' })
    if (typed.under !== undefined && !main) return fail({ field: 'under', code: 'choice-unknown' })
    if (typed.lastDay && Temporal.PlainDate.compare(typed.lastDay, typed.startsOn) < 0)
      return fail({ field: 'lastDay', code: 'ends-before-it-begins', details: { part: 'day' } })
    await tx
      .insertInto('commissioning.contract_provider')
      .values({
        ...{ id: newId(), ...ofContract(contract), provider: typed.provider, part: typed.part, under: typed.under ?? null },
        ...{ lot: typed.lot ?? main?.lot ?? null, starts_on: typed.startsOn, ends_on: after(typed.lastDay) },
      })
      .execute()
    await saveContract(tx, contract, {})
    return succeed(id)
  })
}

/** Adds a lot, or with `lot` changes one: its status is its own. */
export function keepLot(needs: Needs, doer: Doer, id: string, lot: string | undefined, typed: input.LotInput): Done {
  return inContract(needs, doer, id, step('contract-lot', typed.version), async (tx, contract) => {
    const lots = await findLots(tx, id)
    if (lot !== undefined && !lots.some((one) => one.id === lot)) throw new NotFound('No such lot.')
    const columns = { title: typed.title, area: typed.area ?? null, status: typed.status, provider_limit: typed.providerLimit ?? null }
    const number = Math.max(0, ...lots.map((one) => one.number)) + 1
    if (lot === undefined)
      await tx
        .insertInto('commissioning.contract_lot')
        .values({ id: newId(), ...ofContract(contract), number, ...columns })
        .execute()
    else await tx.updateTable('commissioning.contract_lot').set(columns).where('id', '=', lot).execute()
    await saveContract(tx, contract, {})
    return succeed(id)
  })
}

/** Adds an option to extend a contract. */
export function addOption(needs: Needs, doer: Doer, id: string, typed: input.OptionInput): Done {
  return inContract(needs, doer, id, step('contract-option', typed.version), async (tx, contract) => {
    const options = (await findExtensions(tx, [id])).get(id) ?? []
    const position = Math.max(0, ...options.map((one) => one.position)) + 1
    await tx
      .insertInto('commissioning.contract_extension')
      .values({ id: newId(), ...ofContract(contract), position, months: typed.months, take_by: typed.takeBy ?? null })
      .execute()
    await saveContract(tx, contract, {})
    return succeed(id)
  })
}

/** Records that an option was taken by a decision, or let go. */
export function settleOption(needs: Needs, doer: Doer, id: string, option: string, typed: input.TakenInput): Done {
  return inContract(needs, doer, id, step(`contract-option-${typed.became}`, typed.version), async (tx, contract) => {
    if (!(await findExtensions(tx, [id])).get(id)?.some((one) => one.id === option)) throw new NotFound('No such option.')
    if (isAhead(typed.onDay, doer.today)) return fail(inFuture('onDay'))
    if (typed.became === 'taken' && typed.decision === undefined && typed.decidedBy === undefined)
      return fail({ field: 'decision', code: 'extension-by-decision' })
    await saveContract(tx, contract, {})
    await tx
      .updateTable('commissioning.contract_extension')
      .set({
        ...(typed.became === 'taken' ? { taken_on: typed.onDay } : { declined_on: typed.onDay }),
        ...{ decision: typed.decision ?? null, decided_by: typed.decidedBy ?? '' },
      })
      .where('id', '=', option)
      .execute()
    return succeed(id)
  })
}

const NUMBER = /^-?\d{1,9}(\.\d{1,4})?$/

/** Adds an indicator; none begins after the contract has ended. */
export function addKpi(needs: Needs, doer: Doer, id: string, typed: input.KpiInput): Done {
  return inContract(needs, doer, id, step('contract-kpi', typed.version), async (tx, contract) => {
    for (const field of ['target', 'tolerance'] as const)
      if (typed[field] !== undefined && !NUMBER.test(typed[field])) return fail({ field, code: 'number-expected' })
    if (typed.tolerance?.startsWith('-') === true) return fail({ field: 'tolerance', code: 'tolerance-not-negative' })
    if (typed.lastDay !== undefined && Temporal.PlainDate.compare(typed.lastDay, typed.startsOn) < 0)
      return fail({ field: 'lastDay', code: 'ends-before-it-begins' })
    const kpis = await findKpis(tx, [id])
    await tx
      .insertInto('commissioning.contract_kpi')
      .values({
        ...{ id: newId(), ...ofContract(contract), position: Math.max(0, ...kpis.map((one) => one.position)) + 1, title: typed.title },
        ...{ unit: typed.unit ?? '', better: typed.better, target: typed.target ?? null, tolerance: typed.tolerance ?? '0' },
        ...{ measure: typed.measure ?? null, every_months: Number(typed.everyMonths), report_days: typed.reportDays },
        ...{ starts_on: typed.startsOn, ends_on: after(typed.lastDay), is_public: typed.isPublic },
      })
      .execute()
    await saveContract(tx, contract, {})
    return succeed(id)
  })
}

/** Records a notice that was published. */
export function addNotice(needs: Needs, doer: Doer, id: string, typed: input.NoticeInput): Done {
  return inContract(needs, doer, id, step('contract-notice', typed.version), async (tx, contract) => {
    if (isAhead(typed.publishedOn, doer.today)) return fail(inFuture('publishedOn'))
    const { kind, code = '', publishedOn, reference = '' } = typed
    await tx
      .insertInto('commissioning.contract_notice')
      .values({ id: newId(), ...ofContract(contract), kind, code, published_on: publishedOn, reference })
      .execute()
    await saveContract(tx, contract, {})
    return succeed(id)
  })
}

/** Records a clause. */
export function addClause(needs: Needs, doer: Doer, id: string, typed: input.ClauseInput): Done {
  return inContract(needs, doer, id, step('contract-clause', typed.version), async (tx, contract) => {
    await tx
      .insertInto('commissioning.contract_clause')
      .values({ id: newId(), ...ofContract(contract), kind: typed.kind, text: typed.text, clause: typed.clause ?? '' })
      .execute()
    await saveContract(tx, contract, {})
    return succeed(id)
  })
}

/** Records how performance was assessed, in the words of the law. */
export function addAssessment(needs: Needs, doer: Doer, id: string, typed: input.AssessmentInput): Done {
  return inContract(needs, doer, id, step('contract-assessed', typed.version), async (tx, contract) => {
    for (const field of ['assessedOn', 'publishedOn'] as const) if (isAhead(typed[field], doer.today)) return fail(inFuture(field))
    if (!(await listRatingWords(tx, typed.assessedOn)).some(({ code }) => code === typed.rating))
      return fail({ field: 'rating', code: 'choice-unknown' })
    if (Temporal.PlainDate.compare(typed.lastDay, typed.startsOn) < 0)
      return fail({ field: 'lastDay', code: 'ends-before-it-begins', details: { part: 'day' } })
    if (Temporal.PlainDate.compare(typed.lastDay, typed.assessedOn) >= 0)
      return fail({ field: 'assessedOn', code: 'assessed-after-period', details: { part: 'day' } })
    if (typed.publishedOn && Temporal.PlainDate.compare(typed.publishedOn, typed.assessedOn) < 0)
      return fail({ field: 'publishedOn', code: 'published-before', details: { part: 'day' } })
    await tx
      .insertInto('commissioning.contract_assessment')
      .values({
        ...{ id: newId(), ...ofContract(contract), assessed_on: typed.assessedOn, starts_on: typed.startsOn },
        ...{ ends_on: typed.lastDay.add({ days: 1 }), rating: typed.rating, because: typed.because },
        published_on: typed.publishedOn ?? null,
      })
      .execute()
    await saveContract(tx, contract, {})
    return succeed(id)
  })
}

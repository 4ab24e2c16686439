import { listPeople, type RecordStep } from '#governance/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { IndividualInput, PurchaseInput, ReaderInput, ReturnedInput, UndoInput } from '../forms/delegated.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { demand } from '../permission.ts'
import { type BudgetShare, findShare, guardedIndividual, guardedIndividuals, guardedShare, myPerson } from '../queries/budget-share.ts'
import {
  findBudgetEntries,
  findBudgetRules,
  findDelegated,
  findIndividual,
  findIndividualEntries,
  type IndividualBudget,
} from '../queries/delegated.ts'
import { findLine } from '../queries/fund-money.ts'
import { findFund } from '../queries/funds.ts'
import { findLed } from '../queries/led-records.ts'
import { findOwnOffices } from '../queries/own-part.ts'
import { findProviders } from '../queries/providers.ts'
import { type BudgetEntry, purchaseProblem, shareStanding } from '../rules/delegated.ts'
import { budgetRefused } from './budget-problem.ts'
import { auditStep, demandOne, takeStep } from './write-record.ts'

type Needs = Pick<CommissioningNeeds, 'db'>
type Written = Promise<Result<string, FieldProblem>>
const compare = Temporal.PlainDate.compare
const ofDay = (field: string, code: string): FieldProblem => ({ field, code, details: { part: 'day' } })
const placeOf = {
  'budget-before-hand-over': 'happenedOn',
  'budget-in-its-time': 'happenedOn',
  'budget-by-rule': 'rule',
  'budget-not-handed': '',
} as const

const shareStep = (doer: Doer, budget: string, holder: string, act: string): RecordStep<BudgetShare> => ({
  find: async (tx) => {
    // What is left is asked here to speak kindly; who buys at the same moment is told by the database, which asks again under its lock.
    const record = await findLed(tx, 'delegated', budget, doer.today)
    return findShare(tx, record, holder)
  },
  ...{ guard: guardedShare, verb: 'spend', act },
})
const ofShare = ({ record, holder }: BudgetShare) => ({ budget: record.id, body: record.body, sight: record.sight, holder: holder.id })

/** Records what was bought from a share: within its time, its rule, its limit and what is left; the database refuses the rest again (C14). */
export function buyFromShare(needs: Needs, doer: Doer, budget: string, holder: string, input: PurchaseInput): Written {
  return takeStep(needs.db, doer, shareStep(doer, budget, holder, 'budget-purchase'), async (tx, share) => {
    const problem = await buyingProblem(tx, doer, share, input)
    if (problem) return fail(problem)
    await tx
      .insertInto('commissioning.budget_entry')
      .values({
        ...{ id: newId(), ...ofShare(share), kind: 'purchase', rule: input.rule, happened_on: input.happenedOn, pence: input.pence },
        ...{ what: input.what, provider: input.provider ?? null },
      })
      .execute()
    return succeed(budget)
  }).catch(budgetRefused)
}

async function buyingProblem(tx: Writer, { today }: Doer, share: BudgetShare, input: PurchaseInput): Promise<FieldProblem | undefined> {
  const { record, holder } = share
  if (compare(input.happenedOn, today) > 0) return ofDay('happenedOn', 'in-the-future')
  const rule = (await findBudgetRules(tx, record.id)).find(({ id }) => id === input.rule)
  const found = (await findDelegated(tx, [record.id])).get(record.id)
  if (!rule || !found) return { field: 'rule', code: 'choice-unknown' }
  if (input.provider !== undefined && (await findProviders(tx, [input.provider])).length === 0)
    return { field: 'provider', code: 'choice-unknown' }
  const code = purchaseProblem(
    { holder: holder.id, on: input.happenedOn, pence: input.pence },
    { handedOn: found.handedOn, startsOn: found.startsOn, endsOn: found.endsOn },
    rule,
    await leftOf(tx, share),
  )
  if (!code) return undefined
  const field = code in placeOf ? placeOf[code as keyof typeof placeOf] : 'pence'
  return field === 'happenedOn' ? ofDay(field, code) : { field, code }
}

async function leftOf(tx: Writer, { record, holder }: BudgetShare): Promise<bigint> {
  const entries = (await findBudgetEntries(tx, record.id)).filter((one) => one.holder === holder.id)
  return shareStanding(holder.pence ?? 0n, entries).left
}

/** Gives back what is not spent. */
export function returnFromShare(needs: Needs, doer: Doer, budget: string, holder: string, input: ReturnedInput): Written {
  return takeStep(needs.db, doer, shareStep(doer, budget, holder, 'budget-returned'), async (tx, share) => {
    if (share.holder.pence === undefined) return fail({ field: '', code: 'budget-not-handed' })
    const problem = givingProblem(doer, input, await leftOf(tx, share))
    if (problem) return fail(problem)
    await tx
      .insertInto('commissioning.budget_entry')
      .values({ id: newId(), ...ofShare(share), kind: 'returned', happened_on: input.happenedOn, pence: input.pence, what: input.what })
      .execute()
    return succeed(budget)
  }).catch(budgetRefused)
}

const givingProblem = ({ today }: Doer, input: ReturnedInput, left: bigint): FieldProblem | undefined => {
  if (compare(input.happenedOn, today) > 0) return ofDay('happenedOn', 'in-the-future')
  return input.pence > left ? { field: 'pence', code: 'budget-within-share' } : undefined
}

/** Undoes an entry by one of its own: nothing is changed. */
export function undoInShare(needs: Needs, doer: Doer, budget: string, entry: string, input: UndoInput): Written {
  return writeAs(needs.db, doer, async (tx) => {
    const entries = await findBudgetEntries(tx, budget)
    const found = entries.find(({ id }) => id === entry)
    if (!found) throw new NotFound('No such entry.')
    const share = await findShare(tx, await findLed(tx, 'delegated', budget, doer.today), found.holder)
    await demand(tx, doer, guardedShare(share), 'spend')
    const problem = undoProblem(doer, input, found, entries)
    if (problem) return fail(problem)
    await tx
      .insertInto('commissioning.budget_entry')
      .values({
        ...{ id: newId(), ...ofShare(share), kind: 'undone', happened_on: input.happenedOn },
        pence: found.pence,
        what: input.what,
        undoes: entry,
      })
      .execute()
    await auditStep(tx, doer, 'budget-undone', 'delegated', found.holder)
    return succeed(budget)
  }).catch(budgetRefused)
}

function undoProblem({ today }: Doer, input: UndoInput, found: BudgetEntry, entries: readonly BudgetEntry[]): FieldProblem | undefined {
  if (found.kind === 'undone' || entries.some(({ undoes }) => undoes === found.id)) return { field: '', code: 'entry-undone-once' }
  if (compare(input.happenedOn, today) > 0) return ofDay('happenedOn', 'in-the-future')
  return compare(input.happenedOn, found.happenedOn) < 0 ? ofDay('happenedOn', 'ends-before-it-begins') : undefined
}

/** Opens the budget of one person, by a number and never by name. */
export function openIndividual(needs: Needs, doer: Doer, body: string, input: IndividualInput): Written {
  return writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, await guardedIndividuals(tx, body, doer.today), 'add')
    const me = await myPerson(tx)
    const own = me === undefined ? [] : ((await findOwnOffices(tx, me, doer.today)).get('brokerage') ?? [])
    if (!own.includes(input.lead)) return fail({ field: 'lead', code: 'choice-unknown' })
    if (!(await listPeople(tx)).some(({ id }) => id === input.professional)) return fail({ field: 'professional', code: 'choice-unknown' })
    if (compare(input.lastDay, input.startsOn) < 0) return fail(ofDay('lastDay', 'ends-before-it-begins'))
    if (input.line !== undefined && (await findFund(tx, (await findLine(tx, input.line)).fund, doer.today)).body !== body)
      return fail({ field: 'line', code: 'choice-unknown' })
    const id = newId()
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('commissioning.individual_budget')
      .values({
        ...{ id, body, lead: input.lead, reference: input.reference, held_by: input.heldBy, professional: input.professional },
        ...{ pence: input.pence, starts_on: input.startsOn, ends_on: input.lastDay.add({ days: 1 }), opened_by: me ?? '' },
        line: input.line ?? null,
      })
      .onConflict((conflict) => conflict.columns(['body', 'reference']).doNothing())
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows !== 1n) return fail({ field: 'reference', code: 'reference-taken' })
    await auditStep(tx, doer, 'individual-budget-opened', 'individual-budget', id)
    return succeed(id)
  })
}

const individualStep = (doer: Doer, id: string, act: string, version?: number): RecordStep<IndividualBudget> => ({
  find: async (tx) => {
    const [found] = await findIndividual(tx, { id })
    if (!found) throw new NotFound('No such budget.')
    return found
  },
  guard: (found) => guardedIndividual(found, doer.today),
  ...{ verb: 'change', act, version },
})

/** Names somebody else who works with that person, why, and until when. */
export function addReader(needs: Needs, doer: Doer, id: string, input: ReaderInput): Written {
  return takeStep(needs.db, doer, individualStep(doer, id, 'individual-reader', input.version), async (tx, found) => {
    if (!(await listPeople(tx)).some((one) => one.id === input.person)) return fail({ field: 'person', code: 'choice-unknown' })
    if (found.readers.some(({ person }) => person === input.person)) return fail({ field: 'person', code: 'reader-already' })
    if (input.lastDay && compare(input.lastDay, doer.today) < 0) return fail(ofDay('lastDay', 'ends-before-it-begins'))
    await tx
      .insertInto('commissioning.individual_reader')
      .values({
        ...{ budget: id, body: found.body, person: input.person, why: input.why, starts_on: doer.today },
        ends_on: input.lastDay?.add({ days: 1 }) ?? null,
      })
      .execute()
    demandOne(
      await tx
        .updateTable('commissioning.individual_budget')
        .set({ version: found.version + 1 })
        .where('id', '=', id)
        .where('version', '=', found.version)
        .executeTakeFirst(),
    )
    return succeed(id)
  }).catch(budgetRefused)
}

/** Records what was bought from the budget of one person, or given back from it. */
export function spendIndividual(needs: Needs, doer: Doer, id: string, kind: 'purchase' | 'returned', input: ReturnedInput): Written {
  return takeStep(needs.db, doer, individualStep(doer, id, `individual-${kind}`), async (tx, found) => {
    const entries = await findIndividualEntries(tx, id)
    const inTime = compare(found.startsOn, input.happenedOn) <= 0 && compare(input.happenedOn, found.endsOn) < 0
    if (kind === 'purchase' && !inTime) return fail(ofDay('happenedOn', 'budget-in-its-time'))
    const problem = givingProblem(doer, input, shareStanding(found.pence, entries).left)
    if (problem) return fail(problem)
    await tx
      .insertInto('commissioning.individual_entry')
      .values({ id: newId(), budget: id, body: found.body, kind, happened_on: input.happenedOn, pence: input.pence, what: input.what })
      .execute()
    return succeed(id)
  }).catch(budgetRefused)
}

/** Undoes an entry of the budget of one person. */
export function undoIndividual(needs: Needs, doer: Doer, id: string, entry: string, input: UndoInput): Written {
  return takeStep(needs.db, doer, individualStep(doer, id, 'individual-undone'), async (tx, budget) => {
    const entries = await findIndividualEntries(tx, id)
    const found = entries.find((one) => one.id === entry)
    if (!found) throw new NotFound('No such entry.')
    const problem = undoProblem(doer, input, found, entries)
    if (problem) return fail(problem)
    await tx
      .insertInto('commissioning.individual_entry')
      .values({
        ...{ id: newId(), budget: id, body: budget.body, kind: 'undone', happened_on: input.happenedOn, pence: found.pence },
        ...{ what: input.what, undoes: entry },
      })
      .execute()
    return succeed(id)
  }).catch(budgetRefused)
}

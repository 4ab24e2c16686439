import { findScheme, listPeople } from '#governance/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import type { Writer } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type {
  BudgetRuleInput,
  ChangedDelegatedInput,
  DelegatedInput,
  FactorInput,
  HandInput,
  HolderInput,
  RuleEndInput,
} from '../forms/delegated.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { listServices } from '../queries/commissioned-services.ts'
import { type Delegated, findBudgetRules, findDelegated, findFactors, findHolders } from '../queries/delegated.ts'
import { findLine } from '../queries/fund-money.ts'
import { listFunds } from '../queries/funds.ts'
import type { LedRecord } from '../queries/led-records.ts'
import { delegatedShares } from '../rules/delegated.ts'
import { decisionProblem } from './board-decision.ts'
import { budgetRefused } from './budget-problem.ts'
import { addLed, changeLed, ledStep, saveLed } from './led-record.ts'
import { takeStep } from './write-record.ts'

type Needs = Pick<CommissioningNeeds, 'db'>
type Written = Promise<Result<string, FieldProblem>>
const kind = 'delegated'
const compare = Temporal.PlainDate.compare
const ofDay = (field: string, code: string): FieldProblem => ({ field, code, details: { part: 'day' } })
const of = ({ id, body, sight }: LedRecord) => ({ budget: id, body, sight })

/** Begins a delegated budget (C14). */
export function addDelegated(needs: Needs, doer: Doer, body: string, input: DelegatedInput): Written {
  return addLed(needs, doer, { kind, body }, { ...input, columns: columnsOf(input) }, (tx) => delegatedProblem(tx, doer, body, input))
}

/** Changes one; its sum and its time stand once it is handed over. */
export function changeDelegated(needs: Needs, doer: Doer, id: string, input: ChangedDelegatedInput): Written {
  return changeLed(needs, doer, { kind, id }, { ...input, columns: columnsOf(input) }, async (tx) => {
    const found = await delegatedIn(tx, id)
    const { body } = await tx.selectFrom('commissioning.delegated_budget').select('body').where('id', '=', id).executeTakeFirstOrThrow()
    const problem = await delegatedProblem(tx, doer, body, input)
    if (problem || found.handedOn === undefined) return problem
    if (input.pence !== found.pence) return { field: 'pence', code: 'handed-already' }
    if (!input.startsOn.equals(found.startsOn)) return ofDay('startsOn', 'handed-already')
    if (!input.lastDay.add({ days: 1 }).equals(found.endsOn)) return ofDay('lastDay', 'handed-already')
    if (input.fund !== found.fund) return { field: 'fund', code: 'handed-already' }
    return input.line === found.line ? undefined : { field: 'line', code: 'handed-already' }
  })
}

async function delegatedProblem(tx: Writer, { today }: Doer, body: string, input: DelegatedInput): Promise<FieldProblem | undefined> {
  if (compare(input.lastDay, input.startsOn) < 0) return ofDay('lastDay', 'ends-before-it-begins')
  if (input.fund !== undefined && !(await listFunds(tx, body, today)).some(({ id }) => id === input.fund))
    return { field: 'fund', code: 'choice-unknown' }
  if (input.line === undefined) return undefined
  const line = await findLine(tx, input.line)
  if (line.fund !== input.fund) return { field: 'line', code: 'line-of-fund' }
  return undefined
}

const columnsOf = ({ purpose, pence, startsOn, lastDay, fund, line }: DelegatedInput) => ({
  ...{ purpose, pence, starts_on: startsOn, ends_on: lastDay.add({ days: 1 }), fund: fund ?? null, line: line ?? null },
})

async function delegatedIn(tx: Writer, id: string): Promise<Delegated> {
  const found = (await findDelegated(tx, [id])).get(id)
  if (!found) throw new NotFound('No such budget.')
  return found
}

/** Takes a step while the budget is divided: once it is handed over, what it was divided by stands. */
function dividing(
  needs: Needs,
  doer: Doer,
  of: { readonly id: string; readonly act: string; readonly version: number },
  work: (tx: Writer, record: LedRecord) => Promise<FieldProblem | undefined>,
): Written {
  return takeStep(needs.db, doer, ledStep(doer, { kind, id: of.id }, of.act, of.version), async (tx, record) => {
    if ((await delegatedIn(tx, of.id)).handedOn) return fail({ field: '', code: 'handed-already' })
    const problem = await work(tx, record)
    if (problem) return fail(problem)
    await saveLed(tx, record, {})
    return succeed(of.id)
  })
}

/** Names who holds a share: a person, or whoever holds a delegation of the board. */
export function addHolder(needs: Needs, doer: Doer, id: string, input: HolderInput): Written {
  return dividing(needs, doer, { id, act: 'budget-holder', version: input.version }, async (tx, record) => {
    if (input.person === undefined && input.delegation === undefined) return { field: 'person', code: 'holder-nobody' }
    if (input.person !== undefined && !(await listPeople(tx)).some((one) => one.id === input.person))
      return { field: 'person', code: 'choice-unknown' }
    if (input.delegation !== undefined && !(await findScheme(tx, record.body, doer.today)).some((one) => one.id === input.delegation))
      return { field: 'delegation', code: 'choice-unknown' }
    const position = (await findHolders(tx, id)).length + 1
    await tx
      .insertInto('commissioning.budget_holder')
      .values({
        ...{ id: newId(), ...of(record), position, kind: input.kind, name: input.name },
        ...{ person: input.person ?? null, delegation: input.delegation ?? null },
      })
      .execute()
    return undefined
  })
}

/** Adds by what it is divided, with what each holder has of it. */
export function addFactor(needs: Needs, doer: Doer, id: string, input: FactorInput): Written {
  return dividing(needs, doer, { id, act: 'budget-factor', version: input.version }, async (tx, record) => {
    const holders = await findHolders(tx, id)
    if (holders.length === 0) return { field: '', code: 'division-no-holder' }
    if (compare(input.datedOn, doer.today) > 0) return ofDay('datedOn', 'in-the-future')
    const factor = newId()
    const position = (await findFactors(tx, id)).length + 1
    await tx
      .insertInto('commissioning.budget_factor')
      .values({
        ...{ id: factor, ...of(record), position, name: input.name, weight: input.weight, source: input.source, dated_on: input.datedOn },
      })
      .execute()
    await tx
      .insertInto('commissioning.budget_factor_value')
      .values(holders.map((holder) => ({ factor, holder: holder.id, ...of(record), value: input.values.get(holder.id) ?? 0n })))
      .execute()
    return undefined
  })
}

/** Hands it over by a decision of the board: each holder gets its share to the penny, and the database works them again. */
export function handOver(needs: Needs, doer: Doer, id: string, input: HandInput): Written {
  return takeStep(needs.db, doer, ledStep(doer, { kind, id }, 'budget-handed-over', input.version), async (tx, record) => {
    const found = await delegatedIn(tx, id)
    if (found.handedOn) return fail({ field: '', code: 'handed-already' })
    const problem = await decisionProblem(tx, record.body, input.decision, doer.today)
    if (problem) return fail(problem)
    const [holders, factors] = await Promise.all([findHolders(tx, id), findFactors(tx, id)])
    const divided = delegatedShares(
      found.pence,
      holders.map((holder) => holder.id),
      factors,
    )
    if (!divided.ok) return fail({ field: '', code: `division-${divided.lack}` })
    for (const [holder, pence] of divided.shares)
      await tx.updateTable('commissioning.budget_holder').set({ pence }).where('id', '=', holder).execute()
    await saveLed(tx, record, { decision: input.decision, handed_on: doer.today })
    return succeed(id)
  }).catch(budgetRefused)
}

/** Says what may be bought, from when to when, up to how much, on whose authority. */
export function addBudgetRule(needs: Needs, doer: Doer, id: string, input: BudgetRuleInput): Written {
  return takeStep(needs.db, doer, ledStep(doer, { kind, id }, 'budget-rule', input.version), async (tx, record) => {
    const problem = await ruleProblem(tx, doer, record, input)
    if (problem) return fail(problem)
    await tx
      .insertInto('commissioning.budget_rule')
      .values({
        ...{ id: newId(), ...of(record), holder: input.holder ?? null, text: input.text, service: input.service ?? null },
        ...{ limit_pence: input.limit ?? null, authority: input.authority },
        ...{ starts_on: input.startsOn, ends_on: input.lastDay?.add({ days: 1 }) ?? null },
      })
      .execute()
    await saveLed(tx, record, {})
    return succeed(id)
  })
}

/** Ends a rule: after its last day nothing is bought by it, and what was bought by it stands (C14). */
export function endBudgetRule(needs: Needs, doer: Doer, id: string, rule: string, input: RuleEndInput): Written {
  return takeStep(needs.db, doer, ledStep(doer, { kind, id }, 'budget-rule-ended', input.version), async (tx, record) => {
    const found = (await findBudgetRules(tx, id)).find((one) => one.id === rule)
    if (!found) throw new NotFound('No such rule.')
    if (found.endsOn && compare(found.endsOn, doer.today) <= 0) return fail({ field: '', code: 'rule-ended' })
    if (compare(input.lastDay, found.startsOn) < 0) return fail(ofDay('lastDay', 'ends-before-it-begins'))
    await tx
      .updateTable('commissioning.budget_rule')
      .set({ ends_on: input.lastDay.add({ days: 1 }) })
      .where('id', '=', rule)
      .where('budget', '=', id)
      .execute()
    await saveLed(tx, record, {})
    return succeed(id)
  }).catch(budgetRefused)
}

async function ruleProblem(
  tx: Writer,
  { today }: Doer,
  { id, body }: LedRecord,
  input: BudgetRuleInput,
): Promise<FieldProblem | undefined> {
  if (input.holder !== undefined && !(await findHolders(tx, id)).some((one) => one.id === input.holder))
    return { field: 'holder', code: 'choice-unknown' }
  if (input.service !== undefined && !(await listServices(tx, body, today)).some((one) => one.id === input.service))
    return { field: 'service', code: 'choice-unknown' }
  if (input.lastDay && compare(input.lastDay, input.startsOn) < 0) return ofDay('lastDay', 'ends-before-it-begins')
  if (input.limit === 0n) return { field: 'limit', code: 'sum-above-nothing' }
  if ((await findBudgetRules(tx, id)).length >= 100) return { field: '', code: 'rules-many' }
  return undefined
}

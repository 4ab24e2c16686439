import { listOrganisationsOn, type RecordStep } from '#governance/public-data.ts'
import { findDecision } from '#meetings/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { ShowInput } from '../forms/offered.ts'
import type { ChangedStrategyInput, CriterionInput, DecideInput, OptionInput, StrategyInput } from '../forms/strategy.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { demand } from '../permission.ts'
import { listServices } from '../queries/commissioned-services.ts'
import { findCriteria, findOptions, findStrategy, guardedStrategy, type Strategy } from '../queries/strategies.ts'
import { findUsableNeeds } from '../queries/usable-needs.ts'
import { auditStep, demandOne, takeStep } from './write-record.ts'

type Needs = Pick<CommissioningNeeds, 'db'>

/** Begins a strategy of a board; nobody but those who prepare it sees it until it is shown (C2). */
export async function addStrategy(needs: Needs, doer: Doer, body: string, input: StrategyInput): Promise<Result<string, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, { record: 'commissioning', state: 'any', ties: { body } }, 'add')
    const problem = await strategyProblem(tx, doer, body, input)
    if (problem) return fail(problem)
    const id = newId()
    await tx
      .insertInto('commissioning.strategy')
      .values({ id, body, ...columnsOf(input) })
      .execute()
    await keepLinks(tx, { id, body, sight: 'draft' }, input)
    await auditStep(tx, doer, 'strategy-added', 'strategy', id)
    return succeed(id)
  })
}

const step = (doer: Doer, id: string, verb: 'change' | 'show', act: string, version?: number): RecordStep<Strategy> => ({
  ...{ find: (tx) => findStrategy(tx, id, doer.today), guard: guardedStrategy, verb, act, version },
})

/** Changes a strategy. @throws Conflict where somebody else saved first */
export function changeStrategy(needs: Needs, doer: Doer, id: string, input: ChangedStrategyInput): Promise<Result<string, FieldProblem>> {
  return takeStep(needs.db, doer, step(doer, id, 'change', 'strategy-changed', input.version), async (tx, strategy) => {
    const problem = await strategyProblem(tx, doer, strategy.body, input)
    if (problem) return fail(problem)
    if (strategy.decision !== undefined && String(input.equalityOn) !== String(strategy.equalityOn))
      return fail({ field: 'equalityOn', code: 'decided-already', details: { part: 'day' } })
    await save(tx, strategy, columnsOf(input))
    await tx.deleteFrom('commissioning.strategy_need').where('strategy', '=', id).execute()
    await tx.deleteFrom('commissioning.strategy_service').where('strategy', '=', id).execute()
    await keepLinks(tx, strategy, input)
    return succeed(id)
  })
}

/** Adds a criterion with its weight; after the decision nothing of the appraisal changes. */
export function addCriterion(needs: Needs, doer: Doer, id: string, input: CriterionInput): Promise<Result<string, FieldProblem>> {
  return takeStep(needs.db, doer, step(doer, id, 'change', 'strategy-criterion'), async (tx, { body, sight, decision }) => {
    if (decision !== undefined) return fail({ field: 'name', code: 'decided-already' })
    const position = (await findCriteria(tx, id)).length + 1
    await tx
      .insertInto('commissioning.criterion')
      .values({ id: newId(), strategy: id, body, sight, position, ...input })
      .execute()
    return succeed(id)
  })
}

/** Adds an option with its scores, or with `option` changes one; after the decision nothing of the appraisal changes. */
export function keepOption(
  needs: Needs,
  doer: Doer,
  id: string,
  option: string | undefined,
  input: OptionInput,
): Promise<Result<string, FieldProblem>> {
  return takeStep(needs.db, doer, step(doer, id, 'change', 'strategy-option'), async (tx, { body, sight, decision }) => {
    if (decision !== undefined) return fail({ field: 'title', code: 'decided-already' })
    const options = await findOptions(tx, id)
    if (option !== undefined && !options.some((one) => one.id === option)) throw new NotFound('No such option.')
    const columns = { question: input.question, title: input.title, text: input.text ?? '' }
    const kept = option ?? newId()
    if (option === undefined)
      await tx
        .insertInto('commissioning.strategy_option')
        .values({ id: kept, strategy: id, body, sight, position: options.length + 1, ...columns })
        .execute()
    else await tx.updateTable('commissioning.strategy_option').set(columns).where('id', '=', option).execute()
    await tx.deleteFrom('commissioning.score').where('option', '=', kept).execute()
    if (input.scores.size > 0)
      await tx
        .insertInto('commissioning.score')
        .values([...input.scores].map(([criterion, score]) => ({ option: kept, criterion, strategy: id, body, sight, score })))
        .execute()
    return succeed(id)
  })
}

/** Records which decision of the board's own meeting settled it, and which options were chosen: at most one of each question. */
export function decideStrategy(needs: Needs, doer: Doer, id: string, input: DecideInput): Promise<Result<string, FieldProblem>> {
  return takeStep(needs.db, doer, step(doer, id, 'change', 'strategy-decided', input.version), async (tx, strategy) => {
    const options = await findOptions(tx, id)
    const chosen = options.filter((option) => input.chosen.includes(option.id))
    if (chosen.length !== input.chosen.length) return fail({ field: 'chosen', code: 'choice-unknown' })
    if (new Set(chosen.map(({ question }) => question)).size !== chosen.length)
      return fail({ field: 'chosen', code: 'one-of-each-question' })
    const decision = await findDecision(tx, input.decision)
    if (decision?.ofBody !== strategy.body) return fail({ field: 'decision', code: 'choice-unknown' })
    if (strategy.equalityOn === undefined) return fail({ field: 'decision', code: 'equality-first' })
    if (Temporal.PlainDate.compare(decision.decidedOn, strategy.equalityOn) < 0) return fail({ field: 'decision', code: 'equality-first' })
    await save(tx, strategy, { decision: input.decision })
    await tx.updateTable('commissioning.strategy_option').set({ is_chosen: false }).where('strategy', '=', id).execute()
    for (const option of chosen)
      await tx.updateTable('commissioning.strategy_option').set({ is_chosen: true }).where('id', '=', option.id).execute()
    return succeed(id)
  })
}

/** Shows a strategy to its board or to everybody; what is public stays public. */
export function showStrategy(needs: Needs, doer: Doer, id: string, input: ShowInput): Promise<Result<string, FieldProblem>> {
  return takeStep(needs.db, doer, step(doer, id, 'show', 'strategy-shown', input.version), async (tx, strategy) => {
    if (strategy.sight === 'public') return fail({ field: 'sight', code: 'public-already' })
    await save(tx, strategy, { sight: input.sight })
    return succeed(id)
  })
}

async function save(tx: Writer, { id, version }: Strategy, columns: object): Promise<void> {
  demandOne(
    await tx
      .updateTable('commissioning.strategy')
      .set({ ...columns, version: version + 1 })
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst(),
  )
}

async function strategyProblem(tx: Writer, { today }: Doer, body: string, input: StrategyInput): Promise<FieldProblem | undefined> {
  const [organisations, usable, services] = await Promise.all([
    listOrganisationsOn(tx, today),
    findUsableNeeds(tx),
    listServices(tx, body, today),
  ])
  if (!organisations.some(({ id }) => id === input.lead)) return { field: 'lead', code: 'choice-unknown' }
  if (!input.needs.every((need) => usable.some(({ id }) => id === need))) return { field: 'needs', code: 'choice-unknown' }
  if (!input.services.every((service) => services.some(({ id }) => id === service))) return { field: 'services', code: 'choice-unknown' }
  if ((input.equalityOn === undefined) !== (input.equality === undefined)) return { field: 'equality', code: 'equality-half' }
  return undefined
}

const columnsOf = (input: StrategyInput) => ({
  ...{ title: input.title, scope: input.scope, lead: input.lead, policy: input.policy ?? '', priorities: input.priorities ?? '' },
  ...{ feedback: input.feedback ?? '', market: input.market ?? '', intentions: input.intentions ?? '' },
  ...{ implementation: input.implementation ?? '', equality_on: input.equalityOn ?? null, equality: input.equality ?? '' },
  review_on: input.reviewOn ?? null,
})

async function keepLinks(
  tx: Writer,
  { id, body, sight }: { readonly id: string; readonly body: string; readonly sight: string },
  { needs, services }: StrategyInput,
): Promise<void> {
  const usable = (await findUsableNeeds(tx)).filter((need) => needs.includes(need.id))
  if (usable.length > 0)
    await tx
      .insertInto('commissioning.strategy_need')
      .values(usable.map((need) => ({ strategy: id, body, sight, need: need.id, kind: need.kind })))
      .execute()
  if (services.length > 0)
    await tx
      .insertInto('commissioning.strategy_service')
      .values([...new Set(services)].map((service) => ({ strategy: id, body, sight, service })))
      .execute()
}

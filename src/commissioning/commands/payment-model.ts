import { listOrganisationsOn, type RecordStep } from '#governance/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { ShowInput } from '../forms/offered.ts'
import type { ChangedModelInput, ChooseInput, CohortInput, ModelInput, ModelOptionInput, PayersInput } from '../forms/payment-model.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { demand } from '../permission.ts'
import { findCohorts, findModel, findModelOptions, guardedModel, type PaymentModel, rowOfTerms } from '../queries/payment-models.ts'
import { listStrategies } from '../queries/strategies.ts'
import { auditStep, demandOne, takeStep } from './write-record.ts'

type Needs = Pick<CommissioningNeeds, 'db'>
type Done = Promise<Result<string, FieldProblem>>

/** Begins a model of a year of packages; nobody but those who prepare it sees it until it is shown (C10). */
export function addModel(needs: Needs, doer: Doer, body: string, input: ModelInput): Done {
  return writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, { record: 'commissioning', state: 'any', ties: { body } }, 'add')
    const problem = await modelProblem(tx, doer, body, input)
    if (problem) return fail(problem)
    const id = newId()
    await tx
      .insertInto('commissioning.payment_model')
      .values({ id, body, ...columnsOf(input) })
      .execute()
    await auditStep(tx, doer, 'payment-model-added', 'payment-model', id)
    return succeed(id)
  })
}

const step = (doer: Doer, id: string, verb: 'change' | 'show', act: string, version?: number): RecordStep<PaymentModel> => ({
  ...{ find: (tx) => findModel(tx, id, doer.today), guard: guardedModel, verb, act, version },
})

/** Changes what is assumed of the whole model. @throws Conflict where somebody else saved first */
export function changeModel(needs: Needs, doer: Doer, id: string, input: ChangedModelInput): Done {
  return takeStep(needs.db, doer, step(doer, id, 'change', 'payment-model-changed', input.version), async (tx, model) => {
    if (model.chosen !== undefined) return fail({ field: 'title', code: 'model-chosen' })
    const problem = await modelProblem(tx, doer, model.body, input)
    if (problem) return fail(problem)
    await save(tx, model, columnsOf(input))
    return succeed(id)
  })
}

/** Adds a cohort, or with `cohort` changes one. */
export function keepCohort(needs: Needs, doer: Doer, id: string, cohort: string | undefined, input: CohortInput): Done {
  return takeStep(needs.db, doer, step(doer, id, 'change', 'payment-model-cohort'), async (tx, { body, sight, chosen }) => {
    if (chosen !== undefined) return fail({ field: 'title', code: 'model-chosen' })
    const cohorts = await findCohorts(tx, id)
    if (cohort !== undefined && !cohorts.some((one) => one.id === cohort)) throw new NotFound('No such cohort.')
    const columns = {
      ...{ title: input.title, packages: input.packages, minutes_before: input.minutesBefore, minutes_at: input.minutesAt },
      ...{ minutes_after: input.minutesAfter, outcome_week: input.outcomeWeek },
      ...{ lengths: input.lengths.map(({ weeks }) => weeks), shares: input.lengths.map(({ weight }) => weight) },
    }
    if (cohort === undefined)
      await tx
        .insertInto('commissioning.payment_model_cohort')
        .values({ id: newId(), model: id, body, sight, position: cohorts.length + 1, ...columns })
        .execute()
    else await tx.updateTable('commissioning.payment_model_cohort').set(columns).where('id', '=', cohort).execute()
    return succeed(id)
  })
}

/** Adds a mechanism with its assumed outcomes, or with `option` changes one. */
export function keepModelOption(needs: Needs, doer: Doer, id: string, option: string | undefined, input: ModelOptionInput): Done {
  return takeStep(needs.db, doer, step(doer, id, 'change', 'payment-model-option'), async (tx, { body, sight, chosen }) => {
    if (chosen !== undefined) return fail({ field: 'title', code: 'model-chosen' })
    const options = await findModelOptions(tx, id)
    if (option !== undefined && !options.some((one) => one.id === option)) throw new NotFound('No such mechanism.')
    const kept = option ?? newId()
    const columns = { title: input.title, ...rowOfTerms(input.terms) }
    if (option === undefined)
      await tx
        .insertInto('commissioning.payment_model_option')
        .values({ id: kept, model: id, body, sight, position: options.length + 1, ...columns })
        .execute()
    else await tx.updateTable('commissioning.payment_model_option').set(columns).where('id', '=', option).execute()
    await tx.deleteFrom('commissioning.payment_model_share').where('option', '=', kept).execute()
    if (input.percents.size > 0)
      await tx
        .insertInto('commissioning.payment_model_share')
        .values([...input.percents].map(([cohort, percent]) => ({ option: kept, cohort, model: id, body, sight, percent })))
        .execute()
    return succeed(id)
  })
}

/** Says who pays, by weight. */
export function setPayers(needs: Needs, doer: Doer, id: string, payers: PayersInput): Done {
  return takeStep(needs.db, doer, step(doer, id, 'change', 'payment-model-payers'), async (tx, { body, sight, chosen }) => {
    if (chosen !== undefined) return fail({ field: 'organisation-1', code: 'model-chosen' })
    const known = new Set((await listOrganisationsOn(tx, doer.today)).map((one) => one.id))
    const odd = payers.findIndex(({ organisation }) => !known.has(organisation))
    if (odd >= 0) return fail({ field: `organisation-${odd + 1}`, code: 'choice-unknown' })
    await tx.deleteFrom('commissioning.payment_model_payer').where('model', '=', id).execute()
    if (payers.length > 0)
      await tx
        .insertInto('commissioning.payment_model_payer')
        .values(payers.map((payer) => ({ model: id, body, sight, ...payer })))
        .execute()
    return succeed(id)
  })
}

/** Records which mechanism was chosen, and why; from then on the model stands as it is. */
export function chooseOption(needs: Needs, doer: Doer, id: string, input: ChooseInput): Done {
  return takeStep(needs.db, doer, step(doer, id, 'change', 'payment-model-chosen', input.version), async (tx, model) => {
    if (model.chosen !== undefined) return fail({ field: 'option', code: 'model-chosen' })
    if (!(await findModelOptions(tx, id)).some((option) => option.id === input.option))
      return fail({ field: 'option', code: 'choice-unknown' })
    await save(tx, model, { chosen: input.option, chosen_because: input.because })
    return succeed(id)
  })
}

/** Shows a model to the members of the board, or to everybody. What was public stays public. */
export function showModel(needs: Needs, doer: Doer, id: string, input: ShowInput): Done {
  return takeStep(needs.db, doer, step(doer, id, 'show', `payment-model-${input.sight}`, input.version), async (tx, model) => {
    if (model.sight === 'public') return fail({ field: 'sight', code: 'public-already' })
    await save(tx, model, { sight: input.sight })
    return succeed(id)
  })
}

async function modelProblem(tx: Writer, doer: Doer, body: string, { lead, strategy }: ModelInput): Promise<FieldProblem | undefined> {
  if (!(await listOrganisationsOn(tx, doer.today)).some(({ id }) => id === lead)) return { field: 'lead', code: 'choice-unknown' }
  if (strategy === undefined) return undefined
  const known = await listStrategies(tx, body, doer.today)
  return known.some(({ id }) => id === strategy) ? undefined : { field: 'strategy', code: 'choice-unknown' }
}

const columnsOf = ({ title, lead, strategy, startsOn, weeks, starts, sources }: ModelInput) => ({
  ...{ title, lead, strategy: strategy ?? null, starts_on: startsOn, weeks, starts, sources },
})

async function save(
  tx: Writer,
  { id, version }: PaymentModel,
  columns: Partial<ReturnType<typeof columnsOf>> & { chosen?: string; chosen_because?: string; sight?: string },
): Promise<void> {
  const saved = await tx
    .updateTable('commissioning.payment_model')
    .set({ ...columns, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  demandOne(saved)
}

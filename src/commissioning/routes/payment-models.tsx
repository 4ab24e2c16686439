import { Hono } from 'hono'
import { csvOf } from '#platform/csv.ts'
import { readAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { form, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { addModel, changeModel, chooseOption, keepCohort, keepModelOption, setPayers, showModel } from '../commands/payment-model.ts'
import { parseShow } from '../forms/offered.ts'
import { parseChangedModel, parseChoose, parseCohort, parseModel, parseModelOption, parsePayers } from '../forms/payment-model.ts'
import { typedPence } from '../forms/pence.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { PaymentModelPage } from '../pages/payment-model-page.tsx'
import { PaymentModelsPage } from '../pages/payment-models-page.tsx'
import { paymentModelPaths } from '../payment-paths.ts'
import { findCohorts, findModelOptions, findPayers, guardedModel, listModels } from '../queries/payment-models.ts'
import { listStrategies } from '../queries/strategies.ts'
import { cashFlows } from '../rules/payment-cash.ts'
import { comparePayments } from '../rules/payment-comparison.ts'
import { formAt } from './endpoint.ts'
import { boardGate, commissioningOf } from './gates.ts'
import { type AskedModel, modelGate } from './payment-gates.ts'
import * as shapes from './payment-model-shapes.ts'

const verbs = ['change', 'show'] as const
const at = '/payment-models/:model'

/** Models of payment: read by anybody as far as they are shown, kept by the clerk and by whoever leads them (C10). */
export function paymentModelRoutes(needs: CommissioningNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  pageAt(app, needs, '/boards/:slug/payment-models', boardGate(), async ({ reader, visit, body, may }) => (
    <PaymentModelsPage
      visit={visit}
      board={body}
      models={await listModels(reader, body.id, visit.today)}
      mayAdd={may(commissioningOf(body.id), 'add')}
    />
  ))
  formAt(app, needs, '/boards/:slug/payment-models/new', boardGate('add'), async (asked) =>
    form(await shapes.modelShape(asked, undefined), parseModel, async (doer, input) =>
      leadTo(await addModel(needs, doer, asked.body.id, input), paymentModelPaths.model),
    ),
  )
  pageAt(app, needs, at, modelGate('read'), modelPage)
  app.get(`${at}/months.csv`, async (c) => {
    const csv = await readAs(needs.db, c.get('visit'), async (reader) => monthsCsv(await modelGate('read')(reader, c)))
    return c.body(csv, 200, { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="months.csv"' })
  })
  app.get(`${at}/weeks.csv`, async (c) => {
    const csv = await readAs(needs.db, c.get('visit'), async (reader) => weeksCsv(await modelGate('read')(reader, c)))
    return c.body(csv, 200, { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="weeks.csv"' })
  })
  wholeForms(app, needs)
  partForms(app, needs)
  return app
}

function wholeForms(app: Hono<AppEnv>, needs: CommissioningNeeds): void {
  const to = paymentModelPaths.model
  formAt(app, needs, `${at}/edit`, modelGate('change'), async (asked) =>
    form(await shapes.modelShape(asked, asked.model), parseChangedModel, async (doer, input) =>
      leadTo(await changeModel(needs, doer, asked.model.id, input), to),
    ),
  )
  formAt(app, needs, `${at}/payers`, modelGate('change'), async (asked) =>
    form(await shapes.payersShape(asked, await findPayers(asked.reader, asked.model.id)), parsePayers, async (doer, input) =>
      leadTo(await setPayers(needs, doer, asked.model.id, input), to),
    ),
  )
  formAt(app, needs, `${at}/choose`, modelGate('change'), async (asked) =>
    form(shapes.chooseShape(asked, await findModelOptions(asked.reader, asked.model.id)), parseChoose, async (doer, input) =>
      leadTo(await chooseOption(needs, doer, asked.model.id, input), to),
    ),
  )
  formAt(app, needs, `${at}/show`, modelGate('show'), async (asked) =>
    form(shapes.showModelShape(asked), parseShow, async (doer, input) => leadTo(await showModel(needs, doer, asked.model.id, input), to)),
  )
}

function partForms(app: Hono<AppEnv>, needs: CommissioningNeeds): void {
  const to = paymentModelPaths.model
  formAt(app, needs, `${at}/cohorts`, modelGate('change'), async (asked) =>
    form(shapes.cohortShape(asked, undefined), parseCohort, async (doer, input) =>
      leadTo(await keepCohort(needs, doer, asked.model.id, undefined, input), to),
    ),
  )
  formAt(app, needs, `${at}/cohorts/:cohort`, modelGate('change'), async (asked) => {
    const cohort = (await findCohorts(asked.reader, asked.model.id)).find(({ id }) => id === asked.part('cohort'))
    if (!cohort) throw new NotFound('No such cohort.')
    return form(shapes.cohortShape(asked, cohort), parseCohort, async (doer, input) =>
      leadTo(await keepCohort(needs, doer, asked.model.id, cohort.id, input), to),
    )
  })
  formAt(app, needs, `${at}/options`, modelGate('change'), async (asked) => {
    const cohorts = await findCohorts(asked.reader, asked.model.id)
    return form(shapes.modelOptionShape(asked, cohorts, undefined), parseModelOption(cohorts.map(({ id }) => id)), async (doer, input) =>
      leadTo(await keepModelOption(needs, doer, asked.model.id, undefined, input), to),
    )
  })
  formAt(app, needs, `${at}/options/:option`, modelGate('change'), async (asked) => {
    const cohorts = await findCohorts(asked.reader, asked.model.id)
    const option = (await findModelOptions(asked.reader, asked.model.id)).find(({ id }) => id === asked.part('option'))
    if (!option) throw new NotFound('No such mechanism.')
    return form(shapes.modelOptionShape(asked, cohorts, option), parseModelOption(cohorts.map(({ id }) => id)), async (doer, input) =>
      leadTo(await keepModelOption(needs, doer, asked.model.id, option.id, input), to),
    )
  })
}

async function comparedOf({ reader, model }: Pick<AskedModel, 'reader' | 'model'>) {
  const [cohorts, options, payers] = await Promise.all([
    findCohorts(reader, model.id),
    findModelOptions(reader, model.id),
    findPayers(reader, model.id),
  ])
  const weights = payers.map(({ weight }) => weight)
  return { cohorts, options, payers, compared: comparePayments(model, cohorts, options, weights) }
}

async function modelPage(asked: AskedModel) {
  const { reader, visit, body, model, may } = asked
  const [{ cohorts, compared, payers }, strategies] = await Promise.all([
    comparedOf(asked),
    model.strategy === undefined ? [] : listStrategies(reader, body.id, visit.today),
  ])
  return (
    <PaymentModelPage
      visit={visit}
      board={body}
      model={model}
      cohorts={cohorts}
      compared={compared}
      payers={payers}
      strategy={strategies.find(({ id }) => id === model.strategy)}
      may={new Set(verbs.filter((verb) => may(guardedModel(model), verb)))}
    />
  )
}

async function monthsCsv(asked: AskedModel): Promise<string> {
  const { compared } = await comparedOf(asked)
  const rows = compared.flatMap(({ option, months }) =>
    months.map((one) => [
      ...[option.title, one.month, typedPence(one.paid), typedPence(one.atRisk), typedPence(one.lessIncome)],
      String(one.minutes),
    ]),
  )
  return csvOf([['Mechanism', 'Month', 'Paid', 'Of it at risk', 'Less than without outcomes', 'Minutes delivered'], ...rows])
}

async function weeksCsv(asked: AskedModel): Promise<string> {
  const { compared } = await comparedOf(asked)
  const flows = cashFlows(compared)
  const rows = compared.flatMap(({ option }, place) =>
    (flows[place]?.weeks ?? []).map((one) => [
      ...[option.title, String(one.week), typedPence(one.paid), typedPence(one.atRisk), typedPence(one.ahead)],
    ]),
  )
  return csvOf([['Mechanism', 'Week', 'Received', 'Of it at risk', 'Ahead of the first so far'], ...rows])
}

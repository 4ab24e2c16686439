import { Hono } from 'hono'
import type { AskedBoard } from '#governance/public-data.ts'
import { NotFound } from '#platform/refusals.ts'
import { form, type Gate, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { addScenario, assumeYear, changeScenario, nameFunding, removeFunding } from '../commands/scenario.ts'
import * as parse from '../forms/scenario.ts'
import { ledPaths } from '../framework-paths.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { LedListPage } from '../pages/led-page.tsx'
import { ScenarioPage } from '../pages/scenario-page.tsx'
import { findServices } from '../queries/commissioned-services.ts'
import { listLed } from '../queries/led-records.ts'
import { findAssumptions, findScenario, findScenarioFunding } from '../queries/scenarios.ts'
import { listStrategies } from '../queries/strategies.ts'
import { latestAssumptions, scenarioSums, scenarioYears } from '../rules/scenario.ts'
import { poundsOr } from '../words/pence.ts'
import { formAt } from './endpoint.ts'
import { boardGate, commissioningOf } from './gates.ts'
import { type AskedLed, ledGate, ledVerbs, showLedAt } from './led-gates.ts'
import * as shapes from './scenario-shapes.ts'

const kind = 'scenario'
const at = ledPaths.record(kind, `:${kind}`)
const to = (id: string) => ledPaths.record(kind, id)

/** What new duties would cost: assumptions side by side, and money that is named (C5). */
export function scenarioRoutes(needs: CommissioningNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  pageAt(app, needs, ledPaths.ofBoard(kind, ':slug'), boardGate(), listPage)
  formAt(app, needs, ledPaths.create(kind, ':slug'), newGate, async (asked) =>
    form(await shapes.newScenarioShape(asked, asked.from), parse.parseScenario, async (doer, input) =>
      leadTo(await addScenario(needs, doer, asked.body.id, input), to),
    ),
  )
  pageAt(app, needs, at, ledGate(kind, 'read'), scenarioPage)
  showLedAt(app, needs, kind)
  steps(app, needs)
  return app
}

/** A new scenario, and the service or strategy that the link to its form brings along. */
const newGate: Gate<AskedBoard & { readonly from: shapes.ScenarioFrom }> = async (reader, c) => ({
  ...(await boardGate('add')(reader, c)),
  from: { service: c.req.query('service'), strategy: c.req.query('strategy') },
})

function steps(app: Hono<AppEnv>, needs: CommissioningNeeds): void {
  const gate = ledGate(kind, 'change')
  formAt(app, needs, `${at}/edit`, gate, async (asked) =>
    form(
      await shapes.scenarioShape(asked, { record: asked.record, scenario: await findScenario(asked.reader, asked.record.id) }),
      parse.parseChangedScenario,
      async (doer, input) => leadTo(await changeScenario(needs, doer, asked.record.id, input), to),
    ),
  )
  formAt(app, needs, `${at}/years`, gate, async (asked) =>
    form(shapes.yearShape(asked), parse.parseScenarioYear, async (doer, input) =>
      leadTo(await assumeYear(needs, doer, asked.record.id, input), to),
    ),
  )
  formAt(app, needs, `${at}/funding`, gate, async (asked) =>
    form(await shapes.fundingShape(asked), parse.parseScenarioFunding, async (doer, input) =>
      leadTo(await nameFunding(needs, doer, asked.record.id, input), to),
    ),
  )
  formAt(app, needs, `${at}/funding/:funding/remove`, gate, async (asked) => {
    const found = (await findScenarioFunding(asked.reader, [asked.record.id])).find(({ id }) => id === asked.part('funding'))
    if (!found) throw new NotFound('No such money.')
    return form(shapes.removalShape(asked, found), parse.parseFundingRemoval, async (doer, input) =>
      leadTo(await removeFunding(needs, doer, asked.record.id, found.id, input), to),
    )
  })
}

async function listPage({ reader, visit, body, may }: AskedBoard) {
  const records = await listLed(reader, kind, body.id, visit.today)
  const ids = records.map(({ id }) => id)
  const [assumed, named] = await Promise.all([findAssumptions(reader, ids), findScenarioFunding(reader, ids)])
  return (
    <LedListPage
      visit={visit}
      board={body}
      kind={kind}
      headings={['Central cost of all years', 'No funding named for']}
      rows={records.map((record) => {
        const of = <One extends { readonly scenario: string }>(all: readonly One[]) => all.filter(({ scenario }) => scenario === record.id)
        const { costs, unfunded } = scenarioSums(scenarioYears(latestAssumptions(of(assumed)), of(named)))
        const isSaid = of(assumed).length > 0
        return { record, cells: [costs, unfunded].map(({ central }) => (isSaid ? poundsOr(central) : 'Not said yet')) }
      })}
      mayAdd={may(commissioningOf(body.id), 'add')}
    />
  )
}

async function scenarioPage(asked: AskedLed) {
  const { reader, visit, body, record } = asked
  const [scenario, assumptions, funding] = await Promise.all([
    findScenario(reader, record.id),
    findAssumptions(reader, [record.id]),
    findScenarioFunding(reader, [record.id]),
  ])
  const [services, strategies] = await Promise.all([
    scenario.service === undefined ? [] : findServices(reader, [scenario.service], visit.today),
    scenario.strategy === undefined ? [] : listStrategies(reader, body.id, visit.today),
  ])
  return (
    <ScenarioPage
      visit={visit}
      board={body}
      record={record}
      scenario={scenario}
      assumptions={assumptions}
      funding={funding}
      serviceTitle={services[0]?.title}
      strategyTitle={strategies.find(({ id }) => id === scenario.strategy)?.title}
      may={ledVerbs(asked)}
    />
  )
}

import { Hono } from 'hono'
import { recordPaths } from '#meetings/paths.ts'
import { findDecision } from '#meetings/public-data.ts'
import { NotFound } from '#platform/refusals.ts'
import { form, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { addCriterion, addStrategy, changeStrategy, decideStrategy, keepOption, showStrategy } from '../commands/strategy.ts'
import { parseShow } from '../forms/offered.ts'
import { parseChangedStrategy, parseCriterion, parseDecide, parseOption, parseStrategy } from '../forms/strategy.ts'
import { ledPaths } from '../framework-paths.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { StrategiesPage } from '../pages/strategies-page.tsx'
import { StrategyPage } from '../pages/strategy-page.tsx'
import { strategyPaths } from '../paths.ts'
import { findServices } from '../queries/commissioned-services.ts'
import { findScenariosAbout } from '../queries/scenarios.ts'
import { findCriteria, findOptions, guardedStrategy, listStrategies } from '../queries/strategies.ts'
import { findStrategyBeside } from '../queries/strategy-beside.ts'
import { findUsableNeeds } from '../queries/usable-needs.ts'
import { formAt } from './endpoint.ts'
import { type AskedStrategy, boardGate, commissioningOf, strategyGate } from './gates.ts'
import * as shapes from './strategy-shapes.ts'

const verbs = ['change', 'show'] as const
const at = '/strategies/:strategy'

/** Commissioning strategies: read by anybody as far as they are shown, kept by the clerk and by whoever leads them (C2). */
export function strategyRoutes(needs: CommissioningNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  pageAt(app, needs, '/boards/:slug/strategies', boardGate(), async ({ reader, visit, body, may }) => (
    <StrategiesPage
      visit={visit}
      board={body}
      strategies={await listStrategies(reader, body.id, visit.today)}
      mayAdd={may(commissioningOf(body.id), 'add')}
    />
  ))
  formAt(app, needs, '/boards/:slug/strategies/new', boardGate('add'), async (asked) =>
    form(await shapes.strategyShape(asked, undefined), parseStrategy, async (doer, input) =>
      leadTo(await addStrategy(needs, doer, asked.body.id, input), strategyPaths.strategy),
    ),
  )
  pageAt(app, needs, at, strategyGate('read'), (asked) => strategyPage(needs, asked))
  steps(app, needs)
  return app
}

function steps(app: Hono<AppEnv>, needs: CommissioningNeeds): void {
  const to = strategyPaths.strategy
  formAt(app, needs, `${at}/edit`, strategyGate('change'), async (asked) =>
    form(await shapes.strategyShape(asked, asked.strategy), parseChangedStrategy, async (doer, input) =>
      leadTo(await changeStrategy(needs, doer, asked.strategy.id, input), to),
    ),
  )
  formAt(app, needs, `${at}/criteria`, strategyGate('change'), async (asked) =>
    form(shapes.criterionShape(asked), parseCriterion, async (doer, input) =>
      leadTo(await addCriterion(needs, doer, asked.strategy.id, input), to),
    ),
  )
  formAt(app, needs, `${at}/options`, strategyGate('change'), async (asked) => {
    const criteria = await findCriteria(asked.reader, asked.strategy.id)
    return form(shapes.optionShape(asked, criteria, undefined), parseOption(criteria.map(({ id }) => id)), async (doer, input) =>
      leadTo(await keepOption(needs, doer, asked.strategy.id, undefined, input), to),
    )
  })
  formAt(app, needs, `${at}/options/:option`, strategyGate('change'), async (asked) => {
    const criteria = await findCriteria(asked.reader, asked.strategy.id)
    const option = (await findOptions(asked.reader, asked.strategy.id)).find(({ id }) => id === asked.part('option'))
    if (!option) throw new NotFound('No such option.')
    return form(shapes.optionShape(asked, criteria, option), parseOption(criteria.map(({ id }) => id)), async (doer, input) =>
      leadTo(await keepOption(needs, doer, asked.strategy.id, option.id, input), to),
    )
  })
  formAt(app, needs, `${at}/decide`, strategyGate('change'), async (asked) =>
    form(await shapes.decideShape(asked, await findOptions(asked.reader, asked.strategy.id)), parseDecide, async (doer, input) =>
      leadTo(await decideStrategy(needs, doer, asked.strategy.id, input), to),
    ),
  )
  formAt(app, needs, `${at}/show`, strategyGate('show'), async (asked) =>
    form(shapes.showStrategyShape(asked), parseShow, async (doer, input) =>
      leadTo(await showStrategy(needs, doer, asked.strategy.id, input), to),
    ),
  )
}

async function strategyPage(needs: Pick<CommissioningNeeds, 'communications'>, { reader, visit, body, strategy, may }: AskedStrategy) {
  const [usable, services, criteria, options, scenarios, beside] = await Promise.all([
    findUsableNeeds(reader),
    findServices(reader, strategy.services, visit.today),
    findCriteria(reader, strategy.id),
    findOptions(reader, strategy.id),
    findScenariosAbout(reader, { strategy: strategy.id }),
    findStrategyBeside(reader, strategy.id),
  ])
  // Who may see the strategy may not always see the decision.
  const decision = strategy.decision === undefined ? undefined : await findDecision(reader, strategy.decision)
  return (
    <StrategyPage
      visit={visit}
      board={body}
      strategy={strategy}
      needs={usable.filter(({ id }) => strategy.needs.includes(id))}
      services={services.toSorted((one, other) => one.title.localeCompare(other.title))}
      criteria={criteria}
      options={options}
      scenarios={scenarios}
      beside={beside}
      newScenario={may(commissioningOf(body.id), 'add') ? `${ledPaths.create('scenario', body.slug)}?strategy=${strategy.id}` : undefined}
      decision={decision && { text: decision.text, href: recordPaths.decision(decision.id) }}
      communications={await needs.communications?.(reader, visit, { kind: 'strategy', id: strategy.id, body: body.id })}
      may={new Set(verbs.filter((verb) => may(guardedStrategy(strategy), verb)))}
    />
  )
}

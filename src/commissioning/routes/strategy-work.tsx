import { Hono } from 'hono'
import { listBodies } from '#governance/public-data.ts'
import { meetingPaths, recordPaths } from '#meetings/paths.ts'
import { findDecisionsOfMatters } from '#meetings/public-data.ts'
import { equalityPaths } from '#plans/public.ts'
import { listEqias } from '#plans/public-data.ts'
import { NotFound } from '#platform/refusals.ts'
import { dayInWords } from '#platform/time/words.ts'
import { form, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import { type FieldSpec, optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import * as commands from '../commands/strategy-work.ts'
import * as parse from '../forms/framework.ts'
import { intentionPaths, strategyWorkPaths } from '../framework-paths.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { crumbsOf } from '../pages/crumbs.ts'
import { IntentionsPage, StrategyWorkPage } from '../pages/strategy-work-page.tsx'
import { servicePaths, strategyPaths } from '../paths.ts'
import { guardedService, listServices } from '../queries/commissioned-services.ts'
import { guardedStrategy } from '../queries/strategies.ts'
import { findStrategyWork, listIntentions } from '../queries/strategy-work.ts'
import { groupWords, intentionWords } from '../words/framework.ts'
import { organisationOptions } from './choices.ts'
import { actAt, formAt } from './endpoint.ts'
import { type AskedStrategy, boardGate, serviceGate, strategyGate } from './gates.ts'

const at = '/strategies/:strategy'
const to = strategyWorkPaths.work

/** What follows on a strategy, and what is intended for services (C2). */
export function strategyWorkRoutes(needs: CommissioningNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  pageAt(app, needs, `${at}/work`, strategyGate('read'), workPage)
  actAt(
    app,
    needs,
    `${at}/place`,
    strategyGate('show'),
    async ({ strategy }, doer) => leadTo(await commands.placeStrategy(needs, doer, strategy.id), to),
    ({ strategy }) => to(strategy.id),
  )
  workForms(app, needs)
  intentions(app, needs)
  return app
}

const shapeOf = (
  { body, strategy }: AskedStrategy,
  title: string,
  fields: readonly FieldSpec[],
  first: FormShape['first'] = {},
): FormShape => ({
  ...{ title, caption: strategy.title, groups: [{ fields }], submit: 'Save', first, version: strategy.version, cancel: to(strategy.id) },
  breadcrumbs: crumbsOf(
    body,
    { text: 'Strategies', href: strategyPaths.ofBoard(body.slug) },
    { text: strategy.title, href: strategyPaths.strategy(strategy.id) },
  ),
})

function workForms(app: Hono<AppEnv>, needs: CommissioningNeeds): void {
  const gate = strategyGate('change')
  formAt(app, needs, `${at}/groups`, gate, async (asked) => {
    const bodies = await listBodies(asked.reader, asked.visit.today)
    const shape = shapeOf(asked, 'Name a group', [
      { kind: 'select', name: 'group', label: 'Which body?', options: bodies.map(({ id, name }) => ({ value: id, text: name })) },
      { kind: 'radios', name: 'role', label: 'As what?', options: optionsOf(groupWords) },
      { kind: 'line', name: 'does', label: 'What does it do for the strategy?' },
    ])
    return form(shape, parse.parseGroup, async (doer, input) => leadTo(await commands.addGroup(needs, doer, asked.strategy.id, input), to))
  })
  formAt(app, needs, `${at}/work/new`, gate, async (asked) => {
    const shape = shapeOf(asked, 'Add a piece of work', [
      { kind: 'line', name: 'title', label: 'What is to be done?' },
      { kind: 'select', name: 'owner', label: 'Which organisation does it?', options: await organisationOptions(asked) },
      { kind: 'day', name: 'dueOn', label: 'By when?' },
    ])
    return form(shape, parse.parseWork, async (doer, input) => leadTo(await commands.addWork(needs, doer, asked.strategy.id, input), to))
  })
  formAt(app, needs, `${at}/work/:work`, gate, async (asked) => {
    const work = await findStrategyWork(asked.reader, asked.strategy.id, asked.visit.today)
    const task = work.tasks.find(({ id }) => id === asked.part('work'))
    if (!task) throw new NotFound('No such work.')
    const fields: readonly FieldSpec[] = [
      { kind: 'day', name: 'doneOn', label: 'When was it done?' },
      { kind: 'line', name: 'said', label: 'What came of it?' },
    ]
    return form(
      shapeOf(asked, `Done: ${task.title}`, fields, dayValues('doneOn', asked.visit.today)),
      parse.parseDone,
      async (doer, input) => leadTo(await commands.finishWork(needs, doer, asked.strategy.id, task.id, input), to),
    )
  })
  formAt(app, needs, `${at}/reviews`, gate, async (asked) => {
    const fields: readonly FieldSpec[] = [
      { kind: 'day', name: 'heldOn', label: 'When was it reviewed?' },
      { kind: 'lines', name: 'found', label: 'What was found?' },
      { kind: 'day', name: 'nextOn', label: 'When is the next review?' },
    ]
    return form(shapeOf(asked, 'Record a review', fields, dayValues('heldOn', asked.visit.today)), parse.parseReview, async (doer, input) =>
      leadTo(await commands.reviewStrategy(needs, doer, asked.strategy.id, input), to),
    )
  })
  formAt(app, needs, `${at}/equality`, gate, async (asked) => {
    const finished = (await listEqias(asked.reader, { body: asked.body.id })).filter(({ doneOn }) => doneOn !== null)
    const fields: readonly FieldSpec[] = [
      {
        ...{ kind: 'select', name: 'eqia', label: 'Which finished assessment of this board?' },
        options: finished.map(({ id, title }) => ({ value: id, text: title })),
      },
    ]
    return form(shapeOf(asked, 'Attach the equality assessment', fields), parse.parseEqia, async (doer, input) =>
      leadTo(await commands.attachEqia(needs, doer, asked.strategy.id, input), to),
    )
  })
}

function intentions(app: Hono<AppEnv>, needs: CommissioningNeeds): void {
  pageAt(app, needs, intentionPaths.ofBoard(':slug'), boardGate(), async ({ reader, visit, body, may }) => {
    const [services, found] = await Promise.all([listServices(reader, body.id, visit.today), listIntentions(reader, body.id)])
    const titles = new Map(services.map(({ id, title }) => [id, title]))
    return (
      <IntentionsPage
        visit={visit}
        board={body}
        intentions={found.map((one) => ({ ...one, title: titles.get(one.service) ?? 'A service' }))}
        mayIntend={services.filter((service) => may(guardedService(service), 'change'))}
      />
    )
  })
  formAt(app, needs, intentionPaths.create(':service'), serviceGate('change'), async ({ visit, body, service, query }) => {
    // Back to where one came from: the page of the service, or the list of all intentions.
    const isOfService = query('from') === 'service'
    const back = isOfService ? `${servicePaths.service(service.id)}#beside` : intentionPaths.ofBoard(body.slug)
    const shape: FormShape = {
      ...{ title: 'Say what is intended', caption: service.title, submit: 'Save', version: service.version },
      breadcrumbs: crumbsOf(
        body,
        isOfService ? { text: service.title, href: servicePaths.service(service.id) } : { text: 'Commissioning intentions', href: back },
      ),
      action: isOfService ? intentionPaths.ofService(service.id) : intentionPaths.create(service.id),
      groups: [
        {
          fields: [
            { kind: 'number', name: 'year', label: 'For the year from 1 April of', hint: `For example: ${visit.today.year + 1}` },
            { kind: 'radios', name: 'kind', label: 'What is intended?', options: optionsOf(intentionWords) },
            { kind: 'lines', name: 'text', label: 'More about it', hint: 'For providers and families: what changes, and when' },
          ],
        },
      ],
      first: {},
      cancel: back,
    }
    return form(shape, parse.parseIntention, async (doer, input) =>
      leadTo(await commands.intend(needs, doer, service.id, input), () => back),
    )
  })
}

async function workPage({ reader, visit, body, strategy, may }: AskedStrategy) {
  const work = await findStrategyWork(reader, strategy.id, visit.today)
  const [matters, eqias] = await Promise.all([
    findDecisionsOfMatters(reader, work.planItem === undefined ? [] : [work.planItem]),
    work.eqia === undefined ? [] : listEqias(reader, { body: body.id }),
  ])
  const eqia = eqias.find(({ id }) => id === work.eqia)
  return (
    <StrategyWorkPage
      visit={visit}
      board={body}
      strategy={strategy}
      work={work}
      matter={[
        ...matters.decisions.map(({ id, text, decidedOn }) => ({
          text: `Decided on ${dayInWords(decidedOn)}: ${text}`,
          href: recordPaths.decision(id),
        })),
        ...matters.items.map(({ meeting, item, heldOn }) => ({
          text: `On the agenda of ${dayInWords(heldOn)}`,
          href: meetingPaths.item(meeting, item),
        })),
      ]}
      eqia={eqia && { text: eqia.title, href: equalityPaths.assessment(eqia.id) }}
      may={new Set((['change', 'show'] as const).filter((verb) => may(guardedStrategy(strategy), verb)))}
    />
  )
}

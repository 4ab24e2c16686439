import { Hono } from 'hono'
import type { AskedBoard } from '#governance/public-data.ts'
import { listOutcomes } from '#plans/public-data.ts'
import { changesBetween } from '#platform/paper/diff.ts'
import { type Paper, run } from '#platform/paper/tree.ts'
import { NotFound } from '#platform/refusals.ts'
import { form, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import type { FieldSpec } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { addPathway, changePathway, endOutcome, keepPathwayStep, specify } from '../commands/pathway.ts'
import { parseChangedPathway, parseEndOutcome, parsePathway, parseSpecification, parseStep } from '../forms/pathway.ts'
import { ledPaths, specificationPaths } from '../framework-paths.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { crumbsOf } from '../pages/crumbs.ts'
import { LedListPage } from '../pages/led-page.tsx'
import { PathwayPage } from '../pages/pathway-page.tsx'
import { ComparedPage, SpecificationsPage } from '../pages/specification-page.tsx'
import { servicePaths } from '../paths.ts'
import { findServedOutcomes, findServices, guardedService } from '../queries/commissioned-services.ts'
import { listLed } from '../queries/led-records.ts'
import { countSteps, findPathway, findSpecifications, type PathwayStep, type Specification } from '../queries/pathways.ts'
import { ledWords } from '../words/led-records.ts'
import { organisationOptions } from './choices.ts'
import { serviceOptions } from './decommission-shapes.ts'
import { formAt } from './endpoint.ts'
import { type AskedService, boardGate, commissioningOf, serviceGate } from './gates.ts'
import { type AskedLed, ledCrumbs, ledGate, ledVerbs, ofLed, showLedAt } from './led-gates.ts'

const kind = 'pathway'
const at = ledPaths.record(kind, `:${kind}`)
const to = (id: string) => ledPaths.record(kind, id)

/** What services are to deliver in versions, and the way of people across them (C3). */
export function pathwayRoutes(needs: CommissioningNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  specifications(app, needs)
  pageAt(app, needs, ledPaths.ofBoard(kind, ':slug'), boardGate(), listPage)
  formAt(app, needs, ledPaths.create(kind, ':slug'), boardGate('add'), async (asked) =>
    form(
      {
        ...{ title: ledWords[kind].begin, caption: asked.body.name, breadcrumbs: ledCrumbs(asked.body, kind), submit: 'Begin', first: {} },
        ...{ groups: [{ fields: await pathwayFields(asked) }], cancel: ledPaths.ofBoard(kind, asked.body.slug) },
      },
      parsePathway,
      async (doer, input) => leadTo(await addPathway(needs, doer, asked.body.id, input), to),
    ),
  )
  pageAt(app, needs, at, ledGate(kind, 'read'), pathwayPage)
  showLedAt(app, needs, kind)
  steps(app, needs)
  return app
}

function steps(app: Hono<AppEnv>, needs: CommissioningNeeds): void {
  const gate = ledGate(kind, 'change')
  formAt(app, needs, `${at}/edit`, gate, async (asked) => {
    const { purpose } = await findPathway(asked.reader, asked.record.id)
    const first = { title: asked.record.title, lead: asked.record.lead, purpose }
    const shape = { ...ofLed(asked), title: 'Change this pathway', groups: [{ fields: await pathwayFields(asked) }], submit: 'Save', first }
    return form(shape, parseChangedPathway, async (doer, input) => leadTo(await changePathway(needs, doer, asked.record.id, input), to))
  })
  formAt(app, needs, `${at}/steps`, gate, async (asked) =>
    form(await stepShape(asked, undefined), parseStep, async (doer, input) =>
      leadTo(await keepPathwayStep(needs, doer, asked.record.id, undefined, input), to),
    ),
  )
  formAt(app, needs, `${at}/steps/:step`, gate, async (asked) => {
    const step = (await findPathway(asked.reader, asked.record.id)).steps.find(({ id }) => id === asked.part('step'))
    if (!step) throw new NotFound('No such step.')
    return form(await stepShape(asked, step), parseStep, async (doer, input) =>
      leadTo(await keepPathwayStep(needs, doer, asked.record.id, step.id, input), to),
    )
  })
}

const pathwayFields = async (asked: AskedBoard): Promise<readonly FieldSpec[]> => [
  { kind: 'line', name: 'title', label: 'What is it called?', hint: 'For example: From a first worry to help with mental health' },
  { kind: 'select', name: 'lead', label: 'Which organisation leads it?', options: await organisationOptions(asked) },
  { kind: 'lines', name: 'purpose', label: 'For whom is it, and what is it to achieve?' },
]

async function stepShape(asked: AskedLed, step: PathwayStep | undefined): Promise<FormShape> {
  return {
    ...ofLed(asked),
    title: step ? `Change step ${step.position}` : 'Add a step',
    groups: [
      {
        fields: [
          { kind: 'line', name: 'title', label: 'What happens?', hint: 'For example: A teacher worries' },
          { kind: 'lines', name: 'text', label: 'More about it', rows: 3 },
          { kind: 'select', name: 'service', label: 'Which service is it?', none: 'None', options: await serviceOptions(asked) },
          { kind: 'short', name: 'within', label: 'How soon does the next follow?', hint: 'For example: Within 4 weeks' },
        ],
      },
    ],
    submit: step ? 'Save' : 'Add',
    first: step ? { title: step.title, text: step.text, service: step.service ?? '', within: step.within } : {},
  }
}

async function listPage({ reader, visit, body, may }: AskedBoard) {
  const records = await listLed(reader, kind, body.id, visit.today)
  const counts = await countSteps(
    reader,
    records.map(({ id }) => id),
  )
  return (
    <LedListPage
      visit={visit}
      board={body}
      kind={kind}
      headings={['Steps']}
      rows={records.map((record) => ({ record, cells: [String(counts.get(record.id) ?? 0)] }))}
      mayAdd={may(commissioningOf(body.id), 'add')}
    />
  )
}

async function pathwayPage(asked: AskedLed) {
  const { reader, visit, body, record } = asked
  const pathway = await findPathway(reader, record.id)
  const ids = [...new Set(pathway.steps.flatMap(({ service }) => service ?? []))]
  const services = await findServices(reader, ids, visit.today)
  return (
    <PathwayPage
      visit={visit}
      board={body}
      record={record}
      {...pathway}
      services={new Map(services.map(({ id, title }) => [id, title]))}
      may={ledVerbs(asked)}
    />
  )
}

const ofService = ({ body, service }: AskedService, back: string): Pick<FormShape, 'caption' | 'breadcrumbs' | 'cancel' | 'version'> => ({
  caption: service.title,
  breadcrumbs: crumbsOf(
    body,
    { text: 'Services', href: servicePaths.ofBoard(body.slug) },
    { text: service.title, href: servicePaths.service(service.id) },
  ),
  ...{ cancel: back, version: service.version },
})

function specifications(app: Hono<AppEnv>, needs: CommissioningNeeds): void {
  const root = specificationPaths.ofService(':service')
  pageAt(app, needs, root, serviceGate('read'), async ({ reader, visit, body, service, may }) => (
    <SpecificationsPage
      visit={visit}
      board={body}
      service={service}
      versions={await findSpecifications(reader, service.id)}
      mayChange={may(guardedService(service), 'change')}
    />
  ))
  formAt(app, needs, `${root}/new`, serviceGate('change'), async (asked) => {
    const last = (await findSpecifications(asked.reader, asked.service.id)).at(-1)
    return form(specificationShape(asked, last), parseSpecification, async (doer, input) =>
      leadTo(await specify(needs, doer, asked.service.id, input), specificationPaths.ofService),
    )
  })
  pageAt(app, needs, `${root}/compare`, serviceGate('read'), async ({ reader, visit, body, service, query }) => {
    const versions = await findSpecifications(reader, service.id)
    const [before, after] = ['from', 'to'].map((name) => versions.find(({ number }) => String(number) === query(name)))
    if (!before || !after) throw new NotFound('No such version.')
    return (
      <ComparedPage
        visit={visit}
        board={body}
        service={service}
        from={before}
        to={after}
        changes={changesBetween(asPaper(before), asPaper(after))}
      />
    )
  })
  formAt(app, needs, specificationPaths.end(':service', ':outcome'), serviceGate('change'), async (asked) => {
    const outcome = asked.part('outcome')
    const [served, outcomes] = await Promise.all([findServedOutcomes(asked.reader, [asked.service.id]), listOutcomes(asked.reader)])
    if (!served.some((one) => one.outcome === outcome)) throw new NotFound('It does not serve that outcome.')
    return form(endShape(asked, outcomes.find(({ id }) => id === outcome)?.title ?? 'An outcome'), parseEndOutcome, async (doer, input) =>
      leadTo(await endOutcome(needs, doer, asked.service.id, outcome, input), servicePaths.service),
    )
  })
}

/** A specification as a paper, so that two can be compared paragraph by paragraph. */
function asPaper({ text, outcomes }: Specification): Paper {
  const paragraphs = (words: string) =>
    words
      .split(/\n+/)
      .filter((line) => line.trim() !== '')
      .map((line) => ({ type: 'paragraph' as const, content: [run(line.trim())] }))
  const heading = (words: string) => ({ type: 'heading' as const, level: 1, content: [run(words)] })
  return { version: 1, blocks: [heading('What it is to achieve'), ...paragraphs(outcomes), heading('What it is'), ...paragraphs(text)] }
}

function specificationShape(asked: AskedService, last: Specification | undefined): FormShape {
  return {
    ...ofService(asked, specificationPaths.ofService(asked.service.id)),
    title: last ? `Write version ${last.number + 1}` : 'Write the specification',
    lead: last ? 'What held before stays readable, and the two can be compared.' : undefined,
    groups: [
      {
        fields: [
          { kind: 'day', name: 'startsOn', label: 'From which day does it hold?' },
          { kind: 'lines', name: 'outcomes', label: 'What is the service to achieve?', rows: 6 },
          { kind: 'lines', name: 'text', label: 'What is it to deliver, to whom, how often, how well?', rows: 16 },
          ...(last ? [{ kind: 'lines' as const, name: 'why', label: 'Why is there a new version?', rows: 3 }] : []),
        ],
      },
    ],
    submit: 'Save',
    first: last ? { text: last.text, outcomes: last.outcomes } : dayValues('startsOn', asked.visit.today),
  }
}

function endShape(asked: AskedService, outcome: string): FormShape {
  return {
    ...ofService(asked, servicePaths.service(asked.service.id)),
    title: 'It serves this outcome no longer',
    lead: `${outcome}. From today it is not linked with it any more; that it was stays recorded.`,
    groups: [{ fields: [{ kind: 'lines', name: 'because', label: 'Why?', rows: 3 }] }],
    submit: 'End',
    look: 'warning',
    first: {},
  }
}

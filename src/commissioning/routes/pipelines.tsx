import { Hono } from 'hono'
import { type AskedBoard, withBody } from '#governance/public-data.ts'
import { csvOf } from '#platform/csv.ts'
import { readAs } from '#platform/database/session.ts'
import { form, type Gate, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import { optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { addCaseEvent, sayCaseDate } from '../commands/pipeline.ts'
import { parseCaseDate, parseCaseEvent } from '../forms/pipeline.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { crumbsOf } from '../pages/crumbs.ts'
import { PipelineCasePage } from '../pages/pipeline-case-page.tsx'
import { PipelinePage, PipelinesPage } from '../pages/pipeline-page.tsx'
import { guard } from '../permission.ts'
import { pipelinePaths } from '../pipeline-paths.ts'
import { findCase, findPipeline, guardedPipeline, listPipelines, type Pipeline, type PipelineCase } from '../queries/pipelines.ts'
import { caseEventWords, caseStatusWords } from '../words/pipeline.ts'
import { decisionOptions } from './contract-shapes.ts'
import { formAt } from './endpoint.ts'
import { begin, boardGate } from './gates.ts'

type AskedPipeline = AskedBoard & { readonly pipeline: Pipeline }
type AskedCase = AskedPipeline & { readonly found: PipelineCase }

const pipelineGate: Gate<AskedPipeline> = async (reader, c) => {
  const asked = await begin(reader, c)
  const pipeline = await findPipeline(reader, asked.part('pipeline'))
  return { ...(await withBody(asked, pipeline.body)), pipeline }
}
const caseGate =
  (verb: 'read' | 'change'): Gate<AskedCase> =>
  async (reader, c) => {
    const asked = await begin(reader, c)
    const { pipeline, found } = await findCase(reader, asked.part('case'))
    if (verb === 'change') guard.demandOf(asked.standing, asked.visit, guardedPipeline(pipeline), verb)
    return { ...(await withBody(asked, pipeline.body)), pipeline, found }
  }

/** Pipelines: anybody reads them by their sight; the clerk of the board says what happened. */
export function pipelineRoutes(needs: CommissioningNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  pageAt(app, needs, '/boards/:slug/pipelines', boardGate(), async ({ reader, visit, body }) => (
    <PipelinesPage visit={visit} board={body} pipelines={await listPipelines(reader, body.id)} />
  ))
  pageAt(app, needs, '/pipelines/:pipeline', pipelineGate, async ({ visit, body, pipeline }) => (
    <PipelinePage visit={visit} board={body} pipeline={pipeline} />
  ))
  pageAt(app, needs, '/pipeline-cases/:case', caseGate('read'), async ({ visit, body, pipeline, found, may }) => (
    <PipelineCasePage visit={visit} board={body} pipeline={pipeline} found={found} mayChange={may(guardedPipeline(pipeline), 'change')} />
  ))
  app.get('/pipelines/:pipeline/cases.csv', async (c) => {
    const csv = await readAs(needs.db, c.get('visit'), async (reader) => casesCsv((await pipelineGate(reader, c)).pipeline))
    return c.body(csv, 200, { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="cases.csv"' })
  })
  formAt(app, needs, '/pipeline-cases/:case/events', caseGate('change'), async (asked) =>
    form(await eventShape(asked), parseCaseEvent, async (doer, input) =>
      leadTo(await addCaseEvent(needs, doer, asked.found.id, input), pipelinePaths.caseOf),
    ),
  )
  formAt(app, needs, '/pipeline-cases/:case/dates', caseGate('change'), async (asked) =>
    form(dateShape(asked), parseCaseDate, async (doer, input) =>
      leadTo(await sayCaseDate(needs, doer, asked.found.id, input), pipelinePaths.caseOf),
    ),
  )
  return app
}

function casesCsv({ stages, cases }: Pipeline): string {
  const titles = new Map(stages.map(({ id, title }) => [id, title]))
  return csvOf([
    ['Case', 'Stands', 'Stage', 'Since', 'Indicative date', 'First said'],
    ...cases.map(({ title, standing, dates }) => [
      ...[title, caseStatusWords[standing.status].word, titles.get(standing.stage ?? '') ?? '', standing.since?.toString() ?? ''],
      ...[dates.at(-1)?.expectedOn.toString() ?? '', dates[0]?.expectedOn.toString() ?? ''],
    ]),
  ])
}

const ofCase = ({ body, pipeline, found }: AskedCase) => ({
  caption: found.title,
  breadcrumbs: crumbsOf(body, { text: pipeline.title, href: pipelinePaths.pipeline(pipeline.id) }),
  cancel: pipelinePaths.caseOf(found.id),
})

async function eventShape(asked: AskedCase): Promise<FormShape> {
  const next = asked.pipeline.stages.findIndex(({ id }) => id === asked.found.standing.stage) + 1
  return {
    ...ofCase(asked),
    title: 'Say what happened',
    lead: 'It is added to what happened before, which stays as it is.',
    groups: [
      {
        fields: [
          { kind: 'radios', name: 'kind', label: 'What happened?', options: optionsOf(caseEventWords) },
          {
            ...{ kind: 'select', name: 'stage', label: 'Which stage did it enter?', none: 'It entered none' },
            options: asked.pipeline.stages.slice(next).map(({ id, title }) => ({ value: id, text: title })),
          },
          { kind: 'day', name: 'onDay', label: 'On which day?' },
          { kind: 'day', name: 'untilOn', label: 'Until when?', hint: 'Where it is deferred or given more time' },
          {
            ...{ kind: 'select', name: 'decision', label: 'By which decision of the board?', none: 'It was not given more time' },
            options: await decisionOptions(asked),
          },
          { kind: 'line', name: 'because', label: 'Why?' },
        ],
      },
    ],
    submit: 'Record',
    first: dayValues('onDay', asked.visit.today),
  }
}

function dateShape(asked: AskedCase): FormShape {
  return {
    ...ofCase(asked),
    title: 'Say when it is expected to be live',
    lead: 'The date is indicative. What was said before is kept, so that everybody sees how it moved.',
    groups: [
      {
        fields: [
          { kind: 'day', name: 'expectedOn', label: 'When?' },
          { kind: 'line', name: 'because', label: 'Why has it moved?' },
        ],
      },
    ],
    submit: 'Record',
    first: {},
  }
}

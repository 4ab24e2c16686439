import { Hono } from 'hono'
import { findPeopleNames } from '#governance/public-data.ts'
import { recordPaths } from '#meetings/paths.ts'
import { findDecision } from '#meetings/public-data.ts'
import { listPriorities } from '#plans/public-data.ts'
import { csvOf } from '#platform/csv.ts'
import { readAs } from '#platform/database/session.ts'
import { form, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { addCaseEvent, sayCaseDate } from '../commands/pipeline.ts'
import { contractPaths } from '../contract-paths.ts'
import { parseCaseDate, parseCaseEvent } from '../forms/pipeline.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { type CaseTies, PipelineCasePage } from '../pages/pipeline-case-page.tsx'
import { PipelinePage, PipelinesPage } from '../pages/pipeline-page.tsx'
import { servicePaths } from '../paths.ts'
import { pipelinePaths } from '../pipeline-paths.ts'
import { findCalls } from '../queries/bids.ts'
import { findServices } from '../queries/commissioned-services.ts'
import { findContracts } from '../queries/contracts.ts'
import { guardedPipeline, listPipelines, type Pipeline } from '../queries/pipelines.ts'
import { caseStatusWords } from '../words/pipeline.ts'
import { contractsGate, contractsOf } from './contract-gates.ts'
import { formAt } from './endpoint.ts'
import { type AskedCase, caseGate, pipelineGate } from './pipeline-gates.ts'
import * as shapes from './pipeline-shapes.ts'

/** Pipelines: anybody reads them by their sight; the clerk of the board says what happened. */
export function pipelineRoutes(needs: CommissioningNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  pageAt(app, needs, '/boards/:slug/pipelines', contractsGate(), async ({ reader, visit, body, may }) => (
    <PipelinesPage visit={visit} board={body} pipelines={await listPipelines(reader, body.id)} mayAdd={may(contractsOf(body.id), 'add')} />
  ))
  pageAt(app, needs, '/pipelines/:pipeline', pipelineGate('read'), async ({ reader, visit, body, pipeline, may }) => (
    <PipelinePage
      visit={visit}
      board={body}
      pipeline={pipeline}
      calls={await findCalls(reader, { process: pipeline.id })}
      mayChange={may(guardedPipeline(pipeline), 'change')}
    />
  ))
  pageAt(app, needs, '/pipeline-cases/:case', caseGate('read'), async (asked) => (
    <PipelineCasePage
      visit={asked.visit}
      board={asked.body}
      pipeline={asked.pipeline}
      found={asked.found}
      ties={await tiesOf(asked)}
      mayChange={asked.may(guardedPipeline(asked.pipeline), 'change')}
      mayWaive={asked.may(guardedPipeline(asked.pipeline), 'waive')}
    />
  ))
  app.get('/pipelines/:pipeline/cases.csv', async (c) => {
    const csv = await readAs(needs.db, c.get('visit'), async (reader) => casesCsv((await pipelineGate('read')(reader, c)).pipeline))
    return c.body(csv, 200, { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="cases.csv"' })
  })
  formAt(app, needs, '/pipeline-cases/:case/events', caseGate('change'), async (asked) =>
    form(await shapes.eventShape(asked), parseCaseEvent, async (doer, input) =>
      leadTo(await addCaseEvent(needs, doer, asked.found.id, input), pipelinePaths.caseOf),
    ),
  )
  formAt(app, needs, '/pipeline-cases/:case/dates', caseGate('change'), async (asked) =>
    form(shapes.dateShape(asked), parseCaseDate, async (doer, input) =>
      leadTo(await sayCaseDate(needs, doer, asked.found.id, input), pipelinePaths.caseOf),
    ),
  )
  return app
}

/** What a case is tied to and which decisions were taken on it, by name, as far as one may see them. */
async function tiesOf({ reader, visit, found }: AskedCase): Promise<CaseTies> {
  const decided = [...new Set(found.events.flatMap(({ decision }) => decision ?? []))]
  const [services, priorities, contracts, names, decisions] = await Promise.all([
    found.service ? findServices(reader, [found.service], visit.today) : [],
    found.priority ? listPriorities(reader) : [],
    found.contract ? findContracts(reader, [found.contract], visit.today) : [],
    findPeopleNames(
      reader,
      found.ticks.map(({ saidBy }) => saidBy),
    ),
    Promise.all(decided.map((id) => findDecision(reader, id))),
  ])
  const priority = priorities.find(({ id }) => id === found.priority)
  return {
    names,
    links: [
      ...services.map(({ id, title }) => ({ label: 'Service', text: title, href: servicePaths.service(id) })),
      ...(priority ? [{ label: 'Priority', text: priority.title, href: priority.href }] : []),
      ...contracts.map(({ id, title }) => ({ label: 'Contract that came of it', text: title, href: contractPaths.contract(id) })),
    ],
    decisions: new Map(
      decisions.flatMap((one) =>
        one ? [[one.id, { text: one.number || one.text.slice(0, 120), href: recordPaths.decision(one.id) }] as const] : [],
      ),
    ),
  }
}

function casesCsv({ stages, cases }: Pipeline): string {
  const titles = new Map(stages.map(({ id, title }) => [id, title]))
  return csvOf([
    ['Case', 'Stands', 'Stage', 'Since', 'Leave it by', 'Indicative date', 'First said'],
    ...cases.map(({ title, standing, dates, dueOn }) => [
      ...[title, caseStatusWords[standing.status].word, titles.get(standing.stage ?? '') ?? '', standing.since?.toString() ?? ''],
      dueOn?.toString() ?? '',
      ...[dates.at(-1)?.expectedOn.toString() ?? '', dates[0]?.expectedOn.toString() ?? ''],
    ]),
  ])
}

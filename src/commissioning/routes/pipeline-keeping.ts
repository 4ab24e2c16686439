import { Hono } from 'hono'
import { NotFound } from '#platform/refusals.ts'
import { form, leadTo } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import * as commands from '../commands/pipeline-keeping.ts'
import { parseShow } from '../forms/offered.ts'
import * as parse from '../forms/pipeline.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { pipelinePaths } from '../pipeline-paths.ts'
import { contractsGate } from './contract-gates.ts'
import { formAt } from './endpoint.ts'
import { caseGate, pipelineGate } from './pipeline-gates.ts'
import * as shapes from './pipeline-keeping-shapes.ts'

const to = pipelinePaths.pipeline
const at = '/pipelines/:pipeline'

/** Keeping pipelines: the clerk of the board begins them, writes their stages, opens rounds and adds cases. */
export function pipelineKeepingRoutes(needs: CommissioningNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  formAt(app, needs, '/boards/:slug/pipelines/new', contractsGate('add'), async (asked) =>
    form(await shapes.pipelineShape(asked), parse.parsePipeline, async (doer, input) =>
      leadTo(await commands.addPipeline(needs, doer, asked.body.id, input), to),
    ),
  )
  formAt(app, needs, `${at}/edit`, pipelineGate('change'), async (asked) =>
    form(shapes.changedShape(asked), parse.parseChangedPipeline, async (doer, input) =>
      leadTo(await commands.changePipeline(needs, doer, asked.pipeline.id, input), to),
    ),
  )
  formAt(app, needs, `${at}/show`, pipelineGate('show'), async (asked) =>
    form(shapes.showShape(asked), parseShow, async (doer, input) =>
      leadTo(await commands.showPipeline(needs, doer, asked.pipeline.id, input), to),
    ),
  )
  stageForms(app, needs)
  formAt(app, needs, `${at}/rounds`, pipelineGate('change'), async (asked) =>
    form(shapes.roundShape(asked), parse.parseRound, async (doer, input) =>
      leadTo(await commands.openRound(needs, doer, asked.pipeline.id, input), to),
    ),
  )
  formAt(app, needs, `${at}/cases`, pipelineGate('change'), async (asked) =>
    form(shapes.casesShape(asked), parse.parseCases, async (doer, input) =>
      leadTo(await commands.addCases(needs, doer, asked.pipeline.id, input), to),
    ),
  )
  formAt(app, needs, '/pipeline-cases/:case/edit', caseGate('change'), async (asked) =>
    form(await shapes.caseShape(asked), parse.parseChangedCase, async (doer, input) =>
      leadTo(await commands.changeCase(needs, doer, asked.found.id, input), pipelinePaths.caseOf),
    ),
  )
  return app
}

function stageForms(app: Hono<AppEnv>, needs: CommissioningNeeds): void {
  formAt(app, needs, `${at}/stages`, pipelineGate('change'), async (asked) =>
    form(shapes.stageShape(asked, undefined), parse.parseStage, async (doer, input) =>
      leadTo(await commands.keepStage(needs, doer, asked.pipeline.id, undefined, input), to),
    ),
  )
  formAt(app, needs, `${at}/stages/:stage`, pipelineGate('change'), async (asked) => {
    const stage = asked.pipeline.stages.find(({ id }) => id === asked.part('stage'))
    if (!stage) throw new NotFound('No such stage.')
    return form(shapes.stageShape(asked, stage), parse.parseStage, async (doer, input) =>
      leadTo(await commands.keepStage(needs, doer, asked.pipeline.id, stage.id, input), to),
    )
  })
}

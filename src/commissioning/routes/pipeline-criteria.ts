import { Hono } from 'hono'
import { NotFound } from '#platform/refusals.ts'
import { form, leadTo } from '#platform/web/endpoints.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import * as commands from '../commands/pipeline-criteria.ts'
import * as parse from '../forms/pipeline-criteria.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { crumbsOf } from '../pages/crumbs.ts'
import { pipelinePaths } from '../pipeline-paths.ts'
import type { AskedCriterion } from '../rules/pipeline-criteria.ts'
import { formAt } from './endpoint.ts'
import { type AskedCase, type AskedPipeline, caseGate, pipelineGate } from './pipeline-gates.ts'
import { ofCase } from './pipeline-shapes.ts'

/** Criteria of stages: the clerk writes and ticks them one by one, and the chair says why one may stay open (C8). */
export function pipelineCriteriaRoutes(needs: CommissioningNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  const { pipeline: to, caseOf } = pipelinePaths
  formAt(app, needs, '/pipelines/:pipeline/stages/:stage/criteria', pipelineGate('change'), async (asked) => {
    const stage = asked.pipeline.stages.find(({ id }) => id === asked.part('stage'))
    if (!stage) throw new NotFound('No such stage.')
    return form(criterionShape(asked, stage.title), parse.parseCriterion, async (doer, input) =>
      leadTo(await commands.addCriterion(needs, doer, asked.pipeline.id, stage.id, input), to),
    )
  })
  formAt(app, needs, '/pipelines/:pipeline/criteria/:criterion/end', pipelineGate('change'), async (asked) => {
    const criterion = asked.pipeline.stages.flatMap(({ criteria }) => criteria).find(({ id }) => id === asked.part('criterion'))
    if (!criterion) throw new NotFound('No such criterion.')
    return form(endShape(asked, criterion.title), parse.parseCriterionEnd, async (doer, input) =>
      leadTo(await commands.endCriterion(needs, doer, asked.pipeline.id, criterion.id, input), to),
    )
  })
  formAt(app, needs, '/pipeline-cases/:case/criteria/:criterion/tick', caseGate('change'), async (asked) => {
    const criterion = criterionOf(asked)
    return form(tickShape(asked, criterion), parse.parseTick, async (doer, input) =>
      leadTo(await commands.tickCriterion(needs, doer, asked.found.id, criterion.id, input), caseOf),
    )
  })
  formAt(app, needs, '/pipeline-cases/:case/criteria/:criterion/waive', caseGate('waive'), async (asked) => {
    const criterion = criterionOf(asked)
    return form(waiveShape(asked, criterion), parse.parseWaive, async (doer, input) =>
      leadTo(await commands.waiveCriterion(needs, doer, asked.found.id, criterion.id, input), caseOf),
    )
  })
  return app
}

function criterionOf({ found, part }: AskedCase): AskedCriterion {
  const criterion = found.criteria.find(({ id }) => id === part('criterion'))
  if (!criterion) throw new NotFound('The case is asked nothing of the kind now.')
  return criterion
}

const ofPipeline = ({ body, pipeline }: AskedPipeline) => ({
  caption: pipeline.title,
  breadcrumbs: crumbsOf(body, { text: pipeline.title, href: pipelinePaths.pipeline(pipeline.id) }),
  cancel: pipelinePaths.pipeline(pipeline.id),
  version: pipeline.version,
})

function criterionShape(asked: AskedPipeline, stage: string): FormShape {
  return {
    ...ofPipeline(asked),
    title: `Ask one thing more: ${stage}`,
    lead: 'Cases that are in this stage already keep what they were asked.',
    groups: [
      {
        fields: [
          { kind: 'line', name: 'title', label: 'What must be met?' },
          { kind: 'tick', name: 'required', label: 'No case leaves this stage without it' },
          { kind: 'day', name: 'startsOn', label: 'Of cases that enter from which day on?', hint: 'Tomorrow at the earliest' },
        ],
      },
    ],
    submit: 'Add',
    first: { required: 'yes', ...dayValues('startsOn', asked.visit.today.add({ days: 1 })) },
  }
}

function endShape(asked: AskedPipeline, criterion: string): FormShape {
  return {
    ...ofPipeline(asked),
    title: 'Ask this no more',
    lead: `“${criterion}” stays asked of every case that is in this stage already.`,
    groups: [
      { fields: [{ kind: 'day', name: 'endsOn', label: 'Of cases that enter from which day on?', hint: 'Tomorrow at the earliest' }] },
    ],
    submit: 'End it',
    first: dayValues('endsOn', asked.visit.today.add({ days: 1 })),
  }
}

function tickShape(asked: AskedCase, { title, stands }: AskedCriterion): FormShape {
  return {
    ...ofCase(asked),
    title: 'Say how it stands',
    lead: title,
    groups: [
      {
        fields: [
          {
            ...{ kind: 'radios', name: 'says', label: 'How does it stand?' },
            options: [
              { value: 'met', text: 'It is met' },
              { value: 'open', text: 'It is open after all' },
            ],
          },
          { kind: 'day', name: 'onDay', label: 'On which day was that found?' },
          { kind: 'line', name: 'note', label: 'How do you know?', hint: 'What was seen or sent. Needed where it is open after all' },
        ],
      },
    ],
    submit: 'Record under my name',
    first: { says: stands === 'met' ? 'open' : 'met', ...dayValues('onDay', asked.visit.today) },
  }
}

function waiveShape(asked: AskedCase, { title }: AskedCriterion): FormShape {
  return {
    ...ofCase(asked),
    title: 'Let it stay open',
    lead: title,
    groups: [
      {
        fields: [
          {
            ...{ kind: 'lines', name: 'note', label: 'Why may it leave this stage without it?', rows: 3 },
            hint: 'Everybody who sees the case reads this, with your name and the day',
          },
        ],
      },
    ],
    submit: 'Record under my name',
    first: {},
  }
}

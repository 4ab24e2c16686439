import type { AskedBoard } from '#governance/public-data.ts'
import { listPriorities } from '#plans/public-data.ts'
import { dayInWords } from '#platform/time/words.ts'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { crumbsOf } from '../pages/crumbs.ts'
import { pipelinePaths } from '../pipeline-paths.ts'
import { listServices } from '../queries/commissioned-services.ts'
import { listContracts } from '../queries/contracts.ts'
import { listPipelines, type Stage } from '../queries/pipelines.ts'
import type { AskedCase, AskedPipeline } from './pipeline-gates.ts'
import { ofCase } from './pipeline-shapes.ts'
import { showParts } from './service-shapes.ts'

const listCrumb = (slug: string) => ({ text: 'Pipelines', href: pipelinePaths.ofBoard(slug) })
const ofPipeline = ({ body, pipeline }: AskedPipeline) => ({
  caption: pipeline.title,
  breadcrumbs: crumbsOf(body, listCrumb(body.slug), { text: pipeline.title, href: pipelinePaths.pipeline(pipeline.id) }),
  cancel: pipelinePaths.pipeline(pipeline.id),
  version: pipeline.version,
})
const nameFields = [
  { kind: 'line', name: 'title', label: 'What is it called?', hint: 'For example: Communities that run their own services' },
  { kind: 'lines', name: 'summary', label: 'What is it about?', rows: 3 },
  { kind: 'short', name: 'casesAre', label: 'What are those called that go through it?', hint: 'In the plural, for example: communities' },
] as const

/** The form that begins a pipeline. */
export async function pipelineShape(asked: AskedBoard): Promise<FormShape> {
  const others = await listPipelines(asked.reader, asked.body.id)
  return {
    title: 'Begin a pipeline',
    caption: asked.body.name,
    lead: 'Only those who prepare it see it until you show it. Criteria and deadlines are written stage by stage afterwards.',
    breadcrumbs: crumbsOf(asked.body, listCrumb(asked.body.slug)),
    groups: [
      { fields: nameFields },
      {
        heading: 'Its stages',
        fields: [
          {
            kind: 'lines',
            name: 'stages',
            label: 'Which stages, in their order?',
            hint: 'One a line, the last is the one that everybody wants to reach',
            rows: 8,
          },
          ...(others.length === 0
            ? []
            : [
                {
                  ...({ kind: 'select', name: 'like', label: 'Or the stages of which pipeline?', none: 'None: those above' } as const),
                  hint: 'With their criteria and deadlines',
                  options: others.map(({ id, title }) => ({ value: id, text: title })),
                },
              ]),
        ],
      },
    ],
    submit: 'Begin',
    first: { casesAre: 'cases' },
    cancel: pipelinePaths.ofBoard(asked.body.slug),
  }
}

/** The form of what a pipeline is called. */
export function changedShape(asked: AskedPipeline): FormShape {
  const { title, summary, casesAre } = asked.pipeline
  return {
    ...ofPipeline(asked),
    title: 'Change what it is called',
    groups: [{ fields: nameFields }],
    submit: 'Save',
    first: { title, summary, casesAre },
  }
}

/** The form that shows a pipeline. */
export const showShape = (asked: AskedPipeline): FormShape => ({
  ...ofPipeline(asked),
  ...showParts('Show this pipeline', asked.pipeline.version),
})

/** The form of a stage: a new one at the end, or one that is changed. */
export function stageShape(asked: AskedPipeline, stage: Stage | undefined): FormShape {
  return {
    ...ofPipeline(asked),
    title: stage ? `Change the stage: ${stage.title}` : 'Add a stage at the end',
    lead: 'Stages can be changed until the first case has begun; then they stand, and criteria change for cases to come.',
    groups: [
      {
        fields: [
          { kind: 'line', name: 'title', label: 'What is it called?' },
          {
            kind: 'lines',
            name: 'criteria',
            label: 'What must be met to leave it?',
            hint: 'One criterion a line: each is ticked by itself',
          },
          { kind: 'lines', name: 'wished', label: 'What else is looked at, though nothing hangs on it?', hint: 'One a line', rows: 2 },
          { kind: 'number', name: 'days', label: 'Within how many days is it left?', hint: 'Leave empty where it has no deadline' },
          { kind: 'tick', name: 'byDecision', label: 'The board decides whether it is met' },
        ],
      },
    ],
    submit: stage ? 'Save' : 'Add',
    first: stage
      ? {
          ...{ title: stage.title, criteria: criteriaLines(stage, true), wished: criteriaLines(stage, false) },
          days: stage.days === null ? '' : String(stage.days),
          byDecision: stage.byDecision ? 'yes' : '',
        }
      : {},
  }
}

const criteriaLines = ({ criteria }: Stage, required: boolean): string =>
  criteria
    .filter((one) => one.required === required)
    .map(({ title }) => title)
    .join('\n')

/** The form that opens a round. */
export function roundShape(asked: AskedPipeline): FormShape {
  return {
    ...ofPipeline(asked),
    title: `Open round ${asked.pipeline.rounds.length + 1}`,
    lead: 'Who comes in through it enters the first stage between these days, and on no other.',
    groups: [
      {
        fields: [
          { kind: 'day', name: 'opensOn', label: 'What is its first day?' },
          { kind: 'day', name: 'closesOn', label: 'What is its last day?' },
        ],
      },
    ],
    submit: 'Open it',
    first: {},
  }
}

/** The form in which cases come in. */
export function casesShape(asked: AskedPipeline): FormShape {
  const { rounds, casesAre, stages } = asked.pipeline
  return {
    ...ofPipeline(asked),
    title: `Add ${casesAre}`,
    groups: [
      {
        fields: [
          { kind: 'lines', name: 'titles', label: 'Which?', hint: 'One a line. Never the name of a person', rows: 8 },
          {
            ...{ kind: 'select', name: 'round', label: 'Through which round?', none: 'Through none' },
            options: rounds.map(({ id, number, opensOn, closesOn }) => ({
              ...{ value: id, text: `Round ${number}: ${dayInWords(opensOn)} to ${dayInWords(closesOn)}` },
            })),
          },
          {
            ...{ kind: 'day', name: 'enteredOn', label: `On which day did they enter “${stages[0]?.title ?? ''}”?` },
            hint: 'Leave empty where they have not begun',
          },
        ],
      },
    ],
    submit: 'Add',
    first: {},
  }
}

/** The form of what a case is called and tied to. */
export async function caseShape(asked: AskedCase): Promise<FormShape> {
  const { reader, visit, body, found } = asked
  const [services, priorities, contracts] = await Promise.all([
    listServices(reader, body.id, visit.today),
    listPriorities(reader),
    listContracts(reader, body.id, visit.today),
  ])
  const select = (name: string, label: string, options: readonly { readonly id: string; readonly title: string }[]) =>
    ({ kind: 'select', name, label, none: 'None', options: options.map(({ id, title }) => ({ value: id, text: title })) }) as const
  return {
    ...ofCase(asked),
    title: 'Say what it is tied to',
    groups: [
      {
        fields: [
          { kind: 'line', name: 'title', label: 'What is it called?' },
          select('service', 'Which service does it serve?', services),
          select('priority', 'Which priority does it serve?', priorities),
          select('contract', 'Which contract came of it?', contracts),
        ],
      },
    ],
    submit: 'Save',
    first: { title: found.title, service: found.service ?? '', priority: found.priority ?? '', contract: found.contract ?? '' },
    version: found.version,
  }
}

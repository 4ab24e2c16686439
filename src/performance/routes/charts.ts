import type { Hono } from 'hono'
import { NotFound } from '#platform/refusals.ts'
import { actsWith, form, formsWith, leadTo } from '#platform/web/endpoints.tsx'
import { isUuid } from '#platform/web/fields.ts'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { annotate, rebase, setChartRules, takeBackMark } from '../commands/chart.ts'
import { parseAnnotation, parseChartRules, parseRebase } from '../forms/chart.ts'
import type { PerformanceNeeds } from '../needs.ts'
import { measurePaths } from '../paths.ts'
import { listChartRules, rulesInForce } from '../queries/chart-rules.ts'
import { latestDefinition } from '../rules/measure.ts'
import { problemWords } from '../words/problems.ts'
import { type AskedMeasure, measureGate, part } from './gates.ts'
import { measureCrumbs } from './measure-shapes.ts'

const formAt = formsWith(problemWords)
const actAt = actsWith(problemWords)

/** Notes on charts, decisions to rebase, and the rules by which charts are judged (I3): kept by the clerk of the measure's board. */
export function chartRoutes(app: Hono<AppEnv>, needs: PerformanceNeeds): void {
  const toMeasure = ({ measure }: AskedMeasure) => measurePaths.measure(measure.id)
  formAt(app, needs, '/measures/:measure/annotate', measureGate('keep'), async (asked) =>
    form(annotationShape(asked), parseAnnotation, async (doer, input) =>
      leadTo(await annotate(needs, doer, asked.measure.id, input), () => toMeasure(asked)),
    ),
  )
  formAt(app, needs, '/measures/:measure/rebase', measureGate('keep'), async (asked) =>
    form(rebaseShape(asked), parseRebase, async (doer, input) =>
      leadTo(await rebase(needs, doer, asked.measure.id, input), () => toMeasure(asked)),
    ),
  )
  formAt(app, needs, '/measures/:measure/chart-rules', measureGate('keep'), async (asked) =>
    form(await rulesShape(asked), parseChartRules, async (doer, input) =>
      leadTo(await setChartRules(needs, doer, asked.measure.id, input), () => toMeasure(asked)),
    ),
  )
  actAt(
    app,
    needs,
    '/measures/:measure/chart/:kind/:mark/take-back',
    async (reader, c) => ({ ...(await measureGate('keep')(reader, c)), kind: part(c, 'kind'), mark: part(c, 'mark') }),
    async ({ measure, kind, mark }, doer) => {
      if ((kind !== 'annotation' && kind !== 'rebase') || !isUuid(mark)) throw new NotFound('Nothing of the kind stands on this chart.')
      return leadTo(await takeBackMark(needs, doer, measure.id, kind, mark), () => measurePaths.measure(measure.id))
    },
    toMeasure,
  )
}

function shapeOf(asked: AskedMeasure, rest: Pick<FormShape, 'title' | 'lead' | 'groups' | 'submit' | 'first'>): FormShape {
  const caption = latestDefinition(asked.measure).title
  return { ...rest, caption, breadcrumbs: measureCrumbs(asked), cancel: measurePaths.measure(asked.measure.id) }
}

function annotationShape(asked: AskedMeasure): FormShape {
  return shapeOf(asked, {
    title: 'Note an event on the chart',
    lead: 'For example that a policy began, or that counting changed. It stands at its day with a letter, on the chart and in its table.',
    groups: [
      {
        fields: [
          { kind: 'day', name: 'onDay', label: 'On which day?' },
          { kind: 'line', name: 'words', label: 'What happened?' },
        ],
      },
    ],
    submit: 'Add note',
    first: {},
  })
}

function rebaseShape(asked: AskedMeasure): FormShape {
  return shapeOf(asked, {
    title: 'Work the limits out anew from a day on',
    lead: 'Only where it is known why the figures are other ones than before, and somebody decided so. Figures before the day and from it on are then judged apart.',
    groups: [
      {
        fields: [
          { kind: 'day', name: 'onDay', label: 'From which day?', hint: 'The first day of the first period that is judged anew' },
          { kind: 'lines', name: 'reason', label: 'What changed, and how is that known?', rows: 4 },
          { kind: 'line', name: 'decidedBy', label: 'Who decided it?', hint: 'The board, or a name' },
          { kind: 'day', name: 'decidedOn', label: 'When was it decided?' },
        ],
      },
    ],
    submit: 'Save the decision',
    first: { decidedBy: asked.body.name, ...dayValues('decidedOn', asked.visit.today) },
  })
}

async function rulesShape(asked: AskedMeasure): Promise<FormShape> {
  const { reader, measure, visit } = asked
  const now = rulesInForce(await listChartRules(reader, [measure.body]), measure, visit.today)
  return shapeOf(asked, {
    title: 'How is this chart judged?',
    lead: `Today by the rule of ${now.measure !== null ? 'this measure' : now.body !== null ? 'the board' : 'the house'}: ${now.reason}. Scorecards that were shown to a meeting stay as they were.`,
    groups: [
      {
        heading: 'The chart',
        fields: [
          {
            ...{ kind: 'radios', name: 'first', label: 'Which chart stands first?' },
            options: [
              { value: 'process', text: 'With limits, as soon as there are enough figures' },
              { value: 'run', text: 'As a run with its median', hint: 'Better for tiny counts' },
            ],
          },
          {
            ...{ kind: 'radios', name: 'screening', label: 'Are outlying ranges left out when limits are worked out?' },
            options: [
              { value: 'on', text: 'Yes, once', hint: 'One freak figure then does not widen the limits' },
              { value: 'off', text: 'No', hint: 'As the spreadsheet tool of the NHS does' },
            ],
          },
          { kind: 'short', name: 'runBelow', label: 'Below how many figures does a run stand first?' },
          { kind: 'short', name: 'trialBelow', label: 'Below how many figures are limits on trial?' },
          { kind: 'short', name: 'noneBelow', label: 'Below how many figures are there none?' },
        ],
      },
      {
        heading: 'For what, and from when',
        fields: [
          {
            ...{ kind: 'radios', name: 'scope', label: 'For which charts?' },
            options: [
              { value: 'measure', text: 'For this one' },
              { value: 'board', text: 'For every measure of the board that has no rule of its own' },
            ],
          },
          { kind: 'day', name: 'startsOn', label: 'From which day?' },
          { kind: 'lines', name: 'reason', label: 'Why?', rows: 3 },
        ],
      },
    ],
    submit: 'Save the rule',
    first: {
      ...{ first: now.first, screening: now.screening ? 'on' : 'off', scope: 'measure', ...dayValues('startsOn', visit.today) },
      ...{ runBelow: String(now.runBelow), trialBelow: String(now.trialBelow), noneBelow: String(now.noneBelow) },
    },
  })
}

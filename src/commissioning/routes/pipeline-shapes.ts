import { dayInWords } from '#platform/time/words.ts'
import { optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import { crumbsOf } from '../pages/crumbs.ts'
import { pipelinePaths } from '../pipeline-paths.ts'
import { possibleEvents } from '../rules/pipeline.ts'
import { caseEventWords } from '../words/pipeline.ts'
import { decisionOptions } from './contract-shapes.ts'
import type { AskedCase } from './pipeline-gates.ts'

/** What every form of a case carries: the way back. */
export const ofCase = ({ body, pipeline, found }: AskedCase) => ({
  caption: found.title,
  breadcrumbs: crumbsOf(body, { text: pipeline.title, href: pipelinePaths.pipeline(pipeline.id) }),
  cancel: pipelinePaths.caseOf(found.id),
})

/** The form of what happened to a case: what can happen to it as it stands. */
export async function eventShape(asked: AskedCase): Promise<FormShape> {
  const { stages, rounds } = asked.pipeline
  const { standing, events, round } = asked.found
  const next = stages.findIndex(({ id }) => id === standing.stage) + 1
  const window = standing.stage === undefined ? rounds.find(({ number }) => number === round) : undefined
  const decides = stages.some(({ id, byDecision }) => id === standing.stage && byDecision)
  const possible = possibleEvents(events, next < stages.length)
  return {
    ...ofCase(asked),
    title: 'Say what happened',
    lead: 'It is added to what happened before, which stays as it is.',
    groups: [
      {
        fields: [
          { kind: 'radios', name: 'kind', label: 'What happened?', options: optionsOf(caseEventWords, possible) },
          {
            ...{ kind: 'select', name: 'stage', label: 'Which stage did it enter?', none: 'It entered none' },
            options: stages.slice(next).map(({ id, title }) => ({ value: id, text: title })),
          },
          {
            ...{ kind: 'day', name: 'onDay', label: 'On which day?' },
            ...(window
              ? { hint: `Round ${window.number} is open from ${dayInWords(window.opensOn)} to ${dayInWords(window.closesOn)}` }
              : {}),
          },
          { kind: 'day', name: 'untilOn', label: 'Until when?', hint: 'Where it is deferred or given more time' },
          {
            ...{ kind: 'select', name: 'decision', label: 'By which decision of the board?', none: 'By none' },
            hint: decides
              ? 'The board decides on this stage: that it is met or rejected rests on its decision'
              : 'More time is given by a decision alone',
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

/** The form of when a case is expected to be live. */
export function dateShape(asked: AskedCase): FormShape {
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

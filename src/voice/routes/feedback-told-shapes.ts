import type { AskedBoard } from '#governance/public-data.ts'
import { findMatters } from '#meetings/public-data.ts'
import { dayInWords } from '#platform/time/words.ts'
import { optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import { offeredSpan } from '../commands/answer.ts'
import { feedbackPaths } from '../paths.ts'
import { type Feedback, listFeedback } from '../queries/feedback.ts'
import { feedbackKindWords } from '../words/feedback.ts'
import { feedbackCrumbs } from './feedback-shapes.ts'

const nameOf = ({ kind, reference, service, summary }: Feedback): string =>
  `${feedbackKindWords[kind]} ${reference}, ${service}: ${summary.slice(0, 80)}`

/** The form of what was learned. */
export async function learningShape(asked: AskedBoard): Promise<FormShape> {
  const { reader, visit, body } = asked
  const [all, matters] = await Promise.all([
    listFeedback(reader, { body: body.id }, visit.today),
    findMatters(reader, { body: body.id, ...offeredSpan(visit.today) }),
  ])
  const over = all.filter(({ state, learning }) => (state === 'answered' || state === 'noted') && learning === null)
  return {
    title: 'Say what was learned',
    caption: body.name,
    lead: 'Link it afterwards with needs, outcomes and measures on its golden thread.',
    breadcrumbs: feedbackCrumbs(asked),
    groups: [
      {
        fields: [
          ...(over.length === 0
            ? []
            : [
                {
                  kind: 'boxes' as const,
                  name: 'from',
                  label: 'From which was it learned?',
                  options: over.slice(0, 50).map((one) => ({ value: one.id, text: nameOf(one) })),
                },
              ]),
          { kind: 'line', name: 'service', label: 'Which service is it about?' },
          { kind: 'lines', name: 'said', label: 'You said', hint: 'What people said, in your own words', rows: 3 },
          { kind: 'lines', name: 'did', label: 'We did', hint: 'What was done. Leave empty where nothing was', rows: 3 },
          {
            ...{ kind: 'select', name: 'decision', label: 'Which decision was it?', none: 'No decision of this board' },
            options: matters
              .filter(({ kind }) => kind === 'decision')
              .map(({ id, on, title }) => ({ value: id, text: `${dayInWords(on)}: ${title.slice(0, 120)}` })),
          },
          { kind: 'lines', name: 'reason', label: 'Or: why was nothing done?', rows: 2 },
          { kind: 'day', name: 'onDay', label: 'On which day was that settled?' },
          {
            kind: 'radios',
            name: 'sight',
            label: 'Who may read it?',
            options: optionsOf({ public: 'Everybody', members: 'The board', draft: 'Only those who prepare it' }),
          },
          { kind: 'tick', name: 'unknown', label: 'No child, family or worker can be known by it' },
        ],
      },
    ],
    submit: 'Say it',
    first: { sight: 'draft', ...dayValues('onDay', visit.today) },
    cancel: feedbackPaths.ofBoard(body.slug),
  }
}

/** The form that tells the numbers of a period. */
export function numbersShape(asked: AskedBoard): FormShape {
  const { visit, body } = asked
  const month = visit.today.with({ day: 1 })
  return {
    title: 'Publish the numbers of a period',
    caption: body.name,
    lead: 'Small numbers are left out or put together before anything is shown.',
    breadcrumbs: feedbackCrumbs(asked),
    groups: [
      {
        fields: [
          { kind: 'day', name: 'startsOn', label: 'First day' },
          { kind: 'day', name: 'lastDay', label: 'Last day' },
        ],
      },
    ],
    submit: 'Publish',
    warning: 'No part of this period is told again, so that nobody can be found by comparing two releases.',
    first: { ...dayValues('startsOn', month.subtract({ months: 3 })), ...dayValues('lastDay', month.subtract({ days: 1 })) },
    cancel: feedbackPaths.ofBoard(body.slug),
  }
}

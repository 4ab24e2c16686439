import type { FieldSpec } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import { planPaths } from '../paths.ts'
import type { ColourMeaning } from '../queries/progress.ts'
import { actionStateWords } from '../words/plan.ts'
import { colourWords, reasonWords } from '../words/rag.ts'
import type { AskedAction, AskedPlan } from './gates.ts'
import { formCrumbs } from './shapes.ts'

const states = { 'not-started': '', started: '', done: '', stopped: '' } as const

/** The form in which a lead says how an action goes. */
export function sayShape({ head, action }: AskedAction): FormShape {
  return {
    title: 'Say how it goes',
    caption: action.title,
    breadcrumbs: [...formCrumbs(head), { text: action.title, href: planPaths.action(action.id) }],
    groups: [
      {
        fields: [
          { kind: 'lines', name: 'progress', label: 'How does it go?', hint: 'What was done since the last time, and what is next' },
          {
            kind: 'radios',
            name: 'state',
            label: 'How does it stand now?',
            options: (Object.keys(states) as (keyof typeof states)[]).map((value) => ({ value, text: actionStateWords[value].word })),
          },
          { kind: 'day', name: 'doneOn', label: 'If it is done: on which day was it done?', hint: 'Leave empty for today' },
        ],
      },
      {
        heading: 'What changed by it',
        fields: [
          {
            kind: 'lines',
            name: 'impact',
            label: 'What is better for children or families because of it?',
            hint: 'Leave empty where nobody can say yet. That something was done is not yet a change',
          },
          { kind: 'lines', name: 'evidence', label: 'What shows it?', hint: 'A document, a figure, an address', rows: 2 },
        ],
      },
    ],
    submit: 'Save',
    first: { state: action.state, ...dayValues('doneOn', action.doneOn ?? undefined) },
    version: action.actionVersion,
    cancel: planPaths.action(action.id),
    ...(head.sight === 'public' && { warning: 'Everybody can read what you write here.' }),
  }
}

/** The form that sets a colour beside the computed one. */
export function rateShape({ head, action, view, visit }: AskedAction): FormShape {
  const options = view.colours
    .filter(({ appliesTo }) => appliesTo === 'action')
    .map(({ colour, meaning }) => ({ value: colour, text: colourWords[colour].word, hint: meaning }))
  return {
    title: 'Set its colour',
    caption: action.title,
    lead: `The rule says ${colourWords[action.computed.colour].word.toLowerCase()}: ${reasonWords[action.computed.reason]} What you set is shown instead until its last day, and both are kept.`,
    breadcrumbs: [...formCrumbs(head), { text: action.title, href: planPaths.action(action.id) }],
    groups: [
      {
        fields: [
          { kind: 'radios', name: 'colour', label: 'Which colour has it?', options },
          { kind: 'lines', name: 'why', label: 'Why?', rows: 3 },
          { kind: 'day', name: 'lastDay', label: 'Last day on which it holds', hint: 'Usually the day of the next review' },
        ],
      },
    ],
    submit: 'Set colour',
    first: dayValues('lastDay', visit.today.add({ months: head.reviewMonths ?? 3 })),
    cancel: planPaths.action(action.id),
  }
}

/** The form in which a plan says what its colours mean. */
export function coloursShape({ head }: AskedPlan, colours: readonly ColourMeaning[]): FormShape {
  const fields = (appliesTo: 'action' | 'measure'): readonly FieldSpec[] =>
    (['red', 'amber', 'green'] as const).map((colour) => ({
      ...{ kind: 'line', name: `${appliesTo}-${colour}`, label: `${colourWords[colour].word} means` },
    }))
  return {
    title: 'What the colours mean',
    caption: head.title,
    lead: 'From today on. What was rated before keeps what the colour meant then.',
    breadcrumbs: formCrumbs(head),
    groups: [
      { heading: 'Of actions', fields: fields('action') },
      { heading: 'Of measures', fields: fields('measure') },
    ],
    submit: 'Save',
    first: Object.fromEntries(colours.map(({ appliesTo, colour, meaning }) => [`${appliesTo}-${colour}`, meaning])),
    cancel: planPaths.plan(head.id),
  }
}

import { listOrganisationsOn } from '#governance/public-data.ts'
import { listActions } from '#plans/public-data.ts'
import { optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import type { FormBody } from '#platform/web/forms.ts'
import { curvePaths } from '../paths.ts'
import { findStories } from '../queries/curve.ts'
import { latestDefinition } from '../rules/measure.ts'
import { costWords } from '../words/curve.ts'
import type { AskedMeasure } from './gates.ts'
import { measureCrumbs } from './measure-shapes.ts'

/** What the forms of one curve have in common. */
function shapeOf(asked: AskedMeasure, rest: Pick<FormShape, 'title' | 'lead' | 'groups' | 'submit'>, first: FormBody = {}): FormShape {
  const { id } = asked.measure
  const breadcrumbs = [...measureCrumbs(asked), { text: 'Turning the curve', href: curvePaths.curve(id) }]
  return { ...rest, caption: latestDefinition(asked.measure).title, breadcrumbs, first, cancel: curvePaths.curve(id) }
}

/** The form that freezes what comes if nothing is done. */
export function forecastShape(asked: AskedMeasure): FormShape {
  return shapeOf(
    asked,
    {
      title: 'Freeze what comes if nothing is done',
      lead: 'A forecast is frozen today and never changed: what comes later is compared with it. It rests on published figures alone. A later one is another one beside it.',
      groups: [
        {
          heading: 'How is it foreseen?',
          fields: [
            {
              kind: 'radios',
              name: 'method',
              label: 'What would happen if nothing were done?',
              options: [
                { value: 'trend', text: 'It would go on as in the last figures', hint: 'A straight line through them' },
                { value: 'level', text: 'It would stay as it was on average', hint: 'The mean of the last figures' },
                { value: 'stated', text: 'Somebody states it', hint: 'For example from a model, or because a service ends' },
              ],
            },
            { kind: 'short', name: 'last', label: 'Through how many of the last figures?' },
            { kind: 'short', name: 'ahead', label: 'For how many periods?' },
            {
              ...{ kind: 'lines', name: 'steps', label: 'The figures, where somebody states them', rows: 4 },
              hint: 'One a line, like “2026-04: 80”',
            },
          ],
        },
        {
          heading: 'On what, and by whom?',
          fields: [
            { kind: 'line', name: 'assumes', label: 'What is assumed?', hint: 'For example that the number of families stays as it is' },
            { kind: 'line', name: 'author', label: 'Who made it?', hint: 'A name or a team' },
            {
              ...{ kind: 'tick', name: 'confirmed', label: 'I have seen what would be frozen' },
              hint: 'Leave this empty the first time: you are shown the figures',
            },
          ],
        },
      ],
      submit: 'Freeze forecast',
    },
    { last: '12', ahead: '12', author: asked.visit.account?.name ?? '' },
  )
}

/** The form for the story behind a curve; the story of today stands in it. */
export async function storyShape(asked: AskedMeasure): Promise<FormShape> {
  const [last] = await findStories(asked.reader, asked.measure.id)
  return shapeOf(
    asked,
    {
      title: 'The story behind the curve',
      lead: 'Why does it go as it goes? What helps, what holds it back, what is not known? The story before stays. Name nobody: everybody who sees the measure reads it.',
      groups: [{ fields: [{ kind: 'lines', name: 'words', label: 'The story', rows: 12 }] }],
      submit: 'Save the story',
    },
    { words: last?.words ?? '' },
  )
}

/** The form that names a partner. */
export async function partnerShape(asked: AskedMeasure): Promise<FormShape> {
  const options = (await listOrganisationsOn(asked.reader, asked.visit.today)).map(({ id, name }) => ({ value: id, text: name }))
  return shapeOf(asked, {
    title: 'Add a partner',
    lead: 'Who has a part in turning the curve, and which?',
    groups: [
      {
        fields: [
          { kind: 'select', name: 'organisation', label: 'Which organisation?', none: 'None of these', options },
          { kind: 'line', name: 'name', label: 'Which team or group?', hint: 'Needed where none of the organisations is chosen' },
          { kind: 'line', name: 'part', label: 'What is their part?' },
        ],
      },
    ],
    submit: 'Add partner',
  })
}

/** The form for an idea of what works. */
export function ideaShape(asked: AskedMeasure): FormShape {
  return shapeOf(asked, {
    title: 'What works?',
    lead: 'At least one idea should cost little or nothing.',
    groups: [
      {
        fields: [
          { kind: 'lines', name: 'words', label: 'What works, or could?', rows: 4 },
          { kind: 'radios', name: 'cost', label: 'What does it cost?', options: optionsOf(costWords) },
          { kind: 'line', name: 'evidence', label: 'What says that it works?', hint: 'For example a study, or a place that did it' },
        ],
      },
    ],
    submit: 'Add idea',
  })
}

/** The form for what was agreed: actions of the board's own plans come first. */
export async function agreedShape(asked: AskedMeasure): Promise<FormShape> {
  const options = (await listActions(asked.reader, asked.body.id)).map(({ id, planTitle, reference, title }) => ({
    value: id,
    text: `${planTitle}: ${[reference, title].filter((one) => one !== '').join(' ')}`,
  }))
  return shapeOf(asked, {
    title: 'Add an agreed action',
    lead: 'Choose the action of a plan where there is one: it then stands on the golden thread of the measure, and how it goes is read from the plan.',
    groups: [
      { fields: [{ kind: 'select', name: 'action', label: 'Which action of a plan?', none: 'It stands in no plan yet', options }] },
      {
        heading: 'Where it stands in no plan yet',
        fields: [
          { kind: 'lines', name: 'words', label: 'What was agreed?', rows: 3 },
          { kind: 'line', name: 'who', label: 'Who does it?' },
          { kind: 'day', name: 'byWhen', label: 'By when?' },
        ],
      },
    ],
    submit: 'Add action',
  })
}

import type { AskedBoard } from '#governance/public-data.ts'
import { dayInWords } from '#platform/time/words.ts'
import { type FieldSpec, optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FieldGroup, FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import { crumbsOf } from '../pages/crumbs.ts'
import { assurancePaths } from '../paths.ts'
import { decisionOptions } from '../queries/choices.ts'
import type { Recommendation } from '../queries/recommendations.ts'
import { sourceKinds } from '../rules/recommendation.ts'
import { paragraphsInWords } from '../rules/review.ts'
import { responseWords, sourceWords } from '../words/recommendation.ts'
import type { AskedRecommendation } from './gates.ts'
import { milestoneFields, ruleOptions, sightField, takeBackFields, whomFields } from './shared-fields.ts'

async function fields(asked: AskedBoard): Promise<readonly FieldGroup[]> {
  return [
    {
      fields: [
        { kind: 'select', name: 'sourceKind', label: 'Kind of source', options: optionsOf(sourceWords, sourceKinds) },
        { kind: 'line', name: 'source', label: 'Source', hint: 'As it is quoted: the report and its date' },
        { kind: 'short', name: 'reference', label: 'Letter or number', hint: 'As the source has it, like A or 4.2' },
        { kind: 'lines', name: 'text', label: 'What it recommends', rows: 6 },
        { kind: 'day', name: 'madeOn', label: 'When it was made' },
      ],
    },
    { heading: 'Who answers', fields: await whomFields(asked) },
    {
      heading: 'When',
      fields: [
        { kind: 'select', name: 'responseRule', label: 'By what right a response is due', options: await ruleOptions(asked), none: 'None' },
        {
          kind: 'day',
          name: 'responseDueOn',
          label: 'Last day for the response',
          hint: 'Leave it empty to count from the right chosen above',
        },
        {
          kind: 'day',
          name: 'milestoneOn',
          label: 'When it comes back to the board',
          hint: 'It is put on the forward plan by itself while it is open',
        },
      ],
    },
  ]
}

/** The form for a recommendation whose source is not kept here. */
export async function newShape(asked: AskedBoard): Promise<FormShape> {
  const { body, visit } = asked
  return {
    ...{ title: 'Add a recommendation', caption: body.name, groups: await fields(asked), submit: 'Add recommendation' },
    breadcrumbs: crumbsOf(body, { text: 'Recommendations', href: assurancePaths.register(body.slug) }),
    first: dayValues('madeOn', visit.today),
    cancel: assurancePaths.register(body.slug),
  }
}

const shapeOf = ({ body, recommendation: one }: AskedRecommendation) => ({
  caption: `Recommendation ${one.reference}, ${body.name}`,
  breadcrumbs: crumbsOf(
    body,
    { text: 'Recommendations', href: assurancePaths.register(body.slug) },
    { text: `Recommendation ${one.reference}`, href: assurancePaths.recommendation(one.id) },
  ),
  cancel: assurancePaths.recommendation(one.id),
  version: one.version,
})

/** The form that corrects one. */
export async function editShape(asked: AskedRecommendation): Promise<FormShape> {
  const { recommendation: one } = asked
  const [first, ...rest] = await fields(asked)
  const restsOn: FieldSpec = {
    kind: 'short',
    name: 'restsOn',
    label: 'Paragraphs it rests on',
    hint: 'Like 3, 5 to 7. Only of a review that is kept here',
  }
  return {
    ...shapeOf(asked),
    title: 'Change the recommendation',
    groups: [{ fields: [...(first?.fields ?? []), ...(one.review ? [restsOn] : [])] }, ...rest],
    submit: 'Save',
    first: {
      ...{
        sourceKind: one.sourceKind,
        source: one.source,
        reference: one.reference,
        text: one.text,
        restsOn: paragraphsInWords(one.restsOn),
      },
      ...{
        addressee: one.addressee ?? '',
        addresseeOffice: one.addresseeOffice,
        owner: one.owner ?? '',
        responseRule: one.responseRule?.id ?? '',
      },
      ...{
        ...dayValues('madeOn', one.madeOn),
        ...dayValues('responseDueOn', one.responseDueOn),
        ...dayValues('milestoneOn', one.milestoneOn),
      },
    },
  }
}

/** The form for the addressee's response. */
export async function respondShape(asked: AskedRecommendation): Promise<FormShape> {
  const { recommendation: one, visit } = asked
  return {
    ...shapeOf(asked),
    ...{ title: 'Respond to the recommendation', lead: one.text, submit: 'Save the response' },
    groups: [
      {
        fields: [
          { kind: 'radios', name: 'response', label: 'Response', options: optionsOf(responseWords) },
          {
            kind: 'lines',
            name: 'reason',
            label: 'Reason',
            hint: 'Needed unless all of it is accepted. It is published with the response',
            rows: 5,
          },
          { kind: 'day', name: 'respondedOn', label: 'When it was given' },
        ],
      },
    ],
    first: { response: one.response ?? '', reason: one.responseReason, ...dayValues('respondedOn', one.respondedOn ?? visit.today) },
  }
}

/** The form for something that is done about it. */
export async function actionShape(asked: AskedRecommendation): Promise<FormShape> {
  return {
    ...{ ...shapeOf(asked), version: undefined, title: 'Add an action', lead: asked.recommendation.text, submit: 'Add action', first: {} },
    groups: [
      {
        fields: [
          { kind: 'lines', name: 'text', label: 'What will be done' },
          { kind: 'line', name: 'lead', label: 'Who leads it', hint: 'An office or a person, as it is printed' },
          { kind: 'day', name: 'dueOn', label: 'By when' },
        ],
      },
    ],
  }
}

/** The form that says how an action goes. */
export async function progressShape(asked: AskedRecommendation, action: Recommendation['actions'][number]): Promise<FormShape> {
  return {
    ...{ ...shapeOf(asked), version: action.version, title: 'How the action goes', lead: action.text, submit: 'Save' },
    groups: [
      {
        fields: [
          { kind: 'lines', name: 'progress', label: 'How it goes' },
          { kind: 'day', name: 'dueOn', label: 'By when' },
          { kind: 'day', name: 'doneOn', label: 'Done on', hint: 'Leave it empty while it is not done' },
        ],
      },
    ],
    first: { progress: action.progress, ...dayValues('dueOn', action.dueOn), ...dayValues('doneOn', action.doneOn) },
  }
}

/** The form for progress and impact. */
export async function noteShape(asked: AskedRecommendation): Promise<FormShape> {
  return {
    ...{ ...shapeOf(asked), version: undefined, title: 'Record progress or impact', lead: asked.recommendation.text, submit: 'Record' },
    groups: [
      {
        fields: [
          {
            kind: 'radios',
            name: 'kind',
            label: 'What is it?',
            options: [
              { value: 'progress', text: 'Progress', hint: 'What was done' },
              { value: 'impact', text: 'Impact', hint: 'What is different for children and families because of it' },
            ],
          },
          {
            kind: 'lines',
            name: 'text',
            label: 'In your words',
            hint: 'No names, and nothing by which a child or family could be known',
            rows: 5,
          },
          { kind: 'lines', name: 'evidence', label: 'What shows the impact', hint: 'A figure, an audit, what children said', rows: 3 },
          { kind: 'day', name: 'onDay', label: 'On what day' },
        ],
      },
    ],
    first: dayValues('onDay', asked.visit.today),
  }
}

/** The form for its milestone. */
export async function milestoneShape(asked: AskedRecommendation): Promise<FormShape> {
  const { recommendation: one } = asked
  return {
    ...{ ...shapeOf(asked), title: 'When it comes back to the board', submit: 'Set the milestone', groups: [{ fields: milestoneFields }] },
    first: { ...dayValues('milestoneOn', one.milestoneOn), everyMonths: String(one.everyMonths) },
  }
}

/** The form that closes it. */
export async function closeShape(asked: AskedRecommendation): Promise<FormShape> {
  const { reader, body, visit } = asked
  return {
    ...{
      ...shapeOf(asked),
      title: 'Close the recommendation',
      submit: 'Close it',
      warning: 'What is closed stays as it was, unless the clerk opens it again with a reason.',
    },
    lead: 'It can be closed once an impact is recorded and every action is done, or where it was rejected.',
    groups: [
      {
        fields: [
          { kind: 'lines', name: 'because', label: 'Why it is closed' },
          {
            kind: 'select',
            name: 'decision',
            label: 'Decision of the board',
            options: await decisionOptions(reader, body.id),
            none: 'None recorded',
          },
          { kind: 'day', name: 'closedOn', label: 'On what day' },
        ],
      },
    ],
    first: dayValues('closedOn', visit.today),
  }
}

/** The form that opens it again. */
export async function reopenShape(asked: AskedRecommendation): Promise<FormShape> {
  return {
    ...{ ...shapeOf(asked), title: 'Open the recommendation again', submit: 'Open it again', first: {} },
    lead: 'What was said when it was closed is kept. It stays open until an impact is shown that was recorded after today.',
    groups: [
      { fields: [{ kind: 'lines', name: 'because', label: 'Why it is opened again', hint: 'Everybody who reads it reads this', rows: 4 }] },
    ],
  }
}

/** The form that shows it to more people. */
export async function showShape(asked: AskedRecommendation): Promise<FormShape> {
  const { recommendation: one } = asked
  return {
    ...{ ...shapeOf(asked), title: 'Show the recommendation', submit: 'Show it', first: {} },
    lead: 'Read it once more: everybody means everybody, and no child or family may be known from it.',
    groups: [{ fields: [sightField(one.sight)] }],
  }
}

/** The form that takes it back. */
export async function takeBackShape(asked: AskedRecommendation): Promise<FormShape> {
  return {
    ...{ ...shapeOf(asked), title: 'Take it back from the public', submit: 'Take it back', first: {}, groups: takeBackFields },
    ...{ look: 'warning' as const, lead: `Made on ${dayInWords(asked.recommendation.madeOn)}. Members go on seeing it.` },
  }
}

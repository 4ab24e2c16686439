import type { AskedBoard } from '#governance/public-data.ts'
import { type FieldSpec, optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import { PAYERS } from '../forms/payment-model.ts'
import { typedPence } from '../forms/pence.ts'
import { crumbsOf } from '../pages/crumbs.ts'
import { paymentModelPaths } from '../payment-paths.ts'
import type { ModelCohort, ModelOption, ModelPayer, PaymentModel } from '../queries/payment-models.ts'
import { listStrategies } from '../queries/strategies.ts'
import type { PaymentTerms } from '../rules/payment-terms.ts'
import { baseWords, relapseWords, startsWords, typedRate } from '../words/payment.ts'
import { organisationOptions } from './choices.ts'
import type { AskedModel } from './payment-gates.ts'
import { showParts } from './service-shapes.ts'

const modelsCrumb = (slug: string) => ({ text: 'Models of payment', href: paymentModelPaths.ofBoard(slug) })
const ofModel = ({ body, model }: AskedModel) => ({
  caption: model.title,
  breadcrumbs: crumbsOf(body, modelsCrumb(body.slug), { text: model.title, href: paymentModelPaths.model(model.id) }),
  cancel: paymentModelPaths.model(model.id),
})
const number = (name: string, label: string, hint?: string): FieldSpec => ({ kind: 'short', name, label, hint })

/** The form of a model: a new one, or one that is changed. */
export async function modelShape(asked: AskedBoard, model: PaymentModel | undefined): Promise<FormShape> {
  const { reader, visit, body } = asked
  const [organisations, strategies] = await Promise.all([organisationOptions(asked), listStrategies(reader, body.id, visit.today)])
  return {
    title: model ? 'Change what is assumed' : 'Begin a model of payment',
    caption: model?.title ?? body.name,
    lead: 'A year of packages as you assume it. No name and no case: a model works with cohorts.',
    breadcrumbs: crumbsOf(body, modelsCrumb(body.slug)),
    groups: [
      {
        fields: [
          { kind: 'line', name: 'title', label: 'What is it called?', hint: 'For example: Home care, cautious' },
          { kind: 'select', name: 'lead', label: 'Which organisation leads it?', options: organisations },
          {
            ...{ kind: 'select', name: 'strategy', label: 'For which strategy?', none: 'For none' },
            options: strategies.map(({ id, title }) => ({ value: id, text: title })),
          },
          { kind: 'day', name: 'startsOn', label: 'On which day does the first week begin?' },
          number('weeks', 'How many weeks?', 'From 4 to 104; a year has 52'),
          { kind: 'radios', name: 'starts', label: 'When do packages begin?', options: optionsOf(startsWords) },
          {
            kind: 'lines',
            name: 'sources',
            label: 'Where do the assumptions come from?',
            hint: 'Which records, of when, and what is guessed',
            rows: 4,
          },
        ],
      },
    ],
    submit: model ? 'Save' : 'Begin',
    first: model
      ? {
          ...{ title: model.title, lead: model.lead, strategy: model.strategy ?? '', weeks: String(model.weeks), starts: model.starts },
          ...{ sources: model.sources, ...dayValues('startsOn', model.startsOn) },
        }
      : { weeks: '52', starts: 'evenly' },
    version: model?.version,
    cancel: model ? paymentModelPaths.model(model.id) : paymentModelPaths.ofBoard(body.slug),
  }
}

/** The form of a cohort. */
export function cohortShape(asked: AskedModel, cohort: ModelCohort | undefined): FormShape {
  return {
    ...ofModel(asked),
    title: cohort ? 'Change a cohort' : 'Add a cohort',
    groups: [
      {
        fields: [
          { kind: 'line', name: 'title', label: 'Which packages are these?', hint: 'For example: After hospital, two visits a day' },
          number('packages', 'How many begin in the year?'),
          {
            ...{ kind: 'lines', name: 'lengths', label: 'How long do they last?', rows: 4 },
            hint: 'One line for each length: weeks, then how many of a hundred. For example: 6 30',
          },
        ],
      },
      {
        heading: 'Care delivered each week',
        fields: [
          number('minutesBefore', 'How many minutes a week at first?'),
          number('outcomeWeek', 'In which week is less care needed, where it comes to that?', 'Counted from 1'),
          number('minutesAt', 'How many minutes in that week?'),
          number('minutesAfter', 'How many minutes a week afterwards?', '0 where no more care is needed'),
        ],
      },
    ],
    submit: cohort ? 'Save' : 'Add',
    first: cohort
      ? {
          ...{ title: cohort.title, packages: String(cohort.packages), minutesBefore: String(cohort.minutesBefore) },
          ...{ minutesAt: String(cohort.minutesAt), minutesAfter: String(cohort.minutesAfter), outcomeWeek: String(cohort.outcomeWeek) },
          lengths: cohort.lengths.map(({ weeks, weight }) => `${weeks} ${weight}`).join('\n'),
        }
      : {},
  }
}

/** The fields of the terms of a mechanism. */
export const termsGroups = [
  {
    heading: 'What is paid for',
    fields: [
      { kind: 'radios', name: 'base', label: 'What is a package paid for?', options: optionsOf(baseWords) },
      { kind: 'short', name: 'rate', label: 'Rate in pounds an hour', hint: 'Such as 15.62. Of stepped payment the rate after the steps' },
      { kind: 'lines', name: 'steps', label: 'Steps', hint: 'Stepped only. One a line: weeks and rate, such as 4 17.40', rows: 3 },
      { kind: 'number', name: 'continueWeeks', label: 'Weeks paid on after the outcome', hint: 'Incentive only' },
      {
        ...{ kind: 'select', name: 'onRelapse', label: 'Where more care is needed again in those weeks' },
        ...{ none: 'Does not apply', options: optionsOf(relapseWords), hint: 'Incentive only' },
      },
    ],
  },
  {
    heading: 'Fixed sums besides',
    look: 'folded',
    fields: [
      { kind: 'short', name: 'blockPence', label: 'A fixed sum in pounds' },
      { kind: 'number', name: 'blockWeeks', label: 'Every how many weeks?' },
      { kind: 'short', name: 'bonusPence', label: 'A sum in pounds for an outcome' },
      { kind: 'number', name: 'clawBackWeeks', label: 'For how many weeks can it be taken back?', hint: '0: never' },
    ],
  },
] as const satisfies FormShape['groups']

/** Terms as they stand in the form. */
export const typedTerms = (terms: PaymentTerms) => ({
  ...{ base: terms.base, rate: terms.rate === null ? '' : typedRate(terms.rate) },
  steps: terms.steps.map(({ weeks, rate }) => `${weeks} ${typedRate(rate)}`).join('\n'),
  ...{ continueWeeks: textOf(terms.continueWeeks), onRelapse: terms.onRelapse ?? '', blockPence: typedPence(terms.blockPence) },
  ...{ blockWeeks: textOf(terms.blockWeeks), bonusPence: typedPence(terms.bonusPence), clawBackWeeks: textOf(terms.clawBackWeeks) },
})

const textOf = (value: number | null): string => (value === null ? '' : String(value))

/** The form of a mechanism with its assumed outcomes. */
export function modelOptionShape(asked: AskedModel, cohorts: readonly ModelCohort[], option: ModelOption | undefined): FormShape {
  return {
    ...ofModel(asked),
    title: option ? 'Change a mechanism' : 'Add a mechanism',
    groups: [
      { fields: [{ kind: 'line', name: 'title', label: 'What is it called?', hint: 'For example: Incentive, three weeks after' }] },
      ...termsGroups,
      {
        heading: 'Outcomes assumed under it',
        fields: cohorts.map(({ id, title, outcomeWeek }) =>
          number(
            `percent-${id}`,
            title,
            `Of a hundred packages that last to week ${outcomeWeek}. Leave empty where nothing is assumed yet`,
          ),
        ),
      },
    ],
    submit: option ? 'Save' : 'Add',
    first: option
      ? {
          ...{ title: option.title, ...typedTerms(option.terms) },
          ...Object.fromEntries([...option.percents].map(([cohort, percent]) => [`percent-${cohort}`, String(percent)])),
        }
      : {},
  }
}

/** The form of who pays. */
export async function payersShape(asked: AskedModel, payers: readonly ModelPayer[]): Promise<FormShape> {
  const organisations = await organisationOptions(asked)
  return {
    ...ofModel(asked),
    title: 'Say who pays',
    lead: 'Costs are divided by weight, to the penny. Weights are whole numbers of any sum: 60 and 40, or last year’s pounds.',
    groups: Array.from({ length: PAYERS }, (_, place) => ({
      heading: `Partner ${place + 1}`,
      fields: [
        {
          ...({ kind: 'select', name: `organisation-${place + 1}`, label: 'Organisation', none: 'Nobody' } as const),
          options: organisations,
        },
        { kind: 'number', name: `weight-${place + 1}`, label: 'Weight' } as const,
      ],
    })),
    submit: 'Save',
    first: Object.fromEntries(
      payers.flatMap(({ organisation, weight }, place) => [
        [`organisation-${place + 1}`, organisation],
        [`weight-${place + 1}`, String(weight)],
      ]),
    ),
  }
}

/** The form that records which mechanism was chosen. */
export function chooseShape(asked: AskedModel, options: readonly ModelOption[]): FormShape {
  return {
    ...ofModel(asked),
    title: 'Choose a mechanism',
    groups: [
      {
        fields: [
          {
            ...{ kind: 'radios', name: 'option', label: 'Which mechanism?' },
            options: options.map(({ id, title }) => ({ value: id, text: title })),
          },
          {
            kind: 'lines',
            name: 'because',
            label: 'Why?',
            hint: 'Cost is one reason; risk for small providers and the state of the market are others',
            rows: 4,
          },
        ],
      },
    ],
    submit: 'Choose it',
    first: {},
    version: asked.model.version,
    warning: 'What it was chosen by then stands: the model cannot be changed any more.',
  }
}

/** The form that shows a model. */
export function showModelShape(asked: AskedModel): FormShape {
  return { ...ofModel(asked), ...showParts('Show this model', asked.model.version) }
}

import type { AskedBoard } from '#governance/public-data.ts'
import { findDecisionsOfMatters, listDecisions } from '#meetings/public-data.ts'
import type { FieldSpec } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import { crumbsOf } from '../pages/crumbs.ts'
import { strategyPaths } from '../paths.ts'
import { listServices } from '../queries/commissioned-services.ts'
import type { Strategy, StrategyOption } from '../queries/strategies.ts'
import { findStrategyWork } from '../queries/strategy-work.ts'
import { findUsableNeeds } from '../queries/usable-needs.ts'
import type { Criterion } from '../rules/appraisal.ts'
import { organisationOptions } from './choices.ts'
import type { AskedStrategy } from './gates.ts'
import { showParts } from './service-shapes.ts'

const strategiesCrumb = (slug: string) => ({ text: 'Strategies', href: strategyPaths.ofBoard(slug) })
const ofStrategy = ({ body, strategy }: AskedStrategy) => ({
  caption: strategy.title,
  breadcrumbs: crumbsOf(body, strategiesCrumb(body.slug), { text: strategy.title, href: strategyPaths.strategy(strategy.id) }),
  cancel: strategyPaths.strategy(strategy.id),
})
const lines = (name: string, label: string, hint?: string): FieldSpec => ({ kind: 'lines', name, label, hint, rows: 4 })

/** The form of a strategy: a new one, or one that is changed. */
export async function strategyShape(asked: AskedBoard, strategy: Strategy | undefined): Promise<FormShape> {
  const { reader, visit, body } = asked
  const [needs, services, organisations] = await Promise.all([
    findUsableNeeds(reader),
    listServices(reader, body.id, visit.today),
    organisationOptions(asked),
  ])
  return {
    title: strategy ? 'Change this strategy' : 'Begin a strategy',
    caption: strategy?.title ?? body.name,
    lead: strategy ? undefined : 'Nobody but those who prepare it sees it until you show it.',
    breadcrumbs: crumbsOf(body, strategiesCrumb(body.slug)),
    groups: [
      {
        fields: [
          { kind: 'line', name: 'title', label: 'What is it called?' },
          lines('scope', 'What does it cover?', 'For whom, which services, where, until when'),
          { kind: 'select', name: 'lead', label: 'Which organisation leads it?', options: organisations },
          {
            ...{ kind: 'boxes', name: 'services', label: 'Which services carry it out?' },
            options: services.map(({ id, title }) => ({ value: id, text: title })),
          },
        ],
      },
      {
        heading: 'What it rests on: needs and findings, policy, priorities, the market',
        look: 'folded',
        fields: [
          {
            ...{
              kind: 'boxes',
              name: 'needs',
              label: 'Which needs and findings does it use?',
              hint: 'Of needs assessments that are published',
            },
            options: needs.map(({ id, title, assessmentTitle }) => ({ value: id, text: title, hint: assessmentTitle })),
          },
          lines('policy', 'National policy and law'),
          lines('priorities', 'Local priorities'),
          lines('feedback', 'What users and their families said'),
          lines('market', 'The market', 'Who provides it today, with which capacity, and what is missing'),
        ],
      },
      {
        heading: 'What follows',
        fields: [
          lines('intentions', 'Intentions for the year'),
          lines('implementation', 'Implementation'),
          { kind: 'day', name: 'equalityOn', label: 'When was equality assessed?', hint: 'Before the board decides' },
          lines('equality', 'What did the assessment find?'),
          { kind: 'day', name: 'reviewOn', label: 'When is it reviewed?' },
        ],
      },
    ],
    submit: strategy ? 'Save' : 'Begin',
    first: strategy ? firstOf(strategy) : {},
    version: strategy?.version,
    cancel: strategy ? strategyPaths.strategy(strategy.id) : strategyPaths.ofBoard(body.slug),
  }
}

const firstOf = ({ equalityOn, reviewOn, ...one }: Strategy) => ({
  ...{ title: one.title, scope: one.scope, lead: one.lead, needs: [...one.needs], services: [...one.services], policy: one.policy },
  ...{ priorities: one.priorities, feedback: one.feedback, market: one.market, intentions: one.intentions },
  ...{ implementation: one.implementation, equality: one.equality },
  ...(equalityOn === undefined ? {} : dayValues('equalityOn', equalityOn)),
  ...(reviewOn === undefined ? {} : dayValues('reviewOn', reviewOn)),
})

/** The form of a criterion. */
export function criterionShape(asked: AskedStrategy): FormShape {
  return {
    ...ofStrategy(asked),
    title: 'Add a criterion',
    groups: [
      {
        fields: [
          { kind: 'line', name: 'name', label: 'By what are the options appraised?', hint: 'For example: Continuity of care' },
          {
            kind: 'short',
            name: 'weight',
            label: 'How much does it weigh?',
            hint: 'A whole number from 1 to 100. The weights may have any sum',
          },
        ],
      },
    ],
    submit: 'Add',
    first: {},
  }
}

/** The form of an option with its scores. */
export function optionShape(asked: AskedStrategy, criteria: readonly Criterion[], option: StrategyOption | undefined): FormShape {
  return {
    ...ofStrategy(asked),
    title: option ? 'Change an option' : 'Add an option',
    groups: [
      {
        fields: [
          {
            kind: 'line',
            name: 'question',
            label: 'Which question does it answer?',
            hint: 'For example: Delivery model. Options of one question are compared',
          },
          { kind: 'line', name: 'title', label: 'What is the option called?' },
          lines('text', 'What does it mean?'),
        ],
      },
      {
        heading: 'Scores',
        fields: criteria.map(({ id, name, weight }) => ({
          ...({ kind: 'short' } as const),
          ...{ name: `score-${id}`, label: name, hint: `0 to 10, weighs ${weight}. Leave empty where it is not scored yet` },
        })),
      },
    ],
    submit: option ? 'Save' : 'Add',
    first: option
      ? {
          ...{ question: option.question, title: option.title, text: option.text },
          ...Object.fromEntries([...option.scores].map(([criterion, score]) => [`score-${criterion}`, String(score)])),
        }
      : {},
  }
}

/** The form that records the decision of a meeting, and which options it chose. */
export async function decideShape(asked: AskedStrategy, options: readonly StrategyOption[]): Promise<FormShape> {
  const [{ decisions }, { planItem }] = await Promise.all([
    listDecisions(asked.reader, asked.body.id, { year: undefined, type: undefined, words: undefined, page: 1 }),
    findStrategyWork(asked.reader, asked.strategy.id, asked.visit.today),
  ])
  // The matter that stood on the forward plan came back from its meeting with a decision: that one is meant, unless somebody says otherwise.
  const returned = (await findDecisionsOfMatters(asked.reader, planItem === undefined ? [] : [planItem])).decisions.find(({ id }) =>
    decisions.some((one) => one.id === id),
  )
  return {
    ...ofStrategy(asked),
    title: 'Record the decision',
    lead: 'The board decides at its meeting. Here you say which decision it was; the appraisal stays as it was decided on.',
    groups: [
      {
        fields: [
          {
            ...{ kind: 'select', name: 'decision', label: 'Which decision of the board?' },
            options: decisions.map(({ id, number, text }) => ({
              value: id,
              text: `${number === '' ? '' : `${number}: `}${text.slice(0, 90)}`,
            })),
          },
          {
            ...{ kind: 'boxes', name: 'chosen', label: 'Which options were chosen?', hint: 'At most one of each question' },
            options: options.map(({ id, question, title }) => ({ value: id, text: `${question}: ${title}` })),
          },
        ],
      },
    ],
    submit: 'Record',
    first: returned ? { decision: returned.id } : {},
    version: asked.strategy.version,
  }
}

/** The form that shows a strategy. */
export function showStrategyShape(asked: AskedStrategy): FormShape {
  return { ...ofStrategy(asked), ...showParts('Show this strategy', asked.strategy.version) }
}

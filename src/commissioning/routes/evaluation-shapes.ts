import { listPeopleWhoSignIn } from '#governance/public-data.ts'
import { dayOf } from '#platform/time/london.ts'
import { instantInWords } from '#platform/time/words.ts'
import type { FieldSpec } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { crumbsOf } from '../pages/crumbs.ts'
import { bidPaths } from '../pipeline-paths.ts'
import type { Bid } from '../queries/bids.ts'
import { type Evaluator, findBidCriteria, findEvaluators, findScores, findScoreWords } from '../queries/evaluations.ts'
import { percentOf } from '../rules/evaluation.ts'
import type { AskedCall } from './bids.tsx'

const ofCall = ({ body, call }: AskedCall) => ({
  caption: call.title,
  breadcrumbs: crumbsOf(body, { text: call.title, href: bidPaths.call(call.id) }),
  cancel: bidPaths.call(call.id),
})
const ofEvaluation = (asked: AskedCall) => ({ ...ofCall(asked), cancel: bidPaths.evaluation(asked.call.id) })
/** Whole per cents without a fraction: 40, and 12.50. */
const perCent = (weight: number): string => percentOf({ over: BigInt(weight), under: 1n }).replace(/\.00$/, '')

/** The form of how the bids of a call are judged. */
export async function criteriaShape(asked: AskedCall): Promise<FormShape> {
  const { call, visit } = asked
  const { criteria, edition } = await findBidCriteria(asked.reader, call.id)
  const price = criteria.find(({ kind }) => kind === 'price')
  return {
    ...ofCall(asked),
    title: edition === 0 ? 'Say how bids are judged' : 'Change how bids are judged',
    lead: `Everybody reads it with the call, and it stands from the last moment for bids: ${instantInWords(call.closesAt)}. All weights make 100 per cent.`,
    closed: Temporal.Instant.compare(visit.now, call.closesAt) > 0 || call.withdrawnOn !== undefined,
    groups: [
      {
        fields: [
          {
            ...{ kind: 'lines', name: 'quality', label: 'By which qualities, and with which weight?', rows: 6 },
            hint: 'One a line with its per cent, for example: What families get; 40',
          },
          {
            kind: 'short',
            name: 'price',
            label: 'How many per cent for the price?',
            hint: 'The lowest price gets all of it, others in proportion',
          },
          ...(edition === 0
            ? []
            : [{ kind: 'line', name: 'because', label: 'Why does it change?', hint: 'Those who bid read it' } as const]),
        ],
      },
    ],
    submit: 'Publish with the call',
    first: {
      quality: criteria
        .filter(({ kind }) => kind === 'quality')
        .map(({ title, weight }) => `${title}; ${perCent(weight)}`)
        .join('\n'),
      price: price ? perCent(price.weight) : '',
    },
  }
}

/** The form that names somebody who evaluates. */
export async function evaluatorShape(asked: AskedCall): Promise<FormShape> {
  const [people, named] = await Promise.all([listPeopleWhoSignIn(asked.reader), findEvaluators(asked.reader, { call: asked.call.id })])
  const known = new Set(named.map(({ person }) => person))
  return {
    ...ofCall(asked),
    title: 'Name somebody who evaluates',
    lead: 'They declare what interest they have before they read anything. Whoever speaks for one who bids reads nothing.',
    groups: [
      {
        fields: [
          {
            ...{ kind: 'select', name: 'person', label: 'Who?' },
            options: people.filter(({ id }) => !known.has(id)).map(({ id, name }) => ({ value: id, text: name })),
          },
          ...(named.some(({ moderates, settled }) => moderates && settled !== 'stands-down')
            ? []
            : [{ kind: 'tick', name: 'moderates', label: 'Writes the agreed scores, and recommends' } as const]),
        ],
      },
    ],
    submit: 'Name them',
    first: {},
  }
}

/** The form by which an evaluator declares an interest, or none. */
export const interestShape = (asked: AskedCall, self: Evaluator): FormShape => ({
  ...ofCall(asked),
  title: 'Say whether you have an interest',
  lead: 'In one of those who may bid: work, money, family, friendship, a seat on its board. With an interest you read nothing until the clerk says that you may.',
  warning: 'What you say stands.',
  closed: self.declaredOn !== undefined,
  groups: [
    {
      fields: [
        {
          ...{ kind: 'radios', name: 'has', label: 'Have you an interest in any of them?' },
          options: [
            { value: 'none', text: 'No, none' },
            { value: 'some', text: 'Yes' },
          ],
        },
        { kind: 'lines', name: 'interest', label: 'What is it?', rows: 3 },
      ],
    },
  ],
  submit: 'Declare',
  first: {},
})

/** The form that settles whether somebody with an interest may read. */
export const settleShape = (asked: AskedCall, one: Evaluator): FormShape => ({
  ...ofCall(asked),
  title: 'Settle an interest',
  lead: `${one.name} declared: ${one.interest === '' ? 'no interest' : one.interest}`,
  warning: 'What is settled stands.',
  closed: one.declaredOn === undefined || one.settled !== undefined || one.handedInAt !== undefined,
  groups: [
    {
      fields: [
        {
          ...{ kind: 'radios', name: 'settled', label: 'What follows?' },
          options: [
            { value: 'reads', text: 'They may evaluate all the same' },
            { value: 'stands-down', text: 'They stand down' },
          ],
        },
        { kind: 'line', name: 'because', label: 'Why?' },
      ],
    },
  ],
  submit: 'Settle it',
  first: {},
})

/** The form of the scores of one bid: one's own, or the agreed ones. */
export async function scoresShape(asked: AskedCall, self: Evaluator, bid: Bid, whose: 'own' | 'agreed'): Promise<FormShape> {
  const { reader, call } = asked
  const [{ criteria }, { scores, agreed }, words] = await Promise.all([
    findBidCriteria(reader, call.id),
    findScores(reader, call.id),
    findScoreWords(reader, dayOf(call.openedAt ?? call.opensAt)),
  ])
  const options = words.map(({ points, name, means }) => ({ value: String(points), text: `${points}: ${name}`, hint: means }))
  const known = (whose === 'own' ? scores.filter(({ evaluator }) => evaluator === self.id) : agreed).filter((one) => one.bid === bid.id)
  return {
    ...ofEvaluation(asked),
    title: whose === 'own' ? `Score the bid of ${bid.providerName}` : `Agreed scores: ${bid.providerName}`,
    lead:
      whose === 'own'
        ? 'You can change it until you hand your scores in.'
        : 'What all came to, with the reason. You can change it until you recommend.',
    closed: whose === 'own' && self.handedInAt !== undefined,
    groups: criteria
      .filter(({ kind }) => kind === 'quality')
      .map(({ id, title, weight }) => ({
        heading: `${title}, ${perCent(weight)} per cent`,
        fields: [
          { kind: 'radios', name: `points-${id}`, label: 'How many points?', options },
          { kind: 'lines', name: `because-${id}`, label: 'Why?', rows: 3 },
        ] as const satisfies readonly FieldSpec[],
      })),
    submit: 'Save',
    first: Object.fromEntries(
      known.flatMap(({ criterion, points, because }) => [
        [`points-${criterion}`, String(points)],
        [`because-${criterion}`, because],
      ]),
    ),
  }
}

/** The form of what is recommended. */
export const recommendShape = (asked: AskedCall, self: Evaluator, bids: readonly Bid[]): FormShape => ({
  ...ofEvaluation(asked),
  title: 'Recommend',
  lead: 'The board that decides reads it on the page of the call.',
  warning: 'From then on the agreed scores and what is recommended stand.',
  closed: !self.moderates,
  groups: [
    {
      fields: [
        {
          ...{ kind: 'radios', name: 'bid', label: 'Which bid?' },
          options: [...bids.map(({ id, providerName }) => ({ value: id, text: providerName })), { value: 'none', text: 'None of them' }],
        },
        {
          kind: 'lines',
          name: 'because',
          label: 'Why?',
          hint: 'Where two tie or a price is marked as low, say how that was settled',
          rows: 5,
        },
      ],
    },
  ],
  submit: 'Recommend',
  first: {},
})

import { type AskedBoard, listOrganisationsOn, listPeopleWhoSignIn } from '#governance/public-data.ts'
import { dayInWords } from '#platform/time/words.ts'
import { type FieldSpec, optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import { feedbackPaths } from '../paths.ts'
import { findMatter, listBringingRules, listFeedback, listFeedbackRules } from '../queries/feedback.ts'
import { addressLeft } from '../rules/feedback.ts'
import { bringingInWords, feedbackKindWords, outcomeWords, periodInWords, ratingWords, senderWords } from '../words/feedback.ts'
import { channelWords } from '../words/voice.ts'
import { voiceCrumbs } from './event-shapes.ts'
import type { AskedFeedback } from './gates.ts'

/** The way to a form of complaints and compliments. */
export const feedbackCrumbs = (asked: AskedBoard) => [
  ...voiceCrumbs(asked),
  { text: 'Complaints and compliments', href: feedbackPaths.ofBoard(asked.body.slug) },
]

const ratingField: FieldSpec = {
  ...{ kind: 'select', name: 'rating', label: 'How good was it?', hint: 'For a rating; otherwise only if you want to', none: 'No rating' },
  options: ratingWords.map((text, index) => ({ value: String(index + 1), text })),
}
const wordsFields = (who: 'sender' | 'clerk'): readonly FieldSpec[] => [
  {
    kind: 'line',
    name: 'service',
    label: 'Which service is it about?',
    hint: 'For example: Speech and language therapy. Leave empty if you do not know',
  },
  {
    ...{ kind: 'lines', name: 'words', label: who === 'sender' ? 'What do you want to say?' : 'What was said?', rows: 8 },
    hint: 'Only the clerk and whoever answers read it',
  },
  ratingField,
]

/** The form that anybody can send, without an account (S3). */
export function sendShape(asked: AskedBoard): FormShape {
  const { body } = asked
  return {
    title: 'Send a complaint or a compliment',
    caption: body.name,
    lead: 'You need no account, and you need not say who you are. Nothing that you send is published. If a child is in danger now, call 999.',
    breadcrumbs: feedbackCrumbs(asked),
    groups: [
      {
        fields: [
          {
            ...{ kind: 'radios', name: 'kind', label: 'What is it?' },
            options: [
              { value: 'complaint', text: 'A complaint', hint: 'Something went wrong, or was not done' },
              { value: 'compliment', text: 'A compliment', hint: 'Something was done well' },
              { value: 'rating', text: 'A rating of a service' },
              { value: 'appeal', text: 'An appeal', hint: 'You had an answer to a complaint and do not agree with it. Give its reference' },
            ],
          },
          ...wordsFields('sender'),
          { kind: 'radios', name: 'whose', label: 'Who are you?', options: optionsOf(senderWords) },
        ],
      },
      {
        heading: 'If you want an answer',
        fields: [
          { kind: 'line', name: 'name', label: 'Your name', hint: 'Leave empty to stay unknown' },
          {
            ...{ kind: 'line', name: 'contact', label: 'Your email address' },
            hint: 'Kept until you have your answer and some months after, then deleted with what you wrote',
          },
        ],
      },
    ],
    submit: 'Send',
    first: {},
    cancel: feedbackPaths.ofBoard(body.slug),
  }
}

/** The form by which the clerk takes something down for somebody. */
export function takeDownShape(asked: AskedBoard): FormShape {
  return {
    title: 'Take down a complaint or a compliment',
    caption: asked.body.name,
    breadcrumbs: feedbackCrumbs(asked),
    groups: [
      {
        fields: [
          { kind: 'radios', name: 'kind', label: 'What is it?', options: optionsOf(feedbackKindWords) },
          { kind: 'day', name: 'receivedOn', label: 'On which day did it come in?' },
          { kind: 'select', name: 'channel', label: 'How did it come?', options: optionsOf(channelWords) },
          { kind: 'radios', name: 'whose', label: 'Who sent it?', options: optionsOf(senderWords) },
          ...wordsFields('clerk'),
          {
            kind: 'line',
            name: 'name',
            label: 'Name',
            hint: 'Only if it is needed for the answer. Nobody but the clerk and whoever answers reads it',
          },
          {
            kind: 'line',
            name: 'contact',
            label: 'Where the answer goes',
            hint: 'An address or a telephone number; deleted some months after the answer',
          },
        ],
      },
    ],
    submit: 'Take down',
    first: { channel: 'telephone', ...dayValues('receivedOn', asked.visit.today) },
    cancel: feedbackPaths.register(asked.body.slug),
  }
}

const frameOf = (asked: AskedFeedback) => ({
  caption: `${feedbackKindWords[asked.feedback.kind]} ${asked.feedback.reference}`,
  breadcrumbs: [...feedbackCrumbs(asked), { text: asked.feedback.reference, href: asked.home }],
  version: asked.feedback.version,
  cancel: asked.home,
})

/** The form by which the clerk takes what was sent to the register, or sets it aside. */
export async function takeShape(asked: AskedFeedback): Promise<FormShape> {
  const { feedback } = asked
  const why = { kind: 'lines', name: 'reason', label: 'Why?', rows: 2 } as const
  return {
    title: 'Take it or set it aside',
    ...frameOf(asked),
    groups: [
      { fields: [verdictField] },
      { heading: 'If it is taken', fields: await takenFields(asked) },
      {
        heading: 'If it is set aside',
        fields: [
          { ...why, hint: 'For example: sent twice; about another board; no complaint at all; it came too late to be looked into fairly' },
        ],
      },
    ],
    submit: 'Save',
    first: {
      ...{ verdict: 'take', kind: feedback.kind, service: feedback.service, organisation: feedback.organisation ?? '' },
      ...{ summary: feedback.summary, rule: feedback.rule?.id ?? '', earlier: feedback.earlier ?? '', owner: feedback.owner ?? '' },
      ...{ lateBecause: feedback.lateBecause, ...(feedback.happenedOn ? dayValues('happenedOn', feedback.happenedOn) : {}) },
    },
  }
}

async function takenFields({ reader, visit, feedback, body }: AskedFeedback): Promise<readonly FieldSpec[]> {
  const [rules, limits, agencies, people, all] = await Promise.all([
    listFeedbackRules(reader, feedback.receivedOn),
    listBringingRules(reader, feedback.receivedOn),
    listOrganisationsOn(reader, visit.today),
    listPeopleWhoSignIn(reader),
    listFeedback(reader, { body: body.id }, visit.today),
  ])
  const named = (list: readonly { readonly id: string; readonly name: string }[]) => list.map(({ id, name }) => ({ value: id, text: name }))
  const before = all.filter(({ id, state }) => state === 'answered' && id !== feedback.id)
  return [
    { kind: 'radios', name: 'kind', label: 'What is it?', options: optionsOf(feedbackKindWords) },
    {
      ...{ kind: 'line', name: 'service', label: 'Which service is it about?' },
      hint: 'Name it as the register names it, so that it is counted with the others',
    },
    { kind: 'select', name: 'organisation', label: 'Who provides it?', none: 'Not known, or none of these', options: named(agencies) },
    {
      ...{ kind: 'lines', name: 'summary', label: 'What is it about?', rows: 3 },
      hint: 'The board reads this. No names, and nothing by which somebody could be known',
    },
    {
      ...{ kind: 'select', name: 'rule', label: 'Within what time must it be answered?' },
      none: 'No answer is due: a compliment or a rating',
      options: rules.map((rule) => ({
        value: rule.id,
        text: `${rule.procedure}, stage ${rule.stage} (${rule.name}): ${periodInWords(rule)}`,
      })),
    },
    {
      ...{ kind: 'day', name: 'happenedOn', label: 'When did it happen?' },
      hint: `Leave it empty where nobody said. ${limits.map((one) => `${one.procedure}: ${bringingInWords(one).toLowerCase()}`).join('. ')}`,
    },
    {
      ...{ kind: 'lines', name: 'lateBecause', label: 'Why is it taken though it came late?', rows: 2 },
      hint: 'Only where it came after that time. Whoever sent it could not have come earlier, and it can still be looked into fairly',
    },
    {
      ...{ kind: 'select', name: 'earlier', label: 'Of an appeal or a next stage: which was before?', none: 'None of these' },
      options: before.map((one) => ({ value: one.id, text: `${one.reference}: ${one.summary.slice(0, 80)}` })),
    },
    {
      ...{ kind: 'select', name: 'owner', label: 'Who answers it?', none: 'The clerk', options: named(people) },
      hint: 'They read what was sent, and find it in their work',
    },
  ]
}

const verdictField: FieldSpec = {
  ...{ kind: 'radios', name: 'verdict', label: 'What becomes of it?' },
  options: [
    { value: 'take', text: 'It is taken to the register' },
    { value: 'set-aside', text: 'It is set aside' },
  ],
}

/** The form that allows more time for an answer. */
export function extendShape(asked: AskedFeedback): FormShape {
  const { rule, dueOn } = asked.feedback
  return {
    title: 'Allow more time',
    ...frameOf(asked),
    lead: `${dueOn ? `The answer is due ${dayInWords(dueOn)}. ` : ''}${rule ? `${rule.procedure}, stage ${rule.stage}: ${periodInWords(rule)}.` : ''}`,
    groups: [
      {
        fields: [
          { kind: 'day', name: 'to', label: 'Until which day?' },
          { kind: 'lines', name: 'because', label: 'Why?', hint: 'Whoever complained is told as well', rows: 3 },
        ],
      },
    ],
    submit: 'Allow more time',
    first: {},
  }
}

/** The form of an answer: it says whether it is mailed, and to whom. */
export async function feedbackAnswerShape(asked: AskedFeedback): Promise<FormShape> {
  const address = addressLeft((await findMatter(asked.reader, asked.feedback.id))?.contact ?? '')
  const send: readonly FieldSpec[] =
    address === undefined
      ? []
      : [
          {
            ...{ kind: 'radios', name: 'send', label: 'How does the answer get there?' },
            options: [
              { value: 'mail', text: `It is mailed to ${address} now`, hint: 'The address that was left with it, and nobody else' },
              { value: 'no', text: 'It was given in another way: nothing is sent' },
            ],
          },
        ]
  const where =
    address === undefined
      ? 'No mail address was left, so nothing is sent from here: give the answer another way and record it.'
      : 'Write it as it is to be read: it is sent word for word.'
  return {
    title: 'Answer it',
    ...frameOf(asked),
    lead: `${where} It stays with the clerk and whoever answers, and is deleted with what was sent.`,
    groups: [
      {
        fields: [
          { kind: 'radios', name: 'outcome', label: 'What came of it?', options: optionsOf(outcomeWords) },
          { kind: 'lines', name: 'answer', label: 'What is answered?', rows: 8 },
          ...send,
          { kind: 'day', name: 'answeredOn', label: 'On which day?' },
        ],
      },
    ],
    submit: 'Record the answer',
    warning:
      address === undefined
        ? 'What is answered can no longer be changed.'
        : 'What is answered can no longer be changed, and what is mailed cannot be called back.',
    first: dayValues('answeredOn', asked.visit.today),
  }
}

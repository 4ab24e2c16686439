import type { AskedBoard } from '#governance/public-data.ts'
import { type FieldOption, type FieldSpec, optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues, type FormBody } from '#platform/web/forms.ts'
import { LADDER_STEPS } from '../forms/challenge.ts'
import { crumbsOf } from '../pages/crumbs.ts'
import { challengePaths } from '../paths.ts'
import type { ChallengeStep } from '../queries/challenges.ts'
import { heldMeetingOptions } from '../queries/choices.ts'
import type { LadderStep } from '../rules/challenge.ts'
import { howWords } from '../words/challenge.ts'
import type { AskedChallenge } from './gates.ts'
import { milestoneFields, takeBackFields, whomFields } from './shared-fields.ts'

async function fields(asked: AskedBoard, raisedOn: readonly FieldSpec[]): Promise<readonly FieldSpec[]> {
  const { reader, body, visit } = asked
  return [
    { kind: 'line', name: 'title', label: 'What it is about, in a few words' },
    {
      kind: 'lines',
      name: 'text',
      label: 'The challenge',
      hint: 'No names, and nothing by which a child or family could be known',
      rows: 5,
    },
    { kind: 'line', name: 'raisedBy', label: 'Raised by', hint: 'An agency or an office' },
    ...raisedOn,
    {
      kind: 'select',
      name: 'meeting',
      label: 'At which meeting',
      options: await heldMeetingOptions(reader, body.id, visit.today),
      none: 'Between meetings',
    },
    ...(await whomFields(asked)),
  ]
}

/** The form that enters a challenge. */
export async function newChallengeShape(asked: AskedBoard): Promise<FormShape> {
  const { body, visit } = asked
  return {
    ...{ title: 'Record a challenge', caption: body.name, submit: 'Record', cancel: challengePaths.log(body.slug) },
    breadcrumbs: crumbsOf(body, { text: 'Log of challenge', href: challengePaths.log(body.slug) }),
    groups: [
      {
        fields: [
          ...(await fields(asked, [{ kind: 'day', name: 'raisedOn', label: 'When it was raised' }])),
          {
            kind: 'day',
            name: 'milestoneOn',
            label: 'When it comes back to the board',
            hint: 'It is put on the forward plan by itself while it is open',
          },
        ],
      },
    ],
    first: dayValues('raisedOn', visit.today),
  }
}

const shapeOf = ({ body, challenge: one }: AskedChallenge) => ({
  caption: `Challenge ${one.number}: ${one.title}`,
  breadcrumbs: crumbsOf(
    body,
    { text: 'Log of challenge', href: challengePaths.log(body.slug) },
    { text: `Challenge ${one.number}`, href: challengePaths.challenge(one.id) },
  ),
  cancel: challengePaths.challenge(one.id),
  version: one.version,
})

/** The form that corrects it. */
export async function editChallengeShape(asked: AskedChallenge): Promise<FormShape> {
  const { challenge: one } = asked
  return {
    ...{ ...shapeOf(asked), title: 'Change the challenge', submit: 'Save', groups: [{ fields: await fields(asked, []) }] },
    first: {
      ...{ title: one.title, text: one.text, raisedBy: one.raisedBy, meeting: one.meeting ?? '', owner: one.owner ?? '' },
      ...{ addressee: one.addressee ?? '', addresseeOffice: one.addresseeOffice },
    },
  }
}

function simple(
  asked: AskedChallenge,
  title: string,
  submit: string,
  list: readonly FieldSpec[],
  first: FormBody,
  lead?: string,
): FormShape {
  return { ...shapeOf(asked), title, submit, groups: [{ fields: list }], first, lead }
}

/** The form for the response. */
export const respondChallengeShape = (asked: AskedChallenge): FormShape =>
  simple(
    asked,
    'Respond to the challenge',
    'Save the response',
    [
      { kind: 'lines', name: 'response', label: 'Response', rows: 6 },
      { kind: 'day', name: 'respondedOn', label: 'When it was given' },
    ],
    { response: asked.challenge.response, ...dayValues('respondedOn', asked.challenge.respondedOn ?? asked.visit.today) },
    asked.challenge.text,
  )

/** The form for the impact. */
export const impactShape = (asked: AskedChallenge): FormShape =>
  simple(
    asked,
    'Record the impact',
    'Save the impact',
    [
      { kind: 'lines', name: 'impact', label: 'What it changed', hint: 'For children and families, or in how agencies work', rows: 5 },
      { kind: 'lines', name: 'evidence', label: 'What shows it', hint: 'A figure, an audit, what children said', rows: 3 },
      { kind: 'day', name: 'impactOn', label: 'On what day' },
    ],
    {
      ...{ impact: asked.challenge.impact, evidence: asked.challenge.impactEvidence },
      ...dayValues('impactOn', asked.challenge.impactOn ?? asked.visit.today),
    },
  )

/** The form for its milestone. */
export const challengeMilestoneShape = (asked: AskedChallenge): FormShape =>
  simple(asked, 'When it comes back to the board', 'Set the milestone', milestoneFields, {
    ...{ ...dayValues('milestoneOn', asked.challenge.milestoneOn), everyMonths: String(asked.challenge.everyMonths) },
  })

/** The form that closes it. */
export async function closeChallengeShape(asked: AskedChallenge): Promise<FormShape> {
  const options = await heldMeetingOptions(asked.reader, asked.body.id, asked.visit.today)
  return simple(
    asked,
    'Close the challenge',
    'Close it',
    [
      { kind: 'day', name: 'closedOn', label: 'On what day' },
      { kind: 'select', name: 'meeting', label: 'At which meeting', options, none: 'Between meetings' },
    ],
    dayValues('closedOn', asked.visit.today),
    'It can be closed once its impact is shown. What is closed stays as it was.',
  )
}

/** The form that shows it to everybody. */
export const showChallengeShape = (asked: AskedChallenge): FormShape =>
  simple(
    asked,
    'Show the challenge to everybody',
    'Show it',
    [],
    {},
    'Read it once more: no child or family may be known from it. Letters stay with the board.',
  )

/** The form that takes it back. */
export const takeBackChallengeShape = (asked: AskedChallenge): FormShape => ({
  ...simple(asked, 'Take the challenge back from the public', 'Take it back', [], {}),
  groups: takeBackFields,
  look: 'warning',
})

const letterShape = (asked: AskedChallenge, step: ChallengeStep) => ({
  ...shapeOf(asked),
  version: step.version,
  cancel: challengePaths.letter(asked.challenge.id, step.position),
})

/** The form for the words of a letter. */
export const letterWordsShape = (asked: AskedChallenge, step: ChallengeStep): FormShape => ({
  ...{ ...letterShape(asked, step), title: 'Change the letter', submit: 'Save' },
  ...{ groups: [{ fields: [{ kind: 'lines', name: 'text', label: 'Letter', rows: 14 }] }], first: { text: step.letter?.text ?? '' } },
})

/** The form that sends a letter or records that it was sent. */
export const sendingShape = (asked: AskedChallenge, step: ChallengeStep): FormShape => ({
  ...{ ...letterShape(asked, step), title: 'Send the letter', submit: 'Record that it went out' },
  lead: 'From this day its answer is waited for. By e-mail it is sent from here, with the letter as PDF; otherwise you send it and record that here.',
  groups: [
    {
      fields: [
        { kind: 'line', name: 'sentTo', label: 'To', hint: 'Name and office' },
        { kind: 'radios', name: 'sentHow', label: 'How', options: optionsOf(howWords) as readonly FieldOption[] },
        { kind: 'line', name: 'email', label: 'E-mail address', hint: 'Only where it goes by e-mail' },
        { kind: 'day', name: 'sentOn', label: 'On what day' },
      ],
    },
  ],
  first: { sentTo: step.toWhom, ...dayValues('sentOn', asked.visit.today) },
})

/** The form for the answer to a letter. */
export const answerShape = (asked: AskedChallenge, step: ChallengeStep): FormShape => ({
  ...{ ...letterShape(asked, step), title: 'Record the answer', submit: 'Record' },
  groups: [
    {
      fields: [
        { kind: 'lines', name: 'answer', label: 'The answer', hint: 'In short; it stays with the board', rows: 5 },
        { kind: 'day', name: 'answeredOn', label: 'On what day' },
      ],
    },
  ],
  first: dayValues('answeredOn', asked.visit.today),
})

/** The form for a board's own ladder. */
export function ladderShape({ body }: AskedBoard, steps: readonly LadderStep[], above: FormShape['above'], closed: boolean): FormShape {
  const numbers = Array.from({ length: LADDER_STEPS }, (_, index) => index + 1)
  const first: Record<string, string> = {}
  for (const { position, who, toWhom, copiedTo, waitDays, dayMode, letter } of steps) {
    Object.assign(first, { [`who${position}`]: who, [`toWhom${position}`]: toWhom, [`copiedTo${position}`]: copiedTo })
    Object.assign(first, { [`waitDays${position}`]: String(waitDays), [`dayMode${position}`]: dayMode, [`letter${position}`]: letter })
  }
  const modes = [
    { value: 'working', text: 'Working days' },
    { value: 'calendar', text: 'Days of the calendar' },
  ]
  return {
    ...{
      title: 'Escalation ladder',
      caption: body.name,
      submit: 'Use this ladder from today',
      cancel: challengePaths.log(body.slug),
      above,
      closed,
    },
    breadcrumbs: crumbsOf(body, { text: 'Log of challenge', href: challengePaths.log(body.slug) }),
    groups: numbers.map((number) => ({
      heading: `Step ${number}${number > 3 ? ', if there is one' : ''}`,
      fields: [
        { kind: 'line', name: `who${number}`, label: `Step ${number}: who acts` },
        { kind: 'line', name: `toWhom${number}`, label: `Step ${number}: writes to` },
        { kind: 'line', name: `copiedTo${number}`, label: `Step ${number}: copy to` },
        { kind: 'short', name: `waitDays${number}`, label: `Step ${number}: days waited for the answer` },
        { kind: 'radios', name: `dayMode${number}`, label: `Step ${number}: which days count`, options: modes },
        {
          ...{ kind: 'lines', name: `letter${number}`, label: `Step ${number}: words of the letter`, rows: 7 },
          hint: '{number}, {title}, {raised}, {to} and {answer by} are filled in',
        },
      ],
    })),
    first,
  }
}

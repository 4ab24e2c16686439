import { findBodyById } from '#governance/public-data.ts'
import { dayInWords, timeInWords, weekdayInWords } from '#platform/time/words.ts'
import type { FieldSpec } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import type { FormBody } from '#platform/web/forms.ts'
import { meetingPaths, submissionPaths } from '../paths.ts'
import { findActionsOf } from '../queries/actions.ts'
import { findAgenda, titleOf } from '../queries/agenda.ts'
import { findDecisionsOf } from '../queries/decisions.ts'
import { findStandingItem } from '../queries/standing-items.ts'
import { calendarOf, findRulesOn, findSubmitter, type Submission } from '../queries/submissions.ts'
import { lastDayToBring, memberKinds, openerOf, publicKinds, ruledKinds, type SubmissionKind } from '../rules/submission.ts'
import { decisionTitle } from '../words/decision.ts'
import { noticeTestWords, submissionKindWords } from '../words/submission.ts'
import type { AskedMeeting, AskedSubmission } from './gates.ts'

/** Who fills in the form: somebody without an account, a member, or the clerk for somebody. */
export type Bringer = 'public' | 'member' | 'clerk'

const own: Readonly<Record<SubmissionKind, string>> = {
  public_question: 'A question',
  member_question: 'A question from a member',
  petition: 'A petition',
  deputation: 'A request to speak (deputation)',
  whip: 'A declaration of the party whip',
}
const kindsOf: Readonly<Record<Bringer, readonly SubmissionKind[]>> = { public: publicKinds, member: memberKinds, clerk: ruledKinds }

const crumbsOf = ({ meeting, body }: AskedMeeting) => [
  { text: body.name, href: `/boards/${body.slug}` },
  { text: weekdayInWords(meeting.heldOn), href: meetingPaths.meeting(meeting.id) },
  { text: 'Questions and petitions', href: submissionPaths.list(meeting.id) },
]

/** Until when each of these kinds can come, in sentences, and last where the rules are written. */
export async function rulesInWords(asked: AskedMeeting, kinds: readonly SubmissionKind[] = ruledKinds): Promise<readonly string[]> {
  const { reader, meeting, body } = asked
  const rules = await findRulesOn(reader, meeting.body, meeting.heldOn)
  const settings = (await findBodyById(reader, body.id, meeting.heldOn))?.settings
  const calendar = await calendarOf(reader, settings?.holidayDivision)
  const ruled = kinds.flatMap((kind) => rules.get(kind) ?? [])
  const lines = ruled.map((rule) => {
    const what = submissionKindWords[rule.kind]
    if (!rule.taken) return `${what}: not taken by this board.`
    const last = lastDayToBring(rule, meeting.heldOn, calendar)
    const cutOff = rule.cutOff === null ? '' : ` at ${timeInWords(Temporal.PlainTime.from(rule.cutOff))}`
    const most = rule.mostWords === null ? '' : `, ${rule.mostWords} words at most`
    return last ? `${what}: until ${dayInWords(last)}${cutOff}${most}.` : `${what}: without notice${most}.`
  })
  const sources = [...new Set(ruled.map(({ source }) => source))]
  return sources.length === 0 ? [] : [...lines, `Where this is written: ${sources.join('; ')}.`]
}

/** The form to bring something. */
export async function bringShape(asked: AskedMeeting, bringer: Bringer): Promise<FormShape> {
  const { reader, meeting, body } = asked
  const rules = await findRulesOn(reader, meeting.body, meeting.heldOn)
  const kinds = kindsOf[bringer].filter((kind) => rules.get(kind)?.taken !== false)
  return {
    title: bringer === 'clerk' ? 'Take down a question or a petition' : 'Ask a question or bring a petition',
    caption: `${body.name}, ${weekdayInWords(meeting.heldOn)}`,
    lead: (await rulesInWords(asked, kinds)).join(' '),
    breadcrumbs: crumbsOf(asked),
    groups: [
      {
        fields: [
          ...wordsFields(kinds),
          ...(bringer === 'member' ? [await itemField(asked, 'Which item is it about?', 'Needed for a declaration of the whip')] : []),
        ],
      },
      { heading: bringer === 'clerk' ? 'Who brings it' : 'You', fields: personFields(bringer) },
    ],
    submit: bringer === 'public' ? 'Send' : 'Save',
    first: {},
    cancel: submissionPaths.list(meeting.id),
  }
}

const wordsFields = (kinds: readonly SubmissionKind[]): readonly FieldSpec[] => [
  { kind: 'radios', name: 'kind', label: 'What do you bring?', options: kinds.map((value) => ({ value, text: own[value] })) },
  { kind: 'line', name: 'title', label: 'Title', hint: 'Can stay empty' },
  {
    kind: 'lines',
    name: 'text',
    label: 'The words',
    hint: 'What you ask, what the petition asks for, or what you want to speak about',
    rows: 8,
  },
  { kind: 'short', name: 'signatures', label: 'How many people signed?', hint: 'For a petition' },
]

function personFields(bringer: Bringer): readonly FieldSpec[] {
  const withheld: FieldSpec = {
    kind: 'tick',
    name: 'withheld',
    label: bringer === 'clerk' ? 'The name is not to be shown' : 'Do not show my name',
    hint: 'The clerk knows it, and nobody else. Without this the name is shown with the words, on the web too',
  }
  if (bringer === 'member') return [withheld]
  const name: FieldSpec = { kind: 'line', name: 'name', label: bringer === 'public' ? 'Your name' : 'Name' }
  const email: FieldSpec = {
    kind: 'line',
    name: 'email',
    label: bringer === 'public' ? 'Your email address' : 'Email address',
    hint:
      bringer === 'public'
        ? 'To confirm that it is yours, and for the answer. It is never shown, and is deleted six months after the meeting. What is not confirmed within three days is deleted'
        : 'For the answer. Can stay empty',
  }
  if (bringer === 'public') return [name, withheld, email]
  return [
    name,
    withheld,
    email,
    { kind: 'day', name: 'receivedOn', label: 'When did it come?', hint: 'Empty: now' },
    { kind: 'short', name: 'receivedAt', label: 'At what time?', hint: 'For example 2.30pm. Empty: not known' },
  ]
}

async function itemField({ reader, meeting }: AskedMeeting, label: string, hint: string): Promise<FieldSpec> {
  const items = (await findAgenda(reader, meeting.id)).filter(({ withdrawnAt }) => withdrawnAt === undefined)
  const options = items.map((item) => ({ value: item.id, text: `${item.number} ${titleOf(item)}` }))
  return { kind: 'select', name: 'item', label, hint, none: 'No item', options }
}

const oneCrumbs = (asked: AskedSubmission) => [
  ...crumbsOf(asked),
  { text: submissionKindWords[asked.submission.kind], href: submissionPaths.submission(asked.submission.id) },
]

/** The form in which the clerk accepts or refuses. */
export async function settleShape(asked: AskedSubmission): Promise<FormShape> {
  const { reader, submission, meeting } = asked
  const opener = openerOf(submission.kind)
  const person = await findSubmitter(reader, submission.id)
  const item = submission.item ?? (opener && (await findStandingItem(reader, meeting.id, opener))) ?? ''
  const name: FieldSpec = {
    kind: 'line',
    name: 'shownName',
    label: 'Name as it is shown',
    hint: 'On the agenda, on the web and in the minutes',
  }
  return {
    title: 'Accept or refuse',
    caption: submissionKindWords[submission.kind],
    lead: noticeTestWords(submission.notice),
    breadcrumbs: oneCrumbs(asked),
    groups: [
      {
        fields: [
          {
            kind: 'radios',
            name: 'verdict',
            label: 'Is it accepted?',
            options: [
              { value: 'accept', text: 'Accept it' },
              { value: 'refuse', text: 'Refuse it' },
            ],
          },
          {
            kind: 'lines',
            name: 'reason',
            label: 'Why',
            hint: 'Needed to refuse it: whoever sent it from outside is mailed this. Also say why one that came late is accepted',
            rows: 3,
          },
          await itemField(asked, 'Under which item?', 'It is shown there, and in the minutes of that item'),
          ...(submission.withheld ? [] : [name]),
        ],
      },
    ],
    submit: 'Save',
    first: {
      item,
      shownName: submission.shownName || (person?.name ?? ''),
      verdict: submission.state === 'refused' ? 'refuse' : '',
      reason: submission.reason,
    },
    version: submission.version,
    cancel: submissionPaths.submission(submission.id),
  }
}

/** The form of an answer. */
export async function answerShape(asked: AskedSubmission): Promise<FormShape> {
  const { reader, submission, meeting } = asked
  const decisions = (await findDecisionsOf(reader, meeting.id)).map((one) => ({ value: one.id, text: decisionTitle(one) }))
  const actions = (await findActionsOf(reader, meeting.id)).map(({ id, text }) => ({ value: id, text: text.slice(0, 90) }))
  const fields: readonly FieldSpec[] = [
    {
      kind: 'radios',
      name: 'answerKind',
      label: 'How is it answered?',
      options: [
        { value: 'oral', text: 'At the meeting' },
        { value: 'written', text: 'In writing' },
        { value: 'later', text: 'Later, by a day' },
      ],
    },
    { kind: 'day', name: 'answerDue', label: 'By what day?', hint: 'Where it is answered later' },
    {
      kind: 'lines',
      name: 'answer',
      label: 'The answer',
      hint: 'Whoever sent it from outside is mailed the answer, unless it stands in Part 2',
      rows: 6,
    },
    { kind: 'line', name: 'answeredBy', label: 'Who answers?' },
    { kind: 'lines', name: 'supplementary', label: 'Supplementary question', rows: 3 },
    { kind: 'lines', name: 'supplementaryAnswer', label: 'Answer to it', rows: 3 },
    { kind: 'select', name: 'decision', label: 'Decision that came of it', none: 'None', options: decisions },
    { kind: 'select', name: 'action', label: 'Action that came of it', none: 'None', options: actions },
  ]
  return {
    title: 'Record the answer',
    caption: submissionKindWords[submission.kind],
    breadcrumbs: oneCrumbs(asked),
    groups: [{ fields }],
    submit: 'Save the answer',
    first: answerValues(submission),
    version: submission.version,
    cancel: submissionPaths.submission(submission.id),
  }
}

function answerValues(submission: Submission): FormBody {
  const { answerKind, answer, answeredBy, answerDue, supplementary, supplementaryAnswer, decision, action } = submission
  const day = answerDue
    ? { 'answerDue-day': String(answerDue.day), 'answerDue-month': String(answerDue.month), 'answerDue-year': String(answerDue.year) }
    : {}
  return {
    answerKind: answerKind ?? '',
    answer,
    answeredBy,
    ...day,
    supplementary,
    supplementaryAnswer,
    decision: decision ?? '',
    action: action ?? '',
  }
}

/** The form to take something back. */
export function withdrawalShape(asked: AskedSubmission): FormShape {
  const { submission } = asked
  return {
    title: 'Withdraw',
    caption: submissionKindWords[submission.kind],
    breadcrumbs: oneCrumbs(asked),
    groups: [
      {
        fields: [
          { kind: 'lines', name: 'reason', label: 'Why is it withdrawn?', hint: 'Whoever sent it from outside is mailed this', rows: 3 },
        ],
      },
    ],
    submit: 'Withdraw it',
    look: 'warning',
    first: {},
    version: submission.version,
    cancel: submissionPaths.submission(submission.id),
  }
}

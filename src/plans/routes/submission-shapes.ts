import { listPeopleWhoSignIn } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { dayInWords } from '#platform/time/words.ts'
import { type FieldSpec, optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import { planPaths, submissionPaths } from '../paths.ts'
import { findVersions, type PlanHead } from '../queries/plans.ts'
import type { Condition, SubmissionQuery } from '../queries/submissions.ts'
import { submissionOutcomeWords, submissionSightWords } from '../words/submission.ts'
import { formCrumbs } from './shapes.ts'
import type { AskedSubmission } from './submissions.tsx'

const aboutFields = (sights: readonly (keyof typeof submissionSightWords)[]): readonly FieldSpec[] => [
  { kind: 'line', name: 'toName', label: 'To which national body?' },
  { kind: 'line', name: 'source', label: 'What asks for it?', hint: 'A law with its section, guidance with its date, a letter' },
  { kind: 'day', name: 'dueOn', label: 'By which day?', hint: 'The last day on which it is in time' },
  {
    ...{ kind: 'radios', name: 'sight', label: 'Who reads of it?', options: optionsOf(submissionSightWords, sights) },
    hint: 'With what was sent, asked, answered and set as a condition. What everybody has read stays so',
  },
]

/** The form that records that a plan is to be submitted. */
export function beginSubmissionShape(head: PlanHead): FormShape {
  return {
    title: 'Submit this plan to a national body',
    caption: head.title,
    lead: 'Record by when first. What was sent, asked and answered follows, and the outcome.',
    breadcrumbs: formCrumbs(head),
    groups: [{ fields: aboutFields(head.sight === 'public' ? ['members', 'public'] : ['members']) }],
    submit: 'Record it',
    first: { sight: head.sight === 'public' ? 'public' : 'members' },
    cancel: planPaths.plan(head.id),
  }
}

const frameOf = ({ head, submission }: Pick<AskedSubmission, 'head' | 'submission'>) => ({
  caption: `${head.title}: ${submission.toName}`,
  breadcrumbs: [...formCrumbs(head), { text: `Submission to ${submission.toName}`, href: submissionPaths.submission(submission.id) }],
  cancel: submissionPaths.submission(submission.id),
})

/** The form that changes to whom and by when. */
export function editSubmissionShape(asked: AskedSubmission): FormShape {
  const { toName, source, dueOn, sight, version } = asked.submission
  const sights =
    sight === 'public' ? (['public'] as const) : asked.head.sight === 'public' ? (['members', 'public'] as const) : (['members'] as const)
  return {
    title: 'Change the deadline or who reads of it',
    ...frameOf(asked),
    groups: [{ fields: aboutFields(sights) }],
    submit: 'Save',
    first: { toName, source, sight, ...dayValues('dueOn', dueOn) },
    version,
  }
}

/** The form that records what was sent. */
export async function sendShape(asked: AskedSubmission): Promise<FormShape> {
  const versions = (await findVersions(asked.reader, asked.head.id)).filter(({ state }) => state !== 'dropped')
  const person = asked.standing.person?.name
  return {
    title: 'Record what was sent',
    ...frameOf(asked),
    lead: 'This records it. The plan itself you send as the national body wants it.',
    groups: [
      {
        fields: [
          {
            ...{ kind: 'radios', name: 'ofVersion', label: 'Which version?' },
            options: versions.map(({ version, number, publishedOn }) => ({
              value: version,
              text: `Version ${number}`,
              hint: publishedOn === null ? 'Never in force: it can be sent as a draft alone' : `In force since ${dayInWords(publishedOn)}`,
            })),
          },
          { kind: 'tick', name: 'asDraft', label: 'It was sent as a draft, for a first look' },
          { kind: 'day', name: 'sentOn', label: 'On which day?' },
          { kind: 'line', name: 'sentBy', label: 'By whom?' },
          { kind: 'line', name: 'reference', label: 'How, and under which number? (optional)' },
        ],
      },
    ],
    submit: 'Record it',
    warning: 'What was sent stays as it is recorded.',
    first: { ofVersion: asked.head.version, sentBy: person ?? '', ...dayValues('sentOn', asked.visit.today) },
  }
}

/** The form with a question of the national body. */
export function queryShape(asked: AskedSubmission): FormShape {
  return {
    title: 'Record a question',
    ...frameOf(asked),
    groups: [
      {
        fields: [
          { kind: 'lines', name: 'question', label: 'What was asked?', rows: 4 },
          { kind: 'day', name: 'askedOn', label: 'On which day?' },
          { kind: 'day', name: 'dueOn', label: 'By when is it to be answered? (optional)' },
        ],
      },
    ],
    submit: 'Record it',
    first: dayValues('askedOn', asked.visit.today),
  }
}

/** The form with the answer. */
export function queryAnswerShape(asked: AskedSubmission, { question, version }: SubmissionQuery): FormShape {
  return {
    title: 'Record the answer',
    ...frameOf(asked),
    lead: question,
    groups: [
      {
        fields: [
          { kind: 'lines', name: 'answer', label: 'What was answered?', rows: 5 },
          { kind: 'day', name: 'answeredOn', label: 'On which day?' },
          { kind: 'line', name: 'answeredBy', label: 'By whom?' },
        ],
      },
    ],
    submit: 'Record it',
    first: { answeredBy: asked.standing.person?.name ?? '', ...dayValues('answeredOn', asked.visit.today) },
    version,
  }
}

async function ownerFields(reader: Reader): Promise<readonly FieldSpec[]> {
  const people = await listPeopleWhoSignIn(reader)
  return [
    {
      ...{ kind: 'select', name: 'owner', label: 'Which person sees to it?', none: 'A post, whoever holds it' },
      options: people.map(({ id, name }) => ({ value: id, text: name })),
    },
    { kind: 'line', name: 'ownerPost', label: 'Which post sees to it? (optional where a person does)' },
  ]
}

/** The form with the outcome. */
export async function outcomeShape(asked: AskedSubmission): Promise<FormShape> {
  return {
    title: 'Record the outcome',
    ...frameOf(asked),
    groups: [
      {
        fields: [
          { kind: 'radios', name: 'outcome', label: 'What did they say?', options: optionsOf(submissionOutcomeWords) },
          { kind: 'day', name: 'outcomeOn', label: 'On which day?' },
          { kind: 'lines', name: 'words', label: 'In their words, and where it can be read (optional)', rows: 3 },
        ],
      },
      {
        heading: 'Where there are conditions',
        fields: [
          {
            kind: 'lines',
            name: 'conditions',
            label: 'Which conditions?',
            rows: 5,
            hint: 'One a line. You can give each its own owner and day afterwards',
          },
          ...(await ownerFields(asked.reader)),
          { kind: 'day', name: 'dueOn', label: 'By when are they to be met?' },
        ],
      },
    ],
    submit: 'Record the outcome',
    warning: 'The outcome stays as it is recorded. After another version it is a new submission.',
    first: dayValues('outcomeOn', asked.visit.today),
    version: asked.submission.version,
  }
}

/** The form that takes a submission back. */
export function withdrawSubmissionShape(asked: AskedSubmission): FormShape {
  return {
    title: 'It is not submitted after all',
    ...frameOf(asked),
    groups: [{ fields: [{ kind: 'lines', name: 'because', label: 'Why not?', rows: 3 }] }],
    submit: 'Withdraw it',
    look: 'warning',
    warning: 'It stays on the page of the plan as withdrawn, and cannot be taken up again.',
    first: {},
    version: asked.submission.version,
  }
}

/** The form with the owner and the day of a condition. */
export async function conditionShape(asked: AskedSubmission, condition: Condition): Promise<FormShape> {
  const { owner, ownerName, dueOn, text, version } = condition
  return {
    title: 'Change owner or day',
    ...frameOf(asked),
    lead: text,
    groups: [{ fields: [...(await ownerFields(asked.reader)), { kind: 'day', name: 'dueOn', label: 'By when is it to be met?' }] }],
    submit: 'Save',
    first: {
      ...{ owner: owner ?? '', ownerPost: owner === null ? ownerName : ownerName.split(', ').slice(1).join(', ') },
      ...dayValues('dueOn', dueOn),
    },
    version,
  }
}

/** The form that says that a condition is met. */
export function metShape(asked: AskedSubmission, { text, version }: Condition): FormShape {
  return {
    title: 'Say that it is met',
    ...frameOf(asked),
    lead: text,
    groups: [
      {
        fields: [
          { kind: 'day', name: 'metOn', label: 'Since which day is it met?' },
          {
            kind: 'lines',
            name: 'evidence',
            label: 'What shows it?',
            rows: 4,
            hint: 'Name the paper, decision or letter, and where it can be read',
          },
        ],
      },
    ],
    submit: 'Record that it is met',
    warning: 'What was met stays met.',
    first: dayValues('metOn', asked.visit.today),
    version,
  }
}

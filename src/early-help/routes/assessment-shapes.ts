import { optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import { isShared } from '../commands/assessment.ts'
import { assessmentPaths, familyPaths } from '../paths.ts'
import { type AssessmentLine, findAround } from '../queries/assessments.ts'
import { findDefinition } from '../queries/forms.ts'
import { findPosts } from '../queries/posts.ts'
import { findGrants, findPeople } from '../queries/record.ts'
import { capacityWords, verdictWords } from '../words/assessment.ts'
import { evidenceWords, partWords } from '../words/casework.ts'
import type { LookedAt } from './sections.tsx'
import { named } from './shapes.ts'

/** Where a form of an assessment stands, and where it leads without saving. */
export const aboutAssessment = ({ family }: Pick<LookedAt, 'family'>, assessment?: AssessmentLine) => ({
  caption: `${family.label}, ${assessment?.number ?? family.reference}`,
  breadcrumbs: [
    { text: 'Families', href: familyPaths.list() },
    { text: family.label, href: familyPaths.family(family.id) },
    assessment
      ? { text: 'Assessment', href: assessmentPaths.one(family.id, assessment.id) }
      : { text: 'Assessment', href: assessmentPaths.list(family.id) },
  ],
  cancel: assessment ? assessmentPaths.one(family.id, assessment.id) : assessmentPaths.list(family.id),
})

/** The form by which an assessment begins. */
export async function startShape(asked: LookedAt): Promise<FormShape> {
  const children = (await findPeople(asked.tx, asked.family.family)).filter(({ part }) => part === 'child')
  return {
    ...aboutAssessment(asked),
    title: 'Begin an assessment',
    lead: 'It is made with the family, part by part, in as many sittings as it takes. It keeps the words of the form of today, whatever the form becomes.',
    groups: [
      {
        fields: [
          { kind: 'boxes', name: 'children', label: 'Which children is it about?', options: named(children) },
          { kind: 'day', name: 'startedOn', label: 'Started on' },
        ],
      },
    ],
    submit: 'Begin',
    first: { ...dayValues('startedOn', asked.visit.today), children: children.map(({ id }) => id) },
  }
}

/** The form by which one records what somebody of the family says of it. */
export async function viewShape(asked: LookedAt, assessment: AssessmentLine): Promise<FormShape> {
  const people = await findPeople(asked.tx, asked.family.family)
  return {
    ...aboutAssessment(asked, assessment),
    title: 'Does this capture your views and give a way forward?',
    lead: 'Ask each of the family for themselves. Recording it again for the same person puts the new words in place of the former ones, which are kept.',
    groups: [
      {
        fields: [
          {
            kind: 'select',
            name: 'person',
            label: 'Who says it?',
            options: people.map(({ id, name, part }) => ({ value: id, text: `${name}, ${partWords[part].toLowerCase()}` })),
          },
          { kind: 'tick', name: 'tookPart', label: 'They took part in making it' },
          { kind: 'radios', name: 'verdict', label: 'What do they say?', options: optionsOf(verdictWords) },
          { kind: 'lines', name: 'words', label: 'In their own words', hint: 'Or why they were not asked' },
          { kind: 'day', name: 'saidOn', label: 'On which day?' },
        ],
      },
    ],
    submit: 'Record',
    first: dayValues('saidOn', asked.visit.today),
  }
}

/** The form by which a signature is recorded. */
export function signatureShape(asked: LookedAt, assessment: AssessmentLine): FormShape {
  return {
    ...aboutAssessment(asked, assessment),
    title: 'Record a signature',
    lead: 'That this is an accurate summary of what the family needs. The paper itself stays where your agency keeps it.',
    groups: [
      {
        fields: [
          { kind: 'line', name: 'name', label: 'Who signed?' },
          { kind: 'radios', name: 'capacity', label: 'As whom?', options: optionsOf(capacityWords) },
          { kind: 'radios', name: 'evidence', label: 'How do we know?', options: optionsOf(evidenceWords) },
          { kind: 'day', name: 'signedOn', label: 'On which day?' },
        ],
      },
    ],
    submit: 'Record',
    first: dayValues('signedOn', asked.visit.today),
  }
}

/** The form for the day on which it went to the co-ordinator. */
export function sentShape(asked: LookedAt, assessment: AssessmentLine): FormShape {
  return {
    ...aboutAssessment(asked, assessment),
    title: 'Sent to the co-ordinator',
    groups: [{ fields: [{ kind: 'day', name: 'day', label: 'On which day?' }] }],
    submit: 'Record',
    first: dayValues('day', assessment.sentOn ?? asked.visit.today),
  }
}

/** The form by which somebody is asked to fill in one part, once. */
export async function contributorsShape(asked: LookedAt, assessment: AssessmentLine): Promise<FormShape> {
  const parts = (await findDefinition(asked.tx, assessment.formVersion)).parts.filter(({ lines }) =>
    lines.some(({ kind }) => kind !== 'record'),
  )
  const posts = (await findPosts(asked.tx, asked.visit.today)).filter(({ person }) => person !== asked.ties.person)
  return {
    ...aboutAssessment(asked, assessment),
    title: 'Ask somebody to contribute',
    lead: 'They see the empty form of this one part and what you tell them here, once, and nothing else of the family. The family’s agreement must open that part to their agency.',
    groups: [
      {
        fields: [
          {
            kind: 'select',
            name: 'post',
            label: 'Who?',
            options: posts.map(({ id, name, organisationName }) => ({ value: id, text: `${name}, ${organisationName}` })),
          },
          { kind: 'radios', name: 'part', label: 'Which part?', options: parts.map(({ code, title }) => ({ value: code, text: title })) },
          {
            kind: 'lines',
            name: 'told',
            label: 'What do you tell them?',
            hint: 'No more than they need to know whom it is about. It counts as shared with their agency',
          },
        ],
      },
    ],
    submit: 'Ask them',
    first: {},
  }
}

/** The form by which somebody who reads the assessment is named as one who writes it, and the list of those who are. */
export async function authorsShape(asked: LookedAt, assessment: AssessmentLine): Promise<FormShape> {
  const { authors } = await findAround(asked.tx, assessment.id)
  const grants = (await findGrants(asked.tx, asked.family.id, asked.visit.now)).filter((one) => one.isOpen && one.class === 'assessment')
  const readers = new Map(
    grants.filter(({ person }) => person !== asked.ties.person).map((one) => [one.person, `${one.name}, ${one.organisationName}`]),
  )
  for (const { person } of authors) readers.delete(person)
  return {
    ...aboutAssessment(asked, assessment),
    title: 'Who writes this assessment',
    lead: 'You lead, so you write it. Others of the team who read it can be named as authors.',
    groups: [
      {
        fields: [
          { kind: 'select', name: 'person', label: 'Name an author', options: [...readers].map(([value, text]) => ({ value, text })) },
        ],
      },
    ],
    submit: 'Name them',
    first: {},
  }
}

/** The form by which a correction begins. */
export function correctShape(asked: LookedAt, assessment: AssessmentLine): FormShape {
  return {
    ...aboutAssessment(asked, assessment),
    title: 'Correct this assessment',
    lead: 'What stands there stays as it was made. Another version begins beside it, with all the answers, by the same version of the form.',
    groups: [{ fields: [{ kind: 'lines', name: 'because', label: 'What has to be corrected, and why?' }] }],
    submit: 'Begin the correction',
    first: {},
  }
}

/** The form by which an assessment is taken back that was begun by mistake; what others know of is not. */
export async function mistakeShape(asked: LookedAt, assessment: AssessmentLine): Promise<FormShape> {
  const isKnown = await isShared(asked.tx, assessment)
  const closed = !assessment.isOpen || isKnown
  return {
    ...aboutAssessment(asked, assessment),
    title: 'Take this assessment back',
    lead: closed
      ? 'This one is not taken back: it is complete, taken back already, was sent or signed, or somebody was asked to contribute to it. Take back what you asked of others first; what is complete is corrected by another version.'
      : 'For one that was begun by mistake, for example for another family. Nothing is destroyed: whoever may read it still does, with your reason. It counts for nothing any more, and another can begin.',
    groups: [{ fields: [{ kind: 'lines', name: 'because', label: 'What was the mistake?' }] }],
    submit: 'Take it back',
    look: 'warning',
    warning: 'It cannot be gone on with afterwards. What somebody of the family said of it is no entry of theirs any more.',
    first: {},
    closed,
  }
}

import type { StatusMeaning } from '#platform/web/components/status-pill.tsx'
import type { Verdict } from '../forms/assessment.ts'
import type { FieldKind, RecordSource } from '../rules/assessment-form.ts'

/** What somebody says of an assessment. */
export const verdictWords: Readonly<Record<Verdict, string>> = {
  agreed: 'It captures their views and gives a way forward',
  disputed: 'It does not, and they say why',
  'not-asked': 'Not asked yet, because',
  declined: 'Did not want to say',
}
/** The same beside a name. */
export const verdictPills: Readonly<Record<Verdict, readonly [StatusMeaning, string]>> = {
  agreed: ['good', 'Agrees'],
  disputed: ['warning', 'Disputes it'],
  'not-asked': ['unknown', 'Not asked'],
  declined: ['neutral', 'Did not want to say'],
}
/** As whom somebody signed. */
export const capacityWords = { family: 'Of the family', practitioner: 'Practitioner' } as const
/** Kinds of question. */
export const kindWords: Readonly<Record<FieldKind, string>> = {
  text: 'One line of words',
  long: 'Several paragraphs',
  choice: 'One of several answers',
  choices: 'Any of several answers',
  asked: 'Yes, no, not asked, did not want to say',
  day: 'A day',
  'partial-day': 'A day, or a month, or a year',
  number: 'A whole number',
  repeat: 'A list with columns',
  record: 'Shown from the record',
}

/** Sentences for the problems of this slice. */
export const assessmentProblems: Readonly<Record<string, string>> = {
  'assessment-not-agreed': 'The family’s agreement does not open an assessment to your agency, or it needs renewal. Ask the family first',
  'assessment-open': 'An assessment is open already. Complete it first',
  'assessment-complete': 'This assessment is complete. It stays as it was made; begin a correction instead',
  'assessment-not-complete': 'This assessment is not complete yet: change it where it stands',
  'corrected-already': 'This version was corrected already. Correct the latest one',
  'before-agreement': 'That is before the family agreed to an assessment',
  'no-form': 'No version of the form holds today. A co-ordinator publishes one',
  'children-missing': 'Choose at least one child',
  'disputed-words': 'Write down what they say is wrong, in their words',
  'not-asked-why': 'Say why they were not asked',
  'nobody-asked': 'Ask at least one of the family whether this captures their views, and record what they say',
  'author-reads-nothing': 'That person does not read the assessment. Open the family to them first',
  'contribution-not-covered': 'The family’s agreement does not open this part to their agency. Ask the family first',
  'contribution-asked': 'They are asked for this part already',
  'contribution-answered': 'This was answered or taken back already',
  'contribution-empty': 'Answer at least one question, or say that you cannot contribute',
  'form-published': 'This version is published and never changes. Copy it into a draft',
  'form-drafted': 'There is a draft already. Publish it or throw it away first',
  'form-later': 'A version with a later first day is published. Choose a day after it',
  'in-the-past-form': 'Choose today or a later day: a version never holds for what has begun already',
  'line-gone': 'This question is not in the draft any more',
  'line-first': 'This is the first question already',
  'line-needed': 'Another question depends on this one. Stop asking that one first',
  'fewer-options': 'Keep all answers that were offered before, in their order, so that old answers keep their meaning. Add new ones below',
  'two-options': 'Write at least two answers, one on each line',
}

/** What is said below what the record knows, where not all of it is shown. */
export const notHere: Readonly<Partial<Record<RecordSource, string>>> = {
  home: 'Addresses as they stand today. One that is kept from anybody of the family is never on an assessment: it stands with the people.',
  signs: 'What is kept from one of the family, or tells of somebody outside it, is read where it was written down.',
}

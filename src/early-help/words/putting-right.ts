import type { StatusMeaning } from '#platform/web/components/status-pill.tsx'

/** What can be put right by a form of its own, and anything else. */
export const rightSources = ['person_fact', 'scale_reading', 'own_words'] as const
/** One of them. */
export type RightSource = (typeof rightSources)[number]

/** What it is. */
export const rightSourceWords: Readonly<Record<RightSource | 'other', string>> = {
  person_fact: 'A fact about somebody',
  scale_reading: 'A number that somebody gave',
  own_words: 'Somebody’s own words',
  other: 'Something else in the record',
}

/** How a request to put something right stands. */
export const rightPills: Readonly<Record<'waits' | 'put-right' | 'refused', readonly [StatusMeaning, string]>> = {
  waits: ['warning', 'Waits for a decision'],
  'put-right': ['good', 'Put right'],
  refused: ['neutral', 'Stays as it is'],
}

/** What can be decided. */
export const rightVerdictWords = { 'put-right': 'It is put right', refused: 'It stays as it is' } as const

/** From where a correction of a closed record comes. */
export const rightKindWords = { asked: 'Somebody of the family asks for it', mistake: 'Somebody found the mistake' } as const
/** What is decided of a proposal. */
export const rightApprovalWords = { 'put-right': 'Approve it: the record is put right now', refused: 'It stays as it is' } as const

/** Why somebody may ask. */
export const rightEntitlementWords = {
  self: 'It is about them',
  'competent-child': 'It is about them, a child who understands',
  responsibility: 'They have parental responsibility for the child it is about',
  authorised: 'They act for whom it is about, who said so',
} as const

/** Problems of putting right. */
export const rightProblems: Readonly<Record<string, string>> = {
  'nothing-put-right': 'Nothing is changed below. Write what it says from now on, or choose that it stays as it is',
  'author-refuses': 'You wrote this. Somebody else who reads the record decides whether it stays',
  'own-finding': 'Somebody asked for it, or somebody found it: leave this empty, or choose that somebody asks',
  'told-missing': 'Say how whoever asked is told',
  'nobody-asked': 'Nobody asked for it, so nobody is told. Leave this empty',
  'closed-no-more': 'This record is not closed any more. Whoever leads it puts it right',
  'right-decided': 'This was decided already',
  'right-waits': 'Somebody asked that this is put right already, and waits for the decision',
  'answer-number-how': 'Say how the number was given',
  'words-of-no-answer': 'There are no words where nobody was asked or they declined. Leave them empty',
}

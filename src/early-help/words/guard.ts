/** Why it is withheld that a family is known here. */
export const shieldReasonWords = {
  abuse: 'Somebody of the family is in danger if it is known',
  staff: 'Somebody of the family works for the partnership',
  court: 'A court has ordered it',
  other: 'Another reason',
} as const

/** Why a part of a record is held: UK GDPR, article 18(1). */
export const groundWords = {
  accuracy: 'Somebody says that it is wrong, and it is being checked',
  unlawful: 'It should not have been kept, and they want it held and not erased',
  claims: 'They need it for a legal claim',
  objection: 'They object to its use, and that is being decided',
} as const

/** For what it may be read meanwhile: article 18(2). */
export const purposeOfReadingWords = {
  consent: 'Whom it is about agrees to it',
  claims: 'For a legal claim',
  protect: 'To protect somebody',
  'public-interest': 'For an important public interest',
} as const

/** Problems of shielding and holding. */
export const guardProblems: Readonly<Record<string, string>> = {
  'family-shielded': 'It is withheld already that this family is known here',
  'asked-changed': 'Somebody changed this meanwhile. Open the page again and look who is asked now',
  'held-part': 'That part of the record is held already',
  'nothing-held': 'Nothing of this is held any more',
  'lifts-another': 'You placed this. Another person lifts it',
  'rule-that-day': 'A rule of that kind begins on that day already. Choose another day',
}

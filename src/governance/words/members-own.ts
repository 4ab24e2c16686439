type Sentence = (details: Readonly<Record<string, string | number>>) => string

/** What can be wrong with what members keep themselves: reviews, induction, signatures, expenses. */
export const membersOwnProblems: Readonly<Record<string, Sentence>> = {
  'not-in-force': () => 'This version is not in force today. Open the one that is',
  'before-terms': ({ day }) => `These terms are in force from ${day}. Choose that day or a later one`,
  'reviewed-that-day': () => 'A review of this version on that day is recorded already',
}

type Sentence = (details: Readonly<Record<string, string | number>>) => string

/** What can be wrong with what members keep themselves: reviews, induction, signatures, expenses. */
export const membersOwnProblems: Readonly<Record<string, Sentence>> = {
  'not-in-force': () => 'This version is not in force today. Open the one that is',
  'before-terms': ({ day }) => `These terms are in force from ${day}. Choose that day or a later one`,
  'reviewed-that-day': () => 'A review of this version on that day is recorded already',
  'step-known': () => 'A step of that name begins on that day already',
  'step-not-yours': () => 'Only the clerk names a buddy, and a signature is given by signing',
  'buddy-missing': () => 'Choose who goes with the new member',
  'buddy-self': () => 'Nobody is their own buddy. Choose another member',
  'buddy-elsewhere': () => 'A buddy is somebody who sits on this board today',
  'before-appointment': () => 'The appointment has not begun yet',
  'agreement-that-day': () => 'Another version begins on that day already',
  'agree-missing': () => 'Tick the box to say that you agree',
}

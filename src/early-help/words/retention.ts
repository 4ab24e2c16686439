/** From which day a period counts. */
export const anchorWords = {
  closure: 'after closing',
  'youngest-birth': 'after the youngest child was born',
  'last-contact': 'after the last contact',
} as const
/** Kinds of records that are kept for different times. */
export const recordClassWords = { episode: 'Record of a family that agreed', request: 'Request that never became a record' } as const
/** What is decided of a record that is due. */
export const retentionVerdictWords = { destroy: 'Destroy it', keep: 'Keep it until a later day' } as const
/** How a record stands on the way to its end: what it means and the words. */
export const retentionPills = {
  held: ['exempt', 'On hold'],
  coming: ['neutral', 'Will be due'],
  due: ['warning', 'To be reviewed'],
  kept: ['information', 'Kept longer'],
  'to-approve': ['draft', 'Waits for approval'],
  approved: ['bad', 'To be destroyed'],
} as const

/** Why something of retention or of a request was not done. */
export const retentionProblems: Readonly<Record<string, string>> = {
  'no-record': 'This record is not here any more',
  'held-already': 'This record is on hold already',
  'not-held': 'This record is on no hold any more',
  held: 'This record is on hold. Lift the hold first',
  'not-due': 'This record is not due by the rules of today',
  'keep-until': 'Choose a day that is still to come',
  'destroy-no-day': 'A record that is destroyed is kept until no day. Leave this empty',
  'nothing-to-approve': 'There is nothing left to approve here',
  'own-review': 'You reviewed this yourself. Another person approves it',
  'not-approved': 'Another person has not approved this yet',
  'asked-for': 'Somebody has asked what is held of this family. Answer them first',
  'list-empty': 'Paste the list, with a line for each that was destroyed',
  'nothing-again': 'Nothing of this list is here: everything in it is still destroyed. There is nothing to do',
  'not-sure': 'Tick this to destroy the record, or go back',
  'nobody-held': 'Nobody of that name is held here. Try the name as it is spelled in the record, or answer that nothing is held',
  'several-held': 'Several people of that name are held. Give the birthday, or the reference of the record',
  'longer-than-rule': 'That is later than the law allows, or no later than it is due now',
  'part-empty': 'Write the words that are given',
  'why-withheld': 'Choose why it may be kept back, and say why here',
  undecided: 'Decide on every entry first',
  'request-over': 'This request was answered or ended already',
  'not-shielded': 'This is shielded from whoever asks, and cannot be given',
  'agreement-cited': 'That agreement is not in force between these agencies. Choose another, or none',
}

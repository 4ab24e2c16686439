/** How somebody is entitled to ask. */
export const entitledWords = {
  self: 'They ask for themselves, as an adult',
  'competent-child': 'The child asks, and understands what that means',
  responsibility: 'They have parental responsibility and ask for the child',
  authorised: 'They were authorised by the person',
} as const
/** How an answer is given. */
export const sentWords = { paper: 'On paper', mail: 'By a secure mail', spoken: 'Shown and explained' } as const
/** What is decided of an entry. */
export const entryVerdictWords = { give: 'Give', part: 'Give in part', withhold: 'Keep back' } as const
/** What makes one look twice. */
export const markWords = {
  'about-other': 'About somebody else',
  'names-other': 'Names somebody else',
  shielded: 'Shielded from whoever asks',
  'withheld-at-entry': 'Marked when it was entered',
  former: 'As it was before',
} as const

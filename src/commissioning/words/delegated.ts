/** Who can hold a share. */
export const holderWords = { locality: 'Locality', cluster: 'Cluster of schools', professional: 'Lead professional' } as const
/** Who holds the money of one person. */
export const heldByWords = {
  family: 'The family',
  'young-person': 'The young person',
  provider: 'A provider',
  council: 'The council',
} as const
/** What an entry is. */
export const entryWords = { purchase: 'Bought', undone: 'Undone', returned: 'Given back' } as const

/** A sentence for every problem of delegated budgets and budgets of persons. */
export const delegatedProblems: Readonly<Record<string, string>> = {
  'holder-nobody': 'Choose the person who spends it, or a delegation',
  'handed-already': 'It is handed over: this stands',
  'division-no-holder': 'Name first who holds it',
  'division-no-factor': 'Say first by what it is divided',
  'division-value-missing': 'A holder has no value for one of the factors',
  'division-factor-empty': 'A factor comes to nothing for everybody: it cannot divide anything',
  'whole-value': 'Enter a whole number, 0 or more',
  'rules-many': 'There are a hundred rules already',
  'budget-not-handed': 'It is not handed over yet: nothing can be bought from it',
  'budget-before-hand-over': 'That day is before the day on which it was handed over',
  'bought-after': 'Something was bought by this rule after that day: choose a later day, or undo that first',
  'rule-ended': 'This rule has ended already',
  'line-of-fund': 'Choose a line of the fund that you chose',
  'budget-in-its-time': 'That day is outside the time of this budget',
  'budget-by-rule': 'That rule does not hold for this share on that day',
  'budget-within-limit': 'That is more than the rule allows for one purchase',
  'budget-within-share': 'That is more than is left',
  'entry-undone-once': 'It is undone already, or undoes another entry',
  'reference-form': 'Enter letters, a hyphen and digits, for example IB-0042. No name and no date of birth',
  'reference-taken': 'That number is taken. Choose another',
  'reader-already': 'That person is named already',
}

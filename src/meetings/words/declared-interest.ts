import type { FieldProblem } from '#platform/result.ts'
import type { DeclaredInterest, DeclaredKind, KeptConsequence } from '../rules/declared-interest.ts'

/** What a kind of interest is called. */
export const declaredKindWords: Readonly<Record<DeclaredKind, string>> = {
  pecuniary: 'Pecuniary: money or property',
  personal: 'Personal',
  prejudicial: 'Prejudicial: others would think it sways you',
  conflict_by_post: 'By post: the agency I work for',
}

const kindInSentence: Readonly<Record<DeclaredKind, string>> = {
  pecuniary: 'a pecuniary interest',
  personal: 'a personal interest',
  prejudicial: 'a prejudicial interest',
  conflict_by_post: 'a conflict by post',
}

/** What follows from an interest, of somebody who may stay or must go. */
export const consequenceWords: Readonly<Record<KeptConsequence, string>> = {
  stay: 'May stay, speak and vote',
  stay_silent: 'May stay and vote, and does not speak',
  leave: 'Leaves: is not counted and does not vote',
}

/** What the chair can rule, as the form offers it. */
export const rulingWords: Readonly<Record<KeptConsequence, string>> = {
  stay: 'Stays, may speak and vote',
  stay_silent: 'Stays, does not speak',
  leave: 'Leaves for the item',
}

/** What stands in place of the details of an interest that is sensitive. */
export const SENSITIVE = 'Sensitive: the details are not given'

/** What follows from an interest, and by what: 'Leaves …, by the chair’s ruling'. */
export function outcomeWords({ consequence, from }: Pick<DeclaredInterest, 'consequence' | 'from'>): string {
  if (consequence === undefined) return 'Waits for the chair’s ruling'
  const by = { terms: 'by the terms', chair: 'by the chair’s ruling', dispensation: 'by a dispensation' }[from ?? 'terms']
  return `${consequenceWords[consequence]}, ${by}`
}

/** Words that somebody typed as a sentence of its own: with a full stop where they have none. */
export function sentence(words: string): string {
  return /[.!?…]$/.test(words) ? words : `${words}.`
}

/** Interests in an item in one line, for the decision on it; sensitive and withdrawn ones are left out: a decision can become public. */
export function interestsLine(interests: readonly DeclaredInterest[]): string {
  return interests
    .filter(({ sensitive, withdrawnAt }) => !sensitive && withdrawnAt === undefined)
    .map((interest) => {
      const ruling = interest.ruling === '' ? '' : ` The chair (${interest.ruledBy}): ${interest.ruling}`
      const nature = interest.nature.replaceAll(/\s+/g, ' ').replace(/\.$/, '')
      return `${interest.name} declared ${kindInSentence[interest.kind]}: ${nature}. ${outcomeWords(interest)}.${ruling}`
    })
    .join(' ')
    .slice(0, 5000)
}

/** A sentence for a problem with a declaration or a ruling; undefined leaves it to the common words. */
export function declaredInterestProblemWords({ code, field }: FieldProblem): string | undefined {
  switch (code) {
    case 'declared-already':
      return 'An interest of this kind is declared for this item already'
    case 'not-your-interest':
      return 'Members declare their own interests. Ask the clerk to enter somebody else’s'
    case 'not-on-the-register':
      return 'This entry is not in the register of this person on the day of the meeting'
    case 'no-dispensation':
      return 'No dispensation of this person holds on the day of the meeting'
    case 'nature-missing':
      return 'Say what the interest is, or choose the entry of the register'
    case 'person-not-here':
      return 'Only members of this body, their deputies and its chair declare interests here'
    case 'interest-withdrawn':
      return 'This declaration was withdrawn'
    case 'ruled-already':
      return 'The chair has ruled already. If it was entered wrongly, withdraw the declaration and declare it again'
    case 'interest-dispensed':
      return 'A dispensation lets this member take part: there is nothing to rule on'
    case 'settled-by-terms':
      return 'The terms say what follows here, so there is nothing to rule on'
    case 'only-leave':
      return 'The terms let this member stay. The chair can only ask them to leave'
    case 'chair-own-interest':
      return 'The chair does not rule on their own interest. Somebody else takes the chair for the ruling'
    case 'no-chair':
      return 'Record who is in the chair first: the ruling is the chair’s'
    case 'item-withdrawn':
      return 'This item was withdrawn from the agenda'
    case 'required':
      return field === 'ruling' ? 'Enter the chair’s words, for the minutes' : undefined
    case 'choice-missing':
      if (field === 'kind') return 'Choose the kind of interest'
      return field === 'consequence' ? 'Choose what the chair ruled' : undefined
    default:
      return undefined
  }
}

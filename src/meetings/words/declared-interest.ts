import type { FieldProblem } from '#platform/result.ts'
import { LONDON } from '#platform/time/london.ts'
import { dayInWords, timeInWords } from '#platform/time/words.ts'
import type { DeclaredInterest, DeclaredKind, KeptConsequence, Leave, Ruling } from '../rules/declared-interest.ts'

/** What a kind of interest is called. */
export const declaredKindWords: Readonly<Record<DeclaredKind, string>> = {
  pecuniary: 'Pecuniary: money or property',
  personal: 'Personal',
  prejudicial: 'Prejudicial: others would think it sways you',
  conflict_by_post: 'By post: the agency I work for',
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

/** A dispensation in words: 'Dispensation until 31 March 2027, granted by the monitoring officer'. */
export function leaveWords({ grantedBy, until }: Leave): string {
  const last = until === undefined ? '' : ` until ${dayInWords(until.subtract({ days: 1 }))}`
  return `Dispensation${last}, granted by ${grantedBy}`
}

/** What follows from an interest, and by what: 'Leaves …, by the chair’s ruling'. */
export function outcomeWords({ consequence, from, dispensed }: Pick<DeclaredInterest, 'consequence' | 'from' | 'dispensed'>): string {
  if (consequence === undefined) return 'Waits for the chair’s ruling'
  if (from === 'dispensation' && dispensed !== undefined) return `${leaveWords(dispensed)}: may stay, speak and vote`
  const by = { terms: 'by the terms', chair: 'by the chair’s ruling', dispensation: 'by a dispensation' }[from ?? 'terms']
  return `${consequenceWords[consequence]}, ${by}`
}

/** The chair's rulings in order, a line each; where there is more than one, with when each was given and what it was. */
export function rulingLines(rulings: readonly Ruling[]): readonly string[] {
  if (rulings.length < 2) return rulings.map(({ by, words }) => `${by}, in the chair: ${words}`)
  return rulings.map(({ at, by, consequence, words }, index) => {
    const time = timeInWords(at.toZonedDateTimeISO(LONDON).toPlainTime())
    return `${time}, ${by}, in the chair${index === 0 ? '' : ', ruling anew'}: ${rulingWords[consequence]}. ${sentence(words)}`
  })
}

/** Words that somebody typed as a sentence of its own: with a full stop where they have none. */
export function sentence(words: string): string {
  return /[.!?…]$/.test(words) ? words : `${words}.`
}

/**
 * Who took no part in a decision for an interest, for the decision itself; '' for nobody. What was declared and what followed is told at its item.
 * Sensitive ones are left out: a decision can become public.
 * @param interests - in the item of the decision
 */
export function tookNoPart(interests: readonly DeclaredInterest[]): string {
  const out = interests.filter(
    ({ sensitive, withdrawnAt, consequence }) => !sensitive && withdrawnAt === undefined && consequence === 'leave',
  )
  const names = [...new Set(out.map(({ name }) => name))]
  return names.length === 0 ? '' : `${new Intl.ListFormat('en-GB').format(names)} took no part.`
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
    case 'ruled-since':
      return 'Another ruling was entered after this one was written. Read it, and enter this one again if it still holds'
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

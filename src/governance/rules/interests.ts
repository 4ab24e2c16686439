import type { InterestsRule } from './terms/procedure.ts'

/** The kinds of interest that are declared (handbook governance 1.3). */
export type InterestKind = 'pecuniary' | 'personal' | 'prejudicial' | 'conflict-by-post'

/** What a member does for the item: stays, stays and is silent, or leaves. */
export type Consequence = 'stay' | 'stay-silent' | 'leave'

/** The consequence of one interest and where it comes from; `undecided` waits for the chair, because the terms leave it open. */
export type InterestOutcome =
  | {
      readonly state: 'settled'
      readonly consequence: Consequence
      readonly from: 'terms' | 'chair' | 'dispensation'
      readonly maySpeak: boolean
      readonly mayVote: boolean
      readonly counted: boolean
    }
  | { readonly state: 'undecided'; readonly because: 'chair-decides' | 'not-stated' }

function settled(consequence: Consequence, from: 'terms' | 'chair' | 'dispensation'): InterestOutcome {
  const inside = consequence !== 'leave'
  return { state: 'settled', consequence, from, maySpeak: consequence === 'stay', mayVote: inside, counted: inside }
}

/** What follows from an interest in an item: a dispensation first, then the chair's ruling, then the terms (G13). Who leaves is not counted. */
export function consequenceOf(
  rule: InterestsRule | null,
  kind: InterestKind,
  ruling: Consequence | null,
  dispensed: boolean,
): InterestOutcome {
  if (dispensed) return settled('stay', 'dispensation')
  if (ruling !== null) return settled(ruling, 'chair')
  if (rule === null) return { state: 'undecided', because: 'not-stated' }
  const stated = kind === 'pecuniary' || kind === 'prejudicial' ? rule.pecuniary : rule.default
  if (stated === 'chair-decides' || stated === 'not-stated') return { state: 'undecided', because: stated }
  return settled(stated, 'terms')
}

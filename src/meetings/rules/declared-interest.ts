import { type Consequence, consequenceOf, type InterestKind, type InterestOutcome, type Terms } from '#governance/public.ts'
import type { Stretch } from './presence.ts'
import type { Exclusion } from './quorum-at.ts'

/** Kinds of interest as they are kept (handbook governance 1.3). */
export const declaredKinds = ['pecuniary', 'personal', 'prejudicial', 'conflict_by_post'] as const
/** One kind. */
export type DeclaredKind = (typeof declaredKinds)[number]

/** What a member does for the item, as it is kept. */
export const keptConsequences = ['stay', 'stay_silent', 'leave'] as const
/** One consequence. */
export type KeptConsequence = (typeof keptConsequences)[number]

/** An interest in an item of a meeting, and what follows from it (G13). */
export interface DeclaredInterest {
  readonly id: string
  readonly item: string
  readonly person: string
  readonly name: string
  readonly kind: DeclaredKind
  readonly nature: string
  readonly source: 'register' | 'declared'
  /** Sensitive ones are kept without details and never become public (Localism Act 2011, section 32). */
  readonly sensitive: boolean
  /** Undefined: waits for the chair. */
  readonly consequence: KeptConsequence | undefined
  readonly from: 'terms' | 'chair' | 'dispensation' | undefined
  /** The chair's words; '' for none. */
  readonly ruling: string
  readonly ruledBy: string
  readonly declaredAt: Temporal.Instant
  readonly ruledAt: Temporal.Instant | undefined
  /** Taken back as entered in error. */
  readonly withdrawnAt: Temporal.Instant | undefined
  readonly version: number
}

const kinds: Readonly<Record<DeclaredKind, InterestKind>> = {
  pecuniary: 'pecuniary',
  personal: 'personal',
  prejudicial: 'prejudicial',
  conflict_by_post: 'conflict-by-post',
}
const kept: Readonly<Record<Consequence, KeptConsequence>> = { stay: 'stay', 'stay-silent': 'stay_silent', leave: 'leave' }

/** What follows at once from a declaration, by a dispensation or the terms; `because` says why it waits for the chair. */
export type FirstConsequence =
  | { readonly consequence: KeptConsequence; readonly from: 'terms' | 'dispensation'; readonly because: undefined }
  | { readonly consequence: undefined; readonly from: undefined; readonly because: 'chair-decides' | 'not-stated' }

/** Asks the terms in force what follows from an interest, before anybody rules (G13). */
export function firstConsequence(terms: Terms | undefined, kind: DeclaredKind, dispensed: boolean): FirstConsequence {
  const outcome: InterestOutcome = consequenceOf(terms?.interests.value ?? null, kinds[kind], null, dispensed)
  if (outcome.state === 'undecided') return { consequence: undefined, from: undefined, because: outcome.because }
  // Without a ruling it comes from the terms or a dispensation.
  return { consequence: kept[outcome.consequence], from: outcome.from === 'dispensation' ? 'dispensation' : 'terms', because: undefined }
}

/** Why the chair does not rule on an interest. */
export type NotRuled = 'withdrawn' | 'ruled-already' | 'dispensed' | 'settled-by-terms' | 'only-leave' | 'chair-own-interest' | 'no-chair'

/**
 * Why a ruling is not taken; undefined where it is. The chair rules where the terms leave it open, and may ask out somebody whom the terms let stay
 * where the terms say so. There is one ruling: what was ruled wrongly is withdrawn and declared anew, so that the record keeps when each held.
 * @param chair - whoever is in the chair; null where nobody is recorded
 */
export function whyNotRuled(
  interest: DeclaredInterest,
  terms: Terms | undefined,
  ruling: KeptConsequence,
  chair: { readonly person: string | null } | null,
): NotRuled | undefined {
  if (interest.withdrawnAt) return 'withdrawn'
  if (interest.from === 'chair') return 'ruled-already'
  if (interest.from === 'dispensation') return 'dispensed'
  if (chair === null) return 'no-chair'
  if (chair.person === interest.person) return 'chair-own-interest'
  if (interest.from === undefined) return undefined
  if (interest.consequence === 'leave' || terms?.interests.value?.mayBeAskedToLeave !== true) return 'settled-by-terms'
  return ruling === 'leave' ? undefined : 'only-leave'
}

/** Whether the chair may still rule on it: what the page offers. */
export function rulingsOpen(interest: DeclaredInterest, terms: Terms | undefined): readonly KeptConsequence[] {
  return keptConsequences.filter((ruling) => whyNotRuled(interest, terms, ruling, { person: null }) === undefined)
}

/** The instant from which a consequence holds: the ruling where the chair ruled, else the declaration. */
function settledAt({ from, ruledAt, declaredAt }: DeclaredInterest): Temporal.Instant {
  return from === 'chair' && ruledAt ? ruledAt : declaredAt
}

const later = (a: Temporal.Instant, b: Temporal.Instant | null): Temporal.Instant =>
  b !== null && Temporal.Instant.compare(b, a) > 0 ? b : a
const sooner = (a: Temporal.Instant | null, b: Temporal.Instant | undefined): Temporal.Instant | null =>
  b === undefined ? a : a === null || Temporal.Instant.compare(b, a) < 0 ? b : a

/**
 * Who is out, and when: for exactly the stretches for which the item was on, from when the consequence was settled. One that was withdrawn counted
 * until then.
 */
export function exclusionsOf(
  interests: readonly DeclaredInterest[],
  times: readonly (Stretch & { readonly item: string })[],
): readonly Exclusion[] {
  return interests
    .filter(({ consequence }) => consequence === 'leave')
    .flatMap((interest) =>
      times
        .filter(({ item }) => item === interest.item)
        .map(({ from, to }) => ({
          person: interest.person,
          from: later(settledAt(interest), from),
          to: sooner(to, interest.withdrawnAt),
        })),
    )
    .filter(({ from, to }) => to === null || Temporal.Instant.compare(from, to) < 0)
}

/** Ids of the people who must leave for an item, whether it is on or not. */
export function leaversOf(interests: readonly DeclaredInterest[], item: string | null): ReadonlySet<string> {
  const holds = interests.filter((interest) => interest.item === item && !interest.withdrawnAt && interest.consequence === 'leave')
  return new Set(holds.map(({ person }) => person))
}

/** Interests in an item that wait for the chair. */
export function awaitingRuling(interests: readonly DeclaredInterest[], item: string): readonly DeclaredInterest[] {
  return interests.filter((interest) => interest.item === item && !interest.withdrawnAt && interest.consequence === undefined)
}

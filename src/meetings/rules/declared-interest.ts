import { type Consequence, consequenceOf, type InterestKind, type InterestOutcome, type Terms } from '#governance/public.ts'
import { covers, type Stretch } from './presence.ts'
import type { Exclusion } from './quorum-at.ts'

/** Kinds of interest as they are kept (handbook governance 1.3). */
export const declaredKinds = ['pecuniary', 'personal', 'prejudicial', 'conflict_by_post'] as const
/** One kind. */
export type DeclaredKind = (typeof declaredKinds)[number]

/** What a member does for the item, as it is kept. */
export const keptConsequences = ['stay', 'stay_silent', 'leave'] as const
/** One consequence. */
export type KeptConsequence = (typeof keptConsequences)[number]

/** What the chair ruled on an interest; it holds from its instant until the next one. */
export interface Ruling {
  readonly at: Temporal.Instant
  /** Whoever was in the chair. */
  readonly by: string
  readonly consequence: KeptConsequence
  /** The chair's words, minuted. */
  readonly words: string
}

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
  /** Every ruling of the chair in order: the last one holds, the earlier ones held until then. Empty: none. */
  readonly rulings: readonly Ruling[]
  /** The dispensation as it stood when it was applied; undefined for none. */
  readonly dispensed: Leave | undefined
  readonly declaredAt: Temporal.Instant
  /** Taken back as entered in error. */
  readonly withdrawnAt: Temporal.Instant | undefined
  readonly version: number
}

/** What is said of a dispensation that lets somebody take part. */
export interface Leave {
  readonly grantedBy: string
  /** First day on which it no longer holds; undefined while none is stated. */
  readonly until: Temporal.PlainDate | undefined
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
export type NotRuled = 'withdrawn' | 'dispensed' | 'settled-by-terms' | 'only-leave' | 'chair-own-interest' | 'no-chair'

/**
 * Why a ruling is not taken; undefined where it is. The chair rules where the terms leave it open, and may ask out somebody whom the terms let stay
 * where the terms say so. A later ruling takes the place of an earlier one from its own instant on: over the terms that is to ask out, or to take it back.
 * @param chair - whoever is in the chair; null where nobody is recorded
 */
export function whyNotRuled(
  interest: DeclaredInterest,
  terms: Terms | undefined,
  ruling: KeptConsequence,
  chair: { readonly person: string | null } | null,
): NotRuled | undefined {
  if (interest.withdrawnAt) return 'withdrawn'
  if (interest.from === 'dispensation') return 'dispensed'
  if (chair === null) return 'no-chair'
  if (chair.person === interest.person) return 'chair-own-interest'
  const { consequence: stated } = firstConsequence(terms, interest.kind, false)
  if (stated === undefined) return undefined
  if (stated === 'leave' || terms?.interests.value?.mayBeAskedToLeave !== true) return 'settled-by-terms'
  return ruling === 'leave' || (interest.rulings.length > 0 && ruling === stated) ? undefined : 'only-leave'
}

/** Whether the chair may still rule on it: what the page offers. */
export function rulingsOpen(interest: DeclaredInterest, terms: Terms | undefined): readonly KeptConsequence[] {
  return keptConsequences.filter((ruling) => whyNotRuled(interest, terms, ruling, { person: null }) === undefined)
}

/** When somebody had to be out for an interest, were its item on throughout: each ruling holds from its instant to the next. */
function outBy({
  consequence,
  rulings,
  declaredAt,
  withdrawnAt,
}: DeclaredInterest): readonly { from: Temporal.Instant; to: Temporal.Instant | null }[] {
  // Before the first ruling nobody is out: over terms that say 'leave' there is nothing to rule.
  const held = rulings.length === 0 ? [{ at: declaredAt, consequence }] : rulings
  return held
    .map(({ at, consequence: then }, index) => ({ then, from: at, to: sooner(held[index + 1]?.at ?? null, withdrawnAt) }))
    .filter(({ then }) => then === 'leave')
}

const later = (a: Temporal.Instant, b: Temporal.Instant | null): Temporal.Instant =>
  b !== null && Temporal.Instant.compare(b, a) > 0 ? b : a
const sooner = (a: Temporal.Instant | null, b: Temporal.Instant | undefined): Temporal.Instant | null =>
  b === undefined ? a : a === null || Temporal.Instant.compare(b, a) < 0 ? b : a

/**
 * Who is out, and when: for exactly the stretches for which the item was on, from when the consequence was settled until the chair rules otherwise.
 * One that was withdrawn counted until then.
 */
export function exclusionsOf(
  interests: readonly DeclaredInterest[],
  times: readonly (Stretch & { readonly item: string })[],
): readonly Exclusion[] {
  return interests
    .flatMap((interest) =>
      outBy(interest).flatMap((out) =>
        times
          .filter(({ item }) => item === interest.item)
          .map(({ from, to }) => ({ person: interest.person, from: later(out.from, from), to: sooner(to, out.to ?? undefined) })),
      ),
    )
    .filter(({ from, to }) => to === null || Temporal.Instant.compare(from, to) < 0)
}

/** Ids of the people who must leave for an item, whether it is on or not. */
export function leaversOf(interests: readonly DeclaredInterest[], item: string | null): ReadonlySet<string> {
  const holds = interests.filter((interest) => interest.item === item && !interest.withdrawnAt && interest.consequence === 'leave')
  return new Set(holds.map(({ person }) => person))
}

/** Whether somebody had to be out for an interest at an instant, were its item on. */
export function mustLeaveAt(interest: DeclaredInterest, at: Temporal.Instant): boolean {
  return outBy(interest).some((out) => covers(out, at))
}

/** Interests in an item that wait for the chair. */
export function awaitingRuling(interests: readonly DeclaredInterest[], item: string): readonly DeclaredInterest[] {
  return interests.filter((interest) => interest.item === item && !interest.withdrawnAt && interest.consequence === undefined)
}

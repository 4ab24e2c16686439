/** An information sharing agreement, as far as its standing goes (G19). */
export interface SharingFacts {
  readonly startsOn: Temporal.PlainDate
  /** First day on which it no longer holds; undefined: until it is withdrawn. */
  readonly endsOn: Temporal.PlainDate | undefined
  /** First day on which it no longer holds because it was withdrawn. */
  readonly withdrawnOn: Temporal.PlainDate | undefined
  /** By when it is looked at again. */
  readonly reviewOn: Temporal.PlainDate
  readonly parties: readonly { readonly organisation: string; readonly signedOn: Temporal.PlainDate | undefined }[]
}

/** How an agreement stands: not signed by all; signed and not begun; in force; over by its own day; withdrawn. */
export type SharingState = 'draft' | 'signed' | 'in-force' | 'expired' | 'withdrawn'

const reached = (day: Temporal.PlainDate | undefined, on: Temporal.PlainDate): boolean =>
  day !== undefined && Temporal.PlainDate.compare(day, on) <= 0

/** How an agreement stands on a day. It holds for nobody before every party has signed. */
export function sharingState({ startsOn, endsOn, withdrawnOn, parties }: SharingFacts, day: Temporal.PlainDate): SharingState {
  if (reached(withdrawnOn, day)) return 'withdrawn'
  if (reached(endsOn, day)) return 'expired'
  if (parties.length < 2 || parties.some(({ signedOn }) => !reached(signedOn, day))) return 'draft'
  return reached(startsOn, day) ? 'in-force' : 'signed'
}

/** How the review of an agreement stands; 'none' where it is over and nobody need look at it again. */
export type SharingReviewState = 'ahead' | 'soon' | 'overdue' | 'none'

/** How the review stands on a day; it is soon from a month before. */
export function sharingReview(facts: SharingFacts, day: Temporal.PlainDate): SharingReviewState {
  const state = sharingState(facts, day)
  if (state === 'withdrawn' || state === 'expired') return 'none'
  if (Temporal.PlainDate.compare(day, facts.reviewOn) > 0) return 'overdue'
  return Temporal.PlainDate.compare(day.add({ months: 1 }), facts.reviewOn) >= 0 ? 'soon' : 'ahead'
}

/** Why something cannot rest on an agreement. */
export type CitingRefusal =
  | { readonly code: 'agreement-not-in-force'; readonly state: Exclude<SharingState, 'in-force'> }
  | { readonly code: 'not-a-party'; readonly organisation: string }

/**
 * Every reason why an access grant or a data return cannot cite an agreement on a day; empty where it can (G19): in force, with each of them a party.
 * A review that is overdue does not end an agreement: it is said, and pressed for.
 * @param between - organisations that give or receive
 */
export function refuseCiting(facts: SharingFacts, between: readonly string[], day: Temporal.PlainDate): readonly CitingRefusal[] {
  const state = sharingState(facts, day)
  const strangers = between.filter((organisation) => !facts.parties.some((party) => party.organisation === organisation))
  return [
    ...(state === 'in-force' ? [] : [{ code: 'agreement-not-in-force', state } as const]),
    ...strangers.map((organisation) => ({ code: 'not-a-party', organisation }) as const),
  ]
}

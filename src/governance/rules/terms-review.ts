/** How the review of terms in force stands (G16). */
export type TermsReviewState = 'not-stated' | 'ahead' | 'soon' | 'overdue' | 'amending'

/** The state with the last day; undefined where the terms state no interval. */
export interface TermsReviewStanding {
  readonly state: TermsReviewState
  readonly dueOn: Temporal.PlainDate | undefined
  /** True where the terms say nothing and the interval is custom: it reminds and binds nobody. */
  readonly isCustom: boolean
}

/** One time that a body looked at a version: it stays, or it is to be amended. */
export interface TermsReviewed {
  readonly outcome: 'kept' | 'amended'
  readonly reviewedOn: Temporal.PlainDate
  /** True where the draft that it led to was withdrawn: nothing came of it. */
  readonly cameToNothing: boolean
}

/** What the state rests on. */
export interface TermsReviewFacts {
  /** First day of the version in force. */
  readonly startsOn: Temporal.PlainDate
  /** Months from one review to the next; null where the terms do not say. */
  readonly everyMonths: number | null
  /** Months where the terms do not say; undefined: nobody asks. */
  readonly customMonths: number | undefined
  /** Reviews of this version, in any order. */
  readonly reviews: readonly TermsReviewed[]
}

/** Months before the last day in which clerk and chair are reminded: time for an item on an agenda. */
const REMINDED_AHEAD = 2

/** How the review of a version stands on a day. The time runs from its first day, or from the last review that kept it as it is. */
export function termsReviewStanding(facts: TermsReviewFacts, today: Temporal.PlainDate): TermsReviewStanding {
  const { startsOn, everyMonths, reviews } = facts
  const isCustom = everyMonths === null
  const months = everyMonths ?? facts.customMonths
  if (months === undefined) return { state: 'not-stated', dueOn: undefined, isCustom }
  const kept = reviews.filter(({ outcome }) => outcome === 'kept').map(({ reviewedOn }) => reviewedOn)
  const last = [startsOn, ...kept].toSorted(Temporal.PlainDate.compare).at(-1) ?? startsOn
  const dueOn = last.add({ months })
  const amending = reviews.some(
    ({ outcome, reviewedOn, cameToNothing }) =>
      outcome === 'amended' && !cameToNothing && Temporal.PlainDate.compare(reviewedOn, last) >= 0,
  )
  if (amending) return { state: 'amending', dueOn, isCustom }
  if (Temporal.PlainDate.compare(today, dueOn) > 0) return { state: 'overdue', dueOn, isCustom }
  return { state: Temporal.PlainDate.compare(today.add({ months: REMINDED_AHEAD }), dueOn) > 0 ? 'soon' : 'ahead', dueOn, isCustom }
}

/** Why a family stands on the drift list (handbook of early help 3.9), in the order in which a co-ordinator looks. */
export const driftSigns = [
  'no-lead',
  'no-agreement',
  'transition-late',
  'review-overdue',
  'action-unanswered',
  'open-long',
  'many-reviews',
  'sibling-silent',
  'plan-unasked',
  'outcome-open',
] as const
/** One of them. */
export type DriftSign = (typeof driftSigns)[number]

/** From when on something is drift, as the partnership decided it for a day. */
export interface DriftRule {
  /** Open for more months than this. */
  readonly openMonths: number
  /** So many reviews, or more. */
  readonly reviews: number
  /** Weeks from agreeing a plan to its first review. */
  readonly firstReviewWeeks: number
}

/** A time in which the work with a family is paused, half-open; without an end it runs. */
export interface Pause {
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate | undefined
}

/** Days of a time, half-open, on which the work was paused; the pauses of one family do not overlap. 0 where the time is empty. */
export function pausedDays(pauses: readonly Pause[], from: Temporal.PlainDate, until: Temporal.PlainDate): number {
  return pauses.reduce((days, { startsOn, endsOn = until }) => {
    const first = isAfter(startsOn, from) ? startsOn : from
    const end = isAfter(endsOn, until) ? until : endsOn
    return days + (isAfter(end, first) ? first.until(end).total('days') : 0)
  }, 0)
}

/** A family in dates and counts; nothing of what is written about it. */
export interface DriftFacts {
  readonly requestedOn: Temporal.PlainDate
  /** The day on which it agreed to an assessment; undefined where it has not, and then nobody asks for what follows from it. */
  readonly agreedOn: Temporal.PlainDate | undefined
  readonly closedOn: Temporal.PlainDate | undefined
  readonly closureReason: string | undefined
  readonly hasLead: boolean
  /** First day on which the agreement no longer holds; undefined where none was given, or it was withdrawn. */
  readonly agreedUntil: Temporal.PlainDate | undefined
  readonly reviews: number
  /** Children who are born; 0 where none is recorded. */
  readonly children: number
  /** Of whom there are no own words, no reading and no answer. */
  readonly silentChildren: number
  /** The day of the latest version of the plan; undefined where there is none. */
  readonly planAgreedOn: Temporal.PlainDate | undefined
  /** Children of whom nobody wrote how they were asked about that plan; 'not asked, because' is an answer. */
  readonly unaskedChildren: number
  /** As the last review said; undefined where there was none. */
  readonly nextReviewOn: Temporal.PlainDate | undefined
  /** Needs that stood at the end and that no review looked at. */
  readonly unsettledNeeds: number
  readonly hasClosingPlan: boolean
  /** Actions past their day to which nobody has said yes or no. */
  readonly lateAnswers: number
  /** A pause stops the clock of what is long open and of a review; whoever leads, agrees or answers is waited for all the same. */
  readonly pauses: readonly Pause[]
  /** Transitions that were sent and are not answered within their clock. */
  readonly lateTransitions: number
}

/** A reason, with how many it is about; 0 where it is not counted. */
export interface Drift {
  readonly sign: DriftSign
  readonly count: number
}

const isAfter = (a: Temporal.PlainDate, b: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(a, b) > 0

/** Why a family drifts, in the order of `driftSigns`; empty where it does not. A closed one is asked for its outcome and for nothing else. */
export function driftOf(facts: DriftFacts, rule: DriftRule, today: Temporal.PlainDate): readonly Drift[] {
  if (facts.closedOn !== undefined) return hasOpenOutcome(facts) ? [{ sign: 'outcome-open', count: facts.unsettledNeeds }] : []
  const isUnderWay = facts.agreedOn !== undefined
  const began = facts.agreedOn ?? facts.requestedOn
  const paused = (from: Temporal.PlainDate) => ({ days: pausedDays(facts.pauses, from, today) })
  // A review writes a version of the plan: what was paused before the latest one was known when the next day was chosen.
  const due = facts.nextReviewOn ?? facts.planAgreedOn?.add({ weeks: rule.firstReviewWeeks })
  const review = due?.add(paused(facts.planAgreedOn ?? began))
  const holds = facts.agreedUntil !== undefined && isAfter(facts.agreedUntil, today)
  const found: readonly (readonly [DriftSign, boolean, number?])[] = [
    ['no-lead', isUnderWay && !facts.hasLead],
    ['no-agreement', isUnderWay && !holds],
    ['transition-late', facts.lateTransitions > 0, facts.lateTransitions],
    ['review-overdue', review !== undefined && isAfter(today, review)],
    ['action-unanswered', facts.lateAnswers > 0, facts.lateAnswers],
    ['open-long', isAfter(today, began.add({ months: rule.openMonths }).add(paused(began)))],
    ['many-reviews', facts.reviews >= rule.reviews, facts.reviews],
    ['sibling-silent', isUnderWay && facts.silentChildren > 0, facts.silentChildren],
    ['plan-unasked', facts.planAgreedOn !== undefined && facts.unaskedChildren > 0, facts.unaskedChildren],
  ]
  return found.filter(([, holdsNow]) => holdsNow).map(([sign, , count]) => ({ sign, count: count ?? 0 }))
}

/** Reasons after which nobody can say what became of it. */
const withoutOutcome: readonly string[] = ['refused', 'duplicate', 'died']

/** An outcome is explicit where every need that stood at the end was looked at in a review, the reason is one of the partnership's, and somebody wrote how it goes on. */
function hasOpenOutcome({ agreedOn, closureReason, unsettledNeeds, hasClosingPlan }: DriftFacts): boolean {
  if (agreedOn === undefined || closureReason === undefined || withoutOutcome.includes(closureReason)) return false
  return unsettledNeeds > 0 || closureReason === 'other' || !hasClosingPlan
}

/** Why one family drifts, and what puts it in its place on the list. */
export interface Drifting {
  /** Whether whoever looks keeps it; else it is of their locality. */
  readonly isOwn: boolean
  readonly requestedOn: Temporal.PlainDate
  /** At least one. */
  readonly why: readonly Drift[]
}

/**
 * One page of families that drift: those one keeps first, then those of the locality; of each the family with the most reasons first, then the oldest request.
 * @param asked - the page, from 1; before the first it is the first, beyond the last the last
 * @param size - how many families are on a page, 1 or more
 * @returns the page that is shown, how many there are (at least 1, also where no family drifts), and its families
 */
export function driftPage<Line extends Drifting>(
  found: readonly Line[],
  asked: number,
  size: number,
): { readonly page: number; readonly pages: number; readonly shown: readonly Line[] } {
  const inOrder = found.toSorted(
    (a, b) => Number(b.isOwn) - Number(a.isOwn) || b.why.length - a.why.length || Temporal.PlainDate.compare(a.requestedOn, b.requestedOn),
  )
  const pages = Math.max(1, Math.ceil(found.length / size))
  const page = Math.min(Math.max(asked, 1), pages)
  return { page, pages, shown: inOrder.slice((page - 1) * size, page * size) }
}

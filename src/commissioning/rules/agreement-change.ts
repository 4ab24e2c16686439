type Day = Temporal.PlainDate
const compare = Temporal.PlainDate.compare

/** A variation, as far as the term of its agreement depends on it; `endsBefore` and `endsAfter` are first days without effect, undefined for none. */
export interface VariationFacts {
  readonly startsOn: Day
  readonly changesTerm: boolean
  readonly endsBefore: Day | undefined
  readonly endsAfter: Day | undefined
}

/**
 * The first day without effect as an agreement read on a day: what the variations that held then made of it. `endsOn` is the term as it is now;
 * undefined means that it runs until it is ended. Variations may come in any order.
 */
export function termAsRead(endsOn: Day | undefined, variations: readonly VariationFacts[], day: Day): Day | undefined {
  const later = variations
    .filter(({ changesTerm, startsOn }) => changesTerm && compare(startsOn, day) > 0)
    .toSorted((one, other) => compare(one.startsOn, other.startsOn))
  const [next] = later
  return next ? next.endsBefore : endsOn
}

/** What an organisation gives a year, from a day on. */
export interface ContributionFacts {
  readonly organisation: string
  readonly startsOn: Day
}

/** What holds of each organisation on a day: the latest that has begun; an organisation of which none has begun is left out. */
export function contributionsOn<Given extends ContributionFacts>(given: readonly Given[], day: Day): readonly Given[] {
  const begun = given.filter(({ startsOn }) => compare(startsOn, day) <= 0)
  return [...Map.groupBy(begun, ({ organisation }) => organisation).values()].flatMap((own) =>
    own.toSorted((one, other) => compare(other.startsOn, one.startsOn)).slice(0, 1),
  )
}

/** A report that a law asks for while an agreement runs. */
export interface ReportRule {
  readonly code: string
  readonly everyMonths: number
  /** Days after the end of the period. */
  readonly withinDays: number
}

/** A report on one period that has ended. */
export interface ReportOwed<Rule extends ReportRule> {
  readonly rule: Rule
  /** First day after the period. */
  readonly periodEndsOn: Day
  readonly dueOn: Day
}

/**
 * The reports on every period of an agreement that has ended by a day, the earliest first (SI 2000/617 for section 75). Periods are counted from its first
 * day; a last one that its end cuts short is reported too. None before the first period has ended.
 */
export function reportsOwed<Rule extends ReportRule>(
  { startsOn, endsOn }: { readonly startsOn: Day; readonly endsOn: Day | undefined },
  rules: readonly Rule[],
  today: Day,
): readonly ReportOwed<Rule>[] {
  const owed = rules.flatMap((rule) => {
    const found: ReportOwed<Rule>[] = []
    for (let count = 1, begins = startsOn; endsOn === undefined || compare(begins, endsOn) < 0; count++) {
      // Counted from the first day each time, so that months of 30 days do not pull later ones back.
      const whole = startsOn.add({ months: rule.everyMonths * count })
      const ends = endsOn !== undefined && compare(endsOn, whole) < 0 ? endsOn : whole
      if (compare(ends, today) > 0) break
      found.push({ rule, periodEndsOn: ends, dueOn: ends.add({ days: rule.withinDays }) })
      begins = whole
    }
    return found
  })
  return owed.toSorted((one, other) => compare(one.dueOn, other.dueOn))
}

/** How a claim stands. */
export type ClaimState = 'waiting' | 'refused' | 'paid' | 'paid-in-part' | 'clawed-back'

/** A claim on a year of a grant, in pence. */
export interface ClaimFacts {
  readonly pence: bigint
  readonly refusedOn: Day | undefined
  readonly paidPence: bigint | undefined
  readonly clawedPence: bigint | undefined
}

/** How a claim stands by its facts. */
export function claimState({ pence, refusedOn, paidPence, clawedPence }: ClaimFacts): ClaimState {
  if (clawedPence !== undefined) return 'clawed-back'
  if (paidPence !== undefined) return paidPence < pence ? 'paid-in-part' : 'paid'
  return refusedOn === undefined ? 'waiting' : 'refused'
}

/** What a year of a grant comes to, in pence. */
export interface TaperSums {
  readonly holds: bigint
  /** Claimed and not settled yet. */
  readonly waiting: bigint
  readonly paid: bigint
  readonly clawed: bigint
  /** What can still be claimed: money taken back is not given out again. */
  readonly left: bigint
}

/** The sums of one year of a grant; `left` is below nothing only where more is claimed than the database would take. */
export function taperSums(holds: bigint, claims: readonly ClaimFacts[]): TaperSums {
  const sum = (of: (claim: ClaimFacts) => bigint) => claims.reduce((total, claim) => total + of(claim), 0n)
  const waiting = sum((claim) => (claimState(claim) === 'waiting' ? claim.pence : 0n))
  const paid = sum(({ paidPence }) => paidPence ?? 0n)
  return { holds, waiting, paid, clawed: sum(({ clawedPence }) => clawedPence ?? 0n), left: holds - waiting - paid }
}

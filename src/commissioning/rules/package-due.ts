import { type PayerChange, sharesOf, spellsOf } from './package-payers.ts'
import {
  type DeliveredWeek,
  type DueLine,
  type PackageFacts,
  type PaymentConditions,
  type PaymentReview,
  packagePayments,
  payableMinutes,
  reviewOf,
  weeksUntil,
} from './package-payment.ts'
import type { PaymentTerms } from './payment-terms.ts'

interface Package {
  readonly id: string
  readonly provider: string
  readonly mechanism: string
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate | null
  readonly follows: string | undefined
  /** The budget line that it is paid from at first. */
  readonly line?: string | undefined
}
interface Outcome {
  readonly package: string
  readonly week: number
  readonly confirmedOn: Temporal.PlainDate | null
  readonly settled: 'stands' | 'falls' | null
}
/** What the payment of a contract is worked from. */
export interface PayFacts<Of extends Package = Package> {
  readonly packages: readonly Of[]
  readonly mechanisms: readonly { readonly id: string; readonly terms: PaymentTerms; readonly conditions: PaymentConditions }[]
  /** At most one a week of a package, in order of weeks. */
  readonly deliveries: readonly (DeliveredWeek & { readonly package: string })[]
  /** In order of weeks. */
  readonly outcomes: readonly Outcome[]
  /** Amounts that somebody has looked at, the last one of each week of a package. */
  readonly reviews?: readonly (PaymentReview & { readonly package: string })[]
  /** From which day on another partner pays for a package. */
  readonly payers?: readonly (PayerChange & { readonly package: string })[]
  /** Who pays where nothing else is said, and the first day on which the contract, or a provider under it, has no effect; null: it goes on. */
  readonly contract?: {
    readonly commissioner: string
    readonly runsUntil: Temporal.PlainDate | null
    readonly providerUntil: ReadonlyMap<string, Temporal.PlainDate>
  }
}

type KnownPackage<Of> = PackageFacts & { readonly of: Of }

/** Whether an outcome counts: it is confirmed, and did not fall by an appeal. */
export const isStanding = ({ confirmedOn, settled }: Pick<Outcome, 'confirmedOn' | 'settled'>): boolean =>
  confirmedOn !== null && settled !== 'falls'

/**
 * What is due of each package for weeks that ended before a day, by the version that it began under, with what each payer bears of it. A package is paid for no week
 * that begins after the contract, or its provider's part in it, has ended. A package without its version is left out.
 */
export function dueOfPackages<Of extends Package>(
  facts: PayFacts<Of>,
  until: Temporal.PlainDate,
): readonly { readonly of: Of; readonly due: readonly DueLine[] }[] {
  const mechanisms = new Map(facts.mechanisms.map((one) => [one.id, one]))
  const payers = Map.groupBy(facts.payers ?? [], (one) => one.package)
  return knownPackages(facts).flatMap((known) => {
    const { of } = known
    const mechanism = mechanisms.get(of.mechanism)
    if (!mechanism) return []
    const due = packagePayments(mechanism.terms, mechanism.conditions, known, until)
    if (facts.contract === undefined) return [{ of, due }]
    const first = { payer: facts.contract.commissioner, line: of.line ?? null, startsOn: of.startsOn }
    const spells = spellsOf(first, payers.get(of.id) ?? [])
    return [{ of, due: due.map((one) => ({ ...one, shares: sharesOf(one, known, spells) })) }]
  })
}

/** Amounts of packages that the terms mark to be looked at and that nobody has looked at as they are, in the order of packages and weeks. */
export function openReviews<Of extends Package>(
  facts: PayFacts<Of>,
  until: Temporal.PlainDate,
): readonly { readonly of: Of; readonly week: number; readonly pence: bigint }[] {
  const reviews = Map.groupBy(facts.reviews ?? [], (one) => one.package)
  return dueOfPackages(facts, until).flatMap(({ of, due }) =>
    due.flatMap((one) =>
      one.reason === 'needs_review' && reviewOf(one, reviews.get(of.id) ?? []) === undefined
        ? [{ of, week: one.week, pence: one.pence }]
        : [],
    ),
  )
}

function knownPackages<Of extends Package>(facts: PayFacts<Of>): readonly KnownPackage<Of>[] {
  const conditions = new Map(facts.mechanisms.map((one) => [one.id, one.conditions]))
  const [deliveries, outcomes, reviews] = [facts.deliveries, facts.outcomes, facts.reviews ?? []] as const
  const [ofDeliveries, ofOutcomes, ofReviews] = [
    Map.groupBy(deliveries, (one) => one.package),
    Map.groupBy(outcomes, (one) => one.package),
    Map.groupBy(reviews, (one) => one.package),
  ]
  const byId = new Map(facts.packages.map((one) => [one.id, one]))
  const minutesBefore = (id: string | undefined): readonly number[] => {
    const earlier = id === undefined ? undefined : byId.get(id)
    const on = earlier && conditions.get(earlier.mechanism)
    if (!earlier?.endsOn || !on) return []
    const { lasts } = weeksUntil(earlier, on, earlier.endsOn)
    return [...minutesBefore(earlier.follows), ...payableMinutes(ofDeliveries.get(earlier.id) ?? [], on, lasts ?? 0)]
  }
  return facts.packages.map((of) => ({
    ...{ of, startsOn: of.startsOn, endsOn: endOf(of, facts), weeks: ofDeliveries.get(of.id) ?? [] },
    outcomes: (ofOutcomes.get(of.id) ?? []).filter(isStanding).map(({ week }) => week),
    ...{ before: minutesBefore(of.follows), reviews: ofReviews.get(of.id) ?? [] },
  }))
}

/** The earliest of the ends of a package, of its contract, and of its provider's part in it. */
function endOf({ endsOn, provider }: Package, { contract }: PayFacts): Temporal.PlainDate | null {
  const ends = [endsOn, contract?.runsUntil ?? null, contract?.providerUntil.get(provider) ?? null].filter((day) => day !== null)
  return ends.toSorted(Temporal.PlainDate.compare)[0] ?? null
}

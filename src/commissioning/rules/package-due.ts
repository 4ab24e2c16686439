import {
  type DeliveredWeek,
  type PackageAmount,
  type PaymentConditions,
  packagePayments,
  payableMinutes,
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
}

/** Whether an outcome counts: it is confirmed, and did not fall by an appeal. */
export const isStanding = ({ confirmedOn, settled }: Pick<Outcome, 'confirmedOn' | 'settled'>): boolean =>
  confirmedOn !== null && settled !== 'falls'

/** What is due of each package for weeks that ended before a day, by the version that it began under. A package without its version is left out. */
export function dueOfPackages<Of extends Package>(
  facts: PayFacts<Of>,
  until: Temporal.PlainDate,
): readonly { readonly of: Of; readonly due: readonly PackageAmount[] }[] {
  const mechanisms = new Map(facts.mechanisms.map((one) => [one.id, one]))
  const deliveries = Map.groupBy(facts.deliveries, (one) => one.package)
  const outcomes = Map.groupBy(facts.outcomes, (one) => one.package)
  const byId = new Map(facts.packages.map((one) => [one.id, one]))
  const minutesBefore = (id: string | undefined): readonly number[] => {
    const earlier = id === undefined ? undefined : byId.get(id)
    const conditions = earlier && mechanisms.get(earlier.mechanism)?.conditions
    if (!earlier?.endsOn || !conditions) return []
    const { lasts } = weeksUntil(earlier, conditions, earlier.endsOn)
    return [...minutesBefore(earlier.follows), ...payableMinutes(deliveries.get(earlier.id) ?? [], conditions, lasts ?? 0)]
  }
  return facts.packages.flatMap((one) => {
    const mechanism = mechanisms.get(one.mechanism)
    if (!mechanism) return []
    const standing = (outcomes.get(one.id) ?? []).filter(isStanding).map(({ week }) => week)
    const known = { startsOn: one.startsOn, endsOn: one.endsOn, weeks: deliveries.get(one.id) ?? [], outcomes: standing }
    return [
      { of: one, due: packagePayments(mechanism.terms, mechanism.conditions, { ...known, before: minutesBefore(one.follows) }, until) },
    ]
  })
}

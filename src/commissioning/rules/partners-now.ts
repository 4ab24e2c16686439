/** From a day on one organisation stands where another stood. */
export interface PartnerStep {
  readonly former: string
  readonly successor: string
  readonly onDay: Temporal.PlainDate
}

/**
 * Who stands in an organisation's place on a day: whoever came after it, however many steps there were. Where several came after it, or one cannot be told, the
 * organisation itself: no share between them is recorded, and none is invented. Source: handbook of joint commissioning, 2 and 6 (organisations by succession).
 */
export function partnersNow(steps: readonly PartnerStep[], day: Temporal.PlainDate): (partner: string) => string {
  const after = Map.groupBy(
    steps.filter(({ onDay }) => Temporal.PlainDate.compare(onDay, day) <= 0),
    ({ former }) => former,
  )
  return (partner) => {
    const passed = new Set([partner])
    let stands = partner
    for (;;) {
      const [next, ...others] = new Set((after.get(stands) ?? []).map(({ successor }) => successor))
      // A circle cannot be recorded; whoever finds one all the same keeps the money where it was.
      if (next === undefined || others.length > 0 || passed.has(next)) return stands
      passed.add(next)
      stands = next
    }
  }
}

/** What one partner gave in one year. Pence; null: not known, which is never 0. */
export interface PartnerSum {
  readonly partner: string
  readonly year: number
  readonly pence: bigint | null
}

/** A sum of parts of which some may not be known. */
export interface SumSoFar {
  readonly pence: bigint
  readonly unknown: number
}

/** Sums by partner and year, each partner put where `now` says; nothing is lost or added by it. */
export function sumByPartner(
  given: readonly PartnerSum[],
  now: (partner: string) => string,
): ReadonlyMap<string, ReadonlyMap<number, SumSoFar>> {
  const all = new Map<string, Map<number, SumSoFar>>()
  for (const { partner, year, pence } of given) {
    const own = all.get(now(partner)) ?? new Map<number, SumSoFar>()
    const { pence: sum, unknown } = own.get(year) ?? { pence: 0n, unknown: 0 }
    own.set(year, pence === null ? { pence: sum, unknown: unknown + 1 } : { pence: sum + pence, unknown })
    all.set(now(partner), own)
  }
  return all
}

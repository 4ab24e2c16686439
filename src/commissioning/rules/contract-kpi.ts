/** What is asked for of an indicator. */
export interface KpiTarget {
  readonly better: 'higher' | 'lower'
  /** As it is written; null: none was agreed. */
  readonly target: string | null
  /** How far from the target is still amber. */
  readonly tolerance: string
}

/** Green, amber, red; `unknown`: no figure, or nothing to hold it against. */
export type KpiColour = 'good' | 'warning' | 'bad' | 'unknown'

/** How a figure stands to its target (C9). On the target is green, at the edge of the tolerance amber. */
export function kpiColour(value: string | null, { better, target, tolerance }: KpiTarget): KpiColour {
  if (value === null || target === null) return 'unknown'
  const short = better === 'higher' ? Number(target) - Number(value) : Number(value) - Number(target)
  if (short <= 0) return 'good'
  return short <= Number(tolerance) ? 'warning' : 'bad'
}

/** A period that an indicator is reported for, half-open, with the last day to report it. */
export interface KpiPeriod {
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate
  readonly dueOn: Temporal.PlainDate
}

/** When an indicator is reported. */
export interface KpiRhythm {
  readonly startsOn: Temporal.PlainDate
  /** First day on which it is not measured any more. */
  readonly endsOn: Temporal.PlainDate | undefined
  readonly everyMonths: number
  readonly reportDays: number
}

/**
 * The periods of an indicator that are over on a day, the earliest first; the last one ends with the contract, and none lies after it (handbook of
 * commissioning 8: an indicator after the end of its contract is refused).
 * @param runsUntil - first day on which the contract has no effect; undefined: ongoing
 */
export function periodsOver(kpi: KpiRhythm, runsUntil: Temporal.PlainDate | undefined, today: Temporal.PlainDate): readonly KpiPeriod[] {
  const end = [kpi.endsOn, runsUntil].filter((day) => day !== undefined).toSorted(Temporal.PlainDate.compare)[0]
  const periods: KpiPeriod[] = []
  for (let count = 0; ; count += 1) {
    const startsOn = kpi.startsOn.add({ months: count * kpi.everyMonths })
    const whole = kpi.startsOn.add({ months: (count + 1) * kpi.everyMonths })
    const endsOn = end && Temporal.PlainDate.compare(end, whole) < 0 ? end : whole
    if (Temporal.PlainDate.compare(startsOn, endsOn) >= 0 || Temporal.PlainDate.compare(endsOn, today) > 0) return periods
    periods.push({ startsOn, endsOn, dueOn: endsOn.add({ days: kpi.reportDays - 1 }) })
  }
}

/** The periods that nobody has reported yet. */
export function periodsOwed(
  periods: readonly KpiPeriod[],
  reported: readonly { readonly startsOn: Temporal.PlainDate }[],
): readonly KpiPeriod[] {
  return periods.filter(({ startsOn }) => !reported.some((one) => one.startsOn.equals(startsOn)))
}

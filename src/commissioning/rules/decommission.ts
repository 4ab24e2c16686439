type Day = Temporal.PlainDate

/** What lies between the end of a service and what takes its place. */
export type Gap =
  | { readonly state: 'none' | 'overlap' | 'gap'; readonly days: number }
  | { readonly state: 'nothing-follows'; readonly days: undefined }

/**
 * The days on which people have neither: `endsOn` is the first day without the service, `replacedOn` the first day of what takes its place. An overlap has
 * the days on which both run; where nothing takes its place, that is a state and no number (handbook of commissioning 1.6).
 */
export function gapBetween(endsOn: Day, replacedOn: Day | undefined): Gap {
  if (replacedOn === undefined) return { state: 'nothing-follows', days: undefined }
  const { days } = endsOn.until(replacedOn, { largestUnit: 'days' })
  if (days === 0) return { state: 'none', days: 0 }
  return days > 0 ? { state: 'gap', days } : { state: 'overlap', days: -days }
}

/** What becomes of the money that an ending sets free, in pence. */
export interface ReleasedSums {
  readonly released: bigint
  readonly reallocated: bigint
  readonly returned: bigint
  readonly undecided: bigint
}

/** Released = reallocated + returned + not yet decided, to the penny (handbook 3.8); undefined where it is not known what is set free. */
export function releasedSums(
  released: bigint | undefined,
  lines: readonly { readonly kind: 'reallocated' | 'returned'; readonly pence: bigint }[],
): ReleasedSums | undefined {
  if (released === undefined) return undefined
  const sum = (kind: 'reallocated' | 'returned') => lines.reduce((total, line) => (line.kind === kind ? total + line.pence : total), 0n)
  const [reallocated, returned] = [sum('reallocated'), sum('returned')]
  return { released, reallocated, returned, undecided: released - reallocated - returned }
}

/** What is missing before a board can decide on an ending: shown on its page. */
export type EndingLack = 'equality' | 'consultation' | 'notice' | 'staff' | 'measures' | 'money'

/** What an ending lacks, in the order in which it is done. */
export function endingLacks(ending: {
  readonly equalityOn: Day | undefined
  readonly consultation: string
  readonly noticeOn: Day | undefined
  readonly staff: string
  readonly measures: number
  readonly released: bigint | undefined
}): readonly EndingLack[] {
  return [
    ...(ending.equalityOn === undefined ? (['equality'] as const) : []),
    ...(ending.consultation === '' ? (['consultation'] as const) : []),
    ...(ending.noticeOn === undefined ? (['notice'] as const) : []),
    ...(ending.staff === '' ? (['staff'] as const) : []),
    ...(ending.measures === 0 ? (['measures'] as const) : []),
    ...(ending.released === undefined ? (['money'] as const) : []),
  ]
}

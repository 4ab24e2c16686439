/** One measured figure, printed as one JSON line. */
export interface Figure {
  readonly name: string
  /** For example 'requests/s', 'ms', 'MB'. */
  readonly unit: string
  /** The same work with nothing but the platform, measured in the same run; null where there is no such thing. */
  readonly floor: number | null
  readonly product: number
  /** product / floor; null where there is no floor. */
  readonly ratio: number | null
  /** In words, for example 'at least 0.35 of the floor'. */
  readonly goal: string
  readonly met: boolean
}

/** Rounds a measurement to three significant figures or two decimals, whichever says more. */
export function rounded(value: number): number {
  return value >= 100 ? Math.round(value) : Math.round(value * 100) / 100
}

/** A figure measured against its floor. */
export function againstFloor(
  name: string,
  unit: string,
  floor: number,
  product: number,
  goal: string,
  met: (ratio: number) => boolean,
): Figure {
  const ratio = product / floor
  return { name, unit, floor: rounded(floor), product: rounded(product), ratio: Math.round(ratio * 1000) / 1000, goal, met: met(ratio) }
}

/** A figure that stands on its own. */
export function alone(name: string, unit: string, product: number, goal: string, met: boolean): Figure {
  return { name, unit, floor: null, product: rounded(product), ratio: null, goal, met }
}

/** The middle value; NaN when there is none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/**
 * Splits a sum of pence by weights with the largest remainder: the exact shares are cut to whole pence, and what is left goes penny by penny to the largest
 * fractions, ties to whoever is listed first. Shares add up to the sum for any sign; a negative sum is split as its absolute value and negated, so that a refund
 * mirrors the charge. Weights are not negative. Null where no weight is above 0: nobody is there to share.
 *
 * Source: handbook of joint commissioning, 3.1; the method of largest remainders (Hamilton).
 */
export function splitPence(pence: bigint, weights: readonly bigint[]): readonly bigint[] | null {
  const all = weights.reduce((sum, weight) => sum + weight, 0n)
  if (all <= 0n) return null
  const [sum, sign] = pence < 0n ? [-pence, -1n] : [pence, 1n]
  const shares = weights.map((weight) => (sum * weight) / all)
  const left = Number(sum - totalOf(shares))
  const byFraction = weights.map((weight, place) => ({ place, fraction: (sum * weight) % all })).sort(largestFirst)
  for (const { place } of byFraction.slice(0, left)) shares[place] = (shares[place] ?? 0n) + 1n
  return shares.map((share) => share * sign)
}

interface Placed {
  readonly place: number
  readonly fraction: bigint
}

const largestFirst = (one: Placed, other: Placed): number => {
  if (one.fraction === other.fraction) return one.place - other.place
  return one.fraction > other.fraction ? -1 : 1
}

/** The sum of amounts in pence; of none, 0. */
export function totalOf(amounts: Iterable<bigint>): bigint {
  let sum = 0n
  for (const amount of amounts) sum += amount
  return sum
}

/** What of a part is not paid yet, in pence. */
export const openOf = ({ pence, paid }: { readonly pence: bigint; readonly paid: bigint | null }): bigint => pence - (paid ?? 0n)

/** Equal instalments of a sum: a split too, so that 10,000.03 in four is 2,500.01 three times and 2,500.00. `count` is 1 or more. */
export function instalmentsOf(pence: bigint, count: number): readonly bigint[] {
  return (
    splitPence(
      pence,
      Array.from({ length: count }, () => 1n),
    ) ?? []
  )
}

/** Pence exact as a fraction, to the nearest penny, halves up: what is not negative. The rounding point is the unit that is paid, never the rate. */
export function halfUp(numerator: bigint, denominator: bigint): bigint {
  return (2n * numerator + denominator) / (2n * denominator)
}

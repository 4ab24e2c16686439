/** By what a bid is judged. */
export interface BidCriterion {
  readonly id: string
  readonly title: string
  readonly kind: 'quality' | 'price'
  /** Basis points of the whole: all of a call make 10,000. */
  readonly weight: number
}

/** A bid with its price in pence and its agreed points by criterion of quality; one that is missing is not agreed, which is not nothing. */
export interface ScoredBid {
  readonly id: string
  readonly amount: bigint
  readonly agreed: ReadonlyMap<string, number>
}

/** An exact number of basis points. */
export interface Points {
  readonly over: bigint
  readonly under: bigint
}

/** How a bid came out. */
export interface RankedBid {
  readonly id: string
  /** Undefined: an agreed score is missing. */
  readonly quality: Points | undefined
  readonly price: Points
  readonly total: Points | undefined
  /** From 1; those who tie share the better place; undefined: not scored in full. */
  readonly place: number | undefined
  readonly isTied: boolean
}

/**
 * Ranks bids exactly (C8): of each criterion of quality its weight by agreed points of the most that the scale has, of the price its weight by the lowest price among the
 * bids over the own one; nothing is rounded before places are given. The best first, then as they came.
 * @param most - the most points of the scale, above 0
 */
export function rankBids(criteria: readonly BidCriterion[], bids: readonly ScoredBid[], most: number): readonly RankedBid[] {
  const [lowest = 0n] = bids.map(({ amount }) => amount).toSorted((one, other) => (one < other ? -1 : 1))
  const forPrice = BigInt(criteria.filter(({ kind }) => kind === 'price').reduce((sum, { weight }) => sum + weight, 0))
  const judged = criteria.filter(({ kind }) => kind === 'quality')
  const worked = bids.map(({ id, amount, agreed }) => {
    const price = amount === lowest ? { over: forPrice, under: 1n } : { over: forPrice * lowest, under: amount }
    const isWhole = judged.every((criterion) => agreed.has(criterion.id))
    const over = judged.reduce((sum, criterion) => sum + BigInt(criterion.weight) * BigInt(agreed.get(criterion.id) ?? 0), 0n)
    const quality = isWhole ? { over, under: BigInt(most) } : undefined
    return { id, price, quality, total: quality && sumOf(quality, price) }
  })
  return worked
    .map((one) => {
      const { total } = one
      if (total === undefined) return { ...one, place: undefined, isTied: false }
      const others = worked.flatMap((other) => (other.id !== one.id && other.total ? [other.total] : []))
      return {
        ...one,
        place: 1 + others.filter((other) => compare(other, total) > 0).length,
        isTied: others.some((other) => compare(other, total) === 0),
      }
    })
    .toSorted((one, other) => (one.place ?? Number.POSITIVE_INFINITY) - (other.place ?? Number.POSITIVE_INFINITY) || 0)
}

const sumOf = (one: Points, other: Points): Points => ({
  over: one.over * other.under + other.over * one.under,
  under: one.under * other.under,
})
const compare = (one: Points, other: Points): number => {
  const difference = one.over * other.under - other.over * one.under
  return difference > 0n ? 1 : difference < 0n ? -1 : 0
}

/** Points in per cent with two decimals, rounded half up for the eye alone, for example 87.50. */
export function percentOf({ over, under }: Points): string {
  const points = (2n * over + under) / (2n * under)
  return `${points / 100n}.${String(points % 100n).padStart(2, '0')}`
}

/** When a price is marked as abnormally low. */
export interface LowBidRule {
  readonly perCent: number
  readonly others: number
}

/** The bids whose price lies so far below the average of the others, where there are enough of them; they are marked, and never refused by that alone (C8). */
export function abnormallyLow(bids: readonly Pick<ScoredBid, 'id' | 'amount'>[], rule: LowBidRule | undefined): ReadonlySet<string> {
  if (rule === undefined || bids.length - 1 < rule.others) return new Set()
  const sum = bids.reduce((all, { amount }) => all + amount, 0n)
  const others = BigInt(bids.length - 1)
  return new Set(bids.filter(({ amount }) => amount * 100n * others < BigInt(100 - rule.perCent) * (sum - amount)).map(({ id }) => id))
}

/** What stands between an evaluator and the bids: an interest to declare, the clerk's word on one, or nothing. */
export type EvaluatorState = 'to-declare' | 'to-settle' | 'reads' | 'stands-down' | 'handed-in'

/** What is known of an evaluator of a call. */
export interface EvaluatorFacts {
  readonly declaredOn: Temporal.PlainDate | undefined
  /** '' once declared: none. */
  readonly interest: string
  readonly settled: 'reads' | 'stands-down' | undefined
  readonly handedInAt: Temporal.Instant | undefined
}

/** How an evaluator stands: nobody reads before they declared what interest they have, and with one not before the clerk says that they may (C8). */
export function evaluatorState({ declaredOn, interest, settled, handedInAt }: EvaluatorFacts): EvaluatorState {
  if (settled === 'stands-down') return 'stands-down'
  if (handedInAt) return 'handed-in'
  if (!declaredOn) return 'to-declare'
  return interest === '' || settled === 'reads' ? 'reads' : 'to-settle'
}

const LINE = /^(.{1,200}?)\s*[;:]\s*(\d{1,3})(?:\.(\d{1,2}))?\s*%?$/

/** Reads criteria of quality, one a line as 'What; per cent'; undefined where a line cannot be read. */
export function readCriteria(typed: string): readonly { readonly title: string; readonly weight: number }[] | undefined {
  const lines = typed
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const read = lines.map((line) => {
    const [, title, whole, part = ''] = LINE.exec(line) ?? []
    return title === undefined ? undefined : { title, weight: Number(whole) * 100 + Number(part.padEnd(2, '0')) }
  })
  return read.every((one) => one !== undefined) ? read : undefined
}

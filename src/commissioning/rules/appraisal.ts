/** What options are appraised by: a whole weight of at least 1; the weights may have any sum. */
export interface Criterion {
  readonly id: string
  readonly name: string
  readonly weight: number
}

/** An option with its scores, whole numbers of 0 to 10, by criterion; one that is missing is not scored, which is not 0. */
export interface ScoredOption {
  readonly id: string
  readonly title: string
  readonly scores: ReadonlyMap<string, number>
}

/** How one option came out: the weighted points as an exact fraction, or undefined where a score is missing. */
export interface Appraised {
  readonly id: string
  readonly title: string
  /** Sum of score by weight; to be divided by `weights`. */
  readonly points: number | undefined
  readonly weights: number
  /** Place by points, ties sharing the better one; undefined where it is not scored in full. */
  readonly place: number | undefined
}

/** Who would lead if the weights were other ones. */
export interface WhatIf {
  readonly words: string
  /** Titles of those in the first place; more than one: a tie. */
  readonly leaders: readonly string[]
  readonly changes: boolean
}

/** Appraises options of one question: weighted points in whole numbers, compared exactly, the best first and then as they came. */
export function appraise(criteria: readonly Criterion[], options: readonly ScoredOption[]): readonly Appraised[] {
  const weights = criteria.reduce((sum, { weight }) => sum + weight, 0)
  const counted = options.map(({ id, title, scores }) => {
    const isWhole = weights > 0 && criteria.every((criterion) => scores.has(criterion.id))
    const points = criteria.reduce((sum, criterion) => sum + criterion.weight * (scores.get(criterion.id) ?? 0), 0)
    return { id, title, weights, points: isWhole ? points : undefined }
  })
  const known = counted.flatMap(({ points }) => points ?? [])
  return counted
    .map((one) => ({ ...one, place: one.points === undefined ? undefined : known.filter((other) => other > (one.points ?? 0)).length + 1 }))
    .toSorted((one, other) => (one.place ?? Number.POSITIVE_INFINITY) - (other.place ?? Number.POSITIVE_INFINITY) || 0)
}

/** Points out of 10 to two places, half up, worked in whole numbers: no rounding of weights. */
export function pointsInWords(points: number, weights: number): string {
  const hundredths = Math.floor((points * 200 + weights) / (2 * weights))
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`
}

/**
 * Whether the first place stands if the weights are other ones: all alike, each doubled, each left out (where more than one is left). Nothing where an
 * option is not scored in full, or where there are fewer than two.
 */
export function sensitivity(criteria: readonly Criterion[], options: readonly ScoredOption[]): readonly WhatIf[] {
  const first = leadersOf(criteria, options)
  if (options.length < 2 || first === undefined) return []
  const trials: readonly (readonly [string, readonly Criterion[]])[] = [
    ['All criteria weigh the same', criteria.map((one) => ({ ...one, weight: 1 }))],
    ...criteria.map(
      (one) =>
        [
          `${one.name} weighs twice as much`,
          criteria.map((other) => (other.id === one.id ? { ...other, weight: other.weight * 2 } : other)),
        ] as const,
    ),
    ...(criteria.length < 2 ? [] : criteria.map((one) => [`Without ${one.name}`, criteria.filter(({ id }) => id !== one.id)] as const)),
  ]
  return trials.map(([words, changed]) => {
    const leaders = leadersOf(changed, options) ?? []
    return { words, leaders, changes: leaders.join('\n') !== first.join('\n') }
  })
}

function leadersOf(criteria: readonly Criterion[], options: readonly ScoredOption[]): readonly string[] | undefined {
  const appraised = appraise(criteria, options)
  if (appraised.some(({ place }) => place === undefined)) return undefined
  return appraised.filter(({ place }) => place === 1).map(({ title }) => title)
}

/** A figure of a table or of a tree of areas: which counts it adds up, and whether a number stands there. */
export interface PlainFigure {
  readonly counts: readonly number[]
  readonly isShown: boolean
}

/**
 * The slow and obvious question about hiding: could a hidden figure be another number? Tries numbers for every count, those nearest to the true ones first,
 * and sees whether everything that is shown would still be shown. No arithmetic of hiding, no solving.
 * @param truth - the true counts @param figures - everything that is printed, by the places of the counts it adds up
 * @param asked - the places whose sum is asked about @returns null where it gave up
 */
export function couldBe(
  truth: readonly number[],
  figures: readonly PlainFigure[],
  asked: readonly number[],
  number: number,
): boolean | null {
  const sumOf = (places: readonly number[], counts: readonly number[]) => places.reduce((sum, at) => sum + (counts[at] ?? 0), 0)
  const rules = [
    ...figures.filter(({ isShown }) => isShown).map(({ counts }) => ({ places: counts, sum: sumOf(counts, truth) })),
    { places: asked, sum: number },
  ]
  const fixed = new Set(
    rules.flatMap(({ places, sum }) => (places.length === 1 && places !== asked && sumOf(places, truth) === sum ? places : [])),
  )
  const free = truth.map((_, at) => at).filter((at) => !fixed.has(at))
  // What is asked about first: the rest has to make way for it.
  free.sort((one, other) => Number(asked.includes(other)) - Number(asked.includes(one)))
  const tried = [...truth]
  const known = new Set(truth.map((_, at) => at).filter((at) => !free.includes(at)))
  let steps = 0
  const fits = (at: number): boolean =>
    rules.every(({ places, sum }) => {
      if (!places.includes(at)) return true
      const so = places.reduce((all, place) => all + (known.has(place) ? (tried[place] ?? 0) : 0), 0)
      return so <= sum && (so === sum || places.some((place) => !known.has(place)))
    })
  const go = (depth: number): boolean => {
    const at = free[depth]
    if (at === undefined) return rules.every(({ places, sum }) => sumOf(places, tried) === sum)
    const own = truth[at] ?? 0
    known.add(at)
    for (let away = 0; away <= 16; away += 1)
      for (const value of away === 0 ? [own] : [own + away, own - away]) {
        steps += 1
        if (value < 0 || steps > 400_000) continue
        tried[at] = value
        if (fits(at) && go(depth + 1)) return true
      }
    known.delete(at)
    return false
  }
  return go(0) || (steps > 400_000 ? null : false)
}

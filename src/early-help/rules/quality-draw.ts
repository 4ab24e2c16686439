/** A record from which can be drawn, with what puts it into a stratum. */
export interface FrameLine {
  readonly episode: string
  readonly agency: string
  readonly stage: string
  readonly isClosed: boolean
  readonly isSteppedUp: boolean
  /** Why it cannot be drawn; undefined where it can. */
  readonly leftOut?: string | undefined
}

/** The stratum of a record: its agency, its stage, whether it was closed and whether it was stepped up (E7; handbook of early help 3.6). */
export const stratumOf = ({ agency, stage, isClosed, isSteppedUp }: FrameLine): string =>
  [agency, stage, isClosed ? 'closed' : 'open', isSteppedUp ? 'stepped-up' : 'stays'].join('/')

/**
 * How many are drawn of each stratum: in proportion by the largest remainder, then at least one of each that is not empty, taken from the largest share.
 * All where there are no more than `wanted`; more than `wanted` only where there are more strata. Of equal remainders the larger stratum comes first, then the earlier.
 */
export function allocate(sizes: readonly number[], wanted: number): readonly number[] {
  const all = sizes.reduce((sum, size) => sum + size, 0)
  if (all <= wanted) return [...sizes]
  const shares = sizes.map((size) => Math.floor((size * wanted) / all))
  const left = wanted - shares.reduce((sum, share) => sum + share, 0)
  const byRemainder = sizes
    .map((size, index) => ({ index, size, remainder: (size * wanted) % all }))
    .sort((a, b) => b.remainder - a.remainder || b.size - a.size || a.index - b.index)
  for (const { index } of byRemainder.slice(0, left)) shares[index] = (shares[index] ?? 0) + 1
  for (const [index, size] of sizes.entries()) {
    if (size === 0 || (shares[index] ?? 0) > 0) continue
    const most = shares.indexOf(Math.max(...shares))
    if ((shares[most] ?? 0) > 1) shares[most] = (shares[most] ?? 0) - 1
    shares[index] = 1
  }
  return shares
}

/** Numbers from 0 to below 1 that follow from a seed, the same everywhere (mulberry32). */
function fromSeed(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** All of a frame in the order in which a seed draws them, stratum by stratum: the first of each are drawn, the next replaces one that is put aside. */
export function orderBySeed(frame: readonly FrameLine[], seed: number): ReadonlyMap<string, readonly string[]> {
  const strata = new Map<string, string[]>()
  for (const line of [...frame].filter(({ leftOut }) => leftOut === undefined).sort((a, b) => (a.episode < b.episode ? -1 : 1))) {
    const stratum = stratumOf(line)
    strata.set(stratum, [...(strata.get(stratum) ?? []), line.episode])
  }
  const next = fromSeed(seed)
  const sorted = [...strata].sort(([a], [b]) => (a < b ? -1 : 1))
  for (const [, ids] of sorted)
    for (let last = ids.length - 1; last > 0; last -= 1) {
      const other = Math.floor(next() * (last + 1))
      const [a, b] = [ids[last] ?? '', ids[other] ?? '']
      ids[last] = b
      ids[other] = a
    }
  return new Map(sorted)
}

/** Draws: the same frame, seed and number give the same records in the same order, wherever and by whomever it is repeated. */
export function drawSample(frame: readonly FrameLine[], seed: number, wanted: number): readonly string[] {
  const strata = [...orderBySeed(frame, seed).values()]
  const shares = allocate(
    strata.map(({ length }) => length),
    wanted,
  )
  return strata.flatMap((ids, index) => ids.slice(0, shares[index] ?? 0))
}

/** Who replaces a record that is put aside: the next of its stratum by the seed, else the next of any; undefined where none is left. */
export function replacementFor(frame: readonly FrameLine[], seed: number, drawn: ReadonlySet<string>, aside: string): string | undefined {
  const strata = [...orderBySeed(frame, seed).values()]
  const own = strata.find((ids) => ids.includes(aside)) ?? []
  return [...own, ...strata.flat()].find((id) => !drawn.has(id))
}

/** The frame as one text, line by line, of which the hash is kept. */
export function frameText(frame: readonly FrameLine[]): string {
  return [...frame]
    .sort((a, b) => (a.episode < b.episode ? -1 : 1))
    .map((line) => [line.episode, stratumOf(line), line.leftOut ?? ''].join('|'))
    .join('\n')
}

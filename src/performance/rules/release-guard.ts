import { rangesOf, type Sum } from './hidden-ranges.ts'
import { publishedOf } from './published.ts'
import type { Release, ReleasedCell, Structure } from './releases.ts'
import type { SmallNumberMethod } from './small-numbers.ts'

/** The version of this guard, kept with what it decided. */
export const GUARD_VERSION = '1'

/** Beyond so many unknowns at once nothing is worked out any more, and what is new is held back. */
const LARGEST = 800

/** More figures than these at once are not hidden one by one: the release is held back. */
const MOST_TRIED = 40

/** What may leave the house of a release: all of it, less of it, or nothing yet. */
export type Guarded =
  | { readonly outcome: 'alone'; readonly hidden: ReadonlySet<ReleasedCell> }
  | { readonly outcome: 'more-hidden'; readonly hidden: ReadonlySet<ReleasedCell> }
  | { readonly outcome: 'held-back'; readonly because: 'would-tell' | 'too-large' }

/** Sums that share an unknown, and so are solved together. */
function partsOf(sums: readonly Sum[]): readonly (readonly Sum[])[] {
  const leader = new Map<string, string>()
  const find = (name: string): string => {
    let at = name
    while (leader.has(at)) at = leader.get(at) ?? at
    return at
  }
  for (const { terms } of sums) {
    const [first = '', ...others] = terms.keys()
    for (const other of others) {
      const [one, two] = [find(first), find(other)]
      if (one !== two) leader.set(one, two)
    }
  }
  return [...Map.groupBy(sums, ({ terms }) => find([...terms.keys()][0] ?? '')).values()]
}

/**
 * The small counts that whoever solves everything published comes too near: they are known to be small, or known within the threshold.
 * @returns null where there is too much to solve, or it contradicts itself
 */
export function exposedBy(
  releases: readonly Release[],
  structure: Structure,
  method: SmallNumberMethod,
  isAcross = true,
): ReadonlySet<string> | null {
  const { sums, sensitive } = publishedOf(releases, structure, method, isAcross)
  const exposed = new Set<string>()
  for (const part of partsOf(sums)) {
    const names = new Set(part.flatMap(({ terms }) => [...terms.keys()]))
    const wanted = sensitive.filter((one) => names.has(one))
    if (wanted.length === 0) continue
    if (names.size > LARGEST) return null
    const ranges = rangesOf(part, wanted, 2 * method.threshold + 1)
    // Figures of different days may contradict each other stretch by stretch: then each split is read for its own period alone.
    if (ranges === null) return isAcross ? exposedBy(releases, structure, method, false) : null
    for (const [name, { least, most }] of ranges) {
      const isNothing = most === 0 && !method.hidesZeros
      const isFar = least > method.threshold || (most > method.threshold && most - least >= method.threshold)
      if (!isNothing && !isFar) exposed.add(name)
    }
  }
  return exposed
}

function withHidden(release: Release, hidden: ReadonlySet<ReleasedCell>): Release {
  return { ...release, cells: release.cells.map((one) => (hidden.has(one) ? { ...one, isShown: false } : one)) }
}

/** What hiding a figure loses: its count; a figure of the whole far more than one of a part. */
function lossOf({ cell, counts }: ReleasedCell): number {
  const isWhole = cell.area === null && cell.dimension === ''
  return (counts.reduce((sum, count) => sum + count, 1) + 1) * (isWhole ? 1_000 : 1)
}

/**
 * Checks a release against everything that was published of its measure before (I6): an attacker solves all of it together. Where he would come near a small
 * count, more of the release is hidden, that which loses least first. Where nothing would be left to show, the release is held back.
 * What was told by earlier releases alone is not laid on this one.
 */
export function guardRelease(before: readonly Release[], release: Release, structure: Structure, method: SmallNumberMethod): Guarded {
  const shown = release.cells.filter(({ isShown }) => isShown).toSorted((one, other) => lossOf(one) - lossOf(other))
  if (before.length === 0 && release.cells.length === 1) return { outcome: 'alone', hidden: new Set() }
  if (shown.length > MOST_TRIED) return { outcome: 'held-back', because: 'too-large' }
  const toldAlready = exposedBy([...before, withHidden(release, new Set(shown))], structure, method)
  if (toldAlready === null) return { outcome: 'held-back', because: 'too-large' }
  // What was shown earlier tells a count that only this release brings: then not even a mark is put there.
  const toldBefore = exposedBy(before, structure, method)
  if ([...toldAlready].some((one) => !toldBefore?.has(one))) return { outcome: 'held-back', because: 'would-tell' }
  if (shown.length === 0) return { outcome: 'alone', hidden: new Set() }
  const toldBy = (hidden: ReadonlySet<ReleasedCell>): number => {
    const exposed = exposedBy([...before, withHidden(release, hidden)], structure, method)
    return exposed === null ? Number.POSITIVE_INFINITY : [...exposed].filter((one) => !toldAlready.has(one)).length
  }
  const hidden = new Set<ReleasedCell>()
  let told = toldBy(hidden)
  if (told === Number.POSITIVE_INFINITY) return { outcome: 'held-back', because: 'too-large' }
  while (told > 0) {
    const tried = shown.filter((one) => !hidden.has(one)).map((one) => ({ one, told: toldBy(new Set([...hidden, one])) }))
    const [best] = tried.toSorted((one, other) => one.told - other.told)
    if (best === undefined) break
    hidden.add(best.one)
    told = best.told
  }
  if (hidden.size === shown.length) return { outcome: 'held-back', because: 'would-tell' }
  return { outcome: hidden.size === 0 ? 'alone' : 'more-hidden', hidden }
}

import { type MapBody, type MapRelation, upwardKinds } from './arrangement.ts'

/** Where a body stands in the grid of the picture: rows from the top, columns from the left, both from 0. */
export interface Place {
  readonly id: string
  readonly tier: number
  readonly row: number
  readonly column: number
}

/** Rounds of putting bodies nearer to those they relate to; more change nothing in pictures of 60 bodies. */
const ROUNDS = 12

/**
 * Places bodies in a grid: a tier takes one row or several, and within it bodies stand near those they relate to, so that few lines cross.
 * The same input gives the same places. Bodies without a tier are left out.
 * @param columns - from 1
 */
export function placesOf(
  bodies: readonly MapBody[],
  relations: readonly MapRelation[],
  tiers: ReadonlyMap<string, number>,
  columns: number,
): readonly Place[] {
  const near = neighboursOf(relations)
  const drawn = bodies.filter(({ id }) => tiers.has(id)).toSorted((a, b) => compare(a.label, b.label) || compare(a.id, b.id))
  const used = [...new Set(drawn.map(({ id }) => tiers.get(id) ?? 0))].toSorted((a, b) => a - b)
  let order: readonly (readonly string[])[] = used.map((tier) => drawn.filter(({ id }) => tiers.get(id) === tier).map(({ id }) => id))
  let best = inGrid(order, used, near, columns)
  for (let round = 0; round < ROUNDS; round += 1) {
    order = nearer(order, best, near, round % 2 === 0)
    const next = inGrid(order, used, near, columns)
    if (lengthOf(next, near) < lengthOf(best, near)) best = next
  }
  return best
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

interface Tie {
  readonly other: string
  /** Lines of accountability pull harder than those beside them. */
  readonly weight: number
}
type Neighbours = ReadonlyMap<string, readonly Tie[]>

function neighboursOf(relations: readonly MapRelation[]): Neighbours {
  const near = new Map<string, Tie[]>()
  for (const { from, to, kind } of relations) {
    const weight = upwardKinds.includes(kind) ? 3 : 1
    near.set(from, [...(near.get(from) ?? []), { other: to, weight }])
    near.set(to, [...(near.get(to) ?? []), { other: from, weight }])
  }
  return near
}

/** The column that a body would like: the weighted middle of those it relates to in other rows; undefined where there are none. */
function wished(id: string, at: ReadonlyMap<string, Place>, near: Neighbours): number | undefined {
  const own = at.get(id)
  const pulls = (near.get(id) ?? []).flatMap(({ other, weight }) => {
    const place = at.get(other)
    return place === undefined || place.row === own?.row ? [] : [{ column: place.column, weight }]
  })
  const weight = pulls.reduce((sum, pull) => sum + pull.weight, 0)
  return weight === 0 ? undefined : pulls.reduce((sum, pull) => sum + pull.column * pull.weight, 0) / weight
}

function nearer(
  order: readonly (readonly string[])[],
  places: readonly Place[],
  near: Neighbours,
  downwards: boolean,
): (readonly string[])[] {
  const at = new Map(places.map((place) => [place.id, place]))
  const sorted = order.map((ids) => {
    const wish = new Map(ids.map((id, index) => [id, wished(id, at, near) ?? at.get(id)?.column ?? index]))
    return ids.toSorted((a, b) => (wish.get(a) ?? 0) - (wish.get(b) ?? 0) || ids.indexOf(a) - ids.indexOf(b))
  })
  // Moving every other tier at a time keeps two tiers from running after one another.
  return sorted.map((ids, index) => ((index % 2 === 0) === downwards ? ids : (order[index] ?? ids)))
}

function inGrid(order: readonly (readonly string[])[], tiers: readonly number[], near: Neighbours, columns: number): readonly Place[] {
  const places: Place[] = []
  let row = 0
  for (const [index, ids] of order.entries()) {
    const rows = Math.max(1, Math.ceil(ids.length / columns))
    const perRow = Math.ceil(ids.length / rows)
    for (let from = 0; from < ids.length; from += perRow) {
      const inRow = ids.slice(from, from + perRow)
      const at = new Map(places.map((place) => [place.id, place]))
      const spread = columns / inRow.length
      const wishes = inRow.map((id, position) => wished(id, at, near) ?? (position + 0.5) * spread - 0.5)
      const found = columnsFor(wishes, columns)
      for (const [position, id] of inRow.entries()) places.push({ id, tier: tiers[index] ?? 0, row, column: found[position] ?? position })
      row += 1
    }
  }
  return places
}

/** Rising columns that are together nearest to those wished for. */
function columnsFor(wishes: readonly number[], columns: number): readonly number[] {
  // best[c] is the cheapest way to place the wishes so far with the last one in a column up to c.
  let best: readonly { readonly cost: number; readonly way: readonly number[] }[] = Array.from({ length: columns + 1 }, () => ({
    cost: 0,
    way: [],
  }))
  for (const wish of wishes) {
    const next: { cost: number; way: readonly number[] }[] = [{ cost: Number.POSITIVE_INFINITY, way: [] }]
    for (let column = 0; column < columns; column += 1) {
      const before = best[column]
      const skip = next[column]
      const cost = (before?.cost ?? Number.POSITIVE_INFINITY) + Math.abs(column - wish)
      next.push(skip !== undefined && skip.cost <= cost ? skip : { cost, way: [...(before?.way ?? []), column] })
    }
    best = next
  }
  return best.at(-1)?.way ?? []
}

function lengthOf(places: readonly Place[], near: Neighbours): number {
  const at = new Map(places.map((place) => [place.id, place]))
  let length = 0
  for (const { id, column, row } of places)
    for (const { other, weight } of near.get(id) ?? []) {
      const to = at.get(other)
      if (to) length += weight * (Math.abs(to.column - column) + 0.4 * Math.abs(to.row - row))
    }
  return length
}

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
/** Rounds of exchanging bodies of a tier. */
const PASSES = 8

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
  return settled(best, near, columns)
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
  // Sums of fractions depend on their order in the last digit, and places that are equally good on that digit.
  for (const { from, to, kind } of relations.toSorted((a, b) => compare(a.id, b.id))) {
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

/** Exchanges bodies of one tier, or moves one to a free cell of it, as long as that makes lines shorter. */
function settled(places: readonly Place[], near: Neighbours, columns: number): readonly Place[] {
  const at = new Map(places.map((place) => [place.id, place]))
  const ids = places.map(({ id }) => id)
  for (let pass = 0, isBetter = true; pass < PASSES && isBetter; pass += 1) {
    isBetter = false
    for (const [index, id] of ids.entries()) {
      const own = at.get(id)
      if (own === undefined) continue
      const free = freeCells(own, at, columns).map((cell) => ({ cell, other: undefined }))
      const taken = ids.slice(index + 1).flatMap((other) => {
        const cell = at.get(other)
        return cell?.tier === own.tier ? [{ cell, other }] : []
      })
      for (const { cell, other } of [...taken, ...free]) {
        const here = at.get(id) ?? own
        const moved = other === undefined ? [id] : [id, other]
        const before = moved.reduce((sum, one) => sum + reachOf(one, at, near), 0)
        put(at, id, cell)
        if (other !== undefined) put(at, other, here)
        if (moved.reduce((sum, one) => sum + reachOf(one, at, near), 0) < before - 1e-9) {
          isBetter = true
          break
        }
        put(at, id, here)
        if (other !== undefined) put(at, other, cell)
      }
    }
  }
  return ids.flatMap((id) => at.get(id) ?? []).toSorted((a, b) => a.row - b.row || a.column - b.column)
}

function put(at: Map<string, Place>, id: string, { tier, row, column }: Place): void {
  at.set(id, { id, tier, row, column })
}

function freeCells(own: Place, at: ReadonlyMap<string, Place>, columns: number): readonly Place[] {
  const inTier = [...at.values()].filter(({ tier }) => tier === own.tier)
  const rows = [...new Set(inTier.map(({ row }) => row))].toSorted((a, b) => a - b)
  // A row is never left empty.
  const mayLeave = inTier.filter(({ row }) => row === own.row).length > 1
  return rows.flatMap((row) =>
    Array.from({ length: columns }, (_, column) => ({ ...own, row, column })).filter(
      (cell) => (mayLeave || row === own.row) && !inTier.some((place) => place.row === row && place.column === cell.column),
    ),
  )
}

/** How far a body stands from those it relates to; a line that must pass a row counts more than one that runs sideways. */
function reachOf(id: string, at: ReadonlyMap<string, Place>, near: Neighbours): number {
  const own = at.get(id)
  if (own === undefined) return 0
  return (near.get(id) ?? []).reduce((sum, { other, weight }) => {
    const to = at.get(other)
    if (to === undefined) return sum
    const passed = Math.max(0, Math.abs(to.row - own.row) - 1)
    return sum + weight * (Math.abs(to.column - own.column) + 0.7 * passed)
  }, 0)
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

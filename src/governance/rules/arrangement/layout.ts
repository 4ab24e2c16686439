import type { MapBody, MapRelation } from './arrangement.ts'
import { labelLines } from './label-lines.ts'
import { lanesOf } from './lanes.ts'
import { netsOf } from './nets.ts'
import type { Band, BodyBox, Picture } from './picture.ts'
import { type Place, placesOf } from './places.ts'
import { routeOf } from './route.ts'

/** Sizes of the picture, in CSS pixels. */
export interface Sizes {
  /** How many boxes stand side by side at most, from 1. */
  readonly columns: number
  readonly boxWidth: number
  /** Size of the letters in a box. */
  readonly letters: number
  /** What stands left of the boxes, for the names of the tiers. */
  readonly margin: number
}

/** The sizes of the page: six boxes fit a workspace of 1180 pixels. */
export const pageSizes: Sizes = { columns: 6, boxWidth: 146, letters: 14, margin: 58 }

/** Height of a line of a label and of what stands below it in a box, and the padding of a box. */
const LINE = 18
const CAPTION = 18
const PADDING = 20
const GAP = 22
const LANE = 11
const MOST_LINES = 4

/**
 * Draws the arrangement: bodies as boxes in tiers, relations as lines that run between the boxes and never through one.
 * The same input gives the same picture. Bodies without a tier and relations to them are left out; the text beneath the picture tells them.
 */
export function drawArrangement(
  bodies: readonly MapBody[],
  relations: readonly MapRelation[],
  tiers: ReadonlyMap<string, number>,
  sizes: Sizes = pageSizes,
): Picture {
  const widest = Math.max(1, ...[...countsOf(bodies, tiers).values()])
  const columns = Math.min(sizes.columns, widest)
  const places = placesOf(bodies, relations, tiers, columns)
  const nets = netsOf(relations, places)
  const { lanes, tracks } = lanesOf(nets, columns)
  const gaps = tracks.map((count, gap) =>
    gap === 0 || gap === columns ? (count === 0 ? 4 : 14 + count * LANE) : Math.max(GAP, 16 + count * LANE),
  )
  const columnAt = (column: number): number =>
    sizes.margin + gaps.slice(0, column + 1).reduce((sum, gap) => sum + gap, 0) + column * sizes.boxWidth
  const laneAt = (net: number): number | undefined => {
    const lane = lanes.get(net)
    if (lane === undefined) return undefined
    const left = columnAt(lane.gap) - (gaps[lane.gap] ?? 0)
    const room = gaps[lane.gap] ?? 0
    return left + room / 2 + (lane.track - ((tracks[lane.gap] ?? 1) - 1) / 2) * LANE
  }
  const labels = new Map(bodies.map(({ id, label }) => [id, labelLines(label, sizes.boxWidth - 22, sizes.letters, MOST_LINES)]))
  const rowHeights = heightsOf(places, labels)
  const routed = routeOf({ nets, rowHeights, columns, boxWidth: sizes.boxWidth, columnAt, laneAt })
  const boxes = places.map(({ id, tier, row, column }): BodyBox => {
    const y = routed.rowAt(row)
    return { id, tier, lines: labels.get(id) ?? [], x: columnAt(column), y, width: sizes.boxWidth, height: rowHeights[row] ?? 0 }
  })
  const width = columnAt(columns - 1) + sizes.boxWidth + (gaps[columns] ?? 0)
  return { width, height: routed.height, boxes, lines: routed.lines, bands: bandsOf(boxes, width) }
}

function countsOf(bodies: readonly MapBody[], tiers: ReadonlyMap<string, number>): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (const { id } of bodies) {
    const tier = tiers.get(id)
    if (tier !== undefined) counts.set(tier, (counts.get(tier) ?? 0) + 1)
  }
  return counts
}

function heightsOf(places: readonly Place[], labels: ReadonlyMap<string, readonly string[]>): readonly number[] {
  const rows = places.length === 0 ? 0 : 1 + Math.max(...places.map(({ row }) => row))
  return Array.from({ length: rows }, (_, row) => {
    const lines = places.filter((place) => place.row === row).map(({ id }) => labels.get(id)?.length ?? 1)
    return PADDING + CAPTION + LINE * Math.max(2, ...lines)
  })
}

function bandsOf(boxes: readonly BodyBox[], width: number): readonly Band[] {
  const tiers = [...new Set(boxes.map(({ tier }) => tier))].toSorted((a, b) => a - b)
  return tiers.map((tier) => {
    const own = boxes.filter((box) => box.tier === tier)
    const top = Math.min(...own.map(({ y }) => y))
    return { tier, x: 0, y: top, width, height: Math.max(...own.map(({ y, height }) => y + height)) - top }
  })
}

import type { Box } from '../pdf/outside/pdf-objects.ts'

/** Six numbers that move, turn and stretch, as PDF writes them. */
export type Matrix = readonly [number, number, number, number, number, number]
/** Red, green and blue from 0 to 255; undefined for a pattern or anything else that is not one plain colour. */
export type Colour = readonly [number, number, number] | undefined

/** What is set at a moment of painting a page. */
export interface PaintState {
  matrix: Matrix
  /** The rectangle outside of which nothing is painted; undefined for none. */
  clip: Box | undefined
  /** False where the clip is of another shape, inside that rectangle. */
  clipIsBox: boolean
  fill: Colour
  stroke: Colour
  fillAlpha: number
  /** Alpha of the groups around. */
  groupAlpha: number
  /** Whether what is painted lets through what is beneath: a mask or a blending of colours. */
  seeThrough: boolean
  lineWidth: number
  /** 0 fills letters, 1 strokes them, 2 does both, 3 shows nothing; 4 to 7 the same, as a clip. */
  textMode: number
  fontSize: number
  /** Units of a glyph's width; a thousandth for all but fonts that are drawings. */
  fontUnit: number
  /** True for fonts whose letters bring their own colours. */
  fontIsDrawn: boolean
  letterSpace: number
  wordSpace: number
  /** 1 for letters of usual width. */
  stretch: number
  leading: number
  rise: number
  textMatrix: Matrix
  x: number
  y: number
  lineX: number
  lineY: number
}

const still: Matrix = [1, 0, 0, 1, 0, 0]

/** What is set before anything is painted. */
export function firstState(): PaintState {
  return {
    matrix: still,
    clip: undefined,
    clipIsBox: true,
    fill: [0, 0, 0],
    stroke: [0, 0, 0],
    fillAlpha: 1,
    groupAlpha: 1,
    seeThrough: false,
    lineWidth: 1,
    textMode: 0,
    fontSize: 0,
    fontUnit: 0.001,
    fontIsDrawn: false,
    letterSpace: 0,
    wordSpace: 0,
    stretch: 1,
    leading: 0,
    rise: 0,
    textMatrix: still,
    x: 0,
    y: 0,
    lineX: 0,
    lineY: 0,
  }
}

/** First `inner`, then `outer`. */
export function times(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer
  const [g, h, i, j, k, l] = inner
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

/** Where a point comes to lie. */
export function placed([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f]
}

/** The rectangle around a rectangle that was moved. */
export function placedBox(matrix: Matrix, { x, y, width, height }: Box): Box {
  return around([placed(matrix, x, y), placed(matrix, x + width, y), placed(matrix, x, y + height), placed(matrix, x + width, y + height)])
}

/** The rectangle around points; at 0 where there are none. */
export function around(points: readonly (readonly [number, number])[]): Box {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  if (points.length === 0) return { x: 0, y: 0, width: 0, height: 0 }
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
}

/** Whether a rectangle is still one, and not a diamond, after it was moved. */
export function staysUpright([a, b, c, d]: Matrix): boolean {
  const small = 1e-3 * (Math.abs(a) + Math.abs(b) + Math.abs(c) + Math.abs(d))
  return (Math.abs(b) <= small && Math.abs(c) <= small) || (Math.abs(a) <= small && Math.abs(d) <= small)
}

/** What two rectangles share; of no size where they do not meet. */
export function shared(one: Box, other: Box | undefined): Box {
  if (!other) return one
  const x = Math.max(one.x, other.x)
  const y = Math.max(one.y, other.y)
  const right = Math.min(one.x + one.width, other.x + other.width)
  const top = Math.min(one.y + one.height, other.y + other.height)
  return { x, y, width: Math.max(0, right - x), height: Math.max(0, top - y) }
}

/** Whether a point lies in a rectangle. */
export function holds(box: Box, x: number, y: number): boolean {
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height
}

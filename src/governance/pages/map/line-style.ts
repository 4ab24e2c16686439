import type { Point } from '../../rules/arrangement/picture.ts'

/** The head of a line: filled triangle, open arrow, diamond or ring; each kind differs in pattern and head, and colour comes third. */
export type HeadShape = 'triangle' | 'arrow' | 'diamond' | 'ring'

const heads: Readonly<Record<string, HeadShape>> = {
  'accountable-to': 'triangle',
  'reports-to': 'arrow',
  'sub-group-of': 'diamond',
  'formal-consultee-of': 'ring',
  challenges: 'triangle',
  influences: 'arrow',
  'procures-from': 'diamond',
}

/** The head of a kind of relation. */
export function headShape(kind: string): HeadShape {
  return heads[kind] ?? 'arrow'
}

/** The kind as part of a class; a kind of the installation's own is drawn as 'other'. */
export function lineClass(kind: string): string {
  return kind in heads || kind === 'equal-partner-of' ? kind : 'other'
}

/** The path of a head with its tip at the origin, pointing upwards. */
export const headPaths: Readonly<Record<HeadShape, string>> = {
  triangle: 'M0 0 5 10H-5z',
  arrow: 'M-5 9 0 1 5 9',
  diamond: 'M0 0 5 7 0 14-5 7z',
  ring: 'M0 1a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9z',
}

const RADIUS = 6

/** A way as an SVG path with round corners, sharp where other ways join it. Coordinates are rounded to half pixels. */
export function pathOf(way: readonly Point[], joints: readonly Point[]): string {
  const isJoint = (at: Point): boolean => joints.some(({ x, y }) => x === at.x && y === at.y)
  return way
    .map((at, index) => {
      const before = way[index - 1]
      const after = way[index + 1]
      if (before === undefined) return `M${write(at)}`
      if (after === undefined || isJoint(at)) return `L${write(at)}`
      const radius = Math.min(RADIUS, distance(before, at) / 2, distance(at, after) / 2)
      return `L${write(towards(at, before, radius))}Q${write(at)} ${write(towards(at, after, radius))}`
    })
    .join('')
}

const distance = (a: Point, b: Point): number => Math.abs(a.x - b.x) + Math.abs(a.y - b.y)
const write = ({ x, y }: Point): string => `${Math.round(x * 2) / 2} ${Math.round(y * 2) / 2}`

function towards(from: Point, to: Point, length: number): Point {
  return { x: from.x + Math.sign(to.x - from.x) * length, y: from.y + Math.sign(to.y - from.y) * length }
}

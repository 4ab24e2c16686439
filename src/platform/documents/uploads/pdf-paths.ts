import type { Box } from '../pdf/outside/pdf-objects.ts'
import { around } from './pdf-state.ts'

/** A part of a path between two lifts of the pen. */
export interface PathPart {
  readonly box: Box
  /** Whether it is an upright rectangle. */
  readonly isBox: boolean
  /** Whether it is one straight line along the page or across it: a thick one is a bar. */
  readonly isLine: boolean
}

const pointsOf: readonly number[] = [1, 1, 3, 2, 0]

/** The parts of a path as the reader of words writes it: 0 moves, 1 draws a line, 2 and 3 curves, 4 closes; behind each its numbers. */
export function pathParts(path: ArrayLike<number>): readonly PathPart[] {
  const parts: PathPart[] = []
  let points: (readonly [number, number])[] = []
  let straight = true
  const end = (): void => {
    if (points.length > 1) parts.push(partOf(points, straight))
    points = []
    straight = true
  }
  for (let at = 0; at < path.length; ) {
    const code = path[at] ?? 4
    const count = pointsOf[code]
    if (count === undefined) break
    if (code === 0) end()
    if (code === 2 || code === 3) straight = false
    for (let index = 0; index < count; index += 1) points.push([path[at + 1 + 2 * index] ?? 0, path[at + 2 + 2 * index] ?? 0])
    at += 1 + 2 * count
  }
  end()
  return parts
}

function partOf(points: readonly (readonly [number, number])[], straight: boolean): PathPart {
  const box = points.length > 64 ? roughly(points) : around(points)
  const near = 0.02 * Math.max(box.width, box.height, 1e-6)
  const onEdge = points.every(
    ([x, y]) =>
      Math.min(Math.abs(x - box.x), Math.abs(x - box.x - box.width)) <= near &&
      Math.min(Math.abs(y - box.y), Math.abs(y - box.y - box.height)) <= near,
  )
  const corners = new Set(points.map(([x, y]) => `${x - box.x > box.width / 2} ${y - box.y > box.height / 2}`))
  const flat = box.width <= 1e-3 || box.height <= 1e-3
  return { box, isBox: straight && onEdge && corners.size === 4 && points.length <= 6, isLine: straight && flat }
}

/** The same for a path too long to be handed to Math.min at once. */
function roughly(points: readonly (readonly [number, number])[]): Box {
  let [left, bottom, right, top] = [...(points[0] ?? [0, 0]), ...(points[0] ?? [0, 0])] as [number, number, number, number]
  for (const [x, y] of points) {
    left = Math.min(left, x)
    bottom = Math.min(bottom, y)
    right = Math.max(right, x)
    top = Math.max(top, y)
  }
  return { x: left, y: bottom, width: right - left, height: top - bottom }
}

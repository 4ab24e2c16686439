import { line } from 'd3-shape'
import { at, type ChartScales } from './axis.ts'

/** A path through the known values, place by place; it breaks where a value is missing, because nobody knows what was between. */
export function pathThrough(values: readonly (number | null)[], scales: ChartScales): string {
  const draw = line<number | null>(
    (_, index) => at(scales.x(index)),
    (value) => at(scales.y(value ?? 0)),
  ).defined((value) => value !== null)
  return draw([...values]) ?? ''
}

/** A path in steps, each value held over its own place; for what is set period by period. */
export function stepThrough(values: readonly (number | null)[], scales: ChartScales): string {
  const half = (scales.x(1) - scales.x(0)) / 2 || 14
  const steps = values.map((value, index) => {
    if (value === null) return ''
    const [left, right, y] = [at(scales.x(index) - half), at(scales.x(index) + half), at(scales.y(value))]
    return `${(values[index - 1] ?? null) === null ? `M${left} ${y}` : `L${left} ${y}`}H${right}`
  })
  return steps.join('')
}

import { scaleLinear } from 'd3-scale'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { escapeText, rawMarkup } from '../render.ts'
import { at } from './axis.ts'
import { pathThrough } from './lines.ts'
import { markAt, type PointMark } from './marks.tsx'

/** A run of figures, small enough for a cell of a table. */
export interface SparklineProps {
  /** The run in words, read out in place of the drawing: 'From 62% to 68% in 12 months'. */
  readonly words: string
  readonly values: readonly (number | null)[]
  readonly target: number | null
  /** What chance explains; null where that is not known. */
  readonly range: readonly [lower: number, upper: number] | null
  /** What the last known point says. */
  readonly mark: PointMark
}

const WIDTH = 124
const HEIGHT = 34

/** The run of a measure beside its words. It has no table of its own: it stands in the row of one. */
export function Sparkline({ words, values, target, range, mark }: SparklineProps): JSX.Element {
  const known = values.filter((value) => value !== null)
  if (known.length === 0) return rawMarkup(`<span class="gt-missing">${escapeText(words)}</span>`)
  const every = [...known, ...(target === null ? [] : [target]), ...(range ?? [])]
  const y = scaleLinear([Math.min(...every), Math.max(...every)], [HEIGHT - 7, 7])
  if (y.domain()[0] === y.domain()[1]) y.range([HEIGHT / 2, HEIGHT / 2])
  const x = (index: number): number => (values.length > 1 ? 8 + (index * (WIDTH - 16)) / (values.length - 1) : WIDTH / 2)
  const last = values.findLastIndex((value) => value !== null)
  const [top, foot] = range === null ? [0, 0] : [at(y(range[1])), at(y(range[0]))]
  return rawMarkup(
    `<svg class="gt-spark" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="${escapeText(words)}">` +
      (range === null
        ? ''
        : `<rect class="gt-chart__range" x="2" y="${top}" width="${WIDTH - 4}" height="${at(Math.max(1, foot - top))}"/>`) +
      (target === null ? '' : `<path class="gt-chart__target" d="M2 ${at(y(target))}H${WIDTH - 2}"/>`) +
      `<path class="gt-chart__series" d="${pathThrough(values, { x, y })}"/>` +
      `<g class="gt-spark__last" transform="translate(${at(x(last))} ${at(y(values[last] ?? 0))}) scale(0.75)">${markAt(mark, 0, 0)}</g></svg>`,
  )
}

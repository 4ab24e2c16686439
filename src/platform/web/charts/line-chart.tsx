import type { JSX } from 'hono/jsx/jsx-runtime'
import { scalesOf, wideRoom } from './axis.ts'
import { ChartFigure, ChartSvg, type ChartWords } from './figure.tsx'
import { EndLabels, Grid } from './grid.tsx'
import { pathThrough, stepThrough } from './lines.ts'
import { Legend, type LegendEntry } from './marks.tsx'
import { type ChartPoint, Points } from './process-chart.tsx'

/**
 * A line besides the figures themselves, over the same places: a target in steps, the way towards it, what is foreseen, a baseline or a median.
 * Each differs in pattern before it differs in colour.
 */
export interface ChartLine {
  readonly kind: 'target' | 'trajectory' | 'forecast' | 'baseline' | 'median'
  readonly label: string
  readonly values: readonly (number | null)[]
}

/** What a line chart draws: the figures, and at most a few lines beside them. */
export interface LineChartProps {
  readonly words: ChartWords
  readonly description: string
  /** All places of the chart; those to come have neither figure nor gap. */
  readonly points: readonly ChartPoint[]
  readonly lines: readonly ChartLine[]
  readonly tickText: (value: number) => string
  /** The least there can be, 0 for counts; null where there is no least. */
  readonly floor: number | null
  readonly legend?: readonly LegendEntry[] | undefined
}

/** A run of figures with target, trajectory and forecast. */
export function LineChart({ words, description, points, lines, tickText, floor, legend = [] }: LineChartProps): JSX.Element {
  const known = [...points.map(({ value }) => value), ...lines.flatMap(({ values }) => values)].filter((value) => value !== null)
  const scales = scalesOf(wideRoom, points.length, known, floor)
  const labels = lines.flatMap(({ kind, label, values }) => {
    const value = values.findLast((one) => one !== null) ?? null
    return value === null ? [] : [{ kind, text: label, value }]
  })
  return (
    <ChartFigure words={words}>
      <ChartSvg words={words} room={wideRoom} description={description} fromEnd>
        <Grid room={wideRoom} scales={scales} places={points} tickText={tickText} />
        {lines.map(({ kind, values }) => (
          <path
            class={`gt-chart__${kind}`}
            d={kind === 'forecast' || kind === 'trajectory' ? pathThrough(values, scales) : stepThrough(values, scales)}
          />
        ))}
        <Points room={wideRoom} scales={scales} points={points} />
        <EndLabels room={wideRoom} scales={scales} labels={labels} />
      </ChartSvg>
      <Legend entries={legend} />
    </ChartFigure>
  )
}

import { scaleLinear } from 'd3-scale'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { at } from './axis.ts'
import { ChartFigure, ChartSvg, type ChartWords } from './figure.tsx'
import { Legend, type LegendEntry, NamedMark, type PointMark } from './marks.tsx'

/** One place among others: its figure with the interval in which it may lie. */
export interface StripRow {
  readonly label: string
  /** Null where there is no figure to show; `text` says why. */
  readonly value: number | null
  /** The figure as printed, or the words in its place. */
  readonly text: string
  readonly interval: readonly [lower: number, upper: number] | null
  readonly mark: PointMark
  /** True for the place the page is about. */
  readonly own?: boolean | undefined
}

/** A comparison of places. */
export interface DotStripProps {
  readonly words: ChartWords
  readonly description: string
  readonly rows: readonly StripRow[]
  /** What the places are compared with: an upright line each. */
  readonly benchmarks: readonly { readonly label: string; readonly value: number }[]
  readonly tickText: (value: number) => string
  readonly legend?: readonly LegendEntry[] | undefined
}

const ROW = 28
const [LEFT, RIGHT, WIDTH, TOP] = [230, 624, 720, 34]
const DASHES = ['first', 'second', 'third']

/** A row a place: a dot with its interval, and the benchmarks as upright lines through all of them. */
export function DotStrip({ words, description, rows, benchmarks, tickText, legend = [] }: DotStripProps): JSX.Element {
  const values = [
    ...rows.flatMap(({ value, interval }) => (value === null ? [] : [value, ...(interval ?? [])])),
    ...benchmarks.map((one) => one.value),
  ]
  const x = scaleLinear(values.length > 0 ? [Math.min(...values), Math.max(...values)] : [0, 1], [LEFT, RIGHT]).nice(5)
  const height = TOP + rows.length * ROW + 30
  const foot = TOP + rows.length * ROW
  return (
    <ChartFigure words={words}>
      <ChartSvg words={words} room={{ width: WIDTH, height }} description={description}>
        {x.ticks(5).map((tick) => (
          <>
            <line class="gt-chart__grid" x1={at(x(tick))} x2={at(x(tick))} y1={TOP} y2={foot} />
            <text class="gt-chart__tick" x={at(x(tick))} y={foot + 20} text-anchor="middle">
              {tickText(tick)}
            </text>
          </>
        ))}
        {benchmarks.map(({ label, value }, index) => (
          <>
            <line
              class={`gt-chart__benchmark gt-chart__benchmark--${DASHES[index] ?? 'third'}`}
              x1={at(x(value))}
              x2={at(x(value))}
              y1={TOP - 4}
              y2={foot}
            />
            <text
              class="gt-chart__tick"
              x={at(x(value))}
              y={index % 2 === 0 ? 12 : 26}
              text-anchor={x(value) > RIGHT - 60 ? 'end' : 'middle'}
            >
              {label}
            </text>
          </>
        ))}
        {rows.map((row, index) => (
          <Row row={row} y={TOP + index * ROW + ROW / 2} x={x} />
        ))}
      </ChartSvg>
      <Legend entries={legend} />
    </ChartFigure>
  )
}

function Row({ row, y, x }: { readonly row: StripRow; readonly y: number; readonly x: (value: number) => number }): JSX.Element {
  const { label, value, text, interval, mark, own } = row
  return (
    <>
      <text class={own ? 'gt-chart__row gt-chart__row--own' : 'gt-chart__row'} x={LEFT - 14} y={y} dy="0.33em" text-anchor="end">
        {label}
      </text>
      {interval && <line class="gt-chart__interval" x1={at(x(interval[0]))} x2={at(x(interval[1]))} y1={y} y2={y} />}
      {value !== null && <NamedMark mark={mark} x={x(value)} y={y} name={`${label}: ${text}`} />}
      <text class={value === null ? 'gt-chart__tick' : 'gt-chart__row'} x={RIGHT + 14} y={y} dy="0.33em">
        {text}
      </text>
    </>
  )
}

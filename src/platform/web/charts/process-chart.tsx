import type { JSX } from 'hono/jsx/jsx-runtime'
import { at, type ChartPlace, type ChartRoom, type ChartScales, scalesOf, wideRoom } from './axis.ts'
import { ChartFigure, ChartSvg, type ChartWords } from './figure.tsx'
import { type ChartGap, type EndLabel, EndLabels, Gaps, Grid } from './grid.tsx'
import { pathThrough, stepThrough } from './lines.ts'
import { Legend, type LegendEntry, NamedMark, type PointMark } from './marks.tsx'

/** One period of a chart: its figure and what that figure says, or what stands in its place. */
export interface ChartPoint extends ChartPlace {
  /** Null where there is no figure to show. */
  readonly value: number | null
  /** The point in words: 'January 2014: 59.96%, expected variation'. */
  readonly name: string
  readonly mark: PointMark
  /** True where the figure may still change. */
  readonly hollow?: boolean | undefined
  /** What stands at the foot where there is no figure. */
  readonly gap?: ChartGap | undefined
  /** A letter above the point that leads to a note in the table. */
  readonly note?: string | undefined
}

/** A stretch of the chart with limits of its own. */
export interface ChartSection {
  /** Its first place, and the first behind it. */
  readonly from: number
  readonly to: number
  readonly mean: number
  readonly lower: number
  readonly upper: number
}

/** What an XmR chart draws. All values are numbers of one unit. */
export interface ProcessChartProps {
  readonly words: ChartWords
  readonly description: string
  readonly points: readonly ChartPoint[]
  readonly sections: readonly ChartSection[]
  /** What each place should reach; null where nothing is set. */
  readonly target: readonly (number | null)[]
  /** Labels of the lines at their right end. */
  readonly labels: readonly EndLabel[]
  readonly tickText: (value: number) => string
  /** The least there can be, 0 for counts: the axis goes no lower; null where there is no least. */
  readonly floor: number | null
  readonly legend: readonly LegendEntry[]
}

/** A process behaviour chart (XmR): points with what they say, mean and limits of each section, and the target. */
export function ProcessChart(props: ProcessChartProps): JSX.Element {
  const { words, points, sections, target } = props
  const room = wideRoom
  const values = [
    ...points.flatMap(({ value }) => (value === null ? [] : [value])),
    ...sections.flatMap(({ lower, upper, mean }) => [lower, upper, mean]),
    ...target.filter((value) => value !== null),
  ]
  const scales = scalesOf(room, points.length, values, props.floor)
  return (
    <ChartFigure words={words}>
      <ChartSvg words={words} room={room} description={props.description} fromEnd>
        <Grid room={room} scales={scales} places={points} tickText={props.tickText} />
        {sections.map((section) => (
          <Limits room={room} scales={scales} section={section} count={points.length} />
        ))}
        <path class="gt-chart__target" d={stepThrough(target, scales)} />
        <Points room={room} scales={scales} points={points} />
        <EndLabels room={room} scales={scales} labels={props.labels} />
      </ChartSvg>
      <Legend entries={props.legend} />
    </ChartFigure>
  )
}

interface Laid {
  readonly room: ChartRoom
  readonly scales: ChartScales
}

function Limits({ room, scales, section, count }: Laid & { readonly section: ChartSection; readonly count: number }): JSX.Element {
  const half = count > 1 ? (scales.x(1) - scales.x(0)) / 2 : 14
  const left = section.from === 0 ? room.left : at(scales.x(section.from) - half)
  const right = section.to >= count ? room.width - room.right : at(scales.x(section.to - 1) + half)
  const foot = room.height - room.bottom
  const [upper, lower] = [at(scales.y(section.upper)), at(Math.min(foot, scales.y(section.lower)))]
  return (
    <>
      <rect class="gt-chart__range" x={left} y={upper} width={at(right - left)} height={at(Math.max(0, lower - upper))} />
      <line class="gt-chart__limit" x1={left} x2={right} y1={upper} y2={upper} />
      {scales.y(section.lower) <= foot + 0.5 && <line class="gt-chart__limit" x1={left} x2={right} y1={lower} y2={lower} />}
      <line class="gt-chart__mean" x1={left} x2={right} y1={at(scales.y(section.mean))} y2={at(scales.y(section.mean))} />
      {section.from > 0 && <line class="gt-chart__rebase" x1={left} x2={left} y1={room.top - 8} y2={foot} />}
    </>
  )
}

/** The line through the known points, the points themselves, and marks where there is none. */
export function Points({ room, scales, points }: Laid & { readonly points: readonly ChartPoint[] }): JSX.Element {
  return (
    <>
      <path
        class="gt-chart__series"
        d={pathThrough(
          points.map(({ value }) => value),
          scales,
        )}
      />
      <Gaps room={room} scales={scales} gaps={points.map(({ value, gap }) => (value === null ? (gap ?? null) : null))} />
      {points.map(({ value, name, mark, hollow, note }, index) => {
        if (value === null) return null
        const [x, y] = [scales.x(index), scales.y(value)]
        return (
          <>
            <NamedMark mark={mark} x={x} y={y} name={name} hollow={hollow} />
            {note && (
              <text class="gt-chart__note" x={at(x)} y={at(y - 12)} text-anchor="middle">
                {note}
              </text>
            )}
          </>
        )
      })}
    </>
  )
}

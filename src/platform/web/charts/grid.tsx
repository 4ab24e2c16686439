import type { JSX } from 'hono/jsx/jsx-runtime'
import { apart, at, type ChartPlace, type ChartRoom, type ChartScales, namedPlaces } from './axis.ts'

/** The lines of the values and the names of the places. */
export function Grid(props: {
  readonly room: ChartRoom
  readonly scales: ChartScales
  readonly places: readonly ChartPlace[]
  /** Words for a value on the axis: '60%'. */
  readonly tickText: (value: number) => string
}): JSX.Element {
  const { room, scales, places, tickText } = props
  const right = room.width - room.right
  return (
    <>
      {scales.y.ticks(5).map((value) => (
        <>
          <line class="gt-chart__grid" x1={room.left} x2={right} y1={at(scales.y(value))} y2={at(scales.y(value))} />
          <text class="gt-chart__tick" x={room.left - 9} y={at(scales.y(value))} dy="0.33em" text-anchor="end">
            {tickText(value)}
          </text>
        </>
      ))}
      {namedPlaces(places.length, 7).map((index) => (
        <text class="gt-chart__tick" x={at(scales.x(index))} y={room.height - 10} text-anchor="middle">
          {places[index]?.tick ?? ''}
        </text>
      ))}
    </>
  )
}

/** A line's label at its right end. */
export interface EndLabel {
  readonly text: string
  /** The value it stands at. */
  readonly value: number
  readonly kind: string
}

/** Labels where their lines end, moved apart so that none covers another. */
export function EndLabels(props: {
  readonly room: ChartRoom
  readonly scales: ChartScales
  readonly labels: readonly EndLabel[]
}): JSX.Element {
  const { room, scales, labels } = props
  const [low, high] = [room.top + 2, room.height - room.bottom]
  const places = apart(
    labels.map(({ value }) => scales.y(value)),
    16,
    low,
    high,
  )
  return (
    <>
      {labels.map(({ text, kind }, index) => (
        <text class={`gt-chart__label gt-chart__label--${kind}`} x={room.width - room.right + 8} y={at(places[index] ?? low)} dy="0.33em">
          {text}
        </text>
      ))}
    </>
  )
}

/** What stands at a place that has no figure: a short mark at the foot, with its words. */
export interface ChartGap {
  /** One or two characters: 'c' is suppressed, 'x' is missing. */
  readonly mark: string
  readonly name: string
}

/** The marks of places without a figure. They stand at the foot, whatever the figure would have been. */
export function Gaps(props: {
  readonly room: ChartRoom
  readonly scales: ChartScales
  readonly gaps: readonly (ChartGap | null)[]
}): JSX.Element {
  const { room, scales, gaps } = props
  return (
    <>
      {gaps.map((gap, index) =>
        gap === null ? null : (
          <g>
            <text class="gt-chart__gap" x={at(scales.x(index))} y={room.height - room.bottom - 5} text-anchor="middle">
              {gap.mark}
            </text>
          </g>
        ),
      )}
    </>
  )
}

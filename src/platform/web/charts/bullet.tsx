import { scaleLinear } from 'd3-scale'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { at } from './axis.ts'
import { ChartFigure, ChartSvg, type ChartWords } from './figure.tsx'

/** A stretch of the scale behind the bar: where it ends, and its name below it. */
export interface BulletBand {
  readonly from: number
  readonly to: number
  readonly kind: 'green' | 'amber' | 'red'
  readonly name: string
}

/** One figure against its target. */
export interface BulletProps {
  readonly words: ChartWords
  readonly description: string
  /** Null where there is no figure to show: then there is no bar, and the words say why. */
  readonly value: number | null
  readonly valueText: string
  readonly target: number
  readonly targetText: string
  /** Where the colours lie, from low to high; none where there are none. */
  readonly bands: readonly BulletBand[]
  readonly tickText: (value: number) => string
}

const room = { width: 720, height: 118 }
const [LEFT, RIGHT] = [20, 700]

/** The figure as a bar, the target as an upright line, and the bands in which it would be on track, at risk or off track. */
export function Bullet({ words, description, value, valueText, target, targetText, bands, tickText }: BulletProps): JSX.Element {
  const ends = bands.flatMap(({ from, to }) => [from, to]).filter(Number.isFinite)
  const every = [target, ...(value === null ? [] : [value]), ...ends, 0]
  const x = scaleLinear([Math.min(...every), Math.max(...every) || 1], [LEFT, RIGHT]).nice(5)
  const clamped = (end: number): number => at(Math.max(LEFT, Math.min(RIGHT, x(Math.max(-1e15, Math.min(1e15, end))))))
  const [from, to] = value === null ? [0, 0] : [Math.min(x(0), x(value)), Math.max(x(0), x(value))]
  const atTarget = at(x(target))
  return (
    <ChartFigure words={words}>
      <ChartSvg words={words} room={room} description={description}>
        {bands.map((band) => {
          const [left, right] = [clamped(band.from), clamped(band.to)]
          return (
            <>
              <rect class={`gt-chart__band gt-chart__band--${band.kind}`} x={left} width={at(right - left)} y="26" height="40" />
              {right - left > band.name.length * 7 && (
                <text class="gt-chart__band-name" x={at((left + right) / 2)} y="82" text-anchor="middle">
                  {band.name}
                </text>
              )}
            </>
          )
        })}
        {value !== null && <rect class="gt-chart__bar" x={at(from)} width={at(Math.max(2, to - from))} y="38" height="16" />}
        <line class="gt-chart__tick-mark" x1={atTarget} x2={atTarget} y1="20" y2="72" />
        <text class="gt-chart__label" x={atTarget} y="13" text-anchor={atTarget > 600 ? 'end' : atTarget < 120 ? 'start' : 'middle'}>
          Target {targetText}
          {value !== null && `, now ${valueText}`}
        </text>
        {x.ticks(6).map((tick) => (
          <text class="gt-chart__tick" x={at(x(tick))} y="108" text-anchor="middle">
            {tickText(tick)}
          </text>
        ))}
      </ChartSvg>
    </ChartFigure>
  )
}

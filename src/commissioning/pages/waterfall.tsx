import type { JSX } from 'hono/jsx/jsx-runtime'
import { ChartSvg } from '#platform/web/charts/figure.tsx'
import { escapeText, rawMarkup } from '#platform/web/render.ts'
import { pounds } from '../words/pence.ts'

/** One step of a waterfall; the first is where it begins. Pence with their sign. */
export interface WaterfallStep {
  readonly label: string
  readonly pence: bigint
  readonly why: string
}

const WIDTH = 720
const ROW = 44
const [LEFT, RIGHT] = [16, 700]

/** Bars that each begin where the one before ended; the table beside it says the same in figures. What comes in is filled, what goes out is hatched by a dashed edge. */
export function Waterfall(props: {
  readonly steps: readonly WaterfallStep[]
  readonly title: string
  /** Tells it from others of its page. */
  readonly id?: string
  /** What the last bar is called. */
  readonly end?: string
}): JSX.Element {
  const { steps, title, id = 'waterfall', end = 'Revised plan' } = props
  const bars = barsOf(steps, end)
  const most = bars.reduce((top, { from, to }) => Math.max(top, from, to), 1)
  const x = (value: number): number => Math.round((LEFT + (value / most) * (RIGHT - LEFT)) * 10) / 10
  const height = bars.length * ROW + 8
  const shapes = bars.map(({ from, to, label, sum }, place) => {
    const [left, right] = [x(Math.min(from, to)), x(Math.max(from, to))]
    const y = place * ROW + 20
    const edge = to < from ? ' stroke="currentColor" stroke-dasharray="4 3" fill-opacity="0.25"' : ''
    return (
      `<text x="${LEFT}" y="${y - 5}" class="gt-chart__label">${escapeText(`${label}: ${sum}`)}</text>` +
      `<rect class="gt-chart__bar" x="${left}" y="${y}" width="${Math.max(2, right - left)}" height="16"${edge}/>`
    )
  })
  const last = steps.reduce((sum, { pence }) => sum + pence, 0n)
  const words = { id, title, sentence: '', csv: '', table: { columns: [], rows: [] } }
  return (
    <ChartSvg
      words={words}
      room={{ width: WIDTH, height }}
      description={`${bars.map(({ label, sum }) => `${label} ${sum}`).join('; ')}. After all moves: ${pounds(last)}.`}
    >
      {rawMarkup(shapes.join(''))}
    </ChartSvg>
  )
}

function barsOf(steps: readonly WaterfallStep[], endLabel: string) {
  let sum = 0n
  const after = steps.map(({ pence }) => {
    sum += pence
    return sum
  })
  const bars = steps.map(({ label, pence }, place) => ({
    ...{ label, sum: place === 0 ? pounds(pence) : `${pence > 0n ? '+' : ''}${pounds(pence)}` },
    ...{ from: Number(place === 0 ? 0n : (after[place - 1] ?? 0n)), to: Number(after[place] ?? 0n) },
  }))
  const end = after.at(-1) ?? 0n
  return [...bars, { label: endLabel, sum: pounds(end), from: 0, to: Number(end) }]
}

import type { JSX } from 'hono/jsx/jsx-runtime'
import { ChartSvg } from '#platform/web/charts/figure.tsx'
import { escapeText, rawMarkup } from '#platform/web/render.ts'

/** One bar. Pence with their sign. */
export interface MoneyBar {
  readonly label: string
  /** The sum in words, under the label. */
  readonly said: string
  readonly pence: bigint
}

// As wide as a phone: on a wider page the drawing stays small.
const WIDTH = 300
const ROW = 62
const [LEFT, RIGHT] = [2, 298]

/** Bars of sums that are owed or given back: what is owed is filled, what is given back has a dashed edge; each says its sum, so that no colour is needed. */
export function MoneyBars({
  bars,
  title,
  id,
}: {
  readonly bars: readonly MoneyBar[]
  readonly title: string
  readonly id: string
}): JSX.Element {
  const size = (pence: bigint): number => Number(pence < 0n ? -pence : pence)
  const most = bars.reduce((top, { pence }) => Math.max(top, size(pence)), 1)
  const shapes = bars.map(({ label, said, pence }, place) => {
    const y = place * ROW + 38
    const width = Math.round((size(pence) / most) * (RIGHT - LEFT) * 10) / 10
    const edge = pence < 0n ? ' stroke="currentColor" stroke-dasharray="4 3" fill-opacity="0.25"' : ''
    const bar = pence === 0n ? '' : `<rect class="gt-chart__bar" x="${LEFT}" y="${y}" width="${Math.max(2, width)}" height="16"${edge}/>`
    const line = (up: number, text: string) => `<text x="${LEFT}" y="${y - up}" class="gt-chart__label">${escapeText(text)}</text>`
    return `${line(22, label)}${line(6, said)}${bar}`
  })
  const words = { id, title, sentence: '', csv: '', table: { columns: [], rows: [] } }
  return (
    <ChartSvg
      words={words}
      room={{ width: WIDTH, height: bars.length * ROW + 8 }}
      small
      description={bars.map(({ label, said }) => `${label} ${said}`).join('; ')}
    >
      {rawMarkup(shapes.join(''))}
    </ChartSvg>
  )
}

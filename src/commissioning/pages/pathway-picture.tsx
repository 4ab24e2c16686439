import type { JSX } from 'hono/jsx/jsx-runtime'
import { ChartSvg } from '#platform/web/charts/figure.tsx'
import { escapeText, rawMarkup } from '#platform/web/render.ts'

/** A step of a pathway as it is drawn. */
export interface DrawnStep {
  readonly position: number
  readonly title: string
  /** Of which service; '' for none. */
  readonly service: string
  readonly within: string
}

const WIDTH = 720
const [BOX, BETWEEN] = [56, 30]
const short = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text)

/** Boxes one below the other with arrows between them; the table beside it says the same. Steps of no service have a dashed edge. */
export function PathwayPicture({ title, steps }: { readonly title: string; readonly steps: readonly DrawnStep[] }): JSX.Element {
  const height = steps.length * (BOX + BETWEEN) - BETWEEN + 8
  const shapes = steps.map(({ position, title: name, service, within }, place) => {
    const y = 4 + place * (BOX + BETWEEN)
    const edge = service === '' ? ' stroke-dasharray="5 4"' : ''
    const box =
      `<rect x="8" y="${y}" width="${WIDTH - 16}" height="${BOX}" rx="6" fill="none" stroke="currentColor" stroke-width="2"${edge}/>` +
      `<text x="24" y="${y + 24}" class="gt-chart__label" font-weight="700">${escapeText(short(`${position}. ${name}`, 62))}</text>` +
      `<text x="24" y="${y + 45}" class="gt-chart__label">${escapeText(short(service === '' ? 'No service' : service, 70))}</text>`
    if (place === steps.length - 1) return box
    const from = y + BOX
    return (
      `${box}<path d="M360 ${from} v${BETWEEN - 8} m-6 -6 l6 8 l6 -8" fill="none" stroke="currentColor" stroke-width="2"/>` +
      (within === '' ? '' : `<text x="376" y="${from + 20}" class="gt-chart__label">${escapeText(short(within, 40))}</text>`)
    )
  })
  const words = { id: 'pathway', title, sentence: '', csv: '', table: { columns: [], rows: [] } }
  const told = steps.map(({ position, title: name, service }) => `${position}. ${name}${service === '' ? '' : ` (${service})`}`)
  return (
    <ChartSvg words={words} room={{ width: WIDTH, height }} description={`${told.join('; ')}.`}>
      {rawMarkup(shapes.join(''))}
    </ChartSvg>
  )
}

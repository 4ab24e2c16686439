import type { JSX } from 'hono/jsx/jsx-runtime'
import { ChartSvg } from '#platform/web/charts/figure.tsx'
import { escapeText, rawMarkup } from '#platform/web/render.ts'
import { keyOfPlace, type MoneyFlow } from '../rules/money-flow.ts'
import { pounds } from '../words/pence.ts'

interface Props {
  readonly flow: MoneyFlow
  readonly title: string
  readonly description: string
  /** What each place is called, by its key. */
  readonly names: ReadonlyMap<string, string>
  /** Above each column. */
  readonly headings: readonly string[]
}

const WIDTH = 760
const [NODE, TOP, GAP, SLOT, TALL] = [10, 30, 10, 50, 360]
const LEFTS = [0, 190, 380, 588] as const
const LETTERS = 25

/** A place as it is drawn. */
interface Drawn {
  readonly x: number
  readonly y: number
  readonly height: number
  /** How far its bands have been drawn, on either side. */
  into: number
  outOf: number
}

/**
 * Money as bands whose breadth is the sum, from column to column. What is no record, such as money that reaches no outcome, has a dashed edge and no filling, so that it
 * is told apart without colour; every place says its name and its sum.
 */
export function MoneyFlowPicture({ flow, title, description, names, headings }: Props): JSX.Element {
  const most = flow.total === 0n ? 1 : Number(flow.total)
  const size = (pence: bigint): number => (Number(pence) / most) * TALL
  const places = placesOf(flow, size)
  const height = Math.max(...[...places.values()].map(({ y, height: tall }) => y + Math.max(tall, SLOT - GAP)), TOP) + 8
  const bands = untangled(flow.bands, places).map((band) => bandOf(band, places, size))
  const nodes = flow.columns.flatMap((column) =>
    column.map((place) => nodeOf(places.get(keyOfPlace(place)), names.get(keyOfPlace(place)) ?? '', pounds(place.pence), place.id === '')),
  )
  const heads = headings.map(
    (heading, at) => `<text x="${LEFTS[at] ?? 0}" y="14" class="gt-chart__label" font-weight="700">${escapeText(heading)}</text>`,
  )
  const words = { id: 'flow', title, sentence: '', csv: '', table: { columns: [], rows: [] } }
  return (
    <ChartSvg words={words} room={{ width: WIDTH, height: Math.ceil(height) }} description={description}>
      {rawMarkup([...bands, ...heads, ...nodes].join(''))}
    </ChartSvg>
  )
}

/** Where every place stands: one under the other, each with room for its name. */
function placesOf(flow: MoneyFlow, size: (pence: bigint) => number): ReadonlyMap<string, Drawn> {
  return new Map(
    flow.columns.flatMap((column, at) => {
      let y = TOP
      return column.map((place): readonly [string, Drawn] => {
        const height = size(place.pence)
        const drawn = { x: LEFTS[at] ?? 0, y, height, into: 0, outOf: 0 }
        y += Math.max(height, SLOT - GAP) + GAP
        return [keyOfPlace(place), drawn]
      })
    }),
  )
}

/** Bands from top to bottom on both sides, so that those of one place do not cross. */
function untangled(bands: MoneyFlow['bands'], places: ReadonlyMap<string, Drawn>): MoneyFlow['bands'] {
  const top = (key: string): number => places.get(key)?.y ?? 0
  return bands.toSorted((one, other) => top(one.from) - top(other.from) || top(one.to) - top(other.to))
}

const round = (value: number): number => Math.round(value * 10) / 10

function bandOf(
  { from, to, pence }: MoneyFlow['bands'][number],
  places: ReadonlyMap<string, Drawn>,
  size: (pence: bigint) => number,
): string {
  const [start, end] = [places.get(from), places.get(to)]
  if (!start || !end) return ''
  const thick = Math.max(size(pence), 0.6)
  const [x, until] = [start.x + NODE, end.x]
  const [y, down] = [start.y + start.outOf, end.y + end.into]
  start.outOf += size(pence)
  end.into += size(pence)
  const half = (x + until) / 2
  const edge = to.endsWith(':') || from.endsWith(':') ? 'fill-opacity="0.05" stroke-dasharray="4 3"' : 'fill-opacity="0.16"'
  return (
    `<path d="M${x} ${round(y)}C${half} ${round(y)} ${half} ${round(down)} ${until} ${round(down)}V${round(down + thick)}` +
    `C${half} ${round(down + thick)} ${half} ${round(y + thick)} ${x} ${round(y + thick)}Z" fill="currentColor" ${edge} stroke="currentColor" stroke-width="0.7" stroke-opacity="0.6"/>`
  )
}

function nodeOf(place: Drawn | undefined, name: string, sum: string, isOther: boolean): string {
  if (!place) return ''
  const { x, y, height } = place
  const filling = isOther ? 'fill="none" stroke="currentColor" stroke-width="1.5" stroke-dasharray="4 3"' : 'fill="currentColor"'
  const line = (at: number, text: string, more = ''): string =>
    `<text x="${x + NODE + 6}" y="${round(y + 12 + at * 14)}" class="gt-chart__label gt-chart__label--over"${more}>${escapeText(text)}</text>`
  const lines = broken(name)
  return (
    `<rect x="${x}" y="${round(y)}" width="${NODE}" height="${round(Math.max(height, 1.5))}" ${filling}/>` +
    lines.map((text, at) => line(at, text, ' font-weight="600"')).join('') +
    line(lines.length, sum)
  )
}

/** A name on two lines at most; what is left over is said by the table. */
function broken(name: string): readonly string[] {
  if (name.length <= LETTERS) return [name]
  const cut = name.lastIndexOf(' ', LETTERS)
  const [first, rest] = cut <= 0 ? [name.slice(0, LETTERS), name.slice(LETTERS)] : [name.slice(0, cut), name.slice(cut + 1)]
  return [first, rest.length > LETTERS ? `${rest.slice(0, LETTERS - 1).trimEnd()}…` : rest]
}

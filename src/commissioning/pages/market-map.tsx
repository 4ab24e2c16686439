import type { JSX } from 'hono/jsx/jsx-runtime'
import { ChartFigure, ChartSvg, type ChartWords } from '#platform/web/charts/figure.tsx'
import { escapeText, rawMarkup } from '#platform/web/render.ts'
import { marketPaths } from '../market-paths.ts'
import type { MarketArea } from '../queries/markets.ts'
import type { MarketStanding } from '../rules/market.ts'
import { counted, figureInWords, freeInWords, gapInWords, placesInWords } from '../words/market.ts'

/** An area of the map with how it stands. */
export interface MapTile {
  readonly area: MarketArea
  readonly standing: MarketStanding
}

const [WIDTH, HEIGHT, BETWEEN] = [112, 96, 6]

/** A mark for each way in which an area can stand, 12 units high: no letter of a font, so that it prints everywhere. */
const marks = {
  short: 'M0 0h13l-6.5 11z',
  enough: 'M0 6l2-2 3 3 6-7 2 2-8 9z',
  hidden: 'M0 4h13v2H0zM0 8h13v2H0z',
  'not-known': 'M0 5h13v2H0z',
} as const

/** The market by area: a tile for each, at the place where it lies to the others; a mark, an edge and words say how it stands before a colour does (C12). */
export function MarketMap({
  id,
  title,
  unit,
  tiles,
}: {
  readonly id: string
  readonly title: string
  readonly unit: string
  readonly tiles: readonly MapTile[]
}): JSX.Element {
  const words = wordsOf(id, title, unit, tiles)
  const across = Math.max(1, ...tiles.map(({ area }) => area.across))
  const down = Math.max(1, ...tiles.map(({ area }) => area.down))
  const room = { width: across * (WIDTH + BETWEEN) + BETWEEN, height: down * (HEIGHT + BETWEEN) + BETWEEN }
  const told = tiles.map(({ area, standing }) => `${area.name}: ${gapInWords(standing.gap).toLowerCase()}`)
  return (
    <>
      <ChartFigure words={words}>
        <ChartSvg words={words} room={room} description={`${told.join('; ')}.`} small={across <= 3}>
          {rawMarkup(tiles.map(tileOf).join(''))}
        </ChartSvg>
      </ChartFigure>
      <p class="govuk-body-s">
        A triangle and a thick edge: short of what is needed. A tick: enough. Strokes and a dotted edge: not known, or hidden.
      </p>
    </>
  )
}

function tileOf({ area, standing }: MapTile): string {
  const x = BETWEEN + (area.across - 1) * (WIDTH + BETWEEN)
  const y = BETWEEN + (area.down - 1) * (HEIGHT + BETWEEN)
  const { gap, providers } = standing
  const known = gap.state === 'short' || gap.state === 'enough'
  const name = area.name.length > 14 ? `${area.name.slice(0, 13)}…` : area.name
  const line = (place: number, text: string, kind = 'gt-chart__label') =>
    `<text x="${x + 9}" y="${y + place}" class="${kind}">${escapeText(text)}</text>`
  return (
    `<g><title>${escapeText(`${area.name}: ${gapInWords(gap)}`)}</title><rect class="gt-market__tile gt-market__tile--${gap.state}" x="${x}" y="${y}" width="${WIDTH}" height="${HEIGHT}" rx="5"/>` +
    line(22, name, 'gt-market__name') +
    `<path d="${marks[gap.state]}" transform="translate(${x + 9} ${y + 37})"/><text x="${x + 28}" y="${y + 49}" class="${known ? 'gt-market__figure' : 'gt-chart__label'}">${escapeText(shortWords(standing))}</text>` +
    line(68, gap.state === 'short' ? 'short' : gap.state === 'enough' ? 'to spare' : '') +
    line(86, `${counted(providers.length)} ${providers.length === 1 ? 'provider' : 'providers'}`) +
    '</g>'
  )
}

const shortWords = ({ gap }: MarketStanding): string =>
  gap.state === 'short' || gap.state === 'enough' ? counted(gap.count) : gap.state === 'hidden' ? 'Hidden' : 'Not known'

function wordsOf(id: string, title: string, unit: string, tiles: readonly MapTile[]): ChartWords {
  return {
    ...{ id: 'market-map', title: `${title} by area`, sentence: sentenceOf(tiles, unit), csv: marketPaths.csv(id) },
    table: {
      columns: [{ heading: 'Area' }, ...marketHeadings.map((heading) => ({ heading }))],
      rows: tiles.map(({ area, standing }) => [area.name, ...marketCells(standing)]),
    },
  }
}

/** What the table of a market says of each area. */
export const marketHeadings = ['Needed', 'Can be given', 'Free', 'Gap', 'Providers'] as const
/** The same in cells. */
export const marketCells = (standing: MarketStanding): readonly string[] => [
  ...[figureInWords(standing.need), placesInWords(standing), freeInWords(standing)],
  ...[gapInWords(standing.gap), counted(standing.providers.length)],
]

/** The finding of the map in a sentence. */
export function sentenceOf(tiles: readonly MapTile[], unit: string): string {
  const short = tiles.flatMap(({ area, standing: { gap } }) => (gap.state === 'short' ? [{ name: area.name, count: gap.count }] : []))
  const unknown = tiles.filter(({ standing: { gap } }) => gap.state === 'hidden' || gap.state === 'not-known').length
  const rest = unknown === 0 ? '' : ` ${unknown === 1 ? 'One is' : `${unknown} are`} not known or not told.`
  const [worst] = short.toSorted((one, other) => other.count - one.count)
  if (!worst) return `No area of ${tiles.length} is known to be short.${rest}`
  return `${short.length} of ${tiles.length} areas ${short.length === 1 ? 'is' : 'are'} short, ${worst.name} most, of ${counted(worst.count)} ${unit}.${rest}`
}

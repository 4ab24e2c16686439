import type { JSX } from 'hono/jsx/jsx-runtime'
import { ChartSvg } from '#platform/web/charts/figure.tsx'
import { escapeText, rawMarkup } from '#platform/web/render.ts'
import type { ScenarioYear } from '../rules/scenario.ts'
import { yearInWords } from '../rules/year.ts'
import { pounds, poundsOr } from '../words/pence.ts'

// As wide as a phone: on a wider page the drawing stays small.
const WIDTH = 300
const ROW = 74
const [LEFT, RIGHT] = [6, 294]

/** Each year as a bar from the low cost to the high one, a diamond at the central one, and a dashed line where the money that is named ends. */
export function ScenarioPicture({
  years,
  title,
  id,
}: {
  readonly years: readonly ScenarioYear[]
  readonly title: string
  readonly id: string
}): JSX.Element {
  const most = years
    .flatMap(({ costs, named }) => [costs.low, costs.central, costs.high, named])
    .reduce<bigint>((top, sum) => (sum !== null && sum > top ? sum : top), 1n)
  const across = (pence: bigint): number => LEFT + Math.round((Number(pence) / Number(most)) * (RIGHT - LEFT) * 10) / 10
  const told = years.map(({ year, costs, named }) => {
    const range = costs.low === null || costs.high === null ? poundsOr(costs.central) : `${pounds(costs.low)} to ${pounds(costs.high)}`
    return { label: `${yearInWords(year)}: ${range}`, said: named === 0n ? 'No money is named' : `${pounds(named)} is named` }
  })
  const shapes = years.map((year, place) => rowOf(year, place * ROW, told[place] ?? { label: '', said: '' }, across))
  return (
    <>
      <ChartSvg
        words={{ id, title, sentence: '', csv: '', table: { columns: [], rows: [] } }}
        room={{ width: WIDTH, height: years.length * ROW + 8 }}
        small
        description={told.map(({ label, said }) => `${label}; ${said.toLowerCase()}`).join('. ')}
      >
        {rawMarkup(shapes.join(''))}
      </ChartSvg>
      <p class="govuk-body-s">
        The bar goes from low to high, the diamond stands at the central cost, and the dashed line where the money that is named ends.
      </p>
    </>
  )
}

function rowOf(
  { costs, named }: ScenarioYear,
  top: number,
  { label, said }: { readonly label: string; readonly said: string },
  across: (pence: bigint) => number,
): string {
  const y = top + 44
  const words = [label, said].map(
    (text, place) => `<text x="2" y="${top + 16 + place * 17}" class="gt-chart__label">${escapeText(text)}</text>`,
  )
  const line = `<path d="M${LEFT} ${y + 8}H${RIGHT}" stroke="currentColor" stroke-opacity="0.25"/>`
  const bar =
    costs.low === null || costs.high === null
      ? ''
      : `<rect class="gt-chart__bar" x="${across(costs.low)}" y="${y}" width="${Math.max(2, across(costs.high) - across(costs.low))}" height="16" fill-opacity="0.45"/>`
  const middle = costs.central === null ? '' : diamond(across(costs.central), y + 8)
  const end = named === 0n ? '' : `<path d="M${across(named)} ${y - 5}v26" stroke="currentColor" stroke-width="2" stroke-dasharray="4 3"/>`
  return `${words.join('')}${line}${bar}${middle}${end}`
}

const diamond = (x: number, y: number): string => `<path d="M${x} ${y - 7}l7 7l-7 7l-7 -7z" fill="currentColor"/>`

import type { JSX } from 'hono/jsx/jsx-runtime'
import { at, scalesOf, wideRoom } from '#platform/web/charts/axis.ts'
import { ChartFigure, ChartSvg, type ChartWords } from '#platform/web/charts/figure.tsx'
import { EndLabels, Grid } from '#platform/web/charts/grid.tsx'
import { pathThrough } from '#platform/web/charts/lines.ts'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { paymentModelPaths } from '../payment-paths.ts'
import type { PaymentModel } from '../queries/payment-models.ts'
import { type CashFlow, cashFlows } from '../rules/payment-cash.ts'
import type { ComparedOption } from '../rules/payment-comparison.ts'
import { pounds } from '../words/pence.ts'

/** Patterns of lines that are told apart before their colours are. */
const patterns = ['target', 'forecast', 'trajectory', 'median'] as const
const room = { ...wideRoom, right: 150, left: 76 }

/** The provider's side of a model: what comes in week by week, beside the first mechanism, and what of it rests on outcomes. */
export function ProviderCash({
  model,
  compared,
}: {
  readonly model: PaymentModel
  readonly compared: readonly ComparedOption[]
}): JSX.Element {
  const [first] = compared
  const whole = compared.every(({ missing }) => missing.length === 0)
  if (first === undefined || compared.length < 2 || !whole)
    return <p class="govuk-body">It is shown once two mechanisms stand side by side with all their outcomes assumed.</p>
  const flows = cashFlows(compared)
  const words = cashWords(model, compared, flows)
  return (
    <>
      <ChartFigure words={words}>
        <Ahead compared={compared} flows={flows} words={words} startsOn={model.startsOn} />
      </ChartFigure>
      <DataTable
        caption="What a provider has to bridge"
        narrow="stack"
        columns={[
          { heading: 'Mechanism' },
          { heading: `Furthest behind ${first.option.title}` },
          { heading: 'Most at risk in a week' },
          { heading: 'At risk in all', numeric: true },
        ]}
        rows={compared.map(({ option, atRisk }, place) => ({
          cells: [option.title, behindWords(flows[place], place), riskWords(flows[place]), pounds(atRisk > 0n ? atRisk : 0n)],
        }))}
      />
      <p class="govuk-body-s">
        Each week is counted when care is given; a provider is paid after the run of payment that follows. Instalments in advance would lift
        every line by as much.
      </p>
    </>
  )
}

function behindWords(flow: CashFlow | undefined, place: number): string {
  if (place === 0) return 'The first'
  return flow?.lowest ? `${pounds(-flow.lowest.ahead)} in week ${flow.lowest.week}` : 'Never behind'
}
const riskWords = (flow: CashFlow | undefined): string =>
  flow?.riskiest ? `${pounds(flow.riskiest.atRisk)} in week ${flow.riskiest.week}` : 'Nothing rests on outcomes'

function cashWords(model: PaymentModel, compared: readonly ComparedOption[], flows: readonly CashFlow[]): ChartWords {
  const first = compared[0]?.option.title ?? ''
  const said = compared.slice(1).map(({ option }, place) => {
    const { weeks, lowest } = flows[place + 1] ?? { weeks: [], lowest: null }
    const end = weeks.at(-1)?.ahead ?? 0n
    const last = end < 0n ? `${pounds(-end)} less` : `${pounds(end)} more`
    const between =
      lowest === null || lowest.week === weeks.length ? '' : `, and is furthest behind in week ${lowest.week}, by ${pounds(-lowest.ahead)}`
    return `under ${option.title} ${last}${between}`
  })
  return {
    ...{ id: 'cash', title: `Received week by week beside ${first}`, csv: paymentModelPaths.step(model.id, 'weeks.csv') },
    sentence: `After ${model.weeks} weeks a provider of all packages has received, beside ${first}: ${said.join('; ')}.`,
    table: {
      columns: [
        { heading: 'Week', numeric: true },
        ...compared.flatMap(({ option }, place) => [
          { heading: `${option.title}: received`, numeric: true },
          { heading: 'of it at risk', numeric: true },
          ...(place === 0 ? [] : [{ heading: 'ahead or behind so far', numeric: true }]),
        ]),
      ],
      rows: (flows[0]?.weeks ?? []).map(({ week }, at) => [
        String(week),
        ...flows.flatMap(({ weeks }, place) => {
          const one = weeks[at]
          return [pounds(one?.paid ?? 0n), pounds(one?.atRisk ?? 0n), ...(place === 0 ? [] : [pounds(one?.ahead ?? 0n)])]
        }),
      ]),
    },
  }
}

/** A line a mechanism: how much more or less has come in by each week than under the first, which is the line at nothing. */
function Ahead(props: {
  readonly compared: readonly ComparedOption[]
  readonly flows: readonly CashFlow[]
  readonly words: ChartWords
  readonly startsOn: Temporal.PlainDate
}): JSX.Element {
  const { compared, flows, words, startsOn } = props
  const lines = flows.map(({ weeks }) => weeks.map(({ ahead }) => Number(ahead) / 100))
  const places = (flows[0]?.weeks ?? []).map(({ week }) => {
    const day = startsOn.add({ weeks: week - 1 })
    return { label: `Week ${week}`, tick: day.toLocaleString('en-GB', { day: 'numeric', month: 'short', calendar: 'iso8601' }) }
  })
  const scales = scalesOf(room, places.length, lines.flat(), null)
  const kindOf = (place: number) => (place === 0 ? 'baseline' : (patterns[(place - 1) % patterns.length] ?? 'target'))
  const labels = compared.map(({ option }, place) => ({
    ...{ kind: kindOf(place), text: `${place + 1} ${option.title.split(/[:,]/)[0]?.slice(0, 20) ?? ''}`, value: lines[place]?.at(-1) ?? 0 },
  }))
  const thousands = (value: number): string =>
    `${value < 0 ? '−' : ''}£${Math.abs(value) >= 1000 ? `${Math.round(Math.abs(value) / 100) / 10}k` : Math.abs(value)}`
  return (
    <ChartSvg words={words} room={room} description={words.sentence}>
      <Grid room={room} scales={scales} places={places} tickText={thousands} />
      <line class="gt-chart__baseline" x1={room.left} x2={room.width - room.right} y1={at(scales.y(0))} y2={at(scales.y(0))} />
      {lines.map((values, place) => (place === 0 ? '' : <path class={`gt-chart__${kindOf(place)}`} d={pathThrough(values, scales)} />))}
      <EndLabels room={room} scales={scales} labels={labels} />
    </ChartSvg>
  )
}

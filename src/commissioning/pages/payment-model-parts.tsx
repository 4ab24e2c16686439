import type { JSX } from 'hono/jsx/jsx-runtime'
import { ChartFigure, ChartSvg, type ChartWords } from '#platform/web/charts/figure.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { escapeText, rawMarkup } from '#platform/web/render.ts'
import { paymentModelPaths } from '../payment-paths.ts'
import type { ModelPayer, PaymentModel } from '../queries/payment-models.ts'
import type { ComparedCohort, ComparedOption } from '../rules/payment-comparison.ts'
import { termsWords } from '../words/payment.ts'
import { pounds } from '../words/pence.ts'

/** A month of a model in words: '2027-04' is 'April 2027'. */
export const monthWords = (month: string): string =>
  Temporal.PlainYearMonth.from(month).toLocaleString('en-GB', { month: 'long', year: 'numeric', calendar: 'iso8601' })

/** What is more or less than the first: '£10.00 more', '£10.00 less', 'the same'. */
const beside = (pence: bigint): string => {
  if (pence === 0n) return 'the same'
  return pence > 0n ? `${pounds(pence)} more` : `${pounds(-pence)} less`
}

/** Every mechanism of a model beside the first, as a sentence, a drawing and a table. */
export function SideBySide({
  model,
  compared,
}: {
  readonly model: PaymentModel
  readonly compared: readonly ComparedOption[]
}): JSX.Element {
  const [first] = compared
  if (first === undefined) return <p class="govuk-body">No mechanism is written down yet.</p>
  const missing = compared.filter((one) => one.missing.length > 0)
  return (
    <>
      {missing.length > 0 && (
        <p class="govuk-body">
          {`No comparison yet: ${missing.map(({ option, missing: of }) => `${option.title} lacks the outcomes assumed of ${of.map(({ title }) => title).join(' and ')}`).join('; ')}.`}
        </p>
      )}
      <ChartFigure words={chartWords(model, compared)}>
        <Bars compared={compared} words={chartWords(model, compared)} />
      </ChartFigure>
      <DataTable
        caption="What each costs"
        narrow="stack"
        columns={[
          { heading: 'Mechanism' },
          { heading: 'Cost in the year', numeric: true },
          { heading: 'Beside the first' },
          { heading: 'Of it at risk', numeric: true },
          { heading: 'After the year', numeric: true },
        ]}
        rows={compared.map(({ option, paid, atRisk, paidAfterwards }, place) => ({
          cells: [
            <>
              {option.title}
              {model.chosen === option.id && <strong> (chosen)</strong>}
            </>,
            pounds(paid),
            place === 0 ? 'The first' : beside(paid - first.paid),
            pounds(atRisk),
            pounds(paidAfterwards),
          ],
        }))}
      />
      <p class="govuk-body-s">
        At risk for the provider is what rests on a confirmed outcome: it falls away where none is agreed. After the year stands what
        packages begun in it cost later.
      </p>
    </>
  )
}

function chartWords(model: PaymentModel, compared: readonly ComparedOption[]): ChartWords {
  const least = compared.reduce((one, other) => (other.paid < one.paid ? other : one), compared[0] as ComparedOption)
  const most = compared.reduce((one, other) => (other.paid > one.paid ? other : one), least)
  const months = compared[0]?.months ?? []
  return {
    ...{
      id: 'compared',
      title: 'What is paid month by month, and how much of it is at risk',
      csv: paymentModelPaths.step(model.id, 'months.csv'),
    },
    sentence:
      compared.length < 2 || least === most
        ? `${least.option.title} costs ${pounds(least.paid)} in ${model.weeks} weeks.`
        : `By these assumptions ${least.option.title} costs least, ${pounds(least.paid)} in ${model.weeks} weeks; ${most.option.title} costs ${pounds(most.paid - least.paid)} more.`,
    table: {
      columns: [
        { heading: 'Month' },
        ...compared.flatMap(({ option }) => [
          { heading: `${option.title}: paid`, numeric: true },
          { heading: 'of it at risk', numeric: true },
          { heading: 'less than without outcomes', numeric: true },
        ]),
      ],
      rows: months.map(({ month }, place) => [
        monthWords(month),
        ...compared.flatMap((one) => {
          const of = one.months[place]
          return [pounds(of?.paid ?? 0n), pounds(of?.atRisk ?? 0n), pounds(of?.lessIncome ?? 0n)]
        }),
      ]),
    },
  }
}

const [WIDTH, ROW, LEFT, RIGHT] = [720, 52, 16, 700]

/** One bar a mechanism; what is at risk stands at its end with a dashed edge. */
function Bars({ compared, words }: { readonly compared: readonly ComparedOption[]; readonly words: ChartWords }): JSX.Element {
  const top = compared.reduce((most, { paid }) => Math.max(most, Number(paid)), 1)
  const x = (value: number): number => Math.round((LEFT + (Math.max(0, value) / top) * (RIGHT - LEFT)) * 10) / 10
  const shapes = compared.map(({ option, paid, atRisk }, place) => {
    const y = place * ROW + 24
    const [safe, end] = [x(Number(paid - (atRisk > 0n ? atRisk : 0n))), x(Number(paid))]
    const risk =
      end > safe
        ? `<rect class="gt-chart__bar" x="${safe}" y="${y}" width="${Math.max(2, end - safe)}" height="18" stroke="currentColor" stroke-dasharray="4 3" fill-opacity="0.25"/>`
        : ''
    return (
      `<text x="${LEFT}" y="${y - 6}" class="gt-chart__label">${escapeText(`${option.title}: ${pounds(paid)}${atRisk > 0n ? `, of it ${pounds(atRisk)} at risk` : ''}`)}</text>` +
      `<rect class="gt-chart__bar" x="${LEFT}" y="${y}" width="${Math.max(1, safe - LEFT)}" height="18"/>${risk}`
    )
  })
  return (
    <ChartSvg
      words={words}
      room={{ width: WIDTH, height: compared.length * ROW + 8 }}
      description={`${compared.map(({ option, paid, atRisk }) => `${option.title} ${pounds(paid)}, of it ${pounds(atRisk)} at risk`).join('; ')}.`}
    >
      {rawMarkup(shapes.join(''))}
    </ChartSvg>
  )
}

/** Each cohort under each mechanism, and from which share of outcomes another costs less than the first. */
export function ByCohort({ compared }: { readonly compared: readonly ComparedOption[] }): JSX.Element {
  const first = compared[0]?.option.title ?? ''
  const cohorts = [...new Map(compared.flatMap((one) => one.cohorts.map(({ cohort }) => [cohort.id, cohort] as const))).values()]
  if (cohorts.length === 0) return <p class="govuk-body">No cohort is written down yet, or no outcome is assumed.</p>
  return (
    <>
      {cohorts.map((cohort) => (
        <Fold title={`${cohort.title}: ${cohort.packages === 1 ? '1 package' : `${cohort.packages} packages`}`}>
          <DataTable
            caption={cohort.title}
            hideCaption
            narrow="stack"
            columns={[
              { heading: 'Mechanism' },
              { heading: 'Outcome in' },
              { heading: 'Cost in the year', numeric: true },
              { heading: `Costs less than ${first}` },
            ]}
            rows={compared.flatMap(({ option, cohorts: of }, place) => {
              const one = of.find((some) => some.cohort.id === cohort.id)
              if (one === undefined) return []
              return [
                {
                  cells: [
                    option.title,
                    `${one.percent}% of those that last to week ${cohort.outcomeWeek}: ${one.outcome.withOutcome}`,
                    pounds(one.outcome.paid),
                    place === 0 ? '' : breakEvenWords(one),
                  ],
                },
              ]
            })}
          />
        </Fold>
      ))}
    </>
  )
}

function breakEvenWords({ breakEven, percent }: ComparedCohort): string {
  if (breakEven === null) return 'Not known: a share is missing'
  if (breakEven.kind === 'always') return 'Whatever the outcomes'
  if (breakEven.kind === 'never') return 'Never, by these assumptions'
  const times = breakEven.times === null ? '' : `, ${breakEven.times.toFixed(2)} times the first’s`
  return `Only above ${breakEven.percent.toFixed(1)}%${times}: ${percent > breakEven.percent ? 'reached' : 'not reached'}`
}

/** What each partner pays under each mechanism. */
export function ByPayer({
  compared,
  payers,
}: {
  readonly compared: readonly ComparedOption[]
  readonly payers: readonly ModelPayer[]
}): JSX.Element {
  return (
    <DataTable
      caption="What each partner pays"
      hideCaption
      narrow="stack"
      columns={[
        { heading: 'Partner' },
        { heading: 'Weight', numeric: true },
        ...compared.map(({ option }) => ({ heading: option.title, numeric: true })),
      ]}
      rows={[
        ...payers.map(({ name, weight }, place) => ({
          cells: [name, String(weight), ...compared.map(({ byPayer }) => (byPayer === null ? 'Not known' : pounds(byPayer[place] ?? 0n)))],
        })),
        { cells: ['Together', '', ...compared.map(({ paid }) => pounds(paid))] },
        {
          cells: [
            'Beside the first',
            '',
            ...compared.map(({ paid }, place) => (place === 0 ? 'The first' : beside(paid - (compared[0]?.paid ?? 0n)))),
          ],
        },
      ]}
    />
  )
}

/** The terms of each mechanism in words. */
export function Terms({
  model,
  compared,
  mayChange,
}: {
  readonly model: string
  readonly compared: readonly ComparedOption[]
  readonly mayChange: boolean
}): JSX.Element {
  return (
    <KeyFacts
      facts={compared.map(({ option }) => ({
        label: option.title,
        value: termsWords(option.terms),
        ...(mayChange ? { change: { href: paymentModelPaths.option(model, option.id) } } : {}),
      }))}
    />
  )
}

import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { LineChart } from '#platform/web/charts/line-chart.tsx'
import { ProcessChart } from '#platform/web/charts/process-chart.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { figurePaths, measurePaths } from '../paths.ts'
import type { MeasureView } from '../queries/measure-page.ts'
import { periodWords } from '../rules/period.ts'
import { letteredNotes } from '../words/chart-points.ts'
import { type ForecastLine, forecastPeriods, limitsWords, lineChart, processChart } from '../words/measure-chart.ts'
import { assuranceWords, variationWords } from '../words/verdict.ts'

/** Which chart is drawn: with limits, or as a line with target and forecast. */
export type ChartChoice = 'process' | 'line'

/** The chart of a measure with the way to see it otherwise, how its limits were worked out, and what stands at its points. */
export function MeasureChart(props: {
  readonly visit: Visit
  readonly view: MeasureView
  readonly choice: ChartChoice
  /** Whether whoever asks may take back what stands on it. */
  readonly mayKeep: boolean
}): JSX.Element {
  const { visit, view, choice, mayKeep } = props
  const { measure, reading, series, rules } = view
  const notes = letteredNotes(series.annotations, reading.points)
  const csv = figurePaths.csv(measure.id)
  const process = choice === 'process' && reading.sections !== null
  return (
    <>
      <Choice view={view} choice={process ? 'process' : 'line'} />
      {process ? (
        <ProcessChart {...processChart(reading, notes, csv)} />
      ) : (
        <LineChart {...lineChart(reading, notes, csv, forecastLines(view))} />
      )}
      {process && reading.sections && (
        <p class="gt-quiet">
          {reading.variation && `Variation: ${variationWords[reading.variation]}. `}
          {reading.assurance && `Assurance: it ${assuranceWords[reading.assurance]}. `}
          {limitsWords(reading.sections.at(-1) ?? reading.sections[0], rules)}
          {rules.looked && ' This is for a look: the board judges it the other way.'}
        </p>
      )}
      {!process && reading.sections === null && (
        <p class="gt-quiet">There are no limits: too few figures, or periods that overlap. The line in the middle is the median.</p>
      )}
      <Breaks visit={visit} view={view} mayKeep={mayKeep} />
      {notes.length > 0 && (
        <>
          <h3>Notes on the chart</h3>
          <ul class="gt-list">
            {notes.map(({ id, letter, words, onDay }) => (
              <li>
                <strong>{letter}</strong> {dayInWords(onDay)}: {words}
                {mayKeep && (
                  <PostButton
                    visit={visit}
                    action={measurePaths.takeBackMark(measure.id, 'annotation', id)}
                    text="Take back"
                    about={words}
                    look="link"
                  />
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function Choice({ view, choice }: { readonly view: MeasureView; readonly choice: ChartChoice }): JSX.Element | null {
  const { reading, rules, measure } = view
  if (reading.sections === null) return null
  const screening = rules.screening ? 'on' : 'off'
  const links = [
    { text: 'With limits', href: `?chart=process&screening=${screening}`, here: choice === 'process' },
    { text: 'With target and forecast', href: `?chart=line&screening=${screening}`, here: choice === 'line' },
    ...(choice === 'process'
      ? [
          {
            text: rules.screening ? 'Without screening' : 'Outlying ranges screened',
            href: `?chart=process&screening=${rules.screening ? 'off' : 'on'}`,
            here: false,
          },
        ]
      : []),
  ]
  return (
    <nav class="gt-choice" aria-label="Ways to draw the chart">
      <ul>
        {links.map(({ text, href, here }) => (
          <li>
            <a class="govuk-link" href={`/measures/${measure.id}${href}`} aria-current={here ? 'true' : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Breaks(props: { readonly visit: Visit; readonly view: MeasureView; readonly mayKeep: boolean }): JSX.Element | null {
  const { visit, view, mayKeep } = props
  const { breaks, points } = view.reading
  if (breaks.length === 0) return null
  return (
    <ul class="gt-list">
      {breaks.map((one) => {
        const from = points[one.from]
        const period = from === undefined ? '' : periodWords(from.period)
        return one.why === 'rebase' ? (
          <li>
            <strong>Limits anew from {period}.</strong> {one.rebase.reason} Decided by {one.rebase.decidedBy} on{' '}
            {dayInWords(one.rebase.decidedOn)}.
            {mayKeep && (
              <PostButton
                visit={visit}
                action={measurePaths.takeBackMark(view.measure.id, 'rebase', one.rebase.id)}
                text="Take back"
                about={`the limits from ${period}`}
                look="link"
              />
            )}
          </li>
        ) : (
          <li>
            <strong>Counted differently from {period}.</strong> {one.definition.reason} Figures before are not compared.
          </li>
        )
      })}
    </ul>
  )
}

function forecastLines({ forecasts }: MeasureView): readonly ForecastLine[] {
  return forecasts.slice(0, 2).map(({ purpose, points }) => ({
    label: purpose === 'do-nothing' ? 'If nothing is done' : 'Forecast',
    byPeriod: forecastPeriods({ points }),
  }))
}

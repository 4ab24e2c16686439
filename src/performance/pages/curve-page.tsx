import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { boardPath } from '#governance/paths.ts'
import { threadAddress } from '#platform/thread/part.ts'
import { dayInWords, instantInWords } from '#platform/time/words.ts'
import { LineChart } from '#platform/web/charts/line-chart.tsx'
import { Card } from '#platform/web/components/card.tsx'
import { Columns } from '#platform/web/components/columns.tsx'
import { Contents } from '#platform/web/components/contents.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { curvePaths, measurePaths } from '../paths.ts'
import type { MeasureView } from '../queries/measure-page.ts'
import { periodOf } from '../rules/period.ts'
import { letteredNotes } from '../words/chart-points.ts'
import { comparedCells, curveVerdict } from '../words/curve.ts'
import { periodTick } from '../words/figures.ts'
import { forecastPeriods, lineChart } from '../words/measure-chart.ts'
import { type CurveView, ForecastsCard, PartsCards } from './curve-parts.tsx'

/** Turning the curve of one measure (T4): what came beside what was foreseen if nothing was done, the story, partners, what works and what was agreed. */
export function CurvePage({ visit, curve }: { readonly visit: Visit; readonly curve: CurveView }): JSX.Element {
  const { view, mayFreeze } = curve
  const { body, measure, reading } = view
  const { title } = reading.definition
  const freeze = (
    <a class="govuk-button govuk-button--secondary gt-no-print" href={curvePaths.forecast(measure.id)}>
      Freeze a forecast
    </a>
  )
  return (
    <Page
      visit={visit}
      title={`Turning the curve: ${title}`}
      width="workspace"
      breadcrumbs={[
        { text: 'Boards', href: '/boards' },
        { text: body.name, href: boardPath(body.slug) },
        { text: title, href: measurePaths.measure(measure.id) },
      ]}
      description={`How ${title} went, what comes if nothing is done, and what is done about it.`}
    >
      <PageHead
        caption={title}
        title="Turning the curve"
        lead="Where it is going if nothing is done, why, who has a part, what works, and what was agreed."
        actions={mayFreeze ? freeze : undefined}
      />
      {boardNavigation(body.slug, 'measures')}
      <Columns main={<Main visit={visit} curve={curve} />} aside={<Aside curve={curve} />} />
    </Page>
  )
}

function Main({ visit, curve }: { readonly visit: Visit; readonly curve: CurveView }): JSX.Element {
  const { view, forecast } = curve
  const { reading } = view
  return (
    <>
      <Contents parts={contents.filter(([id]) => id !== 'compared' || forecast !== null)} />
      <Verdict curve={curve} />
      {reading.chart === 'none' ? (
        <EmptyState title="There is nothing to draw yet" text="A chart appears here with the first figure that is shown." />
      ) : (
        <Card id="run" title="What came, and what was foreseen">
          <CurveChart view={view} curve={curve} />
        </Card>
      )}
      <PartsCards visit={visit} curve={curve} />
      {forecast && <ComparedCard curve={curve} />}
    </>
  )
}

const contents = [
  ['story', 'The story behind it'],
  ['partners', 'Partners'],
  ['works', 'What works'],
  ['agreed', 'What was agreed'],
  ['compared', 'Period by period'],
] as const

function Verdict({ curve }: { readonly curve: CurveView }): JSX.Element {
  const { view, standing, forecast } = curve
  const { word, meaning, sentences } = curveVerdict(standing, forecast, view.reading.definition)
  return (
    <section class="gt-card gt-now" aria-labelledby="turned">
      <h2 class="gt-card__title" id="turned">
        Is the curve turned?
      </h2>
      <p class="gt-now__line">
        <StatusPill meaning={meaning}>{word}</StatusPill>
      </p>
      {sentences.map((sentence) => (
        <p>{sentence}</p>
      ))}
    </section>
  )
}

function CurveChart({ view, curve }: { readonly view: MeasureView; readonly curve: CurveView }): JSX.Element {
  const { reading, series, baselines } = view
  const lines = curve.forecasts.slice(0, 2).map((one, index) => ({
    label: index === 0 ? 'If nothing is done' : `Foreseen ${periodTick(periodOf('month', one.frozenOn))}`,
    byPeriod: forecastPeriods(one),
  }))
  const notes = letteredNotes(series.annotations, reading.points)
  const { definition } = reading
  const sentences = curveVerdict(curve.standing, curve.forecast, definition).sentences
  const chart = lineChart(reading, notes, curvePaths.csv(view.measure.id), lines, baselines.at(-1) ?? null)
  return <LineChart {...chart} words={{ ...chart.words, sentence: sentences[0] ?? chart.words.sentence }} />
}

function ComparedCard({ curve }: { readonly curve: CurveView }): JSX.Element | null {
  const { view, compared, forecast } = curve
  if (forecast === null || compared.length === 0) return null
  return (
    <Card
      id="compared"
      title="Period by period"
      lead={`The forecast of ${dayInWords(forecast.frozenOn)} stays as it was frozen: ${forecast.method} Made by ${forecast.author}.`}
      flush
    >
      <DataTable
        caption="What was foreseen if nothing was done, and what came"
        hideCaption
        columns={[
          { heading: 'Period' },
          { heading: 'Foreseen', numeric: true },
          { heading: 'Came', numeric: true },
          { heading: 'Than foreseen' },
        ]}
        rows={compared.map((one) => ({ cells: comparedCells(one, view.reading.definition) }))}
      />
    </Card>
  )
}

function Aside({ curve }: { readonly curve: CurveView }): JSX.Element {
  const { view, stories } = curve
  const { measure } = view
  return (
    <>
      <ForecastsCard curve={curve} />
      {stories.length > 1 && (
        <Card id="told" title="The story as it was told before" flush>
          {stories.slice(1).map(({ number, words, madeAt }) => (
            <Fold title={`Told as number ${number}, ${instantInWords(madeAt)}`}>
              <p class="gt-typed">{words}</p>
            </Fold>
          ))}
        </Card>
      )}
      <Card id="further" title="Further">
        <ul class="gt-list">
          <li>
            <a class="govuk-link" href={measurePaths.measure(measure.id)}>
              The measure, with its limits and definition
            </a>
          </li>
          <li>
            <a class="govuk-link" href={threadAddress('measure', measure.id)}>
              Its golden thread
            </a>
          </li>
        </ul>
      </Card>
    </>
  )
}

import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { LineChart } from '#platform/web/charts/line-chart.tsx'
import { ProcessChart } from '#platform/web/charts/process-chart.tsx'
import { Card } from '#platform/web/components/card.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Button, Select } from '#platform/web/govuk/components.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { figurePaths, type ScorecardFile, scorecardPaths } from '../paths.ts'
import type { ReadMeasure } from '../queries/scorecard.ts'
import type { LiveScorecard } from '../queries/scorecard-view.ts'
import { lineChart, processChart } from '../words/measure-chart.ts'
import { whyWords } from '../words/why.ts'
import { ScorecardTable } from './scorecard-table.tsx'
import { WhyDetails } from './why.tsx'

/** The report of a scorecard up to the end of a month: its table, then each measure with chart, commentary and what its colour rests on. */
export function ReportPage(props: {
  readonly visit: Visit
  readonly scorecard: LiveScorecard
  /** The month, '2014-03'; '' for the present. */
  readonly month: string
  readonly months: readonly { readonly value: string; readonly text: string }[]
}): JSX.Element {
  const { visit, scorecard, month, months } = props
  const { body, view, measures } = scorecard
  const query = month === '' ? '' : `?to=${month}`
  const file = (kind: ScorecardFile): string => `${scorecardPaths.reportFile(body.slug, kind)}${query}`
  return (
    <Page
      visit={visit}
      title={`Report: ${body.name}`}
      width="workspace"
      breadcrumbs={[
        { text: 'Boards', href: '/boards' },
        { text: body.name, href: `/boards/${body.slug}` },
        { text: 'Scorecard', href: scorecardPaths.ofBoard(body.slug) },
      ]}
    >
      <PageHead caption={body.name} title="Report on measures" lead={`${view.standing} ${view.sentence}`} />
      {boardNavigation(body.slug, 'measures')}
      <form class="gt-filter" method="get" action={scorecardPaths.report(body.slug)}>
        <Select
          id="to"
          name="to"
          label={{ text: 'Figures up to the end of' }}
          items={[{ value: '', text: 'The latest' }, ...months].map((one) => ({ ...one, selected: one.value === month }))}
        />
        <Button text="Show" classes="govuk-button--secondary" />
      </form>
      {measures.length === 0 ? (
        <EmptyState title="No measure is shown" text="Choose another month, or come back when figures are published." />
      ) : (
        <>
          <p class="gt-no-print">
            The same figures as{' '}
            <a class="govuk-link" href={file('pdf')} download="">
              PDF
            </a>
            ,{' '}
            <a class="govuk-link" href={file('xlsx')} download="">
              Excel
            </a>{' '}
            or{' '}
            <a class="govuk-link" href={file('csv')} download="">
              CSV
            </a>
          </p>
          <ScorecardTable view={view} />
          {measures.map((one) => (
            <MeasureReport read={one} />
          ))}
        </>
      )}
    </Page>
  )
}

function MeasureReport({ read }: { readonly read: ReadMeasure }): JSX.Element {
  const { measure, reading, row } = read
  const csv = figurePaths.csv(measure.id)
  const own = `m-${measure.id}`
  const named = <Props extends { readonly words: { readonly id: string } }>(props: Props): Props => ({
    ...props,
    words: { ...props.words, id: `${own}-chart` },
  })
  return (
    <Card id={own} title={row.title} lead={`${row.period}. Target: ${row.target || 'none'}`}>
      <p>
        <strong>{row.figure}</strong> <StatusPill meaning={row.verdict.meaning}>{row.verdict.word}</StatusPill>
      </p>
      {row.commentary !== '' && <p class="gt-typed">{row.commentary}</p>}
      {row.quality !== '' && <p>About the data: {row.quality}</p>}
      {reading.chart === 'process' && <ProcessChart {...named(processChart(reading, [], csv))} />}
      {reading.chart === 'run' && <LineChart {...named(lineChart(reading, [], csv))} />}
      {reading.now && <WhyDetails why={whyWords(reading.now, null)} />}
    </Card>
  )
}

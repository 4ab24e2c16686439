import type { JSX } from 'hono/jsx/jsx-runtime'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { qualityPaths } from '../paths.ts'
import { hideSmall } from '../rules/quality-draw.ts'
import { monthInWords } from './quality-page.tsx'

/** One month of the report. */
export interface ReportMonth {
  readonly month: Temporal.PlainDate
  readonly done: number
  readonly due: number
  readonly counts: readonly { readonly kind: 'grade' | 'theme'; readonly name: string; readonly counted: number }[]
}

/** The report for the steering group, the partnership and the safeguarding board: figures and themes alone, small ones hidden; no word of any family. */
export function QualityReportPage(props: {
  readonly visit: Visit
  readonly months: readonly ReportMonth[]
  readonly hiddenUpTo: number
  readonly source: string
}): JSX.Element {
  const { visit, months, hiddenUpTo, source } = props
  const title = 'Report on quality'
  return (
    <Page
      visit={visit}
      title={title}
      breadcrumbs={[
        { text: 'Families', href: '/families' },
        { text: 'Quality', href: qualityPaths.home() },
      ]}
      width="workspace"
    >
      <PageHead
        title={title}
        lead="For the steering group, the partnership and the safeguarding board: figures and themes alone, and nothing that was written of a family. Print this page for their papers."
      />
      {months.length === 0 && <p class="govuk-body">No month has been drawn yet.</p>}
      {months.map((one) => (
        <Card title={monthInWords(one.month)} id={`month-${one.month}`}>
          <p class="govuk-body">{`${one.done} of ${one.due} due were reviewed.`}</p>
          <Shown caption="Grades" heading="Grade" counts={one.counts.filter(({ kind }) => kind === 'grade')} upTo={hiddenUpTo} />
          <Shown caption="Themes" heading="Theme" counts={one.counts.filter(({ kind }) => kind === 'theme')} upTo={hiddenUpTo} />
        </Card>
      ))}
      <p class="govuk-body-s">{`c: hidden, so that no family can be told: 1 to ${hiddenUpTo}, and another where the first could be told from the rest. ${source}.`}</p>
    </Page>
  )
}

function Shown(props: {
  readonly caption: string
  readonly heading: string
  readonly counts: ReportMonth['counts']
  readonly upTo: number
}): JSX.Element {
  const shown = hideSmall(
    props.counts.map(({ counted }) => counted),
    props.upTo,
  )
  return (
    <DataTable
      caption={props.caption}
      columns={[{ heading: props.heading }, { heading: 'Records', numeric: true }]}
      rows={props.counts.map(({ name }, index) => {
        const one = shown[index]
        return { cells: [name, one?.state === 'shown' ? String(one.count) : 'c'] }
      })}
    />
  )
}

import type { JSX } from 'hono/jsx/jsx-runtime'
import { qualityFacts, qualityHidden, type ToldQuality, toldText } from '#performance/public.ts'
import type { DocumentInput } from '#platform/documents/pdf/pack-input.ts'
import { type Block, run } from '#platform/paper/tree.ts'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import type { PaperEdition } from '../assessment-paper.ts'
import { qualityPaths } from '../paths.ts'
import type { QualityReport } from '../queries/quality-report.ts'
import { monthInWords } from './quality-page.tsx'

const title = 'Report on quality'
const crumbs = [
  { text: 'Families', href: '/families' },
  { text: 'Quality', href: qualityPaths.home() },
]
const standing = ({ frozen }: QualityReport): string =>
  frozen
    ? `As it stood on ${dayInWords(frozen.on)}, signed by ${frozen.by}. It does not change any more.`
    : 'Not frozen yet: it changes with each review.'

/** The report for boards by month: those that are frozen, and those that can be (E7). */
export function QualityReportsPage(props: {
  readonly visit: Visit
  readonly reports: readonly QualityReport[]
  /** Months that were drawn, are over and are not frozen. */
  readonly waiting: readonly Temporal.PlainDate[]
}): JSX.Element {
  const { visit, reports, waiting } = props
  const months = [...waiting.map((month) => ({ month, frozen: undefined })), ...reports]
  return (
    <Page visit={visit} title={title} breadcrumbs={crumbs} width="workspace">
      <PageHead
        title={title}
        lead="For the steering group, the partnership and the safeguarding board: figures and themes alone, and nothing that was written of a family. A month that is over is frozen once; members of boards read it then under the figures of early help, and its PDF goes with their papers."
      />
      {months.length === 0 && <p class="govuk-body">No month that was drawn is over yet.</p>}
      {months.length > 0 && (
        <Card title="Months" id="months" flush>
          <DataTable
            caption="Months of the report"
            hideCaption
            narrow="stack"
            columns={[{ heading: 'Month' }, { heading: 'How it stands' }, { heading: 'For papers' }]}
            rows={months.map(({ month, frozen }) => ({
              cells: [
                <a class="govuk-link" href={qualityPaths.reportOf(month)}>
                  {monthInWords(month)}
                </a>,
                <StatusPill meaning={frozen ? 'good' : 'warning'}>
                  {frozen ? `Frozen ${dayInWords(frozen.on)}` : 'Not frozen yet'}
                </StatusPill>,
                frozen ? (
                  <a class="govuk-link" href={qualityPaths.reportPdf(month)}>
                    {`Report of ${monthInWords(month)} (PDF)`}
                  </a>
                ) : (
                  ''
                ),
              ],
            }))}
          />
        </Card>
      )}
    </Page>
  )
}

/** One month of the report, as it is told to boards. */
export function QualityReportPage({ visit, report }: { readonly visit: Visit; readonly report: QualityReport }): JSX.Element {
  const { month, figures, frozen } = report
  const heading = `${title}, ${monthInWords(month)}`
  return (
    <Page visit={visit} title={heading} breadcrumbs={[...crumbs, { text: title, href: qualityPaths.report() }]} width="workspace">
      <PageHead title={heading} lead={standing(report)} />
      {frozen ? (
        <p class="govuk-body">
          <a class="govuk-link" href={qualityPaths.reportPdf(month)}>
            {`${heading} (PDF)`}
          </a>
        </p>
      ) : (
        <a class="govuk-button" href={qualityPaths.freeze(month)}>
          Freeze these figures
        </a>
      )}
      <Card title="How many" id="how-many">
        <KeyFacts facts={qualityFacts(figures).map(([label, value]) => ({ label, value }))} />
      </Card>
      {(['grades', 'themes'] as const).map((kind) => (
        <DataTable
          caption={kind === 'grades' ? 'Grades, after a second person looked' : 'Themes'}
          columns={[{ heading: kind === 'grades' ? 'Grade' : 'Theme' }, { heading: 'Records', numeric: true }]}
          rows={figures[kind].map((one) => ({ cells: [one.name, toldText(one)] }))}
        />
      ))}
      <p class="govuk-body-s">{qualityHidden(report)}</p>
    </Page>
  )
}

/** The same on paper, for the papers of a board. */
export function qualityPaper(report: QualityReport, edition: PaperEdition): DocumentInput {
  const { month, figures } = report
  const table = (heading: string, rows: readonly (readonly [string, string])[]): Block => ({
    type: 'table',
    align: ['start', 'end'],
    rows: [[heading, 'Records'], ...rows].map((cells) => cells.map((words) => [run(words)])),
  })
  const words = (text: string): Block => ({ type: 'paragraph', content: [run(text)] })
  const section = (name: string, blocks: readonly Block[]) => ({
    number: '',
    title: name,
    tree: { version: 1 as const, blocks: [...blocks] },
    ruled: 0,
  })
  const named = (counts: ToldQuality['grades']) => counts.map((one) => [one.name, toldText(one)] as const)
  return {
    ...{
      partnership: edition.partnership,
      board: 'Early help',
      title,
      date: monthInWords(month),
      place: '',
      contact: '',
      label: '',
      lists: [],
    },
    ...{ large: edition.large, noticeLines: [standing(report)], facts: qualityFacts(figures) },
    sections: [
      section('Grades, after a second person looked', [table('Grade', named(figures.grades))]),
      section('Themes', [table('Theme', named(figures.themes))]),
      section('How small numbers are hidden', [words(qualityHidden(report))]),
    ],
  }
}

import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { reportPaths } from '../paths.ts'
import type { Report } from '../queries/reports.ts'
import { reportKindWords, reportStateWords, spanInWords } from '../words/report.ts'
import { PlanSections } from './plan-sections.tsx'

/** The reports of the plans of a board (P10). */
export function ReportsPage(props: {
  readonly visit: Visit
  readonly board: { readonly slug: string; readonly name: string }
  readonly reports: readonly Report[]
  readonly mayMake: boolean
}): JSX.Element {
  const { visit, board, reports, mayMake } = props
  const groups = [
    { id: 'drafts', title: 'Being written', found: reports.filter(({ state }) => state === 'draft') },
    { id: 'published', title: 'Published', found: reports.filter(({ state }) => state === 'published') },
  ]
  return (
    <Page
      visit={visit}
      title={`Reports of plans: ${board.name}`}
      breadcrumbs={[
        { text: 'Boards', href: '/boards' },
        { text: board.name, href: `/boards/${board.slug}` },
      ]}
      width="workspace"
      description={`Annual and half-yearly reports on the plans of ${board.name}.`}
    >
      <PageHead
        title="Reports"
        caption={board.name}
        lead="What came of the plans in a year or in half a year: drafted from the record, edited by the clerk, published."
        actions={
          mayMake ? (
            <a class="govuk-button" href={reportPaths.create(board.slug)}>
              Begin a report
            </a>
          ) : undefined
        }
      />
      {boardNavigation(board.slug, 'plans')}
      <PlanSections slug={board.slug} current="reports" />
      {reports.length === 0 && (
        <EmptyState
          title="No report stands here yet"
          text={
            mayMake
              ? 'Begin a report: choose its plan and its period. Every section is then drafted from the record for you to edit.'
              : 'Reports appear here once the clerk has published them.'
          }
        />
      )}
      {groups.map(
        ({ id, title, found }) =>
          found.length > 0 && (
            <Card id={id} title={title}>
              <ReportLines reports={found} />
            </Card>
          ),
      )}
    </Page>
  )
}

/** Reports as lines that lead to them. */
export function ReportLines({ reports }: { readonly reports: readonly Report[] }): JSX.Element {
  return (
    <ul class="govuk-list gt-rows">
      {reports.map(({ id, title, kind, number, state, publishedOn, ...span }) => (
        <li>
          <div>
            <a class="govuk-link" href={reportPaths.report(id)}>
              {title}
            </a>
            <br />
            <span class="govuk-hint">
              {reportKindWords[kind]}, {spanInWords(span)}
              {number > 1 && `, version ${number}`}
              {publishedOn && `, published on ${dayInWords(publishedOn)}`}
            </span>
          </div>
          <StatusPill meaning={reportStateWords[state].meaning}>{reportStateWords[state].word}</StatusPill>
        </li>
      ))}
    </ul>
  )
}

/** The reports of one plan, on its page; nothing where there is none and nobody may begin one. */
export function ReportsOfPlan(props: {
  readonly slug: string
  readonly plan: string
  readonly reports: readonly Report[]
  readonly mayMake: boolean
}): JSX.Element | null {
  const { slug, plan, reports, mayMake } = props
  if (reports.length === 0 && !mayMake) return null
  return (
    <Card
      id="reports"
      title="Reports"
      link={
        mayMake
          ? { text: 'Begin a report', href: reportPaths.create(slug, plan) }
          : { text: 'Reports of this board', href: reportPaths.ofBoard(slug) }
      }
    >
      {reports.length === 0 ? <p class="gt-missing">No report of it was written yet</p> : <ReportLines reports={reports} />}
    </Card>
  )
}

import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { measurePaths, returnPaths } from '../paths.ts'
import type { ReturnDue, ReturnTemplate } from '../queries/returns.ts'
import { periodWords } from '../rules/period.ts'
import { isOverdue } from '../rules/returns.ts'
import { frequencyWords } from '../words/measure.ts'
import { returnStateWords } from '../words/returns.ts'

/** What agencies owe a board: overdue first, then by return. */
export function ReturnsPage(props: {
  readonly visit: Visit
  readonly board: { readonly slug: string; readonly name: string }
  readonly templates: readonly ReturnTemplate[]
  readonly dues: readonly ReturnDue[]
  readonly mayKeep: boolean
}): JSX.Element {
  const { visit, board, templates, dues, mayKeep } = props
  const late = dues.filter((due) => isOverdue(due, visit.today)).toReversed()
  const byId = new Map(templates.map((template) => [template.id, template]))
  return (
    <Page
      visit={visit}
      title={`Returns: ${board.name}`}
      width="workspace"
      breadcrumbs={[
        { text: 'Boards', href: '/boards' },
        { text: board.name, href: `/boards/${board.slug}` },
        { text: 'Measures', href: measurePaths.ofBoard(board.slug) },
      ]}
    >
      <PageHead
        title="Returns"
        caption={board.name}
        lead="Which agency gives which figures, what is due, and what is late."
        actions={
          mayKeep ? (
            <a class="govuk-button" href={returnPaths.new(board.slug)}>
              Ask an agency for figures
            </a>
          ) : undefined
        }
      />
      {boardNavigation(board.slug, 'measures')}
      {templates.length === 0 && (
        <EmptyState
          title="No agency is asked for figures"
          text={
            mayKeep ? 'Say which agency gives which measures, and how often.' : 'Returns appear here as soon as the clerk asks for one.'
          }
        />
      )}
      {late.length > 0 && (
        <Card title={late.length === 1 ? '1 return is overdue' : `${late.length} returns are overdue`} id="overdue">
          <DueTable namesReturn caption="Overdue returns" dues={late} byId={byId} today={visit.today} />
        </Card>
      )}
      {templates.map((template) => (
        <Card title={template.title} id={`return-${template.id}`}>
          <p class="govuk-body">
            {template.agencyName}
            {template.giverName === '' ? '. Nobody is named to give it' : `, given by ${template.giverName}`}.{' '}
            {frequencyWords[template.periodType]}, {template.dueDays} days after the period.{' '}
            {template.measures.length === 1 ? '1 measure' : `${template.measures.length} measures`}.{' '}
            {mayKeep && (
              <a class="govuk-link" href={returnPaths.edit(board.slug, template.id)}>
                Change {template.title}
              </a>
            )}
          </p>
          <DueTable
            caption={`Periods of ${template.title}`}
            dues={dues.filter((due) => due.template === template.id).slice(0, 12)}
            byId={byId}
            today={visit.today}
          />
        </Card>
      ))}
    </Page>
  )
}

function askedWords({ state, chased }: ReturnDue): string {
  if (chased === 0) return state === 'due' ? 'Not yet' : 'Not needed'
  return chased === 1 ? 'Once' : `${chased} times`
}

function DueTable(props: {
  /** Whether the rows are of several returns. */
  readonly namesReturn?: boolean
  readonly caption: string
  readonly dues: readonly ReturnDue[]
  readonly byId: ReadonlyMap<string, ReturnTemplate>
  readonly today: Temporal.PlainDate
}): JSX.Element {
  const { caption, dues, byId, today, namesReturn = false } = props
  if (dues.length === 0) return <p class="govuk-body">Nothing is owed yet.</p>
  return (
    <DataTable
      caption={caption}
      hideCaption
      narrow="stack"
      columns={[
        { heading: 'Period' },
        ...(namesReturn ? [{ heading: 'Return' }] : []),
        { heading: 'Due by' },
        { heading: 'Asked for' },
        { heading: 'How it stands' },
      ]}
      rows={dues.map((due) => {
        const template = byId.get(due.template)
        const { word, meaning } = returnStateWords(due, today)
        return {
          cells: [
            <a class="govuk-link" href={returnPaths.due(due.id)}>
              {template ? periodWords({ type: template.periodType, ...due }) : ''}
            </a>,
            ...(namesReturn ? [template?.title ?? ''] : []),
            dayInWords(due.dueOn),
            askedWords(due),
            <StatusPill meaning={meaning}>{word}</StatusPill>,
          ],
        }
      })}
    />
  )
}

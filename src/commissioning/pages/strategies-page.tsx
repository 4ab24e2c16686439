import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { strategyPaths } from '../paths.ts'
import type { Strategy } from '../queries/strategies.ts'
import { type BoardName, crumbsOf } from './crumbs.ts'

/** The commissioning strategies of a board. */
export interface StrategiesPageProps {
  readonly visit: Visit
  readonly board: BoardName
  readonly strategies: readonly Strategy[]
  readonly mayAdd: boolean
}

/** What a board intends to commission and why; one without a need behind it is flagged (C2). */
export function StrategiesPage({ visit, board, strategies, mayAdd }: StrategiesPageProps): JSX.Element {
  const create = { text: 'Begin a strategy', href: strategyPaths.create(board.slug) }
  return (
    <Page visit={visit} title="Commissioning strategies" width="workspace" breadcrumbs={crumbsOf(board)}>
      <PageHead
        title="Commissioning strategies"
        caption={board.name}
        lead="What will be commissioned, on which needs that rests, and which options were weighed."
        actions={
          mayAdd && (
            <a class="govuk-button" href={create.href}>
              {create.text}
            </a>
          )
        }
      />
      {boardNavigation(board.slug, 'commissioning')}
      {strategies.length === 0 ? (
        <EmptyState
          title="No strategies to show"
          text="Strategies are begun by the clerk of the board. Everybody sees those that the board has shown."
          action={mayAdd ? create : undefined}
        />
      ) : (
        <DataTable
          caption="Strategies"
          hideCaption
          narrow="stack"
          columns={[{ heading: 'Strategy' }, { heading: 'Lead commissioner' }, { heading: 'Rests on' }, { heading: 'Decision' }]}
          rows={strategies.map(({ id, title, leadName, needs, decision }) => ({
            cells: [
              <a class="govuk-link" href={strategyPaths.strategy(id)}>
                {title}
              </a>,
              leadName,
              <NeedsOf needs={needs} />,
              decision === undefined ? 'Not decided yet' : 'Decided',
            ],
          }))}
        />
      )}
    </Page>
  )
}

function NeedsOf({ needs }: Pick<Strategy, 'needs'>): JSX.Element {
  if (needs.length === 0) return <StatusPill meaning="bad">No need behind it</StatusPill>
  return (
    <>
      {String(needs.length)} {needs.length === 1 ? 'need or finding' : 'needs and findings'}
    </>
  )
}

import type { JSX } from 'hono/jsx/jsx-runtime'
import { delegationsPath } from '#governance/paths.ts'
import { DateText } from '#platform/web/components/date-text.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { Pager } from '#platform/web/components/pager.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { officerPaths } from '../paths.ts'
import type { OfficerDecision } from '../queries/officer-decisions.ts'
import { BoardRecordPage } from './record-page.tsx'

/** What the list of decisions by officers shows. */
export interface OfficerDecisionsView {
  readonly board: { readonly slug: string; readonly name: string }
  readonly decisions: readonly OfficerDecision[]
  readonly total: number
  readonly page: number
  readonly pages: number
  /** Undefined: under whichever delegation. */
  readonly delegation: string | undefined
  readonly mayRecord: boolean
}

/** Decisions that officers took under delegation, outside meetings (G14). */
export function OfficerDecisionsPage({ visit, view }: { readonly visit: Visit; readonly view: OfficerDecisionsView }): JSX.Element {
  const { board, decisions, total, delegation, mayRecord } = view
  const query = (page: number): string => `?${new URLSearchParams({ ...(delegation ? { delegation } : {}), page: String(page) })}`
  return (
    <BoardRecordPage
      visit={visit}
      board={board}
      section="decisions"
      title="Decisions by officers"
      lead="What people decided for this board between its meetings, under a delegation."
      width="workspace"
    >
      <p class="govuk-body">
        <a class="govuk-link" href={delegationsPath(board.slug)}>
          Who may decide what
        </a>
      </p>
      {mayRecord && (
        <a class="govuk-button govuk-button--secondary" href={officerPaths.record(board.slug)}>
          Record a decision
        </a>
      )}
      {delegation && (
        <p class="govuk-body">
          Under one delegation only.{' '}
          <a class="govuk-link" href={officerPaths.list(board.slug)}>
            Show all
          </a>
        </p>
      )}
      {total === 0 ? (
        <EmptyState
          title="No decision by an officer is recorded"
          text="Whoever holds a delegation of this board records here what they decide under it, with reasons and the options they considered."
        />
      ) : (
        <>
          <p>
            <strong>{total}</strong> {total === 1 ? 'decision' : 'decisions'}
          </p>
          <OfficerDecisionList decisions={decisions} />
        </>
      )}
      <Pager page={view.page} pages={view.pages} hrefOf={(page) => `${officerPaths.list(board.slug)}${query(page)}`} label="Decisions" />
    </BoardRecordPage>
  )
}

/** Decisions by officers one under another. */
export function OfficerDecisionList({ decisions }: { readonly decisions: readonly OfficerDecision[] }): JSX.Element {
  return (
    <ul class="gt-card-grid">
      {decisions.map((decision) => (
        <li class="gt-link-card">
          <p class="gt-link-card__caption">
            {decision.officer}, <DateText day={decision.decidedOn} weekday={false} />
          </p>
          <h2 class="gt-link-card__title">
            <a class="govuk-link" href={officerPaths.decision(decision.id)}>
              {decision.number}: {decision.title}
            </a>
          </h2>
          <p>Under: {decision.functionName}</p>
          {decision.withdrawnOn && <StatusPill meaning="neutral">Withdrawn</StatusPill>}
          {decision.category !== 'public' && <StatusPill meaning="exempt">Not for the public</StatusPill>}
        </li>
      ))}
    </ul>
  )
}

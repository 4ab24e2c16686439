import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { Card } from '#platform/web/components/card.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { planPaths } from '../paths.ts'
import type { PlanHead } from '../queries/plans.ts'
import { periodInWords, stageWords } from '../words/plan.ts'
import { PlanSections } from './plan-sections.tsx'

interface Props {
  readonly visit: Visit
  readonly plans: readonly PlanHead[]
  /** Versions that are worked on while another is in force, by plan. */
  readonly workedOn: ReadonlyMap<string, PlanHead>
  /** The boards by id. */
  readonly bodies: ReadonlyMap<string, { readonly slug: string; readonly name: string }>
  /** The one whose plans these are; undefined: of every board. */
  readonly board: { readonly slug: string; readonly name: string } | undefined
  readonly mayMake: boolean
}

/** Plans of one board or of all: what they promised, and for what time (P2). */
export function PlansPage({ visit, plans, workedOn, bodies, board, mayMake }: Props): JSX.Element {
  const crumbs = [{ text: 'Boards', href: '/boards' }, ...(board ? [{ text: board.name, href: `/boards/${board.slug}` }] : [])]
  const groups = [
    { id: 'in-force', title: 'In force', found: plans.filter(({ state }) => state === 'published') },
    { id: 'prepared', title: 'Being prepared', found: plans.filter(({ state }) => state !== 'published' && state !== 'closed') },
    { id: 'closed', title: 'Closed', found: plans.filter(({ state }) => state === 'closed') },
  ]
  return (
    <Page
      visit={visit}
      title={board ? `Plans: ${board.name}` : 'Plans'}
      breadcrumbs={crumbs}
      width="workspace"
      description="What was promised: plans with their priorities, outcomes and actions, and how they go."
    >
      <PageHead
        title="Plans"
        caption={board?.name}
        lead="What was promised, who leads it, by when, and how it goes."
        actions={
          mayMake && board ? (
            <a class="govuk-button" href={planPaths.create(board.slug)}>
              Begin a plan
            </a>
          ) : undefined
        }
      />
      {board && boardNavigation(board.slug, 'plans')}
      {board && <PlanSections slug={board.slug} current="plans" />}
      {plans.length === 0 && (
        <EmptyState
          title="No plan stands here yet"
          text={
            mayMake ? 'Begin a plan: choose its kind, and then write its priorities.' : 'Plans appear here once a clerk has published them.'
          }
        />
      )}
      {groups.map(({ id, title, found }) =>
        found.length === 0 ? null : (
          <Card id={id} title={title}>
            <ul class="govuk-list gt-rows">
              {found.map((plan) => (
                <PlanLine plan={plan} workedOn={workedOn.get(plan.id)} board={board ? undefined : bodies.get(plan.body)?.name} />
              ))}
            </ul>
          </Card>
        ),
      )}
      {board && (
        <p class="govuk-body">
          <a class="govuk-link" href={planPaths.all}>
            Plans of every board
          </a>
        </p>
      )}
    </Page>
  )
}

function PlanLine(props: {
  readonly plan: PlanHead
  readonly workedOn: PlanHead | undefined
  readonly board: string | undefined
}): JSX.Element {
  const { plan, workedOn, board } = props
  const { word, meaning } = stageWords[plan.state]
  const hints = [board, plan.typeName, periodInWords(plan), workedOn && `Version ${workedOn.number} is being worked on`].filter(
    (hint) => hint !== undefined && hint !== plan.title,
  )
  return (
    <li>
      <div>
        <a class="govuk-link" href={planPaths.plan(plan.id)}>
          {plan.title}
        </a>
        <br />
        <span class="govuk-hint">{hints.join(' · ')}</span>
      </div>
      <StatusPill meaning={meaning}>{word}</StatusPill>
    </li>
  )
}

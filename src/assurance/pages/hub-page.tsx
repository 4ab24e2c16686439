import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { boardPath } from '#governance/paths.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { assurancePaths, auditPaths, challengePaths } from '../paths.ts'
import type { Recommendation } from '../queries/recommendations.ts'
import type { ReviewLine } from '../queries/reviews.ts'
import { countStates, recommendationStates } from '../rules/recommendation.ts'
import { stateWords } from '../words/recommendation.ts'
import type { BoardName } from './crumbs.ts'
import { RegisterTable } from './register-page.tsx'
import { ReviewsTable } from './reviews-page.tsx'

/** How a board is assured, at a glance. */
export interface HubPageProps {
  readonly visit: Visit
  readonly board: BoardName
  readonly recommendations: readonly Recommendation[]
  readonly reviews: readonly ReviewLine[]
  /** Challenges that one may see: open, and with impact shown. */
  readonly challenges: { readonly open: number; readonly closed: number; readonly due: number }
  readonly rounds: { readonly running: number; readonly reported: number }
  readonly mayAdd: boolean
}

/** The door to a board's registers: what is late first, then what there is. */
export function HubPage({ visit, board, recommendations, reviews, challenges, rounds, mayAdd }: HubPageProps): JSX.Element {
  const late = recommendations.filter(({ state }) => state === 'response-overdue' || state === 'action-overdue' || state === 'impact-due')
  const urgent = late
    .toSorted((one, other) => recommendationStates.indexOf(one.state) - recommendationStates.indexOf(other.state))
    .slice(0, 6)
  return (
    <Page
      visit={visit}
      title="Assurance"
      width="workspace"
      breadcrumbs={[
        { text: 'Boards', href: '/boards' },
        { text: board.name, href: boardPath(board.slug) },
      ]}
    >
      <PageHead
        title="Assurance"
        caption={board.name}
        lead="How this board checks that what was promised is done, and that it makes a difference."
      />
      {boardNavigation(board.slug, 'assurance')}
      <Registers board={board} recommendations={recommendations} reviews={reviews} challenges={challenges} rounds={rounds} />
      <Card
        title="Recommendations that press"
        id="pressing"
        flush={urgent.length > 0}
        link={{ text: 'The whole register', href: assurancePaths.register(board.slug) }}
      >
        {urgent.length === 0 ? (
          <EmptyState
            title="Nothing presses"
            text={
              recommendations.length === 0
                ? 'No recommendation stands on the register yet.'
                : 'No response or action is overdue, and no impact is waited for.'
            }
            action={
              mayAdd && recommendations.length === 0
                ? { text: 'Add a recommendation', href: assurancePaths.newRecommendation(board.slug) }
                : undefined
            }
          />
        ) : (
          <RegisterTable shown={urgent} />
        )}
      </Card>
      {reviews.some(({ closedOn }) => !closedOn) && (
        <Card title="Reviews under way" id="reviews" flush>
          <ReviewsTable reviews={reviews.filter(({ closedOn }) => !closedOn).slice(0, 6)} withSight={false} />
        </Card>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={assurancePaths.recommendations()}>
          Recommendations of every board
        </a>
      </p>
    </Page>
  )
}

function Registers({ board, recommendations, reviews, challenges, rounds }: Omit<HubPageProps, 'visit' | 'mayAdd'>): JSX.Element {
  return (
    <DataTable
      caption="What there is"
      narrow="stack"
      columns={[{ heading: 'Register' }, { heading: 'How it stands' }]}
      rows={[
        {
          cells: [
            <a class="govuk-link" href={assurancePaths.register(board.slug)}>
              Recommendations
            </a>,
            countsOf(recommendations),
          ],
        },
        {
          cells: [
            <a class="govuk-link" href={challengePaths.log(board.slug)}>
              Log of challenge
            </a>,
            challenges.open + challenges.closed === 0
              ? 'None recorded'
              : `${challenges.open} open${challenges.due > 0 ? `, ${challenges.due} due for the next step` : ''}, ${challenges.closed} closed with an impact`,
          ],
        },
        {
          cells: [
            <a class="govuk-link" href={auditPaths.audits(board.slug)}>
              Audits
            </a>,
            rounds.running + rounds.reported === 0 ? 'None recorded' : `${rounds.running} under way, ${rounds.reported} reported`,
          ],
        },
        {
          cells: [
            <a class="govuk-link" href={assurancePaths.reviews(board.slug)}>
              Reviews and inspections
            </a>,
            reviews.length === 0
              ? 'None recorded'
              : `${reviews.filter(({ closedOn }) => !closedOn).length} open, ${reviews.filter(({ closedOn }) => closedOn).length} closed`,
          ],
        },
      ]}
    />
  )
}

function countsOf(recommendations: readonly Recommendation[]): string {
  if (recommendations.length === 0) return 'None recorded'
  const counts = countStates(recommendations.map(({ state }) => state))
  return `${recommendations.length}: ${counts.map(([state, count]) => `${count} ${stateWords[state].word.toLowerCase()}`).join(', ')}`
}

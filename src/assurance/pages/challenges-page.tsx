import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { dayInWords } from '#platform/time/words.ts'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { challengePaths } from '../paths.ts'
import type { Challenge } from '../queries/challenges.ts'
import { challengeStates, type LadderStep } from '../rules/challenge.ts'
import { challengeStateWords, waitWords } from '../words/challenge.ts'
import { type BoardName, crumbsOf } from './crumbs.ts'

/** The log of challenge of a board. */
export interface ChallengesPageProps {
  readonly visit: Visit
  readonly board: BoardName
  readonly challenges: readonly Challenge[]
  readonly mayAdd: boolean
}

/** Who challenged whom, what was answered, and what it changed (P8). */
export function ChallengesPage({ visit, board, challenges, mayAdd }: ChallengesPageProps): JSX.Element {
  const counts = challengeStates
    .map((state) => [state, challenges.filter((one) => one.state === state).length] as const)
    .filter(([, count]) => count > 0)
  return (
    <Page visit={visit} title="Log of challenge" width="workspace" breadcrumbs={crumbsOf(board)}>
      <PageHead
        title="Log of challenge"
        caption={board.name}
        lead="One partner questions another, and it stays open until something shows what that changed."
        actions={
          mayAdd && (
            <a class="govuk-button" href={challengePaths.create(board.slug)}>
              Record a challenge
            </a>
          )
        }
      />
      {boardNavigation(board.slug, 'assurance')}
      <p class="govuk-body">
        {counts.length > 0 &&
          `${challenges.length} in all: ${counts.map(([state, count]) => `${count} ${challengeStateWords[state].word.toLowerCase()}`).join(', ')}. `}
        <a class="govuk-link" href={challengePaths.ladder(board.slug)}>
          The escalation ladder
        </a>
      </p>
      {challenges.length === 0 ? (
        <EmptyState
          title="No challenges to show"
          text="Challenges are recorded by the clerk. Members see all of them; everybody sees those that the board has published."
          action={mayAdd ? { text: 'Record a challenge', href: challengePaths.create(board.slug) } : undefined}
        />
      ) : (
        <DataTable
          caption="Challenges"
          hideCaption
          narrow="stack"
          columns={[
            { heading: 'Challenge' },
            { heading: 'Raised' },
            { heading: 'By' },
            { heading: 'To' },
            { heading: 'Impact' },
            { heading: 'How it stands' },
          ]}
          rows={challenges.map((one) => ({
            cells: [
              <a class="govuk-link" href={challengePaths.challenge(one.id)}>
                {one.number}: {one.title}
              </a>,
              dayInWords(one.raisedOn),
              one.raisedBy,
              one.addresseeOffice,
              one.impactOn ? `Shown ${dayInWords(one.impactOn)}` : 'Not shown yet',
              <StatusPill meaning={challengeStateWords[one.state].meaning}>{challengeStateWords[one.state].word}</StatusPill>,
            ],
          }))}
        />
      )}
    </Page>
  )
}

/** The ladder as a table: who writes to whom, and how long the answer is waited for. */
export function LadderTable({ steps }: { readonly steps: readonly LadderStep[] }): JSX.Element {
  return (
    <DataTable
      caption="Escalation ladder"
      narrow="stack"
      columns={[
        { heading: 'Step', namesNumber: true },
        { heading: 'Who acts' },
        { heading: 'Writes to' },
        { heading: 'Copy to' },
        { heading: 'Waits' },
      ]}
      rows={steps.map((step) => ({
        cells: [String(step.position), step.who, step.toWhom, step.copiedTo || 'Nobody', waitWords(step)],
      }))}
    />
  )
}

import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { dayInWords } from '#platform/time/words.ts'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { electionPaths } from '../paths.ts'
import type { Election } from '../queries/elections.ts'
import { electionStateWords, electionTitle } from '../words/election.ts'

interface Props {
  readonly visit: Visit
  readonly board: { readonly slug: string; readonly name: string }
  readonly elections: readonly Election[]
  readonly mayCall: boolean
}

/** The elections of a board: for everybody those whose result is published, for members all of them. */
export function ElectionsPage({ visit, board, elections, mayCall }: Props): JSX.Element {
  const call = { text: 'Call an election', href: electionPaths.call(board.slug) }
  return (
    <Page
      visit={visit}
      title={`Elections: ${board.name}`}
      breadcrumbs={[
        { text: 'Boards', href: '/boards' },
        { text: board.name, href: `/boards/${board.slug}` },
      ]}
      width="workspace"
    >
      <PageHead
        title="Elections"
        caption={board.name}
        lead="Elections to the chair and to seats. Where more than one stands, the members vote by secret ballot."
        actions={
          mayCall ? (
            <a class="govuk-button" href={call.href}>
              {call.text}
            </a>
          ) : undefined
        }
      />
      {boardNavigation(board.slug, 'overview')}
      {elections.length === 0 ? (
        <EmptyState
          title="No election to show"
          text={
            mayCall
              ? 'Call an election and members can nominate.'
              : 'An election is shown here once its result is published. Members see it from the start.'
          }
        />
      ) : (
        <ul class="gt-card-grid">
          {elections.map((election) => (
            <Entry election={election} />
          ))}
        </ul>
      )}
    </Page>
  )
}

function Entry({ election }: { readonly election: Election }): JSX.Element {
  const { meaning, word } = electionStateWords[election.state]
  return (
    <li class="gt-link-card">
      {election.openedOn && <p class="gt-link-card__caption">Ballot opened on {dayInWords(election.openedOn)}</p>}
      <h2 class="gt-link-card__title">
        <a class="govuk-link" href={electionPaths.election(election.id)}>
          {electionTitle(election)}
        </a>
      </h2>
      {election.result?.electedName && <p>{election.result.electedName} was elected.</p>}
      <StatusPill meaning={meaning}>{word}</StatusPill>
    </li>
  )
}

import type { JSX } from 'hono/jsx/jsx-runtime'
import { appointPath, newOfficePath } from '#governance/paths.ts'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { electionPaths, meetingPaths } from '../paths.ts'
import type { Candidate, Election, RollLine } from '../queries/elections.ts'
import type { BallotPaper } from '../rules/ballot.ts'
import { answersLeft } from '../rules/election.ts'
import { answerButtonWords, candidateStateWords, electionStateWords, electionTitle } from '../words/election.ts'
import { CountedCard } from './election-result.tsx'
import { SecrecyCard } from './secrecy-card.tsx'

/** What the page of an election shows, and to whom. */
export interface ElectionView {
  readonly visit: Visit
  readonly board: { readonly slug: string; readonly name: string }
  readonly election: Election
  readonly candidates: readonly Candidate[]
  /** As far as whoever reads may see it. */
  readonly roll: readonly RollLine[]
  readonly papers: readonly BallotPaper[]
  /** The person who reads; undefined for visitors. */
  readonly me: string | undefined
  readonly mayKeep: boolean
  readonly mayNominate: boolean
  /** Whether the candidates, the roll and the papers are for whoever reads: members, and not the public. */
  readonly isInside: boolean
  /** What the terms say, in sentences. */
  readonly terms: readonly string[]
  /** True where the tie still waits. */
  readonly isTied: boolean
  /** Where the election is held again after a tie; undefined where it is not. */
  readonly again: string | undefined
}

/** One election: how it stands, who stands, who may vote, and in the end the result with the list of receipts (M14). */
export function ElectionPage(view: ElectionView): JSX.Element {
  const { visit, board, election, isInside } = view
  const { meaning, word } = electionStateWords[election.state]
  return (
    <Page
      visit={visit}
      title={`${electionTitle(election)}: ${board.name}`}
      breadcrumbs={[
        { text: board.name, href: `/boards/${board.slug}` },
        { text: 'Elections', href: electionPaths.list(board.slug) },
      ]}
    >
      <PageHead title={electionTitle(election)} caption={board.name} status={<StatusPill meaning={meaning}>{word}</StatusPill>} />
      <YourPart view={view} />
      {election.result && <CountedCard view={view} />}
      {election.calledOffBecause !== '' && <p class="govuk-inset-text">Called off: {election.calledOffBecause}</p>}
      {isInside && <CandidatesCard view={view} />}
      <Card id="about" title="About this election">
        <KeyFacts facts={factsOf(view)} />
        <ul class="govuk-list govuk-list--bullet">
          {view.terms.map((sentence) => (
            <li>{sentence}</li>
          ))}
        </ul>
      </Card>
      {isInside && view.roll.length > 1 && <RollCard view={view} />}
      {isInside && <SecrecyCard />}
      {view.mayKeep && <ClerkCard view={view} />}
    </Page>
  )
}

/** What whoever reads can do now. */
function YourPart({ view }: { readonly view: ElectionView }): JSX.Element | null {
  const { election, roll, me } = view
  if (election.state !== 'open') return null
  const mine = roll.find(({ person }) => person === me)
  if (!mine)
    return view.isInside ? <p class="govuk-inset-text">The ballot is open. You are not on its roll, so you have no paper.</p> : null
  if (mine.voted)
    return (
      <p class="govuk-inset-text">
        <strong>You have voted.</strong> Your paper is in the box. It is counted with all others when the clerk closes the ballot.
      </p>
    )
  return (
    <p>
      <a class="govuk-button" href={electionPaths.step(election.id, 'ballot')}>
        Vote now
      </a>
    </p>
  )
}

function factsOf({ election, mayKeep, roll }: ElectionView) {
  const { meeting, nominationsUntil, openedOn, endedOn, note, state } = election
  const voted = roll.filter((line) => line.voted).length
  return [
    {
      label: 'Where',
      value:
        meeting === undefined ? (
          'Outside a meeting: everybody with a voting place on the day it opens votes'
        ) : (
          <a class="govuk-link" href={meetingPaths.meeting(meeting)}>
            At a meeting, by those who are there
          </a>
        ),
    },
    ...(state === 'nominations'
      ? [{ label: 'Nominations', value: nominationsUntil ? `Until ${dayInWords(nominationsUntil)}` : 'Until the ballot opens' }]
      : []),
    ...(openedOn ? [{ label: 'Ballot opened', value: dayInWords(openedOn) }] : []),
    ...(state === 'open' && mayKeep ? [{ label: 'Have voted', value: `${voted} of ${roll.length}` }] : []),
    ...(endedOn ? [{ label: 'Ended', value: dayInWords(endedOn) }] : []),
    ...(note === '' ? [] : [{ label: 'Note', value: note }]),
  ]
}

function CandidatesCard({ view }: { readonly view: ElectionView }): JSX.Element {
  const { election, candidates, mayNominate } = view
  const link = mayNominate ? { text: 'Nominate somebody', href: electionPaths.step(election.id, 'nominate') } : undefined
  return (
    <Card id="candidates" title="Nominated" {...(link ? { link } : {})}>
      {candidates.length === 0 ? (
        <EmptyState title="Nobody is nominated yet" text="Members nominate, themselves or one another." />
      ) : (
        <ul class="gt-list">
          {candidates.map((candidate) => (
            <Nominee candidate={candidate} view={view} />
          ))}
        </ul>
      )}
    </Card>
  )
}

function Nominee({ candidate, view }: { readonly candidate: Candidate; readonly view: ElectionView }): JSX.Element {
  const { visit, election, me, mayKeep } = view
  const { meaning, word } = candidateStateWords[candidate.state]
  const isMine = candidate.person === me
  const answers = isMine || mayKeep ? answersLeft(election.state, candidate.state) : []
  return (
    <li>
      <p>
        <b>{candidate.name}</b> <StatusPill meaning={meaning}>{word}</StatusPill>
      </p>
      <p class="govuk-hint">
        {candidate.person === candidate.nominatedBy ? 'Put themselves forward' : `Nominated by ${candidate.nominatorName}`}
      </p>
      {candidate.statement !== '' && <p>{candidate.statement}</p>}
      {answers.length > 0 && (
        <div class="govuk-button-group">
          {answers.map((answer) => (
            <PostButton
              visit={visit}
              action={electionPaths.answer(election.id, candidate.id)}
              text={answerButtonWords(answer, isMine ? undefined : candidate.name)}
              look="secondary"
              fields={{ answer }}
            />
          ))}
        </div>
      )}
    </li>
  )
}

function RollCard({ view }: { readonly view: ElectionView }): JSX.Element {
  const { roll, election } = view
  const group = (voted: boolean): string =>
    roll
      .filter((line) => line.voted === voted)
      .map(({ name }) => name)
      .join(', ')
  return (
    <Card
      id="roll"
      title="The roll"
      lead={election.state === 'open' ? 'While the ballot is open the clerk alone sees it.' : 'Who voted; never how.'}
    >
      <KeyFacts
        facts={[
          { label: 'Voted', value: group(true) || 'Nobody' },
          { label: 'Did not vote', value: group(false) || 'Nobody' },
        ]}
      />
    </Card>
  )
}

function ClerkCard({ view }: { readonly view: ElectionView }): JSX.Element | null {
  const { visit, board, election, isTied } = view
  const { state, post, seat, id, elected } = election
  const record = post === 'seat' && seat !== undefined ? appointPath(board.slug, seat) : newOfficePath(board.slug)
  const steps = [
    ...(state === 'nominations' ? [{ text: 'End the nominations', href: electionPaths.step(id, 'open') }] : []),
    ...(state === 'open' ? [{ text: 'Close the ballot and count', href: electionPaths.step(id, 'count') }] : []),
    ...(isTied ? [{ text: 'Settle the tie', href: electionPaths.step(id, 'tie') }] : []),
    ...(elected === undefined
      ? []
      : [{ text: post === 'seat' ? 'Record the appointment to the seat' : 'Record the office', href: record }]),
    ...(state === 'nominations' || state === 'open' ? [{ text: 'Call the election off', href: electionPaths.step(id, 'call-off') }] : []),
  ]
  const mayPublish = election.result !== undefined && election.sight === 'members'
  if (steps.length === 0 && !mayPublish) return null
  return (
    <Card id="clerk" title="For the clerk">
      <ul class="govuk-list">
        {steps.map(({ text, href }) => (
          <li>
            <a class="govuk-link" href={href}>
              {text}
            </a>
          </li>
        ))}
      </ul>
      {mayPublish && (
        <PostButton
          visit={visit}
          action={electionPaths.step(id, 'publish')}
          text="Publish the result"
          look="secondary"
          fields={{ version: election.version }}
        />
      )}
    </Card>
  )
}

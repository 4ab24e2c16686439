import type { JSX } from 'hono/jsx/jsx-runtime'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { Radios } from '#platform/web/govuk/components.tsx'
import { livePaths } from '../../paths.ts'
import type { MotionView, VoterView } from '../../queries/live/motions-view.ts'
import type { VoteRow } from '../../queries/motions.ts'
import { voteChoices } from '../../rules/electorate.ts'
import { choiceWords, lacksMandateWords, motionName, votedWords } from '../../words/motion.ts'
import { LiveForm } from './live-form.tsx'
import { MotionButton } from './motion-button.tsx'
import type { MotionCardProps } from './motion-card.tsx'

/** An open vote: one's own, who has voted so far, and for the clerk the roll and the close. */
export function OpenVote(props: MotionCardProps): JSX.Element {
  const { motion, own, voters, out } = props.motion
  const done = voters.filter(({ hasVoted }) => hasVoted)
  const waiting = voters.filter(({ hasVoted }) => !hasVoted)
  const names = (list: readonly { readonly name: string }[]): string => list.map(({ name }) => name).join(', ')
  return (
    <div class="gt-live-vote">
      {own.state === 'may-vote' && <VoteForm {...props} />}
      {own.state === 'out-for-interest' && (
        <p class="gt-live-result">You have an interest in this item and must leave for it, so you do not vote.</p>
      )}
      <p>
        <strong>
          {done.length} of {voters.length} have voted.
        </strong>{' '}
        {waiting.length > 0 && `Still to vote: ${names(waiting)}. `}
        {out.length > 0 && `Out for an interest: ${names(out)}. `}
        How each voted is shown when the vote is closed.
      </p>
      {props.keeps && <RollForm {...props} />}
      {props.keeps && (
        <div class="gt-live-buttons">
          <MotionButton {...props} act="close" text="Close the vote" about={`on ${motionName(motion).toLowerCase()}`} look="primary" />
          <MotionButton {...props} act="withdraw" text="Stop the vote and withdraw the motion" about={String(motion.number)} />
        </div>
      )}
    </div>
  )
}

/** One's own vote, said back, and changeable until the close. */
function VoteForm({ visit, meeting, motion: view, form: formOf }: MotionCardProps): JSX.Element {
  const { motion, own } = view
  const id = `vote-${motion.id}`
  const form = formOf(id)
  const cast = own.state === 'may-vote' ? own.choice : undefined
  const chosen = form.value('choice') || cast
  return (
    <LiveForm visit={visit} id={id} action={livePaths.act(meeting, 'motions/vote')} fields={{ motion: motion.id }} problems={form.problems}>
      {cast && (
        <p class="gt-live-result" role="status">
          You voted: <strong>{votedWords[cast].toLowerCase()}</strong>. You can change it until the vote is closed.
        </p>
      )}
      {own.state === 'may-vote' && own.lacksMandate && <p class="govuk-inset-text">{lacksMandateWords}</p>}
      <Radios
        idPrefix={`choice-${id}`}
        name="choice"
        fieldset={{ legend: { text: `Your vote on ${motionName(view.motion).toLowerCase()}`, classes: 'govuk-fieldset__legend--s' } }}
        items={voteChoices.map((value) => ({ value, text: choiceWords[value], checked: chosen === value }))}
        errorMessage={form.error('choice')}
      />
      <button type="submit" class="gt-live-button gt-live-button--primary">
        {cast ? 'Change my vote' : 'Vote'}
      </button>
    </LiveForm>
  )
}

/** Who is called: everybody but those who voted by phone. */
export function onRoll({ voters }: MotionView): readonly VoterView[] {
  return voters.filter(({ hasVoted, called }) => !hasVoted || called !== undefined)
}

/** The roll: the clerk writes the answers of those who do not vote by phone. Whoever voted by phone is not on it. */
function RollForm({ visit, meeting, motion: view, form: formOf }: MotionCardProps): JSX.Element {
  const id = `roll-${view.motion.id}`
  const form = formOf(id)
  const called = onRoll(view)
  if (called.length === 0) return <p>Everybody has voted.</p>
  return (
    <details class="gt-live-more" open={form.problems.length > 0}>
      <summary>Call the roll for those without a phone</summary>
      <LiveForm
        visit={visit}
        id={id}
        class="gt-live-fields"
        action={livePaths.act(meeting, 'motions/roll')}
        fields={{ motion: view.motion.id }}
        problems={form.problems}
      >
        {called.map((voter) => (
          <RollLine view={view} voter={voter} typed={form.value(rollName(voter))} />
        ))}
        <button type="submit" class="gt-live-button gt-live-button--primary">
          Keep these answers
        </button>
      </LiveForm>
    </details>
  )
}

const rollName = ({ place }: VoterView): string => `vote_${place.replace('/', '_')}`

function RollLine({ view, voter, typed }: { readonly view: MotionView; readonly voter: VoterView; readonly typed: string }): JSX.Element {
  const chosen = typed === '' ? voter.called : typed
  return (
    <Radios
      idPrefix={`${rollName(voter)}-${view.motion.id}`}
      name={rollName(voter)}
      classes="govuk-radios--small govuk-radios--inline"
      fieldset={{ legend: { text: voter.deputy ? `${voter.name}, as deputy` : voter.name, classes: 'govuk-fieldset__legend--s' } }}
      items={voteChoices.map((value) => ({ value, text: choiceWords[value], checked: chosen === value }))}
    />
  )
}

/** How each voted, by name. */
export function VotesTable({
  votes,
  caption,
}: {
  readonly votes: readonly Pick<VoteRow, 'name' | 'choice'>[]
  readonly caption: string
}): JSX.Element {
  const rows = voteChoices.flatMap((choice) =>
    votes.filter((vote) => vote.choice === choice).map(({ name }) => ({ cells: [name, votedWords[choice]] })),
  )
  return <DataTable caption={caption} columns={[{ heading: 'Member' }, { heading: 'Vote' }]} rows={rows} />
}

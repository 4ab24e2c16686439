import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { InstantText } from '#platform/web/components/date-text.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { TypedWords } from '#platform/web/components/prose.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Timeline } from '#platform/web/components/timeline.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { familyPaths } from '../paths.ts'
import type { findTransitionStory, TransitionLine } from '../queries/movement.ts'
import { channelWords, eventWords, settledAsWords, stageWords, transitionWords } from '../words/movement.ts'
import { Clock } from './movement-lists.tsx'

/** One transition, for whoever sent it and whoever received it. */
export interface TransitionPageProps extends Awaited<ReturnType<typeof findTransitionStory>> {
  readonly visit: Visit
  readonly transition: TransitionLine
  readonly isReceiver: boolean
  readonly maySend: boolean
}

/** One transition: how it stands, what the other side reads, what happened. It prints as it stands, for whoever has no account. */
export function TransitionPage(props: TransitionPageProps): JSX.Element {
  const { visit, transition, words, events } = props
  const title = transitionWords[transition.kind]
  const [meaning, word] = stageWords[transition.stage]
  return (
    <Page
      visit={visit}
      title={title}
      breadcrumbs={[
        { text: 'Families', href: familyPaths.list() },
        { text: 'On the move', href: familyPaths.movements() },
      ]}
    >
      <PageHead title={title} caption={transition.kind === 'transfer-in' ? `From ${transition.to}` : `To ${transition.to}`} />
      <p class="govuk-body">
        <StatusPill meaning={meaning}>{word}</StatusPill> <Clock clock={transition.clock} />
      </p>
      <Acts {...props} />
      <Card title="What the other side reads" id="words">
        {words === undefined ? <p class="govuk-body">These words are not open to you.</p> : <TypedWords words={words} />}
        <p class="govuk-body">
          {transition.isAgreed
            ? words === undefined && props.isReceiver && transition.stage !== 'declined'
              ? 'The family agreed to this when it was sent. What they agree to has changed since, and it is closed to you. Ring whoever sent it.'
              : 'The family agrees to this.'
            : transition.withoutBecause === ''
              ? 'The family has not agreed to this. Why it is done without is not open to you.'
              : `The family has not agreed to this. It is done without because: ${transition.withoutBecause}`}
        </p>
      </Card>
      <Answer {...transition} />
      <Card title="What happened" id="events">
        <Timeline
          label="What happened"
          events={events.map(({ what, at, who }) => ({
            title: eventWords[what as keyof typeof eventWords],
            when: <InstantText instant={at} />,
            who,
          }))}
        />
      </Card>
    </Page>
  )
}

const notOpen = <span class="gt-missing">Not open to you</span>

function Answer(transition: TransitionLine): JSX.Element | null {
  if (transition.decidedAt === null) return null
  return (
    <Card title="The answer" id="answer">
      <KeyFacts
        facts={[
          { label: 'Decided by', value: transition.decidedName },
          { label: 'On', value: <InstantText instant={transition.decidedAt} /> },
          ...(transition.reason === '' ? [] : [{ label: 'Why', value: transition.reason }]),
          ...(transition.channel ? [{ label: 'How it went out', value: channelWords[transition.channel] }] : []),
          ...(transition.disputedAt
            ? [
                { label: 'Not agreed because', value: transition.disputedBecause || notOpen },
                { label: 'It goes to', value: transition.disputedTo },
                ...(transition.settleBy ? [{ label: 'Settled by', value: `${dayInWords(transition.settleBy)} at the latest` }] : []),
                {
                  label: 'How it was settled',
                  value: transition.settledAs ? settledAsWords[transition.settledAs] : transition.settledAt ? 'Settled' : 'Not yet',
                },
                ...(transition.settledAt ? [{ label: 'In words', value: transition.settlement || notOpen }] : []),
              ]
            : []),
        ]}
      />
    </Card>
  )
}

function Acts({ visit, transition, isReceiver, maySend }: TransitionPageProps): JSX.Element | null {
  const { id, stage, target } = transition
  const isWaiting = stage === 'sent' || stage === 'received'
  const link = (step: 'send' | 'answer' | 'dispute' | 'settle', text: string): JSX.Element => (
    <a class="govuk-button" href={familyPaths.movementStep(id, step)}>
      {text}
    </a>
  )
  return (
    <>
      {maySend && stage === 'proposed' && target === null && link('send', 'Send it')}
      {maySend && stage === 'proposed' && target !== null && (
        <PostButton visit={visit} action={`${familyPaths.movement(id)}/send-here`} text="Send it" look="primary" />
      )}
      {isReceiver && stage === 'sent' && (
        <PostButton visit={visit} action={familyPaths.movementStep(id, 'receive')} text="We have received it" />
      )}
      {isReceiver && isWaiting && link('answer', 'Answer')}
      {maySend && !isReceiver && target === null && isWaiting && link('answer', 'Write down the answer that came')}
      {maySend && isWaiting && (
        <Fold title="Withdraw it">
          <p class="govuk-body">The other side reads it no more. What was done stays in the record.</p>
          <PostButton visit={visit} action={familyPaths.movementStep(id, 'withdraw')} text="Withdraw it now" look="warning" />
        </Fold>
      )}
      {maySend &&
        (stage === 'returned' || stage === 'declined') &&
        transition.disputedAt === null &&
        link('dispute', 'We do not agree with this answer')}
      {maySend && transition.disputedAt !== null && transition.settledAt === null && link('settle', 'Write down how it was settled')}
      {maySend && (
        <p class="govuk-body-s">{`Proposed on ${dayInWords(transition.proposedOn)}. Print this page for somebody who has no account.`}</p>
      )}
    </>
  )
}

import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { meetingPaths } from '#meetings/paths.ts'
import { threadAddress } from '#platform/thread/part.ts'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { TypedWords } from '#platform/web/components/prose.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Timeline, type TimelineEvent } from '#platform/web/components/timeline.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { challengePaths, type ChallengeStep as StepName } from '../paths.ts'
import type { Challenge, ChallengeStep } from '../queries/challenges.ts'
import type { nextStep } from '../rules/challenge.ts'
import { challengeStateWords, howWords } from '../words/challenge.ts'
import { type BoardName, crumbsOf } from './crumbs.ts'

/** One challenge with all that became of it. */
export interface ChallengePageProps {
  readonly visit: Visit
  readonly board: BoardName
  readonly challenge: Challenge
  readonly next: ReturnType<typeof nextStep>
  /** The verbs of the matrix that whoever looks may use. */
  readonly may: ReadonlySet<string>
}

/** A challenge, its answer, the steps of the ladder, its impact. */
export function ChallengePage({ visit, board, challenge: one, next, may }: ChallengePageProps): JSX.Element {
  const { word, meaning, next: whatNext } = challengeStateWords[one.state]
  return (
    <Page visit={visit} title={one.title} breadcrumbs={crumbsOf(board, { text: 'Log of challenge', href: challengePaths.log(board.slug) })}>
      <PageHead
        title={one.title}
        caption={`Challenge ${one.number}`}
        lead={whatNext === '' ? undefined : whatNext}
        status={<StatusPill meaning={meaning}>{word}</StatusPill>}
      />
      {boardNavigation(board.slug, 'assurance')}
      {one.takenBackReason !== '' && <div class="govuk-inset-text">Taken back from the public: {one.takenBackReason}</div>}
      <TypedWords words={one.text} />
      <Facts challenge={one} may={may} />
      <Steps challenge={one} may={may} />
      <Ladder visit={visit} challenge={one} next={next} may={may} />
      <p class="govuk-body">
        <a class="govuk-link" href={threadAddress('challenge', one.id)}>
          Its golden thread
        </a>
      </p>
    </Page>
  )
}

function Facts({ challenge: one, may }: Pick<ChallengePageProps, 'challenge' | 'may'>): JSX.Element {
  const at = (meeting: string | undefined, day: Temporal.PlainDate) =>
    meeting ? (
      <>
        {dayInWords(day)},{' '}
        <a class="govuk-link" href={meetingPaths.meeting(meeting)}>
          at this meeting
        </a>
      </>
    ) : (
      `${dayInWords(day)}, between meetings`
    )
  return (
    <KeyFacts
      facts={[
        { label: 'Raised by', value: one.raisedBy },
        { label: 'Raised', value: at(one.meeting, one.raisedOn) },
        { label: 'To', value: one.addresseeName === '' ? one.addresseeOffice : `${one.addresseeOffice}, ${one.addresseeName}` },
        { label: 'Answers for it', value: one.ownerName || undefined },
        {
          label: 'Response',
          value: one.respondedOn && (
            <>
              {dayInWords(one.respondedOn)}
              <TypedWords words={one.response} />
            </>
          ),
        },
        {
          label: 'Impact',
          value: one.impactOn && (
            <>
              {dayInWords(one.impactOn)}
              <TypedWords words={one.impact} />
              <p class="gt-typed">What shows it: {one.impactEvidence}</p>
            </>
          ),
        },
        ...(one.closedOn
          ? [{ label: 'Closed', value: at(one.closedMeeting, one.closedOn) }]
          : [
              {
                label: 'Comes back to the board',
                value:
                  one.milestoneOn &&
                  `At its first meeting from ${dayInWords(one.milestoneOn)}, then every ${one.everyMonths} months while it is open`,
              },
            ]),
        ...(may.has('show')
          ? [{ label: 'Seen by', value: one.sight === 'public' ? 'Everybody; letters only by the board' : 'Members of the board' }]
          : []),
      ]}
    />
  )
}

function Steps({ challenge: one, may }: Pick<ChallengePageProps, 'challenge' | 'may'>): JSX.Element | null {
  const link = (step: StepName, text: string, verb: string) =>
    may.has(verb) && (
      <a class="govuk-link" href={challengePaths.step(one.id, step)}>
        {text}
      </a>
    )
  if (may.size === 0) return null
  const isOpen = one.closedOn === undefined
  return (
    <div class="govuk-button-group">
      {isOpen && link('respond', one.respondedOn ? 'Change the response' : 'Respond', 'respond')}
      {isOpen && link('impact', one.impactOn ? 'Change the impact' : 'Record the impact', 'impact')}
      {isOpen && link('milestone', 'Set the milestone', 'milestone')}
      {isOpen && link('close', 'Close', 'close')}
      {isOpen && link('edit', 'Change', 'change')}
      {one.sight === 'members' ? link('show', 'Show it to everybody', 'show') : link('take-back', 'Take back from the public', 'show')}
    </div>
  )
}

function Ladder({ visit, challenge: one, next, may }: Pick<ChallengePageProps, 'visit' | 'challenge' | 'next' | 'may'>): JSX.Element {
  return (
    <Card title="Escalation" id="escalation">
      {one.steps.length === 0 ? (
        <p>No step of the ladder was taken.</p>
      ) : (
        <Timeline label="Steps of the ladder" events={one.steps.map((step) => eventOf(one, step))} />
      )}
      {next && (
        <p>
          The next step: {next.step.who} writes to {lower(next.step.toWhom)}
          {next.step.copiedTo === '' ? '' : `, copied to ${lower(next.step.copiedTo)}`}.{' '}
          {next.isDue
            ? `Due since ${dayInWords(next.dueFrom)}.`
            : next.mayTake
              ? 'It can be taken where the answer settles nothing.'
              : `Not before ${dayInWords(next.dueFrom)}.`}
        </p>
      )}
      {next?.mayTake && may.has('escalate') && (
        <PostButton
          visit={visit}
          action={challengePaths.step(one.id, 'escalate')}
          text="Draft the letter"
          look="primary"
          fields={{ version: one.version }}
        />
      )}
    </Card>
  )
}

const lower = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1)

function eventOf(one: Challenge, step: ChallengeStep): TimelineEvent {
  const title = `Step ${step.position}: ${step.who} to ${lower(step.toWhom)}`
  return {
    title: step.letter ? (
      <a class="govuk-link" href={challengePaths.letter(one.id, step.position)}>
        {title}
      </a>
    ) : (
      title
    ),
    when: step.sentOn
      ? `Sent ${dayInWords(step.sentOn)}${step.letter?.sentHow ? `, ${howWords[step.letter.sentHow as keyof typeof howWords].toLowerCase()}` : ''}`
      : 'Drafted, not sent',
    ...(step.answerDueOn
      ? { body: step.answeredOn ? `Answered ${dayInWords(step.answeredOn)}` : `Answer due ${dayInWords(step.answerDueOn)}` }
      : {}),
    state: step.sentOn ? 'done' : 'now',
  }
}

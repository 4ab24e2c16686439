import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayOf } from '#platform/time/london.ts'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { TypedWords } from '#platform/web/components/prose.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Details } from '#platform/web/govuk/components.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { feedbackPaths } from '../paths.ts'
import type { Feedback, findAnswerMail, findMatter } from '../queries/feedback.ts'
import { feedbackKindWords, feedbackStandingWords, outcomeWords, periodInWords, ratingWords, senderWords } from '../words/feedback.ts'
import { channelWords } from '../words/voice.ts'
import { type BoardName, feedbackTrail } from './feedback-register-page.tsx'

interface OneProps {
  readonly visit: Visit
  readonly board: BoardName
  readonly feedback: Feedback
  /** Undefined for whoever may not read it, and once it is forgotten. */
  readonly matter: Awaited<ReturnType<typeof findMatter>>
  /** The stage before; undefined where there is none. */
  readonly earlier: Feedback | undefined
  /** The mail with the answer; undefined where none was sent, and for whoever may not read it. */
  readonly mail: Awaited<ReturnType<typeof findAnswerMail>>
  readonly mayKeep: boolean
  readonly mayAnswer: boolean
}

/** One complaint, appeal, compliment or rating: what it is about, until when, what came of it (S3). */
export function FeedbackOnePage(props: OneProps): JSX.Element {
  const { visit, board, feedback } = props
  const { word, meaning } = feedbackStandingWords[feedback.standing]
  return (
    <Page
      visit={visit}
      title={`${feedbackKindWords[feedback.kind]} ${feedback.reference}`}
      breadcrumbs={[...feedbackTrail(board), { text: 'Register', href: feedbackPaths.register(board.slug) }]}
      width="workspace"
    >
      <PageHead
        title={`${feedbackKindWords[feedback.kind]} ${feedback.reference}`}
        caption={board.name}
        status={<StatusPill meaning={meaning}>{word}</StatusPill>}
        actions={<Steps {...props} />}
      />
      <Card id="about" title="About it">
        {feedback.summary === '' ? <p class="gt-missing">Nobody has looked at it yet</p> : <TypedWords words={feedback.summary} />}
        <KeyFacts facts={factsOf(props)} />
      </Card>
      <Matter {...props} />
    </Page>
  )
}

function Steps({ visit, feedback, mayKeep, mayAnswer }: OneProps): JSX.Element {
  const { id, state, version } = feedback
  if (state === 'received' && mayKeep)
    return (
      <a class="govuk-button" href={feedbackPaths.step(id, 'take')}>
        Take it or set it aside
      </a>
    )
  if (state !== 'open' || !mayAnswer) return <></>
  return (
    <>
      <a class="govuk-button" href={feedbackPaths.step(id, 'answer')}>
        Answer
      </a>
      {feedback.acknowledgedOn === null && (
        <PostButton visit={visit} action={feedbackPaths.step(id, 'acknowledge')} text="It was acknowledged today" fields={{ version }} />
      )}
      {mayKeep && (
        <>
          {feedback.rule?.extension !== 'none' && (
            <a class="govuk-button govuk-button--secondary" href={feedbackPaths.step(id, 'extend')}>
              Allow more time
            </a>
          )}
          <a class="govuk-button govuk-button--secondary" href={feedbackPaths.step(id, 'take')}>
            Change
          </a>
        </>
      )}
    </>
  )
}

function factsOf({ feedback, earlier }: OneProps) {
  const { rule } = feedback
  const dayOr = (day: Temporal.PlainDate | null) => (day === null ? undefined : dayInWords(day))
  const answered = feedback.kind === 'complaint' || feedback.kind === 'appeal'
  return [
    { label: 'Service', value: feedback.service === '' ? undefined : feedback.service },
    { label: 'Provider or agency', value: feedback.organisationName === '' ? undefined : feedback.organisationName },
    { label: 'Sent by', value: senderWords[feedback.whose] },
    { label: 'Came in', value: `${dayInWords(feedback.receivedOn)}, ${channelWords[feedback.channel].toLowerCase()}` },
    ...(feedback.happenedOn === null ? [] : [{ label: 'Happened', value: dayInWords(feedback.happenedOn) }]),
    ...(feedback.lateBecause === '' ? [] : [{ label: 'Came late, and was taken because', value: feedback.lateBecause }]),
    ...(feedback.rating === null
      ? []
      : [{ label: 'Rating', value: `${feedback.rating} of 5: ${ratingWords[feedback.rating - 1]?.toLowerCase()}` }]),
    ...(earlier
      ? [
          {
            label: 'Stage before',
            value: (
              <a class="govuk-link" href={feedbackPaths.one(earlier.id)}>
                {feedbackKindWords[earlier.kind]} {earlier.reference}
              </a>
            ),
          },
        ]
      : []),
    ...(rule && answered
      ? [
          { label: 'Procedure', value: `${rule.procedure}, stage ${rule.stage}: ${rule.name}. Answered within ${periodInWords(rule)}` },
          { label: 'Where that is written', value: rule.isConfirmed ? rule.source : `${rule.source}. Check the text before relying on it` },
          ...(feedback.acknowledgeBy === null ? [] : [{ label: 'Acknowledge by', value: dayInWords(feedback.acknowledgeBy) }]),
          { label: 'Acknowledged', value: dayOr(feedback.acknowledgedOn) },
          { label: 'Answer due', value: dayOr(feedback.dueOn) },
          ...(feedback.extendedBecause === '' ? [] : [{ label: 'More time was allowed', value: feedback.extendedBecause }]),
          { label: 'Who answers', value: feedback.ownerName === '' ? 'The clerk' : feedback.ownerName },
        ]
      : []),
    ...(feedback.outcome ? [{ label: 'What came of it', value: `${outcomeWords[feedback.outcome]}, ${dayOr(feedback.answeredOn)}` }] : []),
    ...(feedback.setAsideBecause === '' ? [] : [{ label: 'Set aside because', value: feedback.setAsideBecause }]),
  ]
}

function Matter({ board, feedback, matter, mail, mayAnswer }: OneProps): JSX.Element {
  if (!mayAnswer) return <></>
  return (
    <>
      <Card id="sent" title="What was sent" lead="For the clerk and whoever answers, and only as long as it is needed.">
        {matter ? (
          <>
            <TypedWords words={matter.words} />
            <KeyFacts
              facts={[
                { label: 'Name', value: matter.name === '' ? 'Not given' : matter.name },
                { label: 'Where an answer goes', value: matter.contact === '' ? 'Not given: no answer is expected' : matter.contact },
              ]}
            />
          </>
        ) : (
          <p class="gt-missing">It was forgotten, as its rule says</p>
        )}
      </Card>
      {matter && matter.answer !== '' && (
        <Card id="answer" title="The answer">
          <TypedWords words={matter.answer} />
          {mail ? (
            <Details
              summaryText={`Mailed to ${mail.recipient} on ${dayInWords(dayOf(mail.sentAt))}`}
              html={
                <>
                  <p>
                    <strong>{mail.subject}</strong>
                  </p>
                  <TypedWords words={mail.text} />
                </>
              }
            />
          ) : (
            <p class="govuk-hint">Nothing was mailed from here.</p>
          )}
        </Card>
      )}
      {(feedback.state === 'answered' || feedback.state === 'noted') && (
        <Card id="learning" title="What was learned">
          <p class="govuk-body">
            {feedback.learning === null ? 'Nobody has said yet what was learned from it. ' : ''}
            <a
              class="govuk-link"
              href={
                feedback.learning === null
                  ? feedbackPaths.learning(board.slug)
                  : `${feedbackPaths.ofBoard(board.slug)}#learned-${feedback.learning}`
              }
            >
              {feedback.learning === null ? 'Say what was learned' : 'You said, we did'}
            </a>
          </p>
        </Card>
      )}
    </>
  )
}

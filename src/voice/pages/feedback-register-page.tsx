import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { TypedWords } from '#platform/web/components/prose.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { feedbackPaths, voicePaths } from '../paths.ts'
import type { Feedback, findMatter } from '../queries/feedback.ts'
import { feedbackKindWords, feedbackStandingWords, outcomeWords, periodInWords, ratingWords, senderWords } from '../words/feedback.ts'
import { channelWords } from '../words/voice.ts'

interface BoardName {
  readonly slug: string
  readonly name: string
}

const crumbs = (board: BoardName) => [
  { text: board.name, href: `/boards/${board.slug}` },
  { text: 'Voices', href: voicePaths.ofBoard(board.slug) },
  { text: 'Complaints and compliments', href: feedbackPaths.ofBoard(board.slug) },
]

/** The register of complaints, appeals, compliments and ratings, for the board: what waits first, then by service, then all of them (S3). */
export function FeedbackRegisterPage(props: {
  readonly visit: Visit
  readonly board: BoardName
  readonly all: readonly Feedback[]
  readonly mayKeep: boolean
}): JSX.Element {
  const { visit, board, all, mayKeep } = props
  const waiting = all.filter(({ state }) => state === 'received' || state === 'open')
  return (
    <Page visit={visit} title={`Register of complaints: ${board.name}`} breadcrumbs={crumbs(board)} width="workspace">
      <PageHead
        title="Register of complaints and compliments"
        caption={board.name}
        lead="For the board alone. Who sent something, and in which words, only the clerk and whoever answers can read."
        actions={
          mayKeep && (
            <a class="govuk-button" href={feedbackPaths.takeDown(board.slug)}>
              Take down a complaint or a compliment
            </a>
          )
        }
      />
      {boardNavigation(board.slug, 'voices')}
      {all.length === 0 ? (
        <EmptyState title="Nothing was sent yet" text="What people send by the form, and what the clerk takes down, is listed here." />
      ) : (
        <>
          <Card id="waiting" title="What waits" flush={waiting.length > 0}>
            {waiting.length === 0 ? <p class="gt-missing">Nothing waits</p> : <Lines caption="What waits" shown={waiting} />}
          </Card>
          <Card id="services" title="By service" flush>
            <Services all={all} />
          </Card>
          <Card id="all" title="All" flush>
            <Fold title={`All ${all.length}, the latest first`}>
              <Lines caption="All complaints and compliments, the latest first" shown={all} />
            </Fold>
          </Card>
        </>
      )}
    </Page>
  )
}

function Lines({ caption, shown }: { readonly caption: string; readonly shown: readonly Feedback[] }): JSX.Element {
  return (
    <DataTable
      caption={caption}
      hideCaption
      narrow="stack"
      columns={[
        { heading: 'What' },
        { heading: 'Service' },
        { heading: 'Came in' },
        { heading: 'Answer due' },
        { heading: 'How it stands' },
      ]}
      rows={shown.map((one) => ({
        cells: [
          <>
            <a class="govuk-link" href={feedbackPaths.one(one.id)}>
              {feedbackKindWords[one.kind]} {one.reference}
            </a>
            <br />
            {one.summary}
          </>,
          [one.service, one.organisationName].filter((words) => words !== '').join(', '),
          dayInWords(one.receivedOn),
          one.dueOn ? dayInWords(one.dueOn) : 'None',
          <>
            <StatusPill meaning={feedbackStandingWords[one.standing].meaning}>{feedbackStandingWords[one.standing].word}</StatusPill>
            {one.outcome && ` ${outcomeWords[one.outcome]}`}
          </>,
        ],
      }))}
    />
  )
}

function Services({ all }: { readonly all: readonly Feedback[] }): JSX.Element {
  const taken = all.filter(({ state }) => state !== 'received' && state !== 'set-aside')
  const services = [...new Set(taken.map(({ service }) => service))].sort((a, b) => a.localeCompare(b))
  return (
    <DataTable
      caption="Complaints, compliments and ratings by service"
      hideCaption
      narrow="stack"
      columns={[
        ...[
          { heading: 'Service' },
          { heading: 'Complaints and appeals', numeric: true },
          { heading: 'Upheld, also in part', numeric: true },
        ],
        ...[
          { heading: 'Compliments', numeric: true },
          { heading: 'Ratings', numeric: true },
        ],
      ]}
      rows={services.map((service) => {
        const own = taken.filter((one) => one.service === service)
        const count = (test: (one: Feedback) => boolean): string => String(own.filter(test).length)
        const rated = own.flatMap(({ rating }) => rating ?? [])
        const mean = rated.reduce((sum, rating) => sum + rating, 0) / rated.length
        return {
          cells: [
            service,
            count(({ kind }) => kind === 'complaint' || kind === 'appeal'),
            count(({ outcome }) => outcome === 'upheld' || outcome === 'part'),
            count(({ kind }) => kind === 'compliment'),
            rated.length === 0 ? '0' : `${rated.length}, ${mean.toFixed(1)} of 5`,
          ],
        }
      })}
    />
  )
}

interface OneProps {
  readonly visit: Visit
  readonly board: BoardName
  readonly feedback: Feedback
  /** Undefined for whoever may not read it, and once it is forgotten. */
  readonly matter: Awaited<ReturnType<typeof findMatter>>
  /** The stage before; undefined where there is none. */
  readonly earlier: Feedback | undefined
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
      breadcrumbs={[...crumbs(board), { text: 'Register', href: feedbackPaths.register(board.slug) }]}
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

function Matter({ board, feedback, matter, mayAnswer }: OneProps): JSX.Element {
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

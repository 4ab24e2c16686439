import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { feedbackPaths, voicePaths } from '../paths.ts'
import type { Answer } from '../queries/answers.ts'
import type { NamedTarget } from '../queries/attachments.ts'
import type { VoiceEvent } from '../queries/events.ts'
import type { Theme } from '../queries/ground.ts'
import { sightWords, whoseInWords } from '../words/voice.ts'
import { type HeardFacts, LastHeard } from './heard-parts.tsx'
import { AnswersCard } from './source-parts.tsx'

/** A consultation of the board with what came in. */
export interface SaidLine {
  readonly id: string
  readonly title: string
  readonly endsOn: Temporal.PlainDate
  readonly state: 'open' | 'gathering' | 'published'
}

interface Props {
  readonly visit: Visit
  readonly board: { readonly slug: string; readonly name: string }
  readonly heard: HeardFacts
  readonly events: readonly VoiceEvent[]
  readonly said: readonly SaidLine[]
  readonly answers: readonly Answer[]
  readonly decisions: ReadonlyMap<string, NamedTarget>
  readonly themes: readonly Theme[]
  /** Words that wait to be checked; undefined for whoever may not read them. */
  readonly toReview: number | undefined
  readonly mayKeep: boolean
}

const stateWords = {
  open: { word: 'Open', meaning: 'good' },
  gathering: { word: 'Not published yet', meaning: 'draft' },
  published: { word: 'Published', meaning: 'neutral' },
} as const

/** A board's voices: when it last heard a child, what was held, what came in, and what was done about it (S3, S4). */
export function VoicesPage(props: Props): JSX.Element {
  const { visit, board, heard, said, toReview, mayKeep } = props
  return (
    <Page
      visit={visit}
      title={`Voices: ${board.name}`}
      breadcrumbs={[
        { text: 'Boards', href: '/boards' },
        { text: board.name, href: `/boards/${board.slug}` },
      ]}
      width="workspace"
      description={`What children, families and staff told ${board.name}, and what it did about it.`}
    >
      <PageHead
        title="Voices"
        caption={board.name}
        lead="What children, families and staff said, and what was done about it."
        actions={
          mayKeep ? (
            <a class="govuk-button" href={voicePaths.newEvent(board.slug)}>
              Record an event
            </a>
          ) : undefined
        }
      />
      {boardNavigation(board.slug, 'voices')}
      <Card
        id="heard"
        title="When did this board last hear a child?"
        link={{ text: 'Of how many decisions', href: voicePaths.heard(board.slug) }}
      >
        <LastHeard heard={heard} />
        {toReview !== undefined && toReview > 0 && (
          <p class="govuk-body">
            <a class="govuk-link" href={voicePaths.toReview(board.slug)}>
              {toReview === 1 ? '1 person’s words wait to be checked' : `Words of ${toReview} people wait to be checked`}
            </a>
          </p>
        )}
      </Card>
      <Events {...props} />
      <Card
        id="said"
        title="What people said to consultations"
        link={{ text: 'All consultations', href: `/boards/${board.slug}/consultations` }}
      >
        {said.length === 0 ? (
          <p class="gt-missing">No consultation is recorded</p>
        ) : (
          <ul class="govuk-list gt-rows">
            {said.map(({ id, title, endsOn, state }) => (
              <li>
                <div>
                  <a class="govuk-link" href={voicePaths.said(board.slug, id)}>
                    {title}
                  </a>
                  <br />
                  <span class="govuk-hint">
                    {state === 'open' ? 'Closes at the end of' : 'Closed after'} {dayInWords(endsOn.subtract({ days: 1 }))}
                  </span>
                </div>
                <StatusPill meaning={stateWords[state].meaning}>{stateWords[state].word}</StatusPill>
              </li>
            ))}
          </ul>
        )}
      </Card>
      <Card
        id="feedback"
        title="Complaints and compliments"
        link={{ text: 'Send a complaint or a compliment', href: feedbackPaths.send(board.slug) }}
      >
        <p class="govuk-body">
          <a class="govuk-link" href={feedbackPaths.ofBoard(board.slug)}>
            What the board learned from them, how many there were, and within what time they are answered
          </a>
        </p>
      </Card>
      <AnswersCard {...props} />
    </Page>
  )
}

function Events({ events, mayKeep }: Props): JSX.Element {
  return (
    <Card id="events" title="Events at which people were heard">
      {events.length === 0 ? (
        <p class="gt-missing">{mayKeep ? 'No event is recorded yet. Record the first one' : 'No event is published yet'}</p>
      ) : (
        <ul class="govuk-list gt-rows">
          {events.map((event) => (
            <li>
              <div>
                <a class="govuk-link" href={voicePaths.event(event.id)}>
                  {event.title}
                </a>
                <br />
                <span class="govuk-hint">
                  {[dayInWords(event.heldOn), event.place, whoseInWords(event.whose), viewsInWords(event.views)]
                    .filter((part) => part !== '')
                    .join(' · ')}
                </span>
              </div>
              {event.sight !== 'public' && (
                <StatusPill meaning={sightWords[event.sight].meaning}>{sightWords[event.sight].word}</StatusPill>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function viewsInWords(n: number): string {
  if (n === 0) return ''
  return n === 1 ? 'The words of one person' : `The words of ${n} people`
}

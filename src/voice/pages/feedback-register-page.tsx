import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { feedbackPaths, voicePaths } from '../paths.ts'
import type { Feedback } from '../queries/feedback.ts'
import { feedbackKindWords, feedbackStandingWords, outcomeWords } from '../words/feedback.ts'

/** A board as its pages name it. */
export interface BoardName {
  readonly slug: string
  readonly name: string
}

/** The way to a page of a board's complaints. */
export const feedbackTrail = (board: BoardName) => [
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
    <Page visit={visit} title={`Register of complaints: ${board.name}`} breadcrumbs={feedbackTrail(board)} width="workspace">
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

import type { JSX } from 'hono/jsx/jsx-runtime'
import { instantInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { TypedWords } from '#platform/web/components/prose.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { trainingPaths } from '../paths.ts'
import type { BookingLine, SessionLine } from '../queries/training.ts'
import { evaluationAsked } from '../rules/training-impact.ts'
import { bookingWords, sessionWords } from '../words/training.ts'
import { placesOf, trainingCrumbs, whenOf } from './training-parts.tsx'

/** What the page of a session shows. */
export interface SessionPageProps {
  readonly visit: Visit
  readonly session: SessionLine
  /** One's own booking that stands; undefined where there is none. */
  readonly own: BookingLine | undefined
  /** Every booking, for whoever keeps training; else undefined. */
  readonly bookings: readonly BookingLine[] | undefined
  readonly mayBook: boolean
}

/** A session: when, where, for how many, one's own place; for whoever keeps it who comes, who waits and who came. */
export function SessionPage(props: SessionPageProps): JSX.Element {
  const { visit, session, bookings } = props
  const [meaning, word] = sessionWords[session.state]
  return (
    <Page
      visit={visit}
      title={session.courseName}
      breadcrumbs={[...trainingCrumbs, { text: session.scheduleName, href: trainingPaths.schedule(session.schedule) }]}
      width="workspace"
    >
      <PageHead title={session.courseName} caption={whenOf(session)} />
      <p class="govuk-body">
        <StatusPill meaning={meaning}>{word}</StatusPill> {session.cancelledBecause}
      </p>
      <Own {...props} />
      <Card title="The session" id="facts">
        <TypedWords words={session.summary} />
        <KeyFacts
          facts={[
            { label: 'When', value: whenOf(session) },
            { label: 'Where', value: `${session.venue ?? 'Not found yet'}, ${session.district}` },
            { label: 'Places', value: placesOf(session) },
            { label: 'Bookings by', value: session.administrator },
            { label: 'Told to everybody', value: session.isPublic ? 'Yes, in the directory of services' : 'No' },
          ]}
        />
      </Card>
      {bookings && <Bookings {...props} bookings={bookings} />}
    </Page>
  )
}

function Own({ visit, session, own, mayBook }: SessionPageProps): JSX.Element | null {
  if (own) {
    const asked = evaluationAsked(own, visit.today)
    const isOver = session.state === 'over' || own.attended !== null
    return (
      <Card title="Your place" id="own">
        <p class="govuk-body">
          <StatusPill meaning={bookingWords[own.state]?.[0] ?? 'neutral'}>{bookingWords[own.state]?.[1] ?? ''}</StatusPill>{' '}
          {own.state === 'offered' && own.offeredUntil && `Until ${instantInWords(own.offeredUntil)}; then it goes to the next who waits.`}
        </p>
        {asked && (
          <a class="govuk-button" href={trainingPaths.evaluate(own.id)}>
            {asked === 'day' ? 'Say what it changed' : 'Say whether you used it'}
          </a>
        )}
        {!isOver && (
          <div class="govuk-button-group">
            {own.state === 'offered' && (
              <PostButton visit={visit} action={trainingPaths.take(own.id)} text="Take the place" look="primary" />
            )}
            <PostButton
              visit={visit}
              action={trainingPaths.cancel(own.id)}
              text={own.state === 'waiting' ? 'Wait no longer' : 'Give the place back'}
            />
          </div>
        )}
      </Card>
    )
  }
  if (!mayBook || (session.state !== 'open' && session.state !== 'full')) return null
  return (
    <div class="govuk-button-group">
      <PostButton
        visit={visit}
        action={trainingPaths.place(session.id)}
        text={session.state === 'open' ? 'Book a place' : 'Join the waiting list'}
        look="primary"
      />
    </div>
  )
}

function Bookings({ session, bookings, visit }: SessionPageProps & { readonly bookings: readonly BookingLine[] }): JSX.Element {
  const live = bookings.filter(({ state }) => ['booked', 'offered', 'waiting'].includes(state))
  const order = { booked: 0, offered: 1, waiting: 2 } as Readonly<Record<string, number>>
  const sorted = [...live].sort((a, b) => (order[a.state] ?? 0) - (order[b.state] ?? 0))
  const waiting = live.filter(({ state }) => state === 'waiting').map(({ id }) => id)
  const isHeld = session.heldOn !== null && Temporal.PlainDate.compare(session.heldOn, visit.today) <= 0
  const isOpen = session.state === 'open' || session.state === 'full'
  return (
    <Card title="Who comes" id="who">
      <p class="govuk-body">
        <a class="govuk-link" href={trainingPaths.change(session.id)}>
          Change or cancel this session
        </a>
        {isOpen && (
          <>
            {' · '}
            <a class="govuk-link" href={trainingPaths.book(session.id)}>
              Book for somebody
            </a>
          </>
        )}
        {isHeld && live.length > 0 && (
          <>
            {' · '}
            <a class="govuk-link" href={trainingPaths.attendance(session.id)}>
              Mark who came
            </a>
          </>
        )}
      </p>
      {live.length === 0 ? (
        <p class="govuk-body">Nobody has booked yet.</p>
      ) : (
        <DataTable
          caption="Who comes and who waits"
          hideCaption
          narrow="stack"
          columns={[{ heading: 'Who' }, { heading: 'For' }, { heading: 'State' }, { heading: isHeld ? 'Came' : 'For them' }]}
          rows={sorted.map((one) => ({
            cells: [
              one.name,
              one.organisationName,
              <StatusPill meaning={bookingWords[one.state]?.[0] ?? 'neutral'}>
                {one.state === 'waiting' ? `Waiting, place ${waiting.indexOf(one.id) + 1}` : (bookingWords[one.state]?.[1] ?? '')}
              </StatusPill>,
              isHeld ? cameWords(one) : <ForThem visit={visit} one={one} />,
            ],
          }))}
        />
      )}
    </Card>
  )
}

const cameWords = ({ attended }: BookingLine): string => (attended === null ? 'Not marked yet' : attended ? 'Yes' : 'No')

function ForThem({ visit, one }: { readonly visit: Visit; readonly one: BookingLine }): JSX.Element {
  return (
    <div class="govuk-button-group">
      {one.state === 'offered' && (
        <PostButton visit={visit} action={trainingPaths.take(one.id)} text="Take the place" about={`for ${one.name}`} />
      )}
      <PostButton
        visit={visit}
        action={trainingPaths.cancel(one.id)}
        text={one.state === 'waiting' ? 'Take off the list' : 'Give back'}
        about={`for ${one.name}`}
      />
    </div>
  )
}

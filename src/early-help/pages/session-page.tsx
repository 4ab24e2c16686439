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
import { bookingWords, changedWords, sessionWords, waitWords } from '../words/training.ts'
import { placesOf, trainingCrumbs, whenOf, whereOf } from './training-parts.tsx'

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
            { label: 'Where', value: whereOf(session) },
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
          {own.waitBefore !== null && waitWords(own.waitBefore)}
          {own.state === 'offered' && own.offeredUntil && `Until ${instantInWords(own.offeredUntil)}; then it goes to the next who waits.`}
        </p>
        {own.changed.length > 0 && <Changed own={own} />}
        {asked && (
          <a class="govuk-button" href={trainingPaths.evaluate(own.id)}>
            {asked === 'day' ? 'Say what it changed' : 'Say whether you used it'}
          </a>
        )}
        {!isOver && (
          <div class="govuk-button-group">
            {own.changed.length > 0 && (
              <PostButton
                visit={visit}
                action={trainingPaths.answer(own.id, 'seen')}
                text="I have seen this"
                fields={{ version: own.sessionVersion }}
              />
            )}
            {own.state === 'offered' && (
              <PostButton visit={visit} action={trainingPaths.answer(own.id, 'take')} text="Take the place" look="primary" />
            )}
            <PostButton
              visit={visit}
              action={trainingPaths.answer(own.id, 'cancel')}
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

/** What changed since whoever has the place last saw it, beside what it was before. */
function Changed({ own }: { readonly own: BookingLine }): JSX.Element {
  const { known } = own
  return (
    <>
      <p class="govuk-body">
        <StatusPill meaning="warning">{changedWords(own.changed)}</StatusPill>
      </p>
      <KeyFacts
        facts={[
          { label: 'When', value: <NowAndBefore now={whenOf(own)} before={whenOf(known)} /> },
          { label: 'Where', value: <NowAndBefore now={whereOf(own)} before={whereOf(known)} /> },
        ]}
      />
      <p class="govuk-body">
        {`If this does not suit you, ${own.state === 'waiting' ? 'wait no longer' : 'give the place back'}: it is noted that the session changed.`}
      </p>
    </>
  )
}

const NowAndBefore = ({ now, before }: { readonly now: string; readonly before: string }): JSX.Element =>
  now === before ? (
    <>{now}, as before</>
  ) : (
    <>
      <strong>{now}</strong>
      <div>{`Before: ${before}`}</div>
    </>
  )

/** How somebody stands, for whoever keeps training: their place in the list, and whether they know what changed. */
function standingOf(one: BookingLine, waiting: readonly string[]): string {
  const stands = one.state === 'waiting' ? `Waiting, place ${waiting.indexOf(one.id) + 1}` : (bookingWords[one.state]?.[1] ?? '')
  return one.changed.length > 0 ? `${stands}; has not seen what changed` : stands
}

function Bookings({ session, bookings, visit }: SessionPageProps & { readonly bookings: readonly BookingLine[] }): JSX.Element {
  const live = bookings.filter(({ state }) => ['booked', 'offered', 'waiting'].includes(state))
  const order = { booked: 0, offered: 1, waiting: 2 } as Readonly<Record<string, number>>
  const sorted = [...live].sort((a, b) => (order[a.state] ?? 0) - (order[b.state] ?? 0))
  const waiting = live.filter(({ state }) => state === 'waiting').map(({ id }) => id)
  const isHeld = session.heldOn !== null && Temporal.PlainDate.compare(session.heldOn, visit.today) <= 0
  const isOpen = session.state === 'open' || session.state === 'full'
  const freed = bookings.filter((one) => one.freed).length
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
      {freed > 0 && <p class="govuk-body">{`${freed} gave a place back because the session changed.`}</p>}
      {live.length === 0 ? (
        <p class="govuk-body">{freed > 0 ? 'Nobody comes as it stands.' : 'Nobody has booked yet.'}</p>
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
              <StatusPill meaning={bookingWords[one.state]?.[0] ?? 'neutral'}>{standingOf(one, waiting)}</StatusPill>,
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
        <PostButton visit={visit} action={trainingPaths.answer(one.id, 'take')} text="Take the place" about={`for ${one.name}`} />
      )}
      <PostButton
        visit={visit}
        action={trainingPaths.answer(one.id, 'cancel')}
        text={one.state === 'waiting' ? 'Take off the list' : 'Give back'}
        about={`for ${one.name}`}
      />
    </div>
  )
}

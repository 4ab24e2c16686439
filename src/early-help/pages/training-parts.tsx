import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords, timeInWords } from '#platform/time/words.ts'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { trainingPaths } from '../paths.ts'
import type { SessionLine } from '../queries/training.ts'
import { sessionWords } from '../words/training.ts'

/** The way to every page of training. */
export const trainingCrumbs = [
  { text: 'Families', href: '/families' },
  { text: 'Training', href: trainingPaths.home() },
]

/** When a session is: a session without a date says so. */
export function whenOf({ heldOn, startsAt, endsAt }: Pick<SessionLine, 'heldOn' | 'startsAt' | 'endsAt'>): string {
  const hours = startsAt === null ? '' : `, ${timeInWords(startsAt)}${endsAt === null ? '' : ` to ${timeInWords(endsAt)}`}`
  return `${heldOn === null ? 'No date yet' : dayInWords(heldOn)}${hours}`
}

/** Where a session is: a place that is not found yet says so. */
export const whereOf = ({ venue, district }: { readonly venue: string | null; readonly district: string | null }): string =>
  [venue ?? 'Not found yet', ...(district === null ? [] : [district])].join(', ')

/** Places of a session, in words; a size that is not known is not nought. */
export function placesOf({ capacity, taken, waiting, state }: SessionLine): string {
  if (capacity === null) return 'Not known yet'
  if (state === 'draft') return `${capacity} places planned`
  return `${taken} of ${capacity} taken${waiting > 0 ? `, ${waiting} waiting` : ''}`
}

/** Sessions as a table; grouped by district where there are many. */
export function Sessions(props: {
  readonly caption: string
  readonly sessions: readonly SessionLine[]
  readonly byDistrict?: boolean
}): JSX.Element {
  const { caption, sessions, byDistrict } = props
  const row = (session: SessionLine) => ({
    cells: [
      <a class="govuk-link" href={trainingPaths.session(session.id)}>
        {whenOf(session)}
        <span class="govuk-visually-hidden">{`, ${session.venue ?? session.district}`}</span>
      </a>,
      byDistrict
        ? (session.venue ?? 'Not found yet')
        : `${session.courseName}, ${session.venue ?? 'place not found yet'}, ${session.district}`,
      placesOf(session),
      session.administrator,
      <StatusPill meaning={sessionWords[session.state][0]}>{sessionWords[session.state][1]}</StatusPill>,
    ],
  })
  const columns = [
    { heading: 'When' },
    { heading: byDistrict ? 'Where' : 'What and where' },
    { heading: 'Places' },
    { heading: 'Bookings by' },
    { heading: 'State' },
  ]
  if (!byDistrict) return <DataTable caption={caption} hideCaption narrow="stack" columns={columns} rows={sessions.map(row)} />
  const districts = [...new Set(sessions.map(({ district }) => district))].sort()
  return (
    <>
      {districts.map((district) => {
        const its = sessions.filter((session) => session.district === district)
        return (
          <Fold title={district} note={`${its.length} ${its.length === 1 ? 'session' : 'sessions'}`} open={sessions.length <= OPEN}>
            <DataTable caption={`${caption}: ${district}`} hideCaption narrow="stack" columns={columns} rows={its.map(row)} />
          </Fold>
        )
      })}
    </>
  )
}

/** With more sessions than these the districts fold. */
const OPEN = 8

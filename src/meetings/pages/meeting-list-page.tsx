import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { weekdayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { meetingPaths, partTwoPaths, yearPaths } from '../paths.ts'
import type { Meeting } from '../queries/meeting.ts'
import { standingOf } from '../rules/meeting.ts'
import { timesInWords } from '../words/mails.ts'
import { accessWords, kindWords, standingWords } from '../words/meeting.ts'

/** Meetings of one board: those to come, then the past ones of one year. */
export interface MeetingListProps {
  readonly visit: Visit
  readonly board: { readonly slug: string; readonly name: string }
  readonly upcoming: readonly Meeting[]
  readonly past: readonly Meeting[]
  /** Years in which there were meetings, the latest first. */
  readonly years: readonly number[]
  readonly year: number
  /** Names of the bodies that called the joint meetings among them. */
  readonly callers: ReadonlyMap<string, string>
  readonly mayAdd: boolean
}

/** The list of a board's meetings, a page a year. */
export function MeetingListPage({ visit, board, upcoming, past, years, year, callers, mayAdd }: MeetingListProps): JSX.Element {
  const newHref = meetingPaths.newMeeting(board.slug)
  const add = mayAdd ? (
    <>
      <a class="govuk-button govuk-button--secondary" href={newHref}>
        Plan a meeting
      </a>{' '}
      <a class="govuk-button govuk-button--secondary" href={yearPaths.year(board.slug)}>
        Plan the year
      </a>{' '}
      <a class="govuk-button govuk-button--secondary" href={partTwoPaths.ofBoard(board.slug)}>
        Exempt matter
      </a>
    </>
  ) : undefined
  return (
    <Page
      visit={visit}
      title={`Meetings of ${board.name}`}
      breadcrumbs={[
        { text: 'Boards', href: '/boards' },
        { text: board.name, href: `/boards/${board.slug}` },
      ]}
      width="workspace"
      alternates={[{ type: 'text/calendar', title: `Meetings of ${board.name}`, href: `/calendar/${board.slug}.ics` }]}
    >
      <PageHead title="Meetings" caption={board.name} actions={add} />
      {boardNavigation(board.slug, 'meetings')}
      <Card title="To come" id="upcoming" flush={upcoming.length > 0}>
        {upcoming.length === 0 ? (
          <EmptyState
            title="No meeting is announced"
            text={mayAdd ? 'Plan the next one, then announce it.' : 'The next one is shown here as soon as it is announced.'}
            action={mayAdd ? { text: 'Plan a meeting', href: newHref } : undefined}
          />
        ) : (
          <MeetingTable caption="Meetings to come" meetings={upcoming} callers={callers} today={visit.today} />
        )}
      </Card>
      <p class="govuk-body">
        <a class="govuk-link" href={yearPaths.calendarOf(board.slug)}>
          The calendar of this board, and others beside it
        </a>
      </p>
      {years.length > 0 && (
        <>
          <Years slug={board.slug} years={years} year={year} />
          <Card title={`Held in ${year}`} id="past" flush>
            <MeetingTable caption={`Meetings held in ${year}`} meetings={past} callers={callers} today={visit.today} />
          </Card>
        </>
      )}
    </Page>
  )
}

function Years({ slug, years, year }: { readonly slug: string; readonly years: readonly number[]; readonly year: number }): JSX.Element {
  return (
    <nav class="gt-subnav" aria-label="Years">
      <ul>
        {years.map((one) => (
          <li>
            <a
              class="gt-subnav__link"
              href={`${meetingPaths.meetings(slug)}?year=${one}#past`}
              aria-current={one === year ? 'page' : undefined}
            >
              {one}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** A meeting that another body called is a joint one. */
const calledBy = (caller: string | undefined): readonly string[] => (caller === undefined ? [] : [`joint, called by ${caller}`])

function MeetingTable(props: {
  readonly caption: string
  readonly meetings: readonly Meeting[]
  readonly callers: ReadonlyMap<string, string>
  readonly today: Temporal.PlainDate
}): JSX.Element {
  const rows = props.meetings.map((meeting) => {
    const { word, meaning } = standingWords[standingOf(meeting.state, meeting.heldOn, props.today)]
    return {
      cells: [
        <a class="govuk-link" href={meetingPaths.meeting(meeting.id)}>
          {weekdayInWords(meeting.heldOn)}
        </a>,
        timesInWords(meeting) || 'Time not stated',
        meeting.place || 'Place not stated',
        [meeting.title || kindWords[meeting.kind], ...calledBy(props.callers.get(meeting.body))].join(', '),
        accessWords[meeting.access],
        <StatusPill meaning={meaning}>{word}</StatusPill>,
      ],
    }
  })
  const columns = [
    { heading: 'Day' },
    { heading: 'Time' },
    { heading: 'Place' },
    { heading: 'Meeting' },
    { heading: 'Public' },
    { heading: 'State' },
  ]
  return <DataTable caption={props.caption} hideCaption columns={columns} rows={rows} narrow="stack" />
}

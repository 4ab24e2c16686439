import type { JSX } from 'hono/jsx/jsx-runtime'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import type { FormState } from '#platform/web/forms.ts'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { meetingPaths, yearPaths } from '../paths.ts'
import type { Programme } from '../queries/programme.ts'
import { type CalendarEntry, type CalendarWindow, entriesOf, openThrough } from '../rules/calendar-months.ts'
import type { NamedDays } from '../rules/year-builder.ts'
import {
  dayInList,
  entryInWords,
  meetingInCalendar,
  monthInWords,
  shortDay,
  shortSpan,
  stateInCalendar,
  timeInCalendar,
} from '../words/calendar.ts'
import { CalendarChoice } from './calendar-choice.tsx'
import { ProgrammeOf } from './calendar-programme.tsx'

/** A board in the calendar. */
export interface CalendarBoard {
  readonly id: string
  readonly slug: string
  readonly name: string
}

/** What boards side by side show. */
export interface CalendarPageProps {
  readonly visit: Visit
  readonly form: FormState
  /** Every board that can be chosen. */
  readonly offered: readonly CalendarBoard[]
  /** Months that the form offers to begin with. */
  readonly beginnings: readonly Temporal.PlainDate[]
  readonly boards: readonly CalendarBoard[]
  readonly months: readonly Temporal.PlainDate[]
  readonly entries: readonly CalendarEntry[]
  readonly windows: readonly CalendarWindow[]
  /** Bank holidays and school holidays of the boards. */
  readonly daysOff: readonly NamedDays[]
  /** Names of all bodies, for joint meetings. */
  readonly names: ReadonlyMap<string, string>
  /** By meeting; undefined: dates alone are shown. */
  readonly programmes: ReadonlyMap<string, Programme> | undefined
  readonly earlier: string
  readonly later: string
}

/** Boards side by side over half a year or a year: as a table by month, and the same as a list (G11, M1). */
export function CalendarPage(props: CalendarPageProps): JSX.Element {
  const { visit, boards, months, entries, form } = props
  const [first, last] = [months[0], months.at(-1)]
  const span = first && last ? `${monthInWords(first)} to ${monthInWords(last)}` : ''
  return (
    <Page visit={visit} title="Calendar of the boards" width="workspace" problems={form.problems}>
      <PageHead
        title="Calendar of the boards"
        lead="Meetings, workshops, consultations and deadlines side by side: what you may see of them."
      />
      <CalendarChoice {...props} />
      {boards.length === 0 ? (
        <EmptyState title="No board is chosen" text="Choose the boards that you want to see side by side." />
      ) : (
        <>
          <Card title={span} id="by-month" flush>
            <DataTable
              caption={`${span}, by month and board`}
              hideCaption
              narrow="stack"
              columns={[{ heading: 'Month' }, ...boards.map(({ name }) => ({ heading: name }))]}
              rows={months.map((month) => ({
                cells: [
                  <Month month={month} daysOff={props.daysOff} />,
                  ...boards.map((board) => <Cell board={board} month={month} {...props} />),
                ],
              }))}
            />
          </Card>
          <p class="govuk-body">
            <a class="govuk-link" href={props.earlier}>
              Earlier
            </a>{' '}
            ·{' '}
            <a class="govuk-link" href={props.later}>
              Later
            </a>{' '}
            ·{' '}
            <a class="govuk-link" href={yearPaths.allConsultations}>
              Consultations
            </a>{' '}
            ·{' '}
            <a class="govuk-link" href={yearPaths.schoolHolidays}>
              School holidays
            </a>
          </p>
          <Card title="The same as a list" id="list">
            {entries.length === 0 ? <p class="gt-missing">Nothing in these months that you may see</p> : <List {...props} />}
          </Card>
        </>
      )}
    </Page>
  )
}

/** A month with the holidays in it. */
function Month({ month, daysOff }: { readonly month: Temporal.PlainDate; readonly daysOff: readonly NamedDays[] }): JSX.Element {
  const next = month.add({ months: 1 })
  const inside = daysOff.filter(
    ({ startsOn, endsOn }) => Temporal.PlainDate.compare(startsOn, next) < 0 && Temporal.PlainDate.compare(endsOn, month) > 0,
  )
  return (
    <>
      {monthInWords(month)}
      {inside.map(({ title, startsOn, endsOn }) => (
        <span class="gt-calendar__off">
          {' '}
          {shortSpan(startsOn, endsOn)}: {title}
        </span>
      ))}
    </>
  )
}

function Cell(props: CalendarPageProps & { readonly board: CalendarBoard; readonly month: Temporal.PlainDate }): JSX.Element {
  const { board, month, entries, windows } = props
  const own = entriesOf(entries, board.id, month)
  const through = openThrough(windows, board.id, month)
  if (own.length === 0 && through.length === 0) return <span class="gt-missing">Nothing</span>
  return (
    <ul class="govuk-list gt-calendar">
      {own.map((entry) => (
        <li class={`gt-calendar__entry gt-calendar__entry--${entry.kind}`}>
          <Entry entry={entry} {...props} />
        </li>
      ))}
      {through.map((window) => (
        <li class="gt-calendar__entry gt-calendar__entry--window-opens">
          Consultation open:{' '}
          <a class="govuk-link" href={yearPaths.consultation(board.slug, window.id)}>
            {window.title}
          </a>
        </li>
      ))}
    </ul>
  )
}

function Entry({
  entry,
  board,
  names,
  programmes,
}: CalendarPageProps & { readonly entry: CalendarEntry; readonly board: CalendarBoard }): JSX.Element {
  if (entry.kind !== 'meeting')
    return (
      <>
        <span class="gt-calendar__day">{shortDay(entry.day)}</span>{' '}
        {entry.kind === 'deadline' ? (
          entryInWords(entry)
        ) : (
          <a class="govuk-link" href={yearPaths.consultation(board.slug, entry.window.id)}>
            {entryInWords(entry)}
          </a>
        )}
      </>
    )
  const { meeting } = entry
  const programme = programmes?.get(meeting.id)
  return (
    <>
      <span class="gt-calendar__day">{[shortDay(entry.day), timeInCalendar(meeting)].join(' ').trim()}</span>{' '}
      <a class="govuk-link" href={meetingPaths.meeting(meeting.id)}>
        {meetingInCalendar(meeting, board.id, names)}
        <span class="govuk-visually-hidden">, {board.name}</span>
      </a>
      {stateInCalendar(meeting) !== '' && <span class="gt-calendar__state"> ({stateInCalendar(meeting)})</span>}
      {meeting.theme !== '' && <span class="gt-calendar__theme">Theme: {meeting.theme}</span>}
      {programme && <ProgrammeOf slug={board.slug} programme={programme} isCaller={meeting.body === board.id} />}
    </>
  )
}

function List({ entries, boards, names }: CalendarPageProps): JSX.Element {
  const nameOf = (id: string): string => boards.find((board) => board.id === id)?.name ?? ''
  return (
    <ul class="govuk-list govuk-list--spaced">
      {entries.map((entry) => (
        <li>
          {dayInList(entry.day)}
          {entry.kind === 'meeting' && timeInCalendar(entry.meeting) !== '' && `, ${timeInCalendar(entry.meeting)}`}: {nameOf(entry.board)}.{' '}
          {entry.kind === 'meeting' ? meetingInCalendar(entry.meeting, entry.board, names) : entryInWords(entry)}
          {entry.kind === 'meeting' && stateInCalendar(entry.meeting) !== '' && ` (${stateInCalendar(entry.meeting).toLowerCase()})`}
          {entry.kind === 'meeting' && entry.meeting.theme !== '' && `. Theme: ${entry.meeting.theme}`}
        </li>
      ))}
    </ul>
  )
}

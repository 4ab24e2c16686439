import { dayInWords, monthName, shortWeekday, timeInWords, weekdayInWords } from '#platform/time/words.ts'
import type { CalendarEntry, CalendarMeeting } from '../rules/calendar-months.ts'
import type { DeadlineName } from '../rules/deadlines.ts'
import { kindWords } from './meeting.ts'

/** 'Tue 8 Dec'. */
export function shortDay(day: Temporal.PlainDate): string {
  return `${shortWeekday(day)} ${day.day} ${monthName(day).slice(0, 3)}`
}

/** '3 May', '21 Dec to 3 Jan'; half-open. */
export function shortSpan(startsOn: Temporal.PlainDate, endsOn: Temporal.PlainDate): string {
  const short = (day: Temporal.PlainDate): string => `${day.day} ${monthName(day).slice(0, 3)}`
  const last = endsOn.subtract({ days: 1 })
  return startsOn.equals(last) ? short(startsOn) : `${short(startsOn)} to ${short(last)}`
}

/** What is due before a meeting. */
export const deadlineShort: Readonly<Record<DeadlineName, string>> = {
  nominateItems: 'Nominate items',
  papersDue: 'Papers due',
  agendaOut: 'Agenda out',
}

/** What a meeting is called in a calendar: its kind, its title where it has one, and whom it is held with. */
export function meetingInCalendar(meeting: CalendarMeeting, board: string, names: ReadonlyMap<string, string>): string {
  const kind = meeting.kind === 'ordinary' ? 'Meeting' : kindWords[meeting.kind]
  const others = [meeting.body, ...meeting.jointBodies].filter((id) => id !== board).map((id) => names.get(id) ?? 'another board')
  const joint = meeting.jointBodies.length === 0 ? '' : `, jointly with ${others.join(' and ')}`
  return `${kind}${meeting.title === '' ? '' : `: ${meeting.title}`}${joint}`
}

/** '2pm', or '' where an old record does not say. */
export function timeInCalendar({ startsAt }: Pick<CalendarMeeting, 'startsAt'>): string {
  return startsAt ? timeInWords(startsAt) : ''
}

/** What is said of a meeting that is not simply announced; '' for others. */
export function stateInCalendar({ state }: Pick<CalendarMeeting, 'state'>): string {
  if (state === 'planned') return 'Not announced'
  if (state === 'cancelled') return 'Cancelled'
  return state === 'abandoned' ? 'Abandoned' : ''
}

/** What an entry that is no meeting is, in words. */
export function entryInWords(entry: Exclude<CalendarEntry, { readonly kind: 'meeting' }>): string {
  if (entry.kind === 'deadline') return `${deadlineShort[entry.name]} for ${dayInWords(entry.meeting.heldOn)}`
  if (entry.kind === 'window-opens')
    return `Consultation opens: ${entry.window.title}, to ${dayInWords(entry.window.endsOn.subtract({ days: 1 }))}`
  return `Consultation closes: ${entry.window.title}`
}

/** 'December 2026'. */
export function monthInWords(month: Temporal.PlainDate): string {
  return `${monthName(month)} ${month.year}`
}

/** A day for the list in words. */
export const dayInList = weekdayInWords

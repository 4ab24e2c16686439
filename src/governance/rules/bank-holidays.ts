import bankHolidays from '../reference/bank-holidays.json' with { type: 'json' }
import type { Division, WorkingDays } from './calendar.ts'

function calendarFrom(entry: (typeof bankHolidays.divisions)[number]): WorkingDays {
  return {
    division: entry.division as Division,
    name: entry.name,
    firstYear: entry.firstYear,
    lastAnnouncedYear: entry.lastAnnouncedYear,
    holidays: new Map(entry.days.map((holiday) => [holiday.day, holiday.title])),
    closures: new Map(),
  }
}

const calendars = bankHolidays.divisions.map(calendarFrom)

/** The calendar shipped with the product for a division; its years are in the file reference/bank-holidays.json with their sources. */
export function workingDaysOf(division: Division): WorkingDays {
  const found = calendars.find((calendar) => calendar.division === division)
  if (found === undefined) throw new Error(`No bank holidays are shipped for ${division}.`)
  return found
}

import type { Reader } from '#platform/database/session.ts'
import { workingDaysOf } from '../rules/bank-holidays.ts'
import type { Division } from '../rules/calendar.ts'
import { holidayDivisions } from '../rules/choices.ts'
import { findCalendar } from './calendar.ts'

/** A bank holiday of a division. */
export interface BankHoliday {
  readonly day: Temporal.PlainDate
  readonly title: string
  /** How it was entered here; undefined for those that come with the product. */
  readonly entered: { readonly announcedOn: Temporal.PlainDate | undefined; readonly source: string } | undefined
}

/** The bank holidays of a division from a year on, the earliest first, and the last year for which all are announced. */
export interface DivisionHolidays {
  readonly division: Division
  readonly name: string
  readonly lastAnnouncedYear: number
  readonly days: readonly BankHoliday[]
}

/** The bank holidays of every division from a year on: those that come with the product and those entered here. */
export async function listBankHolidays(reader: Reader, fromYear: number): Promise<readonly DivisionHolidays[]> {
  const rows = await reader.selectFrom('governance.bank_holiday').selectAll().where('withdrawn_on', 'is', null).execute()
  const calendars = await Promise.all(holidayDivisions.map((division) => findCalendar(reader, division)))
  return calendars.map(({ division, name, lastAnnouncedYear, holidays }) => ({
    ...{ division, name, lastAnnouncedYear },
    days: [...holidays]
      .map(([iso, title]) => {
        const row = rows.find((one) => one.division === division && one.day.toString() === iso)
        const entered = row && { announcedOn: row.announced_on ?? undefined, source: row.source }
        return { day: Temporal.PlainDate.from(iso), title, entered }
      })
      .filter(({ day }) => day.year >= fromYear)
      .toSorted((a, b) => Temporal.PlainDate.compare(a.day, b.day)),
  }))
}

/** Whether a day is a holiday that comes with the product. */
export function isShipped(division: Division, day: Temporal.PlainDate): boolean {
  return workingDaysOf(division).holidays.has(day.toString())
}

import { z } from 'zod'
import { day, optionalDay } from '#platform/web/day-fields.ts'
import { choice, text, uuid, wholeNumber } from '#platform/web/fields.ts'
import { holidayDivisions } from '../rules/choices.ts'

/** A bank holiday that was announced. */
export const bankHolidayForm = z.object({
  division: choice(holidayDivisions),
  day: day(),
  title: text(100),
  announcedOn: day(),
  source: text(200),
})

/** The days on which a house is closed. */
export const closureDaysForm = z.object({ organisation: uuid(), from: day(), to: optionalDay(), title: text(100), source: text(200) })

/** The last year for which all are announced. */
export const announcedYearForm = z.object({ division: choice(holidayDivisions), year: wholeNumber(2020, 2100) })

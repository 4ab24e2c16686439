import type { Reader } from '#platform/database/session.ts'
import { workingDaysOf } from '../rules/bank-holidays.ts'
import type { Division, WorkingDays } from '../rules/calendar.ts'
import { findClosures } from './closure-days.ts'

/** Whether a code names a division whose holidays are known. */
export function isDivision(code: string): code is Division {
  return code === 'england-and-wales' || code === 'scotland' || code === 'northern-ireland'
}

/**
 * The working days of a division (G10): the holidays shipped with the product, with those that this partnership holds besides.
 * A horizon recorded here reaches further where a year has been announced since.
 */
export async function findCalendar(reader: Reader, division: string): Promise<WorkingDays> {
  const shipped = workingDaysOf(isDivision(division) ? division : 'england-and-wales')
  const [rows, closuresOf, horizon] = await Promise.all([
    reader
      .selectFrom('governance.bank_holiday')
      .select(['day', 'title'])
      .where('division', '=', shipped.division)
      .where('withdrawn_on', 'is', null)
      .execute(),
    findClosures(reader),
    reader
      .selectFrom('governance.holiday_horizon')
      .select('known_until as knownUntil')
      .where('division', '=', shipped.division)
      .executeTakeFirst(),
  ])
  if (rows.length === 0 && horizon === undefined) return closuresOf.size === 0 ? shipped : { ...shipped, closuresOf }
  // A year counts as announced when the horizon reaches its last day.
  const announced = horizon === undefined ? shipped.lastAnnouncedYear : horizon.knownUntil.add({ days: 1 }).year - 1
  return {
    ...shipped,
    closuresOf,
    lastAnnouncedYear: Math.max(shipped.lastAnnouncedYear, announced),
    holidays: new Map([...shipped.holidays, ...rows.map(({ day, title }) => [day.toString(), title] as const)]),
  }
}

import { isWorkingDay, type WorkingDays } from '#governance/public.ts'
import { lastEnded, type Period, periodAway } from './period.ts'

/** How often reports make themselves. */
export const reportRhythms = ['month', 'quarter'] as const

/** When the report of a board or of a priority is made by itself. */
export interface ReportSchedule {
  readonly id: string
  readonly body: string
  /** Null: of the whole board. */
  readonly priority: string | null
  readonly rhythm: (typeof reportRhythms)[number]
  /** So many working days after the end of a period, from 1 to 40. */
  readonly workingDay: number
  /** Reports that are due from this day on are made. */
  readonly startsOn: Temporal.PlainDate
  /** First day on which none is due any more; null: open. */
  readonly endsOn: Temporal.PlainDate | null
}

/** The working day of that number after the end of a period; null where the calendar does not reach so far. */
export function reportDue({ endsOn }: Pick<Period, 'endsOn'>, workingDay: number, calendar: WorkingDays): Temporal.PlainDate | null {
  let left = workingDay
  for (let day = endsOn; ; day = day.add({ days: 1 })) {
    const works = isWorkingDay(calendar, day)
    if (works === null) return null
    if (works) left -= 1
    if (left === 0) return day
  }
}

/** What is to be done about a report. */
export interface ReportTask {
  readonly period: Period
  readonly dueOn: Temporal.PlainDate
  /** 'skip': a later one is due already, and what was known on its own day cannot be told any more. */
  readonly act: 'make' | 'skip'
}

/** Most periods that are looked back over. */
const MOST = 40

/**
 * The reports of a schedule that are due by a day and of which nothing is written down yet, the earliest first: the last of them is made, late where it is
 * late; those before it are skipped, because nobody can show figures as they stood on a day that has passed.
 */
export function reportsToMake(
  schedule: ReportSchedule,
  calendar: WorkingDays,
  done: ReadonlySet<string>,
  today: Temporal.PlainDate,
): readonly ReportTask[] {
  const found: ReportTask[] = []
  let [period, hasLater]: [Period | null, boolean] = [lastEnded(schedule.rhythm, today), false]
  for (let looked = 0; period !== null && looked < MOST; looked += 1, period = periodAway(period, -1)) {
    const dueOn = reportDue(period, schedule.workingDay, calendar)
    if (dueOn === null || isAfter(dueOn, today)) continue
    if (isAfter(schedule.startsOn, dueOn)) break
    if (schedule.endsOn !== null && !isAfter(schedule.endsOn, dueOn)) continue
    if (!done.has(period.startsOn.toString())) found.unshift({ period, dueOn, act: hasLater ? 'skip' : 'make' })
    hasLater = true
  }
  return found
}

const isAfter = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(one, other) > 0

/** Who proclaims the holidays: each nation of the United Kingdom has its own list (handbook governance 2.1). */
export type Division = 'england-and-wales' | 'scotland' | 'northern-ireland'

/** What one day is in a calendar. `not-known`: a weekday of a year whose holidays nobody has announced, or that we do not hold. */
export type DayKind =
  | { readonly kind: 'working' }
  | { readonly kind: 'saturday' }
  | { readonly kind: 'sunday' }
  | { readonly kind: 'holiday'; readonly title: string }
  | { readonly kind: 'closure'; readonly title: string }
  | { readonly kind: 'not-known' }

/**
 * The working days of one division: Monday to Friday less its holidays and any local closure (handbook governance 3.1).
 * It knows the years `firstYear` to `lastAnnouncedYear`, both included; outside them a weekday is `not-known`, never guessed.
 */
export interface WorkingDays {
  readonly division: Division
  /** As people say it: "England and Wales". */
  readonly name: string
  readonly firstYear: number
  readonly lastAnnouncedYear: number
  /** Title of the holiday by ISO day. */
  readonly holidays: ReadonlyMap<string, string>
  /** Reason of a local closure by ISO day; empty unless the rule counts closures. */
  readonly closures: ReadonlyMap<string, string>
  /** The closures of each house by ISO day, by its name in small letters; a rule that names a house has them counted. */
  readonly closuresOf?: ReadonlyMap<string, ReadonlyMap<string, string>>
}

const SATURDAY = 6
const SUNDAY = 7

/** Says what a day is; weekends are known for ever, weekdays only for announced years. */
export function dayKind(calendar: WorkingDays, day: Temporal.PlainDate): DayKind {
  const iso = day.toString()
  const holiday = calendar.holidays.get(iso)
  if (holiday !== undefined) return { kind: 'holiday', title: holiday }
  if (day.dayOfWeek === SATURDAY) return { kind: 'saturday' }
  if (day.dayOfWeek === SUNDAY) return { kind: 'sunday' }
  if (day.year < calendar.firstYear || day.year > calendar.lastAnnouncedYear) return { kind: 'not-known' }
  const closure = calendar.closures.get(iso)
  return closure === undefined ? { kind: 'working' } : { kind: 'closure', title: closure }
}

/** Whether a day is a working day; null where that is not known. */
export function isWorkingDay(calendar: WorkingDays, day: Temporal.PlainDate): boolean | null {
  const { kind } = dayKind(calendar, day)
  return kind === 'not-known' ? null : kind === 'working'
}

/** The nearest working day on the given day or beyond it in `step` direction; null where the calendar does not reach. */
export function nearestWorkingDay(calendar: WorkingDays, day: Temporal.PlainDate, step: 1 | -1): Temporal.PlainDate | null {
  let candidate = day
  for (;;) {
    const working = isWorkingDay(calendar, candidate)
    if (working === null) return null
    if (working) return candidate
    candidate = candidate.add({ days: step })
  }
}

/** Working days after `from` up to and with `to`; null where one of them is not known. 0 when `to` is not after `from`. */
export function workingDaysBetween(calendar: WorkingDays, from: Temporal.PlainDate, to: Temporal.PlainDate): number | null {
  let count = 0
  for (let day = from.add({ days: 1 }); Temporal.PlainDate.compare(day, to) <= 0; day = day.add({ days: 1 })) {
    const working = isWorkingDay(calendar, day)
    if (working === null) return null
    if (working) count += 1
  }
  return count
}

/** The same calendar with the local closures a rule names added. */
export function withClosures(calendar: WorkingDays, closures: ReadonlyMap<string, string>): WorkingDays {
  return { ...calendar, closures: new Map([...calendar.closures, ...closures]) }
}

/** The calendar by which a rule counts: without the closures of the house that it names, where these are on record (G10). */
export function calendarFor({ closedAt }: { readonly closedAt?: string | undefined }, calendar: WorkingDays): WorkingDays {
  const own = closedAt === undefined ? undefined : calendar.closuresOf?.get(closedAt.trim().toLowerCase())
  return own ? withClosures(calendar, own) : calendar
}

/** The name of the calendar by which a rule counts: "England and Wales, and the closure days of the county council". */
export function calendarName({ closedAt }: { readonly closedAt?: string | undefined }, calendar: WorkingDays): string {
  if (closedAt === undefined) return calendar.name
  const isKnown = calendar.closuresOf?.has(closedAt.trim().toLowerCase()) === true
  return `${calendar.name}, and the closure days of ${closedAt}${isKnown ? '' : ', of which none is on record'}`
}

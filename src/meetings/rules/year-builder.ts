import { dayKind, lastDayForNotice, type NoticeBefore, type WorkingDays } from '#governance/public.ts'
import type { UsualDay, YearSlot } from './year-pace.ts'

/** A stretch of days with a name, half-open. */
export interface NamedDays {
  readonly title: string
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate
}

/** A meeting of another board, and how many people sit on both; `board` '' is the board's own workshop, or a joint meeting that it goes to. */
export interface SharedMeeting {
  readonly board: string
  readonly heldOn: Temporal.PlainDate
  readonly shared: number
}

/** What stands for and against the days of a year. */
export interface YearFacts {
  readonly calendar: WorkingDays
  readonly schoolHolidays: readonly NamedDays[]
  /** Days on which the board meets already, the earliest first; the last one before the span among them. */
  readonly own: readonly Temporal.PlainDate[]
  /** Meetings of boards that share members, as far as the clerk may know of them. */
  readonly others: readonly SharedMeeting[]
  /** The longest notice that the terms ask for; undefined where they state none. */
  readonly notice: NoticeBefore | undefined
  readonly usual: UsualDay
  /** Days between two meetings that a consultation needs; 0: no room is asked for. */
  readonly roomDays: number
  readonly today: Temporal.PlainDate
}

/** What is to be known of a day, in words elsewhere. */
export type DayMark =
  | { readonly code: 'bank-holiday' | 'school-holiday'; readonly title: string }
  | { readonly code: 'weekend' | 'not-the-usual-day' | 'holidays-not-known' | 'own-meeting' | 'past' }
  | { readonly code: 'clash'; readonly board: string; readonly shared: number }
  | { readonly code: 'notice-too-late'; readonly lastDay: Temporal.PlainDate }
  | { readonly code: 'notice-before-previous'; readonly lastDay: Temporal.PlainDate; readonly previous: Temporal.PlainDate }
  | { readonly code: 'no-room'; readonly days: number }

/** Why a place of the year has no day. */
export type NoDayReason = 'past' | 'notice' | 'no-working-day'

/** A place of the year: met already, a day proposed for it, or none that could be. */
export type YearPlace =
  | { readonly kind: 'kept'; readonly slot: YearSlot; readonly day: Temporal.PlainDate }
  | { readonly kind: 'proposed'; readonly slot: YearSlot; readonly day: Temporal.PlainDate; readonly marks: readonly DayMark[] }
  | { readonly kind: 'none'; readonly slot: YearSlot; readonly why: NoDayReason }

/** What can be said of one day by itself. @param lastDay - by which notice must be given for it, where it is known already */
export function marksOfDay(facts: YearFacts, day: Temporal.PlainDate, lastDay = lastDayFor(facts, day)): readonly DayMark[] {
  const { calendar, schoolHolidays, others, own, usual, today } = facts
  const kind = dayKind(calendar, day)
  const school = schoolHolidays.find(({ startsOn, endsOn }) => isWithin(day, startsOn, endsOn))
  return [
    ...(Temporal.PlainDate.compare(day, today) <= 0 ? [{ code: 'past' as const }] : []),
    ...(kind.kind === 'holiday' || kind.kind === 'closure' ? [{ code: 'bank-holiday' as const, title: kind.title }] : []),
    ...(day.dayOfWeek > 5 ? [{ code: 'weekend' as const }] : []),
    ...(kind.kind === 'not-known' ? [{ code: 'holidays-not-known' as const }] : []),
    ...(own.some((one) => one.equals(day)) ? [{ code: 'own-meeting' as const }] : []),
    ...(school ? [{ code: 'school-holiday' as const, title: school.title }] : []),
    ...others
      .filter(({ heldOn, shared }) => shared > 0 && heldOn.equals(day))
      .map(({ board, shared }) => ({ code: 'clash' as const, board, shared })),
    ...(day.dayOfWeek <= 5 && day.dayOfWeek !== usual.weekday ? [{ code: 'not-the-usual-day' as const }] : []),
    ...(lastDay && Temporal.PlainDate.compare(lastDay, today) < 0 ? [{ code: 'notice-too-late' as const, lastDay }] : []),
  ]
}

/** What can be said of a day after the meeting before it: notice that falls due before that one is held, no room for a consultation. */
export function marksOfInterval(
  facts: YearFacts,
  previous: Temporal.PlainDate | undefined,
  day: Temporal.PlainDate,
  lastDay = lastDayFor(facts, day),
): readonly DayMark[] {
  if (previous === undefined) return []
  const days = previous.until(day).days
  return [
    ...(lastDay && Temporal.PlainDate.compare(lastDay, previous) <= 0
      ? [{ code: 'notice-before-previous' as const, lastDay, previous }]
      : []),
    ...(facts.roomDays > 0 && days < facts.roomDays ? [{ code: 'no-room' as const, days }] : []),
  ]
}

/** What no proposed day ever has. */
const never: ReadonlySet<DayMark['code']> = new Set(['past', 'bank-holiday', 'weekend', 'own-meeting', 'notice-too-late'])

/** What stands against a day and can be lived with: the higher, the sooner another day is taken. A day away from the usual one counts 1. */
const weights: Readonly<Partial<Record<DayMark['code'], number>>> = {
  'school-holiday': 1000,
  clash: 300,
  'notice-before-previous': 200,
  'no-room': 10,
  'holidays-not-known': 0,
  'not-the-usual-day': 60,
}

/**
 * Fills the places of a year (G11): a meeting that stands already keeps its place; every other gets the best day that is left, never a bank holiday, a
 * weekend or a day already past; what cannot be met is said of the day, or of the place where there is no day at all.
 */
export function buildYear(slots: readonly YearSlot[], facts: YearFacts): readonly YearPlace[] {
  const free = facts.own.map((day) => ({ day, taken: false }))
  const kept = slots.map((slot) => {
    const found = free.find(({ day, taken }) => !taken && isWithin(day, slot.from, slot.until))
    if (found) found.taken = true
    return found?.day
  })
  const places: YearPlace[] = []
  let previous: Temporal.PlainDate | undefined
  for (const [index, slot] of slots.entries()) {
    const own = kept[index]
    const place: YearPlace = own
      ? { kind: 'kept', slot, day: own }
      : proposed(slot, facts, latest(facts.own, slot.from, previous), previous)
    places.push(place)
    if (place.kind !== 'none') previous = place.day
  }
  return places
}

/** The meeting before a place: the last one proposed, or one that stands already. */
function latest(
  own: readonly Temporal.PlainDate[],
  before: Temporal.PlainDate,
  previous: Temporal.PlainDate | undefined,
): Temporal.PlainDate | undefined {
  const standing = own.filter((day) => Temporal.PlainDate.compare(day, before) < 0).at(-1)
  if (!standing || !previous) return standing ?? previous
  return Temporal.PlainDate.compare(standing, previous) > 0 ? standing : previous
}

function proposed(
  slot: YearSlot,
  facts: YearFacts,
  before: Temporal.PlainDate | undefined,
  after: Temporal.PlainDate | undefined,
): YearPlace {
  let best: { readonly day: Temporal.PlainDate; readonly marks: readonly DayMark[]; readonly weight: number } | undefined
  const refused = new Set<DayMark['code']>()
  for (let day = slot.from; Temporal.PlainDate.compare(day, slot.until) < 0; day = day.add({ days: 1 })) {
    if (after && Temporal.PlainDate.compare(day, after) <= 0) continue
    if (day.dayOfWeek > 5) continue
    const lastDay = lastDayFor(facts, day)
    const marks = [...marksOfDay(facts, day, lastDay), ...marksOfInterval(facts, before, day, lastDay)]
    const against = marks.filter(({ code }) => never.has(code))
    for (const { code } of against) refused.add(code)
    if (against.length > 0) continue
    const weight = marks.reduce((sum, { code }) => sum + (weights[code] ?? 0), 0) + Math.abs(slot.ideal.until(day).days)
    if (!best || weight < best.weight) best = { day, marks, weight }
  }
  if (best) return { kind: 'proposed', slot, day: best.day, marks: best.marks }
  const isPast = Temporal.PlainDate.compare(slot.until, facts.today.add({ days: 1 })) <= 0
  return { kind: 'none', slot, why: isPast ? 'past' : refused.has('notice-too-late') ? 'notice' : 'no-working-day' }
}

function isWithin(day: Temporal.PlainDate, from: Temporal.PlainDate, until: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(day, from) >= 0 && Temporal.PlainDate.compare(day, until) < 0
}

function lastDayFor({ notice, calendar }: YearFacts, day: Temporal.PlainDate): Temporal.PlainDate | undefined {
  if (!notice) return undefined
  const answer = lastDayForNotice(notice, day, calendar)
  return answer.state === 'known' ? answer.lastDay : undefined
}

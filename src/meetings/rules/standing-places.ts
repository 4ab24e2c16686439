import type { StandingItem } from '#governance/public.ts'
import type { PlanState } from './plan.ts'

/** A meeting of a board as far as standing items are concerned: still to be held, over, or cancelled or moved away. */
export interface StandingMeeting {
  readonly id: string
  readonly heldOn: Temporal.PlainDate
  readonly state: 'open' | 'over' | 'gone'
  /** The standing items of the terms in force on its day; empty for meetings that take none, such as workshops. */
  readonly standing: readonly StandingItem[]
}

/** A standing item that is on the plan already. */
export interface KeptStanding {
  readonly id: string
  readonly key: string
  /** The period in which it falls due, half-open; null for one of each meeting. */
  readonly dueFrom: Temporal.PlainDate | null
  readonly dueUntil: Temporal.PlainDate | null
  /** The meeting at which one of each meeting is due. */
  readonly dueMeeting: string | null
  /** Where it stands; null: in no meeting. */
  readonly meeting: string | null
  readonly state: PlanState
  /** The clerk has placed it: it stays there. */
  readonly byHand: boolean
}

/** A standing item that is on the agenda of a meeting, however it came there. */
export interface TakenStanding {
  readonly key: string
  readonly meeting: string
}

/** What standing items are placed by. */
export interface StandingFacts {
  readonly meetings: readonly StandingMeeting[]
  readonly kept: readonly KeptStanding[]
  readonly taken: readonly TakenStanding[]
}

/** What is to be done so that every standing item is where it is due. */
export type Placing =
  | { readonly kind: 'add'; readonly item: StandingItem; readonly due: Due; readonly meeting: string }
  | { readonly kind: 'move'; readonly id: string; readonly to: string | null }
  | { readonly kind: 'drop'; readonly id: string; readonly why: 'not-in-terms' | 'meeting-gone' }

/** When an item falls due: within a period of whole months, half-open, or at one meeting. */
export type Due = { readonly from: Temporal.PlainDate; readonly until: Temporal.PlainDate } | { readonly meeting: string }

// Periods run with the financial year, by which boards report: the first of April begins a month, a quarter, a half-year and a year.
const START = Temporal.PlainDate.from('2000-04-01')
const MONTHS_A_YEAR = 12

/** The period of whole months that a day lies in, half-open, counted from the first of April 2000. @param months - 1 to 60 */
export function periodOf(
  day: Temporal.PlainDate,
  months: number,
): { readonly from: Temporal.PlainDate; readonly until: Temporal.PlainDate } {
  const since = (day.year - START.year) * MONTHS_A_YEAR + day.month - START.month
  const from = START.add({ months: Math.floor(since / months) * months })
  return { from, until: from.add({ months }) }
}

/**
 * Works out what must be added, moved or dropped so that each standing item is at the meeting at which it falls due (G11): one of each meeting at every
 * meeting, one with a cadence once in each of its periods. Asked again after it was done, it answers nothing.
 */
export function placeStanding(facts: StandingFacts): readonly Placing[] {
  const open = facts.meetings.filter(({ state }) => state === 'open').toSorted(byDay)
  return [
    ...open.flatMap((meeting) => addEach(facts, meeting)),
    ...addByPeriod(facts, open),
    ...facts.kept.flatMap((one) => settle(facts, open, one)),
  ]
}

const byDay = (a: StandingMeeting, b: StandingMeeting): number => Temporal.PlainDate.compare(a.heldOn, b.heldOn)

function addEach({ kept, taken }: StandingFacts, meeting: StandingMeeting): Placing[] {
  return meeting.standing
    .filter(({ key, months }) => months === null && !kept.some((one) => one.key === key && one.dueMeeting === meeting.id))
    .filter(({ key }) => !taken.some((one) => one.key === key && one.meeting === meeting.id))
    .map((item) => ({ kind: 'add', item, due: { meeting: meeting.id }, meeting: meeting.id }))
}

function addByPeriod(facts: StandingFacts, open: readonly StandingMeeting[]): Placing[] {
  const added = new Map<string, Placing>()
  for (const meeting of open)
    for (const item of meeting.standing) {
      if (item.months === null) continue
      const due = periodOf(meeting.heldOn, item.months)
      const name = `${item.key} ${due.from.toString()}`
      if (added.has(name) || isDealtWith(facts, item.key, due)) continue
      const at = bestMeeting(facts, open, item.key, due, item.months)
      if (at) added.set(name, { kind: 'add', item, due, meeting: at.id })
    }
  return [...added.values()]
}

interface Period {
  readonly from: Temporal.PlainDate
  readonly until: Temporal.PlainDate
}

const within = (day: Temporal.PlainDate, { from, until }: Period): boolean =>
  Temporal.PlainDate.compare(day, from) >= 0 && Temporal.PlainDate.compare(day, until) < 0

/** Whether an item is on the plan for the period, was left out of it, or is on an agenda in it. Periods of earlier terms count as far as they reach into it. */
export function isDealtWith({ kept, taken, meetings }: StandingFacts, key: string, period: Period): boolean {
  const overlaps = ({ dueFrom, dueUntil }: KeptStanding): boolean =>
    dueFrom !== null && dueUntil !== null && dueFrom.toString() < period.until.toString() && dueUntil.toString() > period.from.toString()
  return (
    kept.some((one) => one.key === key && overlaps(one)) ||
    taken.some((one) => one.key === key && meetings.some(({ id, heldOn }) => id === one.meeting && within(heldOn, period)))
  )
}

/**
 * The meeting of a period at which an item is best taken: the first half a month or less before it is one cadence old, as far as there is one; else the
 * last. An item that was never taken goes to the first meeting. Undefined where no meeting of the period takes it.
 */
function bestMeeting(
  facts: StandingFacts,
  open: readonly StandingMeeting[],
  key: string,
  period: Period,
  months: number,
): StandingMeeting | undefined {
  const candidates = open.filter(
    ({ heldOn, standing }) => within(heldOn, period) && standing.some((item) => item.key === key && item.months !== null),
  )
  const last = lastBefore(facts, key, period.from)
  const target = last?.add({ months }).subtract({ days: 15 })
  return candidates.find(({ heldOn }) => target === undefined || Temporal.PlainDate.compare(heldOn, target) >= 0) ?? candidates.at(-1)
}

/** The day of the last meeting before a period at which an item was, or is to be, taken. */
function lastBefore({ kept, taken, meetings }: StandingFacts, key: string, day: Temporal.PlainDate): Temporal.PlainDate | undefined {
  const ids = new Set([
    ...taken.filter((one) => one.key === key).map(({ meeting }) => meeting),
    ...kept.filter((one) => one.key === key && (one.state === 'accepted' || one.state === 'done')).map(({ meeting }) => meeting),
  ])
  return meetings
    .filter(({ id, heldOn, state }) => ids.has(id) && state !== 'gone' && Temporal.PlainDate.compare(heldOn, day) < 0)
    .toSorted(byDay)
    .at(-1)?.heldOn
}

/** What becomes of an item on the plan whose meeting is gone, has moved out of its period, or whose terms no longer name it. */
function settle(facts: StandingFacts, open: readonly StandingMeeting[], one: KeptStanding): Placing[] {
  if (one.state !== 'accepted') return []
  const at = facts.meetings.find(({ id }) => id === one.meeting)
  // Of a meeting before those that are looked at nothing is settled any more.
  if (at?.state === 'over' || (one.meeting !== null && at === undefined)) return []
  if (at?.state === 'open') {
    if (one.byHand) return []
    const item = at.standing.find(({ key }) => key === one.key)
    if (item === undefined) return [{ kind: 'drop', id: one.id, why: 'not-in-terms' }]
  }
  if (one.dueFrom === null || one.dueUntil === null) return at?.state === 'open' ? [] : [{ kind: 'drop', id: one.id, why: 'meeting-gone' }]
  const period = { from: one.dueFrom, until: one.dueUntil }
  if (at?.state === 'open' && within(at.heldOn, period)) return []
  // The clerk took it out of every meeting: it waits for the clerk.
  if (one.meeting === null && one.byHand) return []
  const months = one.dueFrom.until(one.dueUntil, { largestUnit: 'months' }).months
  const to = bestMeeting(facts, open, one.key, period, months)?.id ?? null
  return to === one.meeting ? [] : [{ kind: 'move', id: one.id, to }]
}

/** A standing item that nothing can be done about by itself: it was not taken, or no meeting falls into its period. */
export interface StandingGap {
  readonly item: StandingItem
  readonly period: Period
}

/** The items of the terms whose period holds `today` and for which there is no meeting to take them: what the calendar cannot meet. */
export function standingGaps(facts: StandingFacts, items: readonly StandingItem[], today: Temporal.PlainDate): readonly StandingGap[] {
  return items.flatMap((item) => {
    if (item.months === null) return []
    const period = periodOf(today, item.months)
    const couldBe = facts.meetings.some(
      ({ heldOn, state, standing }) => state !== 'gone' && within(heldOn, period) && standing.some(({ key }) => key === item.key),
    )
    return couldBe || isDealtWith(facts, item.key, period) ? [] : [{ item, period }]
  })
}

/** Whether a standing item on the plan was missed: its meeting is over, or its period is, and it was neither taken nor left out. */
export function wasMissed(
  one: Pick<KeptStanding, 'state' | 'dueUntil' | 'meeting' | 'key'>,
  heldOn: Temporal.PlainDate | undefined,
  today: Temporal.PlainDate,
): boolean {
  if (one.state !== 'accepted' || one.key === '') return false
  if (one.meeting !== null) return heldOn !== undefined && Temporal.PlainDate.compare(heldOn, today) < 0
  return one.dueUntil !== null && Temporal.PlainDate.compare(one.dueUntil, today) <= 0
}

import type { StandingItem } from '#governance/public.ts'
import { type KeptStanding, periodOf, type TakenStanding } from './standing-places.ts'

/** A meeting that was held and whose agenda can be read. */
export interface HeldAgenda {
  readonly id: string
  readonly heldOn: Temporal.PlainDate
  /** The standing items of the terms in force on its day; empty for meetings that take none, such as workshops. */
  readonly standing: readonly StandingItem[]
}

/** What is known of the standing items of a body, as far as the reader may see it. */
export interface StandingRecord {
  /** Of a little more than two years, in any order. */
  readonly held: readonly HeldAgenda[]
  /** Meetings still to be held. */
  readonly ahead: readonly HeldAgenda[]
  readonly taken: readonly TakenStanding[]
  readonly kept: readonly KeptStanding[]
}

/** A standing item that did not stand on the agenda on which it was due. */
export interface StandingMiss {
  readonly title: string
  /** The meeting at which it was due, or the last at which it could still be taken. */
  readonly meeting: string
  /** The clerk left it out, which is on the plan. */
  readonly isLeftOut: boolean
}

/** How standing items were kept over the last twelve months. */
export interface StandingKept {
  /** How often an item was due: at each meeting, or once in a period that is over. */
  readonly due: number
  readonly misses: readonly StandingMiss[]
  /** Titles that are due by the end of the present period, were not taken in it, and for which no meeting is announced. */
  readonly unplaced: readonly string[]
}

interface Period {
  readonly from: Temporal.PlainDate
  readonly until: Temporal.PlainDate
}

const MONTHS_JUDGED = 12
const before = (a: Temporal.PlainDate, b: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(a, b) < 0
const within = (day: Temporal.PlainDate, { from, until }: Period): boolean => !before(day, from) && before(day, until)

/**
 * How the standing items of a body were kept (G11, G17): one of each meeting at every meeting of the last twelve months, one with a cadence once in each
 * of its periods that ended in them. A period without a meeting that could take the item is not judged here: how often the body meets is another rule.
 */
export function standingKept(record: StandingRecord, today: Temporal.PlainDate): StandingKept {
  const since = today.subtract({ months: MONTHS_JUDGED })
  const held = record.held.toSorted((a, b) => Temporal.PlainDate.compare(a.heldOn, b.heldOn))
  const each = held.filter(({ heldOn }) => !before(heldOn, since)).flatMap((meeting) => atEachMeeting(record, meeting))
  const periods = duePeriods(held)
  const over = periods.filter(({ period: { until } }) => !before(today, until) && before(since, until))
  const judged = [...each, ...over.map((one) => inPeriod(record, one))]
  return {
    due: judged.length,
    misses: judged.flatMap((one) => (one === 'taken' ? [] : [one])),
    unplaced: unplacedTitles(record, periods, today),
  }
}

function atEachMeeting({ taken, kept }: StandingRecord, { id, standing }: HeldAgenda): readonly (StandingMiss | 'taken')[] {
  return standing
    .filter(({ months }) => months === null)
    .map(({ key, title }) => {
      const own = kept.filter((one) => one.key === key && one.dueMeeting === id)
      if (taken.some((one) => one.key === key && one.meeting === id) || own.some(({ state }) => state === 'done')) return 'taken'
      return { title, meeting: id, isLeftOut: own.some(isLeftOut) }
    })
}

const isLeftOut = ({ state }: KeptStanding): boolean => state === 'withdrawn' || state === 'refused'

interface DuePeriod {
  readonly key: string
  readonly title: string
  readonly period: Period
  /** The last meeting of the period that could take the item. */
  readonly last: string
}

/** The periods in which items were due, each with the last meeting of it; meetings in order of days. */
function duePeriods(held: readonly HeldAgenda[]): readonly DuePeriod[] {
  const periods = new Map<string, DuePeriod>()
  for (const { id, heldOn, standing } of held)
    for (const { key, title, months } of standing) {
      if (months === null) continue
      const period = periodOf(heldOn, months)
      periods.set(`${key} ${period.from}`, { key, title, period, last: id })
    }
  return [...periods.values()]
}

function inPeriod(record: StandingRecord, { key, title, period, last }: DuePeriod): StandingMiss | 'taken' {
  const own = keptIn(record, key, period)
  if (wasTaken(record, key, period) || own.some(({ state }) => state === 'done')) return 'taken'
  return { title, meeting: last, isLeftOut: own.some(isLeftOut) }
}

function keptIn({ kept }: StandingRecord, key: string, period: Period): readonly KeptStanding[] {
  return kept.filter(
    (one) =>
      one.key === key &&
      one.dueFrom !== null &&
      one.dueUntil !== null &&
      before(one.dueFrom, period.until) &&
      before(period.from, one.dueUntil),
  )
}

function wasTaken({ held, ahead, taken }: StandingRecord, key: string, period: Period): boolean {
  const ids = new Set([...held, ...ahead].filter(({ heldOn }) => within(heldOn, period)).map(({ id }) => id))
  return taken.some((one) => one.key === key && ids.has(one.meeting))
}

/** Items whose present period has had a meeting, which did not take them, and has no other ahead. */
function unplacedTitles(record: StandingRecord, periods: readonly DuePeriod[], today: Temporal.PlainDate): readonly string[] {
  return periods
    .filter(({ period }) => within(today, period))
    .filter(({ key, period }) => !wasTaken(record, key, period) && !keptIn(record, key, period).some(({ state }) => state !== 'accepted'))
    .filter(
      ({ key, period }) =>
        !record.ahead.some(({ heldOn, standing }) => within(heldOn, period) && standing.some((item) => item.key === key)),
    )
    .map(({ title }) => title)
}

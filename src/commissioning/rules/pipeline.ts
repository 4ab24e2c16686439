type Day = Temporal.PlainDate

/** What happened to a case. */
export type CaseEventKind = 'entered' | 'met' | 'deferred' | 'resumed' | 'extended' | 'withdrawn' | 'rejected'
/** How a case stands. */
export type CaseStatus = 'not-begun' | 'in-stage' | 'met' | 'live' | 'deferred' | 'withdrawn' | 'rejected'

/** One event of a case, in the order in which they happened. */
export interface CaseEvent {
  readonly stage: string
  readonly kind: CaseEventKind
  readonly onDay: Day
  /** Deferred until, or the new deadline. */
  readonly untilOn: Day | undefined
}

/** Where a case is, by its events alone. */
export interface CaseStanding {
  readonly status: CaseStatus
  /** The stage it is in, or was in last; undefined: none yet. */
  readonly stage: string | undefined
  /** Since when it stands like that. */
  readonly since: Day | undefined
  /** Deferred until, or the deadline as it was extended. */
  readonly until: Day | undefined
}

/**
 * How a case stands by its events (C8; handbook of commissioning 3.9). Who entered the last stage is live. An extension changes the deadline, not the history.
 * @param events - in the order in which they happened
 * @param lastStage - the id of the last stage of the process
 */
export function standingOf(events: readonly CaseEvent[], lastStage: string | undefined): CaseStanding {
  const last = events.at(-1)
  if (!last) return { status: 'not-begun', stage: undefined, since: undefined, until: undefined }
  const { stage } = last
  const entered = events.findLast(({ kind }) => kind === 'entered')?.onDay
  switch (last.kind) {
    case 'withdrawn':
    case 'rejected':
      return { status: last.kind, stage, since: last.onDay, until: undefined }
    case 'deferred':
      return { status: 'deferred', stage, since: last.onDay, until: last.untilOn }
    case 'met':
      return { status: stage === lastStage ? 'live' : 'met', stage, since: last.onDay, until: undefined }
    default: {
      const extended = events.slice(events.findLastIndex(({ kind }) => kind === 'entered')).findLast(({ kind }) => kind === 'extended')
      return { status: stage === lastStage ? 'live' : 'in-stage', stage, since: entered, until: extended?.untilOn }
    }
  }
}

/** What can happen to a case after what happened to it; nothing after it was withdrawn or rejected. @param hasNext - whether there is a later stage to enter */
export function possibleEvents(events: readonly CaseEvent[], hasNext: boolean): readonly CaseEventKind[] {
  switch (events.at(-1)?.kind) {
    case undefined:
      return ['entered']
    case 'withdrawn':
    case 'rejected':
      return []
    case 'met':
      return hasNext ? ['entered', 'withdrawn', 'rejected'] : ['withdrawn', 'rejected']
    case 'deferred':
      return ['resumed', 'deferred', 'withdrawn', 'rejected']
    default:
      return ['met', 'deferred', 'extended', 'withdrawn', 'rejected']
  }
}

/** Days that a case spent in each stage by its events, up to a day; the days for which it was deferred are not counted. */
export function daysInStages(events: readonly CaseEvent[], today: Day): ReadonlyMap<string, number> {
  const days = new Map<string, number>()
  for (const [place, { stage, kind, onDay }] of events.entries()) {
    if (kind === 'met' || kind === 'deferred' || kind === 'withdrawn' || kind === 'rejected') continue
    const next = events[place + 1]?.onDay ?? today
    days.set(stage, (days.get(stage) ?? 0) + Math.max(0, onDay.until(next).days))
  }
  return days
}

/**
 * By when a case is to leave its stage: the deadline as it was extended last, else so many days after it entered, put off by the days for which it was
 * deferred. Undefined: it is in no stage now, or the stage has no deadline.
 * @param days - within how many days the stage is left
 */
export function deadlineOf(events: readonly CaseEvent[], days: number | undefined): Day | undefined {
  const last = events.at(-1)
  if (!last || last.kind === 'met' || last.kind === 'withdrawn' || last.kind === 'rejected') return undefined
  const own = events.slice(events.findLastIndex(({ kind }) => kind === 'entered'))
  const extended = own.findLastIndex(({ kind }) => kind === 'extended')
  const from = extended === -1 ? 0 : extended
  const begun = extended === -1 ? own[0]?.onDay : own[extended]?.untilOn
  if (begun === undefined || (extended === -1 && days === undefined)) return undefined
  let put = 0
  for (const [place, { kind, onDay }] of own.entries()) {
    if (place < from || kind !== 'resumed') continue
    const away = own.slice(from, place).findLastIndex((one) => one.kind !== 'deferred') + from + 1
    put += own[away]?.onDay.until(onDay).days ?? 0
  }
  return begun.add({ days: put + (extended === -1 ? (days ?? 0) : 0) })
}

/** What waits for somebody in a case. `deferral-over`: the day until which it was deferred has come. */
export type CaseWait = 'past-deadline' | 'deadline-soon' | 'deferral-over' | 'board-decides'

const SOON = { days: 28 }

/** What waits in a case on a day, the most pressing; undefined: nothing. A stage that the board decides on waits for its decision. */
export function waitOf(
  {
    status,
    until,
    dueOn,
    byDecision,
  }: Pick<CaseStanding, 'status' | 'until'> & { readonly dueOn: Day | undefined; readonly byDecision: boolean },
  today: Day,
): CaseWait | undefined {
  if (status === 'deferred') return until && Temporal.PlainDate.compare(until, today) <= 0 ? 'deferral-over' : undefined
  if (status !== 'in-stage') return undefined
  if (dueOn && Temporal.PlainDate.compare(dueOn, today) < 0) return 'past-deadline'
  if (byDecision) return 'board-decides'
  return dueOn && Temporal.PlainDate.compare(dueOn, today.add(SOON)) <= 0 ? 'deadline-soon' : undefined
}

/** How many cases stand how; the counts sum to the cases. */
export function countByStatus(standings: readonly CaseStanding[]): ReadonlyMap<CaseStatus, number> {
  const order: readonly CaseStatus[] = ['live', 'in-stage', 'met', 'deferred', 'withdrawn', 'rejected', 'not-begun']
  return new Map(order.map((status) => [status, standings.filter((one) => one.status === status).length]))
}

/** How many cases ever entered each stage, in the order of the stages: the funnel. */
export function funnelOf(stages: readonly string[], cases: readonly (readonly CaseEvent[])[]): readonly number[] {
  return stages.map((stage) => cases.filter((events) => events.some((event) => event.stage === stage && event.kind === 'entered')).length)
}

/** How many cases are in each stage now, in the order of the stages; those that were withdrawn or rejected are in none. */
export function presentIn(stages: readonly string[], standings: readonly CaseStanding[]): readonly number[] {
  const here = standings.filter(({ status }) => status !== 'withdrawn' && status !== 'rejected')
  return stages.map((stage) => here.filter((one) => one.stage === stage).length)
}

/** By how many days an indicative date has moved since the first that was said; 0 where only one was, undefined where none. */
export function slippageOf(dates: readonly { readonly expectedOn: Day }[]): number | undefined {
  const [first, last] = [dates[0], dates.at(-1)]
  return first && last ? first.expectedOn.until(last.expectedOn).days : undefined
}

type Day = Temporal.PlainDate

/** What happened to a case. */
export type CaseEventKind = 'entered' | 'met' | 'deferred' | 'resumed' | 'extended' | 'withdrawn' | 'rejected'
/** How a case stands. `overdue`: it is in a stage whose deadline has passed. */
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
      const extended = events.findLast(({ kind }) => kind === 'extended')
      return { status: stage === lastStage ? 'live' : 'in-stage', stage, since: entered, until: extended?.untilOn }
    }
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

/** How many cases stand how; the counts sum to the cases. */
export function countByStatus(standings: readonly CaseStanding[]): ReadonlyMap<CaseStatus, number> {
  const order: readonly CaseStatus[] = ['live', 'in-stage', 'met', 'deferred', 'withdrawn', 'rejected', 'not-begun']
  return new Map(order.map((status) => [status, standings.filter((one) => one.status === status).length]))
}

/** How many cases ever entered each stage, in the order of the stages: the funnel. */
export function funnelOf(stages: readonly string[], cases: readonly (readonly CaseEvent[])[]): readonly number[] {
  return stages.map((stage) => cases.filter((events) => events.some((event) => event.stage === stage && event.kind === 'entered')).length)
}

/** By how many days an indicative date has moved since the first that was said; 0 where only one was, undefined where none. */
export function slippageOf(dates: readonly { readonly expectedOn: Day }[]): number | undefined {
  const [first, last] = [dates[0], dates.at(-1)]
  return first && last ? first.expectedOn.until(last.expectedOn).days : undefined
}

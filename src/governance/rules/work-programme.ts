import {
  type CycleWindow,
  type DutyOutcome,
  type DutyState,
  dutyState,
  type OwedSpan,
  owedWindows,
  type YearlyWindow,
} from './yearly-window.ts'

/** A duty of a protocol as far as its cycle goes. */
export interface CycleDuty extends OwedSpan {
  readonly window: YearlyWindow
  readonly outcomes: readonly (DutyOutcome & { readonly year: number })[]
}

/** From when to when a protocol binds: from its first day, once every party has signed. */
export interface BindingFacts extends OwedSpan {
  readonly parties: readonly { readonly signedOn: Temporal.PlainDate | undefined }[]
}

/** The span in which a protocol binds; undefined while a signature is missing. */
export function boundSpan({ startsOn, endsOn, parties }: BindingFacts): OwedSpan | undefined {
  const signed = parties.flatMap(({ signedOn }) => signedOn ?? [])
  if (parties.length === 0 || signed.length < parties.length) return undefined
  return { startsOn: latest([startsOn, ...signed]), endsOn }
}

/** One cycle of a duty with how it stands. */
export interface Cycle {
  readonly window: CycleWindow
  readonly state: DutyState
}

/** All cycles of a duty under a protocol whose windows open within a year of today, the earliest first; none while the protocol does not bind. */
export function cyclesOf(duty: CycleDuty, protocol: BindingFacts, today: Temporal.PlainDate): readonly Cycle[] {
  const bound = boundSpan(protocol)
  if (bound === undefined) return []
  const span = { startsOn: latest([bound.startsOn, duty.startsOn]), endsOn: earliest(bound.endsOn, duty.endsOn) }
  return owedWindows(duty.window, span, today.add({ years: 1 })).map((window) => ({
    window,
    state: dutyState(
      window,
      duty.outcomes.find(({ year }) => year === window.year),
      today,
    ),
  }))
}

/** What of the cycles belongs in the programme of a year: what is overdue, however old, and what closed or opens within a year of today. */
export function inProgramme({ window, state }: Cycle, today: Temporal.PlainDate): boolean {
  return state === 'overdue' || Temporal.PlainDate.compare(window.closesOn, today.subtract({ years: 1 })) >= 0
}

const weights: Readonly<Record<DutyState, number>> = { overdue: 0, due: 1, coming: 2, 'met-late': 3, met: 3, waived: 3 }

/** Orders cycles: what is overdue, what is due, what comes, then what is settled. */
export function byUrgency(a: Cycle, b: Cycle): number {
  return weights[a.state] - weights[b.state] || Temporal.PlainDate.compare(a.window.closesOn, b.window.closesOn)
}

function latest(days: readonly Temporal.PlainDate[]): Temporal.PlainDate {
  return days.reduce((found, day) => (Temporal.PlainDate.compare(day, found) > 0 ? day : found))
}

function earliest(one: Temporal.PlainDate | undefined, other: Temporal.PlainDate | undefined): Temporal.PlainDate | undefined {
  if (one === undefined || other === undefined) return one ?? other
  return Temporal.PlainDate.compare(one, other) <= 0 ? one : other
}

import type { Terms } from './terms/terms.ts'

/** A step of the ladder on which a dispute is taken up (G9). */
export interface LadderStep {
  readonly who: string
  /** Within how many days it is to be settled there; null where the terms do not say. */
  readonly days: number | null
}

/** The ladder that terms name, the first step first; empty where they name none. */
export function ladderOf({ disputes }: Pick<Terms, 'disputes'>): readonly LadderStep[] {
  return (disputes.value ?? []).map((step) => (typeof step === 'string' ? { who: step, days: null } : step))
}

/** One step that a dispute was taken to. */
export interface TakenStep {
  /** From 1. */
  readonly number: number
  readonly takenOn: Temporal.PlainDate
  /** Last day on which it is to be settled there; undefined where the ladder names none. */
  readonly dueOn: Temporal.PlainDate | undefined
  readonly postponedUntil: Temporal.PlainDate | undefined
  readonly outcome: '' | 'settled' | 'returned' | 'moved_up'
}

/** A dispute as the rules look at it. */
export interface DisputeFacts {
  readonly raisedOn: Temporal.PlainDate
  readonly settledOn: Temporal.PlainDate | undefined
  readonly ladder: readonly LadderStep[]
  /** In the order in which they were taken. */
  readonly steps: readonly TakenStep[]
}

/**
 * How a dispute stands on a day. 'raised': no step was taken yet; 'returned': the answer came down and the board decides again; 'postponed': information is
 * waited for; 'overdue': the last day at its step is over, and nobody has answered or moved it up.
 */
export type DisputeState = 'raised' | 'waiting' | 'postponed' | 'overdue' | 'returned' | 'settled'

const isBefore = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(one, other) < 0

/** How a dispute stands on a day; derived, never stored. */
export function disputeState({ settledOn, steps }: Pick<DisputeFacts, 'settledOn' | 'steps'>, today: Temporal.PlainDate): DisputeState {
  const last = steps.at(-1)
  if (settledOn !== undefined) return 'settled'
  if (last === undefined) return 'raised'
  if (last.outcome !== '') return 'returned'
  const { dueOn, postponedUntil } = last
  if (postponedUntil !== undefined && !isBefore(postponedUntil, today)) return 'postponed'
  const until = lastDayOf(dueOn, postponedUntil)
  return until !== undefined && isBefore(until, today) ? 'overdue' : 'waiting'
}

function lastDayOf(dueOn: Temporal.PlainDate | undefined, postponedUntil: Temporal.PlainDate | undefined): Temporal.PlainDate | undefined {
  if (dueOn === undefined || postponedUntil === undefined) return dueOn ?? postponedUntil
  return isBefore(dueOn, postponedUntil) ? postponedUntil : dueOn
}

/** The last day on which a step is to be settled; a decision that was put off moves it. */
export function stepDueOn({ dueOn, postponedUntil }: Pick<TakenStep, 'dueOn' | 'postponedUntil'>): Temporal.PlainDate | undefined {
  return lastDayOf(dueOn, postponedUntil)
}

/** The step that comes next; undefined at the top of the ladder, or where the terms name none. */
export function nextStep({
  ladder,
  steps,
}: Pick<DisputeFacts, 'ladder' | 'steps'>): (LadderStep & { readonly number: number }) | undefined {
  const number = steps.length + 1
  const step = ladder[steps.length]
  return step && { ...step, number }
}

/** Why a dispute cannot be taken to a step on a day; undefined where it can. */
export function refuseStep(
  dispute: DisputeFacts,
  asked: { readonly number: number; readonly takenOn: Temporal.PlainDate },
  today: Temporal.PlainDate,
): { readonly field: string; readonly code: string } | undefined {
  if (dispute.settledOn !== undefined) return { field: '', code: 'dispute-settled' }
  if (dispute.ladder.length === 0) return { field: '', code: 'ladder-none' }
  if (asked.number > dispute.ladder.length || asked.number < 1) return { field: '', code: 'step-unknown' }
  if (asked.number !== dispute.steps.length + 1) return { field: '', code: 'step-out-of-order' }
  if (isBefore(today, asked.takenOn)) return { field: 'takenOn', code: 'in-the-future' }
  if (isBefore(asked.takenOn, dispute.steps.at(-1)?.takenOn ?? dispute.raisedOn)) return { field: 'takenOn', code: 'step-too-early' }
  return undefined
}

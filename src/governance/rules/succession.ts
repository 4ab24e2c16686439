import { leadsBack } from './circles.ts'

/** What can become of an organisation (G1): several become one, one becomes several, another takes its place, or it ends without one. */
export const successionActs = ['merge', 'split', 'replace', 'end'] as const
/** One of them. */
export type SuccessionAct = (typeof successionActs)[number]

/** How a succession is recorded for each act; an end has none. */
export const successionKinds = { merge: 'merged', split: 'split', replace: 'replaced' } as const satisfies Readonly<
  Record<Exclude<SuccessionAct, 'end'>, string>
>

/** An organisation as the rules of succession look at it. */
export interface Succeeding {
  readonly id: string
  readonly startsOn: Temporal.PlainDate
  /** First day on which it no longer exists; undefined while no end is recorded. */
  readonly endsOn: Temporal.PlainDate | undefined
}

/** One recorded step of the line: from this day on, the successor stands where the former stood. */
export interface SuccessionStep {
  readonly former: string
  readonly successor: string
  readonly kind: string
  readonly onDay: Temporal.PlainDate
}

/** What is to be recorded. */
export interface SuccessionPlan {
  readonly act: SuccessionAct
  readonly formers: readonly Succeeding[]
  /** Those that exist already. */
  readonly successors: readonly Succeeding[]
  /** How many are set up by the same act; they begin on the day. */
  readonly created: number
  /** First day on which the formers no longer exist. */
  readonly onDay: Temporal.PlainDate
}

/** Why it cannot be recorded; `about` is the organisation that is in the way. */
export interface SuccessionRefusal {
  readonly code:
    | 'merge-two'
    | 'successor-one'
    | 'split-two'
    | 'successor-none'
    | 'succeeds-itself'
    | 'succession-known'
    | 'succession-circle'
    | 'before-founding'
    | 'before-own-succession'
    | 'ended-another-day'
    | 'succeeded-already'
    | 'successor-begins-later'
    | 'successor-ended'
  readonly about?: string
}

const isBefore = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(one, other) < 0

/**
 * Why a succession cannot be recorded; undefined where it can. Migration 0065 refuses the same in the database.
 * @param line - every step that is recorded so far
 */
export function refuseSuccession(plan: SuccessionPlan, line: readonly SuccessionStep[]): SuccessionRefusal | undefined {
  return refuseNumbers(plan) ?? refuseLine(plan, line) ?? refuseFormers(plan, line) ?? refuseSuccessors(plan)
}

function refuseNumbers({ act, formers, successors, created }: SuccessionPlan): SuccessionRefusal | undefined {
  const count = successors.length + created
  if (act === 'end') return count === 0 ? undefined : { code: 'successor-none' }
  if (act === 'split') return count < 2 ? { code: 'split-two' } : undefined
  if (count !== 1) return { code: 'successor-one' }
  // One that becomes a new one is replaced; nothing comes together.
  return act === 'merge' && formers.length < 2 && created === 1 ? { code: 'merge-two' } : undefined
}

function refuseLine({ formers, successors }: SuccessionPlan, line: readonly SuccessionStep[]): SuccessionRefusal | undefined {
  const pairs = line.map(({ former, successor }) => ({ from: former, to: successor }))
  for (const former of formers)
    for (const successor of successors) {
      if (former.id === successor.id) return { code: 'succeeds-itself', about: former.id }
      if (line.some((step) => step.former === former.id && step.successor === successor.id))
        return { code: 'succession-known', about: former.id }
      if (leadsBack(pairs, former.id, successor.id)) return { code: 'succession-circle', about: successor.id }
    }
  return undefined
}

function refuseFormers({ formers, onDay }: SuccessionPlan, line: readonly SuccessionStep[]): SuccessionRefusal | undefined {
  for (const { id, startsOn, endsOn } of formers) {
    if (!isBefore(startsOn, onDay)) return { code: 'before-founding', about: id }
    if (line.some((step) => step.successor === id && !isBefore(step.onDay, onDay))) return { code: 'before-own-succession', about: id }
    if (endsOn !== undefined && !endsOn.equals(onDay)) return { code: 'ended-another-day', about: id }
    // An end that is recorded without a successor may be given one later.
    if (line.some((step) => step.former === id)) return { code: 'succeeded-already', about: id }
  }
  return undefined
}

function refuseSuccessors({ successors, onDay }: SuccessionPlan): SuccessionRefusal | undefined {
  for (const { id, startsOn, endsOn } of successors) {
    if (isBefore(onDay, startsOn)) return { code: 'successor-begins-later', about: id }
    if (endsOn !== undefined && !isBefore(onDay, endsOn)) return { code: 'successor-ended', about: id }
  }
  return undefined
}

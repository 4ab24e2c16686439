/** Where a recommendation comes from. */
export const sourceKinds = ['scrutiny', 'serious-case', 'learning', 'child-death', 'adult', 'inspection', 'audit', 'other'] as const
/** One of them. */
export type SourceKind = (typeof sourceKinds)[number]

/** What the addressee makes of it: all of it, a part, nothing. */
export const responses = ['accept', 'part', 'reject'] as const
/** One of them. */
export type Response = (typeof responses)[number]

/** Within what time a response is due. */
export interface ResponsePeriod {
  readonly months: number
  readonly days: number
  /** 'Beginning with the day': the day of receipt is the first, so that the last is one earlier. */
  readonly firstDayCounts: boolean
}

/** The last day for a response to what was received on a day. */
export function responseDue(receivedOn: Temporal.PlainDate, { months, days, firstDayCounts }: ResponsePeriod): Temporal.PlainDate {
  const last = receivedOn.add({ months, days })
  return firstDayCounts ? last.subtract({ days: 1 }) : last
}

/** What the rules look at. */
export interface RecommendationFacts {
  readonly response: Response | undefined
  readonly responseDueOn: Temporal.PlainDate | undefined
  readonly closedOn: Temporal.PlainDate | undefined
  readonly actions: readonly { readonly dueOn: Temporal.PlainDate; readonly doneOn: Temporal.PlainDate | undefined }[]
  /** How many entries show an impact. */
  readonly impacts: number
}

/**
 * How a recommendation stands. 'unplanned': it was accepted, at least in part, and nobody has said what will be done; 'impact-due': everything was done
 * and nothing shows yet that it helped; 'closable': the board can close it.
 */
export const recommendationStates = [
  'response-overdue',
  'action-overdue',
  'awaiting-response',
  'unplanned',
  'under-way',
  'impact-due',
  'closable',
  'closed',
] as const
/** One of them. */
export type RecommendationState = (typeof recommendationStates)[number]

const isBefore = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(one, other) < 0

/** How a recommendation stands on a day; derived, never stored. It stays open until its impact is shown (P7). */
export function recommendationState(facts: RecommendationFacts, today: Temporal.PlainDate): RecommendationState {
  const { response, responseDueOn, closedOn, actions, impacts } = facts
  if (closedOn !== undefined) return 'closed'
  if (response === undefined)
    return responseDueOn !== undefined && isBefore(responseDueOn, today) ? 'response-overdue' : 'awaiting-response'
  if (response === 'reject') return 'closable'
  const open = actions.filter(({ doneOn }) => doneOn === undefined)
  if (open.some(({ dueOn }) => isBefore(dueOn, today))) return 'action-overdue'
  if (open.length > 0) return 'under-way'
  if (impacts > 0) return 'closable'
  return actions.length === 0 ? 'unplanned' : 'impact-due'
}

/** Why a recommendation cannot be closed; undefined where it can. A rejected one is closed by the board's decision to leave it. */
export function refuseClosing(facts: RecommendationFacts): 'no-response' | 'actions-open' | 'no-impact' | 'closed-already' | undefined {
  if (facts.closedOn !== undefined) return 'closed-already'
  if (facts.response === undefined) return 'no-response'
  if (facts.response === 'reject') return undefined
  if (facts.actions.some(({ doneOn }) => doneOn === undefined)) return 'actions-open'
  return facts.impacts === 0 ? 'no-impact' : undefined
}

/** The next day on which something open comes back to its board, after a milestone that was kept: whole steps on from it, the first after `today`. */
export function nextMilestone(milestone: Temporal.PlainDate, everyMonths: number, today: Temporal.PlainDate): Temporal.PlainDate {
  let steps = 1
  while (!isBefore(today, milestone.add({ months: steps * everyMonths }))) steps += 1
  return milestone.add({ months: steps * everyMonths })
}

/** Counts by how they stand, in the order of the states; what has none is left out. They sum to the whole. */
export function countStates(states: readonly RecommendationState[]): readonly (readonly [RecommendationState, number])[] {
  return recommendationStates.flatMap((state) => {
    const count = states.filter((one) => one === state).length
    return count === 0 ? [] : [[state, count] as const]
  })
}

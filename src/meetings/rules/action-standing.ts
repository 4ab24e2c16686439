import { isOverdue } from './action-due.ts'

/** How an action stands on a day. `ask-owner`: it was due at a meeting that was cancelled, and somebody must say what now. */
export type ActionStanding = 'open' | 'overdue' | 'ask-owner' | 'done' | 'withdrawn'

/** What the standing of an action is worked out from. */
export interface ActionFacts {
  readonly state: 'open' | 'done' | 'withdrawn'
  readonly dueTo: Temporal.PlainDate | null
  /** The meeting that it was due at was cancelled. */
  readonly meetingCancelled: boolean
}

/** How an action stands on the day `today`. */
export function actionStanding(action: ActionFacts, today: Temporal.PlainDate): ActionStanding {
  if (action.state !== 'open') return action.state
  if (action.meetingCancelled) return 'ask-owner'
  return isOverdue(action, today) ? 'overdue' : 'open'
}

/** How an action is rated: red, amber and green, and two states that are none of these. */
export type ActionRating = 'red' | 'amber' | 'green' | 'done' | 'withdrawn' | 'not-rated'

/** By what an action is rated; shown with every table of ratings. */
export interface RatingRule {
  /** An action that is due within so many days is amber. */
  readonly soonDays: number
}

/** The rule of the product; a partnership that wants another says so. */
export const ratingRule: RatingRule = { soonDays: 14 }

/**
 * Rates an action by the rule (M11): red is overdue; amber is due soon, without a confirmed owner, or due at a meeting that was cancelled; green
 * has time. Without a date and with an owner there is nothing to rate.
 */
export function rateAction(
  action: ActionFacts & { readonly ownerConfirmed: boolean },
  today: Temporal.PlainDate,
  { soonDays }: RatingRule = ratingRule,
): ActionRating {
  const standing = actionStanding(action, today)
  if (standing === 'done' || standing === 'withdrawn') return standing
  if (standing === 'overdue') return 'red'
  if (standing === 'ask-owner' || !action.ownerConfirmed) return 'amber'
  if (action.dueTo === null) return 'not-rated'
  return today.until(action.dueTo, { largestUnit: 'days' }).days <= soonDays ? 'amber' : 'green'
}

/** An action as completion counts it. */
export interface CountedAction extends ActionFacts {
  readonly doneOn: Temporal.PlainDate | null
  /** Names of those whose figure it belongs to. */
  readonly owners: readonly string[]
}

/** The views of a board's actions; 'all' are those that are open. */
export const actionViews = ['all', 'mine', 'overdue', 'done'] as const
/** One view of a board's actions. */
export type ActionView = (typeof actionViews)[number]

/** How far somebody's actions are done: of those that are done or were due, so many are done. Nothing due yet is no 0%. */
export interface Completion {
  readonly owner: string
  readonly done: number
  readonly doneInTime: number
  readonly overdue: number
  readonly open: number
}

/** Completion for each owner, by name (M11). Withdrawn actions count for nobody. */
export function completionOf(actions: readonly CountedAction[], today: Temporal.PlainDate): readonly Completion[] {
  const counts = new Map<string, { done: number; doneInTime: number; overdue: number; open: number }>()
  for (const action of actions) {
    const standing = actionStanding(action, today)
    if (standing === 'withdrawn') continue
    const inTime = action.doneOn !== null && (action.dueTo === null || Temporal.PlainDate.compare(action.doneOn, action.dueTo) <= 0)
    for (const owner of new Set(action.owners)) {
      const count = counts.get(owner) ?? { done: 0, doneInTime: 0, overdue: 0, open: 0 }
      counts.set(owner, count)
      if (standing === 'done') count.done += 1
      else if (standing === 'overdue') count.overdue += 1
      else count.open += 1
      if (standing === 'done' && inTime) count.doneInTime += 1
    }
  }
  return [...counts].map(([owner, count]) => ({ owner, ...count })).sort((a, b) => a.owner.localeCompare(b.owner, 'en-GB'))
}

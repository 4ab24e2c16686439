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

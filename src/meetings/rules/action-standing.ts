import { isOverdue } from './action-due.ts'
import { missedDays, nextDue, type Returns } from './action-returns.ts'

/** How an action stands on a day. `ask-owner`: it was due at a meeting that was cancelled, and somebody must say what now. */
export type ActionStanding = 'open' | 'overdue' | 'ask-owner' | 'done' | 'withdrawn'

/** What the standing of an action is worked out from. */
export interface ActionFacts {
  readonly state: 'open' | 'done' | 'withdrawn'
  readonly dueTo: Temporal.PlainDate | null
  /** The meeting that it was due at was cancelled. */
  readonly meetingCancelled: boolean
  /** For an action that returns; undefined for every other. */
  readonly returns?: Returns | undefined
}

/** How an action stands on the day `today`; one that returns is overdue while a time of it was missed. */
export function actionStanding(action: ActionFacts, today: Temporal.PlainDate): ActionStanding {
  if (action.state !== 'open') return action.state
  if (action.meetingCancelled) return 'ask-owner'
  if (action.returns) return missedDays(action.returns, today).length > 0 ? 'overdue' : 'open'
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
  const due = action.returns ? nextDue(action.returns, today) : action.dueTo
  if (due === null) return 'not-rated'
  return today.until(due, { largestUnit: 'days' }).days <= soonDays ? 'amber' : 'green'
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

/**
 * Completion for each owner, by name (M11). Withdrawn actions count for nobody. Of an action that returns every time that was due or done counts as
 * an action of its own, and the next one as not yet due; one that was ended counts the times that were ticked off, or once where none was.
 */
export function completionOf(actions: readonly CountedAction[], today: Temporal.PlainDate): readonly Completion[] {
  const counts = new Map<string, Tally>()
  for (const action of actions) {
    if (action.state === 'withdrawn') continue
    const tally = tallyOf(action, today)
    for (const owner of new Set(action.owners)) counts.set(owner, sumOf(counts.get(owner), tally))
  }
  return [...counts].map(([owner, count]) => ({ owner, ...count })).sort((a, b) => a.owner.localeCompare(b.owner, 'en-GB'))
}

type Tally = Omit<Completion, 'owner'>

const sumOf = (one: Tally | undefined, other: Tally): Tally => ({
  done: (one?.done ?? 0) + other.done,
  doneInTime: (one?.doneInTime ?? 0) + other.doneInTime,
  overdue: (one?.overdue ?? 0) + other.overdue,
  open: (one?.open ?? 0) + other.open,
})

function tallyOf(action: CountedAction, today: Temporal.PlainDate): Tally {
  const { returns, doneOn, dueTo } = action
  const standing = actionStanding(action, today)
  if (returns && (standing !== 'done' || returns.marked.length > 0)) return tallyOfTimes(returns, standing === 'done', today)
  const inTime = doneOn !== null && (dueTo === null || Temporal.PlainDate.compare(doneOn, dueTo) <= 0)
  const count = (is: boolean): number => (is ? 1 : 0)
  const [isDone, isOverdueNow] = [standing === 'done', standing === 'overdue']
  return { done: count(isDone), doneInTime: count(isDone && inTime), overdue: count(isOverdueNow), open: count(!isDone && !isOverdueNow) }
}

function tallyOfTimes(returns: Returns, isEnded: boolean, today: Temporal.PlainDate): Tally {
  const missed = isEnded ? 0 : missedDays(returns, today).length
  const inTime = returns.marked.filter(({ dueOn, doneOn }) => Temporal.PlainDate.compare(doneOn, dueOn) <= 0).length
  const isOpen = !isEnded && (missed === 0 || nextDue(returns, today) !== null)
  return { done: returns.marked.length, doneInTime: inTime, overdue: missed, open: isOpen ? 1 : 0 }
}

/** How an action of a plan stands in the record. */
export const actionStates = ['proposed', 'accepted', 'declined', 'done', 'ended'] as const
/** One of them. */
export type ActionState = (typeof actionStates)[number]

/** How an action is shown on a day: one that waits past its day is said to wait, and one that was accepted and is late is overdue. */
export type ActionStanding = 'waits' | 'waits-overdue' | 'accepted' | 'overdue' | 'declined' | 'done' | 'ended'

/** How an action stands on a day; its own day is still in time (handbook of early help 3.9). */
export function actionStanding(
  action: { readonly state: ActionState; readonly dueOn: Temporal.PlainDate },
  today: Temporal.PlainDate,
): ActionStanding {
  const isLate = Temporal.PlainDate.compare(today, action.dueOn) > 0
  if (action.state === 'proposed') return isLate ? 'waits-overdue' : 'waits'
  if (action.state === 'accepted') return isLate ? 'overdue' : 'accepted'
  return action.state
}

/** What a partnership decides by date: weeks to the first review of a plan, and from one review to the next. */
export interface PlanRule {
  readonly firstReviewWeeks: number
  readonly nextReviewWeeks: number
}

/**
 * On which day a plan is reviewed next: so many weeks after the last review, or after the plan was agreed where there was none. Where the review said a day of
 * its own, that day holds. Undefined where there is no plan: then nothing is due.
 */
export function reviewDue(
  plan: { readonly agreedOn: Temporal.PlainDate | undefined; readonly lastNextDueOn: Temporal.PlainDate | undefined },
  rule: Pick<PlanRule, 'firstReviewWeeks'>,
): Temporal.PlainDate | undefined {
  if (plan.lastNextDueOn) return plan.lastNextDueOn
  return plan.agreedOn?.add({ weeks: rule.firstReviewWeeks })
}

/** The latest day that a review may set for the next one: what the partnership decided; sooner is free. */
export function latestNextReview(heldOn: Temporal.PlainDate, rule: PlanRule): Temporal.PlainDate {
  return heldOn.add({ weeks: rule.nextReviewWeeks })
}

/** How a child takes part; 'not asked' has a reason, and none of them is no answer at all. */
export const childAnswers = ['comes', 'told-before', 'wrote-or-drew', 'speaks-through', 'did-not-want', 'not-asked'] as const
/** One of them. */
export type ChildAnswer = (typeof childAnswers)[number]

/** Children of a family by how they were asked about one meeting, plan or review; counted by child, not by family (handbook of early help 3.9). */
export interface ChildrenAsked {
  readonly asked: number
  readonly notAsked: number
  /** Of whom nobody wrote anything yet. */
  readonly missing: number
}

/** Counts children by how they were asked; a child that is not born yet is not counted. */
export function childrenAsked(
  children: readonly { readonly id: string; readonly isBorn: boolean }[],
  answers: readonly { readonly relative: string; readonly answer: ChildAnswer }[],
): ChildrenAsked {
  const born = children.filter(({ isBorn }) => isBorn)
  const of = new Map(answers.map(({ relative, answer }) => [relative, answer]))
  const answered = born.flatMap(({ id }) => of.get(id) ?? [])
  const notAsked = answered.filter((answer) => answer === 'not-asked').length
  return { asked: answered.length - notAsked, notAsked, missing: born.length - answered.length }
}

/** Whether a need stands in a version of the plan: from its first version until the one that no longer has it. */
export function standsIn(need: { readonly fromNumber: number; readonly toNumber: number | undefined }, number: number): boolean {
  return need.fromNumber <= number && (need.toNumber === undefined || number < need.toNumber)
}

/** What an item is for, on the forward plan (M1). */
export const planPurposes = ['decision', 'discussion', 'information', 'planning'] as const
/** One purpose of an item of the plan. */
export type PlanPurpose = (typeof planPurposes)[number]

/** States of an item of the forward plan. */
export type PlanState = 'nominated' | 'accepted' | 'refused' | 'withdrawn' | 'done'

/** What can be done with an item of the plan. */
export type PlanStep = 'accept' | 'refuse' | 'place' | 'withdraw' | 'change' | 'hide'

const steps: Readonly<Record<PlanState, readonly PlanStep[]>> = {
  nominated: ['accept', 'refuse', 'withdraw', 'change'],
  accepted: ['place', 'withdraw', 'change', 'hide'],
  refused: ['accept'],
  withdrawn: ['hide'],
  done: ['hide'],
}

/** Whether this step is open to an item in that state. */
export function mayStep(state: PlanState, step: PlanStep): boolean {
  return steps[state].includes(step)
}

/** How an item stands against the day by which items must be nominated. */
export type IntakeStanding = 'in-time' | 'late' | 'not-judged'

/** Whether an item reached the plan in time for a meeting; not judged where the terms state no deadline. */
export function intakeStanding(nominatedOn: Temporal.PlainDate, lastDay: Temporal.PlainDate | undefined): IntakeStanding {
  if (!lastDay) return 'not-judged'
  return Temporal.PlainDate.compare(nominatedOn, lastDay) <= 0 ? 'in-time' : 'late'
}

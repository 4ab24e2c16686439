/** How far a version of a plan is (P3). */
export type PlanState = 'draft' | 'consultation' | 'approval' | 'published' | 'replaced' | 'closed' | 'dropped'

/** Who may know of a version. */
export type Sight = 'draft' | 'members' | 'public'

/** How an action stands. */
export type ActionState = 'not-started' | 'started' | 'done' | 'stopped'

const steps: Readonly<Record<PlanState, readonly PlanState[]>> = {
  draft: ['consultation', 'approval', 'published', 'dropped'],
  consultation: ['draft', 'approval', 'published', 'dropped'],
  approval: ['draft', 'published', 'dropped'],
  published: ['replaced', 'closed'],
  replaced: [],
  closed: [],
  dropped: [],
}

/** Whether a version can go from one state to another; the table's trigger says the same. */
export function canGo(from: PlanState, to: PlanState): boolean {
  return steps[from].includes(to)
}

/** Whether a version is still worked on: a plan has at most one of these. */
export function isWorkedOn(state: PlanState): boolean {
  return state === 'draft' || state === 'consultation' || state === 'approval'
}

/** The version that 'the plan' means: the one in force, or while none is, the latest that is worked on; the table keeps the same in `shown`. */
export function shownVersion<Version extends { readonly state: PlanState; readonly number: number }>(
  versions: readonly Version[],
): Version | undefined {
  return versions.find(({ state }) => state === 'published' || state === 'closed') ?? versions.find(({ state }) => isWorkedOn(state))
}

/** What stands in the plan's life now, from the draft to its end (P3): the state of the version, and the review where a round is open. */
export type PlanStage = PlanState | 'in-review'

/** The stage of a version; a published plan is in review while a round is open. */
export function stageOf(state: PlanState, isRoundOpen: boolean): PlanStage {
  return state === 'published' && isRoundOpen ? 'in-review' : state
}

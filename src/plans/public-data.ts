// Door two: the reads and commands of plans that other parts may call.

export { plansKinds } from './queries/archive-kinds.ts'
export { findPlanDuties, type PlanDuty } from './queries/duties.ts'
export { type Eqia, listEqias } from './queries/equality.ts'
export { findAssessmentRows, findNeedUses, listAssessments, type NeedUse } from './queries/needs.ts'
export { findOpenPlanRows, type OpenPlanRow } from './queries/open-rows.ts'
export {
  findActions,
  findOutcome,
  findPlan,
  findPlansOf,
  findPriority,
  listActions,
  listOutcomes,
  listPriorities,
  type PlanActionReference,
  type PlanReference,
  type PlanRowReference,
} from './queries/references.ts'
export { findYearlyOwing, type YearlyOwing } from './queries/yearly-owed.ts'

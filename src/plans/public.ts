// Door one: the rules and shapes of plans that other parts may build on.

export { equalityPaths, needsPaths, planPaths } from './paths.ts'
export { plansAccess } from './rules/access.ts'
export { plansWithoutNeed } from './rules/needs.ts'
export type { ActionState, PlanState } from './rules/plan.ts'
export { type Colour, computedColour, countColours, oneWayWords, shownColour } from './rules/rag.ts'

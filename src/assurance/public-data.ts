// Door two: the reads and commands of assurance that other parts may call.
export { bringBackWhatIsOpen } from './commands/bring-back.ts'
export { assuranceKinds } from './queries/archive-kinds.ts'
export { type AssuranceDuty, findAssuranceDuties } from './queries/duties.ts'
export { listRecommendations, type Recommendation } from './queries/recommendations.ts'

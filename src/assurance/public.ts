// Door one: the rules and shapes of assurance that other parts may build on.
export { assuranceAccess } from './rules/access.ts'
export { type RecommendationState, recommendationState, responseDue } from './rules/recommendation.ts'

// Door two: the reads and commands of assurance that other parts may call.
export { assuranceKinds } from './queries/archive-kinds.ts'

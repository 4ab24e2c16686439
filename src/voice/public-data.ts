// Door two: the reads and commands of voice that other parts may call.

export { voiceKinds } from './queries/archive-kinds.ts'

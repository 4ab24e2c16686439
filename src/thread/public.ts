// Door one: the addresses and shapes of the thread that other parts may build on.

export { threadAccess } from './rules/access.ts'
export { gapDutyInWords } from './words/gaps.ts'
export { clipped } from './words/thread.ts'

// Door two: the reads of the thread that other parts may call.

export { threadKinds } from './queries/archive-kinds.ts'
export { type BoardThread, findBoardThread } from './queries/board-thread.ts'
export { type AssignedGap, findAssignedTo } from './queries/gaps.ts'
export { findServing, type ServingRecord } from './queries/serving.ts'

import type { ThreadPart } from '#platform/thread/part.ts'
import { boardPath } from './paths.ts'

/** How boards appear on the golden thread (T1); their rows come from migration 0143. */
export const governanceThread: ThreadPart = {
  schema: 'governance',
  kinds: { body: { noun: 'board', plural: 'boards', address: (_, board) => boardPath(board) } },
}

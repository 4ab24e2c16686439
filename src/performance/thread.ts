import type { ThreadPart } from '#platform/thread/part.ts'
import { measurePaths } from './paths.ts'

/** How measures appear on the golden thread. Their views stand in migration 0121. */
export const performanceThread: ThreadPart = {
  schema: 'performance',
  kinds: { measure: { noun: 'measure', plural: 'measures', address: measurePaths.measure } },
}

import type { QueueName } from '#platform/jobs/queues.ts'
import type { JobHandler } from '#platform/jobs/worker.ts'
import type { Needs } from '../needs.ts'

/** What the domains do when a job comes: by queue. */
export function jobHandlers(_needs: Needs): Readonly<Partial<Record<QueueName, JobHandler>>> {
  return {}
}

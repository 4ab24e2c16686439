import { digestHandler } from '#home/digest/send-digests.ts'
import { packHandler, remindersHandler } from '#meetings/pack/handlers.ts'
import type { QueueName } from '#platform/jobs/queues.ts'
import type { JobHandler } from '#platform/jobs/worker.ts'
import type { Needs } from '../needs.ts'

/** What the domains do when a job comes: by queue. Mail, documents and the audit are the platform's own. */
export function jobHandlers(needs: Needs): Readonly<Partial<Record<QueueName, JobHandler>>> {
  return { pack: packHandler(needs), reminders: remindersHandler(needs), notice: digestHandler(needs) }
}

import { bringBackWhatIsOpen } from '#assurance/public-data.ts'
import { publishFigures } from '#early-help/commands/figures.ts'
import { destroyAgain } from '#early-help/commands/retention.ts'
import { digestHandler } from '#home/digest/send-digests.ts'
import { packHandler, remindersHandler } from '#meetings/pack/handlers.ts'
import { chaseFigures, countFromRecord, makeReports } from '#performance/public-data.ts'
import type { QueueName } from '#platform/jobs/queues.ts'
import type { JobHandler } from '#platform/jobs/worker.ts'
import { forgetFeedback } from '#voice/public-data.ts'
import { countedMeasures } from '../counted-measures.ts'
import type { Needs } from '../needs.ts'

/** What the domains do when a job comes: by queue. Mail, documents and the audit are the platform's own. */
export function jobHandlers(needs: Needs): Readonly<Partial<Record<QueueName, JobHandler>>> {
  const [remind, tell] = [remindersHandler(needs), digestHandler(needs)]
  // The daily summaries come after what is open has come back to its boards.
  const notice: JobHandler = async (job) => {
    await bringBackWhatIsOpen(needs, needs.clock.now())
    await forgetFeedback(needs, needs.clock.now())
    // What was destroyed and came back with a backup goes again.
    await destroyAgain({ db: needs.casework }, needs.clock.now())
    await tell(job)
  }
  const reminders: JobHandler = async (job) => {
    await remind(job)
    // The job that comes by the clock brings nothing; news of one record names it.
    if (Object.keys(job.data ?? {}).length > 0) return
    // Figures of families are published first: measures of boards are counted from what is published.
    await publishFigures({ db: needs.casework }, needs.clock.now())
    // What the record counts itself stands before anybody is asked for what is missing.
    await countFromRecord({ db: needs.db, counted: countedMeasures }, needs.clock.now())
    await chaseFigures(needs, needs.clock.now())
    await makeReports(needs, needs.clock.now())
  }
  return { pack: packHandler(needs), reminders, notice }
}

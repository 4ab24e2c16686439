import { PgBoss } from 'pg-boss'
import { type Log, messageOf } from '#platform/log.ts'
import { LONDON } from '#platform/time/london.ts'
import type { QueueName } from './queues.ts'

/** One job as its handler sees it. */
export interface Job {
  readonly id: string
  /** What `enqueue` was given, after a journey through JSON: parse it. */
  readonly data: unknown
}

/** Does one job. What it throws is logged, and the job is tried again as its queue says. */
export type JobHandler = (job: Job) => Promise<void>

/** When a queue gets a job by itself: `cron` is in London's time, for example `10 3 * * *`. */
export interface Schedule {
  readonly queue: QueueName
  readonly cron: string
}

/** What the worker needs. */
export interface WorkerOptions {
  /** Connection of the serving role. */
  readonly url: string
  readonly log: Log
  /** Queues without a handler keep their jobs. */
  readonly handlers: Readonly<Partial<Record<QueueName, JobHandler>>>
  readonly schedules: readonly Schedule[]
  /** Seconds between two looks into a queue; 1 when left out. */
  readonly pollEvery?: number
  /** At which level a job that is done is logged: 'info' when left out; 'debug' where a person watches the log and each mail would push the rest away. */
  readonly doneLevel?: 'info' | 'debug' | undefined
}

/** Works jobs off until it is stopped. */
export interface Worker {
  /** Waits for jobs under way, ten seconds at most; later ones wait for the next start. */
  stop(): Promise<void>
}

/** In a terminal the words of the start stay the last thing seen while the sample's hundred mails are made; a log that is kept holds every job. */
export function doneLevel({ isTTY }: { readonly isTTY?: boolean }): 'info' | 'debug' {
  return isTTY ? 'debug' : 'info'
}

/** Starts to work off jobs, in this process, as the serving role. */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const boss = new PgBoss({
    connectionString: options.url,
    schema: 'pgboss',
    migrate: false,
    createSchema: false,
    max: 3,
    schedule: options.schedules.length > 0,
    persistQueueStats: false, // its partitions are made when the migration runs, and only then
  })
  boss.on('error', (error: unknown) => options.log.error({ err: error }, 'the job queue had a fault'))
  await boss.start()
  for (const [queue, handler] of Object.entries(options.handlers) as [QueueName, JobHandler][]) {
    const pace = { pollingIntervalSeconds: options.pollEvery ?? 1, batchSize: batchOf[queue] ?? 1, burstWhenBatchFull: true }
    await boss.work<object>(queue, pace, async (jobs) => {
      for (const job of jobs)
        await logged(options, queue, { id: job.id, data: job.data }, handler).catch((error: unknown) =>
          failAlone(boss, queue, job.id, error),
        )
    })
  }
  for (const { queue, cron } of options.schedules) await boss.schedule(queue, cron, {}, { tz: LONDON })
  return { stop: () => boss.stop({ graceful: true, timeout: 10_000 }) }
}

// Thirty members are told at once: their mails are fetched by the handful. A pack is work for itself.
const batchOf: Readonly<Partial<Record<QueueName, number>>> = { mail: 20 }

/** Marks one job as failed, so that it alone is tried again: the others of its handful are done. */
async function failAlone(boss: PgBoss, queue: QueueName, id: string, error: unknown): Promise<void> {
  await boss.fail(queue, id, { message: messageOf(error) })
}

async function logged({ log, doneLevel = 'info' }: WorkerOptions, queue: QueueName, job: Job, handler: JobHandler): Promise<void> {
  const from = performance.now()
  try {
    await handler(job)
    log[doneLevel]({ queue, job: job.id, ms: Math.round(performance.now() - from) }, 'job done')
  } catch (error) {
    log.error({ queue, job: job.id, err: error }, 'job failed')
    throw error
  }
}

import { settleOffers } from '#early-help/commands/offers.ts'
import { destroyOldKeys } from '#meetings/public-data.ts'
import { sealAudit } from '#platform/database/audit.ts'
import { sweepDocuments } from '#platform/documents/references.ts'
import { every } from '#platform/jobs/every.ts'
import type { QueueName } from '#platform/jobs/queues.ts'
import { type JobHandler, type Schedule, startWorker, type WorkerOptions } from '#platform/jobs/worker.ts'
import { deliverMail } from '#platform/mail/deliver.ts'
import { smtpTransport } from '#platform/mail/transport.ts'
import { readDocuments } from '#public-site/commands/read-documents.ts'
import { refreshOpenData } from '#public-site/commands/refresh-open-data.ts'
import { tellFollowers } from '#public-site/commands/tell-followers.ts'
import type { Needs } from '../needs.ts'

/** Seconds between two seals of the audit: how long an act may stand unchained. */
const SEAL_EVERY = 5
/** Seconds after which a change stands in the open data with its time, also where nobody asks for them. */
const OPEN_DATA_EVERY = 60
/** Seconds after which the key of a ballot is gone whose count was cut off before its end. */
const KEYS_EVERY = 60
/** Seconds after which the words of an uploaded document can be found. */
const WORDS_EVERY = 20
/** Seconds after which those who follow are told of what came out. */
const FOLLOWERS_EVERY = 60
/** Seconds after which a place in training whose offer is over is offered to whoever waits next. */
const OFFERS_EVERY = 300
const TIDY_EVERY = 24 * 60 * 60

/** In London's time. */
const schedules: readonly Schedule[] = [
  { queue: 'document-sweep', cron: '10 3 * * *' },
  { queue: 'reminders', cron: '30 6 * * *' },
  { queue: 'notice', cron: '0 7 * * *' }, // the daily summaries
]

/** What goes on while nobody asks: jobs, the seal of the audit, tidying. */
export interface Background {
  stop(): Promise<void>
}

/** Starts the background. `handlers` are those of the domains; mail and documents are ours. */
export async function startBackground(
  needs: Needs,
  url: string,
  handlers: Readonly<Partial<Record<QueueName, JobHandler>>>,
  doneLevel?: WorkerOptions['doneLevel'],
): Promise<Background> {
  const { db, clock, config, documents, log } = needs
  const transport = config.smtpUrl === undefined ? undefined : smtpTransport(config.smtpUrl, config.mailFrom, config.bounces?.address)
  const worker = await startWorker({
    url,
    log,
    doneLevel,
    schedules,
    handlers: {
      ...handlers,
      mail: deliverMail(db, clock, transport),
      'audit-seal': async () => void (await sealAudit(db)),
      'document-sweep': async () =>
        void log.info({ swept: await sweepDocuments(db, documents, Temporal.Now.instant()) }, 'documents swept'),
    },
  })
  const regular = [
    every(SEAL_EVERY, log, () => sealAudit(db)),
    every(OPEN_DATA_EVERY, log, () => refreshOpenData(needs)),
    every(KEYS_EVERY, log, () => destroyOldKeys(needs)),
    every(WORDS_EVERY, log, () => readDocuments(needs)),
    every(FOLLOWERS_EVERY, log, () => tellFollowers(needs)),
    every(OFFERS_EVERY, log, () => settleOffers({ db: needs.casework }, clock.now())),
    every(TIDY_EVERY, log, () => needs.identity.tidy()),
  ]
  const stop = async (): Promise<void> => {
    await Promise.all(regular.map((one) => one.stop()))
    await worker.stop()
    transport?.close()
    await sealAudit(db).catch((error: unknown) => log.error({ err: error }, 'the last seal failed'))
  }
  return { stop }
}

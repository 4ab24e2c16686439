import type { ThreadPart } from '#platform/thread/part.ts'
import { agreementPaths, servicePaths } from './paths.ts'

/** How commissioning appears on the golden thread (T1); rows come from the two views of migration 0251. */
export const commissioningThread: ThreadPart = {
  schema: 'commissioning',
  kinds: {
    service: { noun: 'service', plural: 'services', address: (id) => servicePaths.service(id) },
    agreement: { noun: 'agreement', plural: 'agreements', address: (id) => agreementPaths.agreement(id) },
  },
}

import { type GovernanceRooms, openRooms } from '#governance/testing/rooms.ts'
import { type Answer, roomClient } from '#platform/web/testing/room-client.ts'
import { commissioningRoutes } from '../routes.ts'

/** The routes of commissioning over the sample of governance, asked without a socket and without signing in; `who` is a key of the sample. */
export interface CommissioningRooms {
  readonly governance: GovernanceRooms
  get(path: string, who?: string): Promise<Answer>
  post(path: string, fields: Readonly<Record<string, string>>, who?: string): Promise<Answer>
}

/** Opens commissioning on a database of its own. */
export async function openCommissioning(): Promise<CommissioningRooms> {
  const governance = await openRooms()
  const mailing = { outbox: { enqueue: async () => 'job' }, config: { publicUrl: 'https://northbrook.example' } }
  const as = (who: string | undefined) => roomClient(commissioningRoutes({ db: governance.db, ...mailing }), governance.acting(who), who)
  return { governance, get: (path, who) => as(who).get(path), post: (path, fields, who) => as(who).post(path, fields) }
}

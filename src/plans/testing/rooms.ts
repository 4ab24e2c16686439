import { type GovernanceRooms, openRooms } from '#governance/testing/rooms.ts'
import type { ActorId } from '#platform/database/session.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import { type Answer, roomClient } from '#platform/web/testing/room-client.ts'
import type { PlansNeeds } from '../needs.ts'
import { plansRoutes } from '../routes.ts'

/** The routes of plans over the sample of governance, asked without a socket and without signing in; `who` is a key of the sample. */
export interface PlansRooms {
  readonly governance: GovernanceRooms
  readonly needs: PlansNeeds
  /** What was put into the outbox. */
  readonly sent: readonly { readonly queue: string; readonly data: unknown }[]
  get(path: string, who?: string): Promise<Answer>
  post(path: string, fields: Readonly<Record<string, string>>, who?: string): Promise<Answer>
  doer(who: string): Doer
}

/** Opens plans on a database of its own. */
export async function openPlans(): Promise<PlansRooms> {
  const governance = await openRooms()
  const sent: { queue: string; data: unknown }[] = []
  const outbox = {
    enqueue: async (_tx: unknown, queue: string, data: unknown) => {
      sent.push({ queue, data })
      return 'job'
    },
  }
  const config = { publicUrl: 'https://northbrook.example', mailFrom: 'northbrook@example.org' }
  const needs = { db: governance.db, outbox, documents: {}, config } as unknown as PlansNeeds
  const as = (who: string | undefined) => roomClient(plansRoutes(needs), governance.acting(who), who)
  return {
    governance,
    needs,
    sent,
    get: (path, who) => as(who).get(path),
    post: (path, fields, who) => as(who).post(path, fields),
    doer: (who) => ({ ...governance.acting(who), actor: governance.acting(who).actor as ActorId }),
  }
}

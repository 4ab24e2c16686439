import { type GovernanceRooms, openRooms } from '#governance/testing/rooms.ts'
import { type Answer, roomClient } from '#platform/web/testing/room-client.ts'
import type { VoiceNeeds } from '../needs.ts'
import { voiceRoutes } from '../routes.ts'

/** The routes of voice over the sample of governance, asked without a socket and without signing in; `who` is a key of the sample. */
export interface VoiceRooms {
  readonly governance: GovernanceRooms
  /** What was put into the outbox. */
  readonly sent: readonly { readonly queue: string; readonly data: unknown }[]
  get(path: string, who?: string): Promise<Answer>
  post(path: string, fields: Readonly<Record<string, string>>, who?: string): Promise<Answer>
}

/** Opens voice on a database of its own. */
export async function openVoice(): Promise<VoiceRooms> {
  const governance = await openRooms()
  const sent: { queue: string; data: unknown }[] = []
  const outbox = {
    enqueue: async (_tx: unknown, queue: string, data: unknown) => {
      sent.push({ queue, data })
      return 'job'
    },
  } as unknown as VoiceNeeds['outbox']
  const as = (who: string | undefined) => roomClient(voiceRoutes({ db: governance.db, outbox }), governance.acting(who), who)
  return { governance, sent, get: (path, who) => as(who).get(path), post: (path, fields, who) => as(who).post(path, fields) }
}

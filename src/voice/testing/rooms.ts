import { Hono } from 'hono'
import { type GovernanceRooms, openRooms, roomsDay } from '#governance/testing/rooms.ts'
import { wordsOf } from '#platform/web/errors.tsx'
import type { AppEnv, Visit } from '#platform/web/visit.ts'
import { voiceRoutes } from '../routes.ts'

/** An answer of the pages of voice. */
export interface VoiceAnswer {
  readonly status: number
  readonly text: string
  readonly location: string
}

/** The routes of voice over the sample of governance, asked without a socket and without signing in; `who` is a key of the sample. */
export interface VoiceRooms {
  readonly governance: GovernanceRooms
  get(path: string, who?: string): Promise<VoiceAnswer>
  post(path: string, fields: Readonly<Record<string, string>>, who?: string): Promise<VoiceAnswer>
}

/** Opens voice on a database of its own. */
export async function openVoice(): Promise<VoiceRooms> {
  const governance = await openRooms()
  const ask = async (path: string, who: string | undefined, init: RequestInit): Promise<VoiceAnswer> => {
    const response = await appFor(governance, who).request(path, init)
    return { status: response.status, text: await response.text(), location: response.headers.get('location') ?? '' }
  }
  return {
    governance,
    get: (path, who) => ask(path, who, {}),
    post: (path, fields, who) =>
      ask(path, who, {
        method: 'POST',
        body: new URLSearchParams(fields).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }),
  }
}

function appFor(governance: GovernanceRooms, who: string | undefined): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  const acting = governance.acting(who)
  app.use(async (c, next) => {
    const account = acting.actor === undefined ? undefined : { id: acting.actor, name: who ?? '', email: `${who}@northbrook.example` }
    const visit = {
      ...{ requestId: 'test', csrfToken: 'token', navigation: [], partnership: 'Northbrook', path: new URL(c.req.url).pathname },
      ...{ account, actor: acting.actor, now: acting.now, today: roomsDay },
    }
    c.set('visit', visit as unknown as Visit)
    await next()
  })
  app.route('/', voiceRoutes({ db: governance.db }))
  app.onError((error, c) => {
    const { status, fault } = wordsOf(error)
    if (fault) throw error
    return c.text(error.message, status)
  })
  return app
}

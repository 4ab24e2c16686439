import { Hono } from 'hono'
import { type GovernanceRooms, openRooms, roomsDay } from '#governance/testing/rooms.ts'
import type { ActorId } from '#platform/database/session.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import { wordsOf } from '#platform/web/errors.tsx'
import type { AppEnv, Visit } from '#platform/web/visit.ts'
import type { PlansNeeds } from '../needs.ts'
import { plansRoutes } from '../routes.ts'

/** An answer of the pages of plans. */
export interface PlansAnswer {
  readonly status: number
  readonly text: string
  readonly location: string
}

/** The routes of plans over the sample of governance, asked without a socket and without signing in; `who` is a key of the sample. */
export interface PlansRooms {
  readonly governance: GovernanceRooms
  readonly needs: PlansNeeds
  /** What was put into the outbox. */
  readonly sent: readonly { readonly queue: string; readonly data: unknown }[]
  get(path: string, who?: string): Promise<PlansAnswer>
  post(path: string, fields: Readonly<Record<string, string>>, who?: string): Promise<PlansAnswer>
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
  const ask = async (path: string, who: string | undefined, init: RequestInit): Promise<PlansAnswer> => {
    const response = await appFor(governance, needs, who).request(path, init)
    return { status: response.status, text: await response.text(), location: response.headers.get('location') ?? '' }
  }
  return {
    governance,
    needs,
    sent,
    get: (path, who) => ask(path, who, {}),
    post: (path, fields, who) =>
      ask(path, who, {
        method: 'POST',
        body: new URLSearchParams(fields).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }),
    doer: (who) => ({ ...governance.acting(who), actor: governance.acting(who).actor as ActorId }),
  }
}

function appFor(governance: GovernanceRooms, needs: PlansNeeds, who: string | undefined): Hono<AppEnv> {
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
  app.route('/', plansRoutes(needs))
  app.onError((error, c) => {
    const { status, fault } = wordsOf(error)
    if (fault) throw error
    return c.text(error.message, status)
  })
  return app
}

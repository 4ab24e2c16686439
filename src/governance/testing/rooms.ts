import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import type { ActorId, Database } from '#platform/database/session.ts'
import { freshDatabase } from '#platform/database/testing/fresh.ts'
import { diskStore } from '#platform/documents/disk-store.ts'
import { partnershipRoutes } from '#platform/partnership-routes.ts'
import { Conflict, Forbidden, NotFound, SignInNeeded } from '#platform/refusals.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import type { DatedKinds } from '../routes/endpoint.tsx'
import { governanceRoutes } from '../routes.ts'
import { on, sampleId } from '../sample/ids.ts'
import { type GovernanceSample, loadGovernanceSample } from '../sample/load.ts'

/** The routes of governance over the sample's database, asked without a socket and without signing in. */
export interface GovernanceRooms {
  readonly db: Database
  readonly ownerDb: Database
  readonly sample: GovernanceSample
  get(path: string, who?: string): Promise<{ readonly status: number; readonly text: string }>
  post(
    path: string,
    fields: Readonly<Record<string, string>>,
    who?: string,
  ): Promise<{ readonly status: number; readonly text: string; readonly location: string }>
  /** Posts a form with a file in its field `file`. */
  send(
    path: string,
    fields: Readonly<Record<string, string>>,
    file: { readonly name: string; readonly bytes: Uint8Array },
    who?: string,
  ): Promise<{ readonly status: number; readonly text: string; readonly location: string }>
  /** Acts as somebody of the sample by key; undefined is a visitor. */
  acting(who: string | undefined): {
    readonly actor: ActorId | undefined
    readonly now: Temporal.Instant
    readonly today: Temporal.PlainDate
  }
}

/** The day on which the rooms stand. */
export const roomsDay = on('2026-03-10')
const now = Temporal.Instant.from('2026-03-10T10:00:00Z')

/** Opens governance on a database of its own with the sample in it; everybody of the sample has an account. @param dated - the dated rules of other parts */
export async function openRooms(dated?: DatedKinds): Promise<GovernanceRooms> {
  const { db, ownerDb } = await freshDatabase()
  const sample = await loadGovernanceSample(ownerDb, { actor: SYSTEM_ACTOR, now, today: roomsDay }, now)
  for (const [key, person] of sample.people)
    await ownerDb
      .updateTable('governance.person')
      .set({ account: sampleId('account', key) })
      .where('id', '=', person)
      .execute()
  const acting: GovernanceRooms['acting'] = (who) => ({
    actor: who === undefined ? undefined : (sampleId('account', who) as ActorId),
    now,
    today: roomsDay,
  })
  const ask = async (path: string, who: string | undefined, init: RequestInit) => {
    const response = await roomsFor(db, who, acting(who).actor, dated).request(path, init)
    return { status: response.status, text: await response.text(), location: response.headers.get('location') ?? '' }
  }
  return {
    db,
    ownerDb,
    sample,
    acting,
    get: (path, who) => ask(path, who, {}),
    send: (path, fields, { name, bytes }, who) => {
      const body = new FormData()
      for (const [field, value] of Object.entries(fields)) body.append(field, value)
      body.append('file', new Blob([new Uint8Array(bytes)]), name)
      return ask(path, who, { method: 'POST', body })
    },
    post: (path, fields, who) =>
      ask(path, who, {
        method: 'POST',
        body: new URLSearchParams(fields).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }),
  }
}

const documentFolder = mkdtempSync(join(tmpdir(), 'goldenthread-rooms-'))
process.once('exit', () => rmSync(documentFolder, { recursive: true, force: true }))

function roomsFor(db: Database, who: string | undefined, actor: ActorId | undefined, dated: DatedKinds | undefined): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.use(async (c, next) => {
    const account = actor === undefined ? undefined : { id: actor, name: who ?? '', email: `${who}@northbrook.example` }
    const frame = { requestId: 'test', csrfToken: 'token', navigation: [], partnership: 'Northbrook', path: new URL(c.req.url).pathname }
    c.set('client', { address: '', userAgent: '' })
    c.set('visit', { ...frame, account, actor, now, today: roomsDay } as AppEnv['Variables']['visit'])
    await next()
  })
  const outbox = { enqueue: async () => 'job' }
  const identity = {
    inviteAccount: async () => ({ accountId: sampleId('account', 'invited') as ActorId, state: 'invited' as const }),
    inviteAgain: async () => {},
  }
  const documents = diskStore(documentFolder)
  app.route('/', governanceRoutes({ db, outbox, identity, documents, ...(dated ? { dated } : {}) }))
  app.route('/', partnershipRoutes({ db, documents }))
  app.onError((error, c) => {
    if (error instanceof NotFound) return c.text('not found', 404)
    if (error instanceof Forbidden) return c.text('forbidden', 403)
    if (error instanceof SignInNeeded) return c.text('sign in', 401)
    if (error instanceof Conflict) return c.text('conflict', 409)
    throw error
  })
  return app
}

/** A day as the three fields of a form. */
export function dayFields(name: string, day: string): Readonly<Record<string, string>> {
  const { year, month, day: dayOfMonth } = on(day)
  return { [`${name}-day`]: String(dayOfMonth), [`${name}-month`]: String(month), [`${name}-year`]: String(year) }
}

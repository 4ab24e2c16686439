import { after } from 'node:test'
import { Hono } from 'hono'
import { sql } from 'kysely'
import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { writeAs } from '#platform/database/session.ts'
import { type FreshDatabase, freshDatabase } from '#platform/database/testing/fresh.ts'
import { createOutbox } from '#platform/jobs/outbox.ts'
import { Forbidden, NotFound, SignInNeeded } from '#platform/refusals.ts'
import { type FixedClock, fixedClock } from '#platform/time/clock.ts'
import { dayOf } from '#platform/time/london.ts'
import { addressTeller } from '#platform/web/client-address.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import type { MakeAdministrator } from '../commands/first-administrator.ts'
import { createIdentity, type Identity } from '../identity.ts'
import { identityPaths } from '../paths.ts'
import { identityRoutes } from '../routes/routes.ts'

/** Identity's routes alone, on a database of their own, with a clock that stands and waits that are only counted. */
export interface IdentityHouse {
  readonly app: Hono<AppEnv>
  readonly identity: Identity
  readonly database: FreshDatabase
  readonly clock: FixedClock
  /** Every wait that was asked for, in milliseconds. */
  readonly waits: number[]
  readonly administrators: { readonly id: string; readonly email: string }[]
}

/** What the start printed. */
export const PRINTED_CODE = 'b3c1f-99a2e-17d40-5ce88'

/** A person with an account that is ready. */
export const ANN = {
  name: 'Ann Example',
  email: 'ann@example.org',
  password: 'kettle under blue glass',
  totpSecret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
}

/** Another. */
export const BEN = {
  name: 'Ben Example',
  email: 'ben@example.org',
  password: 'seven owls on bicycles',
  totpSecret: 'KRSXG5CTMVRXEZLUKRSXG5CTMVRXEZLU',
}

/** Opens such a house; closed after the test file. */
export async function openHouse(settings: { readonly publicUrl?: string } = {}): Promise<IdentityHouse> {
  const database = await freshDatabase()
  const clock = fixedClock(Temporal.Now.instant())
  const waits: number[] = []
  const outbox = createOutbox(database.db)
  const identity = createIdentity({
    db: database.db,
    databaseUrl: database.urls.app,
    secret: 'a secret of at least thirty-two characters',
    publicUrl: settings.publicUrl ?? 'http://127.0.0.1:3000',
    clock,
    outbox,
    sleep: async (milliseconds) => void waits.push(milliseconds),
  })
  after(() => identity.close())
  const administrators: { id: string; email: string }[] = []
  const makeAdministrator: MakeAdministrator = async (_tx, id, _name, email) => {
    if (administrators.some((one) => one.id !== id)) throw new Forbidden()
    administrators.splice(0, 1, { id, email })
  }
  const app = new Hono<AppEnv>()
  app.use('*', async (c, next) => {
    const found = identity.hasSessionCookie(c.req.raw.headers) ? await identity.findAccount(c.req.raw.headers) : undefined
    const account = found && { id: found.id, name: found.name, email: found.email }
    const now = clock.now()
    c.set('client', { address: addressTeller([])(c.env), userAgent: c.req.header('user-agent') ?? '' })
    c.set('visit', {
      ...{ requestId: 'test', account, actor: account?.id, now, today: dayOf(now), csrfToken: 'test' },
      ...{ navigation: [], partnership: 'Northbrook', path: c.req.path },
    })
    await next()
  })
  app.onError((error, c) => {
    if (error instanceof SignInNeeded) return c.redirect(identityPaths.signInFor(c.req.path), 303)
    if (error instanceof Forbidden) return c.text('Forbidden', 403)
    if (error instanceof NotFound) return c.text('Not found', 404)
    throw error
  })
  app.route('/', identityRoutes({ identity, secrets: { firstAdministratorCode: PRINTED_CODE } }, { makeAdministrator }))
  return { app, identity, database, clock, waits, administrators }
}

/** Makes a ready account. */
export async function makeReady(
  house: IdentityHouse,
  person: typeof ANN,
): Promise<{ readonly accountId: string; readonly recoveryCodes: readonly string[] }> {
  const now = house.clock.now()
  return writeAs(house.database.db, { actor: SYSTEM_ACTOR, now, today: dayOf(now) }, (tx) =>
    house.identity.createAccountWithPassword(tx, person),
  )
}

/** Invites somebody; hands back the account and the token of the mail. */
export async function invite(
  house: IdentityHouse,
  person: { readonly name: string; readonly email: string },
): Promise<{ readonly accountId: string; readonly token: string }> {
  const now = house.clock.now()
  const invitation = { ...person, invitedBy: SYSTEM_ACTOR, now }
  const outbox = createOutbox(house.database.db)
  const { accountId } = await writeAs(house.database.db, { actor: SYSTEM_ACTOR, now, today: dayOf(now) }, (tx) =>
    house.identity.inviteAccount(tx, outbox, invitation),
  )
  return { accountId, token: tokenOf((await mailsTo(house, person.email.toLowerCase())).at(-1)) }
}

/** A mail that waits to be sent. */
export interface WaitingMail {
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** Mails to an address, oldest first. */
export async function mailsTo(house: IdentityHouse, email: string): Promise<readonly WaitingMail[]> {
  const query = sql<{
    data: WaitingMail
  }>`select data from pgboss.job where name = 'mail' and data->>'to' = ${email} order by data->>'delivery'`
  return (await query.execute(house.database.ownerDb)).rows.map(({ data }) => data)
}

/** The token of the link in a mail; '' where there is none. */
export function tokenOf(mail: WaitingMail | undefined): string {
  return /token=([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? ''
}

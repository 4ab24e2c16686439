import type { Hono } from 'hono'
import { Secret, TOTP } from 'otpauth'
import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { newId } from '#platform/database/ids.ts'
import { type Database, writeAs } from '#platform/database/session.ts'
import { dayOf } from '#platform/time/london.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { createApp } from '#src/app.tsx'
import type { Needs } from '#src/needs.ts'
import type { SamplePerson } from '#src/sample/load.ts'
import { buildBoard } from '../support/board.ts'
import { openNeeds } from '../support/needs.ts'
import { type BenchHouse, benchNow } from './house.ts'

/** Somebody signed in at a meeting. */
export interface Desk {
  readonly cookie: string
  /** The token of that person's forms. */
  readonly csrf: string
  /** The line of the list. */
  readonly line: string
}

/** A meeting that runs, and everybody who acts at it or watches. */
export interface Desks {
  readonly meeting: string
  readonly acting: readonly Desk[]
  readonly watching: readonly Desk[]
}

const from = Temporal.PlainDate.from('2020-01-01')
const password = 'a long password for the bench'

/** Sets up a board of so many members with a meeting that has begun; those who watch are the same people on further devices. */
export async function openDesks(house: BenchHouse, acting: number, watching: number): Promise<Desks> {
  const { needs, close } = await openNeeds(house.appUrl, house.data, benchNow)
  const app = createApp(needs)
  const { body } = await buildBoard(house.ownerDb, 'strategic-partnership')
  const desks: Desk[] = []
  for (let index = 0; index < acting; index += 1) {
    const member = await addMember(needs, house.ownerDb, body, index)
    desks.push({ ...(await signIn(app, { ...member, password }, index)), line: member.line })
  }
  const meeting = await addMeeting(house.ownerDb, body)
  await close()
  return {
    meeting,
    acting: desks,
    watching: Array.from({ length: watching }, (_, index) => desks[index % desks.length]).filter((desk) => desk !== undefined),
  }
}

interface Member {
  readonly email: string
  readonly totp: string
  readonly line: string
}

async function addMember(needs: Needs, owner: Database, body: string, index: number): Promise<Member> {
  const [email, totp, name] = [`member${index}@bench.example.org`, new Secret({ size: 20 }).base32, `Member ${index + 1}`]
  const acting = { actor: SYSTEM_ACTOR, now: benchNow, today: dayOf(benchNow) }
  const { accountId } = await writeAs(needs.db, acting, (tx) =>
    needs.identity.createAccountWithPassword(tx, { email, password, name, totpSecret: totp }),
  )
  const [person, seat] = [newId(), newId()]
  await owner.insertInto('governance.person').values({ id: person, name, account: accountId }).execute()
  const place = { body, key: `seat_${index}`, name: `Seat ${index + 1}`, voting: 'voting', places: 1, position: index, starts_on: from }
  await owner
    .insertInto('governance.seat')
    .values({ id: seat, ...place })
    .execute()
  await owner.insertInto('governance.appointment').values({ id: newId(), seat, place: 1, person, starts_on: from }).execute()
  return { email, totp, line: `${seat}_1` }
}

/** Signs in with password and code, each from an address of its own. */
export async function signIn(
  app: Hono<AppEnv>,
  { email, password, totp }: Pick<SamplePerson, 'email' | 'password' | 'totp'>,
  index: number,
): Promise<Omit<Desk, 'line'>> {
  const cookies = new Map<string, string>()
  const ask = async (path: string, fields?: Readonly<Record<string, string>>): Promise<string> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const body = fields && new URLSearchParams(fields)
    const init = { method: body ? 'POST' : 'GET', headers: { cookie }, ...(body ? { body } : {}) }
    const answer = await app.request(path, init, { incoming: { socket: { remoteAddress: `192.0.2.${index + 1}` } } })
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/)
      cookies.set(name, value)
    }
    return answer.text()
  }
  const tokenIn = (html: string): string => /name="csrf" value="([^"]+)"/.exec(html)?.[1] ?? ''
  const csrf = tokenIn(await ask('/sign-in'))
  await ask('/sign-in', { csrf, email, password })
  await ask('/sign-in/code', { csrf, code: new TOTP({ secret: Secret.fromBase32(totp) }).generate({ timestamp: Date.now() }) })
  const token = tokenIn(await ask('/account'))
  if (token === '') throw new Error(`Signing in as ${email} failed.`)
  return { csrf: token, cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') }
}

async function addMeeting(owner: Database, body: string): Promise<string> {
  const id = newId()
  const kept = {
    id,
    body,
    sight: 'public',
    kind: 'ordinary',
    held_on: dayOf(benchNow),
    starts_at: '10:00',
    access: 'public',
    called_at: benchNow,
  }
  await owner
    .insertInto('meetings.meeting')
    .values({ ...kept, state: 'in_progress' })
    .execute()
  const change = { from_state: 'called', to_state: 'in_progress', reason: '', at: benchNow, actor: newId() }
  await owner
    .insertInto('meetings.state_change')
    .values({ id: newId(), meeting: id, ...change })
    .execute()
  return id
}

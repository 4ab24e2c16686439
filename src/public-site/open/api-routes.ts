import { createHmac, randomBytes } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { findBodiesById, findBody, findStanding } from '#governance/public-data.ts'
import { findActionDuties, findMeetingRecord, findMeetingsForCalendar, findMeetingView } from '#meetings/public-data.ts'
import { listAccessTokens, openAccessToken } from '#platform/access-token.ts'
import { busyCode } from '#platform/database/busy.ts'
import { type Acting, type ActorId, type Reader, readAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { dayOf } from '#platform/time/london.ts'
import { networkOf } from '#platform/web/client-address.ts'
import { failureLimit, rateLimit } from '#platform/web/rate-limit.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import type { Needs } from '#src/needs.ts'
import { readRange } from '../rules/asked-range.ts'
import { type ApiName, apiAddresses, apiPattern, apiRoot } from './api/addresses.ts'
import {
  actionsAnswer,
  boardAnswer,
  boardsOf,
  decisionsAnswer,
  dutiesAnswer,
  meetingAnswer,
  meetingLineAnswer,
  rolesOn,
} from './api/answers.ts'
import { type ApiShape, apiAnswers } from './api/shapes.ts'
import { typeAddress } from './oparl/addresses.ts'

type At = Context<AppEnv>
type Own = Acting & { readonly actor: ActorId; readonly token: string }
type Answering<Name extends ApiName> = (asked: {
  readonly reader: Reader
  readonly own: Own
  readonly c: At
}) => Promise<ApiShape<(typeof apiAddresses)[Name]['answers']> | Refused>

/** Why nothing is answered, in a sentence. */
class Refused extends Error {
  readonly status: 400 | 401 | 404 | 429
  constructor(status: Refused['status'], message: string) {
    super(message)
    this.status = status
  }
}

/** Requests a minute of one token, and of one network whose tokens open nothing. */
const MOST = 120
const MOST_UNKNOWN = 60
/** Tokens that are remembered to have opened. */
const MOST_KNOWN = 1000

/**
 * What somebody may see, for their own programs (O2): the reads that the pages use, under row-level security as that person, with an access token in
 * place of a session. Cookies are not looked at; nothing can be changed.
 */
export function apiRoutes(needs: Needs): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()
  const [ofTokens, ofStrangers, lately] = [rateLimit(MOST), failureLimit(MOST_UNKNOWN), openedLately()]
  const site = needs.config.publicUrl

  const ownerOf = async (c: At): Promise<Own> => {
    const { now } = c.get('visit')
    const secret = /^Bearer ([\w-]{1,200})$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? ''
    const network = networkOf(c.get('client').address)
    // Before anything is looked up: who guesses costs the database nothing. A token that opened lately is not held up by others of its network.
    if (!lately.has(secret)) refuseTooMany(c, ofStrangers.heldOff(network, now))
    const found = await openAccessToken(needs.db, secret, now)
    if (found === undefined) {
      ofStrangers.failed(network, now)
      throw new Refused(401, 'Send an access token: Authorization: Bearer gt_… It is made on the page of your own work, and ends on a day.')
    }
    lately.add(secret)
    refuseTooMany(c, ofTokens(found.token, now))
    return { actor: found.account, token: found.token, now, today: dayOf(now) }
  }

  const at = <Name extends ApiName>(name: Name, answer: Answering<Name>): void => {
    routes.get(apiPattern(name), (c) =>
      answered(needs, c, async () => {
        const own = await ownerOf(c)
        const found = await readAs(needs.db, own, (reader) => answer({ reader, own, c }))
        if (found instanceof Refused) throw found
        return apiAnswers[apiAddresses[name].answers].parse(found)
      }),
    )
  }

  at('me', async ({ reader, own }) => {
    const standing = await findStanding(reader, own)
    const bodies = await findBodiesById(reader, boardsOf(standing), own.today)
    const token = (await listAccessTokens(reader, own)).find(({ id }) => id === own.token)
    return {
      name: standing.person?.name ?? '',
      boards: bodies.map(({ id, slug, name }) => ({ id, slug, name, roles: rolesOn(standing, id) })),
      token: { name: token?.name ?? '', expiresAt: (token?.expiresAt ?? own.now).toString(), scope: 'read' },
    }
  })
  at('boards', async ({ reader, own }) => {
    const standing = await findStanding(reader, own)
    const bodies = await findBodiesById(reader, boardsOf(standing), own.today)
    return { data: bodies.map((body) => boardAnswer(site, standing, body)) }
  })
  at('meetings', async ({ reader, own, c }) => {
    const asked = readRange(new URL(c.req.url).searchParams, 50)
    if (!asked.ok) return new Refused(400, asked.problems[0])
    const body = await findBody(reader, c.req.param('board' as never) ?? '', own.today)
    if (!body) return new Refused(404, 'There is no such board.')
    const { since, until, limit } = asked.value
    const days = { since: since && dayOf(since), until: until && dayOf(until), withPlanned: true }
    const meetings = await findMeetingsForCalendar(reader, body.id, limit, days)
    return { data: meetings.map((line) => meetingLineAnswer(site, line)) }
  })
  at('meeting', async ({ reader, c }) => meetingAnswer(site, await findMeetingView(reader, idIn(c))))
  at('decisions', async ({ reader, own, c }) => decisionsAnswer(site, await recordOf(reader, c, own)))
  at('actions', async ({ reader, own, c }) => actionsAnswer(site, await recordOf(reader, c, own)))
  at('duties', async ({ reader, own }) => {
    const { person } = await findStanding(reader, own)
    return dutiesAnswer(site, person ? await findActionDuties(reader, person.id) : [])
  })
  routes.all(`${apiRoot}/*`, (c) => failure(c, new Refused(404, 'There is nothing at this address, or not for this method.')))
  return routes
}

const idIn = (c: At): string => c.req.param('id' as never) ?? ''

async function recordOf(reader: Reader, c: At, { today }: Own) {
  const record = await findMeetingRecord(reader, idIn(c), today)
  if (!record) throw new NotFound('No such meeting.')
  return record
}

/** Tokens that opened since the process began, the latest thousand, as digests under a key that nobody knows: looked up before the database is asked. */
function openedLately(): { has(secret: string): boolean; add(secret: string): void } {
  const key = randomBytes(32)
  const known = new Set<string>()
  const digestOf = (secret: string): string => createHmac('sha256', key).update(secret).digest('base64')
  return {
    has: (secret) => known.has(digestOf(secret)),
    add: (secret) => {
      const digest = digestOf(secret)
      known.delete(digest)
      known.add(digest)
      const [oldest] = known
      if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest)
    },
  }
}

function refuseTooMany(c: At, wait: number | undefined): void {
  if (wait === undefined) return
  c.header('Retry-After', String(wait))
  throw new Refused(429, `Too many requests. Try again in ${wait} seconds.`)
}

async function answered(needs: Needs, c: At, work: () => Promise<unknown>): Promise<Response> {
  try {
    return json(c, await work(), 200)
  } catch (error) {
    if (error instanceof Refused) return failure(c, error)
    if (error instanceof NotFound) return failure(c, new Refused(404, 'There is nothing here that you may read.'))
    if (busyCode(error) !== undefined) {
      c.header('Retry-After', '3')
      return json(c, errorOf('Too many came at the same moment. Try again in a few seconds.'), 503)
    }
    needs.log.error({ request: c.get('visit').requestId, err: error }, 'fault')
    return json(c, errorOf('This is a fault of ours. Try again in a few minutes.'), 500)
  }
}

function failure(c: At, { status, message }: Refused): Response {
  if (status === 401) c.header('WWW-Authenticate', 'Bearer realm="Goldenthread"')
  return json(c, errorOf(message), status)
}

const errorOf = (message: string) => ({ type: typeAddress('Error'), message })

/** What is somebody's own is kept by nobody on the way, and sets no cookie, whatever came with the request. */
function json(c: At, body: unknown, status: 200 | 400 | 401 | 404 | 429 | 500 | 503): Response {
  c.header('Set-Cookie', undefined)
  return c.body(JSON.stringify(body), status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'private, no-store',
    vary: 'Authorization',
  })
}

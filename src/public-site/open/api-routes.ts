import { createHmac, randomBytes } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { findBodiesById, findBody, findStanding } from '#governance/public-data.ts'
import { findActionDuties, findMeetingRecord, findMeetingsForCalendar, findMeetingView } from '#meetings/public-data.ts'
import type { Measure } from '#performance/public.ts'
import { agenciesOf, findMeasure, findMeasuresOf, findSeries } from '#performance/public-data.ts'
import { listAccessTokens, openAccessToken } from '#platform/access-token.ts'
import { busyCode } from '#platform/database/busy.ts'
import { type Reader, readAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { dayOf } from '#platform/time/london.ts'
import { networkOf } from '#platform/web/client-address.ts'
import { failureLimit, rateLimit } from '#platform/web/rate-limit.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import type { Needs } from '#src/needs.ts'
import { apiRoot } from '../paths.ts'
import { readRange } from '../rules/asked-range.ts'
import { type ApiAddress, type ApiName, apiAddresses, apiPattern, givingAddress } from './api/addresses.ts'
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
import { figuresAnswer, measuresAnswer } from './api/figures.ts'
import { Refused } from './api/refused.ts'
import { type ApiShape, apiAnswers } from './api/shapes.ts'
import { type Giver, giveFigures } from './api-giving.ts'
import { typeAddress } from './oparl/addresses.ts'

type At = Context<AppEnv, string>
type Own = Giver
type Answering<Name extends ApiName> = (asked: {
  readonly reader: Reader
  readonly own: Own
  readonly c: At
}) => Promise<ApiShape<(typeof apiAddresses)[Name]['answers']> | Refused>

/** Requests a minute of one token, and of one network whose tokens open nothing. */
const MOST = 120
const MOST_UNKNOWN = 60
/** Tokens that are remembered to have opened. */
const MOST_KNOWN = 1000

/**
 * What somebody may see, for their own programs (O2): the reads that the pages use, under row-level security as that person, with an access token in
 * place of a session. Cookies are not looked at. Figures can be given with a token that says so (I2), and nothing else is changed.
 */
export function apiRoutes(needs: Needs): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()
  const ownerOf = tokenReader(needs)
  const site = needs.config.publicUrl

  const at = <Name extends ApiName>(name: Name, answer: Answering<Name>): void => {
    routes.get(apiPattern(name), (c) =>
      answered(needs, c, async () => {
        const own = await ownerOf(c)
        const address: ApiAddress = apiAddresses[name]
        if (own.scope.may !== 'read' && !address.forGivers) throw new Refused(403, 'This token gives figures and reads nothing but them.')
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
      token: {
        ...{ name: token?.name ?? '', expiresAt: (token?.expiresAt ?? own.now).toString(), scope: own.scope.may },
        of: own.scope.may === 'figures' ? own.scope.of : null,
      },
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
    const body = await findBody(reader, c.req.param('board') ?? '', own.today)
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
  at('measures', async ({ reader, own, c }) => {
    const body = await findBody(reader, c.req.param('board') ?? '', own.today)
    if (!body) return new Refused(404, 'There is no such board.')
    return measuresAnswer(site, await withinScope(reader, own, await findMeasuresOf(reader, body.id)))
  })
  at('figures', async ({ reader, own, c }) => {
    const [measure] = await withinScope(reader, own, [await findMeasure(reader, idIn(c))])
    if (!measure) return new Refused(403, 'This token gives figures of another agency or measure.')
    const [series] = await findSeries(reader, [measure.id])
    return figuresAnswer(measure, series?.observations ?? [])
  })
  routes.post(givingAddress.path.replace('{id}', ':id'), (c) =>
    answered(needs, c, async () => {
      const { answer, isRepeated } = await giveFigures(needs, c, await ownerOf(c))
      if (isRepeated) c.header('Idempotent-Replayed', 'true')
      return apiAnswers[givingAddress.answers].parse(answer)
    }),
  )
  routes.all(`${apiRoot}/*`, (c) => failure(c, new Refused(404, 'There is nothing at this address, or not for this method.')))
  return routes
}

/** Who a request acts for, by its token; counts both what comes and what opens nothing. @throws Refused */
function tokenReader(needs: Needs): (c: At) => Promise<Own> {
  const [ofTokens, ofStrangers, lately] = [rateLimit(MOST), failureLimit(MOST_UNKNOWN), openedLately()]
  return async (c) => {
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
    return { actor: found.account, token: found.token, scope: found.scope, now, today: dayOf(now) }
  }
}

/** Of measures those that a token opens: all that its owner may see, or those that it gives figures of. */
async function withinScope(reader: Reader, { scope }: Own, measures: readonly Measure[]): Promise<readonly Measure[]> {
  if (scope.may === 'read') return measures
  const { type, id } = scope.of
  if (type === 'measure') return measures.filter((one) => one.id === id)
  const agencies = await agenciesOf(reader, measures)
  return measures.filter((one) => agencies.get(one.id)?.has(id))
}

const idIn = (c: At): string => c.req.param('id') ?? ''

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

function failure(c: At, { status, message, problems }: Refused): Response {
  if (status === 401) c.header('WWW-Authenticate', 'Bearer realm="Goldenthread"')
  return json(c, problems === undefined ? errorOf(message) : { ...errorOf(message), problems }, status)
}

const errorOf = (message: string) => ({ type: typeAddress('Error'), message })

/** What is somebody's own is kept by nobody on the way, and sets no cookie, whatever came with the request. */
function json(c: At, body: unknown, status: 200 | 500 | 503 | Refused['status']): Response {
  c.header('Set-Cookie', undefined)
  return c.body(JSON.stringify(body), status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'private, no-store',
    vary: 'Authorization',
  })
}

import type { Context } from 'hono'
import type { DeliveryProblem } from '#performance/public.ts'
import { deliverFigures, deliveryProblemWords, parseDelivery } from '#performance/public-data.ts'
import { noteTokenUse, type TokenScope } from '#platform/access-token.ts'
import { type Acting, type ActorId, type Database, writeAs } from '#platform/database/session.ts'
import { Forbidden, NotFound } from '#platform/refusals.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { Refused } from './api/refused.ts'
import type { ApiShape } from './api/shapes.ts'

/** Bytes of one request. */
const LARGEST = 64 * 1024
/** Problems that one answer lists; the rest is counted. */
const MOST_LISTED = 200

/** Who a request acts for, by which token. */
export type Giver = Acting & { readonly actor: ActorId; readonly token: string; readonly scope: TokenScope }

/**
 * Takes figures of a measure from a program (I2): as its token's owner, within the token's scope, under a key by which a retry is known again. Whatever comes
 * of it is in the audit, under the token.
 * @throws Refused, NotFound
 */
export async function giveFigures(
  needs: { readonly db: Database },
  c: Context<AppEnv, string>,
  giver: Giver,
): Promise<{ readonly answer: ApiShape<'FiguresGiven'>; readonly isRepeated: boolean }> {
  const measure = c.req.param('id') ?? ''
  try {
    if (giver.scope.may !== 'figures') throw new Refused(403, onlyReads)
    const key = keyOf(c)
    const parsed = parseDelivery(await bodyOf(c))
    if (!parsed.ok) throw refusedFor(parsed.problems)
    const outcome = await deliverFigures(needs, giver, { token: giver.token, scope: giver.scope, key }, measure, parsed.value)
    if (!outcome.ok) throw refusedFor(outcome.problems)
    const { delivered, isRepeated } = outcome.value
    return { answer: { ...delivered, figures: [...delivered.figures] }, isRepeated }
  } catch (error) {
    if (!(error instanceof Refused || error instanceof Forbidden || error instanceof NotFound)) throw error
    const refused = error instanceof Forbidden ? new Refused(403, notGiven) : error
    const status = refused instanceof Refused ? refused.status : 404
    // What was refused is known, too: a program that tries what it may not is seen by whoever reads the audit.
    await writeAs(needs.db, giver, (tx) =>
      noteTokenUse(tx, giver.actor, giver.token, `measure ${measure.slice(0, 36)}: refused with ${status}`),
    )
    throw refused
  }
}

const onlyReads =
  'This token reads and gives nothing. Make one that gives figures on the page of your own tokens, and name the agency or the measure there.'
const notGiven =
  'Nothing was stored: this token gives figures of another agency or measure, its right to this one was ended, or you do not give the figures of this one. Ask the clerk of its board, or make another token.'

/** The key under which a request is known again. */
function keyOf(c: Context<AppEnv, string>): string {
  const key = c.req.header('idempotency-key')?.trim() ?? ''
  if (/^[\x21-\x7e]{1,200}$/.test(key)) return key
  throw new Refused(
    400,
    'Send an Idempotency-Key of 1 to 200 letters, digits and signs without a space, a new one for every new delivery: sent twice, it stores once.',
  )
}

async function bodyOf(c: Context<AppEnv, string>): Promise<unknown> {
  const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') throw new Refused(415, 'Send JSON, with Content-Type: application/json.')
  if (Number(c.req.header('content-length') ?? '0') > LARGEST) throw tooLarge()
  const text = await c.req.text()
  if (text.length > LARGEST) throw tooLarge()
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw new Refused(400, 'The body is not JSON. Nothing was stored.')
  }
}

const tooLarge = () => new Refused(413, 'The body is larger than 64 KB. Send the figures in several requests, each under a key of its own.')

function refusedFor(problems: readonly [DeliveryProblem, ...DeliveryProblem[]]): Refused {
  const listed = problems.slice(0, MOST_LISTED).map((problem) => ({
    ...{
      figure: problem.figure < 0 ? null : problem.figure,
      field: problem.field,
      value: problem.value,
      code: problem.code,
      asked: problem.asked,
    },
    message: deliveryProblemWords(problem),
  }))
  const isAsked = problems.every(({ asked }) => asked)
  const [{ code }] = problems
  if (code === 'key-used' || code === 'no-longer-kept') return new Refused(409, listed[0]?.message ?? '', listed)
  const count = isAsked ? problems.length : problems.filter(({ asked }) => !asked).length
  const what = isAsked
    ? `${count === 1 ? 'one figure is' : `${count} figures are`} asked about. If right, send them all again with "confirmed": true in these`
    : `${count === 1 ? 'one thing is' : `${count} things are`} to be put right first. Put right what “problems” lists and send all figures again`
  return new Refused(422, `Nothing was stored: ${what}.`, listed)
}

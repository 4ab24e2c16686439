import { createHash, timingSafeEqual } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { type Database, writeAs } from '#platform/database/session.ts'
import type { Log } from '#platform/log.ts'
import type { Clock } from '#platform/time/clock.ts'
import { dayOf } from '#platform/time/london.ts'
import { deliveryOf } from './bounce-address.ts'
import { type DeliveryStatus, REPORT_LIMIT, readDeliveryStatus } from './delivery-status.ts'

/** What taking reports needs. */
export interface BounceNeeds {
  readonly db: Database
  readonly clock: Clock
  readonly log: Log
  readonly config: { readonly bounces: { readonly address: string; readonly secret: string } | undefined }
}

/**
 * `POST /mail/bounces`: the operator's mail server hands over what came back, as it came, with the secret. Stands outside the frame of pages:
 * no cookie, no form. Answers 202 for any mail, so that an odd one is not sent again for ever; 404 where no address is set.
 */
export function bounceRoutes(needs: BounceNeeds): Hono {
  const routes = new Hono()
  routes.post('/mail/bounces', (c) => take(needs, c))
  return routes
}

async function take(needs: BounceNeeds, c: Context): Promise<Response> {
  const { bounces } = needs.config
  if (bounces === undefined) return c.text('No address for returned mail is set.\n', 404)
  if (!isSecret(bounces.secret, c.req.header('authorization') ?? '')) return c.text('The secret is missing or wrong.\n', 401)
  const bytes = await readLimited(c.req.raw)
  if (bytes === undefined) return c.text('The report is too large.\n', 413)
  const status = readDeliveryStatus(bytes)
  const delivery = status?.sentTo.map((one) => deliveryOf(bounces.address, one)).find((one) => one !== undefined)
  const known = status !== undefined && delivery !== undefined && (await recordReport(needs, delivery, status))
  if (!known) needs.log.info({ bytes: bytes.byteLength, report: status !== undefined }, 'returned mail that is no report about ours')
  return c.text(known ? 'recorded\n' : 'not a report about a mail of ours\n', 202)
}

/** Compared by digest, so that neither length nor time tells anything. */
function isSecret(secret: string, given: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(`Bearer ${secret}`), digest(given))
}

async function readLimited(request: Request): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > REPORT_LIMIT * 20) return undefined
    // A server that returns the whole mail with its attachments is heard out; its beginning is enough.
    if (size - chunk.byteLength < REPORT_LIMIT) chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Keeps what was reported of a mail: a later word that it failed is kept, too, an earlier one stays. Returns whether there is such a mail. */
export async function recordReport(
  needs: Pick<BounceNeeds, 'db' | 'clock'>,
  delivery: string,
  report: Pick<DeliveryStatus, 'action' | 'status' | 'reason'>,
): Promise<boolean> {
  const now = needs.clock.now()
  const { action, status, reason } = report
  return writeAs(needs.db, { actor: SYSTEM_ACTOR, now, today: dayOf(now) }, async (tx) => {
    const words = { bounce_status: status, bounce_reason: reason }
    const { numUpdatedRows } = await tx
      .updateTable('platform.mail_delivery')
      .set(action === 'failed' ? { bounced_at: now, ...words } : { delayed_at: now, ...words })
      .where('id', '=', delivery)
      .where('bounced_at', 'is', null)
      .executeTakeFirst()
    return numUpdatedRows > 0n
  })
}

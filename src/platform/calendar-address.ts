import { createHmac, timingSafeEqual } from 'node:crypto'
import { appendAudit } from './database/audit.ts'
import type { Acting, ActorId, Reader, Writer } from './database/session.ts'

/** The address under which somebody's own calendar can be fetched without signing in. */
export interface CalendarAddress {
  /** Rises with every new address; the ones before are void. */
  readonly number: number
  readonly revoked: boolean
}

type Own = Acting & { readonly actor: ActorId }

/** One's own address; undefined where one never asked for one. */
export async function findCalendarAddress(reader: Reader, { actor }: Own): Promise<CalendarAddress | undefined> {
  return reader.selectFrom('platform.calendar_address').select(['number', 'revoked']).where('account', '=', actor).executeTakeFirst()
}

/** Makes an address, or a new one in place of the old, which is void from now on. */
export async function renewCalendarAddress(tx: Writer, acting: Own): Promise<void> {
  await tx
    .insertInto('platform.calendar_address')
    .values({ account: acting.actor, number: 1, changed_at: acting.now })
    .onConflict((conflict) =>
      conflict
        .column('account')
        .doUpdateSet((set) => ({ number: set('platform.calendar_address.number', '+', 1), revoked: false, changed_at: acting.now })),
    )
    .execute()
  await audit(tx, acting, 'calendar-address.made')
}

/** Makes one's address void, without another in its place. */
export async function revokeCalendarAddress(tx: Writer, acting: Own): Promise<void> {
  await tx
    .updateTable('platform.calendar_address')
    .set({ revoked: true, changed_at: acting.now })
    .where('account', '=', acting.actor)
    .execute()
  await audit(tx, acting, 'calendar-address.revoked')
}

async function audit(tx: Writer, { actor }: Own, act: string): Promise<void> {
  await appendAudit(tx, { actor, act, subjectType: 'account', subject: actor, content: '' })
}

/** The key in an address: whose calendar, which address, and the signature of this installation over both. */
export function calendarKey(secret: string, account: ActorId, number: number): string {
  const signature = createHmac('sha256', secret).update(`calendar\u0000${account}\u0000${number}`, 'utf8').digest('base64url')
  return `${account}.${number}.${signature}`
}

/** Whose calendar a key opens, and under which number; undefined for a key that this installation did not sign. */
export function readCalendarKey(secret: string, key: string): { readonly account: ActorId; readonly number: number } | undefined {
  const parts = /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\.([1-9]\d{0,8})\.[\w-]{43}$/.exec(key)
  if (!parts) return undefined
  const [account, number] = [parts[1] as ActorId, Number(parts[2])]
  const [given, own] = [Buffer.from(key), Buffer.from(calendarKey(secret, account, number))]
  return given.length === own.length && timingSafeEqual(given, own) ? { account, number } : undefined
}

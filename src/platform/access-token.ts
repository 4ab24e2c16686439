import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { appendAudit } from './database/audit.ts'
import { newId } from './database/ids.ts'
import { type Acting, type ActorId, type Database, type Reader, type Writer, writeAs } from './database/session.ts'
import { dayOf } from './time/london.ts'

/**
 * What a token opens: the reading of all that its owner may see, or the giving of figures of one agency or one measure, as far as its owner gives them.
 */
export type TokenScope =
  | { readonly may: 'read' }
  | { readonly may: 'figures'; readonly of: { readonly type: 'agency' | 'measure'; readonly id: string } }

/** A token with which a program acts for its owner within a scope; the secret itself is kept nowhere. */
export interface AccessToken {
  readonly id: string
  /** What it is for, in its owner's words. */
  readonly name: string
  readonly scope: TokenScope
  readonly madeAt: Temporal.Instant
  readonly expiresAt: Temporal.Instant
  /** To about ten minutes; null where it was never used. */
  readonly lastUsedAt: Temporal.Instant | null
  readonly revokedAt: Temporal.Instant | null
}

type Own = Acting & { readonly actor: ActorId }

/** For how many days a token can be made. */
export const tokenDays = [7, 30, 90, 365] as const
/** Live tokens that somebody can have at a time. */
export const mostTokens = 20

const PREFIX = 'gt_'

/** One's own tokens, the newest first; those that ended or were revoked more than 90 days ago are left out. */
export async function listAccessTokens(reader: Reader, { actor, now }: Own): Promise<readonly AccessToken[]> {
  const since = now.subtract({ hours: 24 * 90 })
  const rows = await reader
    .selectFrom('platform.access_token')
    .select(['scope', 'about_type as type', 'about'])
    .select(['id', 'name', 'made_at as madeAt', 'expires_at as expiresAt', 'last_used_at as lastUsedAt', 'revoked_at as revokedAt'])
    .where('account', '=', actor)
    .where(sql<boolean>`coalesce(revoked_at, expires_at) > ${since.toString()}::timestamptz`)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
  return rows.map(({ scope, type, about, ...row }) => ({ ...row, scope: scopeOf(scope, type, about) }))
}

/** A scope as its columns have it; whatever names no record it could give figures of only reads. */
function scopeOf(may: string, type: string | null, about: string | null): TokenScope {
  const isNamed = may === 'figures' && about !== null && (type === 'agency' || type === 'measure')
  return isNamed ? { may, of: { type, id: about } } : { may: 'read' }
}

/** Whether a token still opens anything. */
export function isLive({ expiresAt, revokedAt }: Pick<AccessToken, 'expiresAt' | 'revokedAt'>, now: Temporal.Instant): boolean {
  return revokedAt === null && Temporal.Instant.compare(expiresAt, now) > 0
}

/** Makes a token. @returns the secret, which is shown once; undefined where its owner has as many as anybody may have */
export async function makeAccessToken(
  tx: Writer,
  own: Own,
  input: { readonly name: string; readonly days: (typeof tokenDays)[number]; readonly scope?: TokenScope },
): Promise<string | undefined> {
  // Two at the same moment wait for each other, so that nobody gets more than there may be.
  await sql`select pg_advisory_xact_lock(hashtextextended(${own.actor}, 79))`.execute(tx)
  const live = (await listAccessTokens(tx, own)).filter((token) => isLive(token, own.now))
  if (live.length >= mostTokens) return undefined
  const secret = `${PREFIX}${randomBytes(32).toString('base64url')}`
  const id = newId()
  const { actor: account, now } = own
  const expires = now.add({ hours: 24 * input.days })
  const scope = input.scope ?? { may: 'read' }
  const of = scope.may === 'figures' ? scope.of : null
  await tx
    .insertInto('platform.access_token')
    .values({
      ...{ id, account, name: input.name, digest: digestOf(secret), made_at: now, expires_at: expires },
      ...{ scope: scope.may, about_type: of?.type ?? null, about: of?.id ?? null },
    })
    .execute()
  const content = of === null ? input.name : `${input.name} ${of.type} ${of.id}`
  await appendAudit(tx, { actor: account, act: 'access-token.made', subjectType: 'access-token', subject: id, content })
  return secret
}

/** Makes a token void from now on; nothing where it is not one's own or was revoked before. */
export async function revokeAccessToken(tx: Writer, own: Own, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('platform.access_token')
    .set({ revoked_at: own.now })
    .where('id', '=', id)
    .where('account', '=', own.actor)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await appendAudit(tx, { actor: own.actor, act: 'access-token.revoked', subjectType: 'access-token', subject: id, content: '' })
  return true
}

/** Who a token acts for, and notes that it was used; undefined for one that opens nothing. */
export async function openAccessToken(
  db: Database,
  secret: string,
  now: Temporal.Instant,
): Promise<{ readonly token: string; readonly account: ActorId; readonly scope: TokenScope } | undefined> {
  if (!/^gt_[\w-]{43}$/.test(secret)) return undefined
  const nobody: Acting = { actor: undefined, now, today: dayOf(now) }
  const { rows } = await writeAs(db, nobody, (tx) =>
    sql<{
      token: string
      owner: ActorId
      may: string
      type: string | null
      about: string | null
    }>`select token, owner, may, about_type as type, about from platform.use_access_token(${digestOf(secret)}, ${now.toString()}::timestamptz)`.execute(
      tx,
    ),
  )
  const [row] = rows
  return row && { token: row.token, account: row.owner, scope: scopeOf(row.may, row.type, row.about) }
}

/** Appends to the audit that a token was used to change something, and what came of it. */
export function noteTokenUse(tx: Writer, actor: ActorId, token: string, content: string): Promise<void> {
  return appendAudit(tx, { actor, act: 'access-token.used', subjectType: 'access-token', subject: token, content })
}

/** The token has 256 bits by chance, so that one plain digest is enough. */
function digestOf(secret: string): string {
  return createHash('sha256').update(secret, 'utf8').digest('hex')
}

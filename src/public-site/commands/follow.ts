import { sql } from 'kysely'
import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { newId } from '#platform/database/ids.ts'
import { type Acting, readAs, type Writer, writeAs } from '#platform/database/session.ts'
import { forgetRecipients } from '#platform/mail/forget-recipients.ts'
import { sendLater } from '#platform/mail/mail.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { dayOf } from '#platform/time/london.ts'
import type { Needs } from '#src/needs.ts'
import { followKey, readFollowKey } from '../follow-key.ts'
import type { FollowInput } from '../forms/follow.ts'
import { publicPaths } from '../paths.ts'
import type { Follower } from '../queries/following.ts'
import { confirmWithin, type Followed } from '../rules/following.ts'
import { confirmFollowMail } from '../words/following.ts'
import { newsOf } from './news-of.ts'

/** Links that wait to be followed, for one letter box: nobody's is filled in their name. */
const perAddress = 3
/** And for one network: a whole council may share one address. */
const perSender = 20
/**
 * And of all together: a disk is not endless. Where it is full, the oldest link of the network with the most of them goes, so that whoever fills it from a
 * few hundred networks pushes out their own and keeps nobody else from following. Somebody with five thousand networks still could.
 */
const inAll = 5_000
/** What one letter box can follow. */
const mostFollowed = 50

/** What following needs. */
export type FollowNeeds = Pick<Needs, 'db' | 'outbox' | 'config' | 'secrets'>

/** As nobody in particular: an address is the machine's to know and nobody else's. */
export const machine = (now: Temporal.Instant): Acting & { readonly actor: typeof SYSTEM_ACTOR } => ({
  actor: SYSTEM_ACTOR,
  now,
  today: dayOf(now),
})

/** What is followed, as columns. */
const targetOf = (followed: Followed) => ({
  kind: followed.kind,
  body: followed.kind === 'board' ? followed.body : null,
  topic: followed.kind === 'topic' ? followed.topic : null,
  search: followed.kind === 'search' ? followed.search : '',
})

/**
 * Keeps that somebody wants to follow, and mails one link; nothing else is sent before it is followed. Asked again while a link waits, nothing is sent: the answer
 * is the same, so that nobody learns who follows what.
 * @param sender - keyed digest of the network that it comes from; '' where it is not known
 */
export async function askToFollow(
  needs: FollowNeeds,
  now: Temporal.Instant,
  followed: Followed,
  { email, pace }: FollowInput,
  { name, sender }: { readonly name: string; readonly sender: string },
): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, machine(now), async (tx) => {
    await forgetUnconfirmed(tx, now)
    const room = await roomFor(tx, email, sender, followed)
    if (room === 'none') return fail({ field: '', code: 'follow-busy' })
    if (room === 'waits') return succeed(null)
    const id = newId()
    await tx
      .insertInto('publicsite.follower')
      .values({
        id,
        email,
        pace,
        sender,
        ...targetOf(followed),
        asked_at: now,
        expires_at: now.add({ hours: confirmWithin }),
        told_until: now,
      })
      .execute()
    const link = `${needs.config.publicUrl}${publicPaths.confirmFollow(followKey(needs.secrets.feeds, 'confirm', id))}`
    await sendLater(needs.outbox, tx, { to: email, ...confirmFollowMail(name, pace, link), about: { type: 'follower', id } })
    return succeed(null)
  })
}

/** The letter box behind an address: capitals and what stands after a plus make no other one. */
const boxOf = (email: unknown) => sql`lower(regexp_replace(${email}, '\\+[^@]*@', '@'))`

async function roomFor(tx: Writer, email: string, sender: string, followed: Followed): Promise<'room' | 'waits' | 'none'> {
  // One at a time, or many posts at once would each see room for themselves.
  await sql`select pg_advisory_xact_lock(hashtextextended('follower', 0))`.execute(tx)
  const { body, topic, search, kind } = targetOf(followed)
  const mine = sql`${boxOf(sql.ref('email'))} = ${boxOf(sql.val(email))}`
  const { rows } = await sql<{ same: number; waiting: number; followed: number; sent: number; all: number }>`
    select count(*) filter (where expires_at is not null and ${mine} and kind = ${kind} and body is not distinct from ${body}::uuid
        and topic is not distinct from ${topic}::uuid and search = ${search})::int as same,
      count(*) filter (where expires_at is not null and ${mine})::int as waiting, count(*) filter (where expires_at is null and ${mine})::int as followed,
      count(*) filter (where expires_at is not null and sender <> '' and sender = ${sender})::int as sent, count(*) filter (where expires_at is not null)::int as all
    from publicsite.follower`.execute(tx)
  const [found = { same: 0, waiting: 0, followed: 0, sent: 0, all: 0 }] = rows
  if (found.same > 0) return 'waits'
  if (found.waiting >= perAddress || found.followed >= mostFollowed || found.sent >= perSender) return 'none'
  if (found.all >= inAll) await makeRoom(tx)
  return 'room'
}

/** Deletes the link that has waited longest among those of the network with the most of them. */
async function makeRoom(tx: Writer): Promise<void> {
  const { rows } = await sql<{ id: string }>`select id from publicsite.follower where expires_at is not null
    order by count(*) over (partition by sender) desc, asked_at, id limit 1`.execute(tx)
  await forgetFollowers(
    tx,
    rows.map(({ id }) => id),
  )
}

/** Follows the link of the mail; whoever followed the same before does so at the new pace. False where the link is unknown, used or too old. */
export async function confirmFollow(needs: Pick<FollowNeeds, 'db' | 'secrets'>, now: Temporal.Instant, key: string): Promise<boolean> {
  const id = readFollowKey(needs.secrets.feeds, 'confirm', key)
  if (id === undefined) return false
  return writeAs(needs.db, machine(now), async (tx) => {
    const own = await tx.selectFrom('publicsite.follower').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
    if (own === undefined) return false
    if (own.expires_at === null) return true
    if (Temporal.Instant.compare(own.expires_at, now) <= 0) return false
    const before = await tx
      .deleteFrom('publicsite.follower')
      .where('id', '<>', id)
      .where('expires_at', 'is', null)
      .where(sql<boolean>`lower(email) = lower(${own.email}) and kind = ${own.kind} and body is not distinct from ${own.body}::uuid
        and topic is not distinct from ${own.topic}::uuid and search = ${own.search}`)
      .returning('id')
      .execute()
    await forgetRecipients(tx, { type: 'follower', ids: before.map((one) => one.id) })
    await tx
      .updateTable('publicsite.follower')
      .set({ expires_at: null, sender: '', told_until: now, seen_until: sql`now()`, told: [...(await outAlready(needs, now, own))] })
      .where('id', '=', id)
      .execute()
    return true
  })
}

/** What came out in the last minutes is nothing new to somebody who begins to follow now. */
async function outAlready(
  needs: Pick<FollowNeeds, 'db'>,
  now: Temporal.Instant,
  own: Pick<Follower, 'kind' | 'body' | 'topic' | 'search'>,
): Promise<readonly string[]> {
  const visitor = { actor: undefined, now, today: dayOf(now) }
  const follower = { ...own, toldUntil: now, seenUntil: Temporal.Now.instant(), told: [] }
  return (await readAs(needs.db, visitor, (reader) => newsOf(reader, follower, visitor.today, '')))?.marks ?? []
}

/** Stops the mails of a link: the address and everything else of the row is deleted at once. Quiet where it was stopped before. */
export async function stopFollowing(needs: Pick<FollowNeeds, 'db' | 'secrets'>, now: Temporal.Instant, key: string): Promise<void> {
  const id = readFollowKey(needs.secrets.feeds, 'stop', key)
  if (id !== undefined) await writeAs(needs.db, machine(now), (tx) => forgetFollowers(tx, [id]))
}

/** Deletes followers, and where mails to them went. */
export async function forgetFollowers(tx: Writer, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx
    .deleteFrom('publicsite.follower')
    .where('id', 'in', [...ids])
    .execute()
  await forgetRecipients(tx, { type: 'follower', ids })
}

/** Deletes those whose link was not followed in time. */
export async function forgetUnconfirmed(tx: Writer, now: Temporal.Instant): Promise<void> {
  const gone = await tx.selectFrom('publicsite.follower').select('id').where('expires_at', '<=', now).execute()
  await forgetFollowers(
    tx,
    gone.map(({ id }) => id),
  )
}

import { sql } from 'kysely'
import { type Acting, readAs, type Writer, writeAs } from '#platform/database/session.ts'
import { sendLater } from '#platform/mail/mail.ts'
import { dayOf } from '#platform/time/london.ts'
import type { Needs } from '#src/needs.ts'
import { followKey } from '../follow-key.ts'
import { publicPaths } from '../paths.ts'
import { type Follower, findFollowers } from '../queries/following.ts'
import { isDue, type Pace } from '../rules/following.ts'
import { newsMail } from '../words/following.ts'
import { forgetFollowers, forgetUnconfirmed, machine } from './follow.ts'
import { type News, newsOf } from './news-of.ts'

/** What telling needs. */
export type TellNeeds = Pick<Needs, 'db' | 'clock' | 'outbox' | 'config' | 'secrets' | 'log'>

/** Lines of one mail; the rest is counted. */
const mostLines = 40

/**
 * Tells those who follow a board, a topic or a search what came out and what was taken back (requirement O3). Read as a visitor, as it stands now: what was withdrawn
 * before it was mailed is not mailed. First those go who never confirmed, and those whose address refused a mail.
 * @returns how many mails were left to be sent
 */
export async function tellFollowers(needs: TellNeeds): Promise<number> {
  const now = needs.clock.now()
  await writeAs(needs.db, machine(now), async (tx) => {
    await forgetUnconfirmed(tx, now)
    await forgetRefusing(tx)
  })
  const followers = (await readAs(needs.db, machine(now), findFollowers)).filter(({ pace, toldUntil }) =>
    isDue(pace as Pace, toldUntil, now),
  )
  const visitor: Acting = { actor: undefined, now, today: dayOf(now) }
  let sent = 0
  for (const follower of followers) {
    try {
      const news = await readAs(needs.db, visitor, (reader) => newsOf(reader, follower, visitor.today, needs.config.publicUrl))
      if (news === undefined && follower.pace === 'at-once') continue
      sent += await writeAs(needs.db, machine(now), (tx) => tell(needs, tx, follower, news, now))
    } catch (error) {
      needs.log.error({ err: error, follower: follower.id }, 'somebody who follows could not be told')
    }
  }
  return sent
}

/** In one transaction: the mail, and that it was told. Somebody who stopped meanwhile is not there any more; whom another process just told is left alone. */
async function tell(needs: TellNeeds, tx: Writer, follower: Follower, news: News | undefined, now: Temporal.Instant): Promise<number> {
  const { id, toldUntil, told } = follower
  const own = await tx.selectFrom('publicsite.follower').select(['email', 'told_until']).where('id', '=', id).forUpdate().executeTakeFirst()
  if (own === undefined || !own.told_until.equals(toldUntil)) return 0
  await tx
    .updateTable('publicsite.follower')
    .set({ told_until: now, seen_until: sql`now()`, told: [...(news?.marks ?? []), ...told].slice(0, 400) })
    .where('id', '=', id)
    .execute()
  if (news === undefined) return 0
  const { publicUrl } = needs.config
  const key = followKey(needs.secrets.feeds, 'stop', id)
  const mail = newsMail(
    news.name,
    news.lines.slice(0, mostLines),
    Math.max(0, news.lines.length - mostLines),
    publicUrl + publicPaths.stopFollowing(key),
  )
  await sendLater(needs.outbox, tx, {
    to: own.email,
    ...mail,
    unsubscribe: publicUrl + publicPaths.oneClickStop(key),
    about: { type: 'follower', id },
  })
  return 1
}

/** An address that a server refused for ever, or from which a mail came back, is followed no more. */
async function forgetRefusing(tx: Writer): Promise<void> {
  const rows = await tx
    .selectFrom('publicsite.follower as f')
    .innerJoin('platform.mail_delivery as d', (on) => on.onRef('d.about_id', '=', 'f.id').on('d.about_type', '=', 'follower'))
    .select('f.id')
    .distinct()
    .where((where) => where.or([where('d.refused_at', 'is not', null), where('d.bounced_at', 'is not', null)]))
    .execute()
  await forgetFollowers(
    tx,
    rows.map(({ id }) => id),
  )
}

import { type ActorId, type Database, writeAs } from '#platform/database/session.ts'
import { dayOf } from '#platform/time/london.ts'
import { chooseMail, findOwnMailChoice } from './mail-choice.ts'
import { mailKey, readMailKey } from './mail-key.ts'

const PURPOSE = 'stop-news'

/** Where mails that are no notice are stopped without signing in: the page that asks first, what it leads on to, and what mail programs post to. */
export const stopNewsPaths = {
  page: '/mails/stop',
  stopped: '/mails/stopped',
  atOnce: '/mail/stop/:key',
} as const

/** The two addresses in a mail of news: for its reader, and for their mail program (RFC 8058). */
export function stopNewsAddresses(
  { publicUrl, secret }: { readonly publicUrl: string; readonly secret: string },
  account: string,
): { readonly page: string; readonly atOnce: string } {
  const key = encodeURIComponent(mailKey(secret, PURPOSE, account))
  return { page: `${publicUrl}${stopNewsPaths.page}?key=${key}`, atOnce: publicUrl + stopNewsPaths.atOnce.replace(':key', key) }
}

/** Whose mails a key stops; undefined for a key that this installation did not sign. */
export function readStopKey(secret: string, key: string): ActorId | undefined {
  return readMailKey(secret, PURPOSE, key) as ActorId | undefined
}

/** Stops summaries and mails of news to an account, however often it is asked; notices of meetings are not touched. False for a key that is none. */
export async function stopNews(
  needs: { readonly db: Database; readonly secret: string },
  key: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const actor = readStopKey(needs.secret, key)
  if (actor === undefined) return false
  const acting = { actor, now, today: dayOf(now) }
  await writeAs(needs.db, acting, async (tx) => chooseMail(tx, acting, { ...(await findOwnMailChoice(tx, acting)), news: 'none' }))
  return true
}

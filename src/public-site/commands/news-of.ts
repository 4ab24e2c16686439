import { findPublicEvents } from '#meetings/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { addressOf } from '../feeds.ts'
import { findCameOut } from '../queries/coming-out.ts'
import { type Follower, findBoardNames, findFollowedName } from '../queries/following.ts'
import { findNewly } from '../queries/newly.ts'
import { lateness, markOf, newsFor } from '../rules/following.ts'
import { cameOutInWords, eventInWords, foundInWords, type NewsLine } from '../words/following.ts'

/** What is told, and how it is kept that it was. */
export interface News {
  readonly name: string
  readonly lines: readonly NewsLine[]
  readonly marks: readonly string[]
}

/** What is new for somebody who follows, as a visitor reads it now; undefined where nothing is, or what they follow is not there any more. */
export async function newsOf(
  reader: Reader,
  follower: Omit<Follower, 'id' | 'pace'>,
  today: Temporal.PlainDate,
  publicUrl: string,
): Promise<News | undefined> {
  const name = await findFollowedName(reader, follower, today)
  if (name === undefined) return undefined
  const names = await findBoardNames(reader, today)
  if (follower.kind === 'search') {
    const found = (await findNewly(reader, follower.search, follower.seenUntil, today)).filter(({ mark }) => !follower.told.includes(mark))
    const lines = found.map(({ kind, title, href, body }) => ({
      words: foundInWords(kind, title, names.get(body ?? '') ?? ''),
      href: publicUrl + href,
    }))
    return lines.length === 0 ? undefined : { name, lines, marks: found.map(({ mark }) => mark) }
  }
  const scope = follower.kind === 'board' ? { bodies: [follower.body ?? ''] } : { topics: [follower.topic ?? ''] }
  const events = await findPublicEvents(reader, { ...scope, since: follower.toldUntil.subtract(lateness), limit: 200 })
  const news = newsFor(events, follower)
  // By the database's clock, and ten minutes before, because a transaction may have been long.
  const since = follower.seenUntil.subtract(lateness)
  const out = (await findCameOut(reader, { ...scope, since, limit: 200 })).filter(({ id }) => !follower.told.includes(`${id} out`))
  const lines = news.map((event) => ({
    words: eventInWords(event, follower.kind === 'topic' ? names.get(event.body) : undefined),
    href: publicUrl + addressOf(event),
  }))
  const further = out.map((one) => ({
    words: cameOutInWords(one, follower.kind === 'topic' ? names.get(one.body) : undefined),
    href: publicUrl + one.href,
  }))
  const all = [...lines, ...further]
  return all.length === 0 ? undefined : { name, lines: all, marks: [...news.map(markOf), ...out.map(({ id }) => `${id} out`)] }
}

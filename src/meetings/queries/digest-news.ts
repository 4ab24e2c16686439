import { findBodiesById } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import type { Occasion } from '../rules/addressees.ts'
import { occasionWords } from '../words/occasions.ts'

/** News that waits for somebody's daily summary; names no item. */
export interface DigestNews {
  readonly words: string
  readonly board: string
  readonly heldOn: Temporal.PlainDate
  readonly meeting: string
}

/** What a person was not mailed about since an instant because they chose the summary, each once, latest first; for the system. */
export async function findDigestNews(
  reader: Reader,
  person: string,
  since: Temporal.Instant,
  today: Temporal.PlainDate,
): Promise<readonly DigestNews[]> {
  const rows = await reader
    .selectFrom('meetings.despatch as d')
    .innerJoin('meetings.meeting as m', 'm.id', 'd.meeting')
    .select(['d.meeting', 'd.occasion', 'm.body', 'm.held_on as heldOn'])
    .where('d.person', '=', person)
    .where('d.channel', '=', 'digest')
    .where('d.at', '>', since)
    .orderBy('d.at', 'desc')
    .execute()
  const bodies = await findBodiesById(reader, [...new Set(rows.map(({ body }) => body))], today)
  const names = new Map(bodies.map(({ id, name }) => [id, name]))
  const once = new Map(rows.map((row) => [`${row.meeting} ${row.occasion}`, row]))
  return [...once.values()].map(({ meeting, occasion, body, heldOn }) => ({
    words: occasionWords[occasion as Occasion | ''],
    board: names.get(body) ?? '',
    heldOn,
    meeting,
  }))
}

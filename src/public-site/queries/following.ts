import { sql } from 'kysely'
import { findBodyById, listBodies } from '#governance/public-data.ts'
import { listTopics } from '#meetings/public-data.ts'
import type { Reader } from '#platform/database/session.ts'

/** Somebody who follows and has confirmed it, without their address. */
export interface Follower {
  readonly id: string
  readonly kind: string
  readonly body: string | null
  readonly topic: string | null
  readonly search: string
  readonly pace: string
  readonly toldUntil: Temporal.Instant
  /** By the database's clock. */
  readonly seenUntil: Temporal.Instant
  readonly told: readonly string[]
}

/** Everybody who follows, as the machine. */
export async function findFollowers(reader: Reader): Promise<readonly Follower[]> {
  return reader
    .selectFrom('publicsite.follower')
    .select(['id', 'kind', 'body', 'topic', 'search', 'pace', 'told'])
    .select(['told_until as toldUntil', 'seen_until as seenUntil'])
    .where('expires_at', 'is', null)
    .orderBy('id')
    .execute()
}

/** What is followed, as its mails name it; undefined where it is not there any more. */
export async function findFollowedName(
  reader: Reader,
  { kind, body, topic, search }: Pick<Follower, 'kind' | 'body' | 'topic' | 'search'>,
  today: Temporal.PlainDate,
): Promise<string | undefined> {
  if (kind === 'board') return (await findBodyById(reader, body ?? '', today))?.name
  if (kind === 'topic') return (await listTopics(reader)).find(({ id }) => id === topic)?.name
  const words = new URLSearchParams(search).get('q') ?? ''
  return `search for ‘${words}’`
}

/** Names of boards by id. */
export async function findBoardNames(reader: Reader, today: Temporal.PlainDate): Promise<ReadonlyMap<string, string>> {
  return new Map((await listBodies(reader, today)).map(({ id, name }) => [id, name]))
}

/** How many follow one thing. */
export interface FollowerCount {
  readonly kind: string
  readonly body: string | null
  readonly topic: string | null
  readonly atOnce: number
  readonly weekly: number
}

/** How many follow what, for an administrator; empty for everybody else. */
export async function countFollowers(reader: Reader): Promise<readonly FollowerCount[]> {
  const counted = sql<{
    kind: string
    body: string | null
    topic: string | null
    at_once: number
    weekly: number
  }>`(select * from publicsite.follower_counts())`
  const rows = await reader.selectFrom(counted.as('f')).selectAll().execute()
  return rows.map(({ kind, body, topic, at_once, weekly }) => ({ kind, body, topic, atOnce: at_once, weekly }))
}

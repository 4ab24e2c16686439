import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import { foundAddress } from '../rules/found.ts'

/** A published plan, an issued procedure, a scorecard, an answer to a recommendation, or what was done about what people said, as feeds and mails tell of it. */
export interface CameOut {
  readonly id: string
  readonly kind: 'plan_version' | 'scorecard' | 'response' | 'answer' | 'procedure'
  readonly body: string
  /** When it came out, by the database's clock: for mails. */
  readonly at: Temporal.Instant
  /** The same, or the end of its own day where that was earlier: for feeds, so that a record brought in from another house is not told of as new. */
  readonly dated: Temporal.Instant
  readonly title: string
  readonly href: string
}

/** What is asked for: of some boards, or about some topics; after `since` and up to `until`; at most so many, the newest. */
export interface CameOutScope {
  readonly bodies?: readonly string[] | undefined
  readonly topics?: readonly string[] | undefined
  readonly since?: Temporal.Instant | undefined
  readonly until?: Temporal.Instant | undefined
  readonly limit: number
}

/** What everybody reads since it came out, the latest first, by its own day where nothing is asked of since when: plans in force, frozen scorecards, answers to recommendations, 'you said, we did', procedures. What was taken back is not among it. */
export async function findCameOut(reader: Reader, { bodies, topics, since, until, limit }: CameOutScope): Promise<readonly CameOut[]> {
  if (bodies?.length === 0 || topics?.length === 0) return []
  const rows = await reader
    .selectFrom('publicsite.coming_out as o')
    .select(['o.kind', 'o.record as id', 'o.body', 'o.at', 'o.dated', 'o.title', 'o.subject'])
    .$if(bodies !== undefined, (query) => query.where(sql<boolean>`o.body = any (${[...(bodies ?? [])]}::uuid[])`))
    .$if(topics !== undefined, (query) => query.where(sql<boolean>`o.topics && ${[...(topics ?? [])]}::uuid[]`))
    .$if(since !== undefined, (query) => query.where(sql<boolean>`o.at > ${String(since)}::timestamptz`))
    .$if(until !== undefined, (query) => query.where(sql<boolean>`o.at <= ${String(until)}::timestamptz`))
    .orderBy(since === undefined ? 'o.dated' : 'o.at', 'desc')
    .orderBy('o.record')
    .limit(limit)
    .execute()
  return rows.map(({ kind, id, body, at, dated, title, subject }) => ({
    ...{ id, body, at, dated, title, kind: kind as CameOut['kind'] },
    href: foundAddress({ kind, record: id, meeting: null, item: null, subject }),
  }))
}

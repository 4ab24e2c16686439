import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import { isUuid } from '#platform/web/fields.ts'
import { findNames } from './names.ts'

/** Whose posts are asked for; left out: everybody's. */
export interface PostsAsked {
  /** The posts themselves; what is no id is no post. */
  readonly ids?: readonly string[]
  readonly person?: string
  readonly role?: 'co-ordinator'
  /** The locality of a co-ordinator. */
  readonly area?: string | undefined
}

/**
 * People with a post in early help today, by name: who can lead, join a team or co-ordinate.
 * @param only - which of them: a partnership has thousands, and each that is read is also asked for by name
 */
export async function findPosts(reader: Reader, today: Temporal.PlainDate, only: PostsAsked = {}) {
  const { person, role, area } = only
  const ids = only.ids?.filter(isUuid)
  if (ids?.length === 0) return []
  const rows = await reader
    .selectFrom('casework.post')
    .$if(ids !== undefined, (query) => query.where('id', 'in', ids ?? []))
    .$if(person !== undefined, (query) => query.where('person', '=', person ?? ''))
    .$if(role !== undefined, (query) => query.where('role', '=', role ?? ''))
    .$if(area !== undefined, (query) => query.where('area', '=', area ?? ''))
    .select(['id', 'person', 'organisation', 'role', 'area', 'starts_on as startsOn', 'ends_on as endsOn', 'version'])
    .where('starts_on', '<=', today)
    .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', today)]))
    .execute()
  const names = await findNames(
    reader,
    rows.flatMap(({ person, organisation }) => [person, organisation]),
  )
  return rows
    .map((row) => ({ ...row, name: names.get(row.person) ?? '', organisationName: names.get(row.organisation) ?? '' }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** Which of these agencies have somebody with a post in early help today. */
export async function findPostedAgencies(
  reader: Reader,
  agencies: readonly string[],
  today: Temporal.PlainDate,
): Promise<ReadonlySet<string>> {
  const rows = await reader
    .selectFrom(sql<{ id: string }>`(select unnest(${agencies}::uuid[]) as id)`.as('agency'))
    // The first that is found is enough: nobody reads thousands of posts to tell dozens of agencies apart.
    .innerJoinLateral(
      (inner) =>
        inner
          .selectFrom('casework.post')
          .select('casework.post.id as post')
          .whereRef('organisation', '=', 'agency.id')
          .where('starts_on', '<=', today)
          .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', today)]))
          .limit(1)
          .as('held'),
      (join) => join.onTrue(),
    )
    .select('agency.id')
    .execute()
  return new Set(rows.map(({ id }) => id))
}

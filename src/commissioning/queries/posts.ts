import { listOrganisations } from '#governance/public-data.ts'
import { among } from '#platform/database/among.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { Part } from './savings.ts'

/** What a post costs in a year, and from which line. Pence. */
export interface PostCost {
  readonly year: number
  readonly line: string
  readonly lineTitle: string
  readonly pence: bigint
}

/** A post that partners pay together, or somebody whom one lends to another (C5). */
export interface JointPost {
  readonly id: string
  readonly fund: string
  readonly kind: 'joint' | 'secondment'
  readonly title: string
  readonly hostName: string
  /** '' for a joint post. */
  readonly lentByName: string
  readonly startsOn: Temporal.PlainDate
  /** First day without it. */
  readonly endsOn: Temporal.PlainDate | undefined
  readonly parts: readonly Part[]
  readonly costs: readonly PostCost[]
}

/** The posts of a fund, by title. */
export async function findPosts(reader: Reader, fund: string): Promise<readonly JointPost[]> {
  return posts(
    reader,
    await reader.selectFrom('commissioning.joint_post').selectAll().where('fund', '=', fund).orderBy('title').orderBy('id').execute(),
  )
}

/** One post that one may see. @throws NotFound */
export async function findPost(reader: Reader, id: string): Promise<JointPost> {
  const row = isUuid(id)
    ? await reader.selectFrom('commissioning.joint_post').selectAll().where('id', '=', id).executeTakeFirst()
    : undefined
  const [found] = row ? await posts(reader, [row]) : []
  if (!found) throw new NotFound('No such post.')
  return found
}

interface Row {
  readonly id: string
  readonly fund: string
  readonly kind: string
  readonly title: string
  readonly host: string
  readonly lent_by: string | null
  readonly starts_on: Temporal.PlainDate
  readonly ends_on: Temporal.PlainDate | null
}

async function posts(reader: Reader, found: readonly Row[]): Promise<readonly JointPost[]> {
  if (found.length === 0) return []
  const ids = found.map(({ id }) => id)
  const [parts, costs, organisations] = await Promise.all([
    reader.selectFrom('commissioning.joint_post_part').selectAll().where(among('post', ids)).orderBy('place').execute(),
    reader
      .selectFrom('commissioning.joint_post_cost as c')
      .innerJoin('commissioning.budget_line as l', 'l.id', 'c.line')
      .select(['c.post', 'c.year', 'c.line', 'c.pence', 'l.title as lineTitle'])
      .where(among('c.post', ids))
      .orderBy('c.year')
      .execute(),
    listOrganisations(reader),
  ])
  const nameOf = new Map(organisations.map(({ id, name }) => [id, name]))
  return found.map((row) => ({
    ...{ id: row.id, fund: row.fund, kind: row.kind as JointPost['kind'], title: row.title, startsOn: row.starts_on },
    ...{ hostName: nameOf.get(row.host) ?? '', lentByName: nameOf.get(row.lent_by ?? '') ?? '', endsOn: row.ends_on ?? undefined },
    parts: parts.filter(({ post }) => post === row.id).map(({ partner, share }) => ({ partner, share, name: nameOf.get(partner) ?? '' })),
    costs: costs.filter(({ post }) => post === row.id).map(({ post: _, ...cost }) => cost),
  }))
}

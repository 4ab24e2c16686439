import type { Reader } from '#platform/database/session.ts'

/** One seat, for its forms. */
export interface SeatRecord {
  readonly id: string
  readonly body: string
  readonly name: string
  readonly category: string
  readonly group: string
  readonly organisation: string | undefined
  readonly sector: string
  readonly voting: string
  readonly places: number
  readonly statutoryRole: string
  readonly alternatives: readonly string[]
  readonly capacityRequired: string
  readonly byPost: boolean
  readonly mayAttendPrivate: boolean
  readonly votesOn: readonly string[]
  readonly version: number
}

/** A seat of any time, by id. */
export async function findSeat(reader: Reader, id: string): Promise<SeatRecord | undefined> {
  const row = await reader
    .selectFrom('governance.seat')
    .select([
      'id',
      'body',
      'name',
      'category',
      'group_key as group',
      'organisation',
      'sector',
      'voting',
      'places',
      'alternatives',
      'version',
    ])
    .select([
      'statutory_role as statutoryRole',
      'capacity_required as capacityRequired',
      'by_post as byPost',
      'may_attend_private as mayAttendPrivate',
      'votes_on as votesOn',
    ])
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { ...row, organisation: row.organisation ?? undefined }
}

/** A deputy's authorisation with its board and its people; undefined where there is none. */
export async function findDeputy(reader: Reader, id: string) {
  return reader
    .selectFrom('governance.deputy_authorisation as d')
    .innerJoin('governance.seat as s', 's.id', 'd.seat')
    .innerJoin('governance.person as p', 'p.id', 'd.person')
    .select(['d.id', 's.body', 's.name as seat', 'p.name', 'd.starts_on as startsOn', 'd.ends_on as endsOn'])
    .where('d.id', '=', id)
    .executeTakeFirst()
}

/** Names of seats by id; seats that do not exist are not in it. */
export async function findSeatNames(reader: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await reader.selectFrom('governance.seat').select(['id', 'name']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

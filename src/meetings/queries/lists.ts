import type { Guarded } from '#governance/public.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'

/** A list of people who are told besides the members (M7). */
export interface DistributionList {
  readonly id: string
  readonly body: string
  readonly name: string
  readonly concerns: 'body' | 'area' | 'item'
  readonly area: string | undefined
  readonly version: number
}

/** Who stands on a list. */
export interface ListEntry {
  readonly id: string
  readonly list: string
  readonly kind: 'person' | 'post' | 'members' | 'observers' | 'outside'
  readonly person: string | undefined
  readonly organisation: string | undefined
  readonly post: string
  readonly ofBody: string | undefined
  readonly name: string
  readonly email: string
  readonly consent: string
  readonly consentedOn: Temporal.PlainDate | undefined
  readonly token: string
  readonly endedAt: Temporal.Instant | undefined
  /** 'left' by oneself, 'removed' by the clerk. */
  readonly endedHow: 'left' | 'removed' | undefined
}

/** The lists that a board keeps, by name; those that ended are left out. */
export async function findLists(reader: Reader, body: string): Promise<readonly DistributionList[]> {
  const rows = await lists(reader).where('body', '=', body).where('ended_at', 'is', null).orderBy('name').orderBy('id').execute()
  return rows.map(listOf)
}

/** One list of a board. @throws NotFound */
export async function findList(reader: Reader, body: string, id: string): Promise<DistributionList> {
  const row = isUuid(id)
    ? await lists(reader).where('id', '=', id).where('body', '=', body).where('ended_at', 'is', null).executeTakeFirst()
    : undefined
  if (!row) throw new NotFound('No such list.')
  return listOf(row)
}

function lists(reader: Reader) {
  return reader.selectFrom('meetings.distribution_list').select(['id', 'body', 'name', 'concerns', 'area', 'version'])
}

type ListRow = Awaited<ReturnType<ReturnType<typeof lists>['execute']>>[number]
const listOf = (row: ListRow): DistributionList => ({
  ...row,
  concerns: row.concerns as DistributionList['concerns'],
  area: row.area ?? undefined,
})

/** The entries of lists; those that ended are in it where `ended` says so. */
export async function findEntries(reader: Reader, of: readonly string[], ended = false): Promise<readonly ListEntry[]> {
  if (of.length === 0) return []
  const rows = await reader
    .selectFrom('meetings.list_entry')
    .select(['id', 'list', 'kind', 'person', 'organisation', 'post', 'of_body as ofBody', 'name', 'email', 'consent', 'token'])
    .select(['consented_on as consentedOn', 'ended_at as endedAt', 'ended_how as endedHow'])
    .where('list', 'in', [...of])
    .$if(!ended, (query) => query.where('ended_at', 'is', null))
    .orderBy('added_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...row,
    kind: row.kind as ListEntry['kind'],
    person: row.person ?? undefined,
    organisation: row.organisation ?? undefined,
    ofBody: row.ofBody ?? undefined,
    consentedOn: row.consentedOn ?? undefined,
    endedAt: row.endedAt ?? undefined,
    endedHow: (row.endedHow ?? undefined) as ListEntry['endedHow'],
  }))
}

/** The areas and lists of a meeting's items, by item. */
export async function findItemConcerns(
  reader: Reader,
  meeting: string,
): Promise<ReadonlyMap<string, { readonly areas: readonly string[]; readonly lists: readonly string[] }>> {
  const areas = await reader.selectFrom('meetings.item_area').select(['item', 'area']).where('meeting', '=', meeting).execute()
  const chosen = await reader.selectFrom('meetings.item_list').select(['item', 'list']).where('meeting', '=', meeting).execute()
  const items = new Set([...areas, ...chosen].map(({ item }) => item))
  return new Map(
    [...items].map((id) => [
      id,
      {
        areas: areas.filter(({ item }) => item === id).map(({ area }) => area),
        lists: chosen.filter(({ item }) => item === id).map(({ list }) => list),
      },
    ]),
  )
}

/** The lists of a board, as the access matrix names them. */
export function guardedLists(body: string): Guarded {
  return { record: 'distribution-list', state: 'any', ties: { body } }
}

import { type Expression, type SqlBool, sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import type { OparlType } from '../open/oparl/addresses.ts'
import { type AskedList, elementsPerPage } from '../open/oparl/asked.ts'
import type { ListPage } from '../open/oparl/list-page.ts'

/** An object of the open data as it is written down; `content` is null once it is gone. */
export interface OpenObject {
  readonly id: string
  readonly type: string
  readonly created: Temporal.Instant
  readonly modified: Temporal.Instant
  readonly content: string | null
}

/** The id of the partnership as a body of the interface; undefined before anything was written down. */
export async function findPlace(reader: Reader): Promise<string | undefined> {
  return (await reader.selectFrom('publicsite.door').select('id').executeTakeFirst())?.id
}

/** One object; undefined where there never was one. */
export async function findOpenObject(reader: Reader, type: OparlType, id: string): Promise<OpenObject | undefined> {
  return reader
    .selectFrom('publicsite.object')
    .select(['id', 'type', 'created', 'modified', 'content'])
    .where('type', '=', type)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** What a list holds: everything of a type, or what belongs to one organisation. */
export interface ListOf {
  readonly type: OparlType
  readonly organization?: string | undefined
}

/**
 * One page of a list, by created and id. What is gone is in it only where somebody asks since when things changed.
 * @param gone - makes the content of what is gone
 */
export async function findOpenPage(reader: Reader, list: ListOf, asked: AskedList, gone: (one: OpenObject) => string): Promise<ListPage> {
  const conditions = conditionsOf(list, asked)
  const { total } = await reader
    .selectFrom('publicsite.object as o')
    .select((row) => row.fn.countAll<bigint>().as('total'))
    .where((where) => where.and(conditions))
    .executeTakeFirstOrThrow()
  let page = reader
    .selectFrom('publicsite.object as o')
    .select(['o.id', 'o.type', 'o.created', 'o.modified', 'o.content'])
    .where((where) => where.and(conditions))
    .orderBy('o.created')
    .orderBy('o.id')
    .limit(elementsPerPage + 1)
  page =
    asked.after === undefined
      ? page.offset((asked.page - 1) * elementsPerPage)
      : page.where(sql<SqlBool>`(o.created, o.id) > (${asked.after.created.toString()}::timestamptz, ${asked.after.id}::uuid)`)
  const rows = await page.execute()
  return {
    rows: rows.slice(0, elementsPerPage).map((row) => ({ id: row.id, created: row.created, content: row.content ?? gone(row) })),
    total: Number(total),
    more: rows.length > elementsPerPage,
  }
}

function conditionsOf({ type, organization }: ListOf, asked: AskedList): Expression<SqlBool>[] {
  const conditions = [sql<SqlBool>`o.type = ${type}`]
  if (organization !== undefined) conditions.push(sql<SqlBool>`o.organizations @> array[${organization}::uuid]`)
  if (asked.modifiedSince === undefined) conditions.push(sql<SqlBool>`not o.deleted`)
  else conditions.push(sql<SqlBool>`o.modified >= ${asked.modifiedSince.toString()}::timestamptz`)
  if (asked.modifiedUntil) conditions.push(sql<SqlBool>`o.modified <= ${asked.modifiedUntil.toString()}::timestamptz`)
  if (asked.createdSince) conditions.push(sql<SqlBool>`o.created >= ${asked.createdSince.toString()}::timestamptz`)
  if (asked.createdUntil) conditions.push(sql<SqlBool>`o.created <= ${asked.createdUntil.toString()}::timestamptz`)
  return conditions
}

/** What was touched since the objects were written, and with what they were written. */
export interface Staleness {
  readonly door:
    | {
        readonly id: string
        readonly stamp: Temporal.Instant
        readonly mapping: number
        readonly publicUrl: string
        readonly day: Temporal.PlainDate
      }
    | undefined
  readonly changes: readonly { readonly kind: string; readonly subject: string; readonly transaction: bigint }[]
}

/** Reads what is to be written anew; only Goldenthread itself sees the changes. */
export async function findStaleness(reader: Reader): Promise<Staleness> {
  const door = await reader
    .selectFrom('publicsite.door')
    .select(['id', 'stamp', 'mapping', 'public_url as publicUrl', 'day'])
    .executeTakeFirst()
  const changes = await reader.selectFrom('publicsite.change').select(['kind', 'subject', 'transaction']).execute()
  return { door, changes }
}

/** The partnership's name; '' while nobody has set it. */
export async function findPlaceName(reader: Reader): Promise<string> {
  const row = await reader.selectNoFrom(sql<string | null>`platform.partnership()`.as('name')).executeTakeFirst()
  return row?.name ?? ''
}

/** Objects of a type that are there, some at a time, in the order of their lists; begins behind `after`. */
export async function findOpenBatch(
  reader: Reader,
  type: OparlType,
  after: AskedList['after'],
  limit: number,
): Promise<readonly { readonly id: string; readonly created: Temporal.Instant; readonly content: string }[]> {
  let query = reader
    .selectFrom('publicsite.object as o')
    .select(['o.id', 'o.created', 'o.content'])
    .where('o.type', '=', type)
    .where('o.content', 'is not', null)
    .orderBy('o.created')
    .orderBy('o.id')
    .limit(limit)
  if (after !== undefined)
    query = query.where(sql<SqlBool>`(o.created, o.id) > (${after.created.toString()}::timestamptz, ${after.id}::uuid)`)
  const rows = await query.execute()
  return rows.flatMap(({ id, created, content }) => (content === null ? [] : [{ id, created, content }]))
}

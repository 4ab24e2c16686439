import { type AskedList, elementsPerPage, queryOf } from './asked.ts'
import type { OparlValue } from './values.ts'

/** One row of a list: the JSON that is given out, and where it stands. */
export interface ListRow {
  readonly id: string
  readonly created: Temporal.Instant
  readonly content: string
}

/** The rows of one page and what is around them. */
export interface ListPage {
  readonly rows: readonly ListRow[]
  readonly total: number
  /** Whether something follows. */
  readonly more: boolean
}

/** A page of a list as JSON: data, pagination and links (OParl 1.1, 'Objektlisten und Paginierung'). */
export function listJson(address: string, asked: AskedList, { rows, total, more }: ListPage): string {
  const pages = Math.max(1, Math.ceil(total / elementsPerPage))
  const last = rows.at(-1)
  const at = (page: number, after?: AskedList['after']): string => `${address}${queryOf(asked, page, after)}`
  const links = {
    first: at(1),
    ...(asked.page > 1 ? { prev: at(Math.min(asked.page - 1, pages)) } : {}),
    self: at(asked.page, asked.after),
    ...(more && last !== undefined ? { next: at(asked.page + 1, { created: last.created, id: last.id }) } : {}),
    last: at(pages),
  }
  const pagination = { totalElements: total, elementsPerPage, currentPage: asked.page, totalPages: pages }
  const data = rows.map(({ content }) => (asked.omitInternal ? withoutInternal(content) : content))
  return `{"data":[${data.join(',')}],"pagination":${JSON.stringify(pagination)},"links":${JSON.stringify(links)}}`
}

/** The object without the objects inside it. Lists of addresses stay, and so do our own attributes, which are no objects of the interface. */
export function withoutInternal(content: string): string {
  const whole = JSON.parse(content) as Readonly<Record<string, OparlValue>>
  return JSON.stringify(Object.fromEntries(Object.entries(whole).filter(([, value]) => !isInternal(value))))
}

function isInternal(value: OparlValue): boolean {
  const first = Array.isArray(value) ? (value as readonly OparlValue[])[0] : value
  return typeof first === 'object' && 'id' in first && 'type' in first
}

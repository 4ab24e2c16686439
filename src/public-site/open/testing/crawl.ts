import type { Hono } from 'hono'
import type { AppEnv } from '#platform/web/visit.ts'

/** An object as it was read. */
export type Read = Readonly<Record<string, unknown>> & {
  readonly id: string
  readonly type: string
  readonly created: string
  readonly modified: string
}

/** A page of a list as it was read. */
export interface ReadPage {
  readonly data: readonly Read[]
  readonly pagination: {
    readonly totalElements: number
    readonly elementsPerPage: number
    readonly currentPage: number
    readonly totalPages: number
  }
  readonly links: { readonly first: string; readonly prev?: string; readonly self: string; readonly next?: string; readonly last: string }
}

/** A program that reads the interface as anybody's would: it knows the address of the system and follows what it is given. */
export interface Reading {
  get(address: string): Promise<Response>
  json<T = Read>(address: string): Promise<T>
  /** Every page of a list from `address` on. */
  pages(address: string): Promise<readonly ReadPage[]>
  /** Every object of every list, by the name of the list. */
  crawl(query?: string): Promise<ReadonlyMap<string, readonly Read[]>>
}

/** Names of the properties of a body that lead to lists. */
export const listNames = [
  'organization',
  'person',
  'meeting',
  'paper',
  'agendaItem',
  'consultation',
  'file',
  'locationList',
  'legislativeTermList',
  'membership',
] as const

/** Reads from an app without a socket. */
export function reading(app: Hono<AppEnv>, publicUrl: string): Reading {
  const get = async (address: string): Promise<Response> => app.request(address.replace(publicUrl, ''))
  const json = async <T>(address: string): Promise<T> => {
    const answer = await get(address)
    if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}: ${await answer.text()}`)
    return (await answer.json()) as T
  }
  const pages = async (address: string): Promise<readonly ReadPage[]> => {
    const found: ReadPage[] = []
    for (let next: string | undefined = address; next !== undefined; next = found.at(-1)?.links.next) found.push(await json<ReadPage>(next))
    return found
  }
  const crawl = async (query = ''): Promise<ReadonlyMap<string, readonly Read[]>> => {
    const system = await json<Read>(`${publicUrl}/open/oparl/v1.1/system`)
    const bodies = (await pages(String(system.body))).flatMap(({ data }) => data)
    const found = new Map<string, readonly Read[]>([
      ['system', [system]],
      ['body', bodies],
    ])
    for (const body of bodies)
      for (const name of listNames)
        found.set(
          name,
          (await pages(`${String(body[name])}${query}`)).flatMap(({ data }) => data),
        )
    return found
  }
  return { get, json, pages, crawl }
}

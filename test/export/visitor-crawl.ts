import type { Hono } from 'hono'
import type { AppEnv } from '#platform/web/visit.ts'

/** What a visitor got from one address. */
export interface Got {
  readonly status: number
  /** Headers that say something of the content. */
  readonly headers: string
  readonly bytes: Buffer
}

const TOLD = ['content-type', 'content-disposition', 'content-length', 'location', 'link', 'last-modified', 'etag', 'cache-control']

/** What may differ between two houses with the same record: the secret of a form is made for each answer, and so is the number of a request that failed. */
const DIFFERS: readonly (readonly [RegExp, string])[] = [
  [/(name="csrf" value=")[^"]*/g, '$1'],
  [/(, request )[0-9a-f-]{36}/g, '$1'],
]

/**
 * Asks for every address that a visitor is led to from `from`, in pages, feeds and open data; assets and sign-in aside.
 * @param perShape - at most so many addresses that differ in an id, a name, a year or what is asked for alone
 */
export async function crawlAsVisitor(
  app: Hono<AppEnv>,
  publicUrl: string,
  from: readonly string[],
  perShape = Number.POSITIVE_INFINITY,
): Promise<ReadonlyMap<string, Got>> {
  const got = new Map<string, Got>()
  const shapes = new Map<string, number>()
  const waiting = [...from]
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (got.has(path)) continue
    const shape = path.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|(?<=\/boards\/|\/calendar\/)[^/?.]+|(?<==)[^&]*|\d+/g, '*')
    const count = shapes.get(shape) ?? 0
    if (count >= perShape) continue
    shapes.set(shape, count + 1)
    const one = await ask(app, path)
    got.set(path, one)
    for (const link of linksOf(one, publicUrl, path)) if (!got.has(link)) waiting.push(link)
  }
  return got
}

/** Asks for one address. */
export async function ask(app: Hono<AppEnv>, path: string): Promise<Got> {
  const answer = await app.request(path)
  const headers = TOLD.flatMap((name) => (answer.headers.has(name) ? [`${name}: ${answer.headers.get(name)}`] : [])).join('\n')
  const bytes = Buffer.from(await answer.arrayBuffer())
  // A workbook carries the second in which it was packed.
  if (path.endsWith('.xlsx')) return { status: answer.status, headers, bytes: Buffer.alloc(0) }
  if (!/html|json/.test(answer.headers.get('content-type') ?? '')) return { status: answer.status, headers, bytes }
  const same = DIFFERS.reduce((text, [pattern, by]) => text.replaceAll(pattern, by), bytes.toString())
  return { status: answer.status, headers, bytes: Buffer.from(same) }
}

/** In HTML what links and embeds name, in everything else whatever is written as an address of ours. */
function linksOf({ headers, bytes }: Got, publicUrl: string, base: string): readonly string[] {
  if (!/html|json|xml|calendar|csv/.test(headers)) return []
  const text = bytes.toString()
  const named = /html/.test(headers)
    ? [...text.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))
    : [...text.matchAll(/https?:\/\/[^\s"'<>,;\\]+/g)].map(([href]) => href.replaceAll('&amp;', '&'))
  return named.flatMap((href) => {
    const address = URL.parse(href, publicUrl + base)
    if (address === null || address.origin !== new URL(publicUrl).origin) return []
    return /^\/(assets|sign-in|sign-out|forgotten-password)/.test(address.pathname) ? [] : [address.pathname + address.search]
  })
}

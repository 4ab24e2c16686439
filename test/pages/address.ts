import type { VisitedPage } from './pages.ts'
import type { Contexts } from './sign-in.ts'

/** A link of a page: where it leads and what it says. */
interface Link {
  readonly href: string
  readonly text: string
}

/** The links of pages that were read on the way, by role and address: many ways begin alike. */
export type KeptLinks = Map<string, Promise<readonly Link[]>>

/**
 * The address to visit. Without `via` the path itself. With it, step by step from the first: '+/edit' goes on from the address found so far,
 * '/decisions/:id' follows the first link whose path ends so, and words follow the first link that says them. Throws where a step leads nowhere.
 */
export async function addressOf(contexts: Contexts, page: VisitedPage, kept: KeptLinks = new Map()): Promise<string> {
  const [first, ...steps] = page.via ?? [`+${page.path}`]
  if (first === 'mail') return mailedLink(contexts, steps[0] ?? '')
  let at = first?.replace(/^\+/, '') ?? ''
  for (const step of steps)
    at = step.startsWith('+') ? at.replace(/[?#].*/, '') + step.slice(1) : await followed(contexts, page, at, step, kept)
  if (page.via && !matcher(page.path, true).test(at.replace(/[?#].*/, ''))) throw new Error(`${at} is not ${page.path}`)
  return at
}

async function followed(contexts: Contexts, page: VisitedPage, at: string, step: string, kept: KeptLinks): Promise<string> {
  const role = page.findAs ?? page.as
  const key = `${page.house} ${role} ${at}`
  const read = async () => linksIn(await (await (await contexts(role, page.house)).request.get(at)).text())
  const reading = kept.get(key) ?? read()
  kept.set(key, reading)
  const links = await reading
  const wanted = matcher(step, false)
  const link = links.find(({ href, text }) => (step.startsWith('/') ? wanted.test(href.replace(/[?#].*/, '')) : text.includes(step)))
  if (!link) throw new Error(`no link '${step}' on ${at}`)
  return link.href
}

/** The links of a page's main part. */
function linksIn(html: string): readonly Link[] {
  const main = html.slice(Math.max(0, html.indexOf('<main')))
  return [...main.matchAll(/<a [^>]*href="([^"]+)"[^>]*>([\s\S]*?)<\/a>/g)].map(([, href = '', inner = '']) => ({
    href: href.replaceAll('&amp;', '&'),
    text: inner.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' '),
  }))
}

/** The address in the newest kept mail whose subject holds these words. */
async function mailedLink(contexts: Contexts, subject: string): Promise<string> {
  const { request } = await contexts('administrator')
  let mail: Link | undefined
  for (let page = 1; page <= 60 && !mail; page += 1)
    mail = linksIn(await (await request.get(`/admin/mail?page=${page}`)).text()).find(({ text }) => text.includes(subject))
  if (!mail) throw new Error(`no mail '${subject}'`)
  const link = /https?:\/\/[^\s"<]+token=[^\s"<]+/.exec(await (await request.get(mail.href)).text())?.[0]
  if (!link) throw new Error(`no link in the mail '${subject}'`)
  const { pathname, search } = new URL(link.replaceAll('&amp;', '&'))
  return pathname + search
}

/** Matches addresses by a pattern as the router writes it; at the end of an address only, where not whole. */
export function matcher(pattern: string, whole: boolean): RegExp {
  const parts = pattern.split('/').map((part) => (part.startsWith(':') ? '[^/]+' : part.replaceAll('.', '\\.')))
  return new RegExp(`${whole ? '^' : ''}${parts.join('/')}$`)
}

import type { MiddlewareHandler } from 'hono'
import { Forbidden, NotFound } from '#platform/refusals.ts'
import { readForm } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { KeptWordsPage, NotOpenPage } from '../pages/kept-words-page.tsx'

const hidden = new Set(['csrf', '_csrf', 'csrfToken', 'version'])
const isId = (words: string): boolean => /^(\w+:)?[0-9a-f]{8}-[0-9a-f-]{27}$/.test(words)

/**
 * Tells whoever may not read or write a family, or may no longer, that it is not open to them, and gives back what they typed: an agreement that was withdrawn
 * meanwhile is among the reasons. The answer has nothing of the family, and is the same for one that was never theirs or never was (E3, E6).
 */
export const keepTyped: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next()
  const visit = c.get('visit')
  if (!(c.error instanceof NotFound || c.error instanceof Forbidden) || visit.account === undefined) return
  const status = c.res.status as 403 | 404
  const typed = c.req.method === 'POST' ? typedIn(await readForm(c)) : []
  const isPage = c.req.method !== 'POST' && isId(c.req.param('episode') ?? '')
  if (typed.length === 0 && !isPage) return
  c.res = undefined
  c.res = await c.html(typed.length > 0 ? <KeptWordsPage visit={visit} typed={typed} /> : <NotOpenPage visit={visit} />, status)
}

const typedIn = (form: Awaited<ReturnType<typeof readForm>>): readonly string[] =>
  Object.entries(form)
    .filter(([name]) => !hidden.has(name))
    .flatMap(([, posted]) => [posted].flat())
    .filter((words): words is string => typeof words === 'string' && words.trim().length > 3 && !isId(words))

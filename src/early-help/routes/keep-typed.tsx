import type { MiddlewareHandler } from 'hono'
import { Forbidden, NotFound } from '#platform/refusals.ts'
import { readForm } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { KeptWordsPage } from '../pages/kept-words-page.tsx'

const hidden = new Set(['csrf', '_csrf', 'csrfToken', 'version'])
const isId = (words: string): boolean => /^(\w+:)?[0-9a-f]{8}-[0-9a-f-]{27}$/.test(words)

/**
 * Gives what somebody typed back to whoever may not write it any more, an agreement that was withdrawn meanwhile among the reasons, with clear words and
 * nothing of the family: the answer is the same for a family that was never theirs (E3, E6).
 */
export const keepTyped: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next()
  if (c.req.method !== 'POST' || !(c.error instanceof NotFound || c.error instanceof Forbidden)) return
  const typed = Object.entries(await readForm(c))
    .filter(([name]) => !hidden.has(name))
    .flatMap(([, posted]) => [posted].flat())
    .filter((words): words is string => typeof words === 'string' && words.trim().length > 3 && !isId(words))
  if (typed.length === 0) return
  const { status } = c.res
  c.res = undefined
  c.res = await c.html(<KeptWordsPage visit={c.get('visit')} typed={typed} />, status as 403 | 404)
}

import type { JSX } from 'hono/jsx/jsx-runtime'
import { rawMarkup, renderChildren } from '#platform/web/render.ts'

const most = 100
const kept = new Map<string, string>()

/**
 * The same markup for everybody who asks with the same key, made once: the filters of a search hold every board, and cost more than its results. The key says
 * everything that the markup shows; the oldest go first.
 */
export function keptFilters(key: string, made: () => JSX.Element): JSX.Element {
  const known = kept.get(key)
  if (known !== undefined) return rawMarkup(known)
  const markup = renderChildren(made())
  kept.set(key, markup)
  for (const oldest of kept.keys()) {
    if (kept.size <= most) break
    kept.delete(oldest)
  }
  return rawMarkup(markup)
}

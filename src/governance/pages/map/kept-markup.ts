import type { JSX } from 'hono/jsx/jsx-runtime'
import { rawMarkup, renderNode } from '#platform/web/render.ts'

/** How many drawings are kept; each takes some 60 kB. */
const MOST = 40
const kept = new Map<string, string>()

/**
 * Draws what was not drawn lately from the same input. The key must hold everything that the drawing shows, and what is drawn must be open to
 * everybody: whoever asks gets the same words.
 */
export function keptMarkup(key: string, draw: () => JSX.Element): JSX.Element {
  const found = kept.get(key)
  const markup = found ?? renderNode(draw()) ?? ''
  kept.delete(key)
  kept.set(key, markup)
  const [oldest] = kept.keys()
  if (kept.size > MOST && oldest !== undefined) kept.delete(oldest)
  return rawMarkup(markup)
}

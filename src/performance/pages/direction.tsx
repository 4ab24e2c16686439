import type { JSX } from 'hono/jsx/jsx-runtime'
import { escapeText, rawMarkup } from '#platform/web/render.ts'
import type { ScorecardRow } from '../words/scorecard.ts'

const arrows = { up: 'M4 12 12 4M6 4h6v6', down: 'M4 4l8 8M6 12h6V6', level: 'M2 8h11M9 4l4 4-4 4' } as const

/** Where the figures went as an arrow, and whether that is good as a word and a colour; no arrow where nothing can be said. */
export function DirectionMark({ direction }: { readonly direction: ScorecardRow['direction'] }): JSX.Element {
  const { way, mark, word } = direction
  const arrow =
    way === null
      ? ''
      : `<svg class="gt-way gt-way--${mark}" width="18" height="18" viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path d="${arrows[way]}"/></svg>`
  return rawMarkup(`<span class="gt-direction">${arrow}${escapeText(word)}</span>`)
}

import type { JSX } from 'hono/jsx/jsx-runtime'
import { escapeText, rawMarkup } from '../render.ts'

/**
 * What a status means, never what it is called: 'good' (filled circle: met, on track, published), 'warning' (diamond: at risk),
 * 'bad' (triangle: broken, off track), 'unknown' (ring with a gap: nobody can say), 'draft' (hollow circle), 'information' (filled square),
 * 'exempt' (bar: not for the public), 'neutral' (short line: closed, withdrawn, not applicable).
 */
export type StatusMeaning = 'good' | 'warning' | 'bad' | 'unknown' | 'draft' | 'information' | 'exempt' | 'neutral'

const shapes: Readonly<Record<StatusMeaning, string>> = {
  good: '<circle cx="6" cy="6" r="5" fill="currentColor"/>',
  warning: '<path d="M6 .5 11.5 6 6 11.5.5 6z" fill="currentColor"/>',
  bad: '<path d="M6 .8 11.8 11H.2z" fill="currentColor"/>',
  unknown: '<circle cx="6" cy="6" r="4.4" fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="3.4 2.1"/>',
  draft: '<circle cx="6" cy="6" r="4.4" fill="none" stroke="currentColor" stroke-width="2"/>',
  information: '<rect x="1" y="1" width="10" height="10" rx="1.5" fill="currentColor"/>',
  exempt:
    '<circle cx="6" cy="6" r="5" fill="none" stroke="currentColor" stroke-width="1.8"/><path d="M2.6 6h6.8" stroke="currentColor" stroke-width="2.2"/>',
  neutral: '<path d="M1 6h10" stroke="currentColor" stroke-width="3"/>',
}

/** A status as shape, word and colour, so that it can be read without any one of the three. */
export function StatusPill({ meaning, children }: { readonly meaning: StatusMeaning; readonly children: string }): JSX.Element {
  return rawMarkup(
    `<span class="gt-status gt-status--${meaning}"><svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" focusable="false">${shapes[meaning]}</svg>${escapeText(children)}</span>`,
  )
}

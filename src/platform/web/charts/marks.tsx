import type { JSX } from 'hono/jsx/jsx-runtime'
import { escapeText, rawMarkup } from '../render.ts'
import { at } from './axis.ts'

/**
 * What a point says, by its shape first and its colour second: a filled triangle up is better, one down is worse, a dot is what chance explains,
 * a diamond is a change of which neither way is better; 'plain' is a point nobody judged.
 */
export type PointMark = 'better' | 'worse' | 'changed' | 'expected' | 'plain'

/** A shape around a point, with a name that a pointer brings up; hollow where the figure may still change. */
export function markAt(mark: PointMark, x: number, y: number, hollow = false): string {
  const kind = `class="gt-mark gt-mark--${mark}${hollow ? ' gt-mark--hollow' : ''}"`
  if (mark === 'better') return `<path ${kind} d="M${at(x)} ${at(y - 7)}l7 12h-14z"/>`
  if (mark === 'worse') return `<path ${kind} d="M${at(x)} ${at(y + 7)}l7-12h-14z"/>`
  if (mark === 'changed') return `<path ${kind} d="M${at(x)} ${at(y - 7)}l7 7-7 7-7-7z"/>`
  return `<circle ${kind} cx="${at(x)}" cy="${at(y)}" r="${mark === 'plain' ? 4 : 4.5}"/>`
}

/** A point that names itself. */
export function NamedMark(props: {
  readonly mark: PointMark
  readonly x: number
  readonly y: number
  readonly name: string
  readonly hollow?: boolean | undefined
}): JSX.Element {
  return rawMarkup(`<g><title>${escapeText(props.name)}</title>${markAt(props.mark, props.x, props.y, props.hollow)}</g>`)
}

/** One entry of a legend: a shape and its words. */
export interface LegendEntry {
  readonly mark: PointMark
  readonly hollow?: boolean | undefined
  readonly text: string
}

/** What the shapes of a chart mean; wraps on a phone. */
export function Legend({ entries }: { readonly entries: readonly LegendEntry[] }): JSX.Element | null {
  if (entries.length === 0) return null
  const items = entries.map(
    ({ mark, hollow, text }) =>
      `<li><svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true" focusable="false">${markAt(mark, 9, 9, hollow)}</svg>${escapeText(text)}</li>`,
  )
  return rawMarkup(`<ul class="gt-chart__legend">${items.join('')}</ul>`)
}

import type { JSX } from 'hono/jsx/jsx-runtime'
import { escapeText, rawMarkup } from '../render.ts'

/** Where one stands in a long list. */
export interface PagerProps {
  /** From 1. */
  readonly page: number
  readonly pages: number
  /** The address of a page of the list. */
  readonly hrefOf: (page: number) => string
  /** What is listed, for example 'Meetings'. */
  readonly label: string
}

/** Links to the page before and the page after; nothing when there is one page. */
export function Pager({ page, pages, hrefOf, label }: PagerProps): JSX.Element | null {
  if (pages <= 1) return null
  const link = (to: number, text: string, rel: string) => `<a class="govuk-link" rel="${rel}" href="${escapeText(hrefOf(to))}">${text}</a>`
  return rawMarkup(
    `<nav class="gt-pager" aria-label="${escapeText(label)}: pages">${page > 1 ? link(page - 1, 'Previous page', 'prev') : ''}` +
      `<span>Page ${page} of ${pages}</span>${page < pages ? link(page + 1, 'Next page', 'next') : ''}</nav>`,
  )
}

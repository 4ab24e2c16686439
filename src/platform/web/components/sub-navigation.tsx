import type { JSX } from 'hono/jsx/jsx-runtime'
import type { PageLink } from '../page.tsx'
import { escapeText, rawMarkup } from '../render.ts'
import type { Visit } from '../visit.ts'

/** A link of such a navigation; `current` is said where pages below the one it leads to are marked as well, `group` where many stand in rows by what they are about. */
export type SubLink = PageLink & { readonly current?: boolean; readonly group?: string | undefined }

/** With more links than these a phone shows the present page and a fold: the links of a board took half its screen. */
const MANY = 6

/**
 * The pages of one thing, for example of a board; the present one is marked: the one that says so, else the one whose address the visit has. Many of them
 * fold on a phone, without scripts; a wide screen always shows them all.
 */
export function SubNavigation(props: { readonly visit?: Visit; readonly label: string; readonly links: readonly SubLink[] }): JSX.Element {
  const links = props.links.map((link) => ({ ...link, isHere: link.current ?? link.href === props.visit?.path }))
  const label = escapeText(props.label)
  if (links.length <= MANY) return rawMarkup(`<nav class="gt-subnav" aria-label="${label}">${rowOf(undefined, links)}</nav>`)
  const list = [...Map.groupBy(links, ({ group }) => group)].map(([group, own]) => rowOf(group, own)).join('')
  const present = links.find(({ isHere }) => isHere)?.text
  const words = present ? `${label}: <strong>${escapeText(present)}</strong>` : label
  return rawMarkup(
    `<nav class="gt-subnav" aria-label="${label}"><details class="gt-subnav__fold"><summary class="gt-subnav__summary">${words}</summary>${list}</details></nav>`,
  )
}

/** A row of links, with what they are about before it where that is said. */
function rowOf(group: string | undefined, links: readonly (PageLink & { readonly isHere: boolean })[]): string {
  const items = links.map(({ text, href, isHere }) => {
    const here = isHere ? ' aria-current="page"' : ''
    return `<li><a class="gt-subnav__link" href="${escapeText(href)}"${here}>${escapeText(text)}</a></li>`
  })
  const list = `<ul>${items.join('')}</ul>`
  return group === undefined
    ? list
    : `<div class="gt-subnav__group"><span class="gt-subnav__about">${escapeText(group)}</span>${list}</div>`
}

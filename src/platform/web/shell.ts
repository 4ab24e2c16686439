import { logoAddress } from '#platform/partnership-logo.ts'
import { assetPath } from './assets.ts'
import type { PageLink, PageProps } from './page.tsx'
import { escapeText } from './render.ts'
import type { Visit } from './visit.ts'

/** The product's name, as the header and every title say it. */
export const productName = 'Goldenthread'

const logo =
  '<svg class="gt-logo" width="36" height="28" viewBox="0 0 36 28" aria-hidden="true" focusable="false"><g fill="none" stroke-width="3.4">' +
  '<circle class="gt-logo__first" cx="11" cy="11" r="8.5"/><circle class="gt-logo__second" cx="25" cy="11" r="8.5"/>' +
  '<circle class="gt-logo__third" cx="18" cy="18" r="8.2"/></g></svg>'

// The parts that are the same on every page are put together once.
const headStart = '<!DOCTYPE html><html lang="en" class="govuk-template"><head><meta charset="utf-8"><title>'
const headEnd =
  ` – ${productName}</title><meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">` +
  '<meta name="color-scheme" content="light dark"><meta name="theme-color" content="#0a3340">' +
  `<link rel="icon" href="${assetPath('icon.svg')}" type="image/svg+xml">` +
  `<link rel="preload" href="${assetPath('inter-latin.woff2')}" as="font" type="font/woff2" crossorigin>` +
  `<link rel="stylesheet" href="${assetPath('app.css')}"><script type="module" src="${assetPath('app.js')}"></script>`
const bodyStart =
  '</head><body class="govuk-template__body"><a href="#main-content" class="govuk-skip-link">Skip to main content</a>' +
  `<header class="gt-header"><div class="gt-width gt-header__in"><a class="gt-brand" href="/">${logo}<span>${productName}</span></a>`
const footer =
  '<footer class="gt-footer"><div class="gt-width"><ul class="gt-footer__links">' +
  '<li><a class="govuk-link" href="/accessibility">Accessibility statement</a></li><li><a class="govuk-link" href="/privacy">Privacy</a></li>' +
  '<li><a class="govuk-link" href="/cookies">Cookies</a></li><li><a class="govuk-link" href="/open">Open data</a></li><li><a class="govuk-link" href="/boards">Boards and whom to ask</a></li></ul>'

/** The head of the document. */
export function headOf({ title, problems, description, alternates, scripts = [] }: PageProps): string {
  const words = `${problems && problems.length > 0 ? 'Error: ' : ''}${escapeText(title)}`
  const about = description ? `<meta name="description" content="${escapeText(description)}">` : ''
  const others = (alternates ?? []).map(
    ({ type, title: name, href }) =>
      `<link rel="alternate" type="${escapeText(type)}" title="${escapeText(name)}" href="${escapeText(href)}">`,
  )
  const more = scripts.map((name) => `<script type="module" src="${assetPath(name)}"></script>`)
  return `${headStart}${words}${headEnd}${about}${others.join('')}${more.join('')}`
}

/** Skip link, header and service navigation. */
export function topOf(visit: Visit): string {
  return `${bodyStart}${markOf(visit)}<span class="gt-brand__place">${escapeText(visit.partnership)}</span>${personOf(visit)}</div></header>${navigationOf(visit)}`
}

/** The partnership's own mark, as wide as its height of 36 pixels makes it. */
function markOf({ logo: mark }: Visit): string {
  if (!mark) return ''
  const width = Math.min(160, Math.max(1, Math.round((mark.width * 36) / mark.height)))
  return `<img class="gt-brand__mark" src="${escapeText(logoAddress(mark))}" alt="${escapeText(mark.alternativeText)}" width="${width}" height="36">`
}

/** The footer and the end of the document. */
export function bottomOf(visit: Visit): string {
  return `${footer}<p>${escapeText(visit.partnership)}. Run on ${productName}, which is open source.</p></div></footer></body></html>`
}

/** The way here; nothing when the page stands at the top. */
export function breadcrumbsOf(links: readonly PageLink[] | undefined): string {
  if (!links || links.length === 0) return ''
  const items = links.map((link) => `<li>${linkTo(link.href, link.text, 'gt-crumb')}</li>`)
  return `<nav class="gt-crumbs" aria-label="Breadcrumb"><ol>${items.join('')}</ol></nav>`
}

function personOf(visit: Visit): string {
  const { account } = visit
  if (!account) return '<div class="gt-person"><a class="gt-person__link" href="/sign-in">Sign in</a></div>'
  return (
    `<div class="gt-person gt-person--known"><a class="gt-person__link gt-person__name" href="/account"><span class="gt-avatar" aria-hidden="true">${escapeText(initialsOf(account.name))}</span>` +
    `<span>${escapeText(account.name)}</span></a><form method="post" action="/sign-out"><input type="hidden" name="csrf" value="${escapeText(visit.csrfToken)}">` +
    '<button class="gt-person__link gt-person__out" type="submit">Sign out</button></form></div>'
  )
}

function navigationOf({ navigation, path }: Visit): string {
  if (navigation.length === 0) return ''
  const items = navigation.map(({ text, href }) => {
    const here = path === href ? ' aria-current="page"' : href !== '/' && path.startsWith(`${href}/`) ? ' aria-current="true"' : ''
    return `<li><a class="gt-nav__link" href="${escapeText(href)}"${here}>${escapeText(text)}</a></li>`
  })
  return `<nav class="gt-nav" aria-label="Main"><ul class="gt-width">${items.join('')}</ul></nav>`
}

/** First letters of the first and the last name; one letter when there is one name. */
function initialsOf(name: string): string {
  const names = name.trim().split(/\s+/u)
  const ends = names.length > 1 ? [names[0], names.at(-1)] : names
  return ends.map((part) => [...(part ?? '')][0]?.toUpperCase() ?? '').join('')
}

function linkTo(href: string, text: string, name: string): string {
  return `<a class="${name}" href="${escapeText(href)}">${escapeText(text)}</a>`
}

import type { JSX } from 'hono/jsx/jsx-runtime'
import { ErrorSummary } from './govuk/components.tsx'
import { type Children, escapeText, rawMarkup, renderChildren, renderNode } from './render.ts'
import { bottomOf, breadcrumbsOf, headOf, topOf } from './shell.ts'
import type { Visit } from './visit.ts'

/** A link with its words. */
export interface PageLink {
  readonly text: string
  readonly href: string
}

/** A sentence of the error summary and the field it leads to, as `#id`. */
export interface PageProblem {
  readonly href: string
  readonly text: string
}

/** What every page says of itself. */
export interface PageProps {
  readonly visit: Visit
  /** Title of the document, without the product's name; the same words as the one h1 wherever possible. */
  readonly title: string
  /** The way here, from the widest to the nearest; the page itself is not among them. */
  readonly breadcrumbs?: readonly PageLink[] | undefined
  /** 'reading' and 'form' keep lines short, 'workspace' takes the whole width. Default: 'reading'. */
  readonly width?: 'reading' | 'form' | 'workspace' | undefined
  /** What is wrong with the form on this page; drawn as the error summary, and named in the title. */
  readonly problems?: readonly PageProblem[] | undefined
  /** One sentence for search engines and feeds of links. */
  readonly description?: string | undefined
  /** Feeds and other forms of this page, for the head of the document. */
  readonly alternates?: readonly { readonly type: string; readonly title: string; readonly href: string }[] | undefined
  /** Names of scripts that this page needs besides that of every page; it works without them. */
  readonly scripts?: readonly string[] | undefined
  readonly children?: Children
}

/** The whole HTML document: header, navigation, breadcrumbs, error summary, main part, footer. */
export function Page(props: PageProps): JSX.Element {
  const { visit, breadcrumbs, width = 'reading', problems = [] } = props
  const summary = problems.length > 0 ? renderNode(<Problems problems={problems} />) : ''
  return rawMarkup(
    `${headOf(props)}${topOf(visit)}<div class="gt-width gt-width--${width}">${breadcrumbsOf(breadcrumbs)}` +
      `<main class="gt-main" id="main-content">${summary}${renderChildren(props.children)}</main></div>${bottomOf(visit)}`,
  )
}

function Problems({ problems }: { readonly problems: readonly PageProblem[] }): JSX.Element {
  const errorList = problems.map(({ href, text }) => (href === '#' || href === '' ? { text } : { text, href }))
  return <ErrorSummary titleText="There is a problem" errorList={errorList} />
}

/** What the top of a page's main part says. */
export interface PageHeadProps {
  /** The one h1. */
  readonly title: string
  /** What the page belongs to, in small letters above the title; for example the body's name. */
  readonly caption?: string | undefined
  /** One or two sentences below the title. */
  readonly lead?: string | undefined
  /** A pill beside the title, and buttons or links at the right. */
  readonly status?: JSX.Element | undefined
  readonly actions?: Children
}

/** The title of a page with what belongs beside it. */
export function PageHead({ title, caption, lead, status, actions }: PageHeadProps): JSX.Element {
  const state = status ? `<div class="gt-head__status">${renderNode(status) ?? ''}</div>` : ''
  const right = actions ? `<div class="gt-head__actions">${renderChildren(actions)}</div>` : ''
  return rawMarkup(
    `<div class="gt-head"><div class="gt-head__words">${caption ? `<p class="gt-head__caption">${escapeText(caption)}</p>` : ''}` +
      `<h1 class="gt-title">${escapeText(title)}</h1>${lead ? `<p class="gt-lead">${escapeText(lead)}</p>` : ''}${state}</div>${right}</div>`,
  )
}

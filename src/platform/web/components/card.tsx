import type { JSX } from 'hono/jsx/jsx-runtime'
import type { PageLink } from '../page.tsx'
import type { Children } from '../render.ts'

/** What a card shows. Cards are for what one can open or act on, never for decoration. */
export interface CardProps {
  readonly title: string
  /** Id of the heading; needed, so that the section has a name. */
  readonly id: string
  /** The one link at the right of the title. */
  readonly link?: PageLink | undefined
  /** One line below the title. */
  readonly lead?: string | undefined
  /** Lets a table or a list touch the borders. */
  readonly flush?: boolean | undefined
  readonly children?: Children
}

/** A section with a border, a title and at most one link. */
export function Card({ title, id, link, lead, flush, children }: CardProps): JSX.Element {
  return (
    <section class={flush ? 'gt-card gt-card--flush' : 'gt-card'} aria-labelledby={id}>
      <div class="gt-card__head">
        <h2 class="gt-card__title" id={id}>
          {title}
        </h2>
        {link && (
          <a class="govuk-link" href={link.href}>
            {link.text}
          </a>
        )}
      </div>
      {lead && <p class="gt-card__lead">{lead}</p>}
      <div class="gt-card__body">{children}</div>
    </section>
  )
}

/** What a card in a list of cards links to: a body, a meeting, a plan. */
export interface LinkCardProps {
  readonly title: string
  readonly href: string
  /** Small words above the title. */
  readonly caption?: string | undefined
  readonly children?: Children
}

/** A card whose title is the link; stand several in a `CardGrid`. */
export function LinkCard({ title, href, caption, children }: LinkCardProps): JSX.Element {
  return (
    <li class="gt-link-card">
      {caption && <p class="gt-link-card__caption">{caption}</p>}
      <h3 class="gt-link-card__title">
        <a class="govuk-link" href={href}>
          {title}
        </a>
      </h3>
      {children}
    </li>
  )
}

/** Link cards side by side, one under another on a phone. */
export function CardGrid({ children }: { readonly children?: Children }): JSX.Element {
  return <ul class="gt-card-grid">{children}</ul>
}

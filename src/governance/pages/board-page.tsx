import type { JSX } from 'hono/jsx/jsx-runtime'
import { Page, PageHead, type PageLink } from '#platform/web/page.tsx'
import type { Children } from '#platform/web/render.ts'
import type { Visit } from '#platform/web/visit.ts'
import { type BoardSection, boardNavigation } from '../board-navigation.tsx'
import { boardPath, boardsPath } from '../paths.ts'

/** What the frame of a board's page shows. */
export interface BoardPageProps {
  readonly visit: Visit
  readonly body: { readonly slug: string; readonly name: string }
  readonly section: BoardSection
  readonly title: string
  readonly lead?: string | undefined
  /** The way from the board to this page. */
  readonly crumbs?: readonly PageLink[] | undefined
  readonly status?: JSX.Element | undefined
  readonly actions?: Children
  readonly children?: Children
}

/** A page of a board: its name above the title, its navigation below. */
export function BoardPage({ visit, body, section, title, lead, crumbs = [], status, actions, children }: BoardPageProps): JSX.Element {
  const way = [{ text: 'Boards', href: boardsPath }, { text: body.name, href: boardPath(body.slug) }, ...crumbs]
  return (
    <Page visit={visit} title={`${title}: ${body.name}`} breadcrumbs={way} width="workspace">
      <PageHead title={title} caption={body.name} lead={lead} status={status} actions={actions} />
      {boardNavigation(body.slug, section)}
      {children}
    </Page>
  )
}

/** A link as a button beside the title. */
export function ButtonLink({
  href,
  text,
  main = false,
}: {
  readonly href: string
  readonly text: string
  readonly main?: boolean
}): JSX.Element {
  return (
    <a class={main ? 'govuk-button' : 'govuk-button govuk-button--secondary'} href={href}>
      {text}
    </a>
  )
}

/** A link in running text. */
export function TextLink({ href, text, about }: { readonly href: string; readonly text: string; readonly about?: string }): JSX.Element {
  return (
    <a class="govuk-link" href={href}>
      {text}
      {about && <span class="govuk-visually-hidden"> {about}</span>}
    </a>
  )
}

/** Things of a list joined by commas. */
export function Joined({ parts }: { readonly parts: readonly Children[] }): JSX.Element {
  return (
    <>
      {parts.map((part, index) => (
        <>
          {index > 0 && ', '}
          {part}
        </>
      ))}
    </>
  )
}

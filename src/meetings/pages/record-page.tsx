import type { JSX } from 'hono/jsx/jsx-runtime'
import { type BoardSection, boardNavigation } from '#governance/board-navigation.tsx'
import { dayInWords } from '#platform/time/words.ts'
import { Details } from '#platform/web/govuk/components.tsx'
import { Page, PageHead, type PageProps } from '#platform/web/page.tsx'
import type { Children } from '#platform/web/render.ts'
import type { Visit } from '#platform/web/visit.ts'
import { recordPaths } from '../paths.ts'

/** What a page about one meeting's record says of the meeting. */
export interface RecordHead {
  readonly meeting: string
  readonly board: { readonly slug: string; readonly name: string }
  /** Undefined for whoever may know of something that came out of the meeting, and not of the meeting: who leads an action. */
  readonly heldOn: Temporal.PlainDate | undefined
}

interface RecordPageProps {
  readonly visit: Visit
  readonly head: RecordHead
  readonly title: string
  readonly lead?: string | undefined
  readonly width?: PageProps['width']
  readonly problems?: PageProps['problems']
  readonly status?: JSX.Element | undefined
  readonly actions?: Children
  readonly children?: Children
}

/** A page about what a meeting leaves behind: breadcrumbs down to the meeting, its board and day above the title. */
export function RecordPage({ visit, head, title, lead, width, problems, status, actions, children }: RecordPageProps): JSX.Element {
  const { board, heldOn, meeting } = head
  const day = heldOn && dayInWords(heldOn)
  const breadcrumbs = [
    { text: board.name, href: recordPaths.board(board.slug) },
    { text: 'Meetings', href: recordPaths.boardMeetings(board.slug) },
    ...(day === undefined ? [] : [{ text: day, href: recordPaths.meeting(meeting) }]),
  ]
  return (
    <Page visit={visit} title={`${title}, ${day ?? board.name}`} breadcrumbs={breadcrumbs} width={width} problems={problems}>
      <PageHead
        title={title}
        caption={day === undefined ? board.name : `${board.name}, ${day}`}
        lead={lead}
        status={status}
        actions={actions}
      />
      {children}
    </Page>
  )
}

/** A page about one board, with the navigation of the board's pages. */
export function BoardRecordPage(props: {
  readonly visit: Visit
  readonly board: { readonly slug: string; readonly name: string }
  readonly section: BoardSection
  readonly title: string
  readonly lead?: string | undefined
  readonly width?: PageProps['width']
  readonly actions?: Children
  readonly children?: Children
}): JSX.Element {
  const { visit, board, section, title, lead, width, actions, children } = props
  const breadcrumbs = [
    { text: 'Boards', href: '/boards' },
    { text: board.name, href: recordPaths.board(board.slug) },
  ]
  return (
    <Page visit={visit} title={`${title}: ${board.name}`} breadcrumbs={breadcrumbs} width={width}>
      <PageHead title={title} caption={board.name} lead={lead} actions={actions} />
      {boardNavigation(board.slug, section)}
      {children}
    </Page>
  )
}

/** What somebody else saved in the meantime, above a form that keeps what was typed. */
export function SavedMeanwhile({ lines }: { readonly lines: readonly string[] }): JSX.Element {
  return (
    <div class="govuk-inset-text" role="alert">
      <p>
        <strong>Somebody else saved this while you were writing.</strong> Nothing of yours was saved. What you typed is still below: compare
        it with what they saved, change what you need, and save again.
      </p>
      <ul>
        {lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </div>
  )
}

/** Words that fold out. */
export function FoldOut({ summary, children }: { readonly summary: string; readonly children?: Children }): JSX.Element {
  return <Details summaryText={summary}>{children}</Details>
}

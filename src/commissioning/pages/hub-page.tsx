import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { boardPath } from '#governance/paths.ts'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import type { BoardName } from './crumbs.ts'

/** One register of the hub, and how it stands in a sentence. */
export interface HubLine {
  readonly text: string
  readonly href: string
  readonly stands: string
}

/** What a board commissions with its partners, at a glance. */
export interface HubPageProps {
  readonly visit: Visit
  readonly board: BoardName
  /** Registers that belong together, below what one comes for. */
  readonly parts: readonly { readonly title: string; readonly lines: readonly HubLine[] }[]
}

/** The door to what a board commissions: one line a register. */
export function HubPage({ visit, board, parts }: HubPageProps): JSX.Element {
  return (
    <Page
      visit={visit}
      title="Joint commissioning"
      width="workspace"
      breadcrumbs={[
        { text: 'Boards', href: '/boards' },
        { text: board.name, href: boardPath(board.slug) },
      ]}
    >
      <PageHead
        title="Joint commissioning"
        caption={board.name}
        lead="What the partners buy together, under which agreement, and to what end."
      />
      {boardNavigation(board.slug, 'commissioning')}
      <DataTable
        caption="What there is"
        narrow="stack"
        columns={[{ heading: 'Register' }, { heading: 'How it stands' }]}
        groups={parts.map(({ title, lines }) => ({
          heading: title,
          rows: lines.map(({ text, href, stands }) => ({
            cells: [
              <a class="govuk-link" href={href}>
                {text}
              </a>,
              stands,
            ],
          })),
        }))}
      />
    </Page>
  )
}

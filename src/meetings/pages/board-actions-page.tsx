import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { Pager } from '#platform/web/components/pager.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { recordPaths } from '../paths.ts'
import type { BoardActions } from '../queries/board-actions.ts'
import type { ActionView, Completion } from '../rules/action-standing.ts'
import { ratingWords } from '../words/action.ts'
import { actionColumns, actionRow } from './action-pages.tsx'
import { BoardRecordPage } from './record-page.tsx'

interface BoardActionsProps {
  readonly visit: Visit
  readonly board: { readonly slug: string; readonly name: string }
  readonly view: ActionView
  readonly found: BoardActions
  readonly byPerson: readonly Completion[]
  readonly byAgency: readonly Completion[]
}

const viewWords: Readonly<Record<ActionView, string>> = { all: 'All open', mine: 'Mine', overdue: 'Overdue', done: 'Done' }

/** The actions arising from a board's meetings, grouped by meeting. */
export function BoardActionsPage(props: BoardActionsProps): JSX.Element {
  const { visit, board, view, found, byPerson, byAgency } = props
  const { actions, counts } = found
  const views: readonly ActionView[] = visit.account ? ['all', 'mine', 'overdue', 'done'] : ['all', 'overdue', 'done']
  const meetings = [...new Map(actions.map((action) => [action.meeting, action.meetingOn])).entries()]
  const groups = meetings.map(([meeting, heldOn]) => ({
    heading: heldOn === null ? 'A meeting that you were not part of' : `Meeting of ${dayInWords(heldOn)}`,
    rows: actions.filter((action) => action.meeting === meeting).map((action) => actionRow(action, visit.today)),
  }))
  const hrefOf = (page: number): string => `${recordPaths.boardActions(board.slug)}?view=${view}&page=${page}`
  return (
    <BoardRecordPage visit={visit} board={board} section="actions" title="Actions arising" width="workspace">
      <nav class="gt-subnav" aria-label="Actions">
        <ul>
          {views.map((one) => (
            <li>
              <a
                class="gt-subnav__link"
                href={`${recordPaths.boardActions(board.slug)}?view=${one}`}
                aria-current={one === view ? 'page' : undefined}
              >
                {viewWords[one]} ({counts[one]})
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {actions.length === 0 ? (
        <EmptyState
          title="No actions here"
          text="Actions are recorded at meetings. Those of public items are shown to everybody once the minutes are published."
        />
      ) : (
        <DataTable caption={`${viewWords[view]}: actions by meeting`} hideCaption columns={actionColumns} groups={groups} narrow="stack" />
      )}
      <p class="govuk-hint">{ratingWords}</p>
      <Pager page={found.page} pages={found.pages} hrefOf={hrefOf} label="Actions" />
      <CompletionTable title="Completion by lead, meetings of the past year" rows={byPerson} />
      <CompletionTable title="Completion by agency, meetings of the past year" rows={byAgency} />
      {byPerson.length + byAgency.length > 0 && (
        <p>
          <a class="govuk-link" href={recordPaths.completionCsv(board.slug)}>
            Completion as a file for spreadsheets (CSV)
          </a>
        </p>
      )}
    </BoardRecordPage>
  )
}

function CompletionTable({ title, rows }: { readonly title: string; readonly rows: readonly Completion[] }): JSX.Element | null {
  if (rows.length === 0) return null
  const heads = ['Who', 'Done', 'Of these in time', 'Overdue', 'Not yet due', 'Done of those due'].map((heading, index) => ({
    heading,
    numeric: index > 0,
  }))
  return (
    <section>
      <h2 class="govuk-heading-m">{title}</h2>
      <DataTable
        caption={title}
        hideCaption
        columns={heads}
        rows={rows.map(({ owner, done, doneInTime, overdue, open }) => ({
          cells: [owner, String(done), String(doneInTime), String(overdue), String(open), rateWords(done, done + overdue)],
        }))}
      />
    </section>
  )
}

const rateWords = (done: number, due: number): string => (due === 0 ? 'No actions due' : `${Math.floor((done * 100) / due)}%`)

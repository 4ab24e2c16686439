import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { meetingPaths, partTwoPaths, retentionPaths } from '../paths.ts'
import type { MatterToReview } from '../queries/exempt-matter.ts'
import { paragraphsInWords } from '../words/agenda.ts'
import { BoardRecordPage } from './record-page.tsx'

/** Everything of a board that is still exempt, what is due for review first; for its clerk and chair. */
export function ExemptListPage(props: {
  readonly visit: Visit
  readonly board: { readonly slug: string; readonly name: string }
  readonly matters: readonly MatterToReview[]
}): JSX.Element {
  const { visit, board, matters } = props
  return (
    <BoardRecordPage
      visit={visit}
      board={board}
      section="meetings"
      title="Exempt matter"
      lead="What is still exempt, and when it is looked at again. What no longer needs to be private is released."
      width="workspace"
    >
      <p class="govuk-body">
        <a class="govuk-link" href={retentionPaths.ofBoard(board.slug)}>
          How long records are kept, and what is due
        </a>
      </p>
      {matters.length === 0 ? (
        <EmptyState title="Nothing is exempt" text="Exempt items appear here once their agenda is published." />
      ) : (
        <DataTable
          caption="Exempt matter, what is due first"
          hideCaption
          columns={[{ heading: 'Item' }, { heading: 'Meeting' }, { heading: 'Exempt under' }, { heading: 'Look again on' }]}
          rows={matters.map((matter) => ({ cells: cellsOf(matter, visit.today) }))}
          narrow="stack"
        />
      )}
    </BoardRecordPage>
  )
}

function cellsOf(matter: MatterToReview, today: Temporal.PlainDate): readonly (string | JSX.Element)[] {
  const { reviewOn, meeting, item, number, publicTitle, onlyPapers } = matter
  const isDue = reviewOn !== null && Temporal.PlainDate.compare(reviewOn, today) <= 0
  return [
    <a class="govuk-link" href={partTwoPaths.matter(meeting, item)}>
      {number} {publicTitle}
      {onlyPapers ? ' (papers only)' : ''}
    </a>,
    <a class="govuk-link" href={meetingPaths.meeting(meeting)}>
      {dayInWords(matter.heldOn)}
    </a>,
    paragraphsInWords({ category: 'exempt', paragraphs: matter.paragraphs }),
    reviewOn === null ? (
      <StatusPill meaning="unknown">No day is set</StatusPill>
    ) : isDue ? (
      <StatusPill meaning="warning">{`Due since ${dayInWords(reviewOn)}`}</StatusPill>
    ) : (
      dayInWords(reviewOn)
    ),
  ]
}

import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import type { Visit } from '#platform/web/visit.ts'
import type { Action } from '../queries/actions.ts'
import { ratingWords } from '../words/action.ts'
import { actionColumns, actionRow } from './action-pages.tsx'
import { type RecordHead, RecordPage } from './record-page.tsx'

/** What is open from earlier meetings when a meeting comes, grouped by the meeting that set it (M11). */
export function MattersArisingPage({
  visit,
  head,
  actions,
}: {
  readonly visit: Visit
  readonly head: RecordHead
  readonly actions: readonly Action[]
}): JSX.Element {
  return (
    <RecordPage
      visit={visit}
      head={head}
      title="Matters arising"
      lead="Actions of earlier meetings that are still open. They follow to each next agenda until they are done."
      width="workspace"
    >
      {actions.length === 0 ? (
        <EmptyState
          title="No action is open"
          text="Open actions of earlier meetings are listed here; those of public items for everybody."
        />
      ) : (
        <>
          <MattersArisingTable actions={actions} today={visit.today} />
          <p class="govuk-hint">{ratingWords}</p>
        </>
      )}
    </RecordPage>
  )
}

/** Open actions, grouped by the meeting that set them. */
export function MattersArisingTable({
  actions,
  today,
}: {
  readonly actions: readonly Action[]
  readonly today: Temporal.PlainDate
}): JSX.Element {
  const byMeeting = Map.groupBy(actions, ({ meeting }) => meeting)
  const groups = [...byMeeting.values()].map((list) => ({
    heading: list[0]?.meetingOn ? `Meeting of ${dayInWords(list[0].meetingOn)}` : 'An earlier meeting',
    rows: list.map((action) => actionRow(action, today)),
  }))
  return <DataTable caption="Open actions by meeting" hideCaption columns={actionColumns} groups={groups} narrow="stack" />
}

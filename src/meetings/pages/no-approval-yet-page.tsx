import type { JSX } from 'hono/jsx/jsx-runtime'
import { weekdayInWords } from '#platform/time/words.ts'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { meetingPaths } from '../paths.ts'
import { type RecordHead, RecordPage } from './record-page.tsx'

/** What stands in place of the form while no meeting was held that could approve the minutes. */
export function NoApprovalYetPage({
  visit,
  head,
  next,
}: {
  readonly visit: Visit
  readonly head: RecordHead
  /** The next suitable meeting; undefined where none is planned. */
  readonly next: { readonly id: string; readonly heldOn: Temporal.PlainDate } | undefined
}): JSX.Element {
  const day = next && weekdayInWords(next.heldOn)
  return (
    <RecordPage visit={visit} head={head} title="Record the approval of the minutes" width="form" problems={[]}>
      <EmptyState
        title="No later meeting was held yet"
        text={
          day
            ? `These minutes can be approved at the meeting on ${day}. Put them on its agenda, and come back here once it has begun.`
            : 'Minutes are approved at a later meeting of the board, and none is planned. Plan the next one and put them on its agenda.'
        }
        action={
          next
            ? { text: `Go to the meeting on ${day}`, href: meetingPaths.meeting(next.id) }
            : { text: 'See the meetings of the board', href: meetingPaths.meetings(head.board.slug) }
        }
      />
    </RecordPage>
  )
}

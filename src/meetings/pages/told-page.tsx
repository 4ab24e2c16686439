import type { JSX } from 'hono/jsx/jsx-runtime'
import { weekdayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { meetingPaths } from '../paths.ts'
import type { Meeting } from '../queries/meeting.ts'
import type { ToldOne } from '../queries/told.ts'
import { isReturned, ToldList } from './told-list.tsx'

/** Everybody who was told of a meeting and its publications. */
export interface ToldPageProps {
  readonly visit: Visit
  readonly board: { readonly slug: string; readonly name: string }
  readonly meeting: Meeting
  readonly told: readonly ToldOne[]
}

/** Who was told of a meeting, of whatever happened to it; for its clerks (M7). */
export function ToldPage({ visit, board, meeting, told }: ToldPageProps): JSX.Element {
  const returned = told.filter(isReturned)
  return (
    <Page
      visit={visit}
      title={`Who was told: ${weekdayInWords(meeting.heldOn)}`}
      breadcrumbs={[
        { text: board.name, href: `/boards/${board.slug}` },
        { text: weekdayInWords(meeting.heldOn), href: meetingPaths.meeting(meeting.id) },
        { text: 'Prepare the meeting', href: meetingPaths.prepare(meeting.id) },
      ]}
      width="workspace"
    >
      <PageHead title="Who was told" caption={`${board.name}, ${weekdayInWords(meeting.heldOn)}`} lead={returnedInWords(returned.length)} />
      <Card title="Announcements, changes and publications" id="told" flush={told.length > 0}>
        {told.length === 0 ? (
          <EmptyState title="Nobody has been told yet" text="Announcing the meeting invites everybody on the board’s list." />
        ) : (
          <ToldList visit={visit} slug={board.slug} meeting={meeting.id} told={told} />
        )}
      </Card>
    </Page>
  )
}

/** How many mails came back, in a sentence. */
export function returnedInWords(count: number): string {
  if (count === 0) return 'No mail has come back.'
  return count === 1
    ? '1 mail came back. It stands first, with what to do.'
    : `${count} mails came back. They stand first, with what to do.`
}

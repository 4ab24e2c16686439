import type { JSX } from 'hono/jsx/jsx-runtime'
import { timeInWords, weekdayInWords } from '#platform/time/words.ts'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { familyPaths } from '../paths.ts'
import type { findMyMeetingTimes } from '../queries/team-work.ts'
import type { CaseworkTies } from '../queries/ties.ts'
import { hubNavigation } from './hub-frame.tsx'

/** One's own diary of meetings with families: when, and no name or place, so that it can lie open on a desk. */
export function DiaryPage(props: {
  readonly visit: Visit
  readonly relations: CaseworkTies['relations']
  readonly times: Awaited<ReturnType<typeof findMyMeetingTimes>>
}): JSX.Element {
  const { visit, relations, times } = props
  return (
    <Page visit={visit} title="Your diary" breadcrumbs={[{ text: 'Families', href: familyPaths.list() }]} width="workspace">
      <PageHead title="Your diary" lead="When your meetings with families are. Whom they are about stands nowhere here." />
      {hubNavigation(visit, relations)}
      {times.length === 0 ? (
        <EmptyState title="No meetings ahead" text="Meetings to which you are asked, and those of families that you lead, stand here." />
      ) : (
        <DataTable
          caption="Meetings ahead"
          hideCaption
          narrow="stack"
          columns={[{ heading: 'Day' }, { heading: 'Time' }, { heading: 'What' }]}
          rows={times.map(({ id, episode, heldOn, startsAt, endsAt }) => ({
            cells: [
              weekdayInWords(heldOn),
              `${timeInWords(startsAt)}${endsAt ? ` to ${timeInWords(endsAt)}` : ''}`,
              <a class="govuk-link" href={familyPaths.meeting(episode, id)}>
                Meeting<span class="govuk-visually-hidden">{` on ${weekdayInWords(heldOn)} at ${timeInWords(startsAt)}`}</span>
              </a>,
            ],
          }))}
        />
      )}
    </Page>
  )
}

import type { AskedBoard } from '#governance/public-data.ts'
import { findAgenda, findMeetingsOfBoards } from '#meetings/public-data.ts'
import { dayInWords } from '#platform/time/words.ts'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { scorecardPaths } from '../paths.ts'

/** The form that freezes a scorecard: the items of the board's meetings from two months ago on. */
export async function freezeShape({ reader, visit, body }: AskedBoard): Promise<FormShape> {
  const meetings = await findMeetingsOfBoards(reader, { bodies: [body.id], meetings: [], since: visit.today.subtract({ months: 2 }) })
  const options = await Promise.all(
    meetings.map(async (meeting) => {
      const items = await findAgenda(reader, meeting.id)
      return items
        .filter(({ withdrawnAt, body: of }) => withdrawnAt === undefined && of === body.id)
        .map(({ id, number, publicTitle }) => ({
          value: `${meeting.id}/${id}`,
          text: `${dayInWords(meeting.heldOn)}, item ${number}: ${publicTitle}`,
        }))
    }),
  )
  return {
    title: 'Freeze the scorecard for a meeting',
    caption: body.name,
    lead: 'A copy is kept as it stands now, and read as the item of the agenda is. Nothing changes it afterwards: not a revised figure, not a measure that is withdrawn.',
    breadcrumbs: [
      { text: 'Boards', href: '/boards' },
      { text: body.name, href: `/boards/${body.slug}` },
      { text: 'Scorecard', href: scorecardPaths.ofBoard(body.slug) },
    ],
    groups: [
      {
        fields: [
          { kind: 'select', name: 'item', label: 'To which item is it shown?', options: options.flat() },
          {
            kind: 'lines',
            name: 'note',
            label: 'What should readers know?',
            hint: 'For example which figures are expected to change',
            rows: 3,
          },
        ],
      },
    ],
    submit: 'Freeze the scorecard',
    first: {},
    cancel: scorecardPaths.ofBoard(body.slug),
  }
}

import type { AskedBoard } from '#governance/public-data.ts'
import { findAgenda, findMeetingsOfBoards } from '#meetings/public-data.ts'
import { dayInWords } from '#platform/time/words.ts'
import { optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import { scorecardPaths } from '../paths.ts'
import type { ReportSchedule } from '../rules/report-schedule.ts'
import { rhythmWords, scheduleWords } from '../words/report.ts'

/** A priority whose scorecard is meant, and not that of the board. */
export interface OfPriority {
  readonly id: string
  readonly title: string
}

/** The form that freezes a scorecard: the items of the board's meetings from two months ago on. */
export async function freezeShape({ reader, visit, body }: AskedBoard, of?: OfPriority): Promise<FormShape> {
  const back = of ? scorecardPaths.ofPriority(of.id) : scorecardPaths.ofBoard(body.slug)
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
    caption: of?.title ?? body.name,
    lead: 'A copy is kept as it stands now, and read as the item of the agenda is. Nothing changes it afterwards: not a revised figure, not a measure that is withdrawn.',
    breadcrumbs: [
      { text: 'Boards', href: '/boards' },
      { text: body.name, href: `/boards/${body.slug}` },
      { text: 'Scorecard', href: back },
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
    cancel: back,
  }
}

/** The form that lets a report make itself. */
export function scheduleShape({ visit, body }: AskedBoard, of?: OfPriority): FormShape {
  const back = of ? scorecardPaths.ofPriority(of.id) : scorecardPaths.ofBoard(body.slug)
  return {
    title: 'Let a report make itself',
    caption: of?.title ?? body.name,
    lead: 'On its day the scorecard is frozen with the figures of the period, as they are known then, and whoever answers for a measure is told. A report that could not be made on its day says so.',
    breadcrumbs: [
      { text: body.name, href: `/boards/${body.slug}` },
      { text: 'Scorecard', href: back },
    ],
    groups: [
      {
        fields: [
          { kind: 'radios', name: 'rhythm', label: 'How often?', options: optionsOf(rhythmWords) },
          { kind: 'short', name: 'workingDay', label: 'On which working day after it?', hint: 'From 1 to 40. For example 10' },
          { kind: 'day', name: 'startsOn', label: 'From which day?', hint: 'One that runs already ends then' },
        ],
      },
    ],
    submit: 'Save',
    first: { rhythm: 'quarter', workingDay: '10', ...dayValues('startsOn', visit.today) },
    cancel: back,
  }
}

/** The form that ends a schedule. */
export function endScheduleShape({ visit, body }: AskedBoard, schedule: ReportSchedule): FormShape {
  const back = schedule.priority === null ? scorecardPaths.ofBoard(body.slug) : scorecardPaths.ofPriority(schedule.priority)
  return {
    title: 'Let no more reports be made',
    caption: body.name,
    lead: `${scheduleWords(schedule)} What was made stays.`,
    breadcrumbs: [
      { text: body.name, href: `/boards/${body.slug}` },
      { text: 'Scorecard', href: back },
    ],
    groups: [{ fields: [{ kind: 'day', name: 'endsOn', label: 'From which day is none made any more?' }] }],
    submit: 'End it',
    look: 'warning',
    first: dayValues('endsOn', visit.today.add({ days: 1 })),
    closed: schedule.endsOn !== null,
    cancel: back,
  }
}

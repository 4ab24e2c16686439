import { workingDaysOf } from '#governance/public.ts'
import { listAreas } from '#governance/public-data.ts'
import { readAs } from '#platform/database/session.ts'
import { callMeeting } from '../commands/meeting/call-meeting.ts'
import { createMeeting } from '../commands/meeting/create-meeting.ts'
import { addConsultation } from '../commands/year/keep-consultation.ts'
import { addSchoolHoliday } from '../commands/year/keep-school-holiday.ts'
import type { Doer, MeetingsNeeds } from '../needs.ts'
import { findOpenMeetings } from '../queries/meetings.ts'
import { done } from './play.ts'

/** What the year ahead of the sample holds: a workshop with its theme, held jointly with another board, a consultation before a decision, and the holidays of the county's schools. */
export async function planYearAhead(needs: MeetingsNeeds, clerk: Doer, body: string, jointly: string): Promise<void> {
  const open = await readAs(needs.db, clerk, (reader) => findOpenMeetings(reader, body, clerk.today))
  const decides = open.at(-1)
  const day = clerk.today.add({ days: 60 })
  const workshop = await createMeeting(needs, clerk, body, {
    ...{ title: undefined, theme: 'The first thousand days', kind: 'workshop', heldOn: day.subtract({ days: (day.dayOfWeek + 5) % 7 }) },
    ...{
      startsAt: Temporal.PlainTime.from('10:00'),
      endsAt: Temporal.PlainTime.from('12:30'),
      place: 'Harbour Hall, Kelbrook',
      access: 'public',
    },
    ...{
      accessNotes: undefined,
      filmingNotice: undefined,
      contact: 'The partnership’s clerk',
      onlineLink: undefined,
      joiningNotes: undefined,
    },
    ...{ jointBodies: [jointly], recordsHistory: false, shortNoticeReason: undefined },
  })
  done('call a workshop', await callMeeting(needs, clerk, done('plan a workshop', workshop).id, 1))
  if (decides)
    done(
      'plan a consultation',
      await addConsultation(needs, clerk, body, {
        title: 'What families need in the first thousand days',
        summary: 'Families answer online, at children’s centres and on paper at libraries. Their answers are in the report to the meeting.',
        startsOn: clerk.today.add({ days: 25 }),
        lastDay: decides.heldOn.subtract({ days: 21 }),
        meeting: decides.id,
        sight: 'public',
      }),
    )
  await enterHolidays(needs, clerk)
}

/** Three school years of the county, in the pattern that most counties keep; Easter by the bank holidays. */
async function enterHolidays(needs: MeetingsNeeds, clerk: Doer): Promise<void> {
  const areas = await readAs(needs.db, clerk, (reader) => listAreas(reader, clerk.today))
  const county = areas.find(({ kind }) => kind === 'county') ?? areas[0]
  if (!county) return
  const fridays = [...workingDaysOf('england-and-wales').holidays].filter(([, title]) => title === 'Good Friday').map(([day]) => day)
  for (const year of [clerk.today.year, clerk.today.year + 1, clerk.today.year + 2]) {
    const on = (month: number, day: number): Temporal.PlainDate => monday(Temporal.PlainDate.from({ year, month, day }))
    const easter = fridays.map((day) => Temporal.PlainDate.from(day)).find((day) => day.year === year)
    const breaks: readonly (readonly [string, Temporal.PlainDate, number])[] = [
      ['February half-term', on(2, 14), 5],
      ...(easter ? [['Easter holidays', easter, 14] as const] : []),
      ['May half-term', on(5, 26), 5],
      ['Summer holidays', on(7, 22), 40],
      ['October half-term', on(10, 25), 5],
      ['Christmas holidays', on(12, 20), 14],
    ]
    for (const [title, startsOn, days] of breaks)
      done(
        'enter a school holiday',
        await addSchoolHoliday(needs, clerk, {
          ...{ area: county.id, title, startsOn, lastDay: startsOn.add({ days: days - 1 }) },
          source: 'Northbrook County Council, school term dates (invented for the sample)',
        }),
      )
  }
}

/** The Monday on or after a day. */
function monday(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.add({ days: (8 - day.dayOfWeek) % 7 })
}

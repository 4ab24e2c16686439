import { workingDaysOf } from '#governance/public.ts'
import { listAreas } from '#governance/public-data.ts'
import { readAs } from '#platform/database/session.ts'
import { callMeeting } from '../commands/meeting/call-meeting.ts'
import { createMeeting } from '../commands/meeting/create-meeting.ts'
import { addConsultation, recordOutcome } from '../commands/year/keep-consultation.ts'
import { addSchoolHoliday } from '../commands/year/keep-school-holiday.ts'
import type { Doer, MeetingsNeeds } from '../needs.ts'
import { findOpenMeetings } from '../queries/meetings.ts'
import { findPlan } from '../queries/plan.ts'
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
  await planConsultations(needs, clerk, body, decides)
  await enterHolidays(needs, clerk)
}

/** One to come before a decision, one that is open now, one that is over with what came of it. */
async function planConsultations(
  needs: MeetingsNeeds,
  clerk: Doer,
  body: string,
  decides: { id: string; heldOn: Temporal.PlainDate } | undefined,
) {
  const { today } = clerk
  const plan = (await readAs(needs.db, clerk, (reader) => findPlan(reader, body, clerk.now))).find(
    ({ state, sight }) => state === 'accepted' && sight === 'public',
  )
  const common = { askedBy: undefined, sight: 'public' as const, planItem: undefined, meeting: undefined }
  if (decides)
    done(
      'plan a consultation',
      await addConsultation(needs, clerk, body, {
        ...common,
        title: 'What families need in the first thousand days',
        summary:
          'What helped you when your child was born, and what was missing? What should midwives, health visitors and children’s centres do differently?',
        audience: 'Families with children under three, and those who expect one',
        how: 'Online, at children’s centres, and on paper at libraries. The partnership’s clerk helps with other languages and easy read.',
        startsOn: today.add({ days: 25 }),
        lastDay: decides.heldOn.subtract({ days: 21 }),
        meeting: decides.id,
        planItem: plan?.id,
      }),
    )
  const asks = (title: string, summary: string, from: number, until: number) =>
    addConsultation(needs, clerk, body, {
      ...{ ...common, title, summary, startsOn: today.add({ days: from }), lastDay: today.add({ days: until }) },
      ...{ audience: 'Children and young people in Northbrook', how: 'A short form at school, or in person at the youth assembly.' },
    })
  done(
    'open a consultation',
    await asks('Safe ways to school', 'Where do you not feel safe on your way to school, and what would help?', -14, 21),
  )
  const over = done(
    'close a consultation',
    await asks('Places to go after school', 'Where do you go after school, and what is missing near you?', -120, -60),
  )
  done(
    'say what came of it',
    await recordOutcome(
      needs,
      clerk,
      { body, id: over.id },
      {
        outcome:
          'Forty children and young people answered, and three groups. Most asked for a warm place that costs nothing. The partnership put two youth clubs into its plan.',
        ...{ outcomeOn: today.subtract({ days: 20 }), version: 1 },
      },
    ),
  )
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

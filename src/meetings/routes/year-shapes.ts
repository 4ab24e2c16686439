import { listAreas } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { weekdayInWords } from '#platform/time/words.ts'
import { dayValues } from '#platform/web/forms.ts'
import type { Visit } from '#platform/web/visit.ts'
import { optionsOf } from '../pages/form-fields.tsx'
import type { FormShape } from '../pages/form-page.tsx'
import { meetingPaths, yearPaths } from '../paths.ts'
import type { Consultation } from '../queries/consultations.ts'
import { findOpenMeetings } from '../queries/meetings.ts'
import type { SchoolHoliday } from '../queries/school-holidays.ts'
import { consultationSightWords } from '../words/year.ts'
import type { Asked } from './gates.ts'

const planCrumbs = ({ body }: Asked) => [
  { text: body.name, href: `/boards/${body.slug}` },
  { text: 'Forward plan', href: meetingPaths.plan(body.slug) },
]

/** The form of a consultation window: a new one, or one that is changed. */
export async function consultationShape(asked: Asked, window: Consultation | undefined): Promise<FormShape> {
  const meetings = await findOpenMeetings(asked.reader, asked.body.id, asked.visit.today)
  const options = meetings.map(({ id, heldOn }) => ({ value: id, text: weekdayInWords(heldOn) }))
  const kept = window?.meeting && window.decidesOn && !meetings.some(({ id }) => id === window.meeting)
  return {
    title: window ? 'Change the consultation' : 'Plan a consultation',
    caption: asked.body.name,
    lead: 'The calendar keeps the days free for it, and shows which meeting decides after it.',
    breadcrumbs: planCrumbs(asked),
    groups: [
      {
        fields: [
          { kind: 'line', name: 'title', label: 'What is consulted on?' },
          { kind: 'lines', name: 'summary', label: 'Summary', hint: 'Who is asked, and how one can answer' },
          { kind: 'day', name: 'startsOn', label: 'First day', hint: 'For example, 11 1 2027' },
          { kind: 'day', name: 'lastDay', label: 'Last day on which people are heard' },
          {
            kind: 'select',
            name: 'meeting',
            label: 'Which meeting decides after it?',
            none: 'Not settled yet',
            options: kept
              ? [{ value: window.meeting ?? '', text: weekdayInWords(window.decidesOn ?? asked.visit.today) }, ...options]
              : options,
          },
          { kind: 'radios', name: 'sight', label: 'Who may know of it?', options: optionsOf(consultationSightWords) },
        ],
      },
    ],
    submit: window ? 'Save' : 'Plan consultation',
    first: window
      ? {
          ...{ title: window.title, summary: window.summary, meeting: window.meeting ?? '', sight: window.sight },
          ...dayValues('startsOn', window.startsOn),
          ...dayValues('lastDay', window.endsOn.subtract({ days: 1 })),
        }
      : { sight: 'public' },
    version: window?.version,
    cancel: meetingPaths.plan(asked.body.slug),
  }
}

/** The form that says a consultation is not held. */
export function consultationWithdrawalShape(asked: Asked, window: Consultation): FormShape {
  return {
    title: 'Say that this consultation is not held',
    caption: window.title,
    breadcrumbs: planCrumbs(asked),
    groups: [
      { fields: [{ kind: 'lines', name: 'reason', label: 'Why?', hint: 'Everybody who could read of it reads the reason', rows: 3 }] },
    ],
    submit: 'Say that it is not held',
    first: {},
    version: window.version,
    cancel: meetingPaths.plan(asked.body.slug),
  }
}

/** The form of a school holiday: a new one, or one that is changed. */
export async function schoolHolidayShape(
  reader: Reader,
  visit: Visit,
  holiday: Omit<SchoolHoliday, 'areaName'> | undefined,
): Promise<FormShape> {
  const areas = await listAreas(reader, visit.today)
  return {
    title: holiday ? 'Change a school holiday' : 'Add a school holiday',
    lead: 'Enter the days as the authority of the area published them: nobody can compute them.',
    breadcrumbs: [
      { text: 'Calendar', href: yearPaths.calendar },
      { text: 'School holidays', href: yearPaths.schoolHolidays },
    ],
    groups: [
      {
        fields: [
          { kind: 'select', name: 'area', label: 'Area', options: areas.map(({ id, name }) => ({ value: id, text: name })) },
          { kind: 'line', name: 'title', label: 'Name', hint: 'For example, Easter holidays' },
          { kind: 'day', name: 'startsOn', label: 'First day on which schools are closed' },
          { kind: 'day', name: 'lastDay', label: 'Last day on which schools are closed' },
          { kind: 'line', name: 'source', label: 'Source', hint: 'Who published these days, where and when' },
        ],
      },
    ],
    submit: holiday ? 'Save' : 'Add holiday',
    first: holiday
      ? {
          ...{ area: holiday.area, title: holiday.title, source: holiday.source },
          ...dayValues('startsOn', holiday.startsOn),
          ...dayValues('lastDay', holiday.endsOn.subtract({ days: 1 })),
        }
      : {},
    version: holiday?.version,
    cancel: yearPaths.schoolHolidays,
  }
}

import { listAreas } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { weekdayInWords } from '#platform/time/words.ts'
import { type FieldSpec, optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import type { Visit } from '#platform/web/visit.ts'
import { yearPaths } from '../paths.ts'
import type { Consultation } from '../queries/consultations.ts'
import { findOpenMeetings } from '../queries/meetings.ts'
import { findPlan } from '../queries/plan.ts'
import type { SchoolHoliday } from '../queries/school-holidays.ts'
import { mustSayWhy } from '../rules/consultation.ts'
import { consultationSightWords } from '../words/year.ts'
import type { Asked } from './gates.ts'

const listCrumbs = ({ body }: Asked) => [
  { text: body.name, href: `/boards/${body.slug}` },
  { text: 'Consultations', href: yearPaths.consultations(body.slug) },
]

const consultationCrumbs = (asked: Asked, { id, title }: Consultation) => [
  ...listCrumbs(asked),
  { text: title, href: yearPaths.consultation(asked.body.slug, id) },
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
    breadcrumbs: window ? consultationCrumbs(asked, window) : listCrumbs(asked),
    groups: [
      {
        fields: [
          { kind: 'line', name: 'title', label: 'What is consulted on?' },
          { kind: 'lines', name: 'summary', label: 'What is asked?', hint: 'In plain words, for somebody who has heard nothing of it' },
          { kind: 'line', name: 'askedBy', label: 'Who asks?', hint: `Leave empty for ${asked.body.name} itself` },
          { kind: 'line', name: 'audience', label: 'Who is asked?', hint: 'For example, families with children under five' },
          { kind: 'lines', name: 'how', label: 'How can one answer?', hint: 'Where, by what way, and whom to ask for help', rows: 3 },
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
          {
            kind: 'select',
            name: 'planItem',
            label: 'Which matter of the plan does it feed?',
            none: 'None of these',
            options: await matterOptions(asked, window),
          },
          { kind: 'radios', name: 'sight', label: 'Who may know of it?', options: optionsOf(consultationSightWords) },
          ...(window ? [reasonField(mustSayWhy(window, asked.visit.today))] : []),
        ],
      },
    ],
    submit: window ? 'Save' : 'Plan consultation',
    first: window
      ? {
          ...{ title: window.title, summary: window.summary, meeting: window.meeting ?? '', sight: window.sight },
          ...{ askedBy: window.askedBy, audience: window.audience, how: window.how, planItem: window.plan?.id ?? '' },
          ...dayValues('startsOn', window.startsOn),
          ...dayValues('lastDay', window.endsOn.subtract({ days: 1 })),
        }
      : { sight: 'public' },
    version: window?.version,
    cancel: window ? yearPaths.consultation(asked.body.slug, window.id) : yearPaths.consultations(asked.body.slug),
  }
}

/** The matters of the plan, with the one that is chosen already whatever became of it. */
async function matterOptions({ reader, visit, body }: Asked, window: Consultation | undefined) {
  const open = (await findPlan(reader, body.id, visit.now)).filter(({ state }) => state === 'nominated' || state === 'accepted')
  const kept = window?.plan && !open.some(({ id }) => id === window.plan?.id) ? [window.plan] : []
  return [...kept, ...open].map(({ id, title }) => ({ value: id, text: title }))
}

const reasonField = (isNeeded: boolean): FieldSpec => ({
  kind: 'lines',
  name: 'reason',
  label: 'Why is it changed?',
  hint: isNeeded ? 'Everybody who may read of it reads this' : 'Leave empty for a slip: nobody is asked yet',
  rows: 3,
})

/** The form that says what came of a consultation. */
export function consultationOutcomeShape(asked: Asked, window: Consultation): FormShape {
  return {
    title: 'What came of it?',
    caption: window.title,
    lead: 'How many answered, what they said, and what was done with it.',
    breadcrumbs: consultationCrumbs(asked, window),
    groups: [
      {
        fields: [
          { kind: 'lines', name: 'outcome', label: 'What came of it?', rows: 8 },
          { kind: 'day', name: 'outcomeOn', label: 'On which day was that settled?' },
        ],
      },
    ],
    submit: 'Save',
    first: { outcome: window.outcome, ...dayValues('outcomeOn', window.outcomeOn ?? asked.visit.today) },
    version: window.version,
    cancel: yearPaths.consultation(asked.body.slug, window.id),
  }
}

/** The form that says a consultation is not held. */
export function consultationWithdrawalShape(asked: Asked, window: Consultation): FormShape {
  return {
    title: 'Say that this consultation is not held',
    caption: window.title,
    breadcrumbs: consultationCrumbs(asked, window),
    groups: [
      { fields: [{ kind: 'lines', name: 'reason', label: 'Why?', hint: 'Everybody who could read of it reads the reason', rows: 3 }] },
    ],
    submit: 'Say that it is not held',
    first: {},
    version: window.version,
    cancel: yearPaths.consultation(asked.body.slug, window.id),
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

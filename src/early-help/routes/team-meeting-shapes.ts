import { optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import { familyPaths } from '../paths.ts'
import type { TeamMeeting } from '../queries/team-meeting.ts'
import { presenceWords } from '../words/plan.ts'
import { type AskedPlan, planForm } from './plan-gate.ts'
import { actionFields } from './plan-shapes.tsx'

const clock = (time: Temporal.PlainTime | undefined): string => time?.toString({ smallestUnit: 'minute' }) ?? ''
const meetingForm = (asked: AskedPlan, id = asked.part('meeting')) => {
  const { caption, breadcrumbs } = planForm(asked)
  const cancel = familyPaths.meeting(asked.family.id, id)
  return { caption, breadcrumbs: [...breadcrumbs, { text: 'Meeting', href: cancel }], cancel }
}

/** The form by which a meeting is planned, or changed. */
export function meetingShape(asked: AskedPlan, meeting?: TeamMeeting): FormShape {
  return {
    ...(meeting ? meetingForm(asked, meeting.id) : planForm(asked)),
    title: meeting ? 'Change the meeting' : 'Plan a meeting',
    groups: [
      {
        fields: [
          { kind: 'day', name: 'heldOn', label: 'On which day?' },
          { kind: 'short', name: 'startsAt', label: 'From', hint: 'For example 15:30' },
          { kind: 'short', name: 'endsAt', label: 'Until', hint: 'Leave empty if it is open' },
          { kind: 'line', name: 'place', label: 'Where?', hint: 'It is not sent to calendars' },
          { kind: 'tick', name: 'isReview', label: 'This meeting reviews the plan' },
        ],
      },
    ],
    submit: meeting ? 'Save' : 'Plan it',
    first: meeting
      ? {
          ...{ ...dayValues('heldOn', meeting.heldOn), startsAt: clock(meeting.startsAt), endsAt: clock(meeting.endsAt) },
          ...{ place: meeting.place, isReview: meeting.isReview ? 'yes' : '' },
        }
      : {},
    version: meeting?.version,
  }
}

/** Who can be asked to a meeting: the team of today and the family, in the order of the form. */
export const askedPeople = ({ plan }: AskedPlan) => [
  ...plan.who.team.filter(({ endsOn }) => endsOn === null).map(({ id }) => ({ member: id, relative: null })),
  ...plan.who.people.map(({ id }) => ({ member: null, relative: id })),
]

/** The form that says who is asked, who came, and who sent a report. */
export function presenceShape(asked: AskedPlan, meeting: TeamMeeting): FormShape {
  const people = askedPeople(asked)
  const before = (of: (typeof people)[number]) =>
    meeting.people.find(({ member, relative }) => member === of.member && relative === of.relative)
  return {
    ...meetingForm(asked),
    title: 'Who is asked, and who came',
    groups: people.map((one, at) => ({
      heading: asked.plan.who.nameOf(one),
      fields: [
        {
          kind: 'select' as const,
          name: `presence${at}`,
          label: `${asked.plan.who.nameOf(one)} is`,
          none: 'Not asked',
          options: optionsOf(presenceWords),
        },
        ...(one.member ? [{ kind: 'tick' as const, name: `report${at}`, label: 'A report came' }] : []),
      ],
    })),
    submit: 'Save',
    first: Object.fromEntries(
      people.flatMap((one, at) => [
        [`presence${at}`, before(one)?.presence ?? ''],
        [`report${at}`, before(one)?.hasReport ? 'yes' : ''],
      ]),
    ),
  }
}

/** The form by which a meeting begins or ends. */
export function stepShape(asked: AskedPlan, meeting: TeamMeeting, step: 'start' | 'end'): FormShape {
  return {
    ...meetingForm(asked),
    title: step === 'start' ? 'Start the meeting' : 'End the meeting',
    lead:
      step === 'start'
        ? 'Notes and actions can be written from now on, by everybody of the team who reads the plan.'
        : 'Then write and approve the minutes.',
    groups: [],
    submit: step === 'start' ? 'Start' : 'End',
    first: {},
    version: meeting.version,
  }
}

/** The form of the minutes. */
export function minutesShape(asked: AskedPlan, meeting: TeamMeeting): FormShape {
  return {
    ...meetingForm(asked),
    title: 'Minutes',
    lead: 'Notes and actions of the meeting belong to the minutes already. Write here what else is to stand.',
    groups: [
      {
        fields: [
          { kind: 'text', name: 'minutes', label: 'What else is to stand?', rows: 10 },
          { kind: 'tick', name: 'isApproved', label: 'The minutes are approved', hint: 'From then on nobody changes them' },
        ],
      },
    ],
    submit: 'Save',
    first: { minutes: meeting.minutes },
    version: meeting.version,
  }
}

/** The form by which a meeting is called off. */
export const cancelShape = (asked: AskedPlan, meeting: TeamMeeting): FormShape => ({
  ...meetingForm(asked),
  title: 'Call the meeting off',
  groups: [{ fields: [{ kind: 'lines', name: 'because', label: 'Why?' }] }],
  submit: 'Call it off',
  look: 'warning',
  first: {},
  version: meeting.version,
})

/** The form of an item. */
export const itemShape = (asked: AskedPlan, meeting: TeamMeeting): FormShape => ({
  ...meetingForm(asked, meeting.id),
  title: 'Put an item on the meeting',
  groups: [{ fields: [{ kind: 'line', name: 'title', label: 'What is it about?' }] }],
  submit: 'Put it on',
  first: {},
})

/** The form of a note. */
export const noteShape = (asked: AskedPlan, title: string, note?: { readonly words: string; readonly version: number }): FormShape => ({
  ...meetingForm(asked),
  title,
  groups: [{ fields: [{ kind: 'lines', name: 'words', label: 'Note', rows: 6 }] }],
  submit: 'Save the note',
  first: note ? { words: note.words } : {},
  version: note?.version,
})

/** The form by which an action is taken in the room. */
export function meetingActionShape(asked: AskedPlan): FormShape {
  const needs = asked.plan.needs.map(({ id, position, need }) => ({ value: id, text: `${position}: ${need.slice(0, 80)}` }))
  return {
    ...meetingForm(asked),
    title: 'Take an action',
    groups: [
      { fields: [{ kind: 'select', name: 'need', label: 'For which need?', options: needs }, ...actionFields(asked.plan.who).fields] },
    ],
    submit: 'Take the action',
    first: {},
  }
}

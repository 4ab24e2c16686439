import { listBodies } from '#governance/public-data.ts'
import { weekdayInWords } from '#platform/time/words.ts'
import type { FieldSpec } from '#platform/web/form-page/form-fields.tsx'
import { optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues, type FormBody } from '#platform/web/forms.ts'
import { meetingPaths } from '../paths.ts'
import { findJoiningDetails, findJointBodies, type Meeting } from '../queries/meeting.ts'
import { accessWords, kindWords } from '../words/meeting.ts'
import type { Asked } from './gates.ts'

const confirmations: readonly FieldSpec[] = [
  { kind: 'tick', name: 'recordsHistory', label: 'This meeting took place already: I am recording history' },
  {
    kind: 'lines',
    name: 'shortNoticeReason',
    label: 'Reason for short notice',
    hint: 'Only where the notice that the terms ask for cannot be given any more',
    rows: 3,
  },
]

const crumbsOf = (slug: string, name: string) => [
  { text: name, href: `/boards/${slug}` },
  { text: 'Meetings', href: meetingPaths.meetings(slug) },
]

/** The form of a meeting: a new one, or one that is changed. */
export async function meetingShape(asked: Asked, meeting: Meeting | undefined): Promise<FormShape> {
  const { reader, visit, body } = asked
  const others = (await listBodies(reader, visit.today)).filter(
    ({ id, status }) => id !== body.id && status !== 'outside' && status !== 'ended',
  )
  const first = meeting ? await valuesOf(asked, meeting) : { kind: 'ordinary', access: 'public' }
  return {
    title: meeting ? 'Change the details of the meeting' : 'Plan a meeting',
    caption: meeting ? `${body.name}, ${weekdayInWords(meeting.heldOn)}` : body.name,
    breadcrumbs: crumbsOf(body.slug, body.name),
    groups: [
      { fields: whenAndWhere },
      { heading: 'The public', fields: publicFields },
      { heading: 'For those who attend', fields: privateFields },
      ...(others.length === 0 ? [] : [jointGroup(others)]),
      { heading: 'If the day is unusual', fields: confirmations },
    ],
    submit: meeting ? 'Save' : 'Plan meeting',
    first,
    version: meeting?.version,
    cancel: meeting ? meetingPaths.prepare(meeting.id) : meetingPaths.meetings(body.slug),
  }
}

const jointGroup = (others: readonly { readonly id: string; readonly name: string }[]) => ({
  heading: 'Meeting jointly',
  fields: [
    {
      kind: 'boxes' as const,
      name: 'jointBodies',
      label: 'Other boards that meet at the same table',
      hint: 'Each keeps its own quorum and decisions',
      options: others.map(({ id, name }) => ({ value: id, text: name })),
    },
  ],
})

const whenAndWhere: readonly FieldSpec[] = [
  { kind: 'line', name: 'title', label: 'Title', hint: 'Leave empty where the board’s name says it all' },
  { kind: 'line', name: 'theme', label: 'Theme', hint: 'What it is about beside its business, for example: early years' },
  { kind: 'radios', name: 'kind', label: 'Kind of meeting', options: optionsOf(kindWords) },
  { kind: 'day', name: 'heldOn', label: 'Day', hint: 'For example, 24 2 2026' },
  { kind: 'short', name: 'startsAt', label: 'Starts at', hint: 'For example, 2pm' },
  { kind: 'short', name: 'endsAt', label: 'Ends at', hint: 'Leave empty where it is not fixed' },
  { kind: 'line', name: 'place', label: 'Place' },
  { kind: 'line', name: 'contact', label: 'Contact', hint: 'Everybody can read this: a role and an office number or mailbox' },
]

const publicFields: readonly FieldSpec[] = [
  { kind: 'radios', name: 'access', label: 'May the public come?', options: optionsOf(accessWords) },
  { kind: 'lines', name: 'accessNotes', label: 'Access notes', hint: 'Tickets, step-free entrance, induction loop', rows: 3 },
  { kind: 'lines', name: 'filmingNotice', label: 'Filming notice', hint: 'Whether the meeting is filmed, and by whom', rows: 3 },
]

const privateFields: readonly FieldSpec[] = [
  { kind: 'line', name: 'onlineLink', label: 'Link for joining online', hint: 'Only members, deputies and observers see it' },
  { kind: 'lines', name: 'joiningNotes', label: 'Notes on joining', rows: 3 },
]

const timeText = (time: Temporal.PlainTime | undefined): string => time?.toString({ smallestUnit: 'minute' }) ?? ''

async function valuesOf({ reader }: Asked, meeting: Meeting): Promise<FormBody> {
  const joining = await findJoiningDetails(reader, meeting.id)
  const { title, theme, kind, place, contact, access, accessNotes, filmingNotice } = meeting
  return {
    ...{ title, theme, kind, place, contact, access, accessNotes, filmingNotice },
    ...dayValues('heldOn', meeting.heldOn),
    startsAt: timeText(meeting.startsAt),
    endsAt: timeText(meeting.endsAt),
    onlineLink: joining?.onlineLink ?? '',
    joiningNotes: joining?.joiningNotes ?? '',
    jointBodies: await findJointBodies(reader, meeting.id),
  }
}

const decided: readonly FieldSpec[] = [
  { kind: 'lines', name: 'reason', label: 'Why?', hint: 'Everybody can read this', rows: 3 },
  { kind: 'line', name: 'decidedBy', label: 'Who decided?', hint: 'For example, the chair' },
]

/** The form that cancels a meeting. */
export function cancelShape(meeting: Meeting, board: string): FormShape {
  return {
    title: 'Cancel the meeting',
    caption: `${board}, ${weekdayInWords(meeting.heldOn)}`,
    breadcrumbs: [{ text: weekdayInWords(meeting.heldOn), href: meetingPaths.meeting(meeting.id) }],
    groups: [{ fields: decided }],
    submit: 'Cancel the meeting',
    look: 'warning',
    first: {},
    version: meeting.version,
    cancel: meetingPaths.prepare(meeting.id),
    warning:
      'Everybody who was invited is told, and the calendar entry is taken back. A cancelled meeting stays on the list with its reason.',
  }
}

/** The form that moves a meeting to another day. */
export function rescheduleShape(meeting: Meeting, board: string): FormShape {
  return {
    title: 'Move the meeting to another day',
    caption: `${board}, ${weekdayInWords(meeting.heldOn)}`,
    lead: 'This meeting stays on the list as moved, with a link to a new one, which you then announce.',
    breadcrumbs: [{ text: weekdayInWords(meeting.heldOn), href: meetingPaths.meeting(meeting.id) }],
    groups: [
      {
        fields: [
          { kind: 'day', name: 'heldOn', label: 'New day' },
          { kind: 'short', name: 'startsAt', label: 'Starts at' },
          { kind: 'short', name: 'endsAt', label: 'Ends at', hint: 'Leave empty where it is not fixed' },
          { kind: 'line', name: 'place', label: 'Place' },
          ...decided,
        ],
      },
      { heading: 'If the day is unusual', fields: confirmations },
    ],
    submit: 'Move the meeting',
    first: { startsAt: timeText(meeting.startsAt), endsAt: timeText(meeting.endsAt), place: meeting.place },
    version: meeting.version,
    cancel: meetingPaths.prepare(meeting.id),
  }
}

import { z } from 'zod'
import type { FieldProblem, Result } from '#platform/result.ts'
import { day, optionalTime, time } from '#platform/web/day-fields.ts'
import {
  choice,
  field,
  longText,
  optionalLongText,
  optionalText,
  parseForm,
  postedText,
  text,
  ticked,
  uuids,
  version,
} from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import { meetingKinds } from '../rules/meeting.ts'

/** A web address that a browser opens, or nothing. */
const optionalLink = field<string | undefined>((posted) => {
  const typed = postedText(posted).trim()
  if (typed === '') return { value: undefined }
  if (typed.length > 500) return { code: 'too-long', details: { max: 500, over: typed.length - 500 } }
  return /^https:\/\/[^\s<>"\\]+$/i.test(typed) ? { value: typed } : { code: 'link-expected' }
})

const meetingForm = z.object({
  title: optionalText(200),
  theme: optionalText(200),
  kind: choice(meetingKinds),
  heldOn: day(),
  startsAt: time(),
  endsAt: optionalTime(),
  place: optionalText(300),
  access: choice(['public', 'private']),
  accessNotes: optionalLongText(2000),
  filmingNotice: optionalLongText(2000),
  contact: optionalText(300),
  onlineLink: optionalLink,
  joiningNotes: optionalLongText(1000),
  jointBodies: uuids(),
  recordsHistory: ticked(),
  shortNoticeReason: optionalLongText(1000),
})

type MeetingFields = z.output<typeof meetingForm>
/** What the clerk says of a meeting (M2); `theme` is what it is about beside its business. */
export type MeetingInput = Omit<MeetingFields, 'theme'> & { readonly theme?: MeetingFields['theme'] }

/** Reads the form for a new meeting. */
export function parseMeeting(body: FormBody): Result<MeetingInput, FieldProblem> {
  return parseForm(meetingForm, body)
}

/** The same with the version that the form was made from. */
export function parseMeetingChange(body: FormBody): Result<MeetingInput & { readonly version: number }, FieldProblem> {
  return parseForm(meetingForm.extend({ version: version() }), body)
}

const cancelForm = z.object({ reason: longText(1000), decidedBy: text(200), version: version() })

/** Why a meeting is cancelled, and who decided. */
export type CancelInput = z.output<typeof cancelForm>

/** Reads the form that cancels a meeting. */
export function parseCancel(body: FormBody): Result<CancelInput, FieldProblem> {
  return parseForm(cancelForm, body)
}

const rescheduleForm = cancelForm.extend({
  heldOn: day(),
  startsAt: time(),
  endsAt: optionalTime(),
  place: optionalText(300),
  recordsHistory: ticked(),
  shortNoticeReason: optionalLongText(1000),
})

/** When and where a meeting is held instead, why, and who decided. */
export type RescheduleInput = z.output<typeof rescheduleForm>

/** Reads the form that moves a meeting to another day. */
export function parseReschedule(body: FormBody): Result<RescheduleInput, FieldProblem> {
  return parseForm(rescheduleForm, body)
}

import { z } from 'zod'
import type { FieldProblem, Result } from '#platform/result.ts'
import { day } from '#platform/web/day-fields.ts'
import {
  choice,
  choices,
  longText,
  optionalChoice,
  optionalLongText,
  optionalText,
  optionalUuid,
  optionalWholeNumber,
  parseForm,
  text,
  uuids,
  version,
} from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import { channels, groups } from '../rules/voice.ts'

const eventForm = z.object({
  title: text(200),
  heldOn: day(),
  place: optionalText(80),
  heldBy: optionalText(200),
  organisation: optionalUuid(),
  whose: choices(groups),
  ageBand: optionalText(20),
  came: optionalWholeNumber(1, 100_000),
  summary: optionalLongText(2000),
})
const changedEventForm = eventForm.extend({ version: version() })
const showForm = z.object({ sight: choice(['members', 'public']), version: version() })
const aboutForm = z.object({
  whose: choices(groups),
  invited: optionalWholeNumber(1, 10_000_000),
  invitedSource: optionalText(300),
  version: version(),
})
const responseForm = z.object({
  kind: choice(['individual', 'group']),
  alike: optionalWholeNumber(1, 1000),
  groupName: optionalText(200),
  groupSize: optionalWholeNumber(1, 1_000_000),
  channel: choice(channels),
  receivedOn: day(),
  themes: uuids(),
  newTheme: optionalText(100),
  whose: optionalChoice(groups),
  ageBand: optionalText(20),
  words: optionalLongText(4000),
})
const viewForm = z.object({
  whose: choice(groups),
  ageBand: optionalText(20),
  theme: optionalUuid(),
  newTheme: optionalText(100),
  words: longText(4000),
})
const changedViewForm = viewForm.extend({ version: version() })
const withholdForm = z.object({ reason: longText(500), version: version() })
const publishForm = z.object({ version: version() })

/** An event as it is typed. */
export type EventInput = z.output<typeof eventForm>
/** The same with the version that the form was made from. */
export type ChangedEventInput = z.output<typeof changedEventForm>
/** Who may know of an event from now on. */
export type ShowInput = z.output<typeof showForm>
/** Who was asked by a consultation, and how many by name. */
export type AboutInput = z.output<typeof aboutForm>
/** A response as it is typed, with its words, which are kept apart from it. */
export type ResponseInput = z.output<typeof responseForm>
/** Somebody's words as they are typed. */
export type ViewInput = z.output<typeof viewForm>
/** The same with the version that the form was made from. */
export type ChangedViewInput = z.output<typeof changedViewForm>
/** Why words are kept back. */
export type WithholdInput = z.output<typeof withholdForm>

/** Reads the form of a new event. */
export const parseEvent = (body: FormBody): Result<EventInput, FieldProblem> => parseForm(eventForm, body)
/** Reads the form of an event that is changed. */
export const parseChangedEvent = (body: FormBody): Result<ChangedEventInput, FieldProblem> => parseForm(changedEventForm, body)
/** Reads who may know of an event. */
export const parseShow = (body: FormBody): Result<ShowInput, FieldProblem> => parseForm(showForm, body)
/** Reads who was asked. */
export const parseAbout = (body: FormBody): Result<AboutInput, FieldProblem> => parseForm(aboutForm, body)
/** Reads a response. */
export const parseResponse = (body: FormBody): Result<ResponseInput, FieldProblem> => parseForm(responseForm, body)
/** Reads somebody's words. */
export const parseView = (body: FormBody): Result<ViewInput, FieldProblem> => parseForm(viewForm, body)
/** Reads words that are changed. */
export const parseChangedView = (body: FormBody): Result<ChangedViewInput, FieldProblem> => parseForm(changedViewForm, body)
/** Reads why words are kept back. */
export const parseWithhold = (body: FormBody): Result<WithholdInput, FieldProblem> => parseForm(withholdForm, body)
/** Reads which version is meant. */
export const parsePublish = (body: FormBody): Result<{ readonly version: number }, FieldProblem> => parseForm(publishForm, body)

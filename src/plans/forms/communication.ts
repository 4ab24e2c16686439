import { z } from 'zod'
import { day } from '#platform/web/day-fields.ts'
import {
  choice,
  formOf,
  longText,
  optionalLongText,
  optionalText,
  optionalUuid,
  optionalWholeNumber,
  text,
  version,
} from '#platform/web/fields.ts'

const most = 100_000_000
const about = { title: text(200), aim: longText(1000), about: optionalText(60), owner: optionalUuid(), ownerPost: optionalText(150) }
const item = {
  audience: text(200),
  message: longText(1000),
  channel: text(200),
  who: optionalUuid(),
  whoPost: optionalText(150),
  plannedOn: day(),
  reachOf: optionalText(60),
  expected: optionalWholeNumber(0, most),
}
const communicationForm = z.object(about)
const changedForm = z.object({ ...about, version: version() })
const showForm = z.object({ sight: choice(['members', 'public']), version: version() })
const closeForm = z.object({ learned: longText(2000), version: version() })
const itemForm = z.object(item)
const changedItemForm = z.object({ ...item, version: version() })
const reportForm = z.object({
  doneOn: day(),
  cameState: choice(['open', 'counted', 'not-known']),
  came: optionalWholeNumber(0, most),
  learned: optionalLongText(2000),
  version: version(),
})
const callOffForm = z.object({ because: longText(500), version: version() })

/** What a communication plan is for and belongs to; `about` as `aboutOf` reads it. */
export type CommunicationInput = z.output<typeof communicationForm>
/** The same with the version that the form was made from. */
export type ChangedCommunicationInput = z.output<typeof changedForm>
/** Who reads it from now on. */
export type ShowCommunicationInput = z.output<typeof showForm>
/** What was learned from it as a whole. */
export type CloseCommunicationInput = z.output<typeof closeForm>
/** Who is to hear what. */
export type CommunicationItemInput = z.output<typeof itemForm>
/** The same with the version that the form was made from. */
export type ChangedItemInput = z.output<typeof changedItemForm>
/** What came of it. */
export type ReportItemInput = z.output<typeof reportForm>
/** Why it is not done. */
export type CallOffInput = z.output<typeof callOffForm>

/** Reads the form of a new communication plan. */
export const parseCommunication = formOf(communicationForm)
/** Reads what is changed about one. */
export const parseChangedCommunication = formOf(changedForm)
/** Reads who is to read it. */
export const parseShowCommunication = formOf(showForm)
/** Reads what was learned from it. */
export const parseCloseCommunication = formOf(closeForm)
/** Reads who is to hear what. */
export const parseCommunicationItem = formOf(itemForm)
/** Reads what is changed about that. */
export const parseChangedItem = formOf(changedItemForm)
/** Reads what came of it. */
export const parseReportItem = formOf(reportForm)
/** Reads why it is not done. */
export const parseCallOff = formOf(callOffForm)

import { z } from 'zod'
import { day, optionalDay } from '#platform/web/day-fields.ts'
import {
  choice,
  formOf,
  longText,
  optionalLongText,
  optionalText,
  optionalUuid,
  text,
  ticked,
  uuid,
  version,
} from '#platform/web/fields.ts'
import { submissionOutcomes } from '../rules/submission.ts'

const about = { toName: text(150), source: text(300), dueOn: day(), sight: choice(['members', 'public']) }
const submissionForm = z.object(about)
const changedForm = z.object({ ...about, version: version() })
const sendForm = z.object({ ofVersion: uuid(), asDraft: ticked(), sentOn: day(), sentBy: text(150), reference: optionalText(150) })
const queryForm = z.object({ askedOn: day(), question: longText(2000), dueOn: optionalDay() })
const queryAnswerForm = z.object({ answer: longText(4000), answeredOn: day(), answeredBy: text(150), version: version() })
const outcomeForm = z.object({
  outcome: choice(submissionOutcomes),
  outcomeOn: day(),
  words: optionalLongText(2000),
  conditions: optionalLongText(8000),
  owner: optionalUuid(),
  ownerPost: optionalText(150),
  dueOn: optionalDay(),
  version: version(),
})
const withdrawForm = z.object({ because: longText(500), version: version() })
const conditionForm = z.object({ owner: optionalUuid(), ownerPost: optionalText(150), dueOn: day(), version: version() })
const metForm = z.object({ metOn: day(), evidence: longText(2000), version: version() })

/** To whom a plan is submitted, what asks for it and by when. */
export type SubmissionInput = z.output<typeof submissionForm>
/** The same with the version that the form was made from. */
export type ChangedSubmissionInput = z.output<typeof changedForm>
/** Which version was sent, when and by whom. */
export type SendInput = z.output<typeof sendForm>
/** What was asked back. */
export type QueryInput = z.output<typeof queryForm>
/** What was answered. */
export type QueryAnswerInput = z.output<typeof queryAnswerForm>
/** What the national body said; `conditions` one a line, with one owner and day to begin with. */
export type OutcomeInput = z.output<typeof outcomeForm>
/** Why it is not sent or was taken back. */
export type WithdrawSubmissionInput = z.output<typeof withdrawForm>
/** Who owns a condition, and by when it is to be met. */
export type ConditionInput = z.output<typeof conditionForm>
/** What shows that a condition is met. */
export type MetInput = z.output<typeof metForm>

/** Reads the form of a new submission. */
export const parseSubmission = formOf(submissionForm)
/** Reads what is changed about one. */
export const parseChangedSubmission = formOf(changedForm)
/** Reads which version was sent. */
export const parseSend = formOf(sendForm)
/** Reads what was asked back. */
export const parseQuery = formOf(queryForm)
/** Reads what was answered. */
export const parseQueryAnswer = formOf(queryAnswerForm)
/** Reads what the national body said. */
export const parseOutcome = formOf(outcomeForm)
/** Reads why it was taken back. */
export const parseWithdrawSubmission = formOf(withdrawForm)
/** Reads who owns a condition. */
export const parseCondition = formOf(conditionForm)
/** Reads what shows that a condition is met. */
export const parseMet = formOf(metForm)

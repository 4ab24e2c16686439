import { z } from 'zod'
import { day } from '#platform/web/day-fields.ts'
import { formOf, longText, optionalUuid, text, uuid, version } from '#platform/web/fields.ts'

const raiseForm = z.object({
  row: uuid(),
  title: text(200),
  offTrack: longText(2000),
  why: longText(2000),
  impact: longText(2000),
  proposed: longText(2000),
  asked: longText(1000),
})
const answerForm = z.object({ answer: longText(2000), decision: optionalUuid(), answeredOn: day(), version: version() })
const closeForm = z.object({ words: longText(2000), version: version() })

/** What is off track; `row` is a priority or an action of the plan. */
export type RaiseExceptionInput = z.output<typeof raiseForm>
/** What the board said, and the decision that this rests on. */
export type AnswerExceptionInput = z.output<typeof answerForm>
/** What came of it. */
export type CloseExceptionInput = z.output<typeof closeForm>

/** Reads the form of a new exception report. */
export const parseRaiseException = formOf(raiseForm)
/** Reads what the board said. */
export const parseAnswerException = formOf(answerForm)
/** Reads what came of it. */
export const parseCloseException = formOf(closeForm)

import { z } from 'zod'
import { day } from '#platform/web/day-fields.ts'
import { choice, formOf, longText, optionalText, uuid, version } from '#platform/web/fields.ts'

const reportForm = z.object({ provider: uuid(), doneOn: day(), did: longText(2000), evidence: longText(2000) })
const answerForm = z.object({ answer: choice(['confirmed', 'sent-back']), because: optionalText(500), version: version() })

/** That an action of a visit is done, with what was done and what shows it. */
export type ActionReportInput = z.output<typeof reportForm>
/** Whether that is confirmed or sent back. */
export type ActionAnswerInput = z.output<typeof answerForm>

/** Reads that an action of a visit is done. */
export const parseActionReport = formOf(reportForm)
/** Reads whether that is confirmed or sent back. */
export const parseActionAnswer = formOf(answerForm)

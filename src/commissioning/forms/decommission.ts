import { z } from 'zod'
import { day, optionalDay } from '#platform/web/day-fields.ts'
import { choice, formOf, longText, optionalLongText, optionalText, optionalUuid, text, uuid, version } from '#platform/web/fields.ts'
import { optionalSum, sumAboveNothing } from './pence.ts'

const endingForm = z.object({
  title: text(200),
  lead: uuid(),
  service: uuid(),
  why: longText(4000),
  losing: longText(4000),
  equalityOn: optionalDay(),
  equality: optionalLongText(4000),
  consultedFrom: optionalDay(),
  consultedOn: optionalDay(),
  consultation: optionalLongText(4000),
  noticeOn: optionalDay(),
  notice: optionalText(500),
  staff: optionalLongText(4000),
  endsOn: day(),
  replacement: optionalUuid(),
  replacedOn: optionalDay(),
  replacedBy: optionalText(500),
  released: optionalSum(),
})
const changedEndingForm = endingForm.extend({ version: version() })
const decideForm = z.object({ decision: uuid(), version: version() })
const measureForm = z.object({ title: text(200), wanted: text(300), dueOn: day(), version: version() })
const foundForm = z.object({ isMet: choice(['yes', 'no']), found: longText(2000), version: version() })
const moneyForm = z.object({
  kind: choice(['reallocated', 'returned']),
  what: text(300),
  service: optionalUuid(),
  pence: sumAboveNothing(),
  version: version(),
})

/** An ending as it is typed; its first day without the service is typed. */
export type EndingInput = z.output<typeof endingForm>
/** The same with the version that the form was made from. */
export type ChangedEndingInput = z.output<typeof changedEndingForm>
/** Which decision ends it. */
export type DecideEndingInput = z.output<typeof decideForm>
/** A measure. */
export type MeasureInput = z.output<typeof measureForm>
/** Whether a measure was met. */
export type FoundInput = z.output<typeof foundForm>
/** What becomes of a part of the money. */
export type MoneyInput = z.output<typeof moneyForm>

/** Reads a new ending. */
export const parseEnding = formOf(endingForm)
/** Reads one that is changed. */
export const parseChangedEnding = formOf(changedEndingForm)
/** Reads its decision. */
export const parseDecideEnding = formOf(decideForm)
/** Reads a measure. */
export const parseMeasure = formOf(measureForm)
/** Reads whether it was met. */
export const parseFound = formOf(foundForm)
/** Reads what becomes of money. */
export const parseMoney = formOf(moneyForm)

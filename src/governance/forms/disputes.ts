import { z } from 'zod'
import { day } from '#platform/web/day-fields.ts'
import { choice, longText, optionalUuid, text, version, wholeNumber } from '#platform/web/fields.ts'
import { textOrEmpty } from './fields.ts'

/** What a board cannot agree on, with both views. */
export const disputeForm = z.object({
  subject: text(200),
  words: longText(4000),
  majority: text(300),
  majorityView: longText(4000),
  minority: text(300),
  minorityView: longText(4000),
  raisedOn: day(),
  raisedIn: textOrEmpty(200),
  sight: choice(['members', 'public']),
})

/** The step of the ladder that it is taken to. */
export const takeStepForm = z.object({
  number: wholeNumber(1, 100),
  toBody: optionalUuid(),
  toPerson: optionalUuid(),
  takenOn: day(),
  takenIn: textOrEmpty(200),
  version: version(),
})

/** How long a decision is put off, and for what information. */
export const postponeForm = z.object({ until: day(), what: longText(1000), version: version() })

/** What those to whom it was taken say. */
export const stepAnswerForm = z.object({
  outcome: choice(['settled', 'returned']),
  answer: longText(4000),
  answeredOn: day(),
  version: version(),
})

/** How a board ends a dispute itself. */
export const settleForm = z.object({ how: choice(['agreed', 'withdrawn']), words: longText(4000), settledOn: day(), version: version() })

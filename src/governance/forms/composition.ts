import { z } from 'zod'
import { day } from '#platform/web/day-fields.ts'
import { choice, text, ticked, wholeNumber } from '#platform/web/fields.ts'
import { compositionMatches } from '../rules/composition.ts'

/** Who must be on a body. */
export const compositionForm = z.object({
  /** Not `matches`: a form in the browser would lose its own by that name. */
  demand: choice(compositionMatches),
  value: text(200),
  atLeast: wholeNumber(1, 100),
  atMeetings: ticked(),
  source: text(200),
  startsOn: day(),
})

import { z } from 'zod'
import { day, optionalDay } from '#platform/web/day-fields.ts'
import { choice, formOf, optionalText, optionalUuid } from '#platform/web/fields.ts'

const eventForm = z.object({
  kind: choice(['entered', 'met', 'deferred', 'resumed', 'extended', 'withdrawn', 'rejected']),
  stage: optionalUuid(),
  onDay: day(),
  untilOn: optionalDay(),
  decision: optionalUuid(),
  because: optionalText(500),
})
const dateForm = z.object({ expectedOn: day(), because: optionalText(500) })

/** What happened to a case. */
export type CaseEventInput = z.output<typeof eventForm>
/** When it is expected to be live. */
export type CaseDateInput = z.output<typeof dateForm>

/** Reads what happened to a case. */
export const parseCaseEvent = formOf(eventForm)
/** Reads when it is expected. */
export const parseCaseDate = formOf(dateForm)

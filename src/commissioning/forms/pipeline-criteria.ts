import { z } from 'zod'
import { day } from '#platform/web/day-fields.ts'
import { choice, formOf, optionalText, text, ticked, version } from '#platform/web/fields.ts'

const criterionForm = z.object({ title: text(200), required: ticked(), startsOn: day(), version: version() })
const endForm = z.object({ endsOn: day(), version: version() })
const tickForm = z.object({ says: choice(['met', 'open']), onDay: day(), note: optionalText(500) })
const waiveForm = z.object({ note: text(500) })

/** A criterion that is asked of cases to come. */
export type CriterionInput = z.output<typeof criterionForm>
/** From which day on a criterion is asked no more. */
export type CriterionEndInput = z.output<typeof endForm>
/** How a criterion stands in a case. */
export type TickInput = z.output<typeof tickForm>
/** Why a case may leave a stage though a criterion is open. */
export type WaiveInput = z.output<typeof waiveForm>

/** Reads a criterion that is asked of cases to come. */
export const parseCriterion = formOf(criterionForm)
/** Reads from which day on a criterion is asked no more. */
export const parseCriterionEnd = formOf(endForm)
/** Reads how a criterion stands in a case. */
export const parseTick = formOf(tickForm)
/** Reads why a criterion may stay open. */
export const parseWaive = formOf(waiveForm)

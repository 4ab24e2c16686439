import { z } from 'zod'
import { day } from '#platform/web/day-fields.ts'
import { formOf, longText, optionalLongText, optionalText, optionalUuid, text, uuid, version } from '#platform/web/fields.ts'

const specificationForm = z.object({
  startsOn: day(),
  text: longText(20_000),
  outcomes: longText(8000),
  why: optionalLongText(2000),
  version: version(),
})
const endOutcomeForm = z.object({ because: longText(1000), version: version() })
const pathwayForm = z.object({ title: text(200), lead: uuid(), purpose: longText(4000) })
const changedPathwayForm = pathwayForm.extend({ version: version() })
const stepForm = z.object({
  title: text(200),
  text: optionalLongText(2000),
  service: optionalUuid(),
  within: optionalText(100),
  version: version(),
})

/** A version of a specification. */
export type SpecificationInput = z.output<typeof specificationForm>
/** Why a service serves an outcome no longer. */
export type EndOutcomeInput = z.output<typeof endOutcomeForm>
/** A pathway. */
export type PathwayInput = z.output<typeof pathwayForm>
/** The same with the version that the form was made from. */
export type ChangedPathwayInput = z.output<typeof changedPathwayForm>
/** A step. */
export type StepInput = z.output<typeof stepForm>

/** Reads a version of a specification. */
export const parseSpecification = formOf(specificationForm)
/** Reads why an outcome is served no longer. */
export const parseEndOutcome = formOf(endOutcomeForm)
/** Reads a new pathway. */
export const parsePathway = formOf(pathwayForm)
/** Reads one that is changed. */
export const parseChangedPathway = formOf(changedPathwayForm)
/** Reads a step. */
export const parseStep = formOf(stepForm)

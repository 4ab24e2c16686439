import { z } from 'zod'
import { day } from '#platform/web/day-fields.ts'
import {
  choice,
  formOf,
  longText,
  optionalLongText,
  optionalText,
  optionalUuid,
  text,
  uuid,
  version,
  wholeNumber,
} from '#platform/web/fields.ts'
import { phases } from '../rules/framework.ts'

const frameworkForm = z.object({ title: text(200), lead: uuid() })
const changedForm = frameworkForm.extend({ version: version() })
const stageForm = z.object({
  phase: choice(phases),
  name: text(200),
  entry: optionalLongText(2000),
  gate: text(300),
  delegation: optionalUuid(),
  template: optionalText(200),
  templateAt: optionalText(500),
  version: version(),
})
const standardForm = z.object({ name: text(200), asks: longText(2000), version: version() })
const adoptForm = z.object({ adoptedOn: day(), version: version() })
const editionForm = z.object({ why: longText(2000), version: version() })
const caseForm = z.object({ title: text(200), service: optionalUuid(), strategy: optionalUuid(), begunOn: day(), version: version() })
const gateForm = z.object({
  passedOn: day(),
  decision: uuid(),
  said: optionalLongText(2000),
  version: version(),
})
const signForm = z.object({ said: optionalLongText(2000) })
const checkForm = z.object({
  standard: uuid(),
  service: uuid(),
  met: choice(['yes', 'partly', 'no']),
  evidence: longText(2000),
  checkedOn: day(),
  version: version(),
})
const groupForm = z.object({ group: uuid(), role: choice(['steering', 'reference']), does: optionalText(300), version: version() })
const workForm = z.object({ title: text(300), owner: uuid(), dueOn: day(), version: version() })
const doneForm = z.object({ doneOn: day(), said: optionalText(500), version: version() })
const reviewForm = z.object({ heldOn: day(), found: longText(4000), nextOn: day(), version: version() })
const eqiaForm = z.object({ eqia: uuid(), version: version() })
const intentionForm = z.object({
  year: wholeNumber(2000, 2200),
  kind: choice(['continue', 'change', 'buy-again', 'begin', 'end']),
  text: longText(2000),
  version: version(),
})

/** A framework. */
export type FrameworkInput = z.output<typeof frameworkForm>
/** The same with the version that the form was made from. */
export type ChangedFrameworkInput = z.output<typeof changedForm>
/** A stage. */
export type StageInput = z.output<typeof stageForm>
/** A standard. */
export type StandardInput = z.output<typeof standardForm>
/** When a version is adopted. */
export type AdoptInput = z.output<typeof adoptForm>
/** Why another version is begun. */
export type EditionInput = z.output<typeof editionForm>
/** A case. */
export type CaseInput = z.output<typeof caseForm>
/** By which decision of the board a stage is signed off. */
export type GateInput = z.output<typeof gateForm>
/** What whoever signs a stage off says. */
export type SignInput = z.output<typeof signForm>
/** A check by a standard. */
export type CheckInput = z.output<typeof checkForm>
/** A group that works on a strategy. */
export type GroupInput = z.output<typeof groupForm>
/** A piece of work. */
export type WorkInput = z.output<typeof workForm>
/** When it was done. */
export type DoneInput = z.output<typeof doneForm>
/** A review. */
export type ReviewInput = z.output<typeof reviewForm>
/** Which equality assessment. */
export type EqiaInput = z.output<typeof eqiaForm>
/** What is intended for a service in a year. */
export type IntentionInput = z.output<typeof intentionForm>

/** Reads a framework. */
export const parseFramework = formOf(frameworkForm)
/** Reads one that is changed. */
export const parseChangedFramework = formOf(changedForm)
/** Reads a stage. */
export const parseStage = formOf(stageForm)
/** Reads a standard. */
export const parseStandard = formOf(standardForm)
/** Reads when a version is adopted. */
export const parseAdopt = formOf(adoptForm)
/** Reads why another version is begun. */
export const parseEdition = formOf(editionForm)
/** Reads a case. */
export const parseCase = formOf(caseForm)
/** Reads by which decision. */
export const parseGate = formOf(gateForm)
/** Reads what whoever signs says. */
export const parseSign = formOf(signForm)
/** Reads a check. */
export const parseCheck = formOf(checkForm)
/** Reads a group. */
export const parseGroup = formOf(groupForm)
/** Reads a piece of work. */
export const parseWork = formOf(workForm)
/** Reads when it was done. */
export const parseDone = formOf(doneForm)
/** Reads a review. */
export const parseReview = formOf(reviewForm)
/** Reads which assessment. */
export const parseEqia = formOf(eqiaForm)
/** Reads an intention. */
export const parseIntention = formOf(intentionForm)

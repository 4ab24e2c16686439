import { z } from 'zod'
import { day, optionalDay } from '#platform/web/day-fields.ts'
import {
  choice,
  formOf,
  longText,
  optionalLongText,
  optionalText,
  optionalUuid,
  optionalWholeNumber,
  text,
  ticked,
  uuid,
  uuids,
  version,
  wholeNumber,
} from '#platform/web/fields.ts'
import { optionalSum } from './pence.ts'

const contractForm = z.object({
  title: text(200),
  reference: optionalText(60),
  summary: optionalLongText(2000),
  commissioner: uuid(),
  regime: text(60),
  process: optionalText(60),
  startsOn: day(),
  lastDay: optionalDay(),
  net: optionalSum(),
  gross: optionalSum(),
  vat: choice(['standard', 'none', 'mixed', 'not-known']),
  vatNote: optionalText(500),
  said: optionalText(500),
  volume: optionalWholeNumber(1, 100_000_000),
  volumeUnit: optionalText(60),
  served: optionalWholeNumber(0, 10_000_000),
  agreement: optionalUuid(),
  decision: optionalUuid(),
})
const changedContractForm = contractForm.extend({ version: version() })
const factsForm = z.object({
  engagedOn: optionalDay(),
  tenderedOn: optionalDay(),
  notifiedOn: optionalDay(),
  awardedOn: optionalDay(),
  signedOn: optionalDay(),
  version: version(),
})
const tiesForm = z.object({ services: uuids(), outcomes: uuids(), lines: uuids(), version: version() })
const providerForm = z.object({
  provider: uuid(),
  part: choice(['provider', 'consortium-lead', 'consortium', 'sub-contractor']),
  under: optionalUuid(),
  lot: optionalUuid(),
  startsOn: day(),
  lastDay: optionalDay(),
  version: version(),
})
const lotForm = z.object({
  title: text(200),
  area: optionalUuid(),
  status: choice(['planned', 'active', 'awarded', 'unsuccessful', 'cancelled']),
  providerLimit: optionalWholeNumber(1, 1000),
  version: version(),
})
const optionForm = z.object({ months: wholeNumber(1, 120), takeBy: optionalDay(), version: version() })
const takenForm = z.object({
  became: choice(['taken', 'declined']),
  onDay: day(),
  decision: optionalUuid(),
  decidedBy: optionalText(300),
  version: version(),
})
const kpiForm = z.object({
  title: text(200),
  unit: optionalText(60),
  better: choice(['higher', 'lower']),
  target: optionalText(20),
  tolerance: optionalText(20),
  measure: optionalUuid(),
  everyMonths: choice(['1', '2', '3', '4', '6', '12']),
  reportDays: wholeNumber(1, 120),
  startsOn: day(),
  lastDay: optionalDay(),
  isPublic: ticked(),
  version: version(),
})
const noticeForm = z.object({
  kind: choice(['planning', 'tender', 'award-notice', 'details-notice', 'decision-record', 'assessment', 'change', 'termination']),
  code: optionalText(20),
  publishedOn: day(),
  reference: optionalText(300),
  version: version(),
})
const clauseForm = z.object({
  kind: choice(['quality', 'safeguarding', 'workforce', 'other']),
  text: longText(2000),
  clause: optionalText(40),
  version: version(),
})
const assessmentForm = z.object({
  startsOn: day(),
  lastDay: day(),
  assessedOn: day(),
  rating: text(60),
  because: longText(2000),
  publishedOn: optionalDay(),
  version: version(),
})
const visitForm = z.object({
  ...{ plannedOn: day(), purpose: optionalText(300), heldOn: optionalDay(), found: optionalLongText(2000), version: version() },
})
const heldForm = z.object({ heldOn: day(), found: longText(2000), version: version() })
const visitActionForm = z.object({
  text: longText(1000),
  byWhom: choice(['provider', 'commissioner']),
  provider: optionalUuid(),
  dueOn: day(),
  version: version(),
})
const actionDoneForm = z.object({ doneOn: day(), note: text(500), version: version() })
const closeForm = z.object({ closedOn: day(), outcome: longText(2000), version: version() })
const poorForm = z.object({ provider: uuid(), because: longText(2000), issuedOn: day(), answerBy: day(), version: version() })
const planForm = z.object({ text: longText(8000), reviewedOn: day(), version: version() })
const stepForm = z.object({ key: text(40), doneOn: day(), note: optionalText(300), version: version() })
const clearForm = z.object({ settled: choice(['cleared', 'held']), because: longText(1000), version: version() })
const endContractForm = z.object({ endedOn: day(), because: longText(1000), version: version() })

/** A contract as it is typed; the last day is typed, the first day without effect is kept. */
export type ContractInput = z.output<typeof contractForm>
/** The same with the version that the form was made from. */
export type ChangedContractInput = z.output<typeof changedContractForm>
/** What has happened to it, and when. */
export type FactsInput = z.output<typeof factsForm>
/** What it is tied to. */
export type TiesInput = z.output<typeof tiesForm>
/** Who provides. */
export type ContractProviderInput = z.output<typeof providerForm>
/** A lot. */
export type LotInput = z.output<typeof lotForm>
/** An option to extend it. */
export type OptionInput = z.output<typeof optionForm>
/** What became of an option. */
export type TakenInput = z.output<typeof takenForm>
/** An indicator. */
export type KpiInput = z.output<typeof kpiForm>
/** A notice that was published. */
export type NoticeInput = z.output<typeof noticeForm>
/** A clause. */
export type ClauseInput = z.output<typeof clauseForm>
/** An assessment of performance. */
export type AssessmentInput = z.output<typeof assessmentForm>
/** A visit. */
export type VisitInput = z.output<typeof visitForm>
/** What was found at a visit. */
export type HeldInput = z.output<typeof heldForm>
/** What follows from a visit. */
export type VisitActionInput = z.output<typeof visitActionForm>
/** How such an action was done. */
export type ActionDoneInput = z.output<typeof actionDoneForm>
/** How a notice of poor performance is closed. */
export type CloseInput = z.output<typeof closeForm>
/** A notice of poor performance. */
export type PoorInput = z.output<typeof poorForm>
/** The plan for the failure of a provider. */
export type FailurePlanInput = z.output<typeof planForm>
/** A step of the renewal that is done. */
export type StepInput = z.output<typeof stepForm>
/** Whether it may be shown to everybody. */
export type ClearInput = z.output<typeof clearForm>
/** How it ends early. */
export type EndContractInput = z.output<typeof endContractForm>

/** Reads the form of a new contract. */
export const parseContract = formOf(contractForm)
/** Reads the form of a contract that is changed. */
export const parseChangedContract = formOf(changedContractForm)
/** Reads what has happened. */
export const parseFacts = formOf(factsForm)
/** Reads what it is tied to. */
export const parseTies = formOf(tiesForm)
/** Reads who provides. */
export const parseContractProvider = formOf(providerForm)
/** Reads a lot. */
export const parseLot = formOf(lotForm)
/** Reads an option. */
export const parseOption = formOf(optionForm)
/** Reads what became of an option. */
export const parseTaken = formOf(takenForm)
/** Reads an indicator. */
export const parseKpi = formOf(kpiForm)
/** Reads a notice that was published. */
export const parseNotice = formOf(noticeForm)
/** Reads a clause. */
export const parseClause = formOf(clauseForm)
/** Reads an assessment. */
export const parseAssessment = formOf(assessmentForm)
/** Reads a visit. */
export const parseVisit = formOf(visitForm)
/** Reads what was found at a visit. */
export const parseHeld = formOf(heldForm)
/** Reads what follows from a visit. */
export const parseVisitAction = formOf(visitActionForm)
/** Reads how such an action was done. */
export const parseActionDone = formOf(actionDoneForm)
/** Reads how a notice is closed. */
export const parseClose = formOf(closeForm)
/** Reads a notice of poor performance. */
export const parsePoor = formOf(poorForm)
/** Reads the plan for a failure. */
export const parseFailurePlan = formOf(planForm)
/** Reads a step that is done. */
export const parseStep = formOf(stepForm)
/** Reads whether it may be shown. */
export const parseClear = formOf(clearForm)
/** Reads how it ends early. */
export const parseEndContract = formOf(endContractForm)

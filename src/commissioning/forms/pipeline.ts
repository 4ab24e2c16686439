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
  version,
} from '#platform/web/fields.ts'

const eventForm = z.object({
  kind: choice(['entered', 'met', 'deferred', 'resumed', 'extended', 'withdrawn', 'rejected']),
  stage: optionalUuid(),
  onDay: day(),
  untilOn: optionalDay(),
  decision: optionalUuid(),
  because: optionalText(500),
})
const pipelineForm = z.object({
  title: text(200),
  summary: optionalLongText(1000),
  casesAre: text(60),
  like: optionalUuid(),
  stages: optionalLongText(4000),
})
const changedForm = z.object({ title: text(200), summary: optionalLongText(1000), casesAre: text(60), version: version() })
const stageForm = z.object({
  title: text(200),
  criteria: optionalLongText(2000),
  wished: optionalLongText(2000),
  days: optionalWholeNumber(1, 3660),
  byDecision: ticked(),
  version: version(),
})
const roundForm = z.object({ opensOn: day(), closesOn: day(), version: version() })
const casesForm = z.object({ titles: longText(10_000), round: optionalUuid(), enteredOn: optionalDay(), version: version() })
const caseForm = z.object({
  title: text(200),
  service: optionalUuid(),
  priority: optionalUuid(),
  contract: optionalUuid(),
  version: version(),
})
const dateForm = z.object({ expectedOn: day(), because: optionalText(500) })

/** What happened to a case. */
export type CaseEventInput = z.output<typeof eventForm>
/** When it is expected to be live. */
export type CaseDateInput = z.output<typeof dateForm>

/** A pipeline that is begun: its stages one a line, or those of another. */
export type PipelineInput = z.output<typeof pipelineForm>
/** What a pipeline is called. */
export type ChangedPipelineInput = z.output<typeof changedForm>
/** A stage. */
export type StageInput = z.output<typeof stageForm>
/** A round. */
export type RoundInput = z.output<typeof roundForm>
/** Cases that come in, one a line. */
export type CasesInput = z.output<typeof casesForm>
/** What a case is called and tied to. */
export type ChangedCaseInput = z.output<typeof caseForm>

/** Reads a pipeline that is begun. */
export const parsePipeline = formOf(pipelineForm)
/** Reads what a pipeline is called. */
export const parseChangedPipeline = formOf(changedForm)
/** Reads a stage. */
export const parseStage = formOf(stageForm)
/** Reads a round. */
export const parseRound = formOf(roundForm)
/** Reads cases that come in. */
export const parseCases = formOf(casesForm)
/** Reads what a case is called and tied to. */
export const parseChangedCase = formOf(caseForm)
/** Reads what happened to a case. */
export const parseCaseEvent = formOf(eventForm)
/** Reads when it is expected. */
export const parseCaseDate = formOf(dateForm)

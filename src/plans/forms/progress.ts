import { z } from 'zod'
import type { FieldProblem, Result } from '#platform/result.ts'
import { day, optionalDay } from '#platform/web/day-fields.ts'
import { choice, longText, optionalLongText, parseForm, text, version } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'

const sayForm = z.object({
  progress: optionalLongText(4000),
  state: choice(['not-started', 'started', 'done', 'stopped']),
  doneOn: optionalDay(),
  impact: optionalLongText(4000),
  evidence: optionalLongText(1000),
  version: version(),
})
const rateForm = z.object({ colour: choice(['red', 'amber', 'green']), why: longText(1000), lastDay: day() })
const coloursForm = z.object({
  'action-red': text(300),
  'action-amber': text(300),
  'action-green': text(300),
  'measure-red': optionalLongText(300),
  'measure-amber': optionalLongText(300),
  'measure-green': optionalLongText(300),
})

/** What is said of an action: how it goes, how it stands now, and apart from that what changed by it. */
export type SayInput = z.output<typeof sayForm>
/** A colour, why, and the last day on which it holds. */
export type RateInput = z.output<typeof rateForm>
/** What the colours mean, for actions and for measures. */
export type ColoursInput = z.output<typeof coloursForm>

/** Reads what is said of an action. */
export function parseSay(body: FormBody): Result<SayInput, FieldProblem> {
  return parseForm(sayForm, body)
}

/** Reads the colour that is set for an action. */
export function parseRate(body: FormBody): Result<RateInput, FieldProblem> {
  return parseForm(rateForm, body)
}

/** Reads what the colours of a plan mean. */
export function parseColours(body: FormBody): Result<ColoursInput, FieldProblem> {
  return parseForm(coloursForm, body)
}

import { z } from 'zod'
import { type FieldProblem, fail, type Result } from '#platform/result.ts'
import { day } from '#platform/web/day-fields.ts'
import { choice, formOf, longText, parseForm, text, wholeNumber } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'

const annotation = z.object({ onDay: day(), words: text(300) })
/** A note at a day of a chart. */
export type AnnotationInput = z.output<typeof annotation>
/** Reads a note at a day of a chart. */
export const parseAnnotation = formOf(annotation)

const rebase = z.object({ onDay: day(), reason: longText(1000), decidedBy: text(200), decidedOn: day() })
/** A decision that limits are worked out anew from a day on. */
export type RebaseInput = z.output<typeof rebase>
/** Reads a decision to rebase. */
export const parseRebase = formOf(rebase)

const rules = z.object({
  scope: choice(['measure', 'board']),
  first: choice(['process', 'run']),
  screening: choice(['on', 'off']),
  runBelow: wholeNumber(2, 100),
  trialBelow: wholeNumber(2, 100),
  noneBelow: wholeNumber(2, 100),
  startsOn: day(),
  reason: longText(500),
})
/** How charts are judged from a day on: of one measure, or of every measure of its board without a rule of its own. */
export type ChartRulesInput = z.output<typeof rules>

/** Reads the rules of charts. */
export function parseChartRules(body: FormBody): Result<ChartRulesInput, FieldProblem> {
  const read = parseForm(rules, body)
  return read.ok && read.value.noneBelow > read.value.trialBelow ? fail({ field: 'noneBelow', code: 'none-above-trial' }) : read
}

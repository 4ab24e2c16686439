import { z } from 'zod'
import { type FieldProblem, type Result, succeed } from '#platform/result.ts'
import { optionalDay } from '#platform/web/day-fields.ts'
import {
  formOf,
  longText,
  optionalLongText,
  optionalWholeNumber,
  parseForm,
  text,
  uuid,
  uuids,
  version,
  wholeNumber,
} from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'

const words = () => optionalLongText(8000)
const strategyForm = z.object({
  title: text(200),
  scope: longText(4000),
  lead: uuid(),
  needs: uuids(),
  services: uuids(),
  policy: words(),
  priorities: words(),
  feedback: words(),
  market: words(),
  intentions: words(),
  implementation: words(),
  equalityOn: optionalDay(),
  equality: words(),
  reviewOn: optionalDay(),
})
const changedStrategyForm = strategyForm.extend({ version: version() })
const criterionForm = z.object({ name: text(120), weight: wholeNumber(1, 100) })
const optionForm = z.object({ question: text(120), title: text(200), text: words() })
const decideForm = z.object({ decision: uuid(), chosen: uuids(), version: version() })

/** A strategy as it is typed. */
export type StrategyInput = z.output<typeof strategyForm>
/** The same with the version that the form was made from. */
export type ChangedStrategyInput = z.output<typeof changedStrategyForm>
/** A criterion as it is typed. */
export type CriterionInput = z.output<typeof criterionForm>
/** An option with its scores by criterion; one that was left empty is not scored. */
export type OptionInput = z.output<typeof optionForm> & { readonly scores: ReadonlyMap<string, number> }
/** What was decided, and which options were chosen. */
export type DecideInput = z.output<typeof decideForm>

/** Reads the form of a new strategy. */
export const parseStrategy = formOf(strategyForm)
/** Reads the form of a strategy that is changed. */
export const parseChangedStrategy = formOf(changedStrategyForm)
/** Reads a criterion. */
export const parseCriterion = formOf(criterionForm)
/** Reads what was decided. */
export const parseDecide = formOf(decideForm)

/** Reads an option with a score of 0 to 10 for each criterion. */
export function parseOption(criteria: readonly string[]): (body: FormBody) => Result<OptionInput, FieldProblem> {
  const scored = z.object(Object.fromEntries(criteria.map((id) => [`score-${id}`, optionalWholeNumber(0, 10)])))
  return (body) => {
    const [read, scores] = [parseForm(optionForm, body), parseForm(scored, body)]
    if (!read.ok) return read
    if (!scores.ok) return scores
    const typed = criteria.flatMap((id) => {
      const score = scores.value[`score-${id}`]
      return score === undefined ? [] : [[id, score] as const]
    })
    return succeed({ ...read.value, scores: new Map(typed) })
  }
}

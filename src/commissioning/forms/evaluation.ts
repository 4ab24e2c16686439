import { z } from 'zod'
import type { FieldProblem, Result } from '#platform/result.ts'
import { succeed } from '#platform/result.ts'
import {
  choice,
  formOf,
  longText,
  optionalLongText,
  optionalText,
  parseForm,
  text,
  ticked,
  uuid,
  wholeNumber,
} from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/forms.ts'

const criteriaForm = z.object({ quality: optionalLongText(4000), price: optionalText(6), because: optionalText(500) })
const nameForm = z.object({ person: uuid(), moderates: ticked() })
const declareForm = z.object({ has: choice(['none', 'some']), interest: optionalLongText(1000) })
const settleForm = z.object({ settled: choice(['reads', 'stands-down']), because: text(500) })
const recommendForm = z.object({ bid: text(36), because: longText(4000) })

/** By what bids are judged. */
export type BidCriteriaInput = z.output<typeof criteriaForm>
/** Who evaluates. */
export type EvaluatorInput = z.output<typeof nameForm>
/** What interest an evaluator has. */
export type DeclareInput = z.output<typeof declareForm>
/** Whether somebody with an interest may read. */
export type SettleInput = z.output<typeof settleForm>
/** What is recommended. */
export type RecommendInput = z.output<typeof recommendForm>
/** Points and why, by criterion. */
export type ScoresInput = ReadonlyMap<string, { readonly points: number; readonly because: string }>

/** Reads by what bids are judged. */
export const parseBidCriteria = formOf(criteriaForm)
/** Reads who evaluates. */
export const parseEvaluator = formOf(nameForm)
/** Reads what interest an evaluator has. */
export const parseDeclare = formOf(declareForm)
/** Reads whether somebody with an interest may read. */
export const parseSettle = formOf(settleForm)
/** Reads what is recommended. */
export const parseRecommend = formOf(recommendForm)

/** Reads points and why for the criteria that are asked. */
export function parseScores(criteria: readonly string[]): (body: FormBody) => Result<ScoresInput, FieldProblem> {
  const shape = z.object(
    Object.fromEntries(
      criteria.flatMap((id): [string, z.ZodType][] => [
        [`points-${id}`, wholeNumber(0, 100)],
        [`because-${id}`, longText(2000)],
      ]),
    ),
  )
  return (body) => {
    const read = parseForm(shape, body)
    if (!read.ok) return read
    const typed = read.value as Readonly<Record<string, unknown>>
    return succeed(new Map(criteria.map((id) => [id, { points: Number(typed[`points-${id}`]), because: String(typed[`because-${id}`]) }])))
  }
}

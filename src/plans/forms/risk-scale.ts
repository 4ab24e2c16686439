import { z } from 'zod'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { day } from '#platform/web/day-fields.ts'
import { choice, parseForm, text } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import { cellsThatFall, type RiskCell, riskGrades } from '../rules/risk.ts'

/** How many levels a scale may have. */
export const scaleSizes = ['2', '3', '4', '5', '6', '7'] as const

const sizeForm = z.object({ levels: choice(scaleSizes) })

/** A scale as it is set: a word for each level from the least, and the grade of each pair of levels. */
export interface ScaleInput {
  readonly name: string
  readonly source: string
  readonly startsOn: Temporal.PlainDate
  readonly likelihood: readonly string[]
  readonly impact: readonly string[]
  readonly cells: readonly RiskCell[]
}

/** The name of the field for the grade of a place. */
export const cellField = ({ likelihood, impact }: Pick<RiskCell, 'likelihood' | 'impact'>): string => `cell${likelihood}x${impact}`

/** 1 to the number of levels. */
export const levelsOf = (size: number): readonly number[] => Array.from({ length: size }, (_, index) => index + 1)

/** Reads how many levels a new scale has. */
export function parseScaleSize(body: FormBody): Result<z.output<typeof sizeForm>, FieldProblem> {
  return parseForm(sizeForm, body)
}

/** Reads a scale of so many levels. Problems: 'word-twice' for two levels of one name, 'grade-falls' for a cell that weighs less than a lesser one. */
export function parseScale(size: number): (body: FormBody) => Result<ScaleInput, FieldProblem> {
  const levels = levelsOf(size)
  const words = levels.flatMap((level) => [[`likelihood${level}`, text(60)] as const, [`impact${level}`, text(60)] as const])
  const places = levels.flatMap((likelihood) => levels.map((impact) => ({ likelihood, impact })))
  const grades = places.map((place) => [cellField(place), choice(riskGrades)] as const)
  const schema = z.object({ name: text(100), source: text(300), startsOn: day() })
  const all = z.object(Object.fromEntries<z.ZodType<string>>([...words, ...grades]))
  return (body) => {
    const [head, rest] = [parseForm(schema, body), parseForm(all, body)]
    const wrong = [...(head.ok ? [] : head.problems), ...(rest.ok ? [] : rest.problems)]
    if (!head.ok || !rest.ok) return { ok: false, problems: wrong as [FieldProblem, ...FieldProblem[]] }
    const said = rest.value
    const cells = places.map((place) => ({ ...place, grade: said[cellField(place)] as RiskCell['grade'] }))
    const named = (axis: 'likelihood' | 'impact') => levels.map((level) => said[`${axis}${level}`] ?? '')
    const problems = [
      ...(['likelihood', 'impact'] as const).flatMap((axis) => twice(axis, named(axis))),
      ...cellsThatFall(cells).map((cell) => ({ field: cellField(cell), code: 'grade-falls' })),
    ]
    const [first, ...more] = problems
    if (first) return fail(first, ...more)
    return succeed({ ...head.value, likelihood: named('likelihood'), impact: named('impact'), cells })
  }
}

function twice(axis: string, words: readonly string[]): readonly FieldProblem[] {
  const lower = words.map((word) => word.toLowerCase())
  return lower.flatMap((word, index) => (lower.indexOf(word) < index ? [{ field: `${axis}${index + 1}`, code: 'word-twice' }] : []))
}

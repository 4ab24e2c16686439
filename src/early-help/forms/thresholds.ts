import { z } from 'zod'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { day } from '#platform/web/day-fields.ts'
import { optionalLongText, optionalText, parseForm, text } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import { levelProblem, mostLevels, type ThresholdLevel } from '../rules/thresholds.ts'

/** A document of thresholds from a day on, with its levels from the lowest. */
export interface ThresholdsInput {
  readonly name: string
  readonly source: string
  readonly startsOn: Temporal.PlainDate
  readonly levels: readonly ThresholdLevel[]
}

/** Numbers of the levels that the form asks for. */
export const levelNumbers: readonly number[] = Array.from({ length: mostLevels }, (_, index) => index + 1)

const thresholdsForm = z.object({
  name: text(200),
  startsOn: day(),
  source: text(500),
  ...Object.fromEntries(
    levelNumbers.flatMap((level) => [
      [`name${level}`, optionalText(200)],
      [`means${level}`, optionalLongText(2000)],
    ]),
  ),
})

/** Reads it: levels that are whole, in their order. */
export function parseThresholds(body: FormBody): Result<ThresholdsInput, FieldProblem> {
  const parsed = parseForm(thresholdsForm, body)
  if (!parsed.ok) return parsed
  const { name, source, startsOn, ...rest } = parsed.value
  const fields = rest as Readonly<Record<string, string | undefined>>
  const typed = levelNumbers.map((level) => ({ name: fields[`name${level}`], means: fields[`means${level}`] }))
  const wrong = levelProblem(typed)
  if (wrong) return fail({ field: `${wrong.part}${wrong.level}`, code: wrong.code })
  const levels = typed.flatMap(({ name: called, means }, index) =>
    called === undefined || means === undefined ? [] : [{ level: index + 1, name: called, means }],
  )
  return succeed({ name, source, startsOn, levels })
}

import { z } from 'zod'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { day } from '#platform/web/day-fields.ts'
import { choice, field, optionalLongText, parseForm, postedText, text } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import { type ClosingReason, closingProblem, freelyTold, type ReportedGroup, reportedGroups, toldAsItself } from '../rules/closing.ts'
import { type ClosureReason, closureReasons } from '../rules/episode.ts'

/** Words of reasons for closing from a day on. */
export interface ClosingInput {
  readonly name: string
  readonly source: string
  readonly startsOn: Temporal.PlainDate
  readonly reasons: readonly ClosingReason[]
}

const wordsForm = z.object({
  ...{ name: text(200), startsOn: day(), source: text(500) },
  ...Object.fromEntries(closureReasons.map((reason) => [`words-${reason}`, optionalLongText(2000)])),
  ...Object.fromEntries(freelyTold.map((reason) => [`told-${reason}`, choice(reportedGroups)])),
})

/** Reads them: words for every reason, one on a line, and as what each is reported. */
export function parseClosingWords(body: FormBody): Result<ClosingInput, FieldProblem> {
  const parsed = parseForm(wordsForm, body)
  if (!parsed.ok) return parsed
  const { name, source, startsOn, ...rest } = parsed.value
  const fields = rest as Readonly<Record<string, string | undefined>>
  const reasons = closureReasons.map((reason) => ({
    reason,
    names: (fields[`words-${reason}`] ?? '').split('\n').flatMap((line) => line.trim() || []),
    reportedAs: toldAsItself[reason] ?? (fields[`told-${reason}`] as ReportedGroup),
  }))
  const wrong = closingProblem(reasons)
  if (wrong) return fail({ field: `words-${wrong.reason}`, code: wrong.code })
  return succeed({ name, source, startsOn, reasons })
}

/** A reason by its code; by others than the first of its words with their place: 'moved/2'. */
export const closingChoice = field<{ readonly reason: ClosureReason; readonly place: number }>((posted) => {
  const typed = postedText(posted)
  if (typed === '') return { code: 'choice-missing' }
  const [, code, place = '1'] = /^([a-z-]+)(?:\/([1-6]))?$/.exec(typed) ?? []
  const reason = closureReasons.find((one) => one === code)
  return reason === undefined ? { code: 'choice-unknown' } : { value: { reason, place: Number(place) } }
})

/** What a reason is posted as, by the place of its words from 1. */
export const closingValue = (reason: ClosureReason, place: number): string => (place === 1 ? reason : `${reason}/${place}`)

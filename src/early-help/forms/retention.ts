import { z } from 'zod'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { optionalDay } from '#platform/web/day-fields.ts'
import { choice, formOf, longText, parseForm, ticked } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import { type DestroyedLine, readDestroyedList } from '../rules/destroyed-list.ts'

const holdForm = z.object({ because: longText(2000) })
const reviewForm = z.object({ verdict: choice(['destroy', 'keep']), keepUntil: optionalDay(), because: longText(2000) })
const listForm = z.object({ list: longText(1_000_000) })
const destroyForm = z.object({ sure: ticked() })

/** Why a record is held, or not any more. */
export type HoldInput = z.output<typeof holdForm>
/** What is decided of a record that is due. */
export type ReviewRecordInput = z.output<typeof reviewForm>

/** Reads why a record is held, or not any more. */
export const parseHold = formOf(holdForm)

/** Reads what is decided of a record that is due: kept until a day, or destroyed and until no day. */
export function parseReviewRecord(body: FormBody): Result<ReviewRecordInput, FieldProblem> {
  const parsed = parseForm(reviewForm, body)
  if (!parsed.ok) return parsed
  const { verdict, keepUntil } = parsed.value
  if (verdict === 'keep' && !keepUntil) return fail({ field: 'keepUntil', code: 'keep-until' })
  if (verdict === 'destroy' && keepUntil) return fail({ field: 'keepUntil', code: 'destroy-no-day' })
  return succeed(parsed.value)
}

/** Reads that somebody is sure. */
export function parseDestroy(body: FormBody): Result<object, FieldProblem> {
  const parsed = parseForm(destroyForm, body)
  if (!parsed.ok) return parsed
  return parsed.value.sure ? succeed({}) : fail({ field: 'sure', code: 'not-sure' })
}

/** Reads the list of what was destroyed as it is given back; the first line that is not one of it is told by its number. */
export function parseGivenBack(body: FormBody): Result<{ readonly list: readonly DestroyedLine[] }, FieldProblem> {
  const parsed = parseForm(listForm, body)
  if (!parsed.ok) return parsed
  const list = readDestroyedList(parsed.value.list)
  if ('wrong' in list) return fail({ field: 'list', code: 'list-line', details: { line: list.wrong } })
  return list.lines.length === 0 ? fail({ field: 'list', code: 'list-empty' }) : succeed({ list: list.lines })
}

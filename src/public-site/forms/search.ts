import { z } from 'zod'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { optionalDay } from '#platform/web/day-fields.ts'
import { optionalChoice, optionalText, optionalWholeNumber, parseForm } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import { type Asked, foundKinds, foundOrders } from '../rules/asked-words.ts'

/** Longest search in characters. */
export const longestSearch = 200
/** Nobody turns more pages than these. */
const mostPages = 50

const form = z.object({
  q: optionalText(longestSearch),
  kind: optionalChoice(foundKinds),
  board: optionalText(longestSearch),
  from: optionalDay(),
  to: optionalDay(),
  order: optionalChoice(foundOrders),
  page: optionalWholeNumber(1, mostPages),
})

/** Reads a search out of its address. */
export function parseSearch(query: FormBody): Result<Asked, FieldProblem> {
  const parsed = parseForm(form, query)
  if (!parsed.ok) return parsed
  const { q = '', kind, board, from, to, order = 'relevance', page = 1 } = parsed.value
  if (from && to && Temporal.PlainDate.compare(to, from) < 0)
    return fail({ field: 'to', code: 'ends-before-it-starts', details: { part: 'day' } })
  return succeed({ words: q, kind, board, from, to, order, page })
}

import { z } from 'zod'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { optionalLongText, optionalText, parseForm, postedText, ticked } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import { type Status, statuses } from '../rules/measure.ts'
import { type FilledRow, readSheet, type SheetRow, type TypedFigure } from '../rules/sheet.ts'

/** The figures of a sheet that were filled in, why earlier ones are revised, and what is said of all of it. */
export interface EntryInput {
  readonly filled: readonly FilledRow[]
  readonly reason: string
  readonly note: string
  /** Whoever gives them has looked at what is asked. */
  readonly confirmed: boolean
}

const rest = z.object({ reason: optionalText(500), note: optionalLongText(2000), confirmed: ticked() })

/** Reads a sheet of figures: `status0`, `value0`, `numerator0`, `denominator0`, `quality0` and so on, in the order of the rows. */
export function parseEntry(rows: readonly SheetRow[], today: Temporal.PlainDate): (body: FormBody) => Result<EntryInput, FieldProblem> {
  return (body) => {
    const parsed = parseForm(rest, body)
    if (!parsed.ok) return parsed
    const typed: TypedFigure[] = []
    for (const at of rows.keys()) {
      const quality = parseForm(z.object({ [`quality${at}`]: optionalText(500) }), body)
      if (!quality.ok) return quality
      const words = (name: string) => postedText(body[`${name}${at}`]).slice(0, 200)
      const status = words('status')
      if (status !== '' && !(statuses as readonly string[]).includes(status)) return fail({ field: `status${at}`, code: 'choice-unknown' })
      const figures = { value: words('value'), numerator: words('numerator'), denominator: words('denominator') }
      typed.push({ ...figures, status: status as Status | '', quality: quality.value[`quality${at}`] ?? '' })
    }
    const { filled, problems } = readSheet(rows, typed, { today, confirmed: parsed.value.confirmed })
    const [first, ...more] = problems
    if (first) return fail(first, ...more)
    return succeed({ filled, reason: parsed.value.reason ?? '', note: parsed.value.note ?? '', confirmed: parsed.value.confirmed })
  }
}

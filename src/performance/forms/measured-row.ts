import { z } from 'zod'
import type { FieldProblem, Result } from '#platform/result.ts'
import { day } from '#platform/web/day-fields.ts'
import { field, isUuid, parseForm, postedText } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import { type MeasuredRow, measuredKinds } from '../rules/measured-row.ts'

const SEPARATOR = ':'

/** A row of a plan as a form names it: 'outcome:…'. */
export function namedRow({ kind, id }: MeasuredRow): string {
  return `${kind}${SEPARATOR}${id}`
}

/** The row that a form names; an empty choice is asked for, another is unknown. */
function measuredRow(): z.ZodType<MeasuredRow> {
  return field((posted) => {
    const written = postedText(posted)
    if (written === '') return { code: 'choice-missing' }
    const [named = '', id = ''] = written.split(SEPARATOR)
    const kind = measuredKinds.find((one) => one === named)
    return kind !== undefined && isUuid(id) ? { value: { kind, id } } : { code: 'choice-unknown' }
  })
}

const link = z.object({ row: measuredRow(), startsOn: day() })
const end = z.object({ endsOn: day() })

/** What a measure measures, from a day on. */
export type LinkInput = z.output<typeof link>

/** Reads the form that says what a measure measures. */
export function parseLink(body: FormBody): Result<LinkInput, FieldProblem> {
  return parseForm(link, body)
}

/** Reads the form that says from which day it no longer does. */
export function parseLinkEnd(body: FormBody): Result<{ readonly endsOn: Temporal.PlainDate }, FieldProblem> {
  return parseForm(end, body)
}

import { z } from 'zod'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { day } from '#platform/web/day-fields.ts'
import { field, isUuid, longText, parseForm, postedText, version } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/forms.ts'
import type { NewLink } from '../rules/link.ts'

/** How a record that can be chosen stands in the form: relation, kind and id. */
export const targetValue = (relation: string, kind: string, id: string): string => `${relation}:${kind}:${id}`

const target = field<Pick<NewLink, 'relation' | 'to'>>((posted) => {
  const [relation = '', kind = '', id = ''] = postedText(posted).split(':')
  if (relation === '') return { code: 'required' }
  return /^[a-z-]{1,40}$/.test(relation) && /^[a-z-]{1,40}$/.test(kind) && isUuid(id)
    ? { value: { relation, to: { kind, id } } }
    : { code: 'choice-unknown' }
})

/** Reads what a record is to be linked to, and why. */
export function parseLink(body: FormBody): Result<NewLink, FieldProblem> {
  const parsed = parseForm(z.object({ target, why: longText(1000), startsOn: day() }), body)
  if (!parsed.ok) return fail(...parsed.problems)
  const { target: chosen, why, startsOn } = parsed.value
  return succeed({ ...chosen, why, startsOn })
}

/** Reads why and from when a link holds no longer. */
export function parseEndOfLink(body: FormBody) {
  return parseForm(z.object({ endsOn: day(), reason: longText(1000), version: version() }), body)
}

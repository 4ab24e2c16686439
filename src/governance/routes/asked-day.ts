import { succeed } from '#platform/result.ts'
import { parseForm } from '#platform/web/fields.ts'
import { dayValues, emptyForm, type FormBody, type FormState, formState } from '#platform/web/forms.ts'
import { dayForm } from '../forms/records.ts'
import { problemWords } from '../words/problems.ts'
import type { Asked } from './endpoint.tsx'

/** The day behind '?on=', or that of the three fields; today without one or with an impossible one, which the form then says. */
export function askedDay({ visit, query }: Pick<Asked, 'visit' | 'query'>): {
  readonly onDay: Temporal.PlainDate
  readonly form: FormState
} {
  const parts = Object.fromEntries(['day', 'month', 'year'].map((part) => [`on-${part}`, query(`on-${part}`) ?? '']))
  const typed: FormBody = query('on') === undefined ? parts : { on: query('on') ?? '' }
  const isAsked = Object.values(typed).some((value) => value !== '')
  const parsed = isAsked ? parseForm(dayForm, typed) : succeed({ on: visit.today })
  const onDay = parsed.ok ? parsed.value.on : visit.today
  return { onDay, form: parsed.ok ? emptyForm(dayValues('on', onDay)) : formState(parts, parsed.problems, problemWords) }
}

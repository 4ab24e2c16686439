import type { FormState } from '../forms.ts'
import type { DateInputItem } from '../govuk/html.ts'

const parts = [
  { name: 'day', classes: 'govuk-input--width-2' },
  { name: 'month', classes: 'govuk-input--width-2' },
  { name: 'year', classes: 'govuk-input--width-4' },
] as const

/** The `items` of a `DateInput` whose id and namePrefix are `name`: what was typed, and which part is wrong. */
export function dateItems(form: FormState, name: string): readonly DateInputItem[] {
  const wrong = form.error(name)
  const wrongPart = form.errorPart(name)
  return parts.map((part) => ({
    name: part.name,
    value: form.value(`${name}-${part.name}`),
    // Without a part the whole date is wrong.
    error: wrong !== undefined && (wrongPart === undefined || wrongPart === part.name),
    classes: part.classes,
  }))
}

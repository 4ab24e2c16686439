import type { JSX } from 'hono/jsx/jsx-runtime'
import { dateItems } from '#platform/web/components/day-input.tsx'
import type { FormState } from '#platform/web/forms.ts'
import { Button, DateInput, Textarea } from '#platform/web/govuk/components.tsx'

interface FieldProps {
  readonly form: FormState
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
}

const hintOf = (hint: string | undefined) => (hint === undefined ? {} : { hint: { text: hint } })

/** An error as the macros take it. */
export const errorOf = (form: FormState, name: string) => {
  const error = form.error(name)
  return error ? { errorMessage: error } : {}
}

/** Several lines of words. */
export function WordsField({ form, name, label, hint }: FieldProps): JSX.Element {
  return (
    <Textarea id={name} name={name} label={{ text: label }} rows="3" value={form.value(name)} {...hintOf(hint)} {...errorOf(form, name)} />
  )
}

/** A day in three parts. */
export function DayField({ form, name, label, hint }: FieldProps): JSX.Element {
  const fieldset = { legend: { text: label, classes: 'govuk-fieldset__legend--s' } }
  return (
    <DateInput
      id={name}
      namePrefix={name}
      fieldset={fieldset}
      items={dateItems(form, name) as never}
      {...hintOf(hint)}
      {...errorOf(form, name)}
    />
  )
}

/** The button that sends, and the way back. */
export function SendOrCancel({
  text,
  cancel,
  warning,
}: {
  readonly text: string
  readonly cancel: string
  readonly warning?: boolean
}): JSX.Element {
  return (
    <div class="govuk-button-group">
      <Button text={text} preventDoubleClick classes={warning ? 'govuk-button--warning' : ''} />
      <a class="govuk-link" href={cancel}>
        Cancel
      </a>
    </div>
  )
}

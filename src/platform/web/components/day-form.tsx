import type { JSX } from 'hono/jsx/jsx-runtime'
import type { FormState } from '../forms.ts'
import { DateInput } from '../govuk/components.tsx'
import { dateItems } from './day-input.tsx'

/** Asks a page for another day; the day stands behind the question mark. */
export function DayForm({ action, form }: { readonly action: string; readonly form: FormState }): JSX.Element {
  return (
    <form method="get" action={action} novalidate>
      <DateInput
        id="on"
        namePrefix="on"
        items={[...dateItems(form, 'on')]}
        fieldset={{ legend: { text: 'Show another day', classes: 'govuk-fieldset__legend--s' } }}
        errorMessage={form.error('on')}
      />
      <button class="govuk-button govuk-button--secondary" type="submit">
        Show
      </button>
    </form>
  )
}

import type { JSX } from 'hono/jsx/jsx-runtime'
import type { FormState } from '#platform/web/forms.ts'
import { Field, type FieldGroup, type FormField } from './form-field.tsx'

/** The fields of a form in their order; those under one title stand in a box with it. */
export function FieldGroups({ fields, form }: { readonly fields: readonly FormField[]; readonly form: FormState }): JSX.Element {
  return (
    <>
      {inGroups(fields).map(({ group, members }) => {
        const drawn = members.map((field) => <Field field={field} form={form} />)
        if (group === undefined) return drawn
        return group.folded ? (
          <details class="govuk-details" open={members.some((field) => isFilled(field, form))}>
            <summary class="govuk-details__summary">
              <span class="govuk-details__summary-text">{group.title}</span>
            </summary>
            <div class="govuk-details__text">{drawn}</div>
          </details>
        ) : (
          <fieldset class="govuk-fieldset gt-field-group">
            <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{group.title}</legend>
            {drawn}
          </fieldset>
        )
      })}
    </>
  )
}

function inGroups(fields: readonly FormField[]) {
  const groups: { readonly group: FieldGroup | undefined; readonly members: FormField[] }[] = []
  for (const field of fields) {
    const last = groups.at(-1)
    if (last && last.group?.title === field.group?.title) last.members.push(field)
    else groups.push({ group: field.group, members: [field] })
  }
  return groups
}

/** Whether something stands in a field, or is wrong with it. */
function isFilled({ kind, name }: FormField, form: FormState): boolean {
  if (form.error(name) !== undefined) return true
  const value = form.value(kind === 'day' ? `${name}-day` : name)
  return kind !== 'hidden' && value !== '' && value !== 'none' && value !== 'not-said'
}

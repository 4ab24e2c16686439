import type { JSX } from 'hono/jsx/jsx-runtime'
import type { FormState } from '#platform/web/forms.ts'
import { Checkboxes, Input, Radios, Select, Textarea } from '#platform/web/govuk/components.tsx'

/** What every field is told. */
interface FieldProps {
  readonly form: FormState
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
}

const hintOf = (hint: string | undefined) => (hint === undefined ? {} : { hint: { text: hint } })
const errorOf = (form: FormState, name: string) => {
  const error = form.error(name)
  return error ? { errorMessage: error } : {}
}

/** One line of words; `size` is the width in characters. */
export function TextField({ form, name, label, hint, size }: FieldProps & { readonly size?: 4 | 10 | 20 | undefined }): JSX.Element {
  const width = size === undefined ? {} : { classes: `govuk-input--width-${size}` }
  return (
    <Input id={name} name={name} label={{ text: label }} value={form.value(name)} {...width} {...hintOf(hint)} {...errorOf(form, name)} />
  )
}

/** Several lines of words. */
export function AreaField({ form, name, label, hint, rows = 4 }: FieldProps & { readonly rows?: number | undefined }): JSX.Element {
  return (
    <Textarea
      id={name}
      name={name}
      label={{ text: label }}
      rows={String(rows)}
      value={form.value(name)}
      {...hintOf(hint)}
      {...errorOf(form, name)}
    />
  )
}

/** A choice that is offered. */
export interface Offer {
  readonly value: string
  readonly text: string
  readonly hint?: string | undefined
}

/** One of a list that folds out. */
export function SelectField({ form, name, label, hint, offers }: FieldProps & { readonly offers: readonly Offer[] }): JSX.Element {
  const items = offers.map(({ value, text }) => ({ value, text, selected: form.value(name) === value }))
  return <Select id={name} name={name} label={{ text: label }} items={items} {...hintOf(hint)} {...errorOf(form, name)} />
}

/** One of a few, all of them shown. */
export function RadioField({ form, name, label, hint, offers }: FieldProps & { readonly offers: readonly Offer[] }): JSX.Element {
  const items = offers.map(({ value, text, hint: more }) => ({ value, text, checked: form.value(name) === value, ...hintOf(more) }))
  const legend = { legend: { text: label, classes: 'govuk-fieldset__legend--s' } }
  return (
    <Radios
      idPrefix={name}
      name={name}
      fieldset={legend}
      items={items}
      classes="govuk-radios--small"
      {...hintOf(hint)}
      {...errorOf(form, name)}
    />
  )
}

/** A box to tick; posts 'yes'. */
export function TickField({ form, name, label, hint }: FieldProps): JSX.Element {
  const items = [{ value: 'yes', text: label, checked: form.value(name) !== '', ...hintOf(hint) }]
  return <Checkboxes idPrefix={name} name={name} items={items} classes="govuk-checkboxes--small" {...errorOf(form, name)} />
}

/** A field in a cell of a table: its label is read out and not shown, because the column and the row say it. */
export function CellSelect({ form, name, label, offers }: FieldProps & { readonly offers: readonly Offer[] }): JSX.Element {
  const error = form.error(name)
  return (
    <div class={error ? 'govuk-form-group--error' : undefined}>
      <label class="govuk-visually-hidden" for={name}>
        {label}
      </label>
      {error && (
        <p id={`${name}-error`} class="govuk-error-message">
          <span class="govuk-visually-hidden">Error:</span> {error.text}
        </p>
      )}
      <select class="govuk-select" id={name} name={name} aria-describedby={error ? `${name}-error` : undefined}>
        {offers.map(({ value, text }) => (
          <option value={value} selected={form.value(name) === value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  )
}

/** Fields in a fold of a row show their label; whose they are is only read out. */
interface RowFieldProps extends FieldProps {
  readonly about: string
}

function RowLabel({ label, about }: Pick<RowFieldProps, 'label' | 'about'>): JSX.Element {
  return (
    <>
      {label}
      <span class="govuk-visually-hidden">: {about}</span>
    </>
  )
}

/** A short line of words in a row of a table. */
export function RowInput({ form, name, label, about }: RowFieldProps): JSX.Element {
  const error = form.error(name)
  return (
    <div class={error ? 'govuk-form-group--error' : undefined}>
      <label class="govuk-label" for={name}>
        <RowLabel label={label} about={about} />
      </label>
      {error && (
        <p id={`${name}-error`} class="govuk-error-message">
          <span class="govuk-visually-hidden">Error:</span> {error.text}
        </p>
      )}
      <input
        class="govuk-input govuk-input--width-5"
        id={name}
        name={name}
        type="text"
        value={form.value(name)}
        aria-describedby={error ? `${name}-error` : undefined}
      />
    </div>
  )
}

/** A box in a row of a table; posts 'yes'. */
export function RowTick({ form, name, label, about }: RowFieldProps): JSX.Element {
  return (
    <div class="govuk-checkboxes govuk-checkboxes--small">
      <div class="govuk-checkboxes__item">
        <input class="govuk-checkboxes__input" id={name} name={name} type="checkbox" value="yes" checked={form.value(name) !== ''} />
        <label class="govuk-label govuk-checkboxes__label" for={name}>
          <RowLabel label={label} about={about} />
        </label>
      </div>
    </div>
  )
}

import type { JSX } from 'hono/jsx/jsx-runtime'
import { dateItems } from '#platform/web/components/day-input.tsx'
import type { FormState } from '#platform/web/forms.ts'
import { Checkboxes, DateInput, FileUpload, Input, Radios, Select, Textarea } from '#platform/web/govuk/components.tsx'

/** An answer that a field offers. */
export interface Option {
  readonly value: string
  readonly text: string
  readonly hint?: string | undefined
}

/** A field of a form as data, so that the page, its errors and the comparison after a conflict are drawn from one list. */
export interface FormField {
  readonly kind: 'hidden' | 'line' | 'number' | 'email' | 'lines' | 'document' | 'day' | 'radios' | 'boxes' | 'tick' | 'select' | 'file'
  /** Name as posted, and id. */
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
  /** For radios, boxes and select. */
  readonly options?: readonly Option[] | undefined
  /** What an empty choice of a select says; default: 'Choose'. */
  readonly none?: string | undefined
  /** Fields that follow one another under the same title stand in one box. */
  readonly group?: FieldGroup | undefined
}

/** A box of fields. `folded` ones open by themselves where something stands in them. */
export interface FieldGroup {
  readonly title: string
  readonly folded?: boolean | undefined
}

/** Codes as options, with their words. */
export function optionsOf(codes: readonly string[], labels: Readonly<Record<string, string>>): readonly Option[] {
  return codes.map((value) => ({ value, text: labels[value] ?? value }))
}

const withHint = (hint: string | undefined) => (hint === undefined ? {} : { hint: { text: hint } })

/** One field with its label, what was typed, and what is wrong with it. */
export function Field({ field, form }: { readonly field: FormField; readonly form: FormState }): JSX.Element {
  const { kind, name, label } = field
  const common = { ...withHint(field.hint), errorMessage: form.error(name) }
  const labelled = { id: name, name, label: { text: label, classes: 'govuk-label--s' }, ...common }
  switch (kind) {
    case 'hidden':
      return <input type="hidden" name={name} value={form.value(name)} />
    case 'line':
      return <Input {...labelled} value={form.value(name)} />
    case 'number':
      return <Input {...labelled} value={form.value(name)} inputmode="numeric" classes="govuk-input--width-4" />
    case 'email':
      return <Input {...labelled} value={form.value(name)} type="email" autocomplete="off" spellcheck={false} />
    case 'lines':
      return <Textarea {...labelled} value={form.value(name)} rows={4} />
    case 'document':
      return <Textarea {...labelled} value={form.value(name)} rows={12} spellcheck={false} />
    case 'file':
      return <FileUpload {...labelled} />
    case 'select':
      return <Select {...labelled} items={selectItems(field, form.value(name))} />
    case 'day':
      return <DateInput id={name} namePrefix={name} items={[...dateItems(form, name)]} fieldset={legendOf(label)} {...common} />
    default:
      return <Choices field={field} form={form} />
  }
}

function selectItems({ none = 'Choose', options = [] }: FormField, chosen: string) {
  return [{ value: '', text: none }, ...options.map(({ value, text }) => ({ value, text, selected: value === chosen }))]
}

const legendOf = (text: string) => ({ legend: { text, classes: 'govuk-fieldset__legend--s' } })

function Choices({ field, form }: { readonly field: FormField; readonly form: FormState }): JSX.Element {
  const { kind, name, label, hint, options = [] } = field
  const errorMessage = form.error(name)
  if (kind === 'tick') {
    const item = { value: 'yes', text: label, checked: form.value(name) !== '', ...withHint(hint) }
    return <Checkboxes idPrefix={name} name={name} items={[item]} errorMessage={errorMessage} />
  }
  const items = (chosen: readonly string[]) =>
    options.map((option) => ({ value: option.value, text: option.text, checked: chosen.includes(option.value), ...withHint(option.hint) }))
  const shared = { idPrefix: name, name, fieldset: legendOf(label), errorMessage, ...withHint(hint) }
  if (kind === 'boxes') return <Checkboxes {...shared} items={items(form.values(name))} />
  return <Radios {...shared} items={items([form.value(name)])} />
}

/** What a field holds, in words, for showing two versions side by side; '' for nothing. */
export function valueInWords({ kind, name, options = [] }: FormField, form: FormState): string {
  const textOf = (value: string): string => options.find((option) => option.value === value)?.text ?? value
  if (kind === 'day')
    return [form.value(`${name}-day`), form.value(`${name}-month`), form.value(`${name}-year`)].filter((part) => part !== '').join(' ')
  if (kind === 'tick') return form.value(name) === '' ? 'No' : 'Yes'
  if (kind === 'boxes') return form.values(name).map(textOf).join(', ')
  return textOf(form.value(name))
}

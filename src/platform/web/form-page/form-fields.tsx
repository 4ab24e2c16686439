import type { JSX } from 'hono/jsx/jsx-runtime'
import { dateItems } from '#platform/web/components/day-input.tsx'
import { RichTextarea } from '#platform/web/components/rich-textarea.tsx'
import type { FormState } from '#platform/web/forms.ts'
import { Checkboxes, DateInput, FileUpload, Input, Radios, Select, Textarea } from '#platform/web/govuk/components.tsx'

/** An answer that a field offers. */
export interface FieldOption {
  readonly value: string
  readonly text: string
  readonly hint?: string | undefined
}

/** Kinds of one line of words; `short` and `number` are narrower than a line. */
type LineKind = 'line' | 'short' | 'number' | 'email' | 'password'

/** A field of a form as data: the page, its errors and the comparison after a conflict are drawn from one list. */
export interface FieldSpec {
  readonly kind: LineKind | 'hidden' | 'lines' | 'text' | 'document' | 'rich' | 'file' | 'day' | 'radios' | 'boxes' | 'tick' | 'select'
  /** Name as posted, and id. */
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
  /** For radios, boxes and select. */
  readonly options?: readonly FieldOption[] | undefined
  /** What an empty choice of a select says; default: 'Choose'. */
  readonly none?: string | undefined
  /** Id, where a page has several forms with the same names; default: the name. */
  readonly id?: string | undefined
  /** Lines shown of several lines of words. */
  readonly rows?: number | undefined
}

/** Codes as options, with their words. */
export function optionsOf<Code extends string>(
  words: Readonly<Record<Code, string>>,
  codes: readonly Code[] = Object.keys(words) as Code[],
): readonly FieldOption[] {
  return codes.map((value) => ({ value, text: words[value] }))
}

const lineLooks = {
  line: {},
  short: { classes: 'govuk-input--width-10' },
  number: { classes: 'govuk-input--width-4', inputmode: 'numeric' },
  email: { type: 'email', autocomplete: 'off', spellcheck: false },
  password: { type: 'password', autocomplete: 'current-password', spellcheck: false },
} as const satisfies Record<LineKind, object>

const withHint = (hint: string | undefined) => (hint === undefined ? {} : { hint: { text: hint } })
const legendOf = (text: string) => ({ legend: { text, classes: 'govuk-fieldset__legend--s' } })

/** One field with its label, what was typed, and what is wrong with it. */
export function DrawnField({ field, form }: { readonly field: FieldSpec; readonly form: FormState }): JSX.Element {
  const { kind, name, label, id = name } = field
  const common = { ...withHint(field.hint), errorMessage: form.error(name) }
  const labelled = { id, name, label: { text: label, classes: 'govuk-label--s' }, ...common }
  switch (kind) {
    case 'hidden':
      return <input type="hidden" name={name} value={form.value(name)} />
    case 'line':
    case 'short':
    case 'number':
    case 'email':
    case 'password':
      return <Input {...labelled} value={form.value(name)} {...lineLooks[kind]} />
    case 'lines':
      return <Textarea {...labelled} value={form.value(name)} rows={field.rows ?? 4} />
    case 'text':
      return <Textarea {...labelled} value={form.value(name)} rows={field.rows ?? 24} classes="gt-textarea--text" spellcheck />
    case 'document':
      return <Textarea {...labelled} value={form.value(name)} rows={field.rows ?? 12} spellcheck={false} />
    case 'file':
      return <FileUpload {...labelled} />
    case 'rich':
      return (
        <RichTextarea
          name={name}
          label={label}
          labelClasses="govuk-label--s"
          hint={field.hint}
          value={form.value(name)}
          error={form.error(name)}
          rows={field.rows}
        />
      )
    case 'select':
      return <Select {...labelled} items={selectItems(field, form.value(name))} />
    case 'day':
      return <DateInput id={id} namePrefix={name} items={[...dateItems(form, name)]} fieldset={legendOf(label)} {...common} />
    default:
      return <Choices field={field} form={form} />
  }
}

function selectItems({ none = 'Choose', options = [] }: FieldSpec, chosen: string) {
  return [{ value: '', text: none }, ...options.map(({ value, text }) => ({ value, text, selected: value === chosen }))]
}

function Choices({ field, form }: { readonly field: FieldSpec; readonly form: FormState }): JSX.Element {
  const { kind, name, label, hint, options = [], id = name } = field
  const errorMessage = form.error(name)
  if (kind === 'tick') {
    const item = { value: 'yes', text: label, checked: form.value(name) !== '', ...withHint(hint) }
    return <Checkboxes idPrefix={id} name={name} items={[item]} errorMessage={errorMessage} />
  }
  const chosen = kind === 'boxes' ? form.values(name) : [form.value(name)]
  const items = options.map((option) => ({
    value: option.value,
    text: option.text,
    checked: chosen.includes(option.value),
    ...withHint(option.hint),
  }))
  const shared = { idPrefix: id, name, fieldset: legendOf(label), errorMessage, items, ...withHint(hint) }
  return kind === 'boxes' ? <Checkboxes {...shared} /> : <Radios {...shared} />
}

/** What a field holds, in words, for showing two versions side by side; '' for nothing. */
export function valueInWords({ kind, name, options = [] }: FieldSpec, form: FormState): string {
  const textOf = (value: string): string => options.find((option) => option.value === value)?.text ?? value
  if (kind === 'day')
    return [`${name}-day`, `${name}-month`, `${name}-year`]
      .map((part) => form.value(part))
      .filter((part) => part !== '')
      .join(' ')
  if (kind === 'tick') return form.value(name) === '' ? 'No' : 'Yes'
  if (kind === 'boxes') return form.values(name).map(textOf).join(', ')
  return textOf(form.value(name))
}

import type { JSX } from 'hono/jsx/jsx-runtime'
import type { FormState } from '#platform/web/forms.ts'
import { Checkboxes, Input, Select, Textarea } from '#platform/web/govuk/components.tsx'

/** What a field of a live form is told. Several forms on the page have the same names: the id is that of the form and the name. */
export interface LiveFieldProps {
  /** Id of the form. */
  readonly form: string
  readonly state: FormState
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
}

const common = ({ form, state, name, label, hint }: LiveFieldProps) => ({
  id: `${form}-${name}`,
  name,
  label: { text: label, classes: 'govuk-label--s' },
  errorMessage: state.error(name),
  ...(hint === undefined ? {} : { hint: { text: hint } }),
})

/** One of a list; the first says that nothing is chosen. */
export function LiveSelect(
  props: LiveFieldProps & {
    readonly offers: readonly { readonly value: string; readonly text: string }[]
    readonly none?: string | undefined
  },
): JSX.Element {
  const { state, name, offers, none = 'Choose' } = props
  const items = [{ value: '', text: none }, ...offers].map((offer) => ({ ...offer, selected: state.value(name) === offer.value }))
  return <Select {...common(props)} items={items} />
}

/** Several lines of words. */
export function LiveArea(props: LiveFieldProps & { readonly rows?: number | undefined }): JSX.Element {
  return <Textarea {...common(props)} rows={String(props.rows ?? 3)} value={props.state.value(props.name)} />
}

/** One line of words; `short` is for a number. */
export function LiveLine(props: LiveFieldProps & { readonly short?: boolean | undefined }): JSX.Element {
  const number = props.short ? { classes: 'govuk-input--width-4', inputmode: 'numeric' as const } : {}
  return <Input {...common(props)} {...number} value={props.state.value(props.name)} />
}

/** A box to tick; posts 'yes'. */
export function LiveTick(props: LiveFieldProps): JSX.Element {
  const { form, state, name, label, hint } = props
  const items = [{ value: 'yes', text: label, checked: state.value(name) !== '', ...(hint === undefined ? {} : { hint: { text: hint } }) }]
  return (
    <Checkboxes idPrefix={`${form}-${name}`} name={name} items={items} classes="govuk-checkboxes--small" errorMessage={state.error(name)} />
  )
}

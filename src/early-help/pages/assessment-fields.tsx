import type { JSX } from 'hono/jsx/jsx-runtime'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { dateItems } from '#platform/web/components/day-input.tsx'
import type { FormState } from '#platform/web/forms.ts'
import { Checkboxes, DateInput, Input, Radios, Textarea } from '#platform/web/govuk/components.tsx'
import { nameOf, shownRows } from '../forms/assessment-part.ts'
import type { KnownSources } from '../queries/known.ts'
import type { Answer, FormLine, FormPart } from '../rules/assessment-form.ts'
import { KnownLine } from './assessment-known.tsx'

/** What the fields of a part are drawn from. */
export interface FieldsProps {
  readonly part: FormPart
  readonly form: FormState
  readonly answers: readonly Answer[]
  /** Undefined where nothing of the record may be shown: for a contributor, and in a preview. */
  readonly known: KnownSources | undefined
  /** Whose record it is put right in. */
  readonly episode?: string | undefined
}

/** The questions of a part as fields; one that follows from an answer stands below that answer. */
export function AssessmentFields(props: FieldsProps): JSX.Element {
  const { part } = props
  const follows = (line: FormLine): boolean => line.shownCodes.length === 1 && part.lines.some(({ field }) => field === line.shownIf)
  return (
    <>
      {part.lines
        .filter((line) => line.inside === undefined && !follows(line))
        .map((line) => (line.kind === 'repeat' ? <Repeat line={line} {...props} /> : <Line line={line} row={0} {...props} />))}
    </>
  )
}

function Repeat({ line, ...props }: FieldsProps & { readonly line: FormLine }): JSX.Element {
  const columns = props.part.lines.filter(({ inside }) => inside === line.field)
  const rows = Array.from({ length: shownRows(line, props.part, props.answers) }, (_, at) => at + 1)
  return (
    <>
      <h2 class="govuk-heading-m">{line.label}</h2>
      {rows.map((row) => (
        <fieldset class="govuk-fieldset gt-field-group">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{`Entry ${row}`}</legend>
          {columns.map((column) => (
            <Line line={column} row={row} {...props} />
          ))}
        </fieldset>
      ))}
      <p class="govuk-hint">Two more empty ones appear each time you save.</p>
    </>
  )
}

function hintOf(line: FormLine, part: FormPart): string {
  const on = line.shownIf === undefined ? undefined : part.lines.find(({ field }) => field === line.shownIf)
  const after = on
    ? `Only if you answered “${on.options
        .filter(([code]) => line.shownCodes.includes(code))
        .map(([, words]) => words)
        .join('” or “')}” to: ${on.label}`
    : ''
  return [on && line.shownCodes.length > 1 ? after : '', line.hint].filter((one) => one !== '').join('. ')
}

function Line(props: FieldsProps & { readonly line: FormLine; readonly row: number }): JSX.Element {
  const { line, row, part, form } = props
  if (line.kind === 'record') return <KnownLine line={line} known={props.known} episode={props.episode} />
  const name = nameOf(line, row)
  const hint = hintOf(line, part)
  const common = { ...(hint === '' ? {} : { hint: { text: hint } }), errorMessage: form.error(name) }
  const labelled = { id: name, name, label: { text: line.label, classes: 'govuk-label--s' }, attributes: { dir: 'auto' }, ...common }
  const legend = { legend: { text: line.label, classes: 'govuk-fieldset__legend--s' } }
  switch (line.kind) {
    case 'long':
      return <Textarea {...labelled} value={form.value(name)} rows={8} classes="gt-textarea--text" spellcheck />
    case 'number':
      return <Input {...labelled} value={form.value(name)} classes="govuk-input--width-4" inputmode="numeric" />
    case 'day':
    case 'partial-day':
      return <DateInput id={name} namePrefix={name} items={[...dateItems(form, name)]} fieldset={legend} {...common} />
    case 'choices':
      return (
        <Checkboxes
          {...{ idPrefix: name, name, fieldset: legend, ...common }}
          items={line.options.map(([value, text]) => ({ value, text, checked: form.values(name).includes(value) }))}
        />
      )
    case 'choice':
    case 'asked':
      return (
        <Radios
          {...{ idPrefix: name, name, fieldset: legend, ...common }}
          classes={line.kind === 'asked' ? 'govuk-radios--small' : ''}
          items={line.options.map(([value, text]) => ({ value, text, checked: form.value(name) === value, ...below(props, value) }))}
        />
      )
    default:
      return <Input {...labelled} value={form.value(name)} />
  }
}

/** The questions that follow from one answer, below it: without a script they always show. */
function below(props: FieldsProps & { readonly line: FormLine }, code: string) {
  const { line, part } = props
  const lines = part.lines.filter((one) => one.shownIf === line.field && one.shownCodes.length === 1 && one.shownCodes[0] === code)
  if (lines.length === 0) return {}
  const html = (
    <>
      {lines.map((one) => (
        <Line {...props} line={one} row={0} />
      ))}
    </>
  )
  return { conditional: { html } }
}

/** A question that repeats, as it is read. */
export function RowsTable({
  line,
  columns,
  rows,
}: {
  readonly line: FormLine
  readonly columns: readonly FormLine[]
  readonly rows: readonly (readonly string[])[]
}): JSX.Element {
  if (rows.length === 0) return <p class="gt-missing">Nothing was answered.</p>
  return (
    <DataTable
      caption={line.label}
      hideCaption
      narrow="stack"
      columns={columns.map(({ label }) => ({ heading: label }))}
      rows={rows.map((cells) => ({
        cells: cells.map((words) => (words === '' ? <span class="gt-missing">Not answered</span> : <span dir="auto">{words}</span>)),
      }))}
    />
  )
}

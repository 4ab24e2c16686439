import type { JSX } from 'hono/jsx/jsx-runtime'
import { CsrfField, VersionField } from '#platform/web/components/csrf-field.tsx'
import { StaleFields } from '#platform/web/components/stale-fields.tsx'
import { emptyForm, type FormBody, type FormState } from '#platform/web/forms.ts'
import { Button, WarningText } from '#platform/web/govuk/components.tsx'
import { Page, PageHead, type PageLink } from '#platform/web/page.tsx'
import type { Children } from '#platform/web/render.ts'
import type { Visit } from '#platform/web/visit.ts'
import { DrawnField, type FieldSpec, valueInWords } from './form-fields.tsx'

/** Fields under a heading; in a box of their own, or in one that opens by itself where something stands in its fields. */
export interface FieldGroup {
  readonly heading?: string | undefined
  readonly fields: readonly FieldSpec[]
  readonly look?: 'boxed' | 'folded' | undefined
}

/** What a form page shows besides what was typed. */
export interface FormShape {
  readonly title: string
  readonly caption?: string | undefined
  readonly lead?: string | undefined
  readonly breadcrumbs: readonly PageLink[]
  readonly groups: readonly FieldGroup[]
  /** The words of the button: what it does. */
  readonly submit: string
  readonly look?: 'warning' | undefined
  /** What stands in the form at first: what is saved now. */
  readonly first: FormBody
  /** The version that the form was made from; undefined for a new record. */
  readonly version?: number | undefined
  /** Where it is posted; default: the page's own address without what stands behind the question mark. */
  readonly action?: string | undefined
  /** Where one goes without saving; the words are 'Cancel' where it says none. */
  readonly cancel: string | PageLink
  /** What cannot be taken back. */
  readonly warning?: string | undefined
  readonly above?: Children
  /** True where there is nothing to send: what stands above is all. */
  readonly closed?: boolean | undefined
  readonly below?: Children
}

/** A form on a page of its own. `stale` shows, after somebody else saved first, what they saved beside what was typed here (X5). */
export function FormPage(props: {
  readonly visit: Visit
  readonly shape: FormShape
  readonly form: FormState
  readonly stale?: boolean
}): JSX.Element {
  const { visit, shape, form } = props
  const hasFile = shape.groups.some(({ fields }) => fields.some(({ kind }) => kind === 'file'))
  const cancel = typeof shape.cancel === 'string' ? { text: 'Cancel', href: shape.cancel } : shape.cancel
  return (
    <Page visit={visit} title={shape.title} breadcrumbs={shape.breadcrumbs} width="form" problems={form.problems}>
      {props.stale && <StaleNotice shape={shape} form={form} />}
      <PageHead title={shape.title} caption={shape.caption} lead={shape.lead} />
      {shape.above}
      {!shape.closed && (
        <form method="post" action={shape.action ?? visit.path} enctype={hasFile ? 'multipart/form-data' : undefined} novalidate>
          <CsrfField visit={visit} />
          {shape.version !== undefined && <VersionField version={shape.version} />}
          {shape.groups.map((group) => (
            <DrawnGroup group={group} form={form} />
          ))}
          {shape.warning && <WarningText text={shape.warning} iconFallbackText="Warning" />}
          <div class="govuk-button-group">
            <Button text={shape.submit} preventDoubleClick classes={shape.look === 'warning' ? 'govuk-button--warning' : ''} />
            <a class="govuk-link" href={cancel.href}>
              {cancel.text}
            </a>
          </div>
        </form>
      )}
      {shape.below}
    </Page>
  )
}

function DrawnGroup({ group, form }: { readonly group: FieldGroup; readonly form: FormState }): JSX.Element {
  const { heading, look } = group
  const fields = group.fields.map((field) => <DrawnField field={field} form={form} />)
  if (look === 'boxed')
    return (
      <fieldset class="govuk-fieldset gt-field-group">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{heading}</legend>
        {fields}
      </fieldset>
    )
  if (look === 'folded')
    return (
      <details class="govuk-details" open={group.fields.some((field) => isFilled(field, form))}>
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">{heading}</span>
        </summary>
        <div class="govuk-details__text">{fields}</div>
      </details>
    )
  return (
    <>
      {heading && <h2 class="govuk-heading-m">{heading}</h2>}
      {fields}
    </>
  )
}

/** Whether something stands in a field, or is wrong with it; of boxes, whether one of these is ticked: others of the same name may stand elsewhere. */
function isFilled({ kind, name, options = [] }: FieldSpec, form: FormState): boolean {
  if (form.error(name) !== undefined) return true
  if (kind === 'boxes') return form.values(name).some((one) => options.some(({ value }) => value === one))
  const value = form.value(kind === 'day' ? `${name}-day` : name)
  return kind !== 'hidden' && value !== '' && value !== 'none' && value !== 'not-said'
}

/** Says that somebody else saved first, and what differs. */
export function StaleNotice({
  shape,
  form,
  more,
}: {
  readonly shape: Pick<FormShape, 'groups' | 'first'>
  readonly form: FormState
  /** True where the page shows other differences below. */
  readonly more?: boolean | undefined
}): JSX.Element {
  const saved = emptyForm(shape.first)
  const fields = shape.groups.flatMap((group) => group.fields).filter(({ kind }) => kind !== 'hidden')
  return (
    <StaleFields
      more={more}
      fields={fields.map((field) => ({ label: field.label, theirs: valueInWords(field, saved), yours: valueInWords(field, form) }))}
    />
  )
}

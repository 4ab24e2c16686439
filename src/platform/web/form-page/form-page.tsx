import type { JSX } from 'hono/jsx/jsx-runtime'
import { CsrfField, VersionField } from '#platform/web/components/csrf-field.tsx'
import { StaleFields } from '#platform/web/components/stale-fields.tsx'
import { emptyForm, type FormBody, type FormState } from '#platform/web/forms.ts'
import { Button, WarningText } from '#platform/web/govuk/components.tsx'
import { Page, PageHead, type PageLink } from '#platform/web/page.tsx'
import type { Children } from '#platform/web/render.ts'
import type { Visit } from '#platform/web/visit.ts'
import { DrawnField, type FieldSpec, valueInWords } from './form-fields.tsx'

/** Fields under a heading. */
export interface FieldGroup {
  readonly heading?: string | undefined
  readonly fields: readonly FieldSpec[]
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
  /** Where one goes without saving. */
  readonly cancel: string
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
  return (
    <Page visit={visit} title={shape.title} breadcrumbs={shape.breadcrumbs} width="form" problems={form.problems}>
      {props.stale && <StaleNotice shape={shape} form={form} />}
      <PageHead title={shape.title} caption={shape.caption} lead={shape.lead} />
      {shape.above}
      {!shape.closed && (
        <form method="post" action={shape.action ?? visit.path} novalidate>
          <CsrfField visit={visit} />
          {shape.version !== undefined && <VersionField version={shape.version} />}
          {shape.groups.map((group) => (
            <>
              {group.heading && <h2 class="govuk-heading-m">{group.heading}</h2>}
              {group.fields.map((field) => (
                <DrawnField field={field} form={form} />
              ))}
            </>
          ))}
          {shape.warning && <WarningText text={shape.warning} iconFallbackText="Warning" />}
          <div class="govuk-button-group">
            <Button text={shape.submit} preventDoubleClick classes={shape.look === 'warning' ? 'govuk-button--warning' : ''} />
            <a class="govuk-link" href={shape.cancel}>
              Cancel
            </a>
          </div>
        </form>
      )}
      {shape.below}
    </Page>
  )
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
  const fields = shape.groups.flatMap((group) => group.fields)
  return (
    <StaleFields
      more={more}
      fields={fields.map((field) => ({ label: field.label, theirs: valueInWords(field, saved), yours: valueInWords(field, form) }))}
    />
  )
}

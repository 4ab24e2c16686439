import type { JSX } from 'hono/jsx/jsx-runtime'
import { CsrfField, VersionField } from '#platform/web/components/csrf-field.tsx'
import { StaleFields } from '#platform/web/components/stale-fields.tsx'
import { emptyForm, type FormBody, type FormState } from '#platform/web/forms.ts'
import { Button, WarningText } from '#platform/web/govuk/components.tsx'
import { Page, PageHead, type PageLink } from '#platform/web/page.tsx'
import type { Children } from '#platform/web/render.ts'
import type { Visit } from '#platform/web/visit.ts'
import { FieldGroups } from './field-groups.tsx'
import { type FormField, valueInWords } from './form-field.tsx'

/** What a form page shows besides what was typed. */
export interface FormShape {
  readonly title: string
  /** What the form is about, above the title. */
  readonly caption?: string | undefined
  readonly lead?: string | undefined
  readonly breadcrumbs: readonly PageLink[]
  readonly fields: readonly FormField[]
  /** The words of the button: what it does. */
  readonly submit: string
  /** What stands in the form at first: what is saved now. */
  readonly first: FormBody
  /** The version that the form was made from; undefined for a new record. */
  readonly version?: number | undefined
  /** Where it is posted; default: the page's own address without what stands behind the question mark. */
  readonly action?: string | undefined
  /** Where one goes without saving. */
  readonly cancel: PageLink
  /** What cannot be taken back. */
  readonly warning?: string | undefined
  /** Facts above the fields. */
  readonly above?: Children
}

/** A form on a page of its own. `stale` shows, after somebody else saved first, what they saved beside what was typed here. */
export function FormPage(props: {
  readonly visit: Visit
  readonly shape: FormShape
  readonly form: FormState
  readonly stale?: boolean
}): JSX.Element {
  const { visit, shape, form } = props
  const hasFile = shape.fields.some(({ kind }) => kind === 'file')
  return (
    <Page visit={visit} title={shape.title} breadcrumbs={shape.breadcrumbs} width="form" problems={form.problems}>
      {props.stale && <Stale shape={shape} form={form} />}
      <PageHead title={shape.title} caption={shape.caption} lead={shape.lead} />
      {shape.above}
      <form method="post" action={shape.action ?? visit.path} enctype={hasFile ? 'multipart/form-data' : undefined} novalidate>
        <CsrfField visit={visit} />
        {shape.version !== undefined && <VersionField version={shape.version} />}
        <FieldGroups fields={shape.fields} form={form} />
        {shape.warning && <WarningText text={shape.warning} iconFallbackText="Warning" />}
        <div class="govuk-button-group">
          <Button text={shape.submit} preventDoubleClick />
          <a class="govuk-link" href={shape.cancel.href}>
            {shape.cancel.text}
          </a>
        </div>
      </form>
    </Page>
  )
}

function Stale({ shape, form }: { readonly shape: FormShape; readonly form: FormState }): JSX.Element {
  const saved = emptyForm(shape.first)
  return (
    <StaleFields
      fields={shape.fields
        .filter(({ kind }) => kind !== 'hidden')
        .map((field) => ({ label: field.label, theirs: valueInWords(field, saved), yours: valueInWords(field, form) }))}
    />
  )
}

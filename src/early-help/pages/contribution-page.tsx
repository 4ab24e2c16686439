import type { JSX } from 'hono/jsx/jsx-runtime'
import { CsrfField } from '#platform/web/components/csrf-field.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { emptyForm, type FormState } from '#platform/web/forms.ts'
import { Button, InsetText, Textarea } from '#platform/web/govuk/components.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import type { AskedPart } from '../commands/contribution.ts'
import { assessmentPaths, familyPaths } from '../paths.ts'
import { AssessmentFields } from './assessment-fields.tsx'

/** What somebody is asked to contribute, once: that part's empty form, what they were told, and nothing else of the family. */
export function ContributionPage({
  visit,
  asked,
  form = emptyForm(),
}: {
  readonly visit: Visit
  readonly asked: AskedPart
  readonly form?: FormState
}): JSX.Element {
  const here = assessmentPaths.contribution(asked.id)
  const part = { ...asked.part, lines: asked.part.lines.filter(({ kind }) => kind !== 'record') }
  return (
    <Page
      visit={visit}
      title="You are asked to contribute"
      breadcrumbs={[{ text: 'Families', href: familyPaths.list() }]}
      width="form"
      problems={form.problems}
    >
      <PageHead
        title="You are asked to contribute"
        caption={part.title}
        lead="You see this one form and nothing else of the family. Once you have sent it, or said no, it closes."
      />
      <InsetText text={asked.told} />
      <form method="post" action={here} novalidate>
        <CsrfField visit={visit} />
        <AssessmentFields part={part} form={form} answers={[]} known={undefined} />
        <p class="govuk-body">You can send it once. Afterwards you do not see it any more; whoever asked you does.</p>
        <Button text="Send to whoever asked" preventDoubleClick />
      </form>
      <Fold title="I cannot contribute">
        <form method="post" action={`${here}/decline`} novalidate>
          <CsrfField visit={visit} />
          <Textarea
            id="because"
            name="because"
            label={{ text: 'Why?', classes: 'govuk-label--s' }}
            hint={{ text: 'You need not say' }}
            value={form.value('because')}
            rows={3}
          />
          <Button text="Say no" classes="govuk-button--secondary" />
        </form>
      </Fold>
    </Page>
  )
}

import type { JSX } from 'hono/jsx/jsx-runtime'
import type { FieldProblem } from '#platform/result.ts'
import { CsrfField } from '#platform/web/components/csrf-field.tsx'
import { dateItems } from '#platform/web/components/day-input.tsx'
import type { FormBody, FormState } from '#platform/web/forms.ts'
import {
  Button,
  Checkboxes,
  DateInput,
  FileUpload,
  Input,
  PasswordInput,
  Radios,
  Select,
  Textarea,
} from '#platform/web/govuk/components.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'

/** What stands in the form at first. */
export const patternValues: FormBody = {
  title: 'Spring board meeting',
  'held-day': '12',
  'held-month': '3',
  'held-year': '2026',
  kind: 'ordinary',
  parts: ['public'],
}

/** One problem in each field. */
export const patternProblems: readonly FieldProblem[] = [
  { field: 'title', code: 'required' },
  { field: 'held', code: 'day-part-missing', details: { part: 'year' } },
  { field: 'starts', code: 'time-impossible' },
  { field: 'kind', code: 'choice-missing' },
  { field: 'parts', code: 'choice-missing' },
  { field: 'place', code: 'choice-unknown' },
  { field: 'notes', code: 'too-long', details: { max: 500, over: 12 } },
  { field: 'file', code: 'required' },
]

/** A form with every kind of field; with problems it shows how they are told. */
export function FormPattern({ visit, form }: { readonly visit: Visit; readonly form: FormState }): JSX.Element {
  return (
    <Page
      visit={visit}
      title="Patterns: a form"
      width="form"
      problems={form.problems}
      breadcrumbs={[{ text: 'Patterns', href: '/patterns' }]}
    >
      <PageHead title="Plan a meeting" caption="Patterns" />
      <form method="post" action="/patterns/form" enctype="multipart/form-data" novalidate>
        <CsrfField visit={visit} />
        <Input
          id="title"
          name="title"
          label={{ text: 'Title', classes: 'govuk-label--m' }}
          value={form.value('title')}
          errorMessage={form.error('title')}
        />
        <DateInput
          id="held"
          namePrefix="held"
          fieldset={{ legend: { text: 'Which day is it?', classes: 'govuk-fieldset__legend--m' } }}
          hint={{ text: 'For example, 27 3 2026' }}
          errorMessage={form.error('held')}
          items={dateItems(form, 'held')}
        />
        <Input
          id="starts"
          name="starts"
          label={{ text: 'When does it start?', classes: 'govuk-label--m' }}
          hint={{ text: 'For example, 2pm or 14:30' }}
          classes="govuk-input--width-5"
          value={form.value('starts')}
          errorMessage={form.error('starts')}
        />
        <Choices form={form} />
        <Textarea
          id="notes"
          name="notes"
          label={{ text: 'Notes', classes: 'govuk-label--m' }}
          value={form.value('notes')}
          errorMessage={form.error('notes')}
        />
        <FileUpload
          id="file"
          name="file"
          label={{ text: 'Members as a CSV file', classes: 'govuk-label--m' }}
          errorMessage={form.error('file')}
        />
        <PasswordInput id="password" name="password" label={{ text: 'Password', classes: 'govuk-label--m' }} />
        <div class="gt-actions">
          <Button text="Save and continue" />
          <Button text="Save as a draft" classes="govuk-button--secondary" />
          <a class="govuk-link" href="/patterns">
            Cancel
          </a>
        </div>
      </form>
    </Page>
  )
}

function Choices({ form }: { readonly form: FormState }): JSX.Element {
  return (
    <>
      <Radios
        name="kind"
        fieldset={{ legend: { text: 'What kind of meeting is it?', classes: 'govuk-fieldset__legend--m' } }}
        value={form.value('kind')}
        errorMessage={form.error('kind')}
        items={[
          { value: 'ordinary', text: 'Ordinary' },
          {
            value: 'special',
            text: 'Special',
            hint: { text: 'Called for one matter' },
            conditional: { html: <Input id="reason" name="reason" label={{ text: 'Why is it called?' }} value={form.value('reason')} /> },
          },
        ]}
      />
      <Checkboxes
        name="parts"
        fieldset={{ legend: { text: 'Which parts does it have?', classes: 'govuk-fieldset__legend--m' } }}
        values={form.values('parts')}
        errorMessage={form.error('parts')}
        items={[
          { value: 'public', text: 'Public' },
          { value: 'private', text: 'Private' },
        ]}
      />
      <Select
        id="place"
        name="place"
        label={{ text: 'Where is it?', classes: 'govuk-label--m' }}
        errorMessage={form.error('place')}
        items={[
          { value: '', text: 'Choose a place' },
          { value: 'chamber', text: 'Council chamber' },
          { value: 'online', text: 'Online' },
        ]}
      />
    </>
  )
}

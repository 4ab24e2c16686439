import type { JSX } from 'hono/jsx/jsx-runtime'
import { CsrfField } from '#platform/web/components/csrf-field.tsx'
import type { FormState } from '#platform/web/forms.ts'
import { Button, Details, Input, InsetText, Radios } from '#platform/web/govuk/components.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { homePaths } from '../paths.ts'

/** Where an administrator takes the record out. */
export function ExportPage(props: { readonly visit: Visit; readonly form: FormState; readonly isPossible: boolean }): JSX.Element {
  const { visit, form, isPossible } = props
  const administration = { text: 'Administration', href: homePaths.administration }
  return (
    <Page visit={visit} title="Export the record" width="form" problems={form.problems} breadcrumbs={[administration]}>
      <PageHead
        title="Export the record"
        lead="One file with every record of governance and meetings, in a form that other programs read, and every document. It is yours to keep, to check, or to take elsewhere."
      />
      {isPossible ? <ExportForm visit={visit} form={form} /> : <InsetText text="Here the record is exported from the command line." />}
      <WhatIsInIt />
    </Page>
  )
}

function ExportForm({ visit, form }: { readonly visit: Visit; readonly form: FormState }): JSX.Element {
  return (
    <form method="post" action={homePaths.exported} novalidate>
      <CsrfField visit={visit} />
      <Radios
        idPrefix="edition"
        name="edition"
        fieldset={{ legend: { text: 'Which edition?', classes: 'govuk-fieldset__legend--m' } }}
        errorMessage={form.error('edition')}
        items={[
          {
            value: 'public',
            text: 'Public',
            hint: { text: 'What anybody may read here. You can hand it on.' },
            checked: form.value('edition') === 'public',
          },
          {
            value: 'full',
            text: 'Full',
            hint: {
              text: 'All of the record, with drafts, exempt papers and addresses. Another installation can be filled from it. That you took it is written into the audit.',
            },
            checked: form.value('edition') === 'full',
          },
        ]}
      />
      <Input
        id="code"
        name="code"
        label={{ text: 'Code, for the full edition' }}
        hint={{ text: 'The 6 figures that your authenticator app shows now' }}
        classes="govuk-input--width-10"
        autocomplete="one-time-code"
        errorMessage={form.error('code')}
      />
      <Button text="Download" />
      <p class="govuk-hint">Your browser shows how far it is. Cancel it there, and the work here ends, too.</p>
    </form>
  )
}

function WhatIsInIt(): JSX.Element {
  return (
    <>
      <Details summaryText="What is in it">
        <p>
          A compressed folder (.tar.gz): <code>records</code> has a file for each kind of record, with one record on a line (JSON);{' '}
          <code>documents</code> has every document under its digest; <code>manifest.json</code> counts and sums it all up.{' '}
          <code>docs/export.md</code> of the product says what each field is.
        </p>
      </Details>
      <Details summaryText="What stays behind">
        <p>
          Accounts, passwords and sessions; secret addresses of calendars; keys of ballots; notes that people made for themselves, what they
          have read and what they need to take part; the audit, which belongs to this installation. The manifest names everything. A backup
          holds all of it.
        </p>
      </Details>
      <Details summaryText="From the command line">
        <p>
          <code>npm run export -- FILE</code> writes the full edition, with <code>--public</code> the public one;{' '}
          <code>npm run export -- --check FILE</code> looks whether a file is whole; <code>npm run import-archive -- FILE</code> reads a
          full one into an installation in which nobody has done anything yet.
        </p>
      </Details>
    </>
  )
}

import type { JSX } from 'hono/jsx/jsx-runtime'
import type { MailChoice } from '#platform/mail/mail-choice.ts'
import { CsrfField } from '#platform/web/components/csrf-field.tsx'
import type { FormState } from '#platform/web/forms.ts'
import { Button, Checkboxes, Radios } from '#platform/web/govuk/components.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { homePaths } from '../paths.ts'

/** How one wants to be told (X3). */
export function MailChoicePage(props: {
  readonly visit: Visit
  readonly choice: MailChoice
  readonly form: FormState
  readonly saved: boolean
}): JSX.Element {
  const { visit, choice, form, saved } = props
  return (
    <Page
      visit={visit}
      title="What mails you get"
      width="form"
      problems={form.problems}
      breadcrumbs={[{ text: 'My work', href: homePaths.work }]}
    >
      <PageHead
        title="What mails you get"
        lead="Notices of your boards’ meetings, cancellations, agendas with their papers and withdrawals always reach you at once: the law and the terms of reference count from them."
      />
      {saved && (
        <div class="govuk-inset-text" role="status">
          Saved. It holds from the next mail on.
        </div>
      )}
      <form method="post" action={homePaths.mailChoice} novalidate>
        <CsrfField visit={visit} />
        <Radios
          idPrefix="news"
          name="news"
          fieldset={{
            legend: {
              text: 'Everything else: supplements, corrected papers, minutes, lists you are on',
              classes: 'govuk-fieldset__legend--s',
            },
          }}
          errorMessage={form.error('news')}
          items={newsItems.map((item) => ({ ...item, checked: (form.value('news') || choice.news) === item.value }))}
        />
        <Checkboxes
          idPrefix="calendar"
          name="calendar"
          fieldset={{ legend: { text: 'Notices of meetings', classes: 'govuk-fieldset__legend--s' } }}
          items={[
            {
              value: 'yes',
              text: 'Bring a calendar entry along',
              hint: { text: 'It puts the meeting into your calendar, moves it and takes it out again' },
              checked: choice.calendar,
            },
          ]}
        />
        <Button text="Save" preventDoubleClick />
      </form>
    </Page>
  )
}

const newsItems = [
  { value: 'immediate', text: 'A mail at once' },
  {
    value: 'digest',
    text: 'One summary a day',
    hint: { text: 'At seven in the morning, with what needs doing first at the top; none when there is nothing' },
  },
  { value: 'none', text: 'No mail', hint: { text: 'You find it under My work and on the pages of your boards' } },
]

import type { JSX } from 'hono/jsx/jsx-runtime'
import { CsrfField } from '#platform/web/components/csrf-field.tsx'
import type { FormState } from '#platform/web/forms.ts'
import { Button, Input, Radios } from '#platform/web/govuk/components.tsx'
import { Page, PageHead, type PageLink } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { DayField, errorOf, SendOrCancel, WordsField } from './form-parts.tsx'

/** A record that can be chosen, with the relation in which it would be served. */
export interface LinkOffer {
  readonly value: string
  readonly text: string
  /** The board that it belongs to; '' for none. */
  readonly board: string
}

/** What the page for a new link shows. */
export interface NewLinkView {
  readonly noun: string
  readonly label: string
  readonly breadcrumbs: readonly PageLink[]
  readonly cancel: string
  readonly words: string
  readonly offers: readonly LinkOffer[]
  /** True where more are found than are offered. */
  readonly isMore: boolean
  /** What a record of this kind can serve, in words; empty where no rule lets it serve anything. */
  readonly served: readonly string[]
  readonly rules: string
}

/** Links a record to what it serves: first words to find the other record by, then which of those found, and why (T1). */
export function NewLinkPage({
  visit,
  view,
  form,
}: {
  readonly visit: Visit
  readonly view: NewLinkView
  readonly form: FormState
}): JSX.Element {
  const title = 'Link this to what it serves'
  return (
    <Page visit={visit} title={`${title}: ${view.label}`} breadcrumbs={view.breadcrumbs} width="form" problems={form.problems}>
      <PageHead title={title} caption={`The ${view.noun}: ${view.label}`} />
      {view.served.length === 0 ? (
        <p>
          No rule lets a record of this kind serve another. <RulesLink href={view.rules} />
        </p>
      ) : (
        <>
          <p>
            It can serve {view.served.join('; ')}. <RulesLink href={view.rules} />
          </p>
          <form method="get" action={visit.path} novalidate>
            <Input
              id="words"
              name="words"
              label={{ text: 'Find the record by its words' }}
              hint={{ text: 'For example, waiting times. Leave it empty to see the first of all' }}
              value={view.words}
            />
            <Button text="Find" classes="govuk-button--secondary" />
          </form>
          <Choose visit={visit} view={view} form={form} />
        </>
      )}
    </Page>
  )
}

function RulesLink({ href }: { readonly href: string }): JSX.Element {
  return (
    <a class="govuk-link" href={href}>
      What can be joined to what
    </a>
  )
}

function Choose({ visit, view, form }: { readonly visit: Visit; readonly view: NewLinkView; readonly form: FormState }): JSX.Element {
  if (view.offers.length === 0)
    return (
      <p class="gt-missing">
        {view.words === '' ? 'There is no such record yet.' : 'No record that it can serve holds all of these words. Try fewer.'}
      </p>
    )
  return (
    <form method="post" action={visit.path} novalidate>
      <CsrfField visit={visit} />
      <input type="hidden" name="words" value={view.words} />
      <Radios
        idPrefix="target"
        name="target"
        fieldset={{ legend: { text: `This ${view.noun}…`, classes: 'govuk-fieldset__legend--m' } }}
        items={view.offers.map(({ value, text, board }) => ({
          value,
          text,
          checked: form.value('target') === value,
          ...(board === '' ? {} : { hint: { text: board } }),
        }))}
        classes="govuk-radios--small"
        {...errorOf(form, 'target')}
      />
      {view.isMore && <p class="gt-muted">More records are found than stand here. Use more words.</p>}
      <WordsField
        form={form}
        name="why"
        label="Why does it serve that?"
        hint="One or two sentences. Whoever sees both records reads this"
      />
      <DayField form={form} name="startsOn" label="From which day does it serve that?" />
      <SendOrCancel text="Link them" cancel={view.cancel} />
    </form>
  )
}

/** Which kinds may be joined by which relation. */
export function LinkRulesPage(props: {
  readonly visit: Visit
  readonly groups: readonly { readonly noun: string; readonly lines: readonly string[] }[]
}): JSX.Element {
  return (
    <Page visit={props.visit} title="What can be joined on the golden thread" breadcrumbs={[{ text: 'Golden thread', href: '/thread' }]}>
      <PageHead
        title="What can be joined on the golden thread"
        lead="People link records by these rules. What records say by themselves, for example that an action belongs to a plan, is not linked a second time."
      />
      {props.groups.map(({ noun, lines }) => (
        <>
          <h2 class="govuk-heading-s">{noun}</h2>
          <ul class="govuk-list govuk-list--bullet">
            {lines.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </>
      ))}
    </Page>
  )
}

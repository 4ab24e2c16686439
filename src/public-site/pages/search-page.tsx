import type { JSX } from 'hono/jsx/jsx-runtime'
import type { BodySummary } from '#governance/public-data.ts'
import { dateItems } from '#platform/web/components/day-input.tsx'
import type { FormState } from '#platform/web/forms.ts'
import { DateInput, ErrorMessage, Select } from '#platform/web/govuk/components.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { publicPaths } from '../paths.ts'
import type { FoundPage } from '../queries/search.ts'
import { type Asked, foundKinds, foundOrders } from '../rules/asked-words.ts'
import { foundKindsInWords, orderWords } from '../words/search.ts'
import { FoundResults } from './found-results.tsx'
import { keptFilters } from './kept-filters.ts'

/** What was asked for and what was found; `found` is undefined before anybody asked, and where the search was refused. */
export interface SearchView {
  readonly form: FormState
  readonly boards: readonly Pick<BodySummary, 'slug' | 'name'>[]
  readonly asked: Asked | undefined
  readonly found: FoundPage | undefined
}

/** The search page: results are what the person may see, by the same rules as every page. */
export function SearchPage({ visit, view }: { readonly visit: Visit; readonly view: SearchView }): JSX.Element {
  const { asked, found, form } = view
  return (
    <Page visit={visit} title={found && asked ? `Search: ${asked.words}` : 'Search'} width="workspace" problems={form.problems}>
      <PageHead title="Search" />
      <Form view={view} />
      {found && asked && <FoundResults asked={asked} found={found} />}
      {!found && form.problems.length === 0 && <Advice />}
    </Page>
  )
}

function Form({ view }: { readonly view: SearchView }): JSX.Element {
  const { form } = view
  const error = form.error('q')
  const isNarrowed = ['kind', 'board', 'from-year', 'to-year', 'order'].some((name) => form.value(name) !== '')
  return (
    <search>
      <form class="gt-search" action={publicPaths.search} method="get">
        <div class={error ? 'govuk-form-group govuk-form-group--error' : 'govuk-form-group'}>
          <label class="govuk-label govuk-label--s" for="q">
            Words in papers, documents, decisions, minutes and everything else
          </label>
          {error && <ErrorMessage id="q-error" text={error.text} />}
          <div class="gt-search__row">
            <input
              class={error ? 'govuk-input govuk-input--error' : 'govuk-input'}
              id="q"
              name="q"
              type="search"
              value={form.value('q')}
              {...(error ? { 'aria-describedby': 'q-error' } : {})}
            />
            <button class="govuk-button" type="submit">
              Search
            </button>
          </div>
        </div>
        <details class="govuk-details gt-search__narrow" open={isNarrowed}>
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">Narrow it down</span>
          </summary>
          <div class="gt-search__filters">
            <KeptFilters view={view} />
          </div>
        </details>
      </form>
    </search>
  )
}

const filters = ['kind', 'board', 'order', ...['from', 'to'].flatMap((name) => ['day', 'month', 'year'].map((part) => `${name}-${part}`))]

/** What was refused is shown once, to whoever typed it. */
function KeptFilters({ view }: { readonly view: SearchView }): JSX.Element {
  const { form, boards } = view
  if (form.problems.length > 0) return <Filters view={view} />
  const key = JSON.stringify([filters.map((name) => form.value(name)), boards.map(({ slug, name }) => [slug, name])])
  return keptFilters(key, () => <Filters view={view} />)
}

function Filters({ view: { form, boards } }: { readonly view: SearchView }): JSX.Element {
  const chosen = (name: string, value: string) => ({ value, selected: form.value(name) === value })
  return (
    <>
      <Select
        id="kind"
        name="kind"
        label={{ text: 'Kind', classes: 'govuk-label--s' }}
        items={[
          { value: '', text: 'Everything' },
          ...foundKinds.map((kind) => ({ ...chosen('kind', kind), text: foundKindsInWords(kind) })),
        ]}
        errorMessage={form.error('kind')}
      />
      <Select
        id="board"
        name="board"
        label={{ text: 'Board', classes: 'govuk-label--s' }}
        items={[{ value: '', text: 'All boards' }, ...boards.map(({ slug, name }) => ({ ...chosen('board', slug), text: name }))]}
        errorMessage={form.error('board')}
      />
      <Select
        id="order"
        name="order"
        label={{ text: 'Order', classes: 'govuk-label--s' }}
        items={foundOrders.map((order) => ({ ...chosen('order', order), text: orderWords[order] }))}
        errorMessage={form.error('order')}
      />
      <DateInput
        id="from"
        namePrefix="from"
        items={[...dateItems(form, 'from')]}
        fieldset={{ legend: { text: 'From', classes: 'govuk-fieldset__legend--s' } }}
        errorMessage={form.error('from')}
      />
      <DateInput
        id="to"
        namePrefix="to"
        items={[...dateItems(form, 'to')]}
        fieldset={{ legend: { text: 'Until', classes: 'govuk-fieldset__legend--s' } }}
        errorMessage={form.error('to')}
      />
    </>
  )
}

function Advice(): JSX.Element {
  return (
    <div class="gt-prose">
      <p>You find what you may read, in uploaded documents too. Some ways to ask:</p>
      <ul>
        <li>
          <a href={`${publicPaths.search}?q=${encodeURIComponent('"early help"')}`}>“early help”</a> finds just these words together
        </li>
        <li>
          <a href={`${publicPaths.search}?q=${encodeURIComponent('safeguarding -training')}`}>safeguarding -training</a> leaves out what
          mentions training
        </li>
        <li>
          <a href={`${publicPaths.search}?q=${encodeURIComponent('school or nursery')}`}>school or nursery</a> finds either
        </li>
        <li>the number of a decision or minute, such as 23/14, finds it</li>
      </ul>
    </div>
  )
}

import type { JSX } from 'hono/jsx/jsx-runtime'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import type { FoundLine } from '../queries/search.ts'
import { foundKindInWords } from '../words.ts'
import { SearchForm } from './search-form.tsx'

/** What was asked for and what was found; `found` is undefined before anybody asked. */
export interface SearchView {
  readonly asked: string
  readonly found: readonly FoundLine[] | undefined
}

/** The search page: results are what the person may see, by the same rules as every page. */
export function SearchPage({ visit, view }: { readonly visit: Visit; readonly view: SearchView }): JSX.Element {
  const { asked, found } = view
  return (
    <Page visit={visit} title={found ? `Search: ${asked}` : 'Search'}>
      <PageHead title="Search" />
      <SearchForm label="Words in papers, decisions, actions and minutes" asked={asked} />
      {found && <Results found={found} asked={asked} />}
    </Page>
  )
}

function Results({ found, asked }: { readonly found: readonly FoundLine[]; readonly asked: string }): JSX.Element {
  if (found.length === 0) {
    return (
      <EmptyState
        title={`Nothing found for ‘${asked}’`}
        text="Try fewer words, or another form of the word."
        action={{ text: 'All boards', href: '/boards' }}
      />
    )
  }
  return (
    <>
      <h2 class="govuk-heading-m">
        {found.length === 50 ? 'The first 50 results' : `${found.length} ${found.length === 1 ? 'result' : 'results'}`}
      </h2>
      <ul class="gt-list">
        {found.map(({ kind, title, href, where, excerpt }) => (
          <li>
            <a class="govuk-link" href={href}>
              {title}
            </a>
            <p>
              {foundKindInWords(kind)}. {where}
            </p>
            {excerpt.length > 0 && <p>{excerpt.map(({ text, matched }) => (matched ? <mark>{text}</mark> : text))}</p>}
          </li>
        ))}
      </ul>
    </>
  )
}

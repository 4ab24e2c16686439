import type { JSX } from 'hono/jsx/jsx-runtime'
import { publicPaths } from '../paths.ts'

/** One field and one button; a plain GET, so that a search has an address. */
export function SearchForm({ label }: { readonly label: string }): JSX.Element {
  return (
    <search>
      <form class="gt-search" action={publicPaths.search} method="get">
        <label class="govuk-label" for="q">
          {label}
        </label>
        <div class="gt-search__row">
          <input class="govuk-input" id="q" name="q" type="search" />
          <button class="govuk-button govuk-button--secondary" type="submit">
            Search
          </button>
        </div>
      </form>
    </search>
  )
}

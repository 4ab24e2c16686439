import type { JSX } from 'hono/jsx/jsx-runtime'

/** A part of a page: the id of its heading, and its words. */
export type ContentsPart = readonly [id: string, text: string]

/** What stands on a long page, to go there at once. */
export function Contents({ parts }: { readonly parts: readonly ContentsPart[] }): JSX.Element {
  return (
    <nav class="gt-contents" aria-label="On this page">
      <ul class="gt-contents__list">
        {parts.map(([id, text]) => (
          <li>
            <a class="govuk-link" href={`#${id}`}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

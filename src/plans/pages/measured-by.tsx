import type { JSX } from 'hono/jsx/jsx-runtime'
import type { AsideLine } from '../needs.ts'

/** The measures of a row with their latest figure; that there is none is said, because then nobody can tell whether it works. */
export function MeasuredBy({ measures }: { readonly measures: readonly AsideLine[] }): JSX.Element {
  if (measures.length === 0) return <span class="gt-missing">No measure yet</span>
  return (
    <ul class="govuk-list">
      {measures.map(({ title, said, href }) => (
        <li>
          <a class="govuk-link" href={href}>
            {title}
          </a>
          : {said ?? <span class="gt-missing">no figure yet</span>}
        </li>
      ))}
    </ul>
  )
}

import type { JSX } from 'hono/jsx/jsx-runtime'
import { DataTable } from '#platform/web/components/data-table.tsx'
import type { PageLink } from '#platform/web/page.tsx'

/** One of the four things: what is recorded, or that nothing is. */
export interface ThingView {
  readonly title: string
  /** '3 actions: 1 done, 1 overdue'; undefined where nothing is recorded. */
  readonly sum: string | undefined
  readonly lines: readonly {
    readonly text: string
    readonly href: string
    readonly said: string | undefined
    readonly further?: PageLink | undefined
  }[]
  /** 'No money is recorded against this priority.' */
  readonly none: string
}

/** Activity, performance, voices and money side by side, over the same twelve months (T5). */
export function FourThings({ things, period }: { readonly things: readonly ThingView[]; readonly period: string }): JSX.Element {
  return (
    <section aria-labelledby="together">
      <h2 class="govuk-heading-m" id="together">
        The four things together
      </h2>
      <p>{period}</p>
      <DataTable
        caption="Activity, performance, voices and money"
        hideCaption
        narrow="stack"
        columns={[{ heading: 'What' }, { heading: 'What is recorded' }]}
        rows={things.map((thing) => ({ cells: [thing.title, <Cell thing={thing} />] }))}
      />
    </section>
  )
}

function Cell({ thing }: { readonly thing: ThingView }): JSX.Element {
  if (thing.lines.length === 0) return <span class="gt-missing">{thing.none}</span>
  return (
    <>
      {thing.sum}
      <ul class="gt-list">
        {thing.lines.map(({ text, href, said, further }) => (
          <li>
            <a class="govuk-link" href={href}>
              {text}
            </a>
            {said && (
              <>
                <br />
                {said}
              </>
            )}
            {further && (
              <>
                <br />
                <a class="govuk-link" href={further.href}>
                  {further.text}
                  <span class="govuk-visually-hidden">: {text}</span>
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

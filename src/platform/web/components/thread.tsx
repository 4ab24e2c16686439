import type { JSX } from 'hono/jsx/jsx-runtime'

/** A stop of the golden thread: need, outcome, priority, services, measure, decision. */
export interface ThreadStop {
  readonly kind: string
  readonly text: string
  readonly href?: string | undefined
  readonly detail?: string | undefined
  /** True for the stop that this page is about. */
  readonly here?: boolean | undefined
}

/** An ordered list drawn as a line with stops; a column on a phone. */
export function Thread({ stops, label }: { readonly stops: readonly ThreadStop[]; readonly label: string }): JSX.Element {
  return (
    <ol class="gt-thread" aria-label={label}>
      {stops.map(({ kind, text, href, detail, here }) => (
        <li class={here ? 'gt-thread__stop gt-thread__stop--here' : 'gt-thread__stop'} aria-current={here ? 'step' : undefined}>
          <b>{kind}</b>
          {href ? (
            <a class="govuk-link" href={href}>
              {text}
            </a>
          ) : (
            text
          )}
          {detail && <span>{detail}</span>}
        </li>
      ))}
    </ol>
  )
}

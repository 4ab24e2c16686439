import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Children } from '../render.ts'

/** A fact and, where one may, the link that changes it. */
export interface KeyFact {
  readonly label: string
  /** Undefined is shown as 'Not recorded': missing is a state, never an empty cell. */
  readonly value: Children | undefined
  readonly change?: { readonly href: string; readonly text?: string | undefined } | undefined
}

/** Facts as pairs of label and value. */
export function KeyFacts({ facts }: { readonly facts: readonly KeyFact[] }): JSX.Element {
  const hasChanges = facts.some((fact) => fact.change)
  return (
    <dl class={hasChanges ? 'gt-facts gt-facts--change' : 'gt-facts'}>
      {facts.map(({ label, value, change }) => (
        <div class="gt-facts__row">
          <dt>{label}</dt>
          <dd>{value === undefined || value === null ? <span class="gt-missing">Not recorded</span> : (value as never)}</dd>
          {change && (
            <dd class="gt-facts__change">
              <a class="govuk-link" href={change.href}>
                {change.text ?? 'Change'}
                <span class="govuk-visually-hidden"> {label.toLowerCase()}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}

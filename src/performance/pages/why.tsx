import type { JSX } from 'hono/jsx/jsx-runtime'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import type { Why } from '../words/why.ts'

/** Everything a colour rests on, folded under its question; opens without scripts. */
export function WhyDetails({ why, open = false }: { readonly why: Why; readonly open?: boolean }): JSX.Element {
  return (
    <details class="govuk-details gt-why" open={open}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{why.question}</span>
      </summary>
      <div class="govuk-details__text">
        <KeyFacts facts={why.facts.map(([label, value]) => ({ label, value }))} />
      </div>
    </details>
  )
}

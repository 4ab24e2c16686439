import type { JSX } from 'hono/jsx/jsx-runtime'
import { Card } from '#platform/web/components/card.tsx'
import { secrecyWords } from '../words/election.ts'

/** What the secret ballot promises and what it does not (M14): said wherever somebody votes. */
export function SecrecyCard(): JSX.Element {
  return (
    <Card id="secrecy" title="How secret is this?">
      <h3 class="govuk-heading-s">What you can rely on</h3>
      <Sentences of={secrecyWords.promised} />
      <h3 class="govuk-heading-s">What it does not protect against</h3>
      <Sentences of={secrecyWords.notPromised} />
    </Card>
  )
}

function Sentences({ of }: { readonly of: readonly string[] }): JSX.Element {
  return (
    <ul class="govuk-list govuk-list--bullet">
      {of.map((sentence) => (
        <li>{sentence}</li>
      ))}
    </ul>
  )
}

import type { JSX } from 'hono/jsx/jsx-runtime'
import { ledPaths } from '../framework-paths.ts'

/** The way to what new duties would cost; nothing where there is none. */
export function ScenarioLinks({
  scenarios,
}: {
  readonly scenarios: readonly { readonly id: string; readonly title: string }[]
}): JSX.Element | null {
  if (scenarios.length === 0) return null
  return (
    <p class="govuk-body">
      What a new duty would cost:{' '}
      {scenarios.map(({ id, title }, place) => (
        <>
          {place > 0 && '; '}
          <a class="govuk-link" href={ledPaths.record('scenario', id)}>
            {title}
          </a>
        </>
      ))}
    </p>
  )
}

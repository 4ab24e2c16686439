import type { JSX } from 'hono/jsx/jsx-runtime'
import { ledPaths } from '../framework-paths.ts'

/** The way to what new duties would cost, and to saying so; nothing where there is neither. */
export function ScenarioLinks({
  scenarios,
  begin,
}: {
  readonly scenarios: readonly { readonly id: string; readonly title: string }[]
  /** Where one begins a new one; undefined where one may not. */
  readonly begin?: string | undefined
}): JSX.Element {
  return (
    <>
      {scenarios.length > 0 && (
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
      )}
      {begin && (
        <p class="govuk-body">
          <a class="govuk-link" href={begin}>
            Say what a new duty would cost
          </a>
        </p>
      )}
    </>
  )
}

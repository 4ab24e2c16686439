import type { JSX } from 'hono/jsx/jsx-runtime'
import type { LadderStep } from '#governance/public.ts'
import { recordPaths } from '../paths.ts'
import type { StandsTo, WhoMayStop } from '../rules/who-may-stop.ts'

/** On the page of a decision: who can still stop it, or have it looked at again, from what is on record. */
export function WhoMayStopSection({ board, view }: { readonly board: string; readonly view: WhoMayStop }): JSX.Element {
  const { waitsFor, challengers, answersTo, ladder } = view
  return (
    <section aria-labelledby="who-may-stop">
      <h2 class="govuk-heading-m" id="who-may-stop">
        Who can stop this decision?
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {waitsFor.length > 0 && (
          <li>
            {list(waitsFor)}: it is not in force until {waitsFor.length === 1 ? 'this partner agrees' : 'the rule on partners is satisfied'}
            .
          </li>
        )}
        {challengers.map((other) => (
          <li>
            <Other other={other} /> can challenge it{written(other)}.
          </li>
        ))}
        {answersTo.map((other) => (
          <li>
            {board} answers for it to <Other other={other} />
            {written(other)}.
          </li>
        ))}
        {ladder.length > 0 && (
          <li>A member who disagrees can take it up, by the terms of reference: {ladder.map(stepWords).join(', then ')}.</li>
        )}
        <li>{board} itself can decide otherwise at a later meeting.</li>
      </ul>
      {waitsFor.length + challengers.length + answersTo.length + ladder.length === 0 && <p>Nobody else is on record as able to stop it.</p>}
    </section>
  )
}

function Other({ other: { slug, name } }: { readonly other: StandsTo }): JSX.Element {
  return (
    <a class="govuk-link" href={recordPaths.board(slug)}>
      {name}
    </a>
  )
}

const written = ({ source }: StandsTo): string => (source === '' ? '' : ` (${source})`)
const list = (names: readonly string[]): string => new Intl.ListFormat('en-GB').format(names)
const stepWords = ({ who, days }: LadderStep): string => (days === null ? who : `${who} within ${days === 1 ? '1 day' : `${days} days`}`)

import type { JSX } from 'hono/jsx/jsx-runtime'
import type { MatchedWords } from '../rules/cleared-sentence.ts'
import { matchInWords } from '../words/matched-words.ts'

/** What has to be changed, what was confirmed before, and what to do when nothing is left to confirm. */
export function WordsToChange(props: {
  readonly matches: readonly MatchedWords[]
  readonly toChange: readonly MatchedWords[]
  /** True where no sentence is left to confirm. */
  readonly again: boolean
  readonly back: string
}): JSX.Element {
  const cleared = props.matches.filter((match) => match.cleared)
  return (
    <>
      {props.toChange.length > 0 && (
        <>
          <h2 class="govuk-heading-m">To be changed in the paper or its title</h2>
          <p class="govuk-body">
            Titles, names and sums of Part 2 cannot be confirmed. Take them out of the public paper, then publish again.
          </p>
          <List matches={props.toChange} />
        </>
      )}
      {cleared.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Confirmed as not confidential</h2>
          <List matches={cleared} />
        </>
      )}
      {props.again && props.toChange.length === 0 && (
        <div class="govuk-inset-text">
          {props.matches.length === 0 ? 'Nothing keeps the public pack back.' : 'Nothing is left to confirm.'} Go back and{' '}
          <a class="govuk-link" href={props.back}>
            make the files again
          </a>
          .
        </div>
      )}
    </>
  )
}

function List({ matches }: { readonly matches: readonly MatchedWords[] }): JSX.Element {
  return (
    <ul class="govuk-list govuk-list--bullet">
      {matches.map((match) => (
        <li>{matchInWords(match)}</li>
      ))}
    </ul>
  )
}

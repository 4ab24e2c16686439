import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Children } from '../render.ts'
import { type StatusMeaning, StatusPill } from './status-pill.tsx'

/** A rule judged: what it demands, whether it was met, by what evidence, what to do. */
export interface VerdictProps {
  /** What the rule is about, for example 'Quorum'. */
  readonly title: string
  readonly meaning: StatusMeaning
  /** The word in the pill, for example 'Met' or 'Nobody can say'. */
  readonly word: string
  /** What the rule demands, in words. */
  readonly demands: Children
  /** What was found. */
  readonly evidence: Children
  /** What to do next; undefined when there is nothing to do. */
  readonly advice?: Children
  /** Where the rule stands, for example 'Terms of reference, clause 7'. */
  readonly source?: string | undefined
}

/** One judged rule; stand several in a `Verdicts`. */
export function Verdict({ title, meaning, word, demands, evidence, advice, source }: VerdictProps): JSX.Element {
  return (
    <li class={`gt-verdict gt-verdict--${meaning}`}>
      <div class="gt-verdict__head">
        <h3 class="gt-verdict__title">{title}</h3>
        <StatusPill meaning={meaning}>{word}</StatusPill>
      </div>
      <p class="gt-verdict__evidence">{evidence}</p>
      <p class="gt-verdict__demands">
        <b>The rule:</b> {demands}
        {source && <span class="gt-verdict__source"> {source}</span>}
      </p>
      {advice !== undefined && advice !== null && (
        <p class="gt-verdict__advice">
          <b>What to do:</b> {advice}
        </p>
      )}
    </li>
  )
}

/** Judged rules one under another. */
export function Verdicts({ verdicts }: { readonly verdicts: readonly VerdictProps[] }): JSX.Element {
  return (
    <ul class="gt-verdicts">
      {verdicts.map((verdict) => (
        <Verdict {...verdict} />
      ))}
    </ul>
  )
}

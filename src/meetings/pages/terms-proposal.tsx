import type { JSX } from 'hono/jsx/jsx-runtime'
import { termsChangesPath, termsVersionPath } from '#governance/paths.ts'
import { dayInWords } from '#platform/time/words.ts'
import { recordPaths } from '../paths.ts'
import type { DecisionBackground } from '../queries/decision-background.ts'
import type { PutBefore } from '../queries/terms-proposals.ts'
import type { NotAdopting } from '../rules/terms-proposal.ts'
import { notAdoptingWords } from '../words/terms-proposal.ts'

/** What the page of a decision knows of adopting terms by it. */
export interface TermsOfDecision {
  readonly slug: string
  /** Why this decision adopts no terms; undefined where it can. */
  readonly refusal: NotAdopting | undefined
  readonly mayAdopt: boolean
}

/** On the page of a decision: the terms that it was asked to adopt, and how that stands. */
export function DecidedTerms({
  decision,
  terms: { number, adopted },
  of: { slug, refusal, mayAdopt },
}: {
  readonly decision: string
  readonly terms: NonNullable<DecisionBackground['terms']>
  readonly of: TermsOfDecision
}): JSX.Element {
  const version = `version ${number} of the terms of reference`
  const waits = refusal ? `${notAdoptingWords[refusal]}.` : 'It is not in force yet.'
  return (
    <section aria-labelledby="terms">
      <h2 class="govuk-heading-m" id="terms">
        Terms of reference
      </h2>
      {adopted === 'here' ? (
        <p>
          This decision adopted{' '}
          <a class="govuk-link" href={termsVersionPath(slug, number)}>
            {version}
          </a>
          .
        </p>
      ) : (
        <p>
          The board was asked to adopt {version}. {adopted === 'otherwise' ? 'It was adopted by another decision.' : waits}
        </p>
      )}
      {mayAdopt && adopted === 'not-yet' && !refusal && (
        <p>
          <a class="govuk-link" href={recordPaths.adoptTerms(decision)}>
            Bring it into force
          </a>
        </p>
      )}
    </section>
  )
}

/** Above the form that puts a draft to a meeting: what it changes, and where it was put before. */
export function DraftToPut({
  slug,
  number,
  before,
}: {
  readonly slug: string
  readonly number: number
  readonly before: readonly PutBefore[]
}): JSX.Element {
  return (
    <>
      <p>
        <a class="govuk-link" href={termsChangesPath(slug, number)}>
          See what version {number} changes
        </a>
      </p>
      {before.map(({ meeting, heldOn }) => (
        <p class="govuk-inset-text">
          It was put to{' '}
          <a class="govuk-link" href={recordPaths.meeting(meeting)}>
            the meeting of {dayInWords(heldOn)}
          </a>
          .
        </p>
      ))}
    </>
  )
}

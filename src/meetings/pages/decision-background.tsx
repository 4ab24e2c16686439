import type { JSX } from 'hono/jsx/jsx-runtime'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { meetingPaths, recordPaths } from '../paths.ts'
import type { DecisionBackground } from '../queries/decision-background.ts'
import type { Decision } from '../queries/decisions.ts'
import { declaredKindWords, outcomeWords, rulingLines, sentence } from '../words/declared-interest.ts'
import { shortCountWords, tallyWords } from '../words/motion.ts'
import { VotesTable } from './live/vote-forms.tsx'
import { DecidedTerms, type TermsOfDecision } from './terms-proposal.tsx'

/** How each voted on a decision, the interests in its item with what followed, and where the matter went. */
export function DecisionBackgroundView({
  visit,
  decision,
  background,
  mayRefer,
  terms,
}: {
  readonly visit: Visit
  readonly decision: Decision
  readonly background: DecisionBackground
  readonly mayRefer: boolean
  readonly terms: TermsOfDecision
}): JSX.Element {
  const { motion, votes, interests, referral } = background
  return (
    <>
      {motion && motion.putWords !== '' && (
        <p>
          The motion was amended. As first put: <q>{motion.putWords}</q>
        </p>
      )}
      {motion && motion.consensusWords !== '' && <p>Consensus: {motion.consensusWords}</p>}
      {votes.length > 0 && (
        <section aria-labelledby="votes">
          <h2 class="govuk-heading-m" id="votes">
            How each voted
          </h2>
          <VotesTable votes={votes} caption="Votes by member" />
        </section>
      )}
      {interests.length > 0 && (
        <section aria-labelledby="interests">
          <h2 class="govuk-heading-m" id="interests">
            Interests in this item
          </h2>
          <ul class="govuk-list govuk-list--bullet">
            {interests.map((interest) => (
              <li>
                <strong>{interest.name}.</strong> {declaredKindWords[interest.kind]}. {sentence(interest.nature)} {outcomeWords(interest)}.
                {rulingLines(interest.rulings).map((line) => ` ${sentence(line)}`)}{' '}
                {interest.sensitive && <StatusPill meaning="exempt">Not public</StatusPill>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {background.terms && <DecidedTerms decision={decision.id} terms={background.terms} of={terms} />}
      {referral && (
        <p>
          It stands on the forward plan of {referral.board.name}:{' '}
          <a class="govuk-link" href={meetingPaths.planItem(referral.board.slug, referral.id)}>
            what became of it there
          </a>
        </p>
      )}
      {!referral && mayRefer && !decision.withdrawn && decision.referredTo !== '' && (
        <PostButton
          visit={visit}
          action={recordPaths.referDecision(decision.id)}
          text={`Put it on the forward plan of ${decision.referredTo}`}
        />
      )}
    </>
  )
}

/** The votes of a decision that came from a motion, in words: with who did not vote and who was out, which the decision itself does not keep. */
export function votesOfMotion({ motion }: DecisionBackground): string | undefined {
  if (!motion?.tally) return undefined
  const casting = motion.castingVote ? ` Casting vote of the chair: ${motion.castingVote}.` : ''
  return `${tallyWords(motion.tally)}.${casting} ${shortCountWords(motion.tally, undefined) ?? ''}`.trim()
}

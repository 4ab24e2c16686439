import type { Standing } from '#governance/public.ts'
import type { Reader } from '#platform/database/session.ts'
import { assurancePaths, auditPaths, challengePaths } from '../paths.ts'
import { challengeDutyWords, recommendationDutyWords } from '../words/duties.ts'
import { findAuditDuties } from './audits.ts'
import { listChallengesOf } from './challenges.ts'
import { listRecommendations } from './recommendations.ts'

/** Something that somebody owes in assurance, in words, with where it is done. */
export interface AssuranceDuty {
  readonly text: string
  readonly href: string
  /** The board whose matter it is. */
  readonly body: string
  /** The last day; undefined where it waits without one. */
  readonly dueOn: Temporal.PlainDate | undefined
}

/** What waits for one: answers to recommendations and challenges, actions and impact, audits to answer or to moderate; as a clerk, steps of the ladder. */
export async function findAssuranceDuties(
  reader: Reader,
  standing: Standing,
  today: Temporal.PlainDate,
): Promise<readonly AssuranceDuty[]> {
  const person = standing.person?.id
  const challenges = await listChallengesOf(reader, { bodies: [...standing.clerkOf], owner: person }, today)
  const clerking = challenges
    .filter(({ body, state }) => standing.clerkOf.has(body) && (state === 'step-due' || state === 'letter-drafted'))
    .map((one) => ({
      text: challengeDutyWords(one),
      href: challengePaths.challenge(one.id),
      body: one.body,
      dueOn: one.steps.at(-1)?.answerDueOn ?? one.raisedOn,
    }))
  if (person === undefined) return clerking
  const owned = await listRecommendations(reader, { owner: person }, today)
  return [
    ...clerking,
    ...owned.flatMap((one) => {
      const text = recommendationDutyWords(one)
      const late = one.actions.filter(({ doneOn }) => doneOn === undefined).map(({ dueOn }) => dueOn)
      const dueOn = one.response === undefined ? one.responseDueOn : late.toSorted(Temporal.PlainDate.compare)[0]
      return text === undefined ? [] : [{ text, href: assurancePaths.recommendation(one.id), body: one.body, dueOn }]
    }),
    ...challenges
      .filter(({ owner, closedOn, respondedOn }) => owner === person && closedOn === undefined && respondedOn === undefined)
      .map((one) => ({
        ...{ text: `Respond to challenge ${one.number}: ${one.title}`, href: challengePaths.challenge(one.id) },
        ...{ body: one.body, dueOn: one.steps.at(-1)?.answerDueOn },
      })),
    ...(await findAuditDuties(reader, person)).map(({ round, body, organisation, title, kind, dueOn }) => ({
      ...{ text: kind === 'answer' ? `Answer the audit: ${title}` : `Moderate an agency’s answers: ${title}` },
      ...{ href: auditPaths.agency(round, organisation), body, dueOn: kind === 'answer' ? dueOn : undefined },
    })),
  ]
}

import type { Reader } from '#platform/database/session.ts'
import { decisionTitle } from '../words/decision.ts'
import { type ForceWords, forceOfDecision } from '../words/ratification.ts'
import { findDecisionsOf } from './decisions.ts'
import { findTakenHome } from './ratifications.ts'

/** Where a decision that binds nobody by itself stands on a day (M10). */
export interface DecisionForce {
  readonly id: string
  readonly title: string
  readonly force: ForceWords
}

/** The decisions of a meeting that partners must take home, or were asked about, each with how it stands on a day. */
export async function findForce(reader: Reader, meeting: string, today: Temporal.PlainDate): Promise<readonly DecisionForce[]> {
  const decisions = await findDecisionsOf(reader, meeting)
  const homes = await findTakenHome(
    reader,
    decisions.map(({ id }) => id),
    today,
  )
  return decisions.flatMap((decision) => {
    const force = forceOfDecision(decision, homes.get(decision.id))
    return force ? [{ id: decision.id, title: decisionTitle(decision), force }] : []
  })
}

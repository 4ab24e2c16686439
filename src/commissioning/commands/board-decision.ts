import { findDecision } from '#meetings/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import type { FieldProblem } from '#platform/result.ts'

/** What is wrong with the decision that something rests on: it is one of that board, was not withdrawn, and was taken no later than a day. Undefined: nothing. */
export async function decisionProblem(
  reader: Reader,
  body: string,
  id: string,
  onDay: Temporal.PlainDate,
): Promise<FieldProblem | undefined> {
  const decision = await findDecision(reader, id)
  if (!decision || decision.ofBody !== body || decision.withdrawn) return { field: 'decision', code: 'choice-unknown' }
  return Temporal.PlainDate.compare(decision.decidedOn, onDay) > 0 ? { field: 'decision', code: 'decided-later' } : undefined
}

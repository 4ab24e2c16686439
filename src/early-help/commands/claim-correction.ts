import { sql } from 'kysely'
import { appendAudit } from '#platform/database/audit.ts'
import { type Database, writeAs } from '#platform/database/session.ts'
import type { FieldProblem, Result } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { AnswerClaimInput, TakeOutInput } from '../forms/claim.ts'
import { demandTie, findTies } from '../queries/ties.ts'
import { type Made, made } from './claim.ts'

type Needs = { readonly db: Database }

/** Proposes to take a family of one’s locality out of an approved claim under a heading; the look is written into the list of that family (E10). @throws Forbidden */
export async function proposeTakingOut(
  needs: Needs,
  doer: Doer,
  of: { readonly claim: string; readonly heading: string; readonly episode: string },
  { kind, because }: TakeOutInput,
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    demandTie(await findTies(tx, doer), 'claims', 'take-out')
    const call = sql<Made>`select * from casework.propose_taking_out(${of.claim}::uuid, ${of.heading}, ${of.episode}::uuid, ${kind}, ${because})`
    const proposed = await made(tx, call, 'kind')
    // The family stands in no line of the audit: its own list says who looked.
    if (proposed.ok)
      await appendAudit(tx, { actor: doer.actor, act: 'claim.correction-proposed', subjectType: 'claim', subject: of.claim, content: kind })
    return proposed
  })
}

/** Takes the family out as another person than who proposed it, by which what was published of the claim tells no number any more; or sends the proposal back. @throws Forbidden */
export async function answerTakingOut(
  needs: Needs,
  doer: Doer,
  of: { readonly claim: string; readonly correction: string },
  { verdict, because = '' }: AnswerClaimInput,
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    demandTie(await findTies(tx, doer), 'claims', 'correct')
    const call = sql<Made>`select * from casework.answer_taking_out(${of.claim}::uuid, ${of.correction}::uuid, ${verdict}, ${because})`
    const answered = await made(tx, call, '')
    if (answered.ok)
      await appendAudit(tx, {
        ...{ actor: doer.actor, act: `claim.correction-${verdict}`, subjectType: 'claim', subject: of.claim, content: of.correction },
      })
    return answered
  })
}

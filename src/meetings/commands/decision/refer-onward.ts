import { sql } from 'kysely'
import { listBodies } from '#governance/public-data.ts'
import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { findDecision, guardedDecision } from '../../queries/decisions.ts'

const isSame = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase()

/**
 * Puts a nomination on the forward plan of the body that a decision names, where the partnership has it and the terms or the relations lead there
 * (G14). Nothing where it is none of ours: a referral to somebody outside goes by letter.
 * @returns the item of the plan, undefined where none was made
 */
export async function referOnward(tx: Writer, doer: Doer, decision: string, named: string): Promise<string | undefined> {
  const target = (await listBodies(tx, doer.today)).find(({ name }) => isSame(name, named))
  if (!target) return undefined
  // The function asks who acts, what the decision is and whether the matter may go there: the other body's plan is not ours to write.
  const made = await sql<{
    item: string | null
  }>`select meetings.refer_upward(${decision}, ${target.id}, ${newId()}, ${doer.now}) as item`.execute(tx)
  const item = made.rows[0]?.item ?? undefined
  if (item === undefined) return undefined
  await appendAudit(tx, { actor: doer.actor, act: 'decision.referred', subjectType: 'decision', subject: decision, content: item })
  return item
}

/** The same for a decision that stands already, for example one of a meeting recorded after it ended. */
export async function referDecision(needs: Pick<CommandNeeds, 'db'>, doer: Doer, id: string): Promise<Result<string, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const decision = await findDecision(tx, id)
    if (!decision) throw new NotFound('No such decision.')
    await demand(tx, doer, guardedDecision(decision), 'withdraw')
    const item = await referOnward(tx, doer, id, decision.referredTo)
    return item === undefined ? fail({ field: '', code: 'not-referred' }) : succeed(item)
  })
}

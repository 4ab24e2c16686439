import { sql } from 'kysely'
import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { writeAs } from '#platform/database/session.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { ThreadNeeds } from '../needs.ts'
import { demand, guardedLink } from '../permission.ts'
import { findAssertedLink, findLinkRules, findRelationsBetween } from '../queries/links.ts'
import { findNode } from '../queries/nodes.ts'
import { findWalk } from '../queries/walk.ts'
import { judgeLink, type NewLink } from '../rules/link.ts'
import { keyOf, type NodeRef } from '../rules/node.ts'

/** Far enough for any circle that a person could close. */
const WHOLE = { steps: 40, wide: 1_000_000, most: 1_000_000 } as const

/**
 * Says that a record serves another (T1). Problems: 'link-not-allowed', 'link-to-itself', 'link-circular', 'link-there', and 'choice-unknown' for a record that
 * is not on the thread or that the person may not see.
 */
export async function makeLink(needs: ThreadNeeds, doer: Doer, from: NodeRef, input: NewLink): Promise<Result<string, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    // Two who link at once could close a circle together.
    await sql`select pg_advisory_xact_lock(hashtextextended('thread.link', 145))`.execute(tx)
    const record = await findNode(tx, from, doer.today)
    if (record === undefined) throw new NotFound('No such record.')
    const { person } = await demand(tx, doer, guardedLink(record.body), 'make')
    const other = await findNode(tx, input.to, doer.today)
    if (other === undefined) return fail({ field: 'target', code: 'choice-unknown' })
    const [rules, walk, there] = [
      await findLinkRules(tx, input.startsOn, from.kind),
      await findWalk(tx, input.to, doer.today, 'towards', WHOLE),
      await findRelationsBetween(tx, from, input.to, input.startsOn),
    ]
    const servedByOther = new Set(walk.links.map(({ to }) => keyOf(to)))
    const problem = judgeLink(input, { from, rules, servedByOther, there })
    if (problem !== undefined) return fail({ field: 'target', code: problem })
    const id = newId()
    await tx
      .insertInto('thread.link')
      .values({
        id,
        from_kind: from.kind,
        from_id: from.id,
        relation: input.relation,
        to_kind: input.to.kind,
        to_id: input.to.id,
        body: record.body ?? null,
        why: input.why,
        starts_on: input.startsOn,
        said_by: person?.id ?? null,
        made_by: doer.actor,
        made_at: doer.now,
      })
      .execute()
    const content = JSON.stringify([from, input])
    await appendAudit(tx, { actor: doer.actor, act: 'thread.linked', subjectType: 'thread-link', subject: id, content })
    return succeed(id)
  })
}

/** Ends a link; it stays in the record. Problems: 'ends-before-start'. @throws NotFound, Conflict */
export async function endLink(
  needs: ThreadNeeds,
  doer: Doer,
  input: { readonly id: string; readonly endsOn: Temporal.PlainDate; readonly reason: string; readonly version: number },
): Promise<Result<string, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await tx.selectFrom('thread.link').select('id').where('id', '=', input.id).forUpdate().execute()
    const link = await findAssertedLink(tx, input.id)
    if (link === undefined) throw new NotFound('No such link.')
    await demand(tx, doer, guardedLink(link.body), 'end')
    if (link.version !== input.version || link.endsOn !== undefined) throw new Conflict('Somebody else ended this link.')
    if (Temporal.PlainDate.compare(input.endsOn, link.startsOn) < 0) return fail({ field: 'endsOn', code: 'ends-before-start' })
    await tx
      .updateTable('thread.link')
      .set({ ends_on: input.endsOn, ended_by: doer.actor, end_reason: input.reason, version: link.version + 1 })
      .where('id', '=', link.id)
      .execute()
    const content = JSON.stringify(input)
    await appendAudit(tx, { actor: doer.actor, act: 'thread.unlinked', subjectType: 'thread-link', subject: link.id, content })
    return succeed(link.id)
  })
}

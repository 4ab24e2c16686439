import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Database, writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { EndPostInput, PostInput } from '../forms/post.ts'
import { demandTie, findTies } from '../queries/ties.ts'

type Needs = { readonly db: Database }

/** Gives somebody a post in early help. Whoever administers gives it and reads no family by that. */
export async function givePost(needs: Needs, doer: Doer, input: PostInput): Promise<Result<void, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    demandTie(await findTies(tx, doer), 'posts', 'keep')
    const id = newId()
    const { person, organisation, role, area, startsOn } = input
    const held = await tx
      .selectFrom('casework.post')
      .select('id')
      .where('person', '=', person)
      .where('organisation', '=', organisation)
      .where('role', '=', role)
      .where('area', 'is not distinct from', area ?? null)
      .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', startsOn)]))
      .executeTakeFirst()
    if (held) return fail({ field: 'person', code: 'post-held' })
    await tx
      .insertInto('casework.post')
      .values({ id, person, organisation, role, area: area ?? null, starts_on: startsOn })
      .execute()
    await appendAudit(tx, { actor: doer.actor, act: 'early-help-post.given', subjectType: 'early-help-post', subject: id, content: person })
    return succeed(undefined)
  })
}

/** Ends a post: from that day whoever held it reads nothing by it, whatever was granted. */
export async function endPost(
  needs: Needs,
  doer: Doer,
  post: string,
  { endsOn, version }: EndPostInput,
): Promise<Result<void, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    demandTie(await findTies(tx, doer), 'posts', 'keep')
    const { numUpdatedRows } = await tx
      .updateTable('casework.post')
      .set({ ends_on: endsOn, version: version + 1 })
      .where('id', '=', post)
      .where('version', '=', version)
      .where('ends_on', 'is', null)
      .where('starts_on', '<', endsOn)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) return fail({ field: 'endsOn', code: 'before-it-began' })
    await appendAudit(tx, {
      actor: doer.actor,
      act: 'early-help-post.ended',
      subjectType: 'early-help-post',
      subject: post,
      content: endsOn.toString(),
    })
    return succeed(undefined)
  })
}

import { newId } from '#platform/database/ids.ts'
import type { Acting, Database } from '#platform/database/session.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { CompositionMatch } from '../rules/composition.ts'
import { permit } from './permit.ts'
import { command, record } from './write-record.ts'

/** Who must be on a body from a day on. */
export interface NewCompositionRule {
  readonly body: string
  readonly matches: CompositionMatch
  readonly value: string
  readonly atLeast: number
  readonly atMeetings: boolean
  readonly source: string
  readonly startsOn: Temporal.PlainDate
}

/** Says who must be on a body (G5). Problems: 'composition-known'. */
export async function addCompositionRule(
  db: Database,
  acting: Acting,
  input: NewCompositionRule,
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return command(db, acting, { composition_rule_once: { field: 'value', code: 'composition-known' } }, async (tx) => {
    const { actor } = await permit(tx, acting, { record: 'composition-rule', verb: 'add', ties: { body: input.body } })
    const id = newId()
    const { body, matches, value, atLeast, atMeetings, source, startsOn } = input
    await tx
      .insertInto('governance.composition_rule')
      .values({ id, body, matches, value, at_least: atLeast, at_meetings: atMeetings, source, starts_on: startsOn })
      .execute()
    await record(tx, actor, 'composition-rule.added', 'body', body, input)
    return succeed({ id })
  })
}

/** Ends such a rule; what was judged by it stands. Problems: 'ends-before-start', 'ended-already'. @throws NotFound, Conflict */
export async function endCompositionRule(
  db: Database,
  acting: Acting,
  input: { readonly id: string; readonly body: string; readonly endsOn: Temporal.PlainDate; readonly version: number },
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return command(db, acting, {}, async (tx) => {
    const { actor } = await permit(tx, acting, { record: 'composition-rule', verb: 'end', ties: { body: input.body } })
    const rule = await tx
      .selectFrom('governance.composition_rule')
      .select(['starts_on as startsOn', 'ends_on as endsOn', 'version'])
      .where('id', '=', input.id)
      .where('body', '=', input.body)
      .forUpdate()
      .executeTakeFirst()
    if (rule === undefined) throw new NotFound()
    if (rule.version !== input.version) throw new Conflict()
    if (rule.endsOn !== null) return fail({ field: 'endsOn', code: 'ended-already' })
    if (Temporal.PlainDate.compare(input.endsOn, rule.startsOn) <= 0) return fail({ field: 'endsOn', code: 'ends-before-start' })
    await tx
      .updateTable('governance.composition_rule')
      .set({ ends_on: input.endsOn, version: rule.version + 1 })
      .where('id', '=', input.id)
      .execute()
    await record(tx, actor, 'composition-rule.ended', 'body', input.body, input)
    return succeed({ id: input.id })
  })
}

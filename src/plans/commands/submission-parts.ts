import { newId } from '#platform/database/ids.ts'
import { writeAs } from '#platform/database/session.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { ConditionInput, MetInput, QueryAnswerInput, QueryInput } from '../forms/submission.ts'
import type { PlansNeeds } from '../needs.ts'
import { demand } from '../permission.ts'
import { findSubmissionOf, guardedCondition, guardedSubmission } from '../queries/submissions.ts'
import { nameSomebody } from './communications.ts'
import { auditSubmission, holdSubmission } from './submissions.ts'

type Needs = Pick<PlansNeeds, 'db'>
type Done = Promise<Result<null, FieldProblem>>

const before = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(one, other) < 0

/** Records what a national body asked about what was sent to it. */
export async function recordQuery(needs: Needs, doer: Doer, id: string, { askedOn, question, dueOn }: QueryInput): Done {
  return writeAs(needs.db, doer, async (tx) => {
    const held = await holdSubmission(tx, doer, id)
    const [first] = held.sendings
    if (!first || before(askedOn, first.sentOn)) return fail({ field: 'askedOn', code: 'before-sent' })
    if (before(doer.today, askedOn)) return fail({ field: 'askedOn', code: 'in-the-future' })
    if (dueOn !== undefined && before(dueOn, askedOn)) return fail({ field: 'dueOn', code: 'before-asked' })
    const number = held.queries.length + 1
    await tx
      .insertInto('plans.submission_query')
      .values({
        id: newId(),
        submission: id,
        body: held.body,
        sight: held.sight,
        number,
        asked_on: askedOn,
        question,
        due_on: dueOn ?? null,
      })
      .execute()
    await auditSubmission(tx, doer, 'asked', id, { askedOn, question, dueOn })
    return succeed(null)
  })
}

/** Records what was answered to a question. @throws Conflict where somebody else saved first */
export async function answerQuery(needs: Needs, doer: Doer, id: string, input: QueryAnswerInput): Done {
  return writeAs(needs.db, doer, async (tx) => {
    const held = await findSubmissionOf(tx, 'query', id)
    await demand(tx, doer, guardedSubmission(held), 'change')
    const query = held.queries.find((one) => one.id === id)
    if (!query) throw new NotFound('No such question.')
    const { answer, answeredOn, answeredBy, version } = input
    if (query.answeredOn !== null) return fail({ field: '', code: 'answered-already' })
    if (before(answeredOn, query.askedOn)) return fail({ field: 'answeredOn', code: 'before-asked' })
    if (before(doer.today, answeredOn)) return fail({ field: 'answeredOn', code: 'in-the-future' })
    const saved = await tx
      .updateTable('plans.submission_query')
      .set({ answer, answered_on: answeredOn, answered_by: answeredBy, version: version + 1 })
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst()
    if (saved.numUpdatedRows !== 1n) throw new Conflict('Somebody else saved first.')
    await auditSubmission(tx, doer, 'answered', held.id, { query: id, ...input })
    return succeed(null)
  })
}

/** Says who owns a condition, and by when it is to be met. @throws Conflict where somebody else saved first */
export async function changeCondition(needs: Needs, doer: Doer, id: string, input: ConditionInput): Done {
  return writeAs(needs.db, doer, async (tx) => {
    const held = await findSubmissionOf(tx, 'condition', id)
    await demand(tx, doer, guardedSubmission(held), 'change')
    const condition = held.conditions.find((one) => one.id === id)
    if (condition?.metOn !== null) return fail({ field: '', code: 'met-already' })
    if (held.outcomeOn !== null && before(input.dueOn, held.outcomeOn)) return fail({ field: 'dueOn', code: 'before-outcome' })
    const named = await nameSomebody(tx, { person: input.owner, post: input.ownerPost, fields: ['owner', 'ownerPost'] })
    if (!named.ok) return named
    const saved = await tx
      .updateTable('plans.submission_condition')
      .set({ owner: named.value.person, owner_name: named.value.name, due_on: input.dueOn, version: input.version + 1 })
      .where('id', '=', id)
      .where('version', '=', input.version)
      .executeTakeFirst()
    if (saved.numUpdatedRows !== 1n) throw new Conflict('Somebody else saved first.')
    await auditSubmission(tx, doer, 'condition-changed', held.id, { condition: id, ...input })
    return succeed(null)
  })
}

/** Says that a condition is met, with what shows it: its owner or the clerk. @throws Conflict where somebody else saved first */
export async function meetCondition(needs: Needs, doer: Doer, id: string, { metOn, evidence, version }: MetInput): Done {
  return writeAs(needs.db, doer, async (tx) => {
    const held = await findSubmissionOf(tx, 'condition', id)
    const condition = held.conditions.find((one) => one.id === id)
    if (!condition) throw new NotFound('No such condition.')
    await demand(tx, doer, guardedCondition(held, condition), 'meet')
    if (condition.metOn !== null) return fail({ field: '', code: 'met-already' })
    if (before(doer.today, metOn)) return fail({ field: 'metOn', code: 'in-the-future' })
    if (held.outcomeOn !== null && before(metOn, held.outcomeOn)) return fail({ field: 'metOn', code: 'before-outcome' })
    const saved = await tx
      .updateTable('plans.submission_condition')
      .set({ met_on: metOn, evidence, version: version + 1 })
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst()
    if (saved.numUpdatedRows !== 1n) throw new Conflict('Somebody else saved first.')
    await auditSubmission(tx, doer, 'condition-met', held.id, { condition: id, metOn, evidence })
    return succeed(null)
  })
}

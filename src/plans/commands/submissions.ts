import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { Conflict } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { ChangedSubmissionInput, OutcomeInput, SendInput, SubmissionInput, WithdrawSubmissionInput } from '../forms/submission.ts'
import type { PlansNeeds } from '../needs.ts'
import { demand } from '../permission.ts'
import { findPlanHead, findVersions } from '../queries/plans.ts'
import { findSubmission, guardedSubmission, type Submission } from '../queries/submissions.ts'
import { conditionLines, outcomeProblem } from '../rules/submission.ts'
import { nameSomebody } from './communications.ts'

type Needs = Pick<PlansNeeds, 'db'>
type Done = Promise<Result<null, FieldProblem>>

/** Records that a plan is to be submitted to a national body, and by when (P3). */
export async function beginSubmission(
  needs: Needs,
  doer: Doer,
  plan: string,
  { toName, source, dueOn, sight }: SubmissionInput,
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const head = await findPlanHead(tx, plan)
    await demand(tx, doer, guardedSubmission({ body: head.body, sight, conditions: [] }), 'change')
    const id = newId()
    await tx.insertInto('plans.submission').values({ id, plan, body: head.body, sight, to_name: toName, source, due_on: dueOn }).execute()
    await auditSubmission(tx, doer, 'begun', id, { plan, toName, source, dueOn, sight })
    return succeed({ id })
  })
}

/** Changes to whom a plan is submitted, by when and who reads of it, before there is an outcome. @throws Conflict where somebody else saved first */
export async function changeSubmission(needs: Needs, doer: Doer, id: string, input: ChangedSubmissionInput): Done {
  return writeAs(needs.db, doer, async (tx) => {
    const held = await holdSubmission(tx, doer, id)
    const { toName, source, dueOn, sight, version } = input
    if (held.sight === 'public' && sight !== 'public') return fail({ field: 'sight', code: 'choice-unknown' })
    await save(tx, held, version, { to_name: toName, source, due_on: dueOn, sight })
    await auditSubmission(tx, doer, 'changed', id, input)
    return succeed(null)
  })
}

/** Records which version was sent on which day and by whom; one that was not in force on that day only as a draft. */
export async function recordSending(needs: Needs, doer: Doer, id: string, input: SendInput): Done {
  return writeAs(needs.db, doer, async (tx) => {
    const held = await holdSubmission(tx, doer, id)
    const { ofVersion, asDraft, sentOn, sentBy, reference } = input
    const version = (await findVersions(tx, held.plan)).find((one) => one.version === ofVersion)
    if (!version) return fail({ field: 'ofVersion', code: 'choice-unknown' })
    if (Temporal.PlainDate.compare(sentOn, doer.today) > 0) return fail({ field: 'sentOn', code: 'in-the-future' })
    const wasInForce = version.publishedOn !== null && Temporal.PlainDate.compare(version.publishedOn, sentOn) <= 0
    if (!asDraft && !wasInForce) return fail({ field: 'ofVersion', code: 'never-published' })
    await tx
      .insertInto('plans.submission_sending')
      .values({
        ...{ id: newId(), submission: id, plan: held.plan, body: held.body, sight: held.sight },
        ...{ of_version: ofVersion, as_draft: asDraft, sent_on: sentOn, sent_by: sentBy, reference: reference ?? '' },
      })
      .execute()
    await auditSubmission(tx, doer, 'sent', id, input)
    return succeed(null)
  })
}

/** Records what the national body said, with the conditions of a conditional approval. @throws Conflict where somebody else saved first */
export async function recordOutcome(needs: Needs, doer: Doer, id: string, input: OutcomeInput): Done {
  return writeAs(needs.db, doer, async (tx) => {
    const held = await holdSubmission(tx, doer, id)
    const { outcome, outcomeOn, words, dueOn, version } = input
    const lines = conditionLines(input.conditions)
    const problem = outcomeProblem({ outcome, outcomeOn, conditions: lines }, held.sendings, doer.today)
    if (problem) return fail(problem)
    const conditions = await conditionsOf(tx, { held, lines, input })
    if (!conditions.ok) return conditions
    if (lines.length > 0 && dueOn !== undefined && Temporal.PlainDate.compare(dueOn, outcomeOn) < 0)
      return fail({ field: 'dueOn', code: 'before-outcome' })
    await save(tx, held, version, { outcome, outcome_on: outcomeOn, outcome_words: words ?? '' })
    if (conditions.value.length > 0)
      await tx
        .insertInto('plans.submission_condition')
        .values([...conditions.value])
        .execute()
    await auditSubmission(tx, doer, 'settled', id, input)
    return succeed(null)
  })
}

async function conditionsOf(
  tx: Writer,
  { held, lines, input }: { readonly held: Submission; readonly lines: readonly string[]; readonly input: OutcomeInput },
) {
  if (lines.length === 0) return succeed([])
  if (input.dueOn === undefined) return fail({ field: 'dueOn', code: 'required' })
  const named = await nameSomebody(tx, { person: input.owner, post: input.ownerPost, fields: ['owner', 'ownerPost'] })
  if (!named.ok) return named
  const { person, name } = named.value
  const place = { submission: held.id, body: held.body, sight: held.sight, owner: person, owner_name: name, due_on: input.dueOn }
  return succeed(lines.map((text, index) => ({ id: newId(), ...place, number: index + 1, text })))
}

/** Records that a plan is not submitted after all, or was taken back. @throws Conflict where somebody else saved first */
export async function withdrawSubmission(needs: Needs, doer: Doer, id: string, { because, version }: WithdrawSubmissionInput): Done {
  return writeAs(needs.db, doer, async (tx) => {
    const held = await holdSubmission(tx, doer, id)
    await save(tx, held, version, { withdrawn_on: doer.today, withdrawn_because: because })
    await auditSubmission(tx, doer, 'withdrawn', id, { because })
    return succeed(null)
  })
}

/** Takes hold of a submission without an outcome, for whoever keeps it. @throws Conflict where there is one, or it was withdrawn */
export async function holdSubmission(tx: Writer, doer: Doer, id: string): Promise<Submission> {
  await demand(tx, doer, guardedSubmission(await findSubmission(tx, id)), 'change')
  await tx.selectFrom('plans.submission').select('id').where('id', '=', id).forUpdate().execute()
  const held = await findSubmission(tx, id)
  if (held.outcome !== null || held.withdrawnOn !== null) throw new Conflict('It is settled.')
  return held
}

async function save(tx: Writer, { id }: Submission, version: number, values: Readonly<Record<string, unknown>>): Promise<void> {
  const saved = await tx
    .updateTable('plans.submission')
    .set({ ...values, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (saved.numUpdatedRows !== 1n) throw new Conflict('Somebody else saved first.')
}

/** Appends what was done with a submission to the audit. */
export function auditSubmission(tx: Writer, doer: Doer, act: string, subject: string, content: object): Promise<void> {
  return appendAudit(tx, {
    ...{ actor: doer.actor, act: `plan-submission.${act}`, subjectType: 'plan-submission', subject, content: JSON.stringify(content) },
  })
}

import { findDecisionsOfMatters, nominateItemIn } from '#meetings/public-data.ts'
import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { Conflict } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { AnswerExceptionInput, CloseExceptionInput, RaiseExceptionInput } from '../forms/exception.ts'
import type { PlansNeeds } from '../needs.ts'
import { exceptionPaths } from '../paths.ts'
import { demand } from '../permission.ts'
import { type ExceptionReport, findException, guardedException } from '../queries/exceptions.ts'
import { findPlanHead } from '../queries/plans.ts'
import { findRows } from '../queries/rows.ts'
import { rowsOf } from '../rules/exception.ts'

type Needs = Pick<PlansNeeds, 'db'>
type Done = Promise<Result<null, FieldProblem>>

/** Says that something of a plan in force is off track: its clerk, or whoever leads or sponsors that row (P2). */
export async function raiseException(
  needs: Needs,
  doer: Doer,
  plan: string,
  input: RaiseExceptionInput,
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const head = await findPlanHead(tx, plan)
    const row = rowsOf(await findRows(tx, head.version)).find(({ id }) => id === input.row)
    const { person } = await demand(tx, doer, guardedException(head.body, row?.people), 'raise')
    if (head.state !== 'published') return fail({ field: '', code: 'not-in-force' })
    if (!row) return fail({ field: 'row', code: 'choice-unknown' })
    const { title, why, impact, proposed, asked, offTrack } = input
    const id = newId()
    await tx
      .insertInto('plans.exception_report')
      .values({
        ...{
          id,
          plan,
          body: head.body,
          priority: row.priority,
          action: row.action,
          title,
          off_track: offTrack,
          why,
          impact,
          proposed,
          asked,
        },
        ...{ raised_on: doer.today, raised_by: person?.id ?? null, name: person?.name ?? 'Somebody' },
      })
      .execute()
    await auditException(tx, doer, 'raised', id, input)
    return succeed({ id })
  })
}

/** Puts an exception report on the forward plan of its board. */
export async function placeException(needs: Needs, doer: Doer, id: string): Done {
  return writeAs(needs.db, doer, async (tx) => {
    const held = await holdOpen(tx, doer, id)
    if (held.planItem !== null) return fail({ field: '', code: 'placed-already' })
    const placed = await nominateItemIn(tx, doer, held.body, {
      ...{
        title: `Exception report: ${held.title}`.slice(0, 200),
        summary: `Asked for: ${held.asked} It stands at ${exceptionPaths.exception(id)}.`,
      },
      ...{ lead: undefined, purpose: 'decision', minutes: undefined, meeting: undefined },
    })
    if (!placed.ok) return placed
    await save(tx, held, held.version, { plan_item: placed.value.id })
    await auditException(tx, doer, 'placed', id, { item: placed.value.id })
    return succeed(null)
  })
}

/** Records what the board said to an exception report. @throws Conflict where somebody else saved first */
export async function answerException(needs: Needs, doer: Doer, id: string, input: AnswerExceptionInput): Done {
  return writeAs(needs.db, doer, async (tx) => {
    const held = await holdOpen(tx, doer, id)
    const { answer, decision = null, answeredOn, version } = input
    if (Temporal.PlainDate.compare(answeredOn, doer.today) > 0) return fail({ field: 'answeredOn', code: 'in-the-future' })
    if (Temporal.PlainDate.compare(answeredOn, held.raisedOn) < 0) return fail({ field: 'answeredOn', code: 'before-raised' })
    const { decisions } = await findDecisionsOfMatters(tx, held.planItem === null ? [] : [held.planItem])
    if (decision !== null && !decisions.some((one) => one.id === decision && one.ofBody === held.body))
      return fail({ field: 'decision', code: 'choice-unknown' })
    await save(tx, held, version, { answer, decision, answered_on: answeredOn })
    await auditException(tx, doer, 'answered', id, input)
    return succeed(null)
  })
}

/** Closes an exception report that was answered, with what came of it. @throws Conflict where somebody else saved first */
export async function closeException(needs: Needs, doer: Doer, id: string, { words, version }: CloseExceptionInput): Done {
  return writeAs(needs.db, doer, async (tx) => {
    const held = await holdOpen(tx, doer, id)
    if (held.answeredOn === null) return fail({ field: '', code: 'not-answered' })
    await save(tx, held, version, { closed_on: doer.today, close_words: words })
    await auditException(tx, doer, 'closed', id, { words })
    return succeed(null)
  })
}

async function holdOpen(tx: Writer, doer: Doer, id: string): Promise<ExceptionReport> {
  await demand(tx, doer, guardedException((await findException(tx, id)).body), 'change')
  await tx.selectFrom('plans.exception_report').select('id').where('id', '=', id).forUpdate().execute()
  const held = await findException(tx, id)
  if (held.closedOn !== null) throw new Conflict('This was closed meanwhile.')
  return held
}

async function save(tx: Writer, { id }: ExceptionReport, version: number, values: Readonly<Record<string, unknown>>): Promise<void> {
  const saved = await tx
    .updateTable('plans.exception_report')
    .set({ ...values, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (saved.numUpdatedRows !== 1n) throw new Conflict('Somebody else saved first.')
}

function auditException(tx: Writer, doer: Doer, act: string, subject: string, content: object): Promise<void> {
  return appendAudit(tx, {
    ...{ actor: doer.actor, act: `plan-exception.${act}`, subjectType: 'plan-exception', subject, content: JSON.stringify(content) },
  })
}

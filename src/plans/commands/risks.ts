import { sql } from 'kysely'
import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { Conflict } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import { type ChangedRiskInput, type CloseRiskInput, type RiskInput, readPlace, type ScoreInput } from '../forms/risk.ts'
import type { PlansNeeds } from '../needs.ts'
import { demand } from '../permission.ts'
import { findPlansOf, listPriorities } from '../queries/references.ts'
import { findRisk, guardedRisk, listRiskScales, listShownActions, type Risk } from '../queries/risks.ts'
import { gradeOf, scaleOn } from '../rules/risk.ts'
import { readLeads } from './leads.ts'

type Needs = Pick<PlansNeeds, 'db'>

/** Puts a risk into the register of a body under its next number (P5). */
export async function raiseRisk(
  needs: Needs,
  doer: Doer,
  body: string,
  input: RiskInput,
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, { record: 'risk-register', state: 'any', ties: { body } }, 'make')
    const read = await readRisk(tx, doer, body, input)
    if (!read.ok) return read
    // Held until the end, so that two who raise a risk at once do not get one number.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`plans.risk ${body}`}, 0))`.execute(tx)
    const last = await tx
      .selectFrom('plans.risk')
      .select(({ fn }) => fn.max('number').as('number'))
      .where('body', '=', body)
      .executeTakeFirst()
    const id = newId()
    await tx
      .insertInto('plans.risk')
      .values({ id, body, number: (last?.number ?? 0) + 1, raised_on: doer.today, ...read.value.columns })
      .execute()
    await saveActions(tx, { id, body, sight: input.sight }, read.value.actions)
    await auditRisk(tx, doer, 'raised', id, input)
    return succeed({ id })
  })
}

/** Changes what is said of a risk. @throws Conflict where somebody else saved first */
export async function changeRisk(needs: Needs, doer: Doer, id: string, input: ChangedRiskInput): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const held = await holdRisk(tx, doer, id)
    const read = await readRisk(tx, doer, held.body, input)
    if (!read.ok) return read
    await saveRisk(tx, id, input.version, read.value.columns)
    await saveActions(tx, { id, body: held.body, sight: input.sight }, read.value.actions)
    await auditRisk(tx, doer, 'changed', id, input)
    return succeed(null)
  })
}

/** Scores a risk under the scale of the day. */
export async function scoreRisk(needs: Needs, doer: Doer, id: string, input: ScoreInput): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const held = await holdRisk(tx, doer, id)
    const { onDay } = input
    if (Temporal.PlainDate.compare(onDay, doer.today) > 0) return fail({ field: 'onDay', code: 'in-the-future' })
    if (Temporal.PlainDate.compare(onDay, held.latest?.onDay ?? held.raisedOn) < 0)
      return fail({ field: 'onDay', code: held.latest ? 'before-last-score' : 'before-raised' })
    const scale = scaleOn(await listRiskScales(tx), onDay)
    const [before, after] = [readPlace(input.before), input.after === undefined ? null : readPlace(input.after)]
    if (!scale || !before || gradeOf(scale, before) === undefined) return fail({ field: 'before', code: 'choice-unknown' })
    if (after === undefined || (after && gradeOf(scale, after) === undefined)) return fail({ field: 'after', code: 'choice-unknown' })
    const why = input.why ?? ''
    await tx
      .insertInto('plans.risk_score')
      .values({
        ...{ id: newId(), risk: id, body: held.body, sight: held.sight, scale: scale.version, on_day: onDay, why },
        ...{ before_likelihood: before.likelihood, before_impact: before.impact },
        ...{ after_likelihood: after?.likelihood ?? null, after_impact: after?.impact ?? null, actor: doer.actor, at: doer.now },
      })
      .execute()
    await auditRisk(tx, doer, 'scored', id, input)
    return succeed(null)
  })
}

/** Closes a risk: it happened, or it can no longer happen. */
export async function closeRisk(needs: Needs, doer: Doer, id: string, input: CloseRiskInput): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const held = await holdRisk(tx, doer, id)
    if (Temporal.PlainDate.compare(input.closedOn, doer.today) > 0) return fail({ field: 'closedOn', code: 'in-the-future' })
    const last = held.latest?.onDay ?? held.raisedOn
    if (Temporal.PlainDate.compare(input.closedOn, last) < 0)
      return fail({ field: 'closedOn', code: held.latest ? 'before-last-score' : 'before-raised' })
    await saveRisk(tx, id, input.version, { closed_on: input.closedOn, close_reason: input.reason })
    await auditRisk(tx, doer, 'closed', id, input)
    return succeed(null)
  })
}

async function holdRisk(tx: Writer, doer: Doer, id: string): Promise<Risk> {
  await demand(tx, doer, guardedRisk(await findRisk(tx, id)), 'change')
  await tx.selectFrom('plans.risk').select('id').where('id', '=', id).forUpdate().execute()
  const held = await findRisk(tx, id)
  if (held.closedOn !== null) throw new Conflict('This risk was closed meanwhile.')
  return held
}

async function saveRisk(tx: Writer, id: string, version: number, values: Readonly<Record<string, unknown>>): Promise<void> {
  const saved = await tx
    .updateTable('plans.risk')
    .set({ ...values, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (saved.numUpdatedRows !== 1n) throw new Conflict('Somebody else changed it first.')
}

function auditRisk(tx: Writer, doer: Doer, act: string, subject: string, content: object): Promise<void> {
  return appendAudit(tx, { actor: doer.actor, act: `risk.${act}`, subjectType: 'risk', subject, content: JSON.stringify(content) })
}

/** Reads who owns it, what it threatens and what is done about it: all of it of the same body. */
async function readRisk(tx: Writer, doer: Doer, body: string, input: RiskInput) {
  const { leads, problem } = await readLeads(tx, { leads: input.owner }, doer.today)
  if (problem) return fail({ ...problem, field: 'owner' })
  const threatened = await findThreatened(tx, body, input.threatens)
  if (!threatened) return fail({ field: 'threatens', code: 'choice-unknown' })
  const known = await listShownActions(tx, body)
  const actions = known.filter(({ id }) => input.actions.includes(id))
  if (actions.length < input.actions.length) return fail({ field: 'actions', code: 'choice-unknown' })
  const { title, event, sight } = input
  const columns = {
    ...{ title, event, sight, cause: input.cause ?? '', effect: input.effect ?? '', ...threatened },
    ...{ owner: leads[0]?.person ?? null, owner_name: leads[0]?.name ?? '', review_on: input.reviewOn ?? null },
  }
  return succeed({ columns, actions })
}

async function findThreatened(
  tx: Writer,
  body: string,
  threatens: string | undefined,
): Promise<{ readonly plan: string | null; readonly priority: string | null } | undefined> {
  if (threatens === undefined) return { plan: null, priority: null }
  const plan = (await findPlansOf(tx, body)).find(({ id }) => id === threatens)
  if (plan) return { plan: plan.id, priority: null }
  const priority = (await listPriorities(tx, body)).find(({ id }) => id === threatens)
  return priority && { plan: priority.plan, priority: priority.id }
}

async function saveActions(
  tx: Writer,
  { id, body, sight }: Pick<Risk, 'id' | 'body' | 'sight'>,
  actions: readonly { readonly id: string; readonly plan: string }[],
): Promise<void> {
  await tx.deleteFrom('plans.risk_action').where('risk', '=', id).execute()
  if (actions.length === 0) return
  await tx
    .insertInto('plans.risk_action')
    .values(actions.map((action) => ({ risk: id, body, sight, action: action.id, plan: action.plan })))
    .execute()
}

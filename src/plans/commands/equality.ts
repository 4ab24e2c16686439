import { findMatters } from '#meetings/public-data.ts'
import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Reader, type Writer, writeAs } from '#platform/database/session.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { ChangedEqiaInput, EqiaActionInput, EqiaInput, EqiaLineInput, FinishEqiaInput } from '../forms/equality.ts'
import type { PlansNeeds } from '../needs.ts'
import { demand } from '../permission.ts'
import { type Eqia, findEqia, findEqiaActions, findEqiaLines, guardedEqia, listCharacteristics } from '../queries/equality.ts'
import { findPlansOf } from '../queries/references.ts'
import { characteristicsOn, eqiaLacks } from '../rules/equality.ts'

type Needs = Pick<PlansNeeds, 'db'>
type Done = Promise<Result<null, FieldProblem>>

/** Begins an assessment (P9). */
export async function beginEqia(
  needs: Needs,
  doer: Doer,
  body: string,
  input: EqiaInput,
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, { record: 'equality-assessments', state: 'any', ties: { body } }, 'make')
    const subject = await findSubject(tx, body, input.subject)
    if (!subject) return fail({ field: 'subject', code: 'choice-unknown' })
    const id = newId()
    const { stage, title, about, sight } = input
    await tx
      .insertInto('plans.eqia')
      .values({ id, body, stage, title, about, sight, begun_on: doer.today, ...subject })
      .execute()
    await auditEqia(tx, doer, 'begun', id, input)
    return succeed({ id })
  })
}

/** Changes what an assessment is of. @throws Conflict where somebody else saved first */
export async function changeEqia(needs: Needs, doer: Doer, id: string, input: ChangedEqiaInput): Done {
  return writeAs(needs.db, doer, async (tx) => {
    const held = await holdEqia(tx, doer, id)
    const subject = await findSubject(tx, held.body, input.subject)
    if (!subject) return fail({ field: 'subject', code: 'choice-unknown' })
    const { stage, title, about, sight } = input
    await saveEqia(tx, id, input.version, { stage, title, about, sight, ...subject })
    await auditEqia(tx, doer, 'changed', id, input)
    return succeed(null)
  })
}

/** Says what is known of a characteristic, for the first time or anew. @throws Conflict, NotFound */
export async function sayOfCharacteristic(needs: Needs, doer: Doer, id: string, characteristic: string, input: EqiaLineInput): Done {
  return writeAs(needs.db, doer, async (tx) => {
    const held = await holdEqia(tx, doer, id)
    if (!(await listCharacteristics(tx)).some(({ code }) => code === characteristic)) throw new NotFound('No such characteristic.')
    const before = (await findEqiaLines(tx, id)).find((line) => line.characteristic === characteristic)
    if (before?.version !== input.version) throw new Conflict('Somebody else changed it first.')
    const { impact, evidence = '', mitigation = '', owner = '', reviewOn } = input
    const columns = { impact, evidence, mitigation, owner_name: owner, review_on: reviewOn ?? null, version: (input.version ?? 0) + 1 }
    await tx
      .insertInto('plans.eqia_line')
      .values({ eqia: id, characteristic, body: held.body, sight: held.sight, ...columns })
      .onConflict((conflict) => conflict.columns(['eqia', 'characteristic']).doUpdateSet(columns))
      .execute()
    await auditEqia(tx, doer, 'said', id, { characteristic, input })
    return succeed(null)
  })
}

/** Finishes an assessment: everything stands in it that its stage asks for, and it stays from now on. */
export async function finishEqia(needs: Needs, doer: Doer, id: string, input: FinishEqiaInput): Done {
  return writeAs(needs.db, doer, async (tx) => {
    const held = await holdEqia(tx, doer, id)
    const { conclusion, why, doneOn, sight } = input
    if (Temporal.PlainDate.compare(doneOn, doer.today) > 0) return fail({ field: 'doneOn', code: 'in-the-future' })
    if (conclusion === 'full' && held.stage === 'full') return fail({ field: 'conclusion', code: 'full-already' })
    if (held.sight === 'public' && sight === 'members') return fail({ field: 'sight', code: 'was-public' })
    const list = characteristicsOn(await listCharacteristics(tx), doneOn)
    if (eqiaLacks(held.stage, list, await findEqiaLines(tx, id)).length > 0) return fail({ field: '', code: 'characteristics-missing' })
    await saveEqia(tx, id, input.version, { conclusion, why, done_on: doneOn, sight })
    await auditEqia(tx, doer, 'finished', id, input)
    return succeed(null)
  })
}

/** Adds something to be improved, before or after an assessment is finished. */
export async function addEqiaAction(needs: Needs, doer: Doer, id: string, input: EqiaActionInput): Done {
  return writeAs(needs.db, doer, async (tx) => {
    const held = await findEqia(tx, id)
    await demand(tx, doer, guardedEqia(held), 'change')
    await tx
      .insertInto('plans.eqia_action')
      .values({
        ...{ id: newId(), eqia: id, body: held.body, sight: held.sight, text: input.text },
        ...{ owner_name: input.owner ?? '', due_on: input.dueOn ?? null },
      })
      .execute()
    await auditEqia(tx, doer, 'action-added', id, input)
    return succeed(null)
  })
}

/** Says that something was improved. @throws NotFound where it is no action of this assessment, or was said already */
export async function doneEqiaAction(needs: Needs, doer: Doer, id: string, action: string): Done {
  return writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, guardedEqia(await findEqia(tx, id)), 'change')
    const found = (await findEqiaActions(tx, id)).find((one) => one.id === action && one.doneOn === null)
    if (!found) throw new NotFound('No such action is open.')
    await tx.updateTable('plans.eqia_action').set({ done_on: doer.today }).where('id', '=', action).execute()
    await auditEqia(tx, doer, 'action-done', id, { action })
    return succeed(null)
  })
}

async function holdEqia(tx: Writer, doer: Doer, id: string): Promise<Eqia> {
  await demand(tx, doer, guardedEqia(await findEqia(tx, id)), 'change')
  await tx.selectFrom('plans.eqia').select('id').where('id', '=', id).forUpdate().execute()
  const held = await findEqia(tx, id)
  if (held.doneOn !== null) throw new Conflict('It was finished meanwhile, and stays as it is.')
  return held
}

async function saveEqia(tx: Writer, id: string, version: number, values: Readonly<Record<string, unknown>>): Promise<void> {
  const saved = await tx
    .updateTable('plans.eqia')
    .set({ ...values, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (saved.numUpdatedRows !== 1n) throw new Conflict('Somebody else changed it first.')
}

function auditEqia(tx: Writer, doer: Doer, act: string, subject: string, content: object): Promise<void> {
  return appendAudit(tx, {
    ...{ actor: doer.actor, act: `equality.${act}`, subjectType: 'equality-assessment', subject },
    content: JSON.stringify(content),
  })
}

/** A plan or a decision of the same body by its id; undefined where there is none that one may see. */
async function findSubject(
  reader: Reader,
  body: string,
  subject: string | undefined,
): Promise<{ readonly plan: string | null; readonly decision: string | null } | undefined> {
  if (subject === undefined) return { plan: null, decision: null }
  if ((await findPlansOf(reader, body)).some(({ id }) => id === subject)) return { plan: subject, decision: null }
  const span = { from: Temporal.PlainDate.from('1900-01-01'), until: Temporal.PlainDate.from('9000-01-01') }
  const decisions = (await findMatters(reader, { body, ...span })).filter(({ kind }) => kind === 'decision')
  return decisions.some(({ id }) => id === subject) ? { plan: null, decision: subject } : undefined
}

import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { AssessmentRowInput, NeedUsesInput } from '../forms/needs.ts'
import type { PlansNeeds } from '../needs.ts'
import { demand } from '../permission.ts'
import { type Assessment, type AssessmentRow, findAssessmentRows, findNeedUses, listAssessments } from '../queries/needs.ts'
import { type AssessmentRowKind, basisKind } from '../rules/needs.ts'
import { auditNeeds, holdOpenAssessment } from './needs.ts'

type Needs = Pick<PlansNeeds, 'db'>

/** Adds evidence, a finding, a need or a gap, with the next number of its kind. */
export async function addAssessmentRow(
  needs: Needs,
  doer: Doer,
  where: { readonly assessment: string; readonly kind: AssessmentRowKind },
  input: AssessmentRowInput,
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const held = await holdOpenAssessment(tx, doer, where.assessment)
    const rows = await findAssessmentRows(tx, [held.id])
    const problem = basisProblem(where.kind, rows, input.basis)
    if (problem) return fail(problem)
    const id = newId()
    const number = Math.max(0, ...rows.filter(({ kind }) => kind === where.kind).map((row) => row.number)) + 1
    await tx
      .insertInto('plans.assessment_row')
      .values({ id, assessment: held.id, body: held.body, sight: held.sight, kind: where.kind, number, ...columnsOf(where.kind, input) })
      .execute()
    await saveBasis(tx, held, { id, kind: where.kind }, rows, input.basis)
    await auditNeeds(tx, doer, 'row-added', held.id, { id, ...where, input })
    return succeed({ id })
  })
}

/** Changes a row. @throws Conflict where somebody else saved first, NotFound */
export async function changeAssessmentRow(
  needs: Needs,
  doer: Doer,
  row: AssessmentRow,
  input: AssessmentRowInput & { readonly version: number },
): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const held = await holdOpenAssessment(tx, doer, row.assessment)
    const rows = await findAssessmentRows(tx, [held.id])
    const problem = basisProblem(row.kind, rows, input.basis)
    if (problem) return fail(problem)
    const saved = await tx
      .updateTable('plans.assessment_row')
      .set({ ...columnsOf(row.kind, input), version: input.version + 1 })
      .where('id', '=', row.id)
      .where('version', '=', input.version)
      .executeTakeFirst()
    if (saved.numUpdatedRows !== 1n) throw new Conflict('Somebody else changed it first, or took it out.')
    await saveBasis(tx, held, row, rows, input.basis)
    await auditNeeds(tx, doer, 'row-changed', held.id, { row: row.id, input })
    return succeed(null)
  })
}

/** Takes a row out. One that others rest on stays. @throws NotFound where it is gone already */
export async function removeAssessmentRow(needs: Needs, doer: Doer, row: AssessmentRow): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const held = await holdOpenAssessment(tx, doer, row.assessment)
    const rows = await findAssessmentRows(tx, [held.id])
    if (!rows.some(({ id }) => id === row.id)) throw new NotFound('It was taken out already.')
    if (rows.some(({ basis }) => basis.includes(row.id))) return fail({ field: '', code: 'rested-on' })
    await tx.deleteFrom('plans.assessment_row').where('id', '=', row.id).execute()
    await auditNeeds(tx, doer, 'row-removed', held.id, { row: row.id, kind: row.kind, number: row.number })
    return succeed(null)
  })
}

/**
 * Says on which needs and findings a priority rests; those that are no longer named end today. What the doer cannot see is left as it is.
 */
export async function restPriorityOn(
  needs: Needs,
  doer: Doer,
  where: { readonly priority: string; readonly plan: string; readonly body: string },
  { rows, why }: NeedUsesInput,
): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, { record: 'needs-use', state: 'any', ties: { body: where.body } }, 'keep')
    await tx.selectFrom('plans.plan').select('id').where('id', '=', where.plan).forUpdate().execute()
    const open = (await findNeedUses(tx, { priority: where.priority })).filter(({ endsOn }) => endsOn === null)
    const published = (await listAssessments(tx)).filter(({ state }) => state === 'published')
    const citable = (
      await findAssessmentRows(
        tx,
        published.map(({ id }) => id),
      )
    ).filter(({ kind }) => kind === 'need' || kind === 'finding')
    const added = rows.filter((row) => !open.some((use) => use.row === row))
    const found = citable.filter(({ id }) => added.includes(id))
    if (found.length < added.length) return fail({ field: 'rows', code: 'choice-unknown' })
    const ended = open.filter((use) => !rows.includes(use.row)).map(({ id }) => id)
    if (ended.length > 0) await tx.updateTable('plans.need_use').set({ ends_on: doer.today }).where('id', 'in', ended).execute()
    if (found.length > 0)
      await tx
        .insertInto('plans.need_use')
        .values(
          found.map(({ id, kind }) => ({
            ...{ id: newId(), ...where, row_id: id, row_kind: kind, why: why ?? '', starts_on: doer.today, actor: doer.actor },
          })),
        )
        .execute()
    await auditNeeds(tx, doer, 'used', where.priority, { ...where, rows, why, ended })
    return succeed(null)
  })
}

const columnsOf = (kind: AssessmentRowKind, { title, text, source, datedOn, licence, address }: AssessmentRowInput) => ({
  ...{ title, text: text ?? '' },
  ...(kind === 'evidence' ? { source: source ?? '', dated_on: datedOn ?? null, licence: licence ?? '', address: address ?? '' } : {}),
})

/** A row rests on rows of its own assessment and of the kind that it can rest on. */
function basisProblem(kind: AssessmentRowKind, rows: readonly AssessmentRow[], basis: readonly string[]): FieldProblem | undefined {
  const known = rows.filter((other) => other.kind === basisKind(kind)).map(({ id }) => id)
  return basis.every((id) => known.includes(id)) ? undefined : { field: 'basis', code: 'choice-unknown' }
}

async function saveBasis(
  tx: Writer,
  { id: assessment, body, sight }: Assessment,
  row: Pick<AssessmentRow, 'id' | 'kind'>,
  rows: readonly AssessmentRow[],
  basis: readonly string[],
): Promise<void> {
  await tx.deleteFrom('plans.row_basis').where('row_id', '=', row.id).execute()
  const found = rows.filter(({ id }) => basis.includes(id))
  if (found.length === 0) return
  const place = { assessment, body, sight, row_id: row.id, row_kind: row.kind }
  await tx
    .insertInto('plans.row_basis')
    .values(found.map((other) => ({ ...place, basis: other.id, basis_kind: other.kind })))
    .execute()
}

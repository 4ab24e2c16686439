import { newId } from '#platform/database/ids.ts'
import { type Database, type Writer, writeAs } from '#platform/database/session.ts'
import { Conflict } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { ChangedTemplate, TemplateInput } from '../forms/returns.ts'
import { demand } from '../permission.ts'
import { findMeasures } from '../queries/measure.ts'
import { findTemplates, type ReturnTemplate } from '../queries/returns.ts'
import { latestDefinition } from '../rules/measure.ts'
import { owedBy } from '../rules/returns.ts'
import { noteAct } from './note-act.ts'

interface Needs {
  readonly db: Database
}

/** Says which agency gives which figures of a board, how often and by when; what is owed already is asked for at once. */
export async function addReturn(
  needs: Needs,
  doer: Doer,
  body: string,
  input: TemplateInput,
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, { record: 'return', state: 'any', ties: { body } }, 'keep')
    const problem = await measuresProblem(tx, body, input)
    if (problem) return fail(problem)
    const id = newId()
    await tx
      .insertInto('performance.return_template')
      .values({ id, body, ...columnsOf(input) })
      .execute()
    await keepMeasures(tx, body, id, input.measures)
    await askWhatIsOwed(tx, doer.today, await findTemplates(tx, 'id', [id]))
    await noteAct(tx, doer, 'return.added', 'return', id, input)
    return succeed({ id })
  })
}

/** Changes a return from now on; what was owed and given before stays. */
export async function changeReturn(
  needs: Needs,
  doer: Doer,
  template: ReturnTemplate,
  input: ChangedTemplate,
): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, { record: 'return', state: 'any', ties: { body: template.body } }, 'keep')
    const problem = await measuresProblem(tx, template.body, input)
    if (problem) return fail(problem)
    const { numUpdatedRows } = await tx
      .updateTable('performance.return_template')
      .set({ ...columnsOf(input), version: input.version + 1 })
      .where('id', '=', template.id)
      .where('version', '=', input.version)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw new Conflict('Somebody else changed this return.')
    await tx.deleteFrom('performance.return_measure').where('template', '=', template.id).execute()
    await keepMeasures(tx, template.body, template.id, input.measures)
    await askWhatIsOwed(tx, doer.today, await findTemplates(tx, 'id', [template.id]))
    await noteAct(tx, doer, 'return.changed', 'return', template.id, input)
    return succeed(null)
  })
}

/** Writes down what is owed by a day and was not written down yet. Returns how much that was. */
export async function askWhatIsOwed(tx: Writer, today: Temporal.PlainDate, templates: readonly ReturnTemplate[]): Promise<number> {
  const rows = templates.flatMap((template) =>
    owedBy(template, today).map(({ startsOn, endsOn, dueOn }) => ({
      ...{ id: newId(), template: template.id, body: template.body, starts_on: startsOn, ends_on: endsOn, due_on: dueOn },
    })),
  )
  if (rows.length === 0) return 0
  const done = await tx
    .insertInto('performance.return_due')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['template', 'starts_on']).doNothing())
    .executeTakeFirst()
  return Number(done.numInsertedOrUpdatedRows ?? 0n)
}

async function measuresProblem(tx: Writer, body: string, { measures, periodType }: TemplateInput): Promise<FieldProblem | undefined> {
  if (measures.length === 0) return { field: 'measures', code: 'no-measures' }
  const found = await findMeasures(tx, measures)
  const own = found.filter((measure) => measure.body === body)
  if (own.length < measures.length) return { field: 'measures', code: 'choice-unknown' }
  // What the record counts, no agency gives.
  if (own.some((measure) => latestDefinition(measure).countedBy !== '')) return { field: 'measures', code: 'counted-from-record' }
  return own.every((measure) => latestDefinition(measure).frequency === periodType)
    ? undefined
    : { field: 'measures', code: 'return-overlaps' }
}

const columnsOf = ({ title, agency, giver, periodType, dueDays, startsOn, lastDay }: TemplateInput) => ({
  ...{ title, agency, giver: giver ?? null, period_type: periodType, due_days: dueDays, starts_on: startsOn },
  ends_on: lastDay?.add({ days: 1 }) ?? null,
})

async function keepMeasures(tx: Writer, body: string, template: string, measures: readonly string[]): Promise<void> {
  await tx
    .insertInto('performance.return_measure')
    .values(measures.map((measure, position) => ({ template, body, measure, position })))
    .execute()
}

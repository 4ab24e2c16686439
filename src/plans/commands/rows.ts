import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { ChangedRowInput, RowInput } from '../forms/row.ts'
import type { PlansNeeds } from '../needs.ts'
import type { RowKind } from '../paths.ts'
import type { PlanHead } from '../queries/plans.ts'
import { findRows, type PlanRows } from '../queries/rows.ts'
import { readTimescale } from '../rules/timescale.ts'
import { auditPlan, holdDraft } from './draft.ts'
import { readLeads, saveLeads } from './leads.ts'

type Needs = Pick<PlansNeeds, 'db'>

/** Adds a priority, an outcome or an action to the draft of a plan, after those that stand there. @param under - the row that it belongs to */
export async function addRow(
  needs: Needs,
  doer: Doer,
  where: { readonly plan: string; readonly kind: RowKind; readonly under: string | undefined },
  input: RowInput,
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const draft = await holdDraft(tx, doer, where.plan)
    const rows = await findRows(tx, draft.version)
    const parent = parentOf(rows, where.kind, where.under)
    const read = await readInput(tx, doer, draft, input)
    if (!read.ok) return read
    const id = newId()
    const position = Math.max(0, ...rowsOf(rows, where.kind).map((row) => row.position)) + 1
    await insertRow(tx, draft, where.kind, { id, position, ...parent }, read.value.columns)
    await saveLeads(tx, placeOf(draft), where.kind, id, read.value.leads)
    await auditPlan(tx, doer, 'row-added', where.plan, { ...where, id, input })
    return succeed({ id })
  })
}

/** Changes a row of the draft. @throws Conflict where somebody else saved first, NotFound */
export async function changeRow(
  needs: Needs,
  doer: Doer,
  where: { readonly plan: string; readonly kind: RowKind; readonly row: string },
  input: ChangedRowInput,
): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const draft = await holdDraft(tx, doer, where.plan)
    const read = await readInput(tx, doer, draft, input)
    if (!read.ok) return read
    await updateRow(tx, draft.version, where, input.version, read.value.columns)
    await saveLeads(tx, placeOf(draft), where.kind, where.row, read.value.leads)
    await auditPlan(tx, doer, 'row-changed', where.plan, { ...where, input })
    return succeed(null)
  })
}

const placeOf = ({ version, id, body, sight }: PlanHead) => ({ version, plan: id, body, sight })

const rowsOf = (rows: PlanRows, kind: RowKind) =>
  kind === 'priority' ? rows.priorities : kind === 'outcome' ? rows.outcomes : rows.actions

/** Where a new row stands. @throws NotFound where the draft has no such row to put it under */
function parentOf(
  rows: PlanRows,
  kind: RowKind,
  under: string | undefined,
): { readonly priority: string; readonly outcome: string | null } {
  if (kind === 'priority') return { priority: '', outcome: null }
  const priority = rows.priorities.find(({ id }) => id === under)
  if (priority) return { priority: priority.id, outcome: null }
  const outcome = kind === 'action' ? rows.outcomes.find(({ id }) => id === under) : undefined
  if (!outcome) throw new NotFound('The draft has no such row.')
  return { priority: outcome.priority, outcome: outcome.id }
}

async function readInput(tx: Writer, doer: Doer, draft: PlanHead, input: RowInput) {
  const due = readTimescale(input.timescale ?? '', draft.startsOn ?? doer.today)
  if ('code' in due) return fail({ field: 'timescale', code: due.code, details: { offers: due.offers } })
  const { leads, problem } = await readLeads(tx, input, doer.today)
  if (problem) return fail(problem)
  const columns = {
    common: {
      ...{ reference: input.reference ?? '', title: input.title, text: input.text ?? '', details: JSON.stringify(input.details) },
    },
    due: { due_words: due.words, due_from: due.from, due_to: due.to },
    accountable: { accountable: input.accountable ?? null },
  }
  return succeed({ columns, leads })
}

type Columns = Extract<Awaited<ReturnType<typeof readInput>>, { readonly ok: true }>['value']['columns']

async function insertRow(
  tx: Writer,
  draft: PlanHead,
  kind: RowKind,
  at: { readonly id: string; readonly position: number; readonly priority: string; readonly outcome: string | null },
  { common, due, accountable }: Columns,
): Promise<void> {
  const identity = { id: at.id, plan: draft.id, body: draft.body }
  const text = { ...placeOf(draft), position: at.position, ...common }
  if (kind === 'priority') {
    await tx.insertInto('plans.priority').values(identity).execute()
    await tx
      .insertInto('plans.priority_text')
      .values({ ...text, priority: at.id, ...accountable })
      .execute()
  } else if (kind === 'outcome') {
    await tx.insertInto('plans.outcome').values(identity).execute()
    await tx
      .insertInto('plans.outcome_text')
      .values({ ...text, outcome: at.id, priority: at.priority, ...due })
      .execute()
  } else {
    await tx.insertInto('plans.action').values(identity).execute()
    await tx
      .insertInto('plans.action_text')
      .values({ ...text, action: at.id, priority: at.priority, outcome: at.outcome, ...due })
      .execute()
  }
}

async function updateRow(
  tx: Writer,
  version: string,
  { kind, row }: { readonly kind: RowKind; readonly row: string },
  revision: number,
  { common, due, accountable }: Columns,
): Promise<void> {
  const at = { version, revision }
  const next = { revision: revision + 1 }
  const saved =
    kind === 'priority'
      ? await tx
          .updateTable('plans.priority_text')
          .set({ ...common, ...accountable, ...next })
          .where('priority', '=', row)
          .where('version', '=', at.version)
          .where('revision', '=', at.revision)
          .executeTakeFirst()
      : kind === 'outcome'
        ? await tx
            .updateTable('plans.outcome_text')
            .set({ ...common, ...due, ...next })
            .where('outcome', '=', row)
            .where('version', '=', at.version)
            .where('revision', '=', at.revision)
            .executeTakeFirst()
        : await tx
            .updateTable('plans.action_text')
            .set({ ...common, ...due, ...next })
            .where('action', '=', row)
            .where('version', '=', at.version)
            .where('revision', '=', at.revision)
            .executeTakeFirst()
  if (saved.numUpdatedRows !== 1n) throw new Conflict('Somebody else changed it first, or took it out.')
}

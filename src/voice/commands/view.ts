import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { Conflict } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { ChangedViewInput, ViewInput, WithholdInput } from '../forms/source.ts'
import type { VoiceNeeds } from '../needs.ts'
import { demand } from '../permission.ts'
import { findView, guardedView, type Source, sourceColumns } from '../queries/views.ts'
import { clearProblem } from '../rules/voice.ts'
import { ageProblem, auditVoice, settleThemes } from './keep.ts'

/** Enters somebody's words; another person checks them before anybody else reads them (S3; handbook plans 7). */
export async function addView(
  needs: VoiceNeeds,
  doer: Doer,
  source: Source,
  input: ViewInput,
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, { record: 'voices', state: 'any', ties: { body: source.body } }, 'keep')
    const columns = await columnsOf(tx, doer, source.body, input)
    if (!columns.ok) return columns
    const id = newId()
    await tx
      .insertInto('voice.view')
      .values({ id, body: source.body, ...sourceColumns(source), ...columns.value, entered_by: doer.actor })
      .execute()
    await auditVoice(tx, doer, 'view-entered', id, input)
    return succeed({ id })
  })
}

/** Writes words anew; they are checked anew as well, by another person than who wrote them. @throws Conflict */
export async function changeView(needs: VoiceNeeds, doer: Doer, id: string, input: ChangedViewInput): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const view = await findView(tx, id)
    await demand(tx, doer, guardedView(view), 'change')
    const columns = await columnsOf(tx, doer, view.source.body, input)
    if (!columns.ok) return columns
    const fresh = { state: 'to-review', entered_by: doer.actor, reviewed_by: null, reviewed_on: null, reason: '' }
    await save(tx, { id, version: input.version }, { ...columns.value, ...fresh })
    await auditVoice(tx, doer, 'view-changed', id, input)
    return succeed(null)
  })
}

/** Clears words that hold nothing by which anybody could be known. @throws Conflict where they were changed meanwhile */
export async function clearView(needs: VoiceNeeds, doer: Doer, id: string, version: number): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const view = await findView(tx, id)
    await demand(tx, doer, guardedView(view), 'review')
    const problem = clearProblem(view.enteredBy, doer.actor)
    if (problem) return fail({ field: '', code: problem })
    await save(tx, { id, version }, { state: 'cleared', reviewed_by: doer.actor, reviewed_on: doer.today, reason: '' })
    await auditVoice(tx, doer, 'view-cleared', id, { words: view.words })
    return succeed(null)
  })
}

/** Keeps words back, whoever entered them, and says why. @throws Conflict */
export async function withholdView(needs: VoiceNeeds, doer: Doer, id: string, input: WithholdInput): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const view = await findView(tx, id)
    await demand(tx, doer, guardedView(view), 'review')
    await save(
      tx,
      { id, version: input.version },
      { state: 'withheld', reviewed_by: doer.actor, reviewed_on: doer.today, reason: input.reason },
    )
    await auditVoice(tx, doer, 'view-withheld', id, input)
    return succeed(null)
  })
}

async function save(tx: Writer, { id, version }: { id: string; version: number }, columns: object): Promise<void> {
  const saved = await tx
    .updateTable('voice.view')
    .set({ ...columns, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (saved.numUpdatedRows !== 1n) throw new Conflict('Somebody else saved first.')
}

async function columnsOf(tx: Writer, doer: Doer, body: string, input: ViewInput) {
  const problem = await ageProblem(tx, doer, input.ageBand)
  if (problem) return fail(problem)
  const themes = await settleThemes(tx, body, input.theme === undefined ? [] : [input.theme], input.newTheme)
  if (!themes.ok) return themes
  // A theme that is written beside a chosen one is meant in its place.
  return succeed({ words: input.words, whose: input.whose, age_band: input.ageBand ?? null, theme: themes.value.at(-1) ?? null })
}

import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Database, type Writer, writeAs } from '#platform/database/session.ts'
import { Conflict } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import { askedOptions, type LineInput, type NewLineInput } from '../forms/form-version.ts'
import { findDefinition, listFormVersions } from '../queries/forms.ts'
import { demandTie, findTies } from '../queries/ties.ts'
import { definitionProblems, type FormDefinition, type FormLine, type FormPart } from '../rules/assessment-form.ts'

type Needs = { readonly db: Database }
type Done = Promise<Result<void, FieldProblem>>

/** Works on the draft of a form, as whoever words forms. @throws Forbidden, NotFound */
async function onDraft(
  needs: Needs,
  doer: Doer,
  id: string,
  work: (tx: Writer, draft: FormDefinition, person: string) => Promise<FieldProblem | undefined>,
): Done {
  return writeAs(needs.db, doer, async (tx) => {
    const ties = await findTies(tx, doer)
    demandTie(ties, 'forms', 'keep')
    const draft = await findDefinition(tx, id)
    if (draft.startsOn) return fail({ field: '', code: 'form-published' })
    const problem = await work(tx, draft, ties.person)
    if (problem) return fail(problem)
    // Two who word the same draft: the database gives the second the version of the first.
    const { numUpdatedRows } = await tx
      .updateTable('casework.form_version')
      .set({ version: draft.version + 1 })
      .where('id', '=', id)
      .where('version', '=', draft.version)
      .where('published_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) throw new Conflict('Somebody else changed this draft first.')
    return succeed(undefined)
  })
}

/** Copies the latest version into a draft, question by question; every question keeps its id. */
export async function draftForm(needs: Needs, doer: Doer): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    demandTie(await findTies(tx, doer), 'forms', 'keep')
    const versions = await listFormVersions(tx)
    const [latest] = versions
    if (!latest) return fail({ field: '', code: 'no-form' })
    if (versions.some(({ startsOn }) => !startsOn)) return fail({ field: '', code: 'form-drafted' })
    const from = await findDefinition(tx, latest.id)
    const id = newId()
    await tx
      .insertInto('casework.form_version')
      .values({ id, form: from.form, number: from.number + 1, made_from: from.id })
      .execute()
    for (const part of from.parts) await copyPart(tx, { id, form: from.form }, part)
    await appendAudit(tx, { actor: doer.actor, act: 'form.drafted', subjectType: 'form', subject: id, content: from.id })
    return succeed({ id })
  })
}

async function copyPart(tx: Writer, to: { readonly id: string; readonly form: string }, part: FormPart): Promise<void> {
  const id = newId()
  const { code, position, title, hint } = part
  await tx.insertInto('casework.form_part').values({ id, form_version: to.id, code, position, title, hint, class: part.class }).execute()
  if (part.lines.length > 0)
    await tx
      .insertInto('casework.form_line')
      .values(part.lines.map((line) => ({ ...rowOf(line), form_version: to.id, form: to.form, part: id })))
      .execute()
}

const rowOf = (line: FormLine) => ({
  ...{ field: line.field, class: line.class, position: line.position, label: line.label, hint: line.hint, is_needed: line.isNeeded },
  ...{ options: JSON.stringify(line.options), shown_if: line.shownIf ?? null, shown_codes: [...line.shownCodes] },
})

const lineOf = (draft: FormDefinition, field: string): FormLine | undefined =>
  draft.parts.flatMap(({ lines }) => lines).find((line) => line.field === field)

/** Words a question anew. Answers that are offered keep their codes by their place; the draft alone changes. */
export async function wordLine(needs: Needs, doer: Doer, of: { readonly form: string; readonly field: string }, input: LineInput): Done {
  return onDraft(needs, doer, of.form, async (tx, draft) => {
    const line = lineOf(draft, of.field)
    if (!line) return { field: '', code: 'line-gone' }
    const hasOptions = line.kind === 'choice' || line.kind === 'choices'
    if (hasOptions && input.options.length < Math.max(2, line.options.length)) return { field: 'options', code: 'fewer-options' }
    const options = hasOptions ? codedOptions(line.options, input.options) : line.options
    await tx
      .updateTable('casework.form_line')
      .set({ label: input.label, hint: input.hint, is_needed: input.isNeeded, options: JSON.stringify(options) })
      .where('form_version', '=', of.form)
      .where('field', '=', of.field)
      .execute()
    return undefined
  })
}

/** Pairs words with the codes of before, by their place; a further answer gets a code of its own. */
function codedOptions(before: FormLine['options'], words: readonly string[]): FormLine['options'] {
  return words.map((said, at) => [before[at]?.[0] ?? `answer-${at + 1}`, said])
}

/** Adds a question at the end of a part. */
export async function addLine(needs: Needs, doer: Doer, of: { readonly form: string; readonly part: string }, input: NewLineInput): Done {
  return onDraft(needs, doer, of.form, async (tx, draft) => {
    const part = draft.parts.find(({ code }) => code === of.part)
    if (!part) return { field: '', code: 'line-gone' }
    const field = newId()
    const options = input.kind === 'asked' ? askedOptions : input.kind.startsWith('choice') ? codedOptions([], input.options) : []
    await tx
      .insertInto('casework.form_field')
      .values({ id: field, form: draft.form, code: `added-${field.slice(-12)}`, kind: input.kind, class: part.class })
      .execute()
    await tx
      .insertInto('casework.form_line')
      .values({
        ...{ form_version: draft.id, field, form: draft.form, class: part.class, part: part.id, label: input.label, hint: input.hint },
        ...{
          position: Math.max(0, ...part.lines.map(({ position }) => position)) + 1,
          is_needed: input.isNeeded,
          options: JSON.stringify(options),
        },
      })
      .execute()
    return undefined
  })
}

/** Moves a question before the one above it. */
export async function raiseLine(needs: Needs, doer: Doer, of: { readonly form: string; readonly field: string }): Done {
  return onDraft(needs, doer, of.form, async (tx, draft) => {
    const part = draft.parts.find(({ lines }) => lines.some(({ field }) => field === of.field))
    const line = lineOf(draft, of.field)
    const above = part?.lines.filter(({ inside, position }) => inside === line?.inside && position < (line?.position ?? 0)).at(-1)
    if (!line || !above) return { field: '', code: 'line-first' }
    for (const [field, position] of [
      [line.field, above.position],
      [above.field, line.position],
    ] as const)
      await tx.updateTable('casework.form_line').set({ position }).where('form_version', '=', of.form).where('field', '=', field).execute()
    return undefined
  })
}

/** Asks a question no more, from this version on: what was answered before stays and reads as it was made. */
export async function retireLine(needs: Needs, doer: Doer, of: { readonly form: string; readonly field: string }): Done {
  return onDraft(needs, doer, of.form, async (tx, draft) => {
    const all = draft.parts.flatMap(({ lines }) => lines)
    if (all.some(({ shownIf, inside }) => shownIf === of.field || inside === of.field)) return { field: '', code: 'line-needed' }
    await tx.deleteFrom('casework.form_line').where('form_version', '=', of.form).where('field', '=', of.field).execute()
    return undefined
  })
}

/** Publishes the draft from a day on, today or later: assessments that begin from then are made by it, and it never changes again. */
export async function publishForm(needs: Needs, doer: Doer, id: string, startsOn: Temporal.PlainDate): Done {
  return writeAs(needs.db, doer, async (tx) => {
    const ties = await findTies(tx, doer)
    demandTie(ties, 'forms', 'keep')
    const draft = await findDefinition(tx, id)
    if (draft.startsOn) return fail({ field: '', code: 'form-published' })
    const [problem] = definitionProblems(draft)
    if (problem !== undefined) return fail({ field: '', code: 'form-faulty', details: { problem } })
    if (Temporal.PlainDate.compare(startsOn, doer.today) < 0) return fail({ field: 'startsOn', code: 'in-the-past-form' })
    const later = (await listFormVersions(tx)).some((one) => one.startsOn && Temporal.PlainDate.compare(one.startsOn, startsOn) >= 0)
    if (later) return fail({ field: 'startsOn', code: 'form-later' })
    await tx
      .updateTable('casework.form_version')
      .set({ starts_on: startsOn, published_at: doer.now, published_by: ties.person, version: draft.version + 1 })
      .where('id', '=', id)
      .where('version', '=', draft.version)
      .execute()
    await appendAudit(tx, { actor: doer.actor, act: 'form.published', subjectType: 'form', subject: id, content: startsOn.toString() })
    return succeed(undefined)
  })
}

/** Throws the draft away. */
export async function discardForm(needs: Needs, doer: Doer, id: string): Done {
  return writeAs(needs.db, doer, async (tx) => {
    demandTie(await findTies(tx, doer), 'forms', 'keep')
    if ((await findDefinition(tx, id)).startsOn) return fail({ field: '', code: 'form-published' })
    for (const table of ['casework.form_line', 'casework.form_part'] as const)
      await tx.deleteFrom(table).where('form_version', '=', id).execute()
    await tx.deleteFrom('casework.form_version').where('id', '=', id).execute()
    await appendAudit(tx, { actor: doer.actor, act: 'form.discarded', subjectType: 'form', subject: id, content: id })
    return succeed(undefined)
  })
}

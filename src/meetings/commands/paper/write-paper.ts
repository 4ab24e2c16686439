import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Reader, readAs, type Writer, writeAs } from '#platform/database/session.ts'
import { readMarkdown } from '#platform/documents/markdown/read-markdown.ts'
import type { Paper } from '#platform/paper/tree.ts'
import { Conflict } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { PaperInput } from '../../forms/paper.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { findPaper, findPaperVersions, guardedPaper, lockPaper, type PaperRecord, type PaperVersion } from '../../queries/papers.ts'
import { isWritable } from '../../rules/paper.ts'
import { forgetTyped } from '../keep-typed.ts'
import { carryFiles } from './files/carry-files.ts'

/** The text as read, and what was changed or left out on the way, for the author to know. */
export interface ReadText {
  readonly tree: Paper
  readonly notices: readonly string[]
}

/** Reads the Markdown of a form; a problem is a sentence already, carried in `details.sentence`. A long text is read on another thread. */
export async function readText(markdown: string): Promise<Result<ReadText, FieldProblem>> {
  const read = await readMarkdown(markdown)
  if (read.ok) return succeed({ tree: read.value.paper, notices: read.value.notices })
  const [first, ...more] = read.problems.map(({ sentence }): FieldProblem => ({ field: 'body', code: 'text', details: { sentence } }))
  return first ? fail(first, ...more) : fail({ field: 'body', code: 'text' })
}

/**
 * Saves what the author typed into the draft.
 * @throws Conflict where somebody saved the draft since; the page keeps what was typed
 */
export async function writePaper(
  needs: Pick<CommandNeeds, 'db'>,
  doer: Doer,
  id: string,
  input: PaperInput,
): Promise<Result<{ readonly notices: readonly string[] }, FieldProblem>> {
  // Who may not write it does not have it read either; reading may take long, and must not hold the paper meanwhile.
  await readAs(needs.db, doer, async (reader) => demandWriting(reader, doer, await findPaper(reader, id)))
  const read = await readText(input.body)
  return writeAs(needs.db, doer, async (tx) => {
    const paper = await lockPaper(tx, id)
    await demandWriting(tx, doer, paper)
    const draft = (await findPaperVersions(tx, id)).find(({ state }) => state === 'draft')
    if (!draft || !isWritable(paper.state, true)) return fail({ field: '', code: 'not-writable' })
    if (draft.version !== input.version) throw new Conflict('Somebody else saved this paper.')
    if (draft.number > 1 && !input.reason) return fail({ field: 'reason', code: 'correction-reason-missing' })
    if (!read.ok) return read
    await tx
      .updateTable('meetings.paper_version')
      .set({
        fields: JSON.stringify(input.fields),
        tree: JSON.stringify(read.value.tree),
        reason: input.reason ?? '',
        made_by: doer.actor,
        made_at: doer.now,
        version: draft.version + 1,
      })
      .where('id', '=', draft.id)
      .execute()
    // The title of a published paper is public: it stays until the correction is published.
    if (paper.sight === 'draft')
      await tx
        .updateTable('meetings.paper')
        .set({ title: input.title, version: paper.version + 1 })
        .where('id', '=', id)
        .execute()
    await forgetTyped(tx, doer, { kind: 'paper', id: draft.id })
    await appendAudit(tx, { actor: doer.actor, act: 'paper.saved', subjectType: 'paper', subject: id, content: JSON.stringify(input) })
    return succeed({ notices: read.value.notices })
  })
}

async function demandWriting(reader: Reader, doer: Doer, paper: PaperRecord): Promise<void> {
  await demand(reader, doer, guardedPaper(paper), paper.sight === 'draft' ? 'write' : 'correct')
}

/** Opens a new draft from the newest version, to correct a published paper or to rework a withdrawn one (M15). An open draft stays. */
export async function openCorrection(needs: Pick<CommandNeeds, 'db'>, doer: Doer, id: string): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const paper = await lockPaper(tx, id)
    await demandWriting(tx, doer, paper)
    const versions = await findPaperVersions(tx, id)
    const [newest] = versions
    if (!newest || paper.state === 'withdrawn') return fail({ field: '', code: 'not-writable' })
    if (newest.state === 'draft') return succeed(null)
    await insertDraft(tx, doer, id, newest)
    await appendAudit(tx, {
      actor: doer.actor,
      act: 'paper.correction-opened',
      subjectType: 'paper',
      subject: id,
      content: String(newest.number + 1),
    })
    return succeed(null)
  })
}

async function insertDraft(tx: Writer, doer: Doer, paper: string, from: PaperVersion): Promise<void> {
  const { meeting, body, category } = await tx
    .selectFrom('meetings.paper')
    .select(['meeting', 'body', 'category'])
    .where('id', '=', paper)
    .executeTakeFirstOrThrow()
  const { number, fields, tree } = from
  const id = newId()
  await tx
    .insertInto('meetings.paper_version')
    .values({
      id,
      meeting,
      body,
      category,
      paper,
      number: number + 1,
      fields: JSON.stringify(fields),
      tree: JSON.stringify(tree),
      state: 'draft',
      made_by: doer.actor,
      made_at: doer.now,
    })
    .execute()
  await carryFiles(tx, doer, from.id, id, meeting)
}

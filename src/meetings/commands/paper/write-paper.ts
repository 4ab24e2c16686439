import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { paperProblems } from '#platform/paper/paper.ts'
import { parseMarkdown } from '#platform/paper/parse-markdown.ts'
import type { Paper } from '#platform/paper/tree.ts'
import { Conflict } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { PaperInput } from '../../forms/paper.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { findPaperVersions, guardedPaper, lockPaper, type PaperVersion } from '../../queries/papers.ts'
import { isWritable } from '../../rules/paper.ts'

/** The text as read, and what was changed or left out on the way, for the author to know. */
export interface ReadText {
  readonly tree: Paper
  readonly notices: readonly string[]
}

/** Reads the Markdown of a form; a problem is a sentence already, carried in `details.sentence`. */
export function readText(markdown: string): Result<ReadText, FieldProblem> {
  const parsed = parseMarkdown(markdown)
  const problems = parsed.ok ? paperProblems(parsed.value.paper) : parsed.problems
  const [first, ...more] = problems.map(({ sentence }): FieldProblem => ({ field: 'body', code: 'text', details: { sentence } }))
  if (first) return fail(first, ...more)
  if (!parsed.ok) return fail({ field: 'body', code: 'text' })
  return succeed({ tree: parsed.value.paper, notices: parsed.value.notices })
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
  return writeAs(needs.db, doer, async (tx) => {
    const paper = await lockPaper(tx, id)
    await demand(tx, doer, guardedPaper(paper), paper.sight === 'draft' ? 'write' : 'correct')
    const draft = (await findPaperVersions(tx, id)).find(({ state }) => state === 'draft')
    if (!draft || !isWritable(paper.state, true)) return fail({ field: '', code: 'not-writable' })
    if (draft.version !== input.version) throw new Conflict('Somebody else saved this paper.')
    if (draft.number > 1 && !input.reason) return fail({ field: 'reason', code: 'correction-reason-missing' })
    const read = readText(input.body)
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
    await appendAudit(tx, { actor: doer.actor, act: 'paper.saved', subjectType: 'paper', subject: id, content: JSON.stringify(input) })
    return succeed({ notices: read.value.notices })
  })
}

/** Opens a new draft from the newest version, to correct a published paper or to rework a withdrawn one (M15). An open draft stays. */
export async function openCorrection(needs: Pick<CommandNeeds, 'db'>, doer: Doer, id: string): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const paper = await lockPaper(tx, id)
    await demand(tx, doer, guardedPaper(paper), paper.sight === 'draft' ? 'write' : 'correct')
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
  await tx
    .insertInto('meetings.paper_version')
    .values({
      id: newId(),
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
}

import { appendAudit } from '#platform/database/audit.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { release } from '#platform/documents/references.ts'
import { NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { CommandNeeds, Doer } from '../../../needs.ts'
import { demand } from '../../../permission.ts'
import { findPaperFiles, type PaperFile } from '../../../queries/paper-files.ts'
import { findPaperVersions, guardedPaper, lockPaper, type PaperRecord, type PaperVersion } from '../../../queries/papers.ts'
import { isWritable } from '../../../rules/paper.ts'

/** What holds a document of the store for a file of a paper. */
export const holderOfFile = 'meetings.paper-file'

/** What a file holds in the store: what readers get, and the file as it came where that is another. */
export function documentsOf({ document, original }: Pick<PaperFile, 'document' | 'original'>): readonly string[] {
  return original ? [document, original.document] : [document]
}

/** A paper that is locked, with its draft and the files of that. */
export interface Draft {
  readonly paper: PaperRecord
  readonly draft: PaperVersion
  readonly files: readonly PaperFile[]
}

/**
 * Changes the files of a paper's draft in one transaction as the doer: what was published stays as it is. The work hands back what the audit keeps
 * a digest of.
 */
export async function inDraft(
  needs: Pick<CommandNeeds, 'db'>,
  doer: Doer,
  id: string,
  act: string,
  work: (tx: Writer, found: Draft) => Promise<Result<string, FieldProblem>>,
): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const paper = await lockPaper(tx, id)
    await demand(tx, doer, guardedPaper(paper), paper.sight === 'draft' ? 'write' : 'correct')
    const draft = (await findPaperVersions(tx, id)).find(({ state }) => state === 'draft')
    if (!draft || !isWritable(paper.state, true)) return fail({ field: '', code: 'not-writable' })
    const done = await work(tx, { paper, draft, files: await findPaperFiles(tx, draft.id) })
    if (!done.ok) return done
    await appendAudit(tx, { actor: doer.actor, act: `paper.${act}`, subjectType: 'paper', subject: id, content: done.value })
    return succeed(null)
  })
}

/** The file of that id in this draft. @throws NotFound for one of another paper or version */
export function fileIn({ files }: Draft, id: string): PaperFile {
  const found = files.find((file) => file.id === id)
  if (!found) throw new NotFound('No such file.')
  return found
}

/** Takes a file out of its draft and lets its documents go. */
export async function takeOut(tx: Writer, file: PaperFile): Promise<void> {
  const { id } = file
  await tx.deleteFrom('meetings.paper_file').where('id', '=', id).execute()
  for (const document of documentsOf(file)) await release(tx, document, holderOfFile, id)
}

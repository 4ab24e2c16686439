import type { Writer } from '#platform/database/session.ts'
import { Conflict } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { CommandNeeds, Doer } from '../../../needs.ts'
import type { PaperFile, Proposal } from '../../../queries/paper-files.ts'
import { insertFile, type KeptFile } from './add-file.ts'
import { inDraft, takeOut } from './in-draft.ts'

type Needs = Pick<CommandNeeds, 'db'>

const waits = (files: readonly PaperFile[]): PaperFile | undefined => files.find(({ proposal }) => proposal !== undefined)

/** Lays converted text beside the draft, for its author to see; nothing of the paper changes. A proposal that waited before gives way. */
export async function proposeText(
  needs: Needs,
  doer: Doer,
  paper: string,
  file: KeptFile,
  proposal: Proposal,
): Promise<Result<null, FieldProblem>> {
  return inDraft(needs, doer, paper, 'text-proposed', async (tx, found) => {
    const before = waits(found.files)
    if (before) await takeOut(tx, before)
    await insertFile(tx, doer, found, { role: 'source', title: '', alternativeText: '' }, file, { proposal })
    return succeed(file.document)
  })
}

/**
 * Makes the converted text the text of the draft, and keeps the file it came from beside it, unpublished.
 * @throws Conflict where somebody saved the draft since the author looked
 */
export async function acceptText(
  needs: Needs,
  doer: Doer,
  paper: string,
  input: { readonly version: number },
): Promise<Result<null, FieldProblem>> {
  return inDraft(needs, doer, paper, 'text-converted', async (tx, found) => {
    const { draft, files } = found
    const source = waits(files)
    if (!source?.proposal) return fail({ field: '', code: 'no-proposal' })
    if (draft.version !== input.version) throw new Conflict('Somebody else saved this paper.')
    for (const older of files) if (older.role === 'source' && older.id !== source.id) await takeOut(tx, older)
    await setTree(tx, doer, draft.id, draft.version, source.proposal)
    await tx.updateTable('meetings.paper_file').set({ proposal: null }).where('id', '=', source.id).execute()
    return succeed(source.document)
  })
}

async function setTree(tx: Writer, doer: Doer, draft: string, version: number, { tree }: Proposal): Promise<void> {
  await tx
    .updateTable('meetings.paper_version')
    .set({ tree: JSON.stringify(tree), made_by: doer.actor, made_at: doer.now, version: version + 1 })
    .where('id', '=', draft)
    .execute()
}

/** Leaves everything as it was before the Word file came. */
export async function dropText(needs: Needs, doer: Doer, paper: string): Promise<Result<null, FieldProblem>> {
  return inDraft(needs, doer, paper, 'text-dropped', async (tx, { files }) => {
    const source = waits(files)
    if (source) await takeOut(tx, source)
    return succeed(source?.document ?? '')
  })
}

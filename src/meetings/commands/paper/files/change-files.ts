import type { Writer } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { CommandNeeds, Doer } from '../../../needs.ts'
import { fileIn, inDraft, takeOut } from './in-draft.ts'

type Needs = Pick<CommandNeeds, 'db'>

/** Takes a file out of the draft; its document goes with its last holder. */
export async function removeFile(needs: Needs, doer: Doer, paper: string, id: string): Promise<Result<null, FieldProblem>> {
  return inDraft(needs, doer, paper, 'file-removed', async (tx, found) => {
    const file = fileIn(found, id)
    await takeOut(tx, file)
    return succeed(file.document)
  })
}

/** Moves a file before or behind its neighbour; at the edge it stays. */
export async function moveFile(
  needs: Needs,
  doer: Doer,
  paper: string,
  id: string,
  way: 'up' | 'down',
): Promise<Result<null, FieldProblem>> {
  return inDraft(needs, doer, paper, 'file-moved', async (tx, found) => {
    const order = found.files.filter(({ role }) => role !== 'source').map((file) => file.id)
    const at = order.indexOf(fileIn(found, id).id)
    const to = way === 'up' ? at - 1 : at + 1
    const [one, other] = [order[at], order[to]]
    if (one !== undefined && other !== undefined) [order[at], order[to]] = [other, one]
    for (const [index, file] of order.entries()) await setPosition(tx, file, index + 1)
    return succeed(`${id} ${way}`)
  })
}

async function setPosition(tx: Writer, id: string, position: number): Promise<void> {
  await tx.updateTable('meetings.paper_file').set({ position }).where('id', '=', id).execute()
}

/** Changes what a file is called and what stands for a picture. */
export async function describeFile(
  needs: Needs,
  doer: Doer,
  paper: string,
  id: string,
  input: { readonly title: string; readonly alternativeText: string },
): Promise<Result<null, FieldProblem>> {
  return inDraft(needs, doer, paper, 'file-described', async (tx, found) => {
    const { kind } = fileIn(found, id)
    if (kind === 'image' && input.alternativeText === '') return fail({ field: 'alternativeText', code: 'alternative-text-missing' })
    const values = { title: input.title, alternative_text: input.alternativeText }
    await tx.updateTable('meetings.paper_file').set(values).where('id', '=', id).execute()
    return succeed(JSON.stringify(input))
  })
}

/** Keeps that somebody looked at what a file hides and says that it may be published with it. */
export async function confirmFile(needs: Needs, doer: Doer, paper: string, id: string): Promise<Result<null, FieldProblem>> {
  return inDraft(needs, doer, paper, 'file-confirmed', async (tx, found) => {
    const { findings, document } = fileIn(found, id)
    const confirmed = JSON.stringify({ ...findings, confirmedAt: doer.now.toString() })
    await tx.updateTable('meetings.paper_file').set({ findings: confirmed }).where('id', '=', id).execute()
    return succeed(`${document} ${findings.warnings.map(({ code }) => code).join(' ')}`)
  })
}

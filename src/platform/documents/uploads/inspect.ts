import type { FileTaken, Inspection } from '#platform/paper/file-findings.ts'
import { ChildFailed, type ChildLimits, runLimited } from '../pdf/limited-child.ts'
import { makeTurns } from './turns.ts'
import type { UploadedFile } from './uploaded-file.ts'

/** What the check of one file may use: a photograph of 24 megapixels needs most of it, 50 MB of PDF a third. */
export const inspectLimits: ChildLimits = { megabytes: 1500, seconds: 60 }

/** Two files are checked at once and eight wait: as many as people who hand in on the last afternoon; each turn takes a second or two. */
const turns = makeTurns(2, 8)

/** A file that was checked, with the bytes that are kept in its place where it was made anew. */
export type Checked = (FileTaken & { readonly redrawn: Uint8Array | undefined }) | Exclude<Inspection, FileTaken>

/**
 * Checks an uploaded file by its content in a sealed process of its own. Whatever is in it, the answer is a value: taken, with what was found,
 * or refused with a reason; only a fault of ours is thrown.
 */
export async function inspectUpload(file: UploadedFile, limits: ChildLimits = inspectLimits): Promise<Checked> {
  if (file.tooLarge) return { ok: false, code: 'file-too-large' }
  if (file.path === '' || (file.name === '' && file.size === 0)) return { ok: false, code: 'file-missing' }
  if (file.size === 0) return { ok: false, code: 'file-empty' }
  return (await turns.take(() => inspectNow(file, limits))) ?? { ok: false, code: 'checks-busy' }
}

async function inspectNow(file: UploadedFile, limits: ChildLimits): Promise<Checked> {
  try {
    const script = new URL('inspect-child.ts', import.meta.url)
    const job = { script, files: { 'job.json': JSON.stringify({ name: file.name }) }, copies: { in: file.path }, sealed: true }
    const answers = await runLimited({ ...job, answers: ['answer.json', 'out'] }, limits)
    const answer = JSON.parse(new TextDecoder().decode(answers['answer.json'])) as Inspection
    return answer.ok ? { ...answer, redrawn: answer.rewritten ? answers.out : undefined } : answer
  } catch (error) {
    if (!(error instanceof ChildFailed)) throw error
    return { ok: false, code: error.reason === 'fault' ? 'file-damaged' : 'file-demanding' }
  }
}

import { ChildFailed, type ChildLimits, runLimited } from '../pdf/limited-child.ts'
import { makeTurns } from '../uploads/turns.ts'
import type { UploadedFile } from '../uploads/uploaded-file.ts'
import type { SheetAnswer, SheetRefusal } from './sheet-answer.ts'

/** What reading one sheet may use. */
const limits: ChildLimits = { megabytes: 1000, seconds: 30 }
/** The largest file of figures, in bytes: 10 MB hold half a million of them. */
export const largestSheet = 10 * 1024 * 1024

const turns = makeTurns(2, 8)

/**
 * Reads the one table of a CSV or XLSX file in a sealed process of its own: whatever is in the file, the answer is its cells as text, or why it is not read.
 * Text comes in UTF-8 or UTF-16 with or without a mark, or else in the code page of Windows (1252); days come as '2026-03-31'. Only a fault of ours is thrown.
 */
export async function readSheet(file: UploadedFile): Promise<SheetAnswer> {
  const refuse = (code: SheetRefusal): SheetAnswer => ({ ok: false, code })
  if (file.tooLarge || file.size > largestSheet) return refuse('sheet-too-large')
  if (file.path === '') return refuse('file-missing')
  if (file.size === 0) return refuse('file-empty')
  return (await turns.take(() => readNow(file))) ?? refuse('checks-busy')
}

async function readNow(file: UploadedFile): Promise<SheetAnswer> {
  try {
    const script = new URL('sheet-child.ts', import.meta.url)
    const answers = await runLimited({ script, files: {}, copies: { in: file.path }, sealed: true, answers: ['answer.json'] }, limits)
    return JSON.parse(new TextDecoder().decode(answers['answer.json'])) as SheetAnswer
  } catch (error) {
    if (!(error instanceof ChildFailed)) throw error
    return { ok: false, code: error.reason === 'fault' ? 'file-damaged' : 'file-demanding' }
  }
}

import type { ChildLimits } from './limited-child.ts'
import { runLimited } from './limited-child.ts'
import type { FileOpener } from './typeset-pack.ts'

const textLimits: ChildLimits = { megabytes: 2000, seconds: 60 }

/** The words of every page of PDFs that are kept, in a process of its own. What cannot be had or read has no pages. Throws ChildFailed at a limit. */
export async function readPdfTexts(
  documents: readonly string[],
  open: FileOpener,
  limits: ChildLimits = textLimits,
): Promise<readonly string[]> {
  const named = documents.filter((document) => /^[\w-]+$/.test(document))
  if (named.length === 0) return []
  const opened = Object.fromEntries(named.map((document) => [`${document}.pdf`, () => open(document)]))
  const script = new URL('text-child.ts', import.meta.url)
  const answers = await runLimited({ script, files: {}, opened, answers: ['texts.json'], sealed: true }, limits)
  return JSON.parse(new TextDecoder().decode(answers['texts.json'])) as string[]
}

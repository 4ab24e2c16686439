import type { ChildLimits } from './limited-child.ts'
import { runLimited } from './limited-child.ts'
import type { PlaceInPdf } from './scan-words.ts'
import { fold } from './scan-words.ts'

/** A phrase that should not be in a PDF, and where it was found. */
export interface Finding {
  readonly phrase: string
  readonly place: PlaceInPdf
  /** Page counted from 1; null where the place has no page. */
  readonly page: number | null
}

const scanLimits: ChildLimits = { megabytes: 3000, seconds: 120 }

/**
 * Looks for phrases in a finished PDF: in the text of its pages, across page ends, in bookmarks, page labels, properties and XMP,
 * attachments with their names, links and comments, alternative texts, and in every stream unpacked. Spaces, hyphens, invisible
 * characters, capitals and ligatures make no difference. Throws RangeError for a phrase without letters and figures, which would be
 * found everywhere or nowhere, and ChildFailed when the file cannot be read. Empty means that nothing was found.
 */
export async function findForbidden(
  pdf: Uint8Array,
  phrases: readonly string[],
  limits: ChildLimits = scanLimits,
): Promise<readonly Finding[]> {
  const empty = phrases.find((phrase) => !/[\p{L}\p{N}]/u.test(fold(phrase)))
  if (empty !== undefined) throw new RangeError(`The phrase ${JSON.stringify(empty)} has no letters or figures to look for`)
  if (phrases.length === 0) return []
  const script = new URL('scan-child.ts', import.meta.url)
  const answers = await runLimited(
    { script, files: { 'in.pdf': pdf, 'phrases.json': JSON.stringify(phrases) }, answers: ['findings.json'], sealed: true },
    limits,
  )
  return JSON.parse(new TextDecoder().decode(answers['findings.json'])) as Finding[]
}

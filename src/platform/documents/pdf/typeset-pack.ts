import type { ChildLimits } from './limited-child.ts'
import { ChildFailed, runLimited } from './limited-child.ts'
import type { DocumentInput, PackInput, Typeset, TypesetReport } from './pack-input.ts'

/** What typesetting may use, and the instant the PDF says that it was made. */
export interface TypesetLimits extends ChildLimits {
  /** Now, when left out. */
  readonly madeAt?: Temporal.Instant | undefined
}

/** Enough for 1,500 pages of written papers. */
export const packLimits: TypesetLimits = { megabytes: 3000, seconds: 90 }

const largestInput = 60_000_000

/**
 * Typesets an agenda and its papers as one tagged PDF/UA-1 document with bookmarks, page labels and computed page ranges.
 * Everything in the input is printed: what the public may not read must not be in it. Throws ChildFailed, whose message is a
 * sentence, when the pack is too large, takes too long or is stopped.
 */
export function typesetPack(input: PackInput, limits: TypesetLimits = packLimits): Promise<Typeset> {
  return typeset('pack', input, limits)
}

/** Typesets a single document, such as minutes or terms of reference, in the look of a pack. Throws ChildFailed as typesetPack does. */
export function typesetDocument(input: DocumentInput, limits: TypesetLimits = packLimits): Promise<Typeset> {
  return typeset('document', input, limits)
}

async function typeset(kind: 'pack' | 'document', input: object, limits: TypesetLimits): Promise<Typeset> {
  const started = performance.now()
  const madeAt = Math.floor((limits.madeAt ?? Temporal.Now.instant()).epochMilliseconds / 1000)
  const job = JSON.stringify({ kind, madeAt, input })
  if (job.length > largestInput) throw new ChildFailed('too-large', `${job.length} characters of input`)
  const script = new URL('typeset-child.ts', import.meta.url)
  const answers = await runLimited({ script, files: { 'job.json': job }, answers: ['out.pdf', 'report.json'] }, limits)
  const report = JSON.parse(new TextDecoder().decode(answers['report.json'])) as Omit<TypesetReport, 'milliseconds'>
  return { pdf: answers['out.pdf'], report: { ...report, milliseconds: Math.round(performance.now() - started) } }
}

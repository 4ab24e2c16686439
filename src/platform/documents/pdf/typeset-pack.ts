import type { ChildLimits } from './limited-child.ts'
import { ChildFailed, runLimited } from './limited-child.ts'
import type { DocumentInput, PackInput, Typeset, TypesetReport } from './pack-input.ts'

/** What typesetting may use, and the instant the PDF says that it was made. */
export interface TypesetLimits extends ChildLimits {
  /** Now, when left out. */
  readonly madeAt?: Temporal.Instant | undefined
}

/** Gives the bytes of a file that goes into a pack, by its document; one that cannot be had is replaced by a page that says so. */
export type FileOpener = (document: string) => Promise<Uint8Array>

/** Enough for 1,500 pages of written papers. */
export const packLimits: TypesetLimits = { megabytes: 3000, seconds: 90 }

const largestInput = 60_000_000

/**
 * Typesets an agenda and its papers as one tagged document with bookmarks, page labels and computed page ranges. Uploaded PDFs are laid in page for
 * page, each page stamped; a pack without them is PDF/UA-1. `limits.say` is told lines such as 'opening 3 30', 'setting 0 1', 'inserting 3 30'.
 * Everything in the input is printed: what the public may not read must not be in it. Throws ChildFailed, whose message is a
 * sentence, when the pack is too large, takes too long or is stopped.
 */
export function typesetPack(input: PackInput, limits: TypesetLimits = packLimits, open: FileOpener = nothing): Promise<Typeset> {
  const files = input.entries.flatMap(({ paper }) => paper?.files ?? []).filter(({ kind }) => kind !== 'download')
  const logo = input.logo ? [input.logo.document] : []
  return typeset('pack', input, limits, [...files.map(({ document }) => document), ...logo], open)
}

const nothing: FileOpener = (document) => Promise.reject(new Error(`There is no file ${document}`))

/** Typesets a single document, such as minutes or terms of reference, in the look of a pack. Throws ChildFailed as typesetPack does. */
export function typesetDocument(input: DocumentInput, limits: TypesetLimits = packLimits, open: FileOpener = nothing): Promise<Typeset> {
  return typeset('document', input, limits, input.logo ? [input.logo.document] : [], open)
}

async function typeset(
  kind: 'pack' | 'document',
  input: object,
  limits: TypesetLimits,
  documents: readonly string[],
  open: FileOpener,
): Promise<Typeset> {
  const started = performance.now()
  const madeAt = Math.floor((limits.madeAt ?? Temporal.Now.instant()).epochMilliseconds / 1000)
  const job = JSON.stringify({ kind, madeAt, input })
  if (job.length > largestInput) throw new ChildFailed('too-large', `${job.length} characters of input`)
  const script = new URL('typeset-child.ts', import.meta.url)
  const named = documents.filter((document) => /^[\w-]+$/.test(document))
  const opened = Object.fromEntries(named.map((document) => [`file-${document}`, () => open(document)]))
  const answers = await runLimited({ script, files: { 'job.json': job }, opened, answers: ['out.pdf', 'report.json'] }, limits)
  const report = JSON.parse(new TextDecoder().decode(answers['report.json'])) as Omit<TypesetReport, 'milliseconds'>
  return { pdf: answers['out.pdf'], report: { ...report, milliseconds: Math.round(performance.now() - started) } }
}

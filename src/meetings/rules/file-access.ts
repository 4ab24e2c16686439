/** What keeps people from reading a file, as the check of an upload found it (O1). */
export const accessGaps = ['picture-of-text', 'some-pictures', 'not-tagged', 'no-title', 'no-language'] as const
/** One such thing. */
export type AccessGap = (typeof accessGaps)[number]

/** A file as far as reading it goes. */
export interface FileToJudge {
  readonly kind: string
  /** What the check of the upload wrote; anything may be missing from it. */
  readonly findings: unknown
  /** Null for what has no pages. */
  readonly pages: number | null
  readonly alternativeText: string
}

/** How well a file can be read by everybody. */
export interface FileAccess {
  readonly gaps: readonly AccessGap[]
  /** Pages, from 1, that are pictures of text. */
  readonly pictures: readonly number[]
  /** How many of the checks it passed; both 0 where nothing could be checked. */
  readonly passed: number
  readonly of: number
}

function fieldsOf(findings: unknown): Readonly<Record<string, unknown>> {
  return typeof findings === 'object' && findings !== null ? (findings as Record<string, unknown>) : {}
}

/** Pages that are pictures; every page where the file has no text at all. */
function picturesOf({ findings, pages }: FileToJudge): readonly number[] {
  const { scannedPages, hasText } = fieldsOf(findings)
  const listed = Array.isArray(scannedPages) ? scannedPages.filter((page): page is number => Number.isInteger(page) && page > 0) : []
  if (listed.length > 0 || hasText !== false) return listed
  return Array.from({ length: pages ?? 0 }, (_, index) => index + 1)
}

/**
 * How well a file can be read by everybody. Four checks of a PDF: text that can be read aloud, tags, a title, a language. A picture has one: its
 * words. Other files, and a PDF that was never checked, have none.
 */
export function accessOf(file: FileToJudge): FileAccess {
  if (file.kind === 'image') return { gaps: [], pictures: [], passed: file.alternativeText === '' ? 0 : 1, of: 1 }
  const { tagged, title, language } = fieldsOf(file.findings)
  if (file.kind !== 'pdf' || typeof tagged !== 'boolean') return { gaps: [], pictures: [], passed: 0, of: 0 }
  const pictures = picturesOf(file)
  const all = pictures.length >= (file.pages ?? 0)
  const gaps: AccessGap[] = [
    ...(pictures.length === 0 ? [] : [all ? ('picture-of-text' as const) : ('some-pictures' as const)]),
    ...(tagged ? [] : ['not-tagged' as const]),
    ...(title ? [] : ['no-title' as const]),
    ...(language ? [] : ['no-language' as const]),
  ]
  return { gaps, pictures, passed: 4 - gaps.length, of: 4 }
}

/** Whether somebody is kept from reading it: a missing title is a fault, but no more than that. */
export function isHardToRead({ gaps }: Pick<FileAccess, 'gaps'>): boolean {
  return gaps.some((gap) => gap === 'picture-of-text' || gap === 'some-pictures' || gap === 'not-tagged')
}

/** What a file of a paper is, by its content. */
export const fileKinds = ['pdf', 'docx', 'spreadsheet', 'slides', 'image'] as const
/** One kind. */
export type FileKind = (typeof fileKinds)[number]

/** What a file holds that its page does not show, or that goes with it; each is worded where it is shown. */
export const warningCodes = [
  'hidden-sheets',
  'hidden-rows',
  'hidden-slides',
  'hidden-text',
  'comments',
  'tracked-changes',
  'speaker-notes',
  'pivot-data',
  'embedded-workbooks',
  'embedded-objects',
  'external-links',
  'formulas',
  'pdf-text-beneath',
  'pdf-text-unseen',
  'pdf-comments',
  'pdf-form',
  'pdf-cropped-text',
  'pdf-hidden-layers',
  'pdf-earlier-versions',
] as const
/** One of them. */
export type WarningCode = (typeof warningCodes)[number]

/** Something hidden that would be published with the file, unless somebody takes it out. */
export interface FileWarning {
  readonly code: WarningCode
  /** How many; undefined where counting says nothing. */
  readonly count?: number
  /** Pages of a PDF, from 1; at most 50 of them. */
  readonly pages?: readonly number[]
}

/** What a PDF brought with it and readers do not get: it was left out when the file was written anew. */
export const leftOutCodes = ['properties', 'signatures', 'earlier-versions'] as const
/** One of them. */
export type LeftOutCode = (typeof leftOutCodes)[number]

/** What the check found in a file that was taken. Kept with it; a field that is missing says nothing about the file. */
export interface FileFindings {
  /** PDF: whether it says how it is to be read aloud. */
  readonly tagged?: boolean
  /** PDF: whether any page has words, and not only pictures of words. */
  readonly hasText?: boolean
  /** PDF: pages that are pictures without words, from 1. */
  readonly scannedPages?: readonly number[]
  /** PDF: its title and language, where it states them. */
  readonly title?: string
  readonly language?: string
  /** PDF: pages larger than A4 in both directions, and pages that lie on their side, from 1; at most 50 each. */
  readonly largePages?: readonly number[]
  readonly sidewaysPages?: readonly number[]
  /** Spreadsheets and slides: how many sheets or slides. */
  readonly parts?: number
  /** Images: after turning them upright. */
  readonly width?: number
  readonly height?: number
  /** Hidden things, in the order of `warningCodes`; empty for none. */
  readonly warnings: readonly FileWarning[]
  /** PDF: what is in the file as it came and not in the one that readers get; undefined for nothing. */
  readonly leftOut?: readonly LeftOutCode[]
  /** When its author or the clerk said that what is hidden may be published; undefined while nobody has. */
  readonly confirmedAt?: string
  /** Name of the Word file that this PDF was made from; undefined for every other file. */
  readonly madeFrom?: string
}

/** Why a file is not taken; each is worded with what to do instead. */
export const refusalCodes = [
  'file-missing',
  'file-empty',
  'file-too-large',
  'file-unknown',
  'file-archive',
  'file-old-office',
  'file-other-image',
  'file-name-disagrees',
  'file-encrypted',
  'file-damaged',
  'file-bomb',
  'file-demanding',
  'file-macros',
  'file-entities',
  'file-nested',
  'file-remote',
  'file-image-too-large',
  'pdf-scripts',
  'pdf-launches',
  'pdf-attachments',
  'pdf-media',
  'pdf-covered-text',
  'checks-busy',
] as const
/** One of them. */
export type RefusalCode = (typeof refusalCodes)[number]

/** A file was refused; `details` fill the sentence. */
export interface FileRefusal {
  readonly ok: false
  readonly code: RefusalCode
  readonly details?: Readonly<Record<string, string | number>>
}

/** A file was read and taken. */
export interface FileTaken {
  readonly ok: true
  readonly kind: FileKind
  readonly mediaType: string
  /** The end of its name without the dot, by its content: 'pdf', 'xlsx', 'jpg'. */
  readonly extension: string
  /** Of a PDF; null for the others. */
  readonly pages: number | null
  readonly findings: FileFindings
  /** True where a new file was written in its place: images without what the camera noted, and every PDF. */
  readonly rewritten: boolean
}

/** What the check of a file answers. */
export type Inspection = FileTaken | FileRefusal

/** Reads findings as they were stored; anything unknown is as good as nothing. */
export function readFindings(stored: unknown): FileFindings {
  if (typeof stored !== 'object' || stored === null) return { warnings: [] }
  const found = stored as Partial<FileFindings>
  return { ...found, warnings: Array.isArray(found.warnings) ? found.warnings : [] }
}

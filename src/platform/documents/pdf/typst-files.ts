import type { PackFile, PackPaper } from './pack-input.ts'
import type { Printer } from './typst-nodes.ts'

/** What is known of files before anything is typeset. */
export interface Brought {
  /** Pages of each PDF that can be laid in, by the file's id. */
  readonly pages: ReadonlyMap<string, number>
  /** Why a file cannot be used, as the end of a sentence, by the file's id. */
  readonly problems: ReadonlyMap<string, string>
  /** Where the compiler finds a picture, by its document. */
  readonly pictures: ReadonlyMap<string, string>
}

/** For documents that no files go into. */
export const nothingBrought: Brought = { pages: new Map(), problems: new Map(), pictures: new Map() }

/** A file for pack.typ. */
export interface TypstFile {
  readonly id: string
  readonly kind: PackFile['kind'] | 'missing'
  readonly title: string
  readonly name: string
  readonly size: string
  readonly what: string
  readonly level: number
  /** Stands on the first page of its paper, which has no text of its own. */
  readonly joined: boolean
  /** Pages laid in behind its sheet, and behind that of the file before it in the same paper. */
  readonly pages: number
  readonly before: number
  readonly problem: string
  readonly gaps: readonly string[]
  readonly alt: string
  readonly path: string
  readonly address: string
  readonly shown: string
}

const longestWord = 30

/** The files of a paper in order; the first stands below the facts where the paper has no text. */
export function typstFiles(paper: PackPaper, level: number, isEmpty: boolean, print: Printer, brought: Brought): readonly TypstFile[] {
  let before = 0
  return (paper.files ?? []).map((file, index) => {
    const made = typstFile(file, print, brought)
    const placed = { ...made, level: Math.min(level, 6), joined: isEmpty && index === 0, before }
    before = placed.pages
    return placed
  })
}

function typstFile(file: PackFile, print: Printer, { pages, problems, pictures }: Brought) {
  const one = (text: string): string => print(text, longestWord)
  const path = file.kind === 'image' ? (pictures.get(file.document) ?? '') : ''
  const known = problems.get(file.id)
  const unusable = file.kind === 'image' ? path === '' : file.kind === 'pdf' && !pages.has(file.id)
  const problem = known ?? (unusable ? 'it is missing' : '')
  const address = /^https?:/i.test(file.address) && file.address.isWellFormed() ? file.address : ''
  return {
    id: file.id,
    kind: problem === '' ? file.kind : ('missing' as const),
    title: one(file.title).trim() || 'Untitled',
    name: one(file.fileName),
    size: one(file.size),
    what: one(file.what),
    pages: problem === '' && file.kind === 'pdf' ? (pages.get(file.id) ?? 0) : 0,
    problem: one(problem),
    gaps: file.gaps.map(one),
    alt: print(file.alternativeText, Number.POSITIVE_INFINITY).trim() || 'No description was given',
    path,
    address,
    shown: one(address),
  }
}

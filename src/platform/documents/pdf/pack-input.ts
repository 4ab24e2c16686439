import type { Paper } from '#platform/paper/tree.ts'

/** How the agenda says whether there is a report; 'Not for publication: paragraph 3' and the like are stated as given. */
export type ReportStatus = '' | 'Attached' | 'To follow' | 'Verbal' | 'Tabled' | 'No report status given' | `Not for publication${string}`

/** A file that somebody brought to a paper: a PDF is laid in page for page, a picture is printed, anything else gets a cover page only. */
export interface PackFile {
  /** Unique in the pack. */
  readonly id: string
  readonly kind: 'pdf' | 'image' | 'download'
  readonly title: string
  readonly fileName: string
  /** In words: '2.4 MB'. */
  readonly size: string
  /** What it is, for the cover page: 'PDF', 'spreadsheet', 'set of slides'. */
  readonly what: string
  /** The name by which its bytes are asked for. */
  readonly document: string
  /** Of a picture; '' for the others. */
  readonly alternativeText: string
  /** Where it can be downloaded; '' for nowhere. */
  readonly address: string
  /** Sentences on what keeps people from reading it; none is best. */
  readonly gaps: readonly string[]
  /** Pages, from 1, that are pictures of text. */
  readonly pictures: readonly number[]
}

/** A paper in a pack: facts shown above it, such as ['Report author', 'A. Person'], its text, and the files that go with it in order. */
export interface PackPaper {
  readonly facts: readonly (readonly [label: string, value: string])[]
  readonly tree: Paper
  readonly files?: readonly PackFile[] | undefined
}

/** The mark of those who publish, for front pages. */
export interface FrontLogo {
  /** The name by which its bytes are asked for; a PNG or JPEG. */
  readonly document: string
  readonly alternativeText: string
}

/** A line of the list of papers that not everybody can read. */
export interface PackGap {
  readonly number: string
  readonly title: string
  /** Sentences. */
  readonly gaps: readonly string[]
}

/** What the agenda prints of an item where that is not what its paper says of itself. */
export interface AgendaRow {
  readonly title: string
  readonly lead: string
  readonly status: ReportStatus
}

/** One item of the agenda. Items without a paper appear on the agenda only. */
export interface PackEntry {
  /** Unique in the pack. */
  readonly id: string
  /** As printed: '5a'. '' when the item has no number. */
  readonly number: string
  readonly title: string
  /** '' when not stated, as with `lead`. */
  readonly purpose: string
  readonly lead: string
  readonly status: ReportStatus
  /** 1 for an item, 2 for a sub-item, and so on. */
  readonly depth: number
  /** 2 for an item taken in private; its paper is printed after all others, on pages E1, E2... */
  readonly part: 1 | 2
  readonly paper?: PackPaper | undefined
  /**
   * What the agenda and headings above open papers print of this item; null prints no row. Left out, they print what stands above. Two editions
   * whose rows and open papers are the same have the same page numbers, whatever their exempt pages hold.
   */
  readonly row?: AgendaRow | null | undefined
  /** Id of the last entry whose pages belong to this row, where it is not this one: further papers of the same item. */
  readonly pagesTo?: string | undefined
}

/** What a front sheet says. Whatever is given is printed: an edition for the public must be made from what the public may read. */
export interface FrontSheet {
  /** Name of the partnership the board belongs to; '' when it is the board itself. */
  readonly partnership: string
  readonly board: string
  readonly title: string
  /** In words: 'Tuesday 24 February 2026, 2 pm'. */
  readonly date: string
  readonly place: string
  readonly contact: string
  /** Which edition this is: 'Public pack', 'Full pack, contains exempt information', 'Supplement 1', 'Draft minutes'. */
  readonly label: string
  /** Sentences on access, filming and the like; none is fine. */
  readonly noticeLines: readonly string[]
  readonly logo?: FrontLogo | undefined
}

/** An agenda with its papers, in agenda order, for one edition. */
export interface PackInput extends FrontSheet {
  /** Number of the first page; 1 for a first pack, the next number for a supplement. */
  readonly startPage: number
  /** Number after the E of the first exempt page; 1 for a first pack. */
  readonly startExemptPage: number
  /** Open papers that not everybody can read, said on the front sheet; the same in both editions, so that no page moves. */
  readonly gaps?: readonly PackGap[] | undefined
  readonly entries: readonly PackEntry[]
}

/** A numbered section of a document: a minute, or a clause of terms of reference. */
export interface DocumentSection {
  /** As printed: '25'. '' when the section has no number. */
  readonly number: string
  readonly title: string
  readonly tree: Paper
  /** Drawings below its text; absent: none. */
  readonly charts?: readonly DocumentChart[] | undefined
  /** Kept on one page with its title where it fits on one: a table whose last row is its sum. Default: false. */
  readonly whole?: boolean | undefined
  /** Ruled lines to write on by hand, below its text; absent: none. */
  readonly ruled?: number | undefined
}

/** A drawing of ours in a document: it stays vector, and is a figure with its finding as alternative text. */
export interface DocumentChart {
  /** Words above the drawing. */
  readonly caption: string
  /** The finding, for whoever does not see the drawing. */
  readonly alternativeText: string
  /** Made by us alone, never brought by anybody: no pictures, no references in it. */
  readonly svg: string
}

/** Names under a heading: members present, apologies. The second part of each is a post or organisation, or ''. */
export interface DocumentList {
  readonly title: string
  readonly people: readonly (readonly [name: string, post: string])[]
}

/** A single document, such as the minutes of a meeting or terms of reference. */
export interface DocumentInput extends FrontSheet {
  readonly facts: readonly (readonly [label: string, value: string])[]
  readonly lists: readonly DocumentList[]
  readonly sections: readonly DocumentSection[]
  /** In large print: no words under 16 points. Default: false. */
  readonly large?: boolean | undefined
}

/** Page labels as printed: '13' or 'E2'. */
export interface PageRange {
  readonly first: string
  readonly last: string
}

/** A character that no font of ours can show: it was printed as a white square. */
export interface ReplacedCharacter {
  readonly character: string
  /** At least 1. */
  readonly times: number
  /** Id of the agenda item or number of the section; '' for the front sheet. */
  readonly item: string
}

/** What became of a file that was laid into a pack. */
export interface FileReport {
  /** As in the input. */
  readonly id: string
  /** Pages that were laid in; 0 for pictures, downloads and what could not be used. */
  readonly pages: number
  /** Why it is not in the pack, as the end of a sentence; '' where it is. */
  readonly problem: string
  /** Sentences for its author. */
  readonly warnings: readonly string[]
}

/** What happened while a document was typeset. */
export interface TypesetReport {
  readonly pages: number
  /** By id of the item; items without a paper have none. */
  readonly ranges: Readonly<Record<string, PageRange>>
  readonly replacedCharacters: readonly ReplacedCharacter[]
  readonly files: readonly FileReport[]
  /** From the start of the child process to its end. */
  readonly milliseconds: number
  /** The most memory the child process held. */
  readonly peakMegabytes: number
}

/** A finished PDF and what was noticed on the way. */
export interface Typeset {
  readonly pdf: Uint8Array
  readonly report: TypesetReport
}

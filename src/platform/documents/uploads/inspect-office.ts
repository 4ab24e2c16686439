import type { FileFindings, FileKind, FileWarning, WarningCode } from '#platform/paper/file-findings.ts'
import type { CountedZip } from './count-zip.ts'
import { Refused } from './refused.ts'

/** What a document of an office program is. */
export interface OfficeType {
  readonly kind: FileKind
  readonly extension: 'docx' | 'xlsx' | 'pptx' | 'ods' | 'odp'
  readonly mediaType: string
}

const types: readonly (OfficeType & { readonly says: RegExp })[] = [
  {
    kind: 'docx',
    extension: 'docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    says: /wordprocessingml\.document\.main\+xml/,
  },
  {
    kind: 'spreadsheet',
    extension: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    says: /spreadsheetml\.sheet\.main\+xml/,
  },
  {
    kind: 'slides',
    extension: 'pptx',
    mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    says: /presentationml\.presentation\.main\+xml/,
  },
  {
    kind: 'spreadsheet',
    extension: 'ods',
    mediaType: 'application/vnd.oasis.opendocument.spreadsheet',
    says: /^application\/vnd\.oasis\.opendocument\.spreadsheet$/,
  },
  {
    kind: 'slides',
    extension: 'odp',
    mediaType: 'application/vnd.oasis.opendocument.presentation',
    says: /^application\/vnd\.oasis\.opendocument\.presentation$/,
  },
]

/**
 * Tells which document a zip is, and refuses what no document of a meeting may hold.
 * @throws Refused
 */
export function officeTypeOf(zip: CountedZip): OfficeType {
  const content = zip.parts.get('[Content_Types].xml') ?? ''
  const mime = (zip.parts.get('mimetype') ?? '').trim()
  refuseDanger(zip, content)
  const found = types.find(({ says }) => says.test(mime === '' ? content : mime))
  if (found) return found
  throw new Refused(content === '' && mime === '' ? 'file-archive' : 'file-unknown')
}

function refuseDanger({ names, parts }: CountedZip, content: string): void {
  const macros =
    names.some((name) => /vbaProject|vbaData|(?:^|\/)macrosheets\/|^Basic\/|^Scripts\//i.test(name)) ||
    /macroEnabled|intlMacrosheet|ms-excel\.macrosheet/i.test(content)
  if (macros) throw new Refused('file-macros')
  if (/encryption-data/.test(parts.get('META-INF/manifest.xml') ?? '')) throw new Refused('file-encrypted')
  for (const [name, words] of parts) {
    if (/<!(?:DOCTYPE|ENTITY)/i.test(words)) throw new Refused('file-entities')
    if (name.endsWith('.rels') && hasRemotePart(words)) throw new Refused('file-remote')
    // A formula that starts a program: Excel's oldest trick.
    if (/<ddeLink\b/.test(words)) throw new Refused('file-remote')
  }
}

/** A template, frame or object that is fetched from elsewhere when the file opens; links to pages and pictures are told apart. */
function hasRemotePart(relations: string): boolean {
  const outside = relations.match(/<[^<>]*\bTargetMode\s*=\s*["']External["'][^<>]*>/gi) ?? []
  return outside.some((one) => /\/(?:attachedTemplate|oleObject|frame|subDocument|control|package)["']/i.test(one))
}

/** Looks for what a document of an office program holds without showing it. */
export function officeFindings(zip: CountedZip, type: OfficeType): FileFindings {
  const looked =
    type.extension === 'docx'
      ? inWord(zip)
      : type.extension === 'xlsx'
        ? inExcel(zip)
        : type.extension === 'pptx'
          ? inSlides(zip)
          : inOpen(zip)
  const everywhere: Looked = {
    'embedded-workbooks': zip.names.filter((name) => /\/embeddings\/[^/]+\.(?:xlsx|xlsb|xls|ods)$/i.test(name)).length,
    'embedded-objects': zip.names.filter(
      (name) => /\/embeddings\/[^/]+$|^ObjectReplacements\/|\/activeX\//i.test(name) && !/\.(?:xlsx|xlsb|xls|ods)$/i.test(name),
    ).length,
    'external-links': linksOutside(zip),
  }
  const warnings = Object.entries({ ...looked.warnings, ...everywhere }).flatMap(([code, count]): FileWarning[] =>
    count ? [{ code: code as WarningCode, count }] : [],
  )
  return { ...(looked.parts === undefined ? {} : { parts: looked.parts }), warnings }
}

type Looked = Partial<Record<WarningCode, number>>
interface LookedInto {
  readonly parts?: number
  readonly warnings: Looked
}

const many = (words: string | undefined, what: RegExp): number => words?.match(what)?.length ?? 0
const within = ({ parts }: CountedZip, name: RegExp): readonly string[] =>
  [...parts].filter(([one]) => name.test(one)).map(([, words]) => words)
const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0)

function linksOutside(zip: CountedZip): number {
  const relations = within(zip, /\.rels$/).flatMap((words) => words.match(/<[^<>]*\bTargetMode\s*=\s*["']External["'][^<>]*>/gi) ?? [])
  return relations.filter((one) => !/\/hyperlink["']/i.test(one)).length
}

function inWord(zip: CountedZip): LookedInto {
  const text = within(zip, /^word\/(?:document|footnotes|endnotes|header\d*|footer\d*)\.xml$/)
  return {
    warnings: {
      'hidden-text': sum(text.map((words) => many(words, /<w:vanish(?:\s*\/>|\s+w:val\s*=\s*["'](?:1|true|on)["'])/g))),
      comments: sum(within(zip, /^word\/comments\.xml$/).map((words) => many(words, /<w:comment\s/g))),
      'tracked-changes': sum(text.map((words) => many(words, /<w:(?:ins|del|moveFrom|moveTo)\s/g))),
    },
  }
}

function inExcel(zip: CountedZip): LookedInto {
  const book = zip.parts.get('xl/workbook.xml')
  const sheets = within(zip, /^xl\/worksheets\/[^/]+\.xml$/)
  return {
    parts: many(book, /<(?:\w+:)?sheet\s/g),
    warnings: {
      'hidden-sheets': many(book, /<(?:\w+:)?sheet\s[^<>]*\bstate\s*=\s*["'](?:hidden|veryHidden)["']/g),
      'hidden-rows': sum(sheets.map((words) => many(words, /<(?:\w+:)?(?:row|col)\s[^<>]*\bhidden\s*=\s*["'](?:1|true)["']/g))),
      comments: sum(
        within(zip, /^xl\/(?:comments[^/]*|threadedComments\/[^/]+)\.xml$/).map((words) =>
          many(words, /<(?:\w+:)?(?:comment|threadedComment)\s/g),
        ),
      ),
      'pivot-data': zip.names.filter((name) => /^xl\/pivotCache\/pivotCacheRecords/.test(name)).length,
    },
  }
}

function inSlides(zip: CountedZip): LookedInto {
  const slides = within(zip, /^ppt\/slides\/slide\d+\.xml$/)
  return {
    parts: slides.length,
    warnings: {
      'hidden-slides': slides.filter((words) => /<p:sld\s[^<>]*\bshow\s*=\s*["'](?:0|false)["']/.test(words)).length,
      comments: sum(within(zip, /^ppt\/(?:comments|modernComments)\/[^/]+\.xml$/).map((words) => many(words, /<p\w*:cm\s/g))),
      'speaker-notes': within(zip, /^ppt\/notesSlides\/notesSlide\d+\.xml$/).filter((words) => /<a:t>\s*\S*[^\s\d<]/.test(words)).length,
    },
  }
}

function inOpen(zip: CountedZip): LookedInto {
  const content = zip.parts.get('content.xml') ?? ''
  const hiddenStyles = [
    ...content.matchAll(/<style:style\b[^<>]*\bstyle:name\s*=\s*"([^"]+)"[^<>]*style:family\s*=\s*"table"[\s\S]*?<\/style:style>/g),
  ]
    .filter(([style]) => /table:display\s*=\s*"false"/.test(style))
    .map(([, name]) => name ?? '')
  const sheets = [...content.matchAll(/<table:table\s[^<>]*\btable:style-name\s*=\s*"([^"]+)"/g)]
  return {
    parts: /<office:presentation\b/.test(content) ? many(content, /<draw:page\s/g) : many(content, /<table:table\s/g),
    warnings: {
      'hidden-sheets': sheets.filter(([, style]) => hiddenStyles.includes(style ?? '')).length,
      'hidden-rows': many(content, /\btable:visibility\s*=\s*"(?:collapse|filter)"/g),
      'hidden-slides': many(content, /presentation:visibility\s*=\s*"hidden"/g),
      comments: many(content, /<office:annotation[\s>]/g),
      'tracked-changes': many(content, /<(?:text|table):(?:changed-region|cell-content-change)[\s>]/g),
      'speaker-notes': many(content, /<presentation:notes\b[\s\S]*?<text:p\b[^>]*>[^<\s]/g),
    },
  }
}

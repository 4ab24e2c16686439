import type { PackEntry, PackInput, PackPaper, ReportStatus } from '#platform/documents/pdf/pack-input.ts'
import { normalise } from '#platform/paper/normalise.ts'
import { type Block, emptyPaper, type Paper, run } from '#platform/paper/tree.ts'
import { meetingPaths } from '../paths.ts'
import type { AgendaItem } from '../queries/agenda.ts'
import { titleOf } from '../queries/agenda.ts'
import type { PaperOrigin } from '../queries/sent-papers.ts'
import { assembleReport, reportFacts } from '../rules/report.ts'
import { paragraphsInWords, purposeWords } from '../words/agenda.ts'
import { supplementaryWords, tabledWords } from '../words/file-access.ts'
import { whenInWords } from '../words/mails.ts'
import { factWords, partWords } from '../words/paper.ts'
import { heldBackTitle, heldBackWords } from '../words/part-two.ts'
import { publicationName } from '../words/publication.ts'
import { beforeWords, commentsHeading, linesOf } from '../words/sent-paper.ts'
import { packFiles, packGaps } from './pack-files.ts'
import type { PackSource, SourcePaper } from './pack-source.ts'
import { standingPaper } from './standing-matter.ts'

/** Where the numbers of a pack begin. */
export interface PackStart {
  readonly page: number
  /** Number after the E. */
  readonly exemptPage: number
}

/**
 * Turns what may be read into what the typesetter prints. A supplement prints its own papers only. The agenda of both editions is the one that the
 * public reads; full titles of Part 2 stand on exempt pages. So the page numbers of open papers are the same in both, however long exempt titles are.
 * `publicUrl` is the origin of the addresses under which files are downloaded.
 */
export function packInput(source: PackSource, edition: 'public' | 'full', start: PackStart, publicUrl: string): PackInput {
  const { publication, meeting, items } = source
  const shown = publication.kind === 'pack' ? items : items.filter((item) => isOf(item, source) || item.id === parentOfAny(item, source))
  return {
    partnership: source.partnership === source.bodyName ? '' : source.partnership,
    board: source.bodyName,
    title: publication.kind === 'pack' ? meeting.title || 'Agenda and papers' : publicationName(publication),
    date: whenInWords(meeting),
    place: meeting.place,
    contact: meeting.contact,
    label: labelOf(source, edition),
    noticeLines: [meeting.accessNotes, meeting.filmingNotice].filter((line) => line !== ''),
    startPage: start.page,
    startExemptPage: start.exemptPage,
    logo: source.logo,
    gaps: packGaps(shown, source.papers),
    entries: shown.flatMap((item) => entriesOf(item, source, edition, publicUrl)),
  }
}

function isOf(item: AgendaItem, { papers, heldBack }: PackSource): boolean {
  return [...papers, ...heldBack].some((paper) => paper.item === item.id)
}

function parentOfAny(item: AgendaItem, source: PackSource): string | undefined {
  return source.items.some((child) => child.parent === item.id && isOf(child, source)) ? item.id : undefined
}

function labelOf({ publication, items, heldBack }: PackSource, edition: 'public' | 'full'): string {
  const name = publication.kind === 'pack' ? 'pack' : publicationName(publication).toLowerCase()
  if (edition === 'public') return `Public ${name}`
  return items.some((item) => item.category !== 'public') || heldBack.length > 0
    ? `Full ${name}, contains exempt information`
    : `Full ${name}`
}

function entriesOf(item: AgendaItem, source: PackSource, edition: 'public' | 'full', publicUrl: string): readonly PackEntry[] {
  const held = heldBackOf(item, source)
  const [first, ...more] = source.papers.filter((paper) => paper.item === item.id && !held.some(({ id }) => id === paper.id))
  const depth = item.parent === null ? 1 : 2
  const part = item.category === 'public' ? 1 : 2
  const row = rowOf(item, source)
  const address = publicUrl + meetingPaths.item(item.meeting, item.id)
  // Where the full title of an exempt item without a paper is read.
  const needsSheet = edition === 'full' && part === 2 && source.publication.kind === 'pack'
  // Made from the record; a supplement repeats none of it.
  const standing = source.publication.kind === 'pack' ? standingPaper(item, source.standing) : undefined
  // The pages of its paper are kept under the version, so the id of the item is free.
  const ofRecord = standing && first ? item.id : undefined
  const main: PackEntry = {
    id: first?.version ?? item.id,
    number: item.number,
    title: titleOf(item),
    purpose: item.purpose === 'not_stated' || item.purpose === 'procedure' ? '' : purposeWords[item.purpose],
    lead: item.content?.presenter ?? '',
    status: standing && !first ? 'Attached' : !first && held.length > 0 ? '' : statusOf(item, first),
    depth,
    part,
    row,
    pagesTo: ofRecord ?? more.at(-1)?.version,
    paper: first ? paperOf(first, item, address) : needsSheet ? { facts: [], tree: emptyPaper } : standing,
  }
  const others = more.map(
    (paper): PackEntry => ({
      id: paper.version,
      number: '',
      title: paper.title,
      purpose: '',
      lead: '',
      status: item.reportStatus === 'tabled' ? 'Tabled' : 'Attached',
      depth: depth + 1,
      part,
      paper: paperOf(paper, item, address),
      row: part === 2 ? null : undefined,
    }),
  )
  const heldEntries = heldBackEntries(item, source, edition, { depth: depth + 1, address })
  if (!ofRecord) return [main, ...others, ...heldEntries]
  const title = item.id === source.standing.minutesItem ? 'Matters arising' : 'Questions and petitions'
  const record: PackEntry = {
    id: ofRecord,
    number: '',
    title,
    purpose: '',
    lead: '',
    status: 'Attached',
    depth: depth + 1,
    part,
    paper: standing,
  }
  return [main, ...others, record, ...heldEntries]
}

/** Papers of an open item that are held back, with the text where whoever asks may read it. */
function heldBackOf(item: AgendaItem, { heldBack, papers }: PackSource) {
  return heldBack
    .filter((one) => one.item === item.id)
    .map((one) => ({ id: one.paper, told: one, paper: papers.find(({ id }) => id === one.paper) }))
}

/** Both editions print the same row, which says that a paper is held back and why; the full one prints the paper behind the others, on exempt pages. */
function heldBackEntries(
  item: AgendaItem,
  source: PackSource,
  edition: 'public' | 'full',
  { depth, address }: { readonly depth: number; readonly address: string },
): readonly PackEntry[] {
  return heldBackOf(item, source).map(({ id, told, paper }): PackEntry => {
    const row = { title: heldBackTitle(told), lead: told.publicConclusion, status: heldBackWords(told) } as const
    const face = { number: '', purpose: '', depth, status: row.status }
    if (edition === 'public' || !paper) return { ...face, id, title: row.title, lead: row.lead, part: 1 }
    return { ...face, id: paper.version, title: paper.title, lead: '', part: 2, row, paper: paperOf(paper, item, address) }
  })
}

/** What a visitor reads of an item on the agenda: nothing of one that a supplement adds exempt papers to. Undefined where the item itself is read. */
function rowOf(item: AgendaItem, source: PackSource): PackEntry['row'] {
  if (source.publication.kind !== 'pack' && !isOpenIn(item, source)) return null
  if (item.category === 'public') return undefined
  return { title: item.publicTitle, lead: '', status: statusOf(item, undefined) }
}

/** Whether a visitor finds papers of this item, or of one below it, in a supplement. */
function isOpenIn(item: AgendaItem, source: PackSource): boolean {
  const open = source.items.filter((one) => one.category === 'public' && isOf(one, source))
  return open.some(({ id, parent }) => id === item.id || parent === item.id)
}

const statuses: Readonly<Record<AgendaItem['reportStatus'], ReportStatus>> = {
  attached: 'Attached',
  to_follow: 'To follow',
  verbal: 'Verbal',
  tabled: 'Tabled',
  none: '',
  not_stated: 'No report status given',
}

function statusOf(item: AgendaItem, paper: SourcePaper | undefined): ReportStatus {
  if (item.category !== 'public' && !paper) return `Not for publication: ${paragraphsInWords(item)}`
  return paper && item.reportStatus !== 'tabled' ? 'Attached' : statuses[item.reportStatus]
}

function paperOf(paper: SourcePaper, item: AgendaItem, address: string): PackPaper {
  const { title, fields, tree, consents, origin, keyQuestions } = paper
  const isTabled = item.reportStatus === 'tabled'
  const came: readonly (readonly [string, string])[] = [
    ...(origin ? [['Before this', beforeWords(origin.fromName, origin.before)] as const] : []),
    ...(isTabled ? [['Tabled', tabledWords(item.content?.tabledConsent ?? '')] as const] : []),
    ...(consents.length > 0 && !isTabled ? [['Late', supplementaryWords(consents)] as const] : []),
  ]
  const facts = reportFacts.flatMap((name) => (fields[name] ? [[factWords[name], fields[name]] as const] : []))
  return {
    facts: [['Paper', title], ...came, ...facts],
    tree: withComments(withKeyQuestions(assembleReport(fields, tree, partWords), keyQuestions), origin),
    files: packFiles(paper, address),
  }
}

/** What the board asks of the paper, with its author's answers, behind its text. */
function withKeyQuestions(tree: Paper, questions: SourcePaper['keyQuestions']): Paper {
  const asked = questions.filter(({ answer }) => answer !== '')
  if (asked.length === 0) return tree
  const heading: Block = { type: 'heading', level: 1, content: [run('Key questions')] }
  const said = asked.flatMap(({ words, answer }): Block[] => [
    { type: 'heading', level: 2, content: [run(words)] },
    ...linesOf(answer).map((line): Block => ({ type: 'paragraph', content: [run(line)] })),
  ])
  return normalise({ ...tree, blocks: [...tree.blocks, heading, ...said] })
}

/** The comments of the board that had the paper before, behind its text. */
function withComments(tree: Paper, origin: PaperOrigin | undefined): Paper {
  if (!origin || origin.comments === '') return tree
  const comments = linesOf(origin.comments).map((line): Block => ({ type: 'paragraph', content: [run(line)] }))
  return normalise({
    ...tree,
    blocks: [...tree.blocks, { type: 'heading', level: 1, content: [run(commentsHeading(origin.fromName))] }, ...comments],
  })
}

import type { PackEntry, PackInput, PackPaper, ReportStatus } from '#platform/documents/pdf/pack-input.ts'
import type { AgendaItem } from '../queries/agenda.ts'
import { titleOf } from '../queries/agenda.ts'
import { assembleReport, reportFacts } from '../rules/report.ts'
import { paragraphsInWords, purposeWords } from '../words/agenda.ts'
import { whenInWords } from '../words/mails.ts'
import { factWords, partWords } from '../words/paper.ts'
import { publicationName } from '../words/publication.ts'
import type { PackSource, SourcePaper } from './pack-source.ts'

/** Where the numbers of a pack begin. */
export interface PackStart {
  readonly page: number
  /** Number after the E. */
  readonly exemptPage: number
}

/** Turns what may be read into what the typesetter prints. A supplement prints its own papers only. */
export function packInput(source: PackSource, edition: 'public' | 'full', start: PackStart): PackInput {
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
    entries: shown.flatMap((item) => entriesOf(item, source)),
  }
}

function isOf(item: AgendaItem, { papers }: PackSource): boolean {
  return papers.some((paper) => paper.item === item.id)
}

function parentOfAny(item: AgendaItem, source: PackSource): string | undefined {
  return source.items.some((child) => child.parent === item.id && isOf(child, source)) ? item.id : undefined
}

function labelOf({ publication, items }: PackSource, edition: 'public' | 'full'): string {
  const name = publication.kind === 'pack' ? 'pack' : publicationName(publication).toLowerCase()
  if (edition === 'public') return `Public ${name}`
  return items.some((item) => item.category !== 'public') ? `Full ${name}, contains exempt information` : `Full ${name}`
}

function entriesOf(item: AgendaItem, source: PackSource): readonly PackEntry[] {
  const papers = source.papers.filter((paper) => paper.item === item.id)
  const [first, ...more] = papers
  const depth = item.parent === null ? 1 : 2
  const part = item.category === 'public' ? 1 : 2
  const main: PackEntry = {
    id: first?.version ?? item.id,
    number: item.number,
    title: titleOf(item),
    purpose: item.purpose === 'not_stated' || item.purpose === 'procedure' ? '' : purposeWords[item.purpose],
    lead: item.content?.presenter ?? '',
    status: statusOf(item, first),
    depth,
    part,
    paper: first && paperOf(first),
  }
  const others = more.map(
    (paper): PackEntry => ({
      id: paper.version,
      number: '',
      title: paper.title,
      purpose: '',
      lead: '',
      status: 'Attached',
      depth: depth + 1,
      part,
      paper: paperOf(paper),
    }),
  )
  return [main, ...others]
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
  return paper ? 'Attached' : statuses[item.reportStatus]
}

function paperOf({ title, fields, tree }: SourcePaper): PackPaper {
  const facts = reportFacts.flatMap((name) => (fields[name] ? [[factWords[name], fields[name]] as const] : []))
  return { facts: [['Paper', title], ...facts], tree: assembleReport(fields, tree, partWords) }
}

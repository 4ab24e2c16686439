import type { DocumentInput } from '#platform/documents/pdf/pack-input.ts'
import { dayInWords } from '#platform/time/words.ts'
import type { Report, ReportSection } from './queries/reports.ts'
import { reportKindWords, sectionWords, spanInWords } from './words/report.ts'

/** A report as a document to be set: the texts of its page, without sections in which nothing stands. */
export function reportDocument(
  {
    report,
    board,
    sections,
  }: { readonly report: Report; readonly board: { readonly name: string }; readonly sections: readonly ReportSection[] },
  partnership: string,
): DocumentInput {
  return {
    partnership: partnership === board.name ? '' : partnership,
    ...{ board: board.name, title: report.title, place: '', contact: '', noticeLines: [], lists: [] },
    date: report.publishedOn ? `Published on ${dayInWords(report.publishedOn)}` : 'Draft, not published',
    label: `${reportKindWords[report.kind]}${report.number === 1 ? '' : `, version ${report.number}`}`,
    facts: [
      ['For the time', spanInWords(report)],
      ['Drafted from the record of', dayInWords(report.draftedOn)],
      ...(report.reason === '' ? [] : [['Why there is a new version', report.reason] as const]),
    ],
    sections: sections
      .filter(({ text }) => text.blocks.length > 0)
      .map(({ code, text }) => ({ number: '', title: sectionWords[code], tree: text })),
  }
}

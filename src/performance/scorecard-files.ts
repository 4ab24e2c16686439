import writeExcelFile from 'write-excel-file/node'
import { csvOf } from '#platform/csv.ts'
import type { DocumentChart, DocumentInput } from '#platform/documents/pdf/pack-input.ts'
import { withFixedTimes } from '#platform/documents/sheets/fixed-times.ts'
import { type Block, type Paper, run } from '#platform/paper/tree.ts'
import { printedRun } from '#platform/web/charts/printed-run.ts'
import { tickWords } from './words/figures.ts'
import type { ScorecardRow } from './words/scorecard.ts'
import { type ScorecardGroup, type ScorecardView, scorecardCells, scorecardColumns, withdrawnWords } from './words/scorecard-view.ts'

/** The rows of a scorecard for a spreadsheet: a heading, then one row a measure, with the priority it stands under before its cells. */
export function scorecardRows(view: ScorecardView): readonly (readonly string[])[] {
  const rows = view.groups.flatMap(({ heading, rows: inGroup }) =>
    inGroup.map((row) => [heading, ...scorecardCells(row), row.number, row.unit]),
  )
  const gone = (view.withdrawn ?? []).map((one) => [
    ...['No longer kept', one.reference, one.title, '', 'No longer kept', '', '', '', 'No longer kept', withdrawnWords(one)],
    ...['', '', '', ''],
  ])
  return [['Group', ...scorecardColumns, 'Number', 'Unit'], ...rows, ...gone]
}

/** A scorecard as CSV; no cell is a formula. */
export function scorecardCsv(view: ScorecardView): string {
  return csvOf(scorecardRows(view))
}

/** A scorecard as a workbook: its rows as text, so that no cell is a formula and no figure is rounded, and what it is on a second sheet. Equal content, equal bytes. */
export async function scorecardXlsx(view: ScorecardView): Promise<Buffer> {
  const [head = [], ...rows] = scorecardRows(view)
  const about = [
    ['Scorecard', view.title],
    ['Board', view.board],
    ['What this is', view.standing],
    ['How it stands', view.sentence],
  ]
  const text = (value: string) => ({ value, type: String, wrap: true })
  const widths = [28, 10, 40, 16, 16, 14, 16, 24, 14, 50, 40, 50, 14, 12]
  const book = await writeExcelFile([
    {
      sheet: 'Scorecard',
      data: [head.map((value) => ({ value, type: String, fontWeight: 'bold' as const })), ...rows.map((row) => row.map(text))],
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: 1,
    },
    { sheet: 'About', data: about.map((row) => row.map(text)), columns: [{ width: 18 }, { width: 90 }] },
  ]).toBuffer()
  return withFixedTimes(book)
}

const DRAWINGS =
  'Grey is what chance explains, the dashed line is the target. The last figure is a triangle where it is better or worse than chance explains (up or down), a diamond where it only changed, else a dot. A gap is a figure that is not shown.'

/** A scorecard as a document to be set; its tables hold the cells of the page. */
export function scorecardDocument(view: ScorecardView, partnership: string): DocumentInput {
  return {
    partnership: partnership === view.board ? '' : partnership,
    ...{ board: view.board, title: view.title, date: '', place: '', contact: '', label: '', noticeLines: [] },
    facts: [
      ['What this is', view.standing],
      ['How it stands', view.sentence],
      ['The drawings', DRAWINGS],
    ],
    lists: [],
    sections: [
      ...view.groups.map((group) => ({ number: '', title: group.heading, tree: treeOf(group), charts: group.rows.flatMap(chartOf) })),
      ...goneOf(view),
    ],
  }
}

/** What is no longer kept, as a section of its own. */
function goneOf({ withdrawn = [] }: ScorecardView): DocumentInput['sections'] {
  if (withdrawn.length === 0) return []
  const blocks = withdrawn.map((one) => paragraph(`${one.title}: `, withdrawnWords(one)))
  return [{ number: '', title: 'No longer kept', tree: { version: 1, blocks }, charts: [] }]
}

function treeOf({ rows, heading }: ScorecardGroup): Paper {
  const cells = (values: readonly string[]) => values.map((value) => [run(value)])
  const table: Block = {
    type: 'table',
    headerColumn: true,
    caption: [run(heading)],
    align: ['start', 'start', 'end', 'end', 'start', 'start'],
    rows: [
      cells(['Measure', 'Period', 'Figure', 'Target', 'Direction', 'Status']),
      ...rows.map(({ reference, title, period, figure, standing, target, direction, verdict }) =>
        cells([
          reference === '' ? title : `${reference} ${title}`,
          standing === '' || standing === figure ? period : `${period}, ${standing.toLowerCase()}`,
          ...[figure, target, direction.word, verdict.word],
        ]),
      ),
    ],
  }
  const said = rows.flatMap(({ title, commentary, quality, longer = [] }): Block[] => [
    ...(longer.length === 0 ? [] : [paragraph(`${title}, longer periods: `, `${longer.join('. ')}.`)]),
    ...(commentary === '' ? [] : [paragraph(`${title}: `, commentary)]),
    ...(quality === '' ? [] : [paragraph(`About the data of ${title}: `, quality)]),
  ])
  return { version: 1, blocks: [table, ...said] }
}

/** The run of a measure as a drawing with its finding; none where no figure is shown. */
function chartOf(row: ScorecardRow): readonly DocumentChart[] {
  const { title, reference, figure, number, unit, target, verdict, direction, run: drawn } = row
  const isLow = drawn.values.some((value) => value !== null && value < 0)
  const svg = printedRun({
    ...drawn,
    ...{
      mark: direction.mark,
      lastWords: number === '' ? '' : figure,
      targetWords: target.replace(` ${unit}`, ''),
      floor: isLow ? null : 0,
    },
    tickText: (value) => tickWords(value, row),
  })
  if (svg === null) return []
  const caption = `${reference === '' ? title : `${reference} ${title}`}: ${drawn.words}`
  const finding = [`${figure} in ${row.period}.`, direction.sentence, `${verdict.word}.`].filter((one) => one !== '').join(' ')
  return [{ caption, alternativeText: `${caption}. ${finding}`, svg }]
}

function paragraph(name: string, words: string): Block {
  return { type: 'paragraph', content: [{ ...run(name), strong: true }, run(words)] }
}

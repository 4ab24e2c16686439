import { csvOf } from '#platform/csv.ts'
import type { DocumentInput } from '#platform/documents/pdf/pack-input.ts'
import { type Block, type Paper, run } from '#platform/paper/tree.ts'
import { dayInWords } from '#platform/time/words.ts'
import { statementSentence } from './pages/money-statement-page.tsx'
import { billsOf, type YearStatement } from './queries/settlements.ts'
import { yearInWords } from './rules/year.ts'
import { overOrUnder, pounds } from './words/pence.ts'
import { underspendSaid } from './words/risk.ts'

const typed = (pence: bigint): string => {
  const size = pence < 0n ? -pence : pence
  return `${pence < 0n ? '-' : ''}${size / 100n}.${String(size % 100n).padStart(2, '0')}`
}

/** A statement as CSV: one row a step and partner, and the foot of each partner; sums in pounds. */
export function statementCsv(statement: YearStatement): string {
  const rows = statement.steps.flatMap((step) => {
    const common = [String(step.position), step.words, step.clause, step.authority, typed(step.covered), typed(step.left)]
    return step.shares.length === 0
      ? [[...common, '', '']]
      : step.shares.map(({ partnerName, pence }) => [...common, partnerName, typed(pence)])
  })
  const feet = billsOf(statement).map(({ partnerName, pence }) => ['All steps', '', '', '', '', '', partnerName, typed(pence)])
  return csvOf([['Step', 'What happens', 'Clause', 'Authority', 'Takes', 'Left', 'Partner', 'Its part'], ...rows, ...feet])
}

/** A statement as a document to be set: the sums, every step, and one worked statement a partner. */
export function statementDocument(
  statement: YearStatement,
  names: { readonly fund: string; readonly board: string; readonly partnership: string },
): DocumentInput {
  const { budget, spend, fenced, overspend } = statement
  return {
    partnership: names.partnership === names.board ? '' : names.partnership,
    ...{ board: names.board, title: `${names.fund}: year-end statement ${yearInWords(statement.year)}`, place: '', contact: '' },
    ...{ noticeLines: [], lists: [], date: `Made on ${dayInWords(statement.madeOn)}`, label: '' },
    facts: [
      ['What it says', statementSentence(statement)],
      ['By which list', statement.ruleTitle === '' ? 'None: each bears its own lines, or nothing was over or under' : statement.ruleTitle],
      ['Budget', pounds(budget)],
      ['Spent', pounds(spend)],
      ...(fenced === 0n ? [] : [['Ring-fenced and not shared', overOrUnder(fenced)] as const]),
      ['Shared', overOrUnder(overspend)],
      ...(underspendSaid[statement.underspend] === '' ? [] : [['Underspend', underspendSaid[statement.underspend]] as const]),
      ...(statement.reversedBy === undefined ? [] : [['Standing', 'This statement was taken back and no longer holds.'] as const]),
      ...(statement.why === '' ? [] : [['Why it takes another back', statement.why] as const]),
    ],
    sections: [
      {
        ...{ number: '', title: 'Step by step', whole: true },
        tree: tableOf(
          ['Step', 'What happens', 'Clause and authority', 'Takes', 'Left'],
          statement.steps.map(({ position, words, clause, authority, covered, left }) => [
            ...[String(position), words, `${clause}. ${authority}`, pounds(covered), pounds(left)],
          ]),
          2,
        ),
      },
      ...billsOf(statement).map(({ partnerName, parts, pence }) => ({
        ...{ number: '', title: `Statement of ${partnerName}`, whole: true },
        tree: tableOf(
          ['Step', 'What happens', 'Clause', 'Its part'],
          [
            ...parts.map(({ step, pence: part }) => [String(step.position), step.words, step.clause, pounds(part)]),
            ['All', '', '', pounds(pence)],
          ],
          1,
        ),
      })),
    ],
  }
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[], sums: number): Paper {
  const cells = (values: readonly string[]) => values.map((value) => [run(value)])
  const table: Block = {
    ...{ type: 'table', headerColumn: true },
    align: head.map((_, place) => (place >= head.length - sums ? 'end' : 'start')),
    rows: [cells(head), ...rows.map(cells)],
  }
  return { version: 1, blocks: rows.length === 0 ? [{ type: 'paragraph', content: [run('No step was needed.')] }] : [table] }
}

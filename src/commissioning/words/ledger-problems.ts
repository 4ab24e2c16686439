import type { SheetAnswer } from '#platform/documents/sheets/sheet-answer.ts'
import type { LedgerProblem } from '../rules/ledger.ts'
import { moneyProblems } from './money-problems.ts'

/** What is wrong with a cell of a ledger, and what to do about it. */
export function ledgerProblemWords({ code }: Pick<LedgerProblem, 'code'>): string {
  return moneyProblems[code] ?? 'Check this cell'
}

const REFUSED: Readonly<Record<string, string>> = {
  'file-missing': 'Choose a file',
  'file-empty': 'The file is empty. Choose one with headings and entries',
  'sheet-too-large': 'The file is larger than 10 MB. Split it',
  'sheet-too-long': 'The file has more than 20,000 rows. Split it by month',
  'sheets-many': 'More than one sheet of the workbook holds something. Bring a file with one sheet',
  'file-encrypted': 'The file has a password. Save it without one',
  'file-other-kind': 'This is neither a CSV nor an XLSX file. Save it as one of these',
  'checks-busy': 'Too many files are being read just now. Try again in a minute',
}

/** Why a file of a ledger is not read. */
export function sheetRefusal({ code, row }: Extract<SheetAnswer, { ok: false }>): string {
  return (
    REFUSED[code] ?? `The file cannot be read${row === undefined ? '' : ` from row ${row} on`}. Save it anew as CSV or XLSX and try again`
  )
}

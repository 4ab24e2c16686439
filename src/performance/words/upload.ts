import type { SheetAnswer } from '#platform/documents/sheets/sheet-answer.ts'
import type { UploadProblem } from '../rules/upload.ts'
import { problemWords } from './problems.ts'

const WORDS: Readonly<Record<string, string>> = {
  'heading-unknown':
    'No column has this heading. Use measure, period, status, value, numerator, denominator, lower, upper, area, split, part, note or source',
  'heading-twice': 'Two columns have this heading. Remove one of them',
  'heading-missing': 'A column with this heading is missing. Add it',
  'headings-switched': 'The headings may be switched: the periods stand in another column. Put the headings right',
  'headings-none': 'The first row holds no heading. Write measure, period and value above the figures',
  'second-table': 'A second table begins here. Bring one table a file',
  'cell-without-heading': 'This cell stands in a column without a heading. Remove it, or give its column one',
  'row-twice': 'The same measure, period, area and part stand in this row and an earlier one, whose number is shown. Remove one of them',
  'no-rows': 'There is no figure below the headings',
  'measure-missing': 'Write the number or the name of the measure',
  'measure-unknown': 'This board has no such measure whose figures you give. Write its number or its name as its page has it',
  'measure-twice': 'Two measures have this name. Write the number, or give them different names',
  'areas-none': 'This measure is given for the whole only. Empty the cell, or ask the clerk to name the areas in its definition',
  'period-unreadable':
    'Write the period as 2026-03 or March 2026, Q1 2026-27, 2026-27 or 2026, as often as the measure has figures; another stretch of days as 1 January 2021 to 31 December 2023',
  'period-is-serial': 'This is the number that spreadsheets keep for a day. Give the cell the format of a date, or write March 2026',
  'status-missing': 'An empty cell is no figure and no state. Write the figure, or a status such as missing or not yet available',
  'status-unknown':
    'There is no such status. Use observed, provisional, final, estimated, not yet available, missing, suppressed, not applicable or not due',
  'share-or-percent': 'This is less than 1%. Write 32 for 32%; if it is right, confirm it below',
  implausible: 'This is outside what is plausible. If it is right, confirm it below',
  'parts-needed': 'Write numerator and denominator as whole numbers: small numbers are protected by them',
  'control-characters': 'Remove the invisible control characters in this row',
}

/** What is wrong with a cell, and what to do about it, in a sentence. */
export function uploadProblemWords({ code, column, value }: Pick<UploadProblem, 'code' | 'column' | 'value'>): string {
  return WORDS[code] ?? problemWords({ field: column, code, details: { value } }) ?? 'Check this cell'
}

const REFUSED: Readonly<Record<string, string>> = {
  'file-missing': 'Choose a file',
  'file-empty': 'The file is empty. Choose one with headings and figures',
  'sheet-too-large': 'The file is larger than 10 MB. Split it',
  'sheet-too-long': 'The file has more than 20,000 rows. Split it',
  'sheet-too-wide': 'The file has more than 60 columns. Bring one figure a row',
  'sheets-many': 'More than one sheet of the workbook holds something. Bring a file with one sheet',
  'file-bomb': 'The file unpacks to more than a file of figures can be. Save it anew and try again',
  'file-encrypted': 'The file has a password. Save it without one',
  'file-damaged': 'The file cannot be read. Save it anew as CSV or XLSX and try again',
  'file-demanding': 'Reading the file takes more than it may. Save the figures alone in a new file',
  'file-other-kind': 'This is neither a CSV nor an XLSX file. Save it as one of these',
  'checks-busy': 'Too many files are being read just now. Try again in a minute',
}

/** Why a file is not read. */
export function sheetRefusalWords({ code, row, column }: Extract<SheetAnswer, { ok: false }>): string {
  if (code === 'cell-too-long')
    return `A cell of row ${row ?? 1}${column ? `, column ${column},` : ''} is longer than 2,000 characters. Shorten it`
  if (code === 'quotes-open') return `The quotation marks near row ${row ?? 1} do not match. Close them, or save the file anew`
  return REFUSED[code] ?? 'The file cannot be read'
}

/** Why a figure that is given is not shown, for whoever gives it: the rule, and never a number of somebody else's. */
export const shownWords = {
  hidden:
    'A figure is hidden where it is small, or where a small one could be worked out from it and the others, also from what was published of earlier or longer periods.',
  'held-back':
    'A period is held back as a whole where hiding single figures would not be enough: what is published of it today goes on standing. To publish more, give a longer period as one figure, or give it again when more has been counted.',
} as const

import type { SheetAnswer } from '#platform/documents/sheets/sheet-answer.ts'
import { dayInWords } from '#platform/time/words.ts'
import type { RegisterColumn, RegisterProblem } from '../rules/register/columns.ts'
import type { PlannedContract } from '../rules/register/plan.ts'
import { pounds } from './pence.ts'

const WORDS: Readonly<Record<string, string>> = {
  'register-heading-unknown': 'No column has this heading. Use those of our own register, or remove the column',
  'register-heading-twice': 'Two columns have this heading. Remove one of them',
  'register-headings-none': 'The first row holds no heading. Write Title, Commissioner, Bought under and Starts above the contracts',
  'register-heading-missing': 'A column with this heading is missing. Add it',
  'register-empty': 'There is no contract below the headings',
  'register-too-long': 'The file has more than 1,000 contracts. Split it',
  'register-cell-without-heading': 'This cell stands in a column without a heading. Remove it, or give its column one',
  'register-cell-missing': 'This cell is empty. Fill it in',
  'register-cell-long': 'This is longer than the record takes. Shorten it',
  'register-hidden-characters': 'This cell holds characters that nobody sees. Type it anew',
  'register-regime-unknown': 'There is no such law or practice of buying. Write it as our register does, for example Below the threshold',
  'register-day-is-serial':
    'This is the number that spreadsheets keep for a day. Give the cell the format of a date, or write 31 March 2026',
  'register-day-month-first': 'The month stands before the day. Write 31/03/2026 or 2026-03-31',
  'register-day-unreadable': 'This is no day. Write 31/03/2026 or 2026-03-31',
  'register-day-absurd': 'No contract begins or ends in that year. Check it',
  'register-last-before-first': 'The last day lies before the first. Put one of them right',
  'register-signed-ahead': 'A contract is signed today or earlier. Leave it empty until it is signed',
  'register-served': 'Write how many people it serves as a whole number, or leave it empty',
  'register-vat-unknown': 'Write standard, none or mixed, or leave it empty where it is not known',
  'register-vat-note': 'Say what is with VAT and what is without',
  'register-vat-treatment-missing': 'Both sums are given. Write standard, none or mixed beside them',
  'register-vat-four-fifths':
    'The value without VAT was made as four fifths of the value with VAT. £120,000 with VAT is £100,000 without: put one of them right',
  'register-vat-does-not-fit': 'The two sums do not go together at the rate of its first day. Check both, or write mixed and say how',
  'register-sum-negative': 'A value is nothing or more. Remove the minus',
  'register-excel-error': 'A formula failed here. Write the sum itself',
  'register-currency-foreign': 'Write the sum in pounds',
  'register-separator-foreign': 'Write the sum as 1,234.56',
  'register-separator-unsure': 'This may be 1,234 or 1.234. Write it as 1234.00',
  'register-places-many': 'The sum has parts of a penny. Write whole pence: nothing is rounded',
  'register-number-rounded': 'The spreadsheet has rounded this sum. Give the cell the format of a number and write it anew',
  'register-amount-too-large': 'The sum is larger than any contract. Check it',
  'register-amount-missing': 'Leave the cell empty where the value is not known',
  'register-amount-unreadable': 'This is no sum. Write it as 1234.56, or leave it empty where it is not known',
  'register-provider-blank': 'A name is missing between the semicolons',
  'register-numbers-count':
    'Write as many numbers as there are providers, in the same order, between semicolons; a place without a number stays empty',
  'register-number-unread':
    'This is no number of a public list that is known here. Write the list first: GB-COH 01234567 for Companies House, GB-CHC 1234567 for the Charity Commission',
  'register-number-two-names': 'Another row gives this number to the provider that is shown. Put the name or the number right',
  'register-name-twice':
    'Another row has almost this name, or this name with other numbers. Write both the same, or give both rows their numbers',
  'register-numbers-apart': 'These numbers belong to several organisations, which are shown. Split them, or put them right',
  'register-name-shared': 'Several organisations of the directory have this name. Write a number of the one that is meant',
  'register-name-alike':
    'The organisation that is shown has almost this name. If it is the same, write its name as it is shown; if not, record this one by hand first',
  'register-number-of-another': 'This number is recorded for the organisation that is shown. Write its name, or put the number right',
  'register-number-not-recorded':
    'The organisation that is shown is recorded without this number. Add the number on the page of the provider first, or leave the cell empty',
  'register-provider-twice': 'One provider stands in this row twice. Remove one of them',
  'register-commissioner-unknown': 'No organisation of the directory has this name. Write it as the directory has it',
  'register-commissioner-ended': 'This organisation has ended. Write the one that followed it',
  'register-id-unknown': 'This board has no contract with this id. Empty the cell, if the contract is new',
  'register-contract-several': 'So many contracts of ours have this title and first day. Write the id of the one that is meant',
  'register-row-twice':
    'This is the same contract as in the earlier row whose number is shown. Remove one of them, or give each its reference',
}

/** What is wrong with a cell, and what to do about it, in a sentence. */
export const registerProblemWords = ({ code }: Pick<RegisterProblem, 'code'>): string => WORDS[code] ?? 'Check this cell'

/** A column as its heading is written. */
export const columnWords = (column: string): string =>
  column === ''
    ? 'The whole row'
    : column === 'id'
      ? 'Id'
      : `${column.charAt(0).toUpperCase()}${column.slice(1)}`.replace('vat', 'VAT').replace('Vat', 'VAT')

/** A cell as it was kept when a file changed it: pence, a day or words; '' is nothing. */
export function keptCellWords(column: RegisterColumn, kept: string): string {
  if (kept === '') return 'Nothing'
  if (column === 'without vat' || column === 'with vat') return pounds(BigInt(kept))
  return column === 'last day' || column === 'signed' ? dayInWords(Temporal.PlainDate.from(kept)) : kept
}

/** What loading does with a row. */
export const plannedRowWords: Readonly<Record<PlannedContract['what'], string>> = {
  new: 'Makes a contract',
  changes: 'Changes a contract that is recorded',
  differs: 'Recorded otherwise in what a file does not change: stays as it is',
  there: 'Recorded already: nothing changes',
}

const REFUSED: Readonly<Record<string, string>> = {
  'file-missing': 'Choose a file',
  'file-empty': 'The file is empty. Choose one with headings and contracts',
  'sheet-too-large': 'The file is larger than 10 MB. Split it',
  'sheet-too-long': 'The file has more than 20,000 rows. Split it',
  'sheet-too-wide': 'The file has more than 60 columns. Bring those of our own register',
  'cell-too-long': 'A cell is longer than 2,000 characters. Shorten it',
  'sheets-many': 'More than one sheet of the workbook holds something. Bring a file with one sheet',
  'file-bomb': 'The file unpacks to more than a register can be. Save it anew and try again',
  'file-encrypted': 'The file has a password. Save it without one',
  'file-damaged': 'The file cannot be read. Save it anew as CSV or XLSX and try again',
  'file-demanding': 'Reading the file takes more than it may. Save the contracts alone in a new file',
  'file-other-kind': 'This is neither a CSV nor an XLSX file. Save it as one of these',
  'checks-busy': 'Too many files are being read just now. Try again in a minute',
}

/** Why a file is not read, and what to do. */
export function registerRefusalWords({ code, row }: Extract<SheetAnswer, { ok: false }>): string {
  if (code === 'quotes-open') return `The quotation marks near row ${row ?? 1} do not match. Close them, or save the file anew`
  return REFUSED[code] ?? 'The file cannot be read'
}

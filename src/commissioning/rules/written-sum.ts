/** Why a sum is not read, or is only read once a person has said so. */
export type SumProblem =
  | 'amount-missing'
  | 'excel-error'
  | 'currency-foreign'
  | 'separator-foreign'
  | 'separator-unsure'
  | 'places-many'
  | 'number-rounded'
  | 'amount-too-large'
  | 'amount-unreadable'

/** A sum of a ledger in pence, or why there is none. */
export type WrittenSum = { readonly pence: bigint } | { readonly code: SumProblem }

const EXCEL = /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BUSY!)$|^#{2,}$/i
/** More pounds than any fund of a partnership holds in one row. */
const MOST = 10n ** 13n

/**
 * Reads a sum as ledgers write it, in pence: '1,234.56', '£1,234.56', '(1,234.56)', '-1,234.56', '1,234.56-', '1,234.56 CR'. Brackets, a minus on either side and CR
 * are negative; DR is positive. What spreadsheets write for a fault, other currencies, and separators of other countries ('1.234,56') are refused with their name;
 * '1.234' may be either and is refused as unsure. An empty cell or a dash is missing, never 0. Tails of binary fractions (1234.5600000000001) are what programs leave
 * behind and are cut off.
 */
export function readWrittenSum(written: string): WrittenSum {
  const cell = written.replaceAll(/[\s\u00a0\u202f]+/g, ' ').trim()
  if (cell === '' || /^[-\u2013\u2014]$/.test(cell)) return { code: 'amount-missing' }
  if (EXCEL.test(cell)) return { code: 'excel-error' }
  if (/[€$¥]|\b(?:EUR|USD|CHF)\b/i.test(cell)) return { code: 'currency-foreign' }
  const { bare, isNegative } = signOf(cell.replaceAll('\u2212', '-'))
  const digits = bare.replace(/^(?:£|GBP) ?/i, '').trim()
  const read = digitsOf(digits)
  if ('code' in read) return read
  return read.pence > MOST ? { code: 'amount-too-large' } : { pence: isNegative ? -read.pence : read.pence }
}

function signOf(cell: string): { readonly bare: string; readonly isNegative: boolean } {
  const bracketed = /^(?:£ ?)?\((.+)\)$/.exec(cell)
  if (bracketed?.[1] !== undefined) return { bare: bracketed[1], isNegative: true }
  const credit = /^(.+?) ?(CR|DR)$/i.exec(cell)
  if (credit?.[1] !== undefined) return { bare: credit[1], isNegative: credit[2]?.toUpperCase() === 'CR' }
  const signed = /^(£ ?)?-(.+)$/.exec(cell)
  if (signed?.[2] !== undefined) return { bare: signed[2].trim(), isNegative: true }
  return cell.endsWith('-') ? { bare: cell.slice(0, -1).trim(), isNegative: true } : { bare: cell, isNegative: false }
}

function digitsOf(digits: string): WrittenSum {
  if (/^\d(?:\.\d+)?e[+-]?\d+$/i.test(digits)) return { code: 'number-rounded' }
  if (/^\d{1,3}(?:[. ']\d{3})*,\d{1,2}$|^\d+,\d{1,2}$|^\d{1,3}(?:\.\d{3}){2,}$/.test(digits)) return { code: 'separator-foreign' }
  if (/^[1-9]\d{0,2}\.\d{3}$/.test(digits)) return { code: 'separator-unsure' }
  const parts = /^(\d+|\d{1,3}(?:[, ]\d{3})+)(?:\.(\d+))?$/.exec(digits)
  if (!parts) return { code: 'amount-unreadable' }
  const [, pounds = '0', places = ''] = parts
  if (pounds.length > 20) return { code: 'amount-too-large' }
  const whole = BigInt(pounds.replaceAll(/[, ]/g, '')) * 100n
  if (places.length <= 2) return { pence: whole + BigInt(places.padEnd(2, '0')) }
  return trimmed(whole, places)
}

/** Cuts off the tail of a binary fraction: two places, then nothing but noughts or nines before the last few. */
function trimmed(whole: bigint, places: string): WrittenSum {
  const [two, tail] = [BigInt(places.slice(0, 2)), places.slice(2)]
  if (/^0+$/.test(tail) || (tail.length >= 6 && /^0{5,}\d*$/.test(tail))) return { pence: whole + two }
  return tail.length >= 6 && /^9{5,}\d*$/.test(tail) ? { pence: whole + two + 1n } : { code: 'places-many' }
}

import type { Known } from './rag.ts'

/** What a publisher may have in the place of a figure. */
export type NationalState = Exclude<Known['state'], 'value' | 'not-due' | 'stale'>

/** A published value as it was read. */
export type NationalValue =
  /** `decimal` is exact, without an exponent: '0.07'. `cleaned` where it was written with the noise of a floating number. */
  | { readonly is: 'number'; readonly decimal: string; readonly cleaned: boolean }
  | { readonly is: 'state'; readonly state: NationalState }
  | { readonly is: 'odd' }

const STATES: Readonly<Record<string, NationalState>> = {
  '': 'missing',
  '-': 'missing',
  x: 'missing',
  na: 'missing',
  c: 'suppressed',
  '*': 'suppressed',
  z: 'not-applicable',
  ':': 'not-yet-available',
  '..': 'not-yet-available',
}

/** Significant digits that a spreadsheet shows; a floating number holds every decimal of so many exactly, and no more (IEEE 754). */
const DIGITS = 15

/**
 * Reads a published value. A dash is missing, never 0. A number of more than 15 significant digits carries the noise of a spreadsheet's floating numbers
 * and is rounded to 15: '7.0000000000000007E-2' is 0.07 exactly. Anything else is odd, and nothing is made of it.
 */
export function readNationalValue(written: string): NationalValue {
  const text = written.trim()
  const [, sign = '', ones, decimals = '', exponent = '0'] = /^(-?)(\d{1,25})(?:\.(\d{1,25}))?(?:[eE]([+-]?\d{1,2}))?$/.exec(text) ?? []
  if (ones === undefined) {
    const state = STATES[text.toLowerCase()]
    return state === undefined ? { is: 'odd' } : { is: 'state', state }
  }
  const digits = `${ones}${decimals}`.replace(/^0+/, '')
  const power = Number(exponent) - decimals.length
  const over = digits.length - DIGITS
  if (over <= 0) return { is: 'number', decimal: pointAt(sign, digits, power), cleaned: false }
  const kept = (BigInt(digits.slice(0, DIGITS)) + (digits.charCodeAt(DIGITS) >= 53 ? 1n : 0n)).toString()
  return { is: 'number', decimal: pointAt(sign, kept, power + over), cleaned: /[1-9]/.test(digits.slice(DIGITS)) }
}

/** Whole digits times a power of ten, written out. */
function pointAt(sign: string, digits: string, power: number): string {
  const padded = power >= 0 ? `${digits}${'0'.repeat(power)}` : digits.padStart(1 - power, '0')
  const ones = power >= 0 ? padded.replace(/^0+(?=.)/, '') || '0' : padded.slice(0, power)
  const rest = power >= 0 ? '' : padded.slice(power).replace(/0+$/, '')
  const plain = rest === '' ? ones : `${ones}.${rest}`
  return /[1-9]/.test(plain) ? `${sign}${plain}` : '0'
}

/** How a publisher marks the figures of a period. */
export type NationalStanding = '' | 'outturn' | 'revised' | 'final' | 'provisional'

/** A period as its publisher names it. Which days it has is not said there, so years are all that is known of it. */
export interface NationalPeriod {
  readonly written: string
  readonly fromYear: number
  readonly toYear: number
  readonly standing: NationalStanding
}

const STANDINGS: Readonly<Record<string, NationalStanding>> = {
  '': '',
  ot: 'outturn',
  rev: 'revised',
  revised: 'revised',
  final: 'final',
  prov: 'provisional',
  provisional: 'provisional',
}

/**
 * Reads a published period: '2016', '2016-17' and '2016/17', several years as '2014-16' or '2013/14-15/16', each with or without '(OT)', '(Rev)', '(Final)',
 * '(prov)'. Null for anything else: '0' names no year.
 */
export function readNationalPeriod(written: string): NationalPeriod | null {
  const text = written.trim()
  const [, first = '', second = '', third = '', fourth = '', mark = ''] =
    /^(\d{4})(?:[-/](\d{2}|\d{4}))?(?:-(\d{2}|\d{4})[-/](\d{2}|\d{4}))?(?: ?\(([A-Za-z]+)\))?$/.exec(text) ?? []
  const standing = STANDINGS[mark.toLowerCase()]
  if (first === '' || standing === undefined) return null
  const fromYear = Number(first)
  let toYear = fromYear
  for (const digits of [second, third, fourth]) if (digits !== '') toYear = follow(toYear, digits)
  if (fromYear < 1900 || toYear > 2200 || toYear - fromYear > 20) return null
  return { written: text, fromYear, toYear, standing }
}

/** The next year that ends in these digits, at or after another. */
function follow(after: number, digits: string): number {
  if (digits.length === 4) return Number(digits) >= after ? Number(digits) : Number.POSITIVE_INFINITY
  const year = after - (after % 100) + Number(digits)
  return year >= after ? year : year + 100
}

/** Which of two periods of a measure came first: below 0 the one; 0 where their years are the same. */
export function comparePeriods(one: NationalPeriod, other: NationalPeriod): number {
  return one.toYear - other.toYear || one.fromYear - other.fromYear
}

/** Which way a publisher says is better; 'none' where it says neither, undefined for a word nobody knows. */
export function readNationalPolarity(written: string): 'higher' | 'lower' | 'none' | undefined {
  const word = written.trim().toLowerCase()
  if (word === 'high' || word === 'higher') return 'higher'
  if (word === 'low' || word === 'lower') return 'lower'
  return word === '-' || word === '' || word === 'na' ? 'none' : undefined
}

/** A region's name without the order and marks of its words: 'London (Inner)' and 'Inner London' are one. */
export function regionKey(name: string): string {
  return (name.toLowerCase().match(/[a-z]+/g) ?? []).sort().join(' ')
}

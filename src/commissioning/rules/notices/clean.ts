import { readAmount } from './amount.ts'
import { isObject, type NoticeJson, type NoticeObject } from './json.ts'
import { type Oddity, type OddityCode, saidOf } from './oddity.ts'

/** Names with which a program could be led astray, and that no notice needs. */
const unsafe: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])
/** What tells of single people: it is never kept (handbook of commissioning 7). */
const personal: ReadonlySet<string> = new Set(['contactPoint', 'additionalContactPoints', 'persons', 'beneficialOwners'])
/** Lists in which each entry needs an id. */
const withIds: ReadonlySet<string> = new Set([
  'parties',
  'awards',
  'contracts',
  'lots',
  'suppliers',
  'items',
  'milestones',
  'amendments',
  'documents',
])
const lengths: ReadonlySet<string> = new Set(['durationInDays', 'durationInMonths'])
/** The longest text that is kept. */
const LONGEST = 100_000
/** A hundred years, in days. */
const MOST_DAYS = 36_525

/** Where one reads, and who is told. */
export interface Cleaning {
  readonly ocid: string
  readonly release: string
  readonly tell: (oddity: Oddity) => void
}

/** An object as it may be kept: harmless names, finite numbers, well-formed texts, nothing about single people. What is left out is told. */
export function cleaned(value: Readonly<Record<string, unknown>>, cleaning: Cleaning, way = ''): NoticeObject {
  const fields: [string, NoticeJson][] = []
  for (const [name, held] of Object.entries(value)) {
    const at = way === '' ? name : `${way}/${name}`
    if (unsafe.has(name)) tell(cleaning, 'name-unsafe', at, name)
    else if (personal.has(name)) tell(cleaning, 'contacts-left-out', at, '')
    else {
      const kept = cleanField(name, held, cleaning, at)
      if (kept !== undefined) fields.push([plain(name), kept])
    }
  }
  return Object.fromEntries(fields)
}

function cleanField(name: string, value: unknown, cleaning: Cleaning, at: string): NoticeJson | undefined {
  if (lengths.has(name)) return cleanLength(value, cleaning, at)
  if ((name === 'amount' || name === 'amountGross') && typeof value === 'string') return cleanAmount(value, cleaning, at)
  if (typeof value === 'string') return cleanText(value, cleaning, at)
  if (typeof value === 'number' && !Number.isFinite(value)) return tell(cleaning, 'number-absurd', at, String(value))
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return value
  if (Array.isArray(value)) return cleanList(name, value, cleaning, at)
  return typeof value === 'object' ? cleaned(value as Readonly<Record<string, unknown>>, cleaning, at) : undefined
}

function cleanList(name: string, list: readonly unknown[], cleaning: Cleaning, at: string): readonly NoticeJson[] {
  const kept = list.flatMap((one, number) => cleanField('', one, cleaning, `${at}/${number + 1}`) ?? [])
  if (!withIds.has(name)) return kept
  const seen = new Set<string>()
  return kept.map((one, number) => {
    if (!isObject(one)) return one
    const id = typeof one.id === 'string' || typeof one.id === 'number' ? String(one.id) : ''
    if (id === '') {
      tell(cleaning, 'id-missing', `${at}/${number + 1}`, '')
      return { ...one, id: `${name}-${number + 1}` }
    }
    if (seen.has(id)) tell(cleaning, 'duplicate-id', `${at}/${number + 1}`, id)
    seen.add(id)
    return { ...one, id }
  })
}

function cleanLength(value: unknown, cleaning: Cleaning, at: string): NoticeJson | undefined {
  if (value === null) return null
  const number = Number(value)
  if (!Number.isFinite(number) || number < 0 || number > MOST_DAYS) return tell(cleaning, 'number-absurd', at, value)
  if (typeof value !== 'number') tell(cleaning, 'number-as-text', at, value)
  return number
}

function cleanAmount(value: string, cleaning: Cleaning, at: string): NoticeJson | undefined {
  const read = readAmount(value)
  if (read.kind === 'absurd') return tell(cleaning, 'number-absurd', at, value)
  if (read.kind !== 'pence') return tell(cleaning, 'amount-unreadable', at, value)
  tell(cleaning, 'number-as-text', at, value)
  return Number(value)
}

function cleanText(value: string, cleaning: Cleaning, at: string): NoticeJson | undefined {
  if (value.length > LONGEST) return tell(cleaning, 'text-too-long', at, `${value.length.toLocaleString('en-GB')} characters`)
  if (value === '') return tell(cleaning, 'text-empty', at, '')
  return plain(value)
}

/** A text that can be stored: well-formed, without marks that no page shows. */
const plain = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  text.toWellFormed().replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')

function tell({ ocid, release, tell: to }: Cleaning, code: OddityCode, at: string, said: unknown): undefined {
  to({ code, ocid, release, at, said: saidOf(said) })
  return undefined
}

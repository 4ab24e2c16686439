import { type VatTreatment, vatCheck } from '../contract.ts'
import { readLedgerDay } from '../ledger-day.ts'
import { readWrittenSum } from '../written-sum.ts'
import { type RegisterColumn, type RegisterProblem, readHeadings, registerColumns } from './columns.ts'
import { readProviders, type WrittenProvider } from './providers.ts'

/** A contract as a row of a file has it. What the row does not say is undefined or null, never guessed. */
export interface RegisterRow {
  readonly row: number
  readonly title: string
  readonly reference: string
  readonly summary: string
  /** As it is written. */
  readonly commissioner: string
  readonly providers: readonly WrittenProvider[]
  readonly regime: string
  readonly startsOn: Temporal.PlainDate
  readonly lastDay: Temporal.PlainDate | undefined
  readonly signedOn: Temporal.PlainDate | undefined
  readonly net: bigint | null
  readonly gross: bigint | null
  readonly vat: VatTreatment
  readonly vatNote: string
  readonly served: number | undefined
  /** The id of a contract here; '' for none. */
  readonly id: string
}

/** A rate of VAT from a day to a day, in hundredths of a per cent. */
export interface DatedVatRate {
  readonly treatment: string
  readonly basisPoints: number
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate | undefined
}

/** What the cells of a file are read by. */
export interface RegisterLists {
  readonly regimes: readonly { readonly code: string; readonly name: string }[]
  readonly vatRates: readonly DatedVatRate[]
  readonly today: Temporal.PlainDate
}

/** Most contracts of one file. */
export const MOST_ROWS = 1000

const longest: Readonly<Partial<Record<RegisterColumn, number>>> = { title: 200, reference: 60, summary: 2000, 'vat note': 500 }

/** Reads the cells of a file: headings first, then a contract a row, blank rows left out. Every row is read to its end, so that all that is wrong is said at once. */
export function readRegister(
  table: readonly (readonly string[])[],
  lists: RegisterLists,
): { readonly rows: readonly RegisterRow[]; readonly problems: readonly RegisterProblem[] } {
  const headings = readHeadings(table)
  if ('problems' in headings) return { rows: [], problems: headings.problems }
  const body = table
    .slice(headings.from)
    .map((cells, index) => ({ cells, row: headings.from + index + 1 }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const whole = (code: string) => ({ rows: [], problems: [{ row: headings.from + 1, column: '', value: String(body.length), code }] })
  if (body.length === 0) return whole('register-empty')
  if (body.length > MOST_ROWS) return whole('register-too-long')
  const problems: RegisterProblem[] = []
  const rows = body.flatMap(({ cells, row }) => {
    const wrong = (column: string, code: string, value = ''): void => void problems.push({ row, column, value: value.slice(0, 80), code })
    return readRow(row, cells, headings.at, lists, wrong) ?? []
  })
  return { rows, problems }
}

type Wrong = (column: string, code: string, value?: string) => void
type Cell = (column: RegisterColumn) => string

function readRow(
  row: number,
  cells: readonly string[],
  at: ReadonlyMap<RegisterColumn, number>,
  lists: RegisterLists,
  wrong: Wrong,
): RegisterRow | undefined {
  // Our own register marks what a spreadsheet would run as a formula with an apostrophe.
  const cell: Cell = (column) => (cells[at.get(column) ?? -1] ?? '').trim().replace(/^'(?=[=+\-@])/, '')
  let faults = 0
  const tell: Wrong = (column, code, value) => {
    faults += 1
    wrong(column, code, value)
  }
  const places = new Set(at.values())
  const stray = cells.find((one, index) => one.trim() !== '' && !places.has(index))
  if (stray !== undefined) tell('', 'register-cell-without-heading', stray)
  for (const column of registerColumns) checkText(column, cell(column), tell)
  for (const column of ['title', 'commissioner'] as const) if (cell(column) === '') tell(column, 'register-cell-missing')
  const regime = lists.regimes.find(({ code, name }) => [code, name].some((one) => same(one, cell('bought under'))))
  if (!regime) tell('bought under', cell('bought under') === '' ? 'register-cell-missing' : 'register-regime-unknown', cell('bought under'))
  const startsOn = dayOf('starts', cell, tell)
  if (startsOn === undefined && cell('starts') === '') tell('starts', 'register-cell-missing')
  const [lastDay, signedOn] = [dayOf('last day', cell, tell), dayOf('signed', cell, tell)]
  if (startsOn && lastDay && Temporal.PlainDate.compare(lastDay, startsOn) < 0)
    tell('last day', 'register-last-before-first', cell('last day'))
  if (signedOn && Temporal.PlainDate.compare(signedOn, lists.today) > 0) tell('signed', 'register-signed-ahead', cell('signed'))
  const money = moneyOf(startsOn, cell, lists.vatRates, tell)
  const served = servedOf(cell('people served'), tell)
  const providers = readProviders(cell('providers'), cell('provider numbers'))
  for (const { code, value, column } of providers.problems) tell(column, code, value)
  if (faults > 0 || !regime || !startsOn) return undefined
  return {
    ...{ row, title: cell('title'), reference: cell('reference'), summary: cell('summary'), commissioner: cell('commissioner') },
    ...{ providers: providers.providers, regime: regime.code, startsOn, lastDay, signedOn, ...money, vatNote: cell('vat note') },
    ...{ served, id: cell('id').toLowerCase() },
  }
}

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

function checkText(column: RegisterColumn, value: string, wrong: Wrong): void {
  const bare = column === 'summary' ? value.replaceAll(/[\r\n\t]/g, ' ') : value
  // Characters that nobody sees make two names of one.
  if (!value.isWellFormed() || /[\p{Cc}\p{Cf}]/u.test(bare)) wrong(column, 'register-hidden-characters')
  if (value.length > (longest[column] ?? 2000)) wrong(column, 'register-cell-long', `${value.slice(0, 40)}…`)
}

function dayOf(column: 'starts' | 'last day' | 'signed', cell: Cell, wrong: Wrong): Temporal.PlainDate | undefined {
  if (cell(column) === '') return undefined
  const read = readLedgerDay(cell(column))
  if ('code' in read) wrong(column, `register-${read.code}`, cell(column))
  else if (read.day.year >= 1990 && read.day.year <= 2100) return read.day
  else wrong(column, 'register-day-absurd', cell(column))
  return undefined
}

function servedOf(written: string, wrong: Wrong): number | undefined {
  if (written === '') return undefined
  if (/^\d{1,7}$/.test(written)) return Number(written)
  wrong('people served', 'register-served', written)
  return undefined
}

const vatOf: ReadonlyMap<string, VatTreatment> = new Map([
  ['', 'not-known'],
  ['not known', 'not-known'],
  ['not-known', 'not-known'],
  ['standard', 'standard'],
  ['none', 'none'],
  ['mixed', 'mixed'],
])

function moneyOf(startsOn: Temporal.PlainDate | undefined, cell: Cell, rates: readonly DatedVatRate[], wrong: Wrong) {
  const [net, gross] = [sumOf('without vat', cell, wrong), sumOf('with vat', cell, wrong)]
  const vat = vatOf.get(cell('vat').toLowerCase())
  if (vat === undefined) wrong('vat', 'register-vat-unknown', cell('vat'))
  if (vat === 'mixed' && cell('vat note') === '') wrong('vat note', 'register-vat-note')
  if (vat !== undefined && startsOn !== undefined) {
    const checked = vatCheck({ net, gross, vat }, rateOn(rates, vat, startsOn))
    if (checked !== 'fits' && checked !== 'not-known')
      wrong(checked === 'treatment-missing' ? 'vat' : 'with vat', `register-vat-${checked}`, cell('with vat'))
  }
  return { net, gross, vat: vat ?? ('not-known' as const) }
}

function sumOf(column: 'without vat' | 'with vat', cell: Cell, wrong: Wrong): bigint | null {
  if (cell(column) === '' || same(cell(column), 'not known')) return null
  const read = readWrittenSum(cell(column))
  if ('pence' in read && read.pence >= 0n) return read.pence
  wrong(column, 'pence' in read ? 'register-sum-negative' : `register-${read.code}`, cell(column))
  return null
}

/** The rate of a day, the highest where it is mixed; undefined where there is none. */
function rateOn(rates: readonly DatedVatRate[], vat: VatTreatment, day: Temporal.PlainDate): number | undefined {
  const held = rates.filter(
    ({ treatment, startsOn, endsOn }) =>
      (vat === 'mixed' || treatment === vat) &&
      Temporal.PlainDate.compare(startsOn, day) <= 0 &&
      (endsOn === undefined || Temporal.PlainDate.compare(day, endsOn) < 0),
  )
  return held.length === 0 ? undefined : Math.max(...held.map(({ basisPoints }) => basisPoints))
}

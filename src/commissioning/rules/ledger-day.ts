/** A day of a ledger, or why it is none. */
export type LedgerDay =
  | { readonly day: Temporal.PlainDate }
  | { readonly code: 'day-missing' | 'day-is-serial' | 'day-unreadable' | 'day-month-first' }

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * Reads a day as ledgers write it: '2026-05-31', '31/05/2026', '31.5.2026', '31 May 2026', '31-May-26'. The day comes before the month, as in Britain; where the
 * middle number cannot be a month it is said so. A bare number is how a spreadsheet keeps a day inside and is refused. Two figures of a year are of this century.
 */
export function readLedgerDay(written: string): LedgerDay {
  const cell = written.trim().replace(/[T ]00:00(?::00(?:\.0+)?)?Z?$/, '')
  if (cell === '') return { code: 'day-missing' }
  if (/^\d{5}(?:\.\d+)?$/.test(cell)) return { code: 'day-is-serial' }
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(cell)
  if (iso) return dayOf(iso[1], iso[2], iso[3])
  const figures = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})$/.exec(cell)
  if (figures)
    return Number(figures[2]) > 12 && Number(figures[1]) <= 12 ? { code: 'day-month-first' } : dayOf(figures[3], figures[2], figures[1])
  const named = /^(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\.?[ ,-]+(\d{2}|\d{4})$/i.exec(cell)
  const month = named ? MONTHS.indexOf((named[2] ?? '').slice(0, 3).toLowerCase()) + 1 : 0
  return named && month > 0 ? dayOf(named[3], String(month), named[1]) : { code: 'day-unreadable' }
}

function dayOf(year = '', month = '', day = ''): LedgerDay {
  const full = year.length === 2 ? 2000 + Number(year) : Number(year)
  try {
    return { day: Temporal.PlainDate.from({ year: full, month: Number(month), day: Number(day) }, { overflow: 'reject' }) }
  } catch {
    return { code: 'day-unreadable' }
  }
}

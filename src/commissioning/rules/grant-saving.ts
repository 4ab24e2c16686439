/** A year of a tapered grant beside what it is expected to save, in pence. */
export interface TaperYear {
  readonly holds: bigint
  /** Paid so far, less what was taken back. */
  readonly paid: bigint
  /** Null: nothing is said of that year yet. */
  readonly expected: bigint | null
  /** Claimed with evidence in the fund; null: no saving of a fund is named, or one may not see it. */
  readonly delivered: bigint | null
}

/** A year with all years up to it: `balance` is what was expected to be saved, less what the grant holds; null once a year before it says nothing. */
export type BalancedYear<Year extends TaperYear> = Year & { readonly balance: bigint | null }

/** A tapered grant beside its savings. Places count from 0. */
export interface TaperBalance<Year extends TaperYear> {
  readonly years: readonly BalancedYear<Year>[]
  /** The last year with support; null: there is none. */
  readonly lastSupport: number | null
  /** The first year in which anything is saved; null: none. */
  readonly firstSaving: number | null
  /** The year in which savings have paid back all support; null: not within these years, or not known. */
  readonly paidBack: number | null
}

/** Sets a tapered grant beside what it is expected to save, year by year in order: savings begin late, so that the balance is what counts (C7, C10). */
export function taperBalance<Year extends TaperYear>(years: readonly Year[]): TaperBalance<Year> {
  let balance: bigint | null = 0n
  const balanced = years.map((year): BalancedYear<Year> => {
    balance = balance === null || year.expected === null ? null : balance + year.expected - year.holds
    return { ...year, balance }
  })
  const place = (found: number): number | null => (found < 0 ? null : found)
  // A balance that a later year turns round again has paid nothing back.
  const savesAnything = years.some(({ expected }) => (expected ?? 0n) > 0n)
  const lastSupport = place(years.findLastIndex(({ holds }) => holds > 0n))
  return {
    ...{ years: balanced, lastSupport, firstSaving: place(years.findIndex(({ expected }) => (expected ?? 0n) > 0n)) },
    paidBack: place(
      savesAnything ? balanced.findIndex((_, at) => balanced.slice(at).every(({ balance: of }) => of !== null && of >= 0n)) : -1,
    ),
  }
}

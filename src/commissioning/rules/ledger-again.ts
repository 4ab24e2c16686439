import type { LedgerRow } from './ledger.ts'

/** What two rows have in common that are the same entry brought twice. */
export type RowMark = Pick<LedgerRow, 'code' | 'day' | 'pence' | 'supplier' | 'reference' | 'description'> & { readonly kind: string }

/** One text for rows that say the same in every cell; the case of the code does not matter. */
export function markOf({ code, day, pence, kind, supplier, reference, description }: RowMark): string {
  return JSON.stringify([day.toString(), kind, pence.toString(), code.toLowerCase(), supplier, reference, description])
}

/**
 * The rows that say the same as rows which earlier files brought, in their order. `loaded` counts those by `markOf`: two equal rows of a file are two entries, so a row
 * that stands once already explains one of them. Whether they are the same payment only a person knows. Source: handbook of joint commissioning, 6, entries are immutable.
 */
export function rowsAgain(rows: readonly LedgerRow[], loaded: ReadonlyMap<string, number>): readonly LedgerRow[] {
  const left = new Map(loaded)
  return rows.filter((row) => {
    const mark = markOf(row)
    const standing = left.get(mark) ?? 0
    if (standing > 0) left.set(mark, standing - 1)
    return standing > 0
  })
}

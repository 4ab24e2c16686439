/** Why a file of figures is not read. */
export type SheetRefusal =
  | 'file-missing'
  | 'file-empty'
  | 'sheet-too-large'
  | 'sheet-too-long'
  | 'sheet-too-wide'
  | 'cell-too-long'
  | 'sheets-many'
  | 'file-damaged'
  | 'file-demanding'
  | 'file-bomb'
  | 'file-encrypted'
  | 'file-other-kind'
  | 'quotes-open'
  | 'checks-busy'

/** The cells of a table as text, row by row, all rows as long as the longest; or why there are none. `row` counts from 1, as spreadsheets do. */
export type SheetAnswer =
  | { readonly ok: true; readonly rows: readonly (readonly string[])[] }
  | { readonly ok: false; readonly code: SheetRefusal; readonly row?: number; readonly column?: number }

/** Most rows and columns of a table, and characters of a cell. */
export const sheetLimits = { rows: 20_000, columns: 60, cell: 2000 } as const

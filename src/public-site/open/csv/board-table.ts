import type { Reader } from '#platform/database/session.ts'

/** A board as the tables are read for it. */
export interface TableBoard {
  readonly id: string
  readonly name: string
}

/** A table that is read board by board, as a visitor. */
export interface BoardTable {
  readonly title: string
  /** What a row is. */
  readonly about: string
  readonly header: readonly string[]
  rowsOf(reader: Reader, board: TableBoard, today: Temporal.PlainDate): Promise<readonly (readonly string[])[]>
}

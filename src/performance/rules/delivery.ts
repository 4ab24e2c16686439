import type { Measure } from './measure.ts'
import { readUpload, type UploadColumn, type UploadRow } from './upload.ts'

/** The parts of a figure that a program sends: the columns of a file of figures, but the measure, which its address names. */
export const deliveredParts = [
  'period',
  'status',
  'value',
  'numerator',
  'denominator',
  'lower',
  'upper',
  'area',
  'split',
  'part',
  'note',
  'source',
] as const satisfies readonly UploadColumn[]

/** Figures that one request may bring. */
export const mostDelivered = 500

/** A figure as a program sent it: each part as it would stand in a cell of a file, '' for none. */
export type DeliveredFigure = Readonly<Record<(typeof deliveredParts)[number], string>> & {
  /** True where the sender says that what would be asked about is right. */
  readonly confirmed: boolean
}

/** What is wrong with one figure of a request; `figure` is its place in the list, from 0, and -1 for the request as a whole. */
export interface DeliveryProblem {
  readonly figure: number
  readonly field: string
  readonly value: string
  readonly code: string
  /** True where nothing is wrong by itself: it is only asked about. */
  readonly asked: boolean
}

/** The figures of a request that can be stored, in its order, and what is wrong with it. Nothing is stored while there is a problem. */
export interface ReadDelivery {
  readonly rows: readonly UploadRow[]
  readonly problems: readonly DeliveryProblem[]
}

/** Reads what a program sent for one measure by the very rules of a file of figures (I2). What is asked about passes where its figure says that it is confirmed. */
export function readDelivery(figures: readonly DeliveredFigure[], measure: Measure, today: Temporal.PlainDate): ReadDelivery {
  const table = [['measure', ...deliveredParts], ...figures.map((one) => [measure.id, ...deliveredParts.map((part) => one[part])])]
  const { rows, problems } = readUpload(table, [measure], today)
  const standing = problems.filter(({ row, asked }) => !(asked && figures[row - FIRST_ROW]?.confirmed))
  return {
    rows,
    problems: standing.map(({ row, column, value, code, asked }) => ({
      ...{ figure: row - FIRST_ROW, field: column, code, asked },
      // A file names an earlier row by its number, a request by its place.
      value: code === 'row-twice' ? String(Number(value) - FIRST_ROW) : value,
    })),
  }
}

/** The row of a file in which the first figure stands. */
const FIRST_ROW = 2

import type { FieldProblem } from '#platform/result.ts'
import { type Exact, printed } from './exact.ts'
import { effectOf, type FigureProblem, type GivenFigure, type ReadFigure, readFigure, readNumber } from './figure.ts'
import { type Cell, cellsOf, type Definition, definitionFor, hasValue, type Measure, type Observation, type Status } from './measure.ts'
import type { Period } from './period.ts'

/** One figure that a form asks for. */
export interface SheetRow {
  readonly measure: Measure
  readonly definition: Definition
  readonly period: Period
  readonly cell: Cell
  /** What is there now; undefined: nothing. */
  readonly current: Observation | undefined
}

/** Every figure of some measures in one period: the whole of each, then its areas and the parts of its splits. */
export function sheetOf(
  measures: readonly Measure[],
  period: Period,
  current: (measure: Measure, cell: Cell) => Observation | undefined,
): readonly SheetRow[] {
  return measures.flatMap((measure) => {
    const definition = definitionFor(measure, period)
    return cellsOf(definition).map((cell) => ({ measure, definition, period, cell, current: current(measure, cell) }))
  })
}

/** What was typed for one row; an empty status leaves it out. */
export interface TypedFigure extends Pick<GivenFigure, 'value' | 'numerator' | 'denominator' | 'quality'> {
  readonly status: Status | ''
}

/** A row that was filled in, with its place on the sheet. */
export interface FilledRow {
  readonly at: number
  readonly row: SheetRow
  readonly figure: ReadFigure
}

/** Which part of a row's form a problem stands at. */
const FIELDS: Readonly<Record<FigureProblem['part'], string>> = {
  ...{ status: 'status', value: 'value', numerator: 'numerator', denominator: 'denominator' },
  ...{ lower: 'value', upper: 'value', period: 'status', cell: 'status', area: 'status' },
}

/** The field of a row, by its place on the sheet. */
export function sheetField(at: number, part: FigureProblem['part']): string {
  return `${FIELDS[part]}${at}`
}

/** Whether somebody typed a figure, or a part of one, other than what the form held at first. */
function hasNewFigure(given: TypedFigure, { current }: SheetRow): boolean {
  const isOther = (typed: string, before: Exact | null): boolean => {
    const read = readNumber(typed)
    if (!('number' in read)) return typed.trim() !== (current?.words ?? '')
    return read.number !== null && (before === null || printed(read.number, 12) !== printed(before, 12))
  }
  // Protected figures are not filled in, so that whatever is typed there is new.
  const held = current?.protectedBy ? undefined : current
  return (['value', 'numerator', 'denominator'] as const).some((part) => isOther(given[part], held?.[part] ?? null))
}

/** Reads the rows that were filled in; what is only asked about stands in the way until it is confirmed. A rate that asks for its parts has them in `numerator` and `denominator`. */
export function readSheet(
  rows: readonly SheetRow[],
  typed: readonly TypedFigure[],
  { today, confirmed }: { readonly today: Temporal.PlainDate; readonly confirmed: boolean },
): { readonly filled: readonly FilledRow[]; readonly problems: readonly FieldProblem[] } {
  const filled: FilledRow[] = []
  const problems: FieldProblem[] = []
  for (const [at, row] of rows.entries()) {
    const given = typed[at]
    if (given === undefined) continue
    const isTyped = hasNewFigure(given, row)
    if (given.status === '') {
      if (isTyped) problems.push({ field: sheetField(at, 'status'), code: 'status-needed' })
      continue
    }
    // What stood in the form before goes with the state that is chosen; what somebody typed beside it is never dropped in silence.
    const kept = hasValue(given.status) || isTyped ? given : { ...given, value: '', numerator: '', denominator: '' }
    const whole = { ...kept, status: given.status, period: row.period, cell: row.cell, lower: '', upper: '', source: '' }
    const read = readFigure(whole, row.definition, today)
    const standing = read.problems.filter(({ asked }) => !asked || !confirmed)
    problems.push(...standing.map(({ part, code, details }) => ({ field: sheetField(at, part), code, ...(details ? { details } : {}) })))
    if (read.figure !== null && standing.length === 0) filled.push({ at, row, figure: read.figure })
  }
  return { filled, problems }
}

/** Whether a figure would revise what is there. */
export function revises({ row, figure }: FilledRow): boolean {
  return effectOf(figure, row.current).kind === 'revised'
}

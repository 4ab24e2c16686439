import { whole } from './exact.ts'
import type { ReadFigure } from './figure.ts'
import type { Definition } from './measure.ts'
import { protectTable, type ShownCell, type SmallNumberMethod } from './small-numbers.ts'

/** Why the counts of one period cannot be protected together: a part of a split is missing, two splits came at once, or the parts and the whole disagree. */
export type ProtectProblem = 'split-incomplete' | 'one-split-only' | 'sum-disagrees'

/** A true count as it stays with those who give it. */
export interface HeldCount {
  readonly figure: ReadFigure
  readonly numerator: bigint
  /** Null for a plain count. */
  readonly denominator: bigint | null
}

/** What may be stored for others of one period, in the order in which it came, and the true counts behind it. */
export type Protection =
  | { readonly ok: true; readonly figures: readonly ReadFigure[]; readonly held: readonly HeldCount[] }
  | { readonly ok: false; readonly problem: ProtectProblem }

/**
 * Protects the counts of one period of one measure, once, before anything is stored for others (I6): small ones are hidden, with as many more as it takes,
 * and the rest is rounded. A rate shows what its rounded counts give, and hides with either of them. A split must come whole, or what is missing could be
 * worked out from the rest. What has no count passes as it is.
 */
export function protectPeriod(definition: Definition, figures: readonly ReadFigure[], method: SmallNumberMethod): Protection {
  const counted = figures.flatMap((figure) => heldOf(definition, figure))
  const total = counted.find(({ figure }) => figure.cell.dimension === '' && figure.cell.area === null)
  const parts = counted.filter((one) => one !== total)
  const problem = splitProblem(definition, total, parts)
  if (problem) return { ok: false, problem }
  const shown = new Map<ReadFigure, ReadFigure>()
  for (const [figure, made] of isRate(definition) ? ratesOf(definition, counted, method) : countsOf(total, parts, method))
    shown.set(figure, made)
  return { ok: true, figures: figures.map((figure) => shown.get(figure) ?? figure), held: counted }
}

function isRate({ kind }: Definition): boolean {
  return kind === 'rate' || kind === 'ratio'
}

function heldOf(definition: Definition, figure: ReadFigure): readonly HeldCount[] {
  if (figure.value === null) return []
  if (!isRate(definition)) return [{ figure, numerator: figure.value.n * figure.value.s, denominator: null }]
  return figure.numerator === null || figure.denominator === null
    ? []
    : [{ figure, numerator: figure.numerator.n * figure.numerator.s, denominator: figure.denominator.n * figure.denominator.s }]
}

function splitProblem(definition: Definition, total: HeldCount | undefined, parts: readonly HeldCount[]): ProtectProblem | undefined {
  if (parts.length === 0) return undefined
  const dimensions = new Set(parts.map(({ figure }) => `${figure.cell.dimension}|${figure.cell.area === null ? '' : 'area'}`))
  const [first] = parts
  if (dimensions.size > 1 || first === undefined || (first.figure.cell.area !== null && first.figure.cell.dimension !== ''))
    return 'one-split-only'
  const categories = definition.breakdowns.find(({ dimension }) => dimension === first.figure.cell.dimension)?.categories
  if (categories && parts.length < categories.length) return 'split-incomplete'
  const sum = (pick: (one: HeldCount) => bigint) => parts.reduce((all, one) => all + pick(one), 0n)
  const differs =
    total &&
    (sum(({ numerator }) => numerator) !== total.numerator || sum(({ denominator }) => denominator ?? 0n) !== (total.denominator ?? 0n))
  return differs ? 'sum-disagrees' : undefined
}

type Made = readonly (readonly [ReadFigure, ReadFigure])[]

/** Plain counts: the parts are the columns of one row, the whole is its total. */
function countsOf(total: HeldCount | undefined, parts: readonly HeldCount[], method: SmallNumberMethod): Made {
  const cells = parts.length > 0 ? parts : total ? [total] : []
  if (cells.length === 0) return []
  const columns = cells.map((_, index) => String(index))
  const safe = protectTable({ rows: ['all'], columns, counts: [cells.map(({ numerator }) => Number(numerator))] }, method)
  const made = cells.map(({ figure }, index) => [figure, shownCount(figure, safe.cells[0]?.[index])] as const)
  return parts.length > 0 && total ? [...made, [total.figure, shownCount(total.figure, safe.total)]] : made
}

/** Rates: every part is a row of those with and those without. */
function ratesOf(definition: Definition, counted: readonly HeldCount[], method: SmallNumberMethod): Made {
  const parts = counted.filter(({ figure }) => figure.cell.dimension !== '' || figure.cell.area !== null)
  const rows = parts.length > 0 ? parts : counted
  if (rows.length === 0) return []
  const counts = rows.map(({ numerator, denominator }) => [Number(numerator), Number((denominator ?? numerator) - numerator)])
  const safe = protectTable({ rows: rows.map((_, index) => String(index)), columns: ['with', 'without'], counts }, method)
  const made = rows.map(({ figure }, index) => {
    const [withIt, without] = safe.cells[index] ?? []
    return [figure, shownRate(definition, figure, withIt, without)] as const
  })
  const total = counted.find((one) => parts.length > 0 && !parts.includes(one))
  return total ? [...made, [total.figure, shownRate(definition, total.figure, safe.columnTotals[0], safe.columnTotals[1])]] : made
}

function hidden(figure: ReadFigure): ReadFigure {
  return { ...figure, status: 'suppressed', value: null, numerator: null, denominator: null, limits: null }
}

function shownCount(figure: ReadFigure, cell: ShownCell | undefined): ReadFigure {
  if (cell?.state !== 'shown') return hidden(figure)
  return { ...figure, value: whole(cell.count), numerator: null, denominator: null, limits: null }
}

function shownRate(definition: Definition, figure: ReadFigure, withIt: ShownCell | undefined, without: ShownCell | undefined): ReadFigure {
  if (withIt?.state !== 'shown' || without?.state !== 'shown') return hidden(figure)
  const denominator = whole(withIt.count + without.count)
  if (denominator.equals(0)) return hidden(figure)
  const numerator = whole(withIt.count)
  return { ...figure, value: numerator.div(denominator).mul(whole(definition.scale)), numerator, denominator, limits: null }
}

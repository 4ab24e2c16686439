import { whole } from './exact.ts'
import type { ReadFigure } from './figure.ts'
import type { Definition } from './measure.ts'
import { protectTable, type ShownCell, type SmallNumberMethod } from './small-numbers.ts'

/**
 * Why the counts of one period cannot be protected together: a part of a split is missing, parts come without the whole, a part is split twice, or the parts and the whole
 * disagree.
 */
export type ProtectProblem = 'split-incomplete' | 'whole-missing' | 'one-split-only' | 'sum-disagrees'

/** How much of a figure that was given comes out. `hidden`: it stands as suppressed; `held-back`: nothing new of its period comes out. */
export type FigureShown = 'shown' | 'hidden' | 'held-back'

/** A true count as it stays with those who give it. */
export interface HeldCount {
  readonly figure: ReadFigure
  readonly numerator: bigint
  /** Null for a plain count. */
  readonly denominator: bigint | null
}

/** A true count as what is solved takes it: one count, or those with and those without. */
export function countsOfHeld({ numerator, denominator }: Pick<HeldCount, 'numerator' | 'denominator'>): readonly number[] {
  return denominator === null ? [Number(numerator)] : [Number(numerator), Number(denominator - numerator)]
}

/** What may be stored for others of one period, in the order in which it came, and the true counts behind it. */
export type Protection =
  | { readonly ok: true; readonly figures: readonly ReadFigure[]; readonly held: readonly HeldCount[] }
  | { readonly ok: false; readonly problem: ProtectProblem }

/** The parts of the whole by one way of splitting it. */
type Split = readonly [HeldCount, ...HeldCount[]]

/**
 * Protects the counts of one period of one measure, once, before anything is stored for others (I6): small ones are hidden, with as many more as it takes,
 * and the rest is rounded. A rate shows what its rounded counts give, and hides with either of them. A split must come whole and with its total, or what is
 * missing could be worked out from the rest. Splits by area and by parts of the people share nothing but their total: where one of them has to hide that,
 * the parts of all others are hidden, because they would give it away. What has no count passes as it is.
 */
export function protectPeriod(definition: Definition, figures: readonly ReadFigure[], method: SmallNumberMethod): Protection {
  const counted = figures.flatMap((figure) => heldOf(definition, figure))
  const total = counted.find(({ figure }) => isWholeCell(figure))
  const splits = splitsOf(counted)
  for (const split of splits) {
    const problem = splitProblem(definition, total, split)
    if (problem) return { ok: false, problem }
  }
  const shown = new Map<ReadFigure, ReadFigure>()
  const protect = (sum: HeldCount | undefined, parts: readonly HeldCount[]): Made =>
    isRate(definition) ? ratesOf(definition, sum, parts, method) : countsOf(sum, parts, method)
  const tables = splits.map((split) => protect(addsUp(definition, split) ? total : undefined, split))
  const alone = total && !splits.some((split) => addsUp(definition, split)) ? protect(total, []) : []
  for (const [figure, made] of [...tables.flat(), ...alone]) {
    // A total that one of its tables hides is hidden.
    if (shown.get(figure)?.status !== 'suppressed') shown.set(figure, made)
  }
  const keeps = tables.findIndex((made) => made.some(([figure, one]) => figure === total?.figure && one.status === 'suppressed'))
  if (keeps >= 0) for (const { figure } of splits.filter((_, at) => at !== keeps).flat()) shown.set(figure, hidden(figure))
  return { ok: true, figures: figures.map((figure) => shown.get(figure) ?? figure), held: counted }
}

function isWholeCell({ cell }: ReadFigure): boolean {
  return cell.dimension === '' && cell.area === null
}

function splitsOf(counted: readonly HeldCount[]): readonly Split[] {
  const parts = counted.filter(({ figure }) => !isWholeCell(figure))
  return [...Map.groupBy(parts, ({ figure: { cell } }) => `${cell.dimension}|${cell.area === null ? '' : 'area'}`).values()].flatMap(
    ([first, ...more]) => (first ? [[first, ...more] as const] : []),
  )
}

/** Whether the parts of a split make the whole: areas where people may be counted in several do not. */
function addsUp({ overAreas }: Definition, [first]: Split): boolean {
  return first.figure.cell.area === null || overAreas !== 'none'
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

function splitProblem(definition: Definition, total: HeldCount | undefined, parts: Split): ProtectProblem | undefined {
  const { cell } = parts[0].figure
  if (cell.area !== null && cell.dimension !== '') return 'one-split-only'
  const categories = definition.breakdowns.find(({ dimension }) => dimension === cell.dimension)?.categories ?? []
  if (parts.length < (cell.area === null ? categories : definition.areas).length) return 'split-incomplete'
  if (total === undefined) return 'whole-missing'
  if (!addsUp(definition, parts)) return undefined
  const sum = (pick: (one: HeldCount) => bigint) => parts.reduce((all, one) => all + pick(one), 0n)
  const differs =
    sum(({ numerator }) => numerator) !== total.numerator || sum(({ denominator }) => denominator ?? 0n) !== (total.denominator ?? 0n)
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
function ratesOf(definition: Definition, total: HeldCount | undefined, parts: readonly HeldCount[], method: SmallNumberMethod): Made {
  const rows = parts.length > 0 ? parts : total ? [total] : []
  if (rows.length === 0) return []
  const counts = rows.map(({ numerator, denominator }) => [Number(numerator), Number((denominator ?? numerator) - numerator)])
  const safe = protectTable({ rows: rows.map((_, index) => String(index)), columns: ['with', 'without'], counts }, method)
  const made = rows.map(({ figure }, index) => {
    const [withIt, without] = safe.cells[index] ?? []
    return [figure, shownRate(definition, figure, withIt, without)] as const
  })
  if (parts.length === 0 || total === undefined) return made
  return [...made, [total.figure, shownRate(definition, total.figure, safe.columnTotals[0], safe.columnTotals[1])]]
}

/** A figure with the mark in place of its number. */
export function hidden(figure: ReadFigure): ReadFigure {
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

import { type Exact, exactOf, printed, whole } from './exact.ts'
import { type Cell, cellKey, type Definition, hasValue, type Observation, type Status } from './measure.ts'
import type { Period } from './period.ts'

/** A figure as somebody gives it, before it is judged: numbers as they were typed, '' for nothing. */
export interface GivenFigure {
  readonly period: Period
  readonly cell: Cell
  readonly status: Status
  readonly value: string
  readonly numerator: string
  readonly denominator: string
  readonly lower: string
  readonly upper: string
  readonly quality: string
  readonly source: string
}

/** A figure that can be stored. */
export interface ReadFigure {
  readonly period: Period
  readonly cell: Cell
  readonly status: Status
  readonly value: Exact | null
  readonly words: string
  readonly numerator: Exact | null
  readonly denominator: Exact | null
  readonly limits: { readonly lower: Exact; readonly upper: Exact } | null
  readonly quality: string
  readonly source: string
}

/** Which part of a given figure a problem is about. */
export type FigurePart = 'status' | 'value' | 'numerator' | 'denominator' | 'lower' | 'upper' | 'period' | 'cell' | 'area'

/** Why a figure cannot be stored, or (`asked`) must be confirmed first. */
export interface FigureProblem {
  readonly part: FigurePart
  readonly code:
    | 'value-missing'
    | 'value-with-state'
    | 'number-expected'
    | 'number-formula-error'
    | 'number-too-large'
    | 'parts-needed'
    | 'denominator-zero'
    | 'parts-disagree'
    | 'limits-incomplete'
    | 'limits-backward'
    | 'period-not-over'
    | 'period-not-whole'
    | 'period-other-frequency'
    | 'measure-not-yet-defined'
    | 'counted-from-record'
    | 'breakdown-unknown'
    | 'area-not-split'
    | 'area-with-part'
    | 'count-expected'
    | 'implausible'
    | 'share-or-percent'
  /** True where it is only asked about: nothing is wrong with it by itself. */
  readonly asked: boolean
  readonly details?: Readonly<Record<string, string>>
}

const FORMULA_ERROR = /^#(DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!|GETTING_DATA)$/i
const LARGEST = whole(10n ** 18n)

/**
 * Reads a number as people type it: '1,234', '32%', ' 7 ', '7.0000000000000007E-2' (what a spreadsheet makes of 0.07: the floating noise beyond 15 digits goes).
 * Null where there is none, or a code where it cannot be one.
 */
export function readNumber(
  typed: string,
): { readonly number: Exact | null } | { readonly code: 'number-expected' | 'number-formula-error' | 'number-too-large' } {
  const text = typed.trim().replaceAll(/[\u00a0\u2009\u202f]/g, ' ')
  if (text === '') return { number: null }
  if (FORMULA_ERROR.test(text)) return { code: 'number-formula-error' }
  const plain = text
    .replace(/ ?%$/, '')
    .replace(/^\u2212/, '-')
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
  const exact = exactOf(withoutNoise(plain))
  if (exact === null) return { code: 'number-expected' }
  return exact.abs().gte(LARGEST) ? { code: 'number-too-large' } : { number: exact }
}

/** A spreadsheet keeps 15 digits; what stands behind them is the noise of its arithmetic. */
function withoutNoise(text: string): string {
  const digits = text
    .replace(/[eE].*$/, '')
    .replaceAll(/\D/g, '')
    .replace(/^0+/, '')
  if (digits.length < 16 || !/[.eE]/.test(text)) return text
  const rounded = Number(text)
  return Number.isFinite(rounded) ? rounded.toPrecision(15) : text
}

/** Judges a figure by the definition of its period: what is wrong with it, and what is only asked about; with the figure where it can be read. */
export function readFigure(
  given: GivenFigure,
  definition: Definition,
  today: Temporal.PlainDate,
): { readonly figure: ReadFigure | null; readonly problems: readonly FigureProblem[] } {
  const problems: FigureProblem[] = [...placeProblems(given, definition, today)]
  const wrong = (part: FigurePart, code: FigureProblem['code'], details?: FigureProblem['details']) =>
    problems.push({ part, code, asked: false, ...(details ? { details } : {}) })
  const { period, cell, status, quality, source } = given
  const bare = { period, cell, status, quality, source }
  const nothing = { value: null, words: '', numerator: null, denominator: null, limits: null }
  if (!hasValue(status)) {
    const typed = (['value', 'numerator', 'denominator', 'lower', 'upper'] as const).find((part) => given[part].trim() !== '')
    if (typed !== undefined) wrong(typed, 'value-with-state', { value: given[typed].trim() })
    return { figure: problems.length === 0 ? { ...bare, ...nothing } : null, problems }
  }
  if (definition.kind === 'text') {
    if (given.value.trim() === '') wrong('value', 'value-missing')
    return { figure: problems.length === 0 ? { ...bare, ...nothing, words: given.value.trim() } : null, problems }
  }
  const read = (part: 'value' | 'numerator' | 'denominator' | 'lower' | 'upper'): Exact | null => {
    const outcome = readNumber(given[part])
    if ('number' in outcome) return outcome.number
    wrong(part, outcome.code, { value: given[part].trim() })
    return null
  }
  const [typed, numerator, denominator, lower, upper] = [
    read('value'),
    read('numerator'),
    read('denominator'),
    read('lower'),
    read('upper'),
  ]
  if (problems.some(({ asked }) => !asked)) return { figure: null, problems }
  const value = typed ?? madeOf(numerator, denominator, definition)
  if (value === null) wrong('value', denominator?.equals(0) ? 'denominator-zero' : 'value-missing')
  if ((lower === null) !== (upper === null)) wrong(lower === null ? 'lower' : 'upper', 'limits-incomplete')
  if (lower !== null && upper?.lt(lower)) wrong('upper', 'limits-backward')
  const made = madeOf(numerator, denominator, definition)
  if (typed !== null && made !== null && !agree(typed, made)) wrong('value', 'parts-disagree', { value: given.value.trim() })
  if (definition.suppression === 'small-counts') problems.push(...countProblems(definition, value, numerator, denominator))
  if (value !== null) problems.push(...questions(value, given.value, definition))
  const refused = problems.some(({ asked }) => !asked)
  const limits = lower === null || upper === null ? null : { lower, upper }
  return { figure: refused || value === null ? null : { ...bare, value, words: '', numerator, denominator, limits }, problems }
}

function placeProblems({ period, cell, status }: GivenFigure, definition: Definition, today: Temporal.PlainDate): readonly FigureProblem[] {
  const found: FigureProblem[] = []
  if (definition.countedBy !== '') found.push({ part: 'period', code: 'counted-from-record', asked: false })
  if (definition.frequency !== period.type) found.push({ part: 'period', code: 'period-other-frequency', asked: false })
  if (hasValue(status) && status !== 'estimated' && Temporal.PlainDate.compare(period.endsOn, today) > 0) {
    found.push({ part: 'period', code: 'period-not-over', asked: false })
  }
  const split = definition.breakdowns.find(({ dimension }) => dimension === cell.dimension)
  if (cell.dimension !== '' && !split?.categories.includes(cell.category)) {
    found.push({ part: 'cell', code: 'breakdown-unknown', asked: false, details: { value: `${cell.dimension}: ${cell.category}` } })
  }
  if (cell.area !== null && cell.dimension !== '') found.push({ part: 'cell', code: 'area-with-part', asked: false })
  else if (cell.area !== null && !definition.areas.some(({ id }) => id === cell.area)) {
    found.push({ part: 'area', code: 'area-not-split', asked: false })
  }
  return found
}

/** A rate or ratio from its parts; null where a part is not given, the denominator is 0, or the measure is no rate. */
function madeOf(numerator: Exact | null, denominator: Exact | null, { kind, scale }: Definition): Exact | null {
  if (kind !== 'rate' && kind !== 'ratio') return null
  if (numerator === null || denominator === null || denominator.equals(0)) return null
  return numerator.div(denominator).mul(whole(scale))
}

/** A published rate is rounded: it agrees with its parts when they differ by no more than one hundredth of it, or 0.05. */
function agree(typed: Exact, made: Exact): boolean {
  const apart = typed.sub(made).abs()
  return apart.lte(made.abs().div(whole(100))) || apart.mul(whole(20)).lte(whole(1))
}

function countProblems(
  definition: Definition,
  value: Exact | null,
  numerator: Exact | null,
  denominator: Exact | null,
): readonly FigureProblem[] {
  const isCount = (figure: Exact | null): boolean => figure !== null && figure.d === 1n && figure.gte(0)
  if (definition.kind === 'rate' || definition.kind === 'ratio') {
    const fine = isCount(numerator) && isCount(denominator) && numerator?.lte(denominator ?? numerator)
    return fine ? [] : [{ part: numerator === null ? 'numerator' : 'denominator', code: 'parts-needed', asked: false }]
  }
  return value === null || isCount(value) ? [] : [{ part: 'value', code: 'count-expected', asked: false }]
}

/** What is asked about a number, and never refused: outside what is plausible; a percentage that looks like a share. */
function questions(value: Exact, typed: string, { plausibleFrom, plausibleTo, unit }: Definition): readonly FigureProblem[] {
  const details = { value: typed.trim() }
  if (unit === '%' && value.gt(0) && value.lt(1) && !typed.includes('%') && typed.trim() !== '') {
    return [{ part: 'value', code: 'share-or-percent', asked: true, details }]
  }
  const outside = (plausibleFrom !== null && value.lt(plausibleFrom)) || (plausibleTo !== null && value.gt(plausibleTo))
  return outside ? [{ part: 'value', code: 'implausible', asked: true, details }] : []
}

/** What storing a figure would do to what is there: nothing, a first figure, or a revision of it. */
export type FigureEffect =
  | { readonly kind: 'unchanged'; readonly before: Observation }
  | { readonly kind: 'new' }
  | { readonly kind: 'revised'; readonly before: Observation }

/** Decimals to which a figure is kept: a rate of a third is kept with both of its parts, and its value to these. */
export const DECIMALS_KEPT = 12

const same = (one: Exact | null, other: Exact | null): boolean =>
  one === null || other === null ? one === other : printed(one, DECIMALS_KEPT) === printed(other, DECIMALS_KEPT)

/** Compares a figure with the revision that holds. @param current - the latest of its measure, period and cell; undefined: there is none */
export function effectOf(figure: ReadFigure, current: Observation | undefined): FigureEffect {
  if (current === undefined) return { kind: 'new' }
  const equal =
    figure.status === current.status &&
    same(figure.value, current.value) &&
    figure.words === current.words &&
    same(figure.numerator, current.numerator) &&
    same(figure.denominator, current.denominator) &&
    same(figure.limits?.lower ?? null, current.limits?.lower ?? null) &&
    same(figure.limits?.upper ?? null, current.limits?.upper ?? null) &&
    (figure.quality === '' || figure.quality === current.quality) &&
    (figure.source === '' || figure.source === current.source)
  return equal ? { kind: 'unchanged', before: current } : { kind: 'revised', before: current }
}

/** A key for one figure of one measure and period, for finding two that are the same. */
export function figureKey(measure: string, { period, cell }: Pick<GivenFigure, 'period' | 'cell'>): string {
  return `${measure} ${period.startsOn} ${period.endsOn} ${cellKey(cell)}`
}

import { decimalsApart, drawn, type Exact, printed } from '../rules/exact.ts'
import { printedFigure } from '../rules/judge.ts'
import { areaName, type Definition, type SetTarget, type Status } from '../rules/measure.ts'
import type { Period } from '../rules/period.ts'
import { periodWords } from '../rules/period.ts'
import type { FigureShown } from '../rules/protect.ts'
import type { Edges, Known } from '../rules/rag.ts'
import type { ReadPoint } from '../rules/reading.ts'
import type { FilledRow } from '../rules/sheet.ts'
import type { Target, TargetAnswer } from '../rules/target.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A period in few characters, for an axis: 'Jan 14', 'Q1 14-15', '2014-15'. */
export function periodTick(period: Period): string {
  const { type, startsOn, endsOn } = period
  if (type === 'month') return `${MONTHS[startsOn.month - 1]} ${String(startsOn.year).slice(2)}`
  if (type === 'quarter') return periodWords(period).replace(/ \d\d(\d\d)-/, ' $1-')
  return type === 'other' ? `${startsOn.year}-${String(endsOn.subtract({ days: 1 }).year).slice(2)}` : periodWords(period)
}

/** What stands in the place of a figure. */
export const stateWords: Readonly<Record<Exclude<Known['state'], 'value'>, string>> = {
  missing: 'Missing',
  'not-due': 'Not due yet',
  suppressed: 'Suppressed',
  'not-yet-available': 'Not yet available',
  'not-applicable': 'Not applicable',
  stale: 'Out of date',
}

/** The official marks for what stands in the place of a figure: one or two characters. */
export const stateMarks: Readonly<Record<Exclude<Known['state'], 'value'>, string>> = {
  missing: 'x',
  'not-due': '..',
  suppressed: 'c',
  'not-yet-available': '..',
  'not-applicable': 'z',
  stale: 'x',
}

/** How sure a figure is, where that needs saying; '' for one that stands. */
export const statusNotes: Readonly<Record<Status, string>> = {
  observed: '',
  final: 'Final',
  provisional: 'Provisional',
  estimated: 'Estimated',
  'not-yet-available': 'Not yet available',
  missing: 'Missing',
  suppressed: 'Suppressed',
  'not-applicable': 'Not applicable',
  'not-due': 'Not due yet',
}

/** As many decimals as it takes to see on which side of every edge a figure lies: 59.96 beside 60, not 60.0. */
export function decimalsBeside(value: Exact, edges: readonly Exact[], wished: number): number {
  return edges.reduce((most, edge) => Math.max(most, decimalsApart(value, edge, wished)), wished)
}

function edgesOf(edges: Edges | null): readonly Exact[] {
  return edges === null ? [] : [...edges.green, ...edges.amber]
}

/** A point's figure as it is printed, or the words in its place; enough decimals that its verdict can be seen. */
export function figureWords({ known, observation, judged }: Pick<ReadPoint, 'known' | 'observation' | 'judged'>): string {
  const { definition, rag } = judged
  if (known.state === 'value') {
    const decimals = decimalsBeside(known.value, edgesOf(rag.edges), definition.decimals)
    return printedFigure(known.value, { ...definition, decimals })
  }
  return observation?.words ? observation.words : stateWords[known.state]
}

/** A target's value or band as printed. */
export function targetFigure(target: Target, definition: Pick<Definition, 'decimals' | 'unit'>): string {
  const print = (value: Exact): string =>
    printedFigure(value, { ...definition, decimals: Math.max(definition.decimals, decimalsNeeded(value)) })
  return target.kind === 'band' ? `${print(target.from)} to ${print(target.to)}` : print(target.value)
}

/** Up to four decimals, as many as a figure has: 277.5 stays 277.5 where counts are printed whole. */
function decimalsNeeded(value: Exact): number {
  const digits = printed(value, 4).split('.')[1] ?? ''
  return digits.length
}

/** What is aimed at in words: its value, or the words of its author with what it waits for. */
export function targetWords(
  target: SetTarget | null,
  asked: TargetAnswer | null,
  definition: Pick<Definition, 'decimals' | 'unit'>,
): string {
  if (target === null) return 'No target'
  if (asked === null) return `${target.words} (nothing asked yet)`
  if (asked.state === 'set') return targetFigure(asked.target, definition)
  return `${target.words}, ${asked.because === 'no-baseline' ? 'pending' : 'of a baseline of 0'}`
}

/** A number of an axis: no more decimals than it needs. */
export function tickWords(value: number, { unit }: Pick<Definition, 'unit'>): string {
  const digits = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6 }).format(value)
  return unit === '%' ? `${digits}%` : digits
}

/** The floating number nearest to a figure, for drawing only. */
export function drawnOf(value: Exact | null): number | null {
  return value === null ? null : drawn(value)
}

/** Why figures that were given are not shown, and what to do about it. @param periods - of which something is held back, the latest first; never empty */
export function heldBackWords(periods: readonly Period[]): string {
  const [latest, ...more] = periods.map(periodWords)
  const which = more.length === 0 ? `${latest}` : `${latest} and ${more.length === 1 ? more[0] : `${more.length} earlier periods`}`
  return (
    `New figures of ${which} are held back. Whoever subtracts published figures from each other could work out a small number from them. ` +
    'To publish more, give a longer period as one figure, or give them again when more has been counted.'
  )
}

/** Which figures of a sheet would not come out, before they are stored: 'Ashmere is hidden. Brackenshire is held back with its period.'; '' where all do. */
export function hiddenInWords(filled: readonly FilledRow[], shown: readonly FigureShown[]): string {
  const named = (how: FigureShown): readonly string[] =>
    filled.flatMap(({ row: { definition, cell } }, at) => {
      if (shown[at] !== how) return []
      return [cell.area !== null ? areaName(definition, cell) : cell.category === '' ? `${definition.title} as a whole` : cell.category]
    })
  const [hidden, back] = [named('hidden'), named('held-back')]
  return [
    ...(hidden.length > 0
      ? [`Others would not be shown the figure of ${listed(hidden)}, because it is small or a small one could be worked out from it.`]
      : []),
    ...(back.length > 0 ? [`Nothing new of the period would be shown: ${listed(back)}, because hiding single figures is not enough.`] : []),
  ].join(' ')
}

const listed = (names: readonly string[]): string =>
  names.length > 6 ? `${names.slice(0, 6).join(', ')} and ${names.length - 6} more` : new Intl.ListFormat('en-GB').format(names)

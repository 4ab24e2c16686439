import { oneWayWords } from '#plans/public.ts'
import { type Exact, printed } from '../rules/exact.ts'
import { printedFigure } from '../rules/judge.ts'
import type { Definition, SetTarget } from '../rules/measure.ts'
import type { NextGreen } from '../rules/outlook.ts'
import { periodWords } from '../rules/period.ts'
import type { Colour, Edges, Tolerance } from '../rules/rag.ts'
import type { ReadPoint } from '../rules/reading.ts'
import type { Polarity } from '../rules/target.ts'
import { decimalsBeside, figureWords, targetFigure, targetWords } from './figures.ts'
import { colourNames, ruleMeans, verdictWords } from './verdict.ts'

/** The polarity as people say it. */
export const polarityWords: Readonly<Record<Polarity, string>> = {
  higher: 'Higher is better',
  lower: 'Lower is better',
  band: 'Best within a band',
  none: 'Neither way is better',
}

/** Why a figure has the colour it has, or none: everything that its verdict rests on, as pairs of label and words. */
export interface Why {
  /** 'Why is it amber?' */
  readonly question: string
  readonly facts: readonly (readonly [label: string, value: string])[]
}

function exactly(value: Exact, { unit }: Pick<Definition, 'unit'>): string {
  return printedFigure(value, { unit, decimals: 12 })
}

/** A tolerance in words: '5% of the target', '10 points', 'down to 70%'. */
export function toleranceWords(tolerance: Tolerance | null, definition: Pick<Definition, 'unit'>): string {
  if (tolerance === null) return 'None: there is no amber'
  if (tolerance.kind === 'share') return `${printed(tolerance.percent, 6)}% of the target`
  if (tolerance.kind === 'edge') return `up to ${exactly(tolerance.edge, definition)}`
  return definition.unit === '%' ? `${printed(tolerance.amount, 6)} points` : exactly(tolerance.amount, definition)
}

/** Where each colour begins: 'Green from 80, amber from 72, red below.' */
export function edgeWords(polarity: Polarity, edges: Edges | null, definition: Pick<Definition, 'unit'>): string {
  if (edges === null) return 'There are no colours.'
  const [green, greenTo = green] = edges.green.map((edge) => exactly(edge, definition))
  const [amber, amberTo = amber] = edges.amber.map((edge) => exactly(edge, definition))
  const narrow = green === amber && greenTo === amberTo
  if (polarity === 'band')
    return `Green from ${green} to ${greenTo}, ${narrow ? '' : `amber from ${amber} to ${amberTo}, `}red outside; the ends belong to the better colour.`
  const [at, beyond] = polarity === 'higher' ? ['or more', 'below'] : ['or less', 'above']
  return `Green at ${green} ${at}, ${narrow ? '' : `amber at ${amber} ${at}, `}red ${beyond} ${narrow ? green : amber}.`
}

function roundingWords({ known, judged }: ReadPoint): string {
  if (known.state !== 'value') return 'There is no figure to round.'
  const { definition, rag } = judged
  const edges = rag.edges === null ? [] : [...rag.edges.green, ...rag.edges.amber]
  const shown = decimalsBeside(known.value, edges, definition.decimals)
  const plain = printedFigure(known.value, definition)
  const judgedAs = `The figure is judged as it is (${exactly(known.value, definition)}), never rounded.`
  return shown > definition.decimals ? `${judgedAs} Rounded it would print as ${plain}, so it is shown more exactly.` : judgedAs
}

/** What a colour means as its board wrote it; where that fits the other direction only, it says so (P4): ‘below target’ is no fault where less is better. */
function meansWords(colour: Colour, target: SetTarget | null, { polarity }: Definition): string {
  const written = target?.means[colour] ?? ''
  if (written === '') return ruleMeans[colour]
  const words = oneWayWords(written)
  if (words === undefined || polarity === 'none') return written
  const isBelow = /below|under|less|lower/.test(words)
  const isWrong = polarity !== 'band' && (polarity === 'lower') === (isBelow === (colour !== 'green'))
  if (polarity === 'band' && colour !== 'green')
    return `${written}. So it was written; here it is as bad to be on the other side of the band.`
  const better = polarity === 'lower' ? 'lower' : 'higher'
  return isWrong
    ? `${written}. So it was written, and it is wrong as worded for a measure of which ${better} is better: it is the other side that is meant.`
    : written
}

/** What would turn a measure green in the next period. */
export function nextWords(next: NextGreen | null, definition: Definition): string {
  if (next === null) return 'Periods of this measure do not follow each other, so no next one is foreseen.'
  const period = periodWords(next.period)
  if (next.needs === null) return `No target is set for ${period} that could be met.`
  const { target } = next.needs
  const figure = targetFigure(target, definition)
  if (target.kind === 'band') return `A figure from ${figure} in ${period}.`
  return `${figure} ${definition.polarity === 'higher' ? 'or more' : 'or less'} in ${period}.`
}

/** Everything a verdict rests on (I3): value, target, rule, edges, rounding, polarity, who set it, and what would turn it green. */
export function whyWords(point: ReadPoint, next: NextGreen | null): Why {
  const { judged, period } = point
  const { rag, target, definition, asked } = judged
  const verdict = verdictWords(rag, target)
  const question = rag.colour === null ? `Why is it “${verdict.word}”?` : `Why is it ${colourNames[rag.colour].toLowerCase()}?`
  const facts: [string, string][] = [
    ['Figure', `${figureWords(point)} in ${periodWords(period)}`],
    ['Target', target === null ? 'No target is set for this period.' : targetSentence(target, targetWords(target, asked, definition))],
  ]
  if (rag.colour !== null) facts.push([`${colourNames[rag.colour]} means`, meansWords(rag.colour, target, definition)])
  if (target !== null) {
    facts.push(['Tolerance', toleranceWords(target.tolerance, definition)])
    facts.push(['Where colours begin', edgeWords(definition.polarity, rag.edges, definition)])
  }
  facts.push(['Rounding', roundingWords(point)], ['Which way is better', polarityWords[definition.polarity]])
  if (target !== null) facts.push(['Set by', `${target.setBy}${target.source === '' ? '' : `: ${target.source}`}`])
  if (definition.polarity !== 'none') facts.push(['What would turn it green', nextWords(next, definition)])
  return { question, facts }
}

function targetSentence(target: SetTarget, figure: string): string {
  const from = target.baseline === null ? '' : `, from ${periodWords(target.baseline.period)}`
  return target.words === figure ? figure : figure.startsWith(target.words) ? figure : `${figure} (“${target.words}”${from})`
}

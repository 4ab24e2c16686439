import type { PointMark } from '#platform/web/charts/marks.tsx'
import type { StatusMeaning } from '#platform/web/components/status-pill.tsx'
import { directionOf, type Way } from '../rules/direction.ts'
import { drawn, printed } from '../rules/exact.ts'
import type { Commentary, Measure } from '../rules/measure.ts'
import { periodWords } from '../rules/period.ts'
import type { Colour } from '../rules/rag.ts'
import { numberOf, type Reading } from '../rules/reading.ts'
import { lastRolled, longerThan } from '../rules/rolled.ts'
import { drawnOf, figureWords, periodTick, statusNotes, targetWords } from './figures.ts'
import { rolledLine } from './rolled.ts'
import { colourLetters, directionWords, verdictWords } from './verdict.ts'

/** The verdict of one period, for a cell of a heat map. */
export interface ScorecardCell {
  readonly tick: string
  readonly letter: string
  readonly words: string
  readonly kind: 'green' | 'amber' | 'red' | 'none' | 'hidden'
}

/**
 * One measure of a scorecard in words, with nothing left to decide: the page, the report, the PDF, the spreadsheet and the CSV print these and no others.
 * It is kept as it is when a scorecard is frozen, so what stands here may grow but never change its meaning.
 */
export interface ScorecardRow {
  readonly measure: string
  readonly reference: string
  readonly title: string
  /** Number of the definition. */
  readonly definition: number
  readonly period: string
  readonly figure: string
  /** The figure without its unit, exact to twelve decimals, for reckoning; '' where there is none. */
  readonly number: string
  readonly unit: string
  /** 'Provisional', 'Suppressed'; '' for a figure that stands. */
  readonly standing: string
  readonly target: string
  readonly direction: { readonly word: string; readonly sentence: string; readonly way: Way | null; readonly mark: PointMark }
  readonly verdict: { readonly colour: Colour | null; readonly word: string; readonly meaning: StatusMeaning }
  /** Note on data quality; '' for none. */
  readonly quality: string
  /** What its owner says of the period; '' where nothing is said. */
  readonly commentary: string
  /** The last periods as a run, and its words; a hidden figure is a gap. */
  readonly run: {
    readonly words: string
    readonly values: readonly (number | null)[]
    readonly target: number | null
    readonly range: readonly [lower: number, upper: number] | null
  }
  /** The last quarter and year made of shorter periods, a line each; absent in scorecards frozen before these were shown. */
  readonly longer?: readonly string[]
  /** The verdicts of the last periods, the latest last. */
  readonly history: readonly ScorecardCell[]
}

const RUN = 24
const HISTORY = 6

/** Makes the row of a measure out of its reading. */
export function scorecardRow(
  measure: Pick<Measure, 'id' | 'reference'>,
  reading: Reading,
  commentaries: readonly Commentary[],
): ScorecardRow {
  const { now, definition } = reading
  const value = now === null ? null : numberOf(now)
  const verdict = now === null ? ({ word: 'No figure yet', meaning: 'unknown' } as const) : verdictWords(now.judged.rag, now.judged.target)
  const said =
    now === null
      ? undefined
      : commentaries.findLast((one) => one.startsOn.equals(now.period.startsOn) && one.endsOn.equals(now.period.endsOn))
  return {
    ...{ measure: measure.id, reference: measure.reference, title: definition.title, definition: definition.number, unit: definition.unit },
    period: now === null ? '' : periodWords(now.period),
    figure: now === null ? 'No figure yet' : figureWords(now),
    number: value === null ? '' : printed(value, 12),
    standing: now?.observation ? statusNotes[now.observation.status] : '',
    target: now === null ? '' : targetWords(now.judged.target, now.judged.asked, now.judged.definition),
    direction: directionWords(directionOf(reading)),
    verdict: { colour: now?.judged.rag.colour ?? null, ...verdict },
    quality: now?.observation?.quality ?? '',
    commentary: said?.words ?? '',
    run: runOf(reading),
    longer: longerThan(definition.frequency).flatMap((type) => {
      const made = lastRolled(reading.points, type)
      return made === null ? [] : [rolledLine(made, definition)]
    }),
    history: reading.points.slice(-HISTORY).map((point) => {
      const { colour } = point.judged.rag
      const { word } = verdictWords(point.judged.rag, point.judged.target)
      const hidden = point.known.state === 'suppressed'
      const [letter, kind] =
        colour === null ? ([hidden ? 'c' : '–', hidden ? 'hidden' : 'none'] as const) : ([colourLetters[colour], colour] as const)
      return { tick: periodTick(point.period), letter, words: `${periodWords(point.period)}: ${word}`, kind }
    }),
  }
}

function runOf(reading: Reading): ScorecardRow['run'] {
  const points = reading.points.slice(-RUN)
  const known = points.filter((point) => numberOf(point) !== null)
  const [first, last] = [known[0], known.at(-1)]
  const asked = reading.now?.judged.asked
  const limits = reading.chart === 'process' ? (reading.sections?.at(-1)?.limits ?? null) : null
  return {
    words:
      first === undefined || last === undefined
        ? 'No figure to draw'
        : `${known.length === 1 ? figureWords(last) : `From ${figureWords(first)} to ${figureWords(last)}`}, ${periodWords(first.period)} to ${periodWords(last.period)}`,
    values: points.map((point) => drawnOf(numberOf(point))),
    target: asked?.state === 'set' && asked.target.kind === 'value' ? drawn(asked.target.value) : null,
    range: limits === null ? null : [drawn(limits.lower), drawn(limits.upper)],
  }
}

/** How a scorecard stands by its rows: how many of each colour and how many without one; never an average. */
export interface ScorecardCounts {
  readonly green: number
  readonly amber: number
  readonly red: number
  readonly none: number
  readonly worst: Colour | null
}

/** Counts the colours of some rows; what has none is counted, too. */
export function countsOf(rows: readonly Pick<ScorecardRow, 'verdict'>[]): ScorecardCounts {
  const of = (colour: Colour | null): number => rows.filter(({ verdict }) => verdict.colour === colour).length
  const counts = { green: of('green'), amber: of('amber'), red: of('red'), none: of(null) }
  return { ...counts, worst: (['red', 'amber', 'green'] as const).find((colour) => counts[colour] > 0) ?? null }
}

/** The colours of a scorecard in one sentence: '4 on track, 3 at risk, 2 off track, 1 without a verdict'. */
export function countsWords({ green, amber, red, none }: ScorecardCounts): string {
  const parts = [`${green} on track`, `${amber} at risk`, `${red} off track`]
  return `${parts.join(', ')}${none > 0 ? `, ${none} without a verdict` : ''}`
}

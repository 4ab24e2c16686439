import type { ChartTable } from '#platform/web/charts/figure.tsx'
import type { LegendEntry, PointMark } from '#platform/web/charts/marks.tsx'
import type { ChartPoint } from '#platform/web/charts/process-chart.tsx'
import type { Annotation } from '../rules/measure.ts'
import { type Period, periodWords } from '../rules/period.ts'
import { numberOf, type Reading, type ReadPoint } from '../rules/reading.ts'
import type { JudgedPoint } from '../rules/special-cause.ts'
import type { Polarity } from '../rules/target.ts'
import { drawnOf, figureWords, periodTick, stateMarks, statusNotes, targetWords } from './figures.ts'
import { verdictWords } from './verdict.ts'

/** A note at a point of a chart, by its letter. */
export interface LetteredNote extends Annotation {
  readonly letter: string
  /** Place of the point it belongs to; null where the chart has none for its day. */
  readonly at: number | null
}

/** Gives annotations their letters, and finds their points. */
export function letteredNotes(annotations: readonly Annotation[], points: readonly { readonly period: Period }[]): readonly LetteredNote[] {
  return annotations.map((one, index) => {
    const at = points.findIndex(
      ({ period }) =>
        Temporal.PlainDate.compare(period.startsOn, one.onDay) <= 0 && Temporal.PlainDate.compare(one.onDay, period.endsOn) < 0,
    )
    return { ...one, letter: letterAt(index), at: at < 0 ? null : at }
  })
}

function letterAt(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : `${letter}${Math.floor(index / 26) + 1}`
}

/** What each point says by its own section; null where there are no limits, or no figure. */
export function signalsOf({ sections, points }: Reading): readonly (JudgedPoint | null)[] {
  return sections === null ? points.map(() => null) : sections.flatMap((section) => section.points)
}

/** The shape of a point: plain without limits, a dot for chance, and the way it points by polarity. */
export function markOf(signal: JudgedPoint | null, polarity: Polarity): PointMark {
  if (signal === null) return 'plain'
  if (signal.cause === 'common') return 'expected'
  if (polarity === 'none' || polarity === 'band') return 'changed'
  return (polarity === 'higher') === signal.side > 0 ? 'better' : 'worse'
}

const signalWords: Readonly<Record<PointMark, string>> = {
  better: 'Better than chance explains',
  worse: 'Worse than chance explains',
  changed: 'Changed more than chance explains',
  expected: 'What chance explains',
  plain: 'A figure',
}

const shortWords: Readonly<Record<PointMark, string>> = { better: 'Better', worse: 'Worse', changed: 'Changed', expected: '', plain: '' }
const shortCauses: Readonly<Record<JudgedPoint['cause'], string>> = {
  outside: 'outside the limits',
  trend: 'seven go the same way',
  'two-of-three': 'two of three near a limit',
  'one-side': 'seven on one side of the mean',
  common: '',
}

/** What a point says, in words; '' where nobody judged it. */
export function signalText(signal: JudgedPoint | null, polarity: Polarity): string {
  if (signal === null) return ''
  return signal.cause === 'common' ? 'Chance explains it' : `${shortWords[markOf(signal, polarity)]}: ${shortCauses[signal.cause]}`
}

function isHollow({ observation }: ReadPoint): boolean {
  return observation?.status === 'provisional' || observation?.status === 'estimated'
}

/** The points of a chart. A figure that is not shown is not drawn, and its place says why. */
export function chartPoints(reading: Reading, notes: readonly LetteredNote[], judged: boolean): readonly ChartPoint[] {
  const signals = signalsOf(reading)
  const { polarity } = reading.definition
  return reading.points.map((point, index) => {
    const label = periodWords(point.period)
    const signal = judged ? (signals[index] ?? null) : null
    const words = `${label}: ${figureWords(point)}${signal === null ? '' : `, ${signalText(signal, polarity).toLowerCase()}`}`
    const letters = notes.filter(({ at }) => at === index).map(({ letter }) => letter)
    return {
      ...{
        label,
        tick: periodTick(point.period),
        value: drawnOf(numberOf(point)),
        name: words,
        mark: markOf(signal, polarity),
        hollow: isHollow(point),
      },
      ...(point.known.state === 'value' ? {} : { gap: { mark: stateMarks[point.known.state], name: words } }),
      ...(letters.length > 0 ? { note: letters.join(' ') } : {}),
    }
  })
}

/** What the shapes of some points mean. */
export function legendOf(points: readonly ChartPoint[]): readonly LegendEntry[] {
  const marks = ['expected', 'better', 'worse', 'changed'] as const
  const shown = marks.filter((mark) => points.some((point) => point.value !== null && point.mark === mark))
  const hollow: LegendEntry[] = points.some((point) => point.value !== null && point.hollow)
    ? [{ mark: 'plain', hollow: true, text: 'Hollow: provisional or estimated' }]
    : []
  return [...shown.map((mark) => ({ mark, text: signalWords[mark] })), ...hollow]
}

/** The figures of a chart as a table, in words: the same on the page, in its file and on paper. */
export function figureTable(reading: Reading, notes: readonly LetteredNote[]): ChartTable {
  const signals = signalsOf(reading)
  const hasNotes = notes.some(({ at }) => at !== null) || reading.points.some(({ observation }) => (observation?.quality ?? '') !== '')
  const columns = [
    { heading: 'Period' },
    { heading: 'Figure', numeric: true },
    { heading: 'Standing' },
    { heading: 'Target', numeric: true },
    { heading: 'Verdict' },
    ...(reading.sections === null ? [] : [{ heading: 'What it says' }]),
    ...(hasNotes ? [{ heading: 'Notes' }] : []),
  ]
  const rows = reading.points.map((point, index) => {
    const { rag, target, asked, definition } = point.judged
    const said = [
      point.observation?.quality ?? '',
      ...notes.filter(({ at }) => at === index).map(({ letter, words }) => `${letter}: ${words}`),
    ]
    return [
      ...[
        periodWords(point.period),
        figureWords(point),
        point.observation === null ? 'Nothing entered' : statusNotes[point.observation.status],
      ],
      ...[targetWords(target, asked, definition), verdictWords(rag, target).word],
      ...(reading.sections === null ? [] : [signalText(signals[index] ?? null, definition.polarity)]),
      ...(hasNotes ? [said.filter((one) => one !== '').join(' ')] : []),
    ]
  })
  return { columns, rows }
}

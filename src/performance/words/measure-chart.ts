import type { ChartWords } from '#platform/web/charts/figure.tsx'
import type { EndLabel } from '#platform/web/charts/grid.tsx'
import type { ChartLine, LineChartProps } from '#platform/web/charts/line-chart.tsx'
import type { ProcessChartProps } from '#platform/web/charts/process-chart.tsx'
import type { Forecast } from '../queries/forecasts.ts'
import { directionOf } from '../rules/direction.ts'
import { drawn, type Exact, whole } from '../rules/exact.ts'
import { printedFigure } from '../rules/judge.ts'
import type { Baseline } from '../rules/measure.ts'
import { periodWords } from '../rules/period.ts'
import type { Section } from '../rules/process.ts'
import { numberOf, type Reading } from '../rules/reading.ts'
import { chartPoints, figureTable, type LetteredNote, legendOf, signalsOf } from './chart-points.ts'
import { drawnOf, figureWords, periodTick, targetFigure, tickWords } from './figures.ts'
import { assuranceWords, directionWords } from './verdict.ts'

/** A figure worked out of others, printed with one more decimal than they have. */
function workedOut(value: Exact, { definition }: Pick<Reading, 'definition'>): string {
  return printedFigure(value, { ...definition, decimals: definition.decimals + 1 })
}

/** The same without its unit, unless that is a per cent sign: beside a line there is no room for it. */
function shortened({ definition }: Pick<Reading, 'definition'>): Pick<Reading, 'definition'> {
  return { definition: definition.unit === '%' ? definition : { ...definition, unit: '' } }
}

/** The finding of a measure in one or two sentences; nothing is called better or worse without a rule that says so. */
export function findingOf(reading: Reading): string {
  const { now, lastKnown, assurance } = reading
  if (now === null) return 'No figure has been given yet.'
  const first = `${figureWords(now)} in ${periodWords(now.period)}.`
  if (now.known.state !== 'value') {
    const shown =
      lastKnown === null
        ? ' No figure is shown so far.'
        : ` The latest figure shown is ${figureWords(lastKnown)} in ${periodWords(lastKnown.period)}.`
    return `${first}${shown}`
  }
  const direction = directionWords(directionOf(reading))
  const hope = reading.chart === 'process' && assurance !== null ? ` It ${assuranceWords[assurance]}.` : ''
  return `${first} ${direction.sentence}${hope}`
}

/** How limits were worked out, to be said beside them. */
export function limitsWords(section: Section, rules: { readonly screening: boolean }): string {
  if (section.limits === null) return 'There are too few figures for limits.'
  const { screened, trial } = section.limits
  const ranges = screened === 1 ? 'one outlying range left out' : `${screened} outlying ranges left out`
  const how = rules.screening
    ? `Outlying ranges are screened (${screened === 0 ? 'none had to be left out' : ranges}).`
    : 'Outlying ranges are not screened.'
  return trial ? `${how} These are trial limits: there are fewer than 12 figures in this section.` : how
}

function chartWords(reading: Reading, notes: readonly LetteredNote[], csv: string): ChartWords {
  const [first, last] = [reading.points[0], reading.points.at(-1)]
  const span = first && last ? `, ${periodWords(first.period)} to ${periodWords(last.period)}` : ''
  return {
    id: 'figures',
    title: `${reading.definition.title}${span}`,
    sentence: findingOf(reading),
    table: figureTable(reading, notes),
    csv,
  }
}

function signalCount(reading: Reading): string {
  const signals = signalsOf(reading).filter((signal) => signal !== null && signal.cause !== 'common')
  return signals.length === 0
    ? 'No figure stands out.'
    : signals.length === 1
      ? 'One figure stands out.'
      : `${signals.length} figures stand out.`
}

function describe(reading: Reading): string {
  const limits = reading.sections?.at(-1)?.limits ?? null
  const range =
    limits === null
      ? ''
      : ` Mean ${workedOut(limits.mean, reading)}, limits ${workedOut(limits.lower, reading)} to ${workedOut(limits.upper, reading)}.`
  const known = reading.points.filter((point) => numberOf(point) !== null).length
  return `${known} of ${reading.points.length} periods have a figure.${range} ${reading.sections === null ? '' : signalCount(reading)} The figures stand in the table below.`
}

/** What can never be less than nothing: all but scores, unless a figure is below 0 already. */
function floorOf({ definition, points }: Reading): number | null {
  const negative = points.some((point) => numberOf(point)?.lt(whole(0)))
  return definition.kind === 'score' || negative ? null : 0
}

/** The chart with limits; only for a reading that has some. */
export function processChart(reading: Reading, notes: readonly LetteredNote[], csv: string): ProcessChartProps {
  const points = chartPoints(reading, notes, true)
  const all = reading.sections ?? []
  const sections = all.flatMap(({ from, limits }, index) => {
    if (limits === null) return []
    const [mean, lower, upper] = [drawn(limits.mean), drawn(limits.lower), drawn(limits.upper)]
    return [{ from, to: all[index + 1]?.from ?? points.length, mean, lower, upper }]
  })
  const floor = floorOf(reading)
  return {
    ...{ words: chartWords(reading, notes, csv), description: describe(reading), points, sections, floor },
    target: targetRun(reading),
    labels: endLabels(reading, floor),
    tickText: (value) => tickWords(value, reading.definition),
    legend: legendOf(points),
  }
}

function targetRun({ points }: Reading): readonly (number | null)[] {
  return points.map(({ judged }) =>
    judged.asked?.state === 'set' && judged.asked.target.kind === 'value' ? drawn(judged.asked.target.value) : null,
  )
}

function endLabels(reading: Reading, floor: number | null): readonly EndLabel[] {
  const limits = reading.sections?.at(-1)?.limits ?? null
  const asked = reading.now?.judged.asked
  const target: EndLabel[] =
    asked?.state === 'set' && asked.target.kind === 'value'
      ? [{ kind: 'target', text: `Target ${targetFigure(asked.target, shortened(reading).definition)}`, value: drawn(asked.target.value) }]
      : []
  if (limits === null) return target
  const short = (value: Exact): string => workedOut(value, shortened(reading))
  const label = (kind: string, name: string, value: Exact): EndLabel => ({
    kind,
    text: `${name} ${short(value)}`,
    value: drawn(value),
  })
  const trial = limits.trial ? 'Trial' : ''
  const name = (one: string): string => (trial === '' ? one : `${trial} ${one.toLowerCase()}`)
  const lower = floor !== null && limits.lower.lt(whole(0)) ? [] : [label('limit', name('Lower limit'), limits.lower)]
  return [...target, label('limit', name('Upper limit'), limits.upper), label('mean', 'Mean', limits.mean), ...lower]
}

/** A line of a frozen forecast over the periods of a chart and those to come. */
export interface ForecastLine {
  readonly label: string
  readonly byPeriod: readonly { readonly label: string; readonly tick: string; readonly value: Exact }[]
}

/** The periods of a frozen forecast as a chart names them. */
export function forecastPeriods({ points }: Pick<Forecast, 'points'>): ForecastLine['byPeriod'] {
  return points.map(({ period, value }) => ({ label: periodWords(period), tick: periodTick(period), value }))
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((one, other) => one - other)
  const [below, above] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]]
  return below === undefined || above === undefined ? null : (below + above) / 2
}

/** The figures as a run: with their median, what is aimed at, and what is foreseen. @param stated - a baseline to draw where the target starts from none */
export function lineChart(
  reading: Reading,
  notes: readonly LetteredNote[],
  csv: string,
  forecasts: readonly ForecastLine[] = [],
  stated: Baseline | null = null,
): LineChartProps {
  const known = chartPoints(reading, notes, false)
  const labels = new Set(known.map(({ label }) => label))
  const later = new Map(
    forecasts.flatMap(({ byPeriod }) => byPeriod).flatMap((one) => (labels.has(one.label) ? [] : [[one.label, one.tick] as const])),
  )
  const future = [...later].map(([label, tick]) => ({ label, tick, value: null, name: label, mark: 'plain' as const }))
  const points = [...known, ...future]
  const over = (value: number | null): readonly (number | null)[] => points.map((_, index) => (index < known.length ? value : null))
  const middle = median(known.flatMap(({ value }) => value ?? []))
  const lines: ChartLine[] = []
  if (middle !== null && known.length > 2)
    lines.push({ kind: 'median', label: `Median ${tickWords(middle, reading.definition)}`, values: over(middle) })
  const targets = targetRun(reading)
  const aim = reading.now?.judged.target?.aim.kind === 'trajectory' ? 'trajectory' : 'target'
  if (targets.some((value) => value !== null))
    lines.push({ kind: aim, label: aimLabel(reading), values: points.map((_, index) => targets[index] ?? null) })
  const baseline = reading.now?.judged.target?.baseline ?? stated
  if (baseline !== null)
    lines.push({
      kind: 'baseline',
      label: `Baseline ${printedFigure(baseline.value, shortened(reading).definition)}`,
      values: over(drawn(baseline.value)),
    })
  for (const { label, byPeriod } of forecasts)
    lines.push({
      kind: 'forecast',
      label,
      values: points.map((point) => drawnOf(byPeriod.find((one) => one.label === point.label)?.value ?? null)),
    })
  return {
    ...{ words: chartWords(reading, notes, csv), description: describe(reading), points, lines, floor: floorOf(reading) },
    tickText: (value) => tickWords(value, reading.definition),
    legend: legendOf(known),
  }
}

function aimLabel(reading: Reading): string {
  const last = reading.points.findLast(({ judged }) => judged.asked?.state === 'set')?.judged.asked
  return last?.state === 'set' ? `Target ${targetFigure(last.target, shortened(reading).definition)}` : 'Target'
}

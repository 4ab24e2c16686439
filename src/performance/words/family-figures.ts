import { dayInWords } from '#platform/time/words.ts'
import type { ChartTable } from '#platform/web/charts/figure.tsx'
import type { LineChartProps } from '#platform/web/charts/line-chart.tsx'
import type { FamilySetting } from '../queries/family-figures.ts'
import { type FamilyFigure, type FamilyIndicator, type FamilyMonth, isSmallBase, percentageOf } from '../rules/family-figures.ts'

/** The one mark of every hidden figure, as official statistics have it. */
export const HIDDEN = 'c'
/** A month with its year: 'October 2026'. */
export const monthText = (month: Temporal.PlainDate): string => month.toLocaleString('en-GB', { month: 'long', year: 'numeric' })
const NOT_COUNTED = 'Not counted yet'

/** A number of families or children as people read it. */
export const numberText = (count: number): string => count.toLocaleString('en-GB')

/** A figure in words: '1,095', 'c', '75% (90 of 120)'. */
export function familyFigureText(figure: FamilyFigure | undefined, { gives }: Pick<FamilyIndicator, 'gives'>, percentFrom: number): string {
  if (figure === undefined) return NOT_COUNTED
  if (gives === 'number') return figure.isHidden ? HIDDEN : numberText(figure.count ?? 0)
  const of = figure.of === null ? HIDDEN : numberText(figure.of)
  if (figure.isHidden) return `${HIDDEN} of ${of}`
  const share = percentageOf(figure, percentFrom)
  const parts = `${numberText(figure.count ?? 0)} of ${of}`
  return share === undefined ? parts : `${share}% (${parts})`
}

/** The twelve months that end with a month; '' where they are not added up. */
export function familyYearText(month: FamilyMonth, indicator: FamilyIndicator): string {
  if (!indicator.hasYear) return '–'
  const year = month.figures.get(`${indicator.code} year`)
  if (year === undefined) return 'Not twelve months yet'
  const text = familyFigureText(year, indicator, month.percentFrom)
  return isSmallBase(year) && !year.isHidden ? `${text} (small numbers)` : text
}

/** What was done so that nobody is recognised, as it stands under every table. */
export function protectionWords({ threshold, base, percentFrom, method }: FamilyMonth): string {
  return `${HIDDEN} stands for a figure that is hidden: a count from 1 to ${threshold}, or one that would give such a count away, as a reason of which there is none. All others are rounded to ${base}, each on its own, so that they need not add up. A percentage is shown of ${percentFrom} or more. Method ${method}.`
}

/** How long a month waits for late entries, and who signed it on which day, as it stands under every table. */
export function settingWords({ startsOn, lateDays, source, setBy, setOn }: FamilySetting): string {
  const waits =
    lateDays === 0
      ? 'A month is published when it is over'
      : `A month waits ${lateDays} ${lateDays === 1 ? 'day' : 'days'} for late entries`
  const signed = setBy === null || setOn === null ? '' : `, set by ${setBy} on ${dayInWords(setOn)} from ${monthText(startsOn)}`
  return `${waits}${signed}: ${source}.`
}

/** The latest month in one or two sentences. */
export function familySentence(month: FamilyMonth): string {
  const active = month.figures.get('active month')
  const begun = month.figures.get('initiated month')
  const told = (figure: FamilyFigure | undefined, before: string, after: string): string =>
    figure === undefined || figure.isHidden ? '' : `${before}${numberText(figure.count ?? 0)} ${after}`
  const parts = [
    told(active, 'about ', `families were helped at the end of ${monthText(month.month)}`),
    told(begun, 'about ', 'began in it'),
  ].filter((text) => text !== '')
  if (parts.length === 0) return `The figures of ${monthText(month.month)} are so small that they are hidden.`
  const text = parts.join(', and ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

/** How a series went, without a verdict. */
function seriesSentence(months: readonly FamilyMonth[], { code, title }: FamilyIndicator): string {
  const known = months.flatMap((month) => {
    const figure = month.figures.get(`${code} month`)
    return figure === undefined || figure.isHidden || figure.count === null ? [] : [{ month, count: figure.count }]
  })
  const [first, last] = [known[0], known.at(-1)]
  if (first === undefined || last === undefined) return `${title}: every month is hidden or not counted.`
  const hidden = months.length - known.length
  const rest = hidden === 0 ? '' : ` ${hidden} of ${months.length} months are hidden or not counted.`
  if (first === last) return `${title}: ${numberText(last.count)} in ${monthText(last.month.month)}.${rest}`
  return `${title}: ${numberText(first.count)} in ${monthText(first.month.month)}, ${numberText(last.count)} in ${monthText(last.month.month)}.${rest}`
}

/** The months of one indicator as a table. */
export function familyTable(months: readonly FamilyMonth[], indicator: FamilyIndicator): ChartTable {
  return {
    columns: [
      { heading: 'Month' },
      { heading: 'In the month', numeric: true },
      ...(indicator.hasYear ? [{ heading: 'Twelve months', numeric: true }] : []),
    ],
    rows: months.map((month) => [
      monthText(month.month),
      familyFigureText(month.figures.get(`${indicator.code} month`), indicator, month.percentFrom),
      ...(indicator.hasYear ? [familyYearText(month, indicator)] : []),
    ]),
  }
}

/** A run of months of one indicator as a chart; what is hidden is a gap, never a nought. */
export function familyChart(months: readonly FamilyMonth[], indicator: FamilyIndicator, csv: string): LineChartProps {
  const points = months.map((month) => {
    const figure = month.figures.get(`${indicator.code} month`)
    const label = monthText(month.month)
    const value = figure === undefined || figure.isHidden ? null : figure.count
    const name = `${label}: ${familyFigureText(figure, indicator, month.percentFrom)}`
    const tick = month.month.toLocaleString('en-GB', { month: 'short' })
    return {
      label,
      tick,
      value,
      name,
      mark: 'plain' as const,
      ...(value === null ? { gap: { mark: figure?.isHidden ? HIDDEN : 'x', name } } : {}),
    }
  })
  return {
    words: {
      ...{
        id: `run-${indicator.code.replace(':', '-')}`,
        title: `${indicator.title}, by month`,
        sentence: seriesSentence(months, indicator),
      },
      ...{ table: familyTable(months, indicator), csv },
    },
    description: points.map(({ name }) => name).join('; '),
    points,
    lines: [],
    tickText: numberText,
    floor: 0,
  }
}

/** Everything as rows for CSV: one a month and indicator, the same words as on the page. */
export function familyCsv(months: readonly FamilyMonth[], indicators: readonly FamilyIndicator[]): readonly (readonly string[])[] {
  const head = ['Month', 'Indicator', 'Counts', 'In the month', 'Twelve months', 'Definition', 'Revision', 'Method', 'Provenance', 'Source']
  return [
    head,
    ...months.flatMap((month) =>
      indicators.map((indicator) => [
        month.month.toString().slice(0, 7),
        indicator.title,
        indicator.unit,
        familyFigureText(month.figures.get(`${indicator.code} month`), indicator, month.percentFrom),
        familyYearText(month, indicator),
        `${indicator.code} ${indicator.version}`,
        String(month.revision),
        month.method,
        month.provenance,
        month.source,
      ]),
    ),
  ]
}

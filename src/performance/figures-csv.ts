import type { ChartTable } from '#platform/web/charts/figure.tsx'
import type { MeasureView } from './queries/measure-page.ts'
import { printed } from './rules/exact.ts'
import { figureTable, letteredNotes } from './words/chart-points.ts'

/** A table of a chart as rows for CSV: its words and no others. */
export function tableCsv({ columns, rows }: ChartTable): readonly (readonly string[])[] {
  return [columns.map(({ heading }) => heading), ...rows]
}

/** The figures of a measure as rows for CSV: the words of the page's table, and beside them what programs need. */
export function figuresCsv({ reading, series }: MeasureView): readonly (readonly string[])[] {
  const table = figureTable(reading, letteredNotes(series.annotations, reading.points))
  const [head = [], ...rows] = tableCsv(table)
  const more = [
    'First day',
    'Last day',
    'Number',
    'Unit',
    'Numerator',
    'Denominator',
    'Status',
    'Revision',
    'Definition',
    'Source',
    'Protected by',
  ]
  return [
    [...head, ...more],
    ...rows.map((row, index) => {
      const point = reading.points[index]
      if (point === undefined) return row
      const { period, observation, judged } = point
      const exact = (value: Parameters<typeof printed>[0] | null | undefined): string => (value ? printed(value, 12) : '')
      return [
        ...row,
        ...[period.startsOn.toString(), period.endsOn.subtract({ days: 1 }).toString(), exact(observation?.value), judged.definition.unit],
        ...[exact(observation?.numerator), exact(observation?.denominator), observation?.status ?? 'missing'],
        ...[
          observation?.revision.toString() ?? '',
          judged.definition.number.toString(),
          observation?.source ?? '',
          observation?.protectedBy ?? '',
        ],
      ]
    }),
  ]
}

import type { CountedSpan } from '#platform/counted/part.ts'
import type { CountedRow } from '#platform/counted/row.ts'
import type { Reader } from '#platform/database/session.ts'
import { familyFigurePaths } from '../paths.ts'
import { percentageOf } from '../rules/family-figures.ts'
import { familyFigureText, monthText } from '../words/family-figures.ts'
import { findFamilyMonths } from './family-figures.ts'

/**
 * The months of a span that were published of one indicator, by their last day; of the whole partnership, whichever board asks. A hidden one says so, and so does a
 * share of fewer families than a percentage is told of: it is not counted.
 */
export async function countPublished(
  reader: Reader,
  code: string,
  gives: 'number' | 'share',
  { from, until }: CountedSpan,
): Promise<readonly CountedRow[]> {
  const months = await findFamilyMonths(reader, from.with({ day: 1 }), until)
  return months.flatMap((month) => {
    const figure = month.figures.get(`${code} month`)
    const on = month.month.add({ months: 1 }).subtract({ days: 1 })
    if (figure === undefined || Temporal.PlainDate.compare(on, from) < 0 || Temporal.PlainDate.compare(on, until) >= 0) return []
    const isShare = gives === 'share' && !figure.isHidden
    const isTold = !isShare || percentageOf(figure, month.percentFrom) !== undefined
    const said = figure.isHidden
      ? 'Hidden, so that nobody can be recognised'
      : isTold
        ? `${familyFigureText(figure, { gives }, month.percentFrom)}${gives === 'number' ? ' families' : ''}`
        : `No percentage is told of fewer than ${month.percentFrom} families`
    return [
      {
        ...{ id: `${code} ${month.month.toString()}`, on, title: monthText(month.month), href: familyFigurePaths.page },
        ...{ of: isShare ? (isTold ? (figure.of ?? 0) : 0) : 1, met: figure.count ?? 0, said, isHidden: figure.isHidden },
      },
    ]
  })
}

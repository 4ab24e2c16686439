import type { CountedSpan } from '#platform/counted/part.ts'
import type { CountedRow } from '#platform/counted/row.ts'
import type { Reader } from '#platform/database/session.ts'
import { dayInWords } from '#platform/time/words.ts'
import { contractPaths } from '../contract-paths.ts'
import { moneyPaths } from '../money-paths.ts'
import { kpiColour } from '../rules/contract-kpi.ts'
import { pounds } from '../words/pence.ts'
import { findKpis, findResults } from './contract-kpis.ts'

const lastDay = (endsOn: Temporal.PlainDate): Temporal.PlainDate => endsOn.subtract({ days: 1 })

/** What providers reported for the public contracts of a board, by the last day of the period; one row an indicator, provider and period. */
export async function countKpis(reader: Reader, { body, from, until }: CountedSpan): Promise<readonly CountedRow[]> {
  const contracts = await reader
    .selectFrom('commissioning.contract')
    .select(['id', 'title'])
    .where('body', '=', body)
    .where('sight', '=', 'public')
    .orderBy('title')
    .execute()
  const ids = contracts.map(({ id }) => id)
  const [kpis, results] = await Promise.all([findKpis(reader, ids), findResults(reader, ids)])
  const titles = new Map(contracts.map(({ id, title }) => [id, title]))
  const known = new Map(kpis.map((kpi) => [kpi.id, kpi]))
  return results
    .filter(
      ({ endsOn }) => Temporal.PlainDate.compare(from, lastDay(endsOn)) <= 0 && Temporal.PlainDate.compare(lastDay(endsOn), until) < 0,
    )
    .toSorted((one, other) => Temporal.PlainDate.compare(one.endsOn, other.endsOn) || one.id.localeCompare(other.id))
    .flatMap(({ id, kpi: of, endsOn, value }) => {
      const kpi = known.get(of)
      if (!kpi) return []
      const colour = kpiColour(value, kpi)
      const row = { id, on: lastDay(endsOn), title: `${titles.get(kpi.contract) ?? ''}: ${kpi.title}` }
      const target =
        kpi.target === null ? 'no target was agreed' : `the target is ${kpi.better === 'higher' ? 'at least' : 'at most'} ${kpi.target}`
      return [
        {
          ...{
            ...row,
            href: `${contractPaths.contract(kpi.contract)}#measured`,
            of: colour === 'unknown' ? 0 : 1,
            met: colour === 'good' ? 1 : 0,
          },
          said: `Until ${dayInWords(lastDay(endsOn))}: ${value === null ? 'could not be measured' : `${value} ${kpi.unit}`.trim()}; ${target}`,
        },
      ]
    })
}

/** What was spent on budget lines of public funds of a board, month by month: the entries of the ledger of each line, in whole pounds. */
export async function countSpend(reader: Reader, { body, from, until }: CountedSpan): Promise<readonly CountedRow[]> {
  const rows = await reader
    .selectFrom('commissioning.line_month as m')
    .innerJoin('commissioning.budget_line as l', 'l.id', 'm.line')
    .select(['l.id', 'l.title', 'l.year', 'm.period', 'm.pence'])
    .where('m.body', '=', body)
    .where('m.sight', '=', 'public')
    .where('m.kind', '=', 'actual')
    .orderBy('l.year')
    .orderBy('m.period')
    .orderBy('l.id')
    .execute()
  return rows.flatMap(({ id, title, year, period, pence }) => {
    const on = new Temporal.PlainDate(year, 4, 1).add({ months: period - 1 })
    if (Temporal.PlainDate.compare(on, from) < 0 || Temporal.PlainDate.compare(on, until) >= 0) return []
    const inPounds = wholePounds(pence)
    return [
      {
        id: `${id}-${period}`,
        on,
        title: `${title}, ${year} to ${year + 1}`,
        href: moneyPaths.line(id),
        of: 1,
        met: inPounds,
        said: `${pounds(pence)} in this month`,
      },
    ]
  })
}

/** Half up; a sum that was taken back mirrors one that was paid. */
function wholePounds(pence: bigint): number {
  const size = pence < 0n ? -pence : pence
  const up = (size + 50n) / 100n
  return Number(pence < 0n ? -up : up)
}

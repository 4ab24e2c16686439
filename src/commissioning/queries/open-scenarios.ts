import type { Reader } from '#platform/database/session.ts'
import { latestAssumptions, scenarioYears } from '../rules/scenario.ts'
import { yearInWords } from '../rules/year.ts'
import { listLed } from './led-records.ts'
import { type OpenRow, openDay, openPounds } from './open-tables.ts'
import { findAssumptions, findScenarioFunding } from './scenarios.ts'

/**
 * Years of the public cost scenarios of a board: title, lead, duty, service, strategy, year, cost low, central and high, money named, what no money is named for (central), what
 * the figures rest on, day of the latest of them, id. A cost that is not known is empty, never 0; a scenario of which nothing is assumed has no row. What was assumed before does
 * not count.
 */
export async function findOpenScenarios(reader: Reader, body: string, today: Temporal.PlainDate): Promise<readonly OpenRow[]> {
  const scenarios = (await listLed(reader, 'scenario', body, today)).filter(({ sight }) => sight === 'public')
  const ids = scenarios.map(({ id }) => id)
  if (ids.length === 0) return []
  const [facts, assumed, named] = await Promise.all([
    reader
      .selectFrom('commissioning.scenario as s')
      .leftJoin('commissioning.service as v', 'v.id', 's.service')
      .leftJoin('commissioning.strategy as g', 'g.id', 's.strategy')
      .select(['s.id', 's.duty', 'v.title as service', 'g.title as strategy'])
      .where('s.id', 'in', ids)
      .execute(),
    findAssumptions(reader, ids),
    findScenarioFunding(reader, ids),
  ])
  const of = new Map(facts.map((one) => [one.id, one]))
  return scenarios.flatMap(({ id, title, leadName }) => {
    const counting = latestAssumptions(assumed.filter(({ scenario }) => scenario === id))
    if (counting.length === 0) return []
    const years = scenarioYears(
      counting,
      named.filter(({ scenario }) => scenario === id),
    )
    return years.map(({ year, costs, named: money, gaps }) => {
      const own = counting.filter((one) => one.year === year)
      const unfunded = gaps.central === null ? null : gaps.central < 0n ? 0n : gaps.central
      return [
        ...[title, leadName, of.get(id)?.duty ?? '', of.get(id)?.service ?? '', of.get(id)?.strategy ?? '', yearInWords(year)],
        ...[openPounds(costs.low), openPounds(costs.central), openPounds(costs.high), openPounds(money), openPounds(unfunded)],
        [...new Set(own.map(({ source }) => source))].join('; '),
        openDay(
          own
            .map(({ saidOn }) => saidOn)
            .toSorted(Temporal.PlainDate.compare)
            .at(-1),
        ),
        id,
      ]
    })
  })
}

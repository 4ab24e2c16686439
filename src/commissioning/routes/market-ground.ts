import { NotFound } from '#platform/refusals.ts'
import {
  findDivisions,
  findExpiring,
  findMarketAreas,
  findMarketNeeds,
  findMarkets,
  findReturns,
  type Market,
  needsOn,
} from '../queries/markets.ts'
import { listIntentions } from '../queries/strategy-work.ts'
import { divisionStanding, latestReturns, standingOf } from '../rules/market.ts'
import { intentionWords } from '../words/framework.ts'
import type { StatementGround } from '../words/market-statement.ts'
import type { AskedLed } from './led-gates.ts'

/** What the market of a request is about. @throws NotFound */
export async function marketOf({ reader, record }: AskedLed): Promise<Market> {
  const found = (await findMarkets(reader, [record.id])).get(record.id)
  if (!found) throw new NotFound('No such market.')
  return found
}

/** How a market stands today: its areas, all of them together, and the ways to divide it, from the same figures. */
export async function standingsOf({ reader, visit, record }: AskedLed) {
  const [areas, rows, all, divisions] = await Promise.all([
    findMarketAreas(reader, record.id, visit.today),
    findMarketNeeds(reader, record.id),
    findReturns(reader, record.id),
    findDivisions(reader, record.id),
  ])
  const needs = needsOn(rows, visit.today)
  const returns = latestReturns(all, visit.today)
  const figures = new Map([...needs].map(([area, { needed }]) => [area, needed]))
  const ids = areas.map(({ id }) => id)
  const needOf = (area: string) => figures.get(area) ?? ({ state: 'not-known' } as const)
  return {
    ...{ areas, needs, returns, rows },
    tiles: areas.map((area) => ({
      area,
      standing: standingOf(
        [needOf(area.id)],
        returns.filter((one) => one.area === area.id),
      ),
    })),
    whole: standingOf(ids.map(needOf), returns),
    divisions: divisions.map((division) => ({ division, standing: divisionStanding(division.lots, ids, figures, returns) })),
  }
}

/** The contracts for the service of a market that end within a year. */
export async function expiringOf({ reader, visit }: AskedLed, { service }: Market) {
  return service === undefined ? [] : findExpiring(reader, service, visit.today)
}

/** What a position statement is drafted from today. */
export async function groundOf(asked: AskedLed, market: Market): Promise<StatementGround> {
  const [{ tiles, whole, divisions, needs }, expiring, intentions] = await Promise.all([
    standingsOf(asked),
    expiringOf(asked, market),
    listIntentions(asked.reader, asked.record.body),
  ])
  return {
    ...{ purpose: market.purpose, unit: market.unit, today: asked.visit.today, whole },
    areas: tiles.map(({ area, standing }) => ({ name: area.name, standing, source: needs.get(area.id)?.source })),
    divisions: divisions.map(({ division, standing }) => ({ title: division.title, text: division.text, standing })),
    expiring: expiring.flatMap(({ title, runsUntil }) => (runsUntil ? [{ title, runsUntil }] : [])),
    intended: intentions
      .filter(({ service }) => service === market.service)
      .slice(0, 1)
      .map(({ year, kind, text }) => `For the year from April ${year}: ${intentionWords[kind].toLowerCase()}. ${text}`)
      .join(''),
  }
}

import { Hono } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { type AskedBoard, listOrganisations, listSuccessions } from '#governance/public-data.ts'
import { listOutcomes } from '#plans/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { type Gate, pageAt } from '#platform/web/endpoints.tsx'
import type { PageLink } from '#platform/web/page.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { fundPaths } from '../money-paths.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { MoneyFlowPage } from '../pages/money-flow-page.tsx'
import { servicePaths } from '../paths.ts'
import { findLinesOf } from '../queries/fund-money.ts'
import { type Fund, listFunds } from '../queries/funds.ts'
import { findCarried, findFundYears, findGivenTo, findOutcomesServed } from '../queries/money-flow.ts'
import { flowOf, keyOfPlace } from '../rules/money-flow.ts'
import { partnersNow, sumByPartner } from '../rules/partners-now.ts'
import { yearOf } from '../rules/year.ts'
import { otherPlaces } from '../words/money-flow.ts'
import { fundGate, fundsGate } from './fund-gates.ts'

/** A request about the flow of some funds of a board. */
type AskedFlow = AskedBoard & {
  readonly funds: readonly Pick<Fund, 'id' | 'title'>[]
  readonly of: string
  readonly above: readonly PageLink[]
  readonly path: string
}

/** One fund. */
const ofFund: Gate<AskedFlow> = async (reader, c) => {
  const asked = await fundGate('read')(reader, c)
  const { fund, body } = asked
  const above = [
    { text: 'Funds', href: fundPaths.ofBoard(body.slug) },
    { text: fund.title, href: fundPaths.fund(fund.id) },
  ]
  return { ...asked, funds: [fund], of: fund.title, above, path: fundPaths.step(fund.id, 'flow') }
}

/** Every fund of a board that one may see. */
const ofBoard: Gate<AskedFlow> = async (reader, c) => {
  const asked = await fundsGate()(reader, c)
  const { body, visit } = asked
  const above = [{ text: 'Funds', href: fundPaths.ofBoard(body.slug) }]
  return {
    ...asked,
    funds: await listFunds(reader, body.id, visit.today),
    of: `All funds of ${body.name}`,
    above,
    path: fundPaths.flow(body.slug),
  }
}

/** Where money goes: of one fund, and of everything a board holds. */
export function moneyFlowRoutes(needs: CommissioningNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  pageAt(app, needs, '/funds/:fund/flow', ofFund, flowPage)
  pageAt(app, needs, '/boards/:slug/money-flow', ofBoard, flowPage)
  return app
}

async function flowPage(asked: AskedFlow): Promise<JSX.Element> {
  const { reader, visit, body, funds, of, above, path, query } = asked
  const ids = funds.map(({ id }) => id)
  const years = await findFundYears(reader, ids)
  const now = yearOf(visit.today)
  const year = years.find((one) => one === Number(query('year'))) ?? years.find((one) => one === now) ?? years[0] ?? now
  const isNow = query('bodies') === 'now'
  const [organisations, steps, given] = await Promise.all([listOrganisations(reader), listSuccessions(reader), findGivenTo(reader, ids)])
  const standsFor = isNow ? partnersNow(steps, visit.today) : (partner: string) => partner
  const found = await flowIn(reader, { ids, year, today: visit.today, given, standsFor })
  const names = new Map([
    ...organisations.flatMap(({ id, name }) => [[id, name] as const, [keyOfPlace({ kind: 'partner', id }), name] as const]),
    ...funds.map(({ id, title }) => [keyOfPlace({ kind: 'fund', id }), title] as const),
    ...found.names,
    ...Object.entries(otherPlaces).map(([kind, name]) => [`${kind}:`, name] as const),
  ])
  const hrefs = new Map([...ids.map((id) => [keyOfPlace({ kind: 'fund', id }), fundPaths.fund(id, year)] as const), ...found.hrefs])
  return (
    <MoneyFlowPage
      {...{ visit, board: body, of, above, year, years, isNow, names, hrefs, flow: found.flow }}
      byPartner={sumByPartner(given, standsFor)}
      at={(one, asNow) => `${path}?year=${one}${asNow ? '&bodies=now' : ''}`}
    />
  )
}

/** The flow of a year, and what its services and outcomes are called. */
async function flowIn(
  reader: Reader,
  asked: {
    readonly ids: readonly string[]
    readonly year: number
    readonly today: Temporal.PlainDate
    readonly given: Awaited<ReturnType<typeof findGivenTo>>
    readonly standsFor: (partner: string) => string
  },
) {
  const { ids, year, today, given, standsFor } = asked
  const [lines, carried, outcomes] = await Promise.all([
    findLinesOf(reader, ids, year),
    findCarried(reader, ids, year),
    listOutcomes(reader),
  ])
  // A service that one may not see has no title here: its money stands with what is for no service, and nothing tells of it.
  const shown = lines.map((line) => ({ ...line, service: line.serviceTitle === '' ? undefined : line.service }))
  const services = [...new Set(shown.flatMap(({ service }) => service ?? []))]
  const seen = new Set(outcomes.map(({ id }) => id))
  const served = (await findOutcomesServed(reader, services, year, today)).filter(({ outcome }) => seen.has(outcome))
  const flow = flowOf(
    ids.map((id) => ({
      ...{ id, broughtIn: carried.get(id)?.broughtIn ?? 0n, carriedOut: carried.get(id)?.carriedOut ?? 0n },
      given: given
        .filter((one) => one.fund === id && one.year === year)
        .map(({ partner, pence }) => ({ partner: standsFor(partner), pence })),
      lines: shown
        .filter(({ fund }) => fund === id)
        .map(({ service, original, moved }) => ({ service, pence: original === null ? null : original + moved })),
    })),
    new Map(
      [...Map.groupBy(served, ({ service }) => service)].map(([service, list]) => [
        service,
        [...new Set(list.map(({ outcome }) => outcome))],
      ]),
    ),
  )
  const serviceKey = (id: string | undefined): string => keyOfPlace({ kind: 'service', id: id ?? '' })
  return {
    flow,
    names: [
      ...shown.map(({ service, serviceTitle }) => [serviceKey(service), serviceTitle] as const),
      ...outcomes.map(({ id, title }) => [keyOfPlace({ kind: 'outcome', id }), title] as const),
    ],
    hrefs: [
      ...services.map((id) => [serviceKey(id), servicePaths.service(id)] as const),
      ...outcomes.map(({ id, href }) => [keyOfPlace({ kind: 'outcome', id }), href] as const),
    ],
  }
}

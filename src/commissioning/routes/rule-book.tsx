import { Hono } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { delegationPath } from '#governance/paths.ts'
import { type AskedBoard, findScheme } from '#governance/public-data.ts'
import { dayInWords } from '#platform/time/words.ts'
import { pageAt } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { fundPaths, moneyPaths } from '../money-paths.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { type OwnRule, RuleBookPage } from '../pages/rule-book-page.tsx'
import { listFunds } from '../queries/funds.ts'
import { findBookKinds, findBookLimits, findBookLists, findBookMinimums } from '../queries/rule-book.ts'
import { yearInWords, yearOf } from '../rules/year.ts'
import { moverWords, perWords } from '../words/money.ts'
import { pounds } from '../words/pence.ts'
import { boardGate } from './gates.ts'

/** The rules by which a board commissions (C1). */
export function ruleBookRoutes(needs: CommissioningNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  pageAt(app, needs, '/boards/:slug/commissioning/rules', boardGate(), ruleBookPage)
  return app
}

async function ruleBookPage(asked: AskedBoard): Promise<JSX.Element> {
  const { reader, visit, body } = asked
  const [own, kinds] = await Promise.all([ownRules(asked), findBookKinds(reader, visit.today)])
  return <RuleBookPage visit={visit} board={body} own={own} kinds={kinds} />
}

/** What the funds of a board settle, and what its scheme of delegation lets others decide. */
async function ownRules({ reader, visit, body }: AskedBoard): Promise<readonly OwnRule[]> {
  const funds = await listFunds(reader, body.id, visit.today)
  const [ids, year] = [funds.map(({ id }) => id), yearOf(visit.today)]
  const [limits, minimums, lists, scheme] = await Promise.all([
    findBookLimits(reader, ids, visit.today),
    findBookMinimums(reader, ids, year),
    findBookLists(reader, ids, year),
    findScheme(reader, body.id, visit.today),
  ])
  const titleOf = (id: string): string => funds.find((fund) => fund.id === id)?.title ?? ''
  const keepers = 'Finance officers of the host, the pool manager and the clerk'
  return [
    ...minimums.map(({ fund, minimum, source }) => ({
      ...{ about: `${titleOf(fund)}: minimum`, href: fundPaths.fund(fund, year), says: `At least ${pounds(minimum ?? 0n)} is given` },
      ...{ since: yearInWords(year), source, by: keepers },
    })),
    ...limits.map(({ fund, role, upTo, per, clause, startsOn }) => ({
      ...{
        about: `${titleOf(fund)}: moves of money`,
        href: fundPaths.fund(fund),
        says: `${moverWords[role]}: ${pounds(upTo)} ${perWords[per]}`,
      },
      ...{ since: dayInWords(startsOn), source: clause, by: 'The clerk of the board' },
    })),
    ...lists.map(({ id, fund, title, firstYear }) => ({
      ...{
        about: `${titleOf(fund)}: who bears what is over or under`,
        href: moneyPaths.rule(id),
        says: 'By its list of steps, in their order',
      },
      ...{ since: yearInWords(firstYear), source: title, by: `${keepers}; a list in force stands, and another follows it` },
    })),
    ...scheme
      .filter(({ state }) => state === 'in-force')
      .map(({ id, functionName, to, limit, startsOn, conditions }) => ({
        ...{ about: `Delegated: ${functionName}`, href: delegationPath(body.slug, id) },
        says: `${to.name}${limit === undefined ? ', no sum named' : `, up to ${pounds(BigInt(limit))}`}${conditions === '' ? '' : `: ${conditions}`}`,
        ...{ since: dayInWords(startsOn), source: 'Scheme of delegation', by: 'The board, by its scheme' },
      })),
  ]
}

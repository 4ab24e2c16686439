import type { JSX } from 'hono/jsx/jsx-runtime'
import type { AskedBoard } from '#governance/public-data.ts'
import { FundPage } from '../pages/fund-page.tsx'
import { FundsPage } from '../pages/funds-page.tsx'
import { LinePage } from '../pages/line-page.tsx'
import { VirementPage } from '../pages/virement-page.tsx'
import { findContractMoney, findContractsOfFund } from '../queries/contract-money.ts'
import { findContributions, findLines, findRingFences } from '../queries/fund-money.ts'
import { findFundTotals, listFunds } from '../queries/funds.ts'
import { findMoneyOfYear } from '../queries/paper-money.ts'
import { findRiskLists, listOfYear } from '../queries/risk.ts'
import { findScenariosAbout } from '../queries/scenarios.ts'
import { findStatements } from '../queries/settlements.ts'
import { findVariations } from '../queries/variations.ts'
import { findLimits, findPlanBefore, findVirements } from '../queries/virements.ts'
import { monthsEnded } from '../rules/forecast.ts'
import { lineColumns } from '../rules/line.ts'
import { yearOf } from '../rules/year.ts'
import type { AskedFund, AskedLine, AskedVirement } from './fund-gates.ts'
import { fundsOf } from './fund-gates.ts'

/** The funds of a board, with the sums of this year. */
export async function fundsPage({ reader, visit, body, may }: AskedBoard): Promise<JSX.Element> {
  const year = yearOf(visit.today)
  const funds = await listFunds(reader, body.id, visit.today)
  const totals = await findFundTotals(
    reader,
    funds.map(({ id }) => id),
    year,
  )
  return <FundsPage visit={visit} board={body} funds={funds} totals={totals} year={year} mayAdd={may(fundsOf(body.id), 'add')} />
}

/** One fund in one year: the year of the address, else this one, else the latest. */
export async function fundPage(asked: AskedFund): Promise<JSX.Element> {
  const { reader, visit, body, fund, years, mayKeep, mayScheme, query } = asked
  const wanted = Number(query('year'))
  const now = yearOf(visit.today)
  const year = years.find((one) => one.year === wanted) ?? years.find((one) => one.year === now) ?? years[0]
  const fences = await findRingFences(reader, fund.id)
  const limits = await findLimits(reader, fund.id)
  const list = listOfYear(await findRiskLists(reader, fund.id, visit.today), year?.year ?? now)
  const statement =
    year?.state === 'closed'
      ? (await findStatements(reader, fund.id)).find(
          (one) => one.year === year.year && one.reversedBy === undefined && one.reverses === undefined,
        )?.id
      : undefined
  const scenarios = await findScenariosAbout(reader, { fund: fund.id })
  const common = {
    scenarios,
    visit,
    board: body,
    fund,
    years,
    fences,
    limits,
    mayKeep,
    mayScheme,
    list,
    statement,
    isOver: year !== undefined && monthsEnded(year.year, visit.today) === 12,
  }
  if (year === undefined) return <FundPage {...common} money={undefined} />
  const months = monthsEnded(year.year, visit.today)
  const contributions = await findContributions(reader, fund.id, year.year)
  const lines = await findLines(reader, fund.id, year.year)
  const virements = await findVirements(reader, fund.id, year.year)
  const variations = await findVariations(reader, fund.id, year.year)
  const contracts = await findContractsOfFund(reader, fund.id, year.year)
  const promised = await findMoneyOfYear(reader, fund.id, year.year)
  const worked = lines.map((line) => ({ line, columns: lineColumns(line, year.method, months) }))
  return <FundPage {...common} money={{ year, months, contributions, lines: worked, virements, variations, contracts, promised }} />
}

/** One budget line: its columns, and what moved it. */
export async function linePage(asked: AskedLine): Promise<JSX.Element> {
  const { reader, visit, body, fund, year, line, mayKeep } = asked
  const virements = (await findVirements(reader, fund.id, line.year)).filter(({ fromLine, toLine }) => [fromLine, toLine].includes(line.id))
  const months = monthsEnded(year.year, visit.today)
  return (
    <LinePage
      visit={visit}
      board={body}
      fund={fund}
      year={year}
      line={line}
      columns={lineColumns(line, year.method, months)}
      months={months}
      virements={virements.toReversed()}
      money={await findContractMoney(reader, { line: line.id })}
      mayKeep={mayKeep}
    />
  )
}

/** One move of planned money: both lines before it and after it. */
export async function virementPage({ reader, visit, body, fund, virement, fromYear, toYear }: AskedVirement): Promise<JSX.Element> {
  const { fromLine, fromTitle, toLine, toTitle } = virement
  const [before, after] = await Promise.all([findPlanBefore(reader, fromLine, virement), findPlanBefore(reader, toLine, virement)])
  return (
    <VirementPage
      {...{ visit, board: body, fund, virement }}
      from={{ id: fromLine, title: fromTitle, year: fromYear, before }}
      to={{ id: toLine, title: toTitle, year: toYear, before: after }}
    />
  )
}

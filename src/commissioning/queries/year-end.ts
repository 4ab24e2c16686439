import { listOrganisations } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import type { Contribution } from '../rules/contributions.ts'
import { monthsEnded } from '../rules/forecast.ts'
import type { Leaving } from '../rules/leaving.ts'
import { type LineColumns, lineColumns } from '../rules/line.ts'
import type { ListFacts } from '../rules/risk-list.ts'
import type { HeldRule } from '../rules/year-end.ts'
import { type BudgetLine, findContributions, findLines, type GivenMoney } from './fund-money.ts'
import type { Fund, FundYear } from './funds.ts'
import { findRiskLists, listOfYear, type RiskList } from './risk.ts'
import { findVariations, type Variation } from './variations.ts'

/** Everything that a year is settled by, and how its lines stand. */
export interface YearEnd {
  readonly list: RiskList | undefined
  readonly held: HeldRule | null
  readonly facts: ListFacts
  readonly isAligned: boolean
  readonly contributions: readonly GivenMoney[]
  readonly variations: readonly Variation[]
  readonly lines: readonly { readonly line: BudgetLine; readonly columns: LineColumns }[]
  readonly nameOf: ReadonlyMap<string, string>
}

/** Reads what the simulator and the statement of a year work on; partners stand in the order in which they were entered. */
export async function findYearEnd(
  reader: Reader,
  fund: Pick<Fund, 'id' | 'kind'>,
  year: FundYear,
  today: Temporal.PlainDate,
): Promise<YearEnd> {
  const [contributions, lines, lists, variations, organisations] = await Promise.all([
    findContributions(reader, fund.id, year.year),
    findLines(reader, fund.id, year.year),
    findRiskLists(reader, fund.id, today),
    findVariations(reader, fund.id, year.year),
    listOrganisations(reader),
  ])
  const months = monthsEnded(year.year, today)
  const list = listOfYear(lists, year.year)
  const inOrder = contributions.toSorted((one, other) => (one.id < other.id ? -1 : 1))
  const given = (varied: boolean): readonly Contribution[] =>
    inOrder.map(({ partner, kind, planned, varied: more, actual, fence }) => ({
      ...{ partner, kind, actual, ringFenced: fence !== null },
      planned: planned === null ? null : planned + (varied ? more : 0n),
    }))
  const leavings = variations.flatMap(({ leavesOn, partner }): readonly Leaving[] =>
    leavesOn === undefined ? [] : [{ partner, on: leavesOn }],
  )
  return {
    ...{ list, contributions, variations, isAligned: fund.kind === 'aligned' },
    held: list === undefined ? null : list,
    facts: {
      ...{ year: year.year, partners: [...new Set(inOrder.map(({ partner }) => partner))], agreed: given(false), revised: given(true) },
      leavings: [...new Map(leavings.map((one) => [one.partner, one])).values()],
    },
    lines: lines.map((line) => ({ line, columns: lineColumns(line, year.method, months) })),
    nameOf: new Map(organisations.map(({ id, name }) => [id, name])),
  }
}

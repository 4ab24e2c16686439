import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import type { NamedMoney, ScenarioOption, YearAssumption } from '../rules/scenario.ts'

/** What a new duty would cost, as its page shows it (C5). */
export interface Scenario {
  readonly id: string
  readonly duty: string
  readonly service: string | undefined
  readonly strategy: string | undefined
}

/** An assumption with what it rests on. */
export interface SaidAssumption extends YearAssumption {
  readonly id: string
  readonly source: string
  /** On which day that was the best known. */
  readonly saidOn: Temporal.PlainDate
}

/** Money that is named for a year. */
export interface ScenarioFunding extends NamedMoney {
  readonly id: string
  readonly fund: string | undefined
  /** '' where it is of no fund, or of one that one may not see. */
  readonly fundTitle: string
  readonly source: string
}

/** One scenario that one may see. @throws NotFound */
export async function findScenario(reader: Reader, id: string): Promise<Scenario> {
  const row = await reader
    .selectFrom('commissioning.scenario')
    .select(['id', 'duty', 'service', 'strategy'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new NotFound('No such cost scenario.')
  return { ...row, service: row.service ?? undefined, strategy: row.strategy ?? undefined }
}

/** All that was ever assumed of some scenarios, the earliest year first; at most 5,000. */
export async function findAssumptions(
  reader: Reader,
  scenarios: readonly string[],
): Promise<readonly (SaidAssumption & { readonly scenario: string })[]> {
  if (scenarios.length === 0) return []
  const rows = await reader
    .selectFrom('commissioning.scenario_assumption')
    .select(['id', 'scenario', 'option', 'year', 'volume', 'take_up as takeUp', 'unit', 'rise', 'source', 'said_on as saidOn'])
    .where('scenario', 'in', [...scenarios])
    .orderBy('year')
    .orderBy('id')
    .limit(5000)
    .execute()
  return rows.map(({ option, unit, ...row }) => ({ ...row, option: option as ScenarioOption, unit: BigInt(unit) }))
}

/** The money that is named for some scenarios, the earliest year first; at most 5,000. */
export async function findScenarioFunding(
  reader: Reader,
  scenarios: readonly string[],
): Promise<readonly (ScenarioFunding & { readonly scenario: string })[]> {
  if (scenarios.length === 0) return []
  const rows = await reader
    .selectFrom('commissioning.scenario_funding as m')
    .leftJoin('commissioning.fund as f', 'f.id', 'm.fund')
    .select(['m.id', 'm.scenario', 'm.year', 'm.pence', 'm.fund', 'm.source', 'f.title as fundTitle'])
    .where('m.scenario', 'in', [...scenarios])
    .orderBy('m.year')
    .orderBy('m.id')
    .limit(5000)
    .execute()
  return rows.map(({ pence, fund, fundTitle, ...row }) => ({
    ...{ ...row, pence: BigInt(pence), fund: fund ?? undefined, fundTitle: fundTitle ?? '' },
  }))
}

/** The scenarios about a service or a strategy, or that name money of a fund, as far as one may see them. */
export function findScenariosAbout(
  reader: Reader,
  of: { readonly service: string } | { readonly strategy: string } | { readonly fund: string },
): Promise<readonly { readonly id: string; readonly title: string }[]> {
  return reader
    .selectFrom('commissioning.scenario')
    .select(['id', 'title'])
    .where((where) => {
      if ('service' in of) return where('service', '=', of.service)
      if ('strategy' in of) return where('strategy', '=', of.strategy)
      return where('id', 'in', where.selectFrom('commissioning.scenario_funding').select('scenario').where('fund', '=', of.fund))
    })
    .orderBy('title')
    .execute()
}

import type { Reader } from '#platform/database/session.ts'
import { bindingStates } from '../rules/contract.ts'
import { type KpiPeriod, periodsOver, periodsOwed } from '../rules/contract-kpi.ts'
import { type ContractKpi, findKpis, findResults } from './contract-kpis.ts'
import type { Contract } from './contracts.ts'

/** What a provider still has to report of one indicator for one period. */
export interface OwedPeriod extends KpiPeriod {
  readonly contract: Contract
  readonly kpi: ContractKpi
  readonly provider: string
}

/**
 * What providers still have to report under contracts, the earliest due first. Only whoever sees their results can tell: for others everything seems owed.
 * @param providers - of whom; each owes for the contracts under which it provides, sub-contractors nothing
 */
export async function findOwedReports(
  reader: Reader,
  contracts: readonly Contract[],
  providers: readonly string[],
  today: Temporal.PlainDate,
): Promise<readonly OwedPeriod[]> {
  const running = contracts.filter(({ state }) => bindingStates.has(state) || state === 'ended')
  if (running.length === 0) return []
  const ids = running.map(({ id }) => id)
  const [kpis, results] = await Promise.all([findKpis(reader, ids), findResults(reader, ids)])
  return running
    .flatMap((contract) =>
      contract.providers
        .filter(({ provider, part }) => providers.includes(provider) && part !== 'sub-contractor')
        .flatMap(({ provider, startsOn, endsOn }) =>
          kpis
            .filter((kpi) => kpi.contract === contract.id)
            .flatMap((kpi) => {
              const own = results.filter((one) => one.kpi === kpi.id && one.provider === provider)
              const over = periodsOver(kpi, contract.runsUntil, today).filter(
                (period) =>
                  Temporal.PlainDate.compare(period.endsOn, startsOn) > 0 &&
                  (endsOn === undefined || Temporal.PlainDate.compare(period.startsOn, endsOn) < 0),
              )
              return periodsOwed(over, own).map((period) => ({ ...period, contract, kpi, provider }))
            }),
        ),
    )
    .toSorted((one, other) => Temporal.PlainDate.compare(one.dueOn, other.dueOn) || one.kpi.position - other.kpi.position)
}

/** The name of the field in which one period of one indicator is reported. */
export const owedKey = ({ kpi, provider, startsOn }: OwedPeriod): string => `${kpi.id}-${provider}-${startsOn}`

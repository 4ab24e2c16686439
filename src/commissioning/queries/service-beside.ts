import type { Reader } from '#platform/database/session.ts'
import { latestChecks } from '../rules/framework.ts'
import { findMarketsAbout } from './markets.ts'
import { findScenariosAbout } from './scenarios.ts'
import type { Intention } from './strategy-work.ts'

/** What other registers say of a service, as far as one may see them. */
export interface ServiceBeside {
  readonly pathways: readonly { readonly id: string; readonly title: string }[]
  readonly markets: readonly { readonly id: string; readonly title: string }[]
  readonly scenarios: readonly { readonly id: string; readonly title: string }[]
  readonly contracts: readonly { readonly id: string; readonly title: string; readonly runsUntil: Temporal.PlainDate | null }[]
  /** The latest year first. */
  readonly intentions: readonly Pick<Intention, 'year' | 'kind' | 'text'>[]
  /** By each standard the latest. */
  readonly checks: readonly {
    readonly standard: string
    readonly framework: string
    readonly name: string
    readonly met: 'yes' | 'partly' | 'no'
    readonly evidence: string
    readonly checkedOn: Temporal.PlainDate
  }[]
}

/** The pathways, markets, contracts, intentions and checks of a service (C1 to C3). */
export async function findServiceBeside(reader: Reader, service: string): Promise<ServiceBeside> {
  const [pathways, markets, scenarios, contracts, intentions, checks] = await Promise.all([
    reader
      .selectFrom('commissioning.pathway_step as s')
      .innerJoin('commissioning.pathway as p', 'p.id', 's.pathway')
      .select(['p.id', 'p.title'])
      .distinct()
      .where('s.service', '=', service)
      .orderBy('p.title')
      .execute(),
    findMarketsAbout(reader, { service }),
    findScenariosAbout(reader, { service }),
    reader
      .selectFrom('commissioning.contract_service as s')
      .innerJoin('commissioning.contract as c', 'c.id', 's.contract')
      .select(['c.id', 'c.title', 'c.runs_until as runsUntil'])
      .where('s.service', '=', service)
      .orderBy('c.title')
      .execute(),
    reader
      .selectFrom('commissioning.intention')
      .select(['year', 'kind', 'text'])
      .where('service', '=', service)
      .orderBy('year', 'desc')
      .execute(),
    reader
      .selectFrom('commissioning.standard_check as k')
      .innerJoin('commissioning.standard as s', 's.id', 'k.standard')
      .select(['k.standard', 'k.service', 'k.framework', 's.name', 'k.met', 'k.evidence', 'k.checked_on as checkedOn'])
      .where('k.service', '=', service)
      .orderBy('k.checked_on', 'desc')
      .orderBy('k.id', 'desc')
      .execute(),
  ])
  return {
    ...{ pathways, markets, scenarios, contracts },
    intentions: intentions.map(({ kind, ...row }) => ({ ...row, kind: kind as Intention['kind'] })),
    checks: latestChecks(checks).map(({ met, ...row }) => ({ ...row, met: met as 'yes' | 'partly' | 'no' })),
  }
}

import type { Guarded } from '#governance/public.ts'
import { listOrganisations } from '#governance/public-data.ts'
import { among } from '#platform/database/among.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { Sight } from '../rules/commissioned-service.ts'
import { type ContractFacts, type ContractState, contractState, type Regime, type VatTreatment } from '../rules/contract.ts'
import { findOfficers } from './officers.ts'

/** Who provides under a contract, for the whole or for one lot, from when to when. */
export interface ContractProvider {
  readonly id: string
  readonly contract: string
  readonly provider: string
  readonly name: string
  readonly part: 'provider' | 'consortium-lead' | 'consortium' | 'sub-contractor'
  /** The line of the one for whom a sub-contractor works. */
  readonly under: string | undefined
  readonly lot: string | undefined
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate | undefined
}

/** A contract (C9). Money in pence; null is not known. */
export interface Contract extends ContractFacts {
  readonly id: string
  readonly body: string
  readonly sight: Sight
  readonly title: string
  readonly reference: string
  readonly summary: string
  readonly commissioner: string
  readonly commissionerName: string
  /** People who commission for that organisation today. */
  readonly commissioners: readonly string[]
  readonly regime: Regime
  readonly regimeName: string
  readonly regimeSource: string
  /** '' where nobody has said by which process of its regime. */
  readonly process: string
  readonly net: bigint | null
  readonly gross: bigint | null
  readonly vat: VatTreatment
  readonly vatNote: string
  /** What its source said of its value. */
  readonly said: string
  readonly volume: bigint | null
  readonly volumeUnit: string
  /** How many people it serves; null is not known. */
  readonly served: number | null
  readonly endedBecause: string
  readonly agreement: string | undefined
  readonly decision: string | undefined
  readonly isCleared: boolean
  readonly providers: readonly ContractProvider[]
  readonly state: ContractState
  readonly version: number
}

/** What the matrix knows of a contract: its sight, and who commissions it. */
export const guardedContract = ({ body, sight, commissioners }: Pick<Contract, 'body' | 'sight' | 'commissioners'>): Guarded => ({
  ...{ record: 'contract', state: sight, ties: { body, leads: commissioners } },
})

function rows(reader: Reader) {
  return reader
    .selectFrom('commissioning.contract as c')
    .innerJoin('commissioning.regime as r', 'r.code', 'c.regime')
    .selectAll('c')
    .select(['r.name as regimeName', 'r.source as regimeSource'])
}

/** One contract that one may see. @throws NotFound */
export async function findContract(reader: Reader, id: string, today: Temporal.PlainDate): Promise<Contract> {
  const row = isUuid(id) ? await rows(reader).where('c.id', '=', id).executeTakeFirst() : undefined
  const [found] = row ? await complete(reader, [row], today) : []
  if (!found) throw new NotFound('No such contract.')
  return found
}

/** The contracts of a board that one may see, by title; at most 1,000. */
export async function listContracts(reader: Reader, body: string, today: Temporal.PlainDate): Promise<readonly Contract[]> {
  return complete(reader, await rows(reader).where('c.body', '=', body).orderBy('c.title').orderBy('c.id').limit(1000).execute(), today)
}

/** Some contracts by id that one may see, by title. */
export async function findContracts(reader: Reader, ids: readonly string[], today: Temporal.PlainDate): Promise<readonly Contract[]> {
  if (ids.length === 0) return []
  return complete(reader, await rows(reader).where(among('c.id', ids)).orderBy('c.title').orderBy('c.id').execute(), today)
}

/** The contracts under which organisations provide that one may see, by title. */
export async function findContractsOfProviders(
  reader: Reader,
  providers: readonly string[],
  today: Temporal.PlainDate,
): Promise<readonly Contract[]> {
  const found = await reader
    .selectFrom('commissioning.contract_provider')
    .select('contract')
    .distinct()
    .where(among('provider', providers))
    .execute()
  return findContracts(
    reader,
    found.map(({ contract }) => contract),
    today,
  )
}

type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]

async function complete(reader: Reader, found: readonly Row[], today: Temporal.PlainDate): Promise<readonly Contract[]> {
  if (found.length === 0) return []
  const [organisations, providers, officers] = await Promise.all([
    listOrganisations(reader),
    findContractProviders(
      reader,
      found.map(({ id }) => id),
    ),
    findOfficers(
      reader,
      found.map(({ commissioner }) => commissioner),
      'commissioner',
      today,
    ),
  ])
  const names = new Map(organisations.map(({ id, name }) => [id, name]))
  return found.map((row) => {
    const facts = factsOf(row)
    return {
      ...{ id: row.id, body: row.body, sight: row.sight as Sight, title: row.title, reference: row.reference, summary: row.summary },
      ...{ commissioner: row.commissioner, commissionerName: names.get(row.commissioner) ?? '' },
      ...{ commissioners: officers.get(row.commissioner) ?? [], regime: row.regime as Regime, process: row.process },
      ...{ regimeName: row.regimeName, regimeSource: row.regimeSource, net: row.net, gross: row.gross, vat: row.vat as VatTreatment },
      ...{ vatNote: row.vat_note, said: row.said, volume: row.volume, volumeUnit: row.volume_unit, served: row.served },
      ...{ endedBecause: row.ended_because, agreement: row.agreement ?? undefined, decision: row.decision ?? undefined },
      ...{ isCleared: row.is_cleared, version: row.version, ...facts, state: contractState(facts, today) },
      providers: (providers.get(row.id) ?? []).map((one) => ({ ...one, name: names.get(one.provider) ?? '' })),
    }
  })
}

const factsOf = (row: Row): ContractFacts => ({
  ...{ startsOn: row.starts_on, endsOn: row.ends_on ?? undefined, runsUntil: row.runs_until ?? undefined },
  ...{ engagedOn: row.engaged_on ?? undefined, tenderedOn: row.tendered_on ?? undefined, notifiedOn: row.notified_on ?? undefined },
  ...{ standstillUntil: row.standstill_until ?? undefined, awardedOn: row.awarded_on ?? undefined, signedOn: row.signed_on ?? undefined },
  endedOn: row.ended_on ?? undefined,
})

async function findContractProviders(
  reader: Reader,
  contracts: readonly string[],
): Promise<ReadonlyMap<string, readonly Omit<ContractProvider, 'name'>[]>> {
  const found = await reader
    .selectFrom('commissioning.contract_provider')
    .selectAll()
    .where(among('contract', contracts))
    .orderBy('starts_on')
    .orderBy('id')
    .execute()
  return Map.groupBy(
    found.map((row) => ({
      ...{ id: row.id, contract: row.contract, provider: row.provider, part: row.part as ContractProvider['part'] },
      ...{ under: row.under ?? undefined, lot: row.lot ?? undefined, startsOn: row.starts_on, endsOn: row.ends_on ?? undefined },
    })),
    ({ contract }) => contract,
  )
}

import { listBodies } from '#governance/public-data.ts'
import { among } from '#platform/database/among.ts'
import type { Reader } from '#platform/database/session.ts'
import { contractPaths, providerPaths } from '../contract-paths.ts'
import { bindingStates } from '../rules/contract.ts'
import type { CommissioningDuty } from '../rules/duty.ts'
import { identifyingSigns } from '../rules/identifying.ts'
import { renewalsOf } from '../rules/renewal.ts'
import { findDoneSteps, findExtensions, findPerformanceNotices } from './contract-parts.ts'
import { findRenewalRules } from './contract-rules.ts'
import { type Contract, findContracts, findContractsOfProviders } from './contracts.ts'
import { findKeptReturnDuties, findOwnReturnDuties } from './market-asks.ts'
import { findOwedReports, type OwedPeriod } from './owed-reports.ts'
import { findOwnOffices } from './own-part.ts'
import { findWithdrawnCalls } from './pipeline-duties.ts'
import { findLetters, findRelations, type ProviderLetter } from './provider-relations.ts'
import { findKeptVisitDuties, findOwnVisitDuties } from './visits.ts'

type Duties = readonly CommissioningDuty[]

/**
 * What contracts ask of one: as the contact of a provider its reports, answers and letters; as a commissioner or a clerk renewals, late reports, letters and
 * contracts that wait for a person. One line for a contract and kind, so that a list stays as short as the contracts are few; a constant number of statements.
 */
export async function findContractDuties(
  reader: Reader,
  { person, clerkOf }: { readonly person: string; readonly clerkOf: readonly string[] },
  today: Temporal.PlainDate,
): Promise<Duties> {
  const offices = await findOwnOffices(reader, person, today)
  const [own, kept] = await Promise.all([
    findProviderDuties(reader, offices.get('provider') ?? [], today),
    findKeeperDuties(reader, { commissioners: offices.get('commissioner') ?? [], clerkOf }, today),
  ])
  return [...own, ...kept]
}

async function findProviderDuties(reader: Reader, providers: readonly string[], today: Temporal.PlainDate): Promise<Duties> {
  if (providers.length === 0) return []
  const [contracts, relations] = await Promise.all([
    findContractsOfProviders(reader, providers, today),
    findRelations(reader, { providers }, today),
  ])
  const [withdrawn, returns, visits, owed, notices, letters] = await Promise.all([
    findWithdrawnCalls(reader, providers, today),
    findOwnReturnDuties(reader, providers, today),
    findOwnVisitDuties(reader, contracts, providers, today),
    findOwedReports(reader, contracts, providers, today),
    findPerformanceNotices(
      reader,
      contracts.map(({ id }) => id),
    ),
    findLetters(reader, { relations: relations.map(({ id }) => id) }),
  ])
  const bodies = new Map(contracts.map(({ id, body }) => [id, body]))
  return [
    ...visits,
    ...returns,
    ...withdrawn,
    ...firstOfContract(owed).map(({ contract, kpi, dueOn }) => ({
      ...{ text: `Report under your contract ${contract.title}: ${kpi.title}`, href: contractPaths.report(contract.id) },
      ...{ body: contract.body, dueOn },
    })),
    ...notices
      .filter(({ provider, answeredOn, closedOn }) => providers.includes(provider) && answeredOn === undefined && closedOn === undefined)
      .map(({ id, contract, because, answerBy }) => ({
        ...{ text: `Answer a notice on performance: ${shortened(because)}`, href: contractPaths.answer(id) },
        ...{ body: bodies.get(contract) ?? '', dueOn: answerBy },
      })),
    ...latestLetters(letters)
      .filter(({ sentOn, acknowledgedOn }) => sentOn !== undefined && acknowledgedOn === undefined)
      .map(({ id, body, year }) => ({ text: `Acknowledge the letter for ${year} to ${year + 1}`, href: providerPaths.letter(id), body })),
  ]
}

interface Keeper {
  readonly commissioners: readonly string[]
  readonly clerkOf: readonly string[]
}

async function findKeeperDuties(reader: Reader, keeper: Keeper, today: Temporal.PlainDate): Promise<Duties> {
  if (keeper.commissioners.length === 0 && keeper.clerkOf.length === 0) return []
  const contracts = await findKept(reader, keeper, today)
  const [returns, visits, renewals, owed, letters, waiting] = await Promise.all([
    findKeptReturnDuties(reader, keeper, today),
    findKeptVisitDuties(reader, contracts, today),
    findRenewals(reader, contracts, today),
    findOwedReports(
      reader,
      contracts,
      [...new Set(contracts.flatMap(({ providers }) => providers.map(({ provider }) => provider)))],
      today,
    ),
    findKeptLetters(reader, keeper, today),
    findToClear(
      reader,
      contracts.filter(({ body }) => keeper.clerkOf.includes(body)),
    ),
  ])
  const late = firstOfContract(owed.filter(({ dueOn }) => Temporal.PlainDate.compare(dueOn, today) < 0))
  const overdue = late.map(({ contract, kpi, dueOn }) => ({
    ...{
      text: `Ask for a report that is overdue: ${contract.title}, ${kpi.title}`,
      href: `${contractPaths.contract(contract.id)}#measured`,
    },
    ...{ body: contract.body, dueOn },
  }))
  return [...waiting, ...visits, ...returns, ...overdue, ...renewals, ...letters]
}

async function findKept(reader: Reader, { commissioners, clerkOf }: Keeper, today: Temporal.PlainDate): Promise<readonly Contract[]> {
  const rows = await reader
    .selectFrom('commissioning.contract')
    .select('id')
    .where((where) => where.or([among('commissioner', commissioners), among('body', clerkOf)]))
    .execute()
  return findContracts(
    reader,
    rows.map(({ id }) => id),
    today,
  )
}

/** The first step of each contract's renewal that is late or due within three months. */
async function findRenewals(reader: Reader, contracts: readonly Contract[], today: Temporal.PlainDate): Promise<Duties> {
  const running = contracts.filter(({ state }) => bindingStates.has(state))
  if (running.length === 0) return []
  const ids = running.map(({ id }) => id)
  const [rules, extensions, done] = await Promise.all([
    findRenewalRules(reader, today),
    findExtensions(reader, ids),
    findDoneSteps(reader, ids),
  ])
  const lines = running.flatMap((contract) => {
    const { id, body, title } = contract
    const option = (extensions.get(id) ?? []).find(({ takenOn, declinedOn }) => !takenOn && !declinedOn)
    const step = renewalsOf(rules, contract, option, done.get(id) ?? new Map(), today).find(
      ({ state }) => state === 'past' || state === 'soon',
    )
    return step ? [{ text: `Renewal of ${title}: ${step.name}`, href: `${contractPaths.contract(id)}#term`, body, dueOn: step.dueOn }] : []
  })
  return gathered(reader, lines, today)
}

const MOST_RENEWALS = 3

/** Many renewals of one board are one line that leads to its calendar, so that a list stays one that can be worked. */
async function gathered(
  reader: Reader,
  lines: readonly (CommissioningDuty & { readonly dueOn: Temporal.PlainDate })[],
  today: Temporal.PlainDate,
): Promise<Duties> {
  const boards = [...Map.groupBy(lines, ({ body }) => body)]
  if (boards.every(([, own]) => own.length <= MOST_RENEWALS)) return lines
  const known = new Map((await listBodies(reader, today)).map(({ id, slug }) => [id, slug]))
  return boards.flatMap(([body, own]) => {
    const [first] = own.toSorted((one, other) => Temporal.PlainDate.compare(one.dueOn, other.dueOn))
    if (own.length <= MOST_RENEWALS || !first) return own
    return [
      {
        ...{
          text: `Renewals of ${own.length} contracts are late or due within three months. First: ${first.text.replace('Renewal of ', '')}`,
        },
        ...{ href: contractPaths.calendar(known.get(body) ?? ''), body, dueOn: first.dueOn },
      },
    ]
  })
}

async function findKeptLetters(reader: Reader, { commissioners, clerkOf }: Keeper, today: Temporal.PlainDate): Promise<Duties> {
  const rows = await reader
    .selectFrom('commissioning.provider_relation')
    .select('provider')
    .distinct()
    .where((where) => where.or([among('commissioner', commissioners), among('body', clerkOf)]))
    .execute()
  if (rows.length === 0) return []
  const relations = await findRelations(reader, { providers: rows.map(({ provider }) => provider) }, today)
  const kept = relations.filter(({ commissioner, body }) => commissioners.includes(commissioner) || clerkOf.includes(body))
  const names = new Map(kept.map(({ id, providerName }) => [id, providerName]))
  return latestLetters(await findLetters(reader, { relations: [...names.keys()] }))
    .filter(({ acknowledgedOn }) => acknowledgedOn === undefined)
    .map(({ id, relation, body, year, sentOn }) => {
      const which = `the letter for ${year} to ${year + 1}, ${names.get(relation) ?? ''}`
      return { text: sentOn ? `Not acknowledged yet: ${which}` : `Send ${which}`, href: providerPaths.letter(id), body }
    })
}

/** Contracts whose words could tell who a child is, and of which no person has said whether they may be shown. */
async function findToClear(reader: Reader, contracts: readonly Contract[]): Promise<Duties> {
  const asking = contracts.filter(
    ({ isCleared, title, summary, reference, served }) =>
      !isCleared && identifyingSigns(`${title} ${summary} ${reference}`, served).length > 0,
  )
  if (asking.length === 0) return []
  const settled = await reader
    .selectFrom('commissioning.contract_clearing')
    .select('contract')
    .distinct()
    .where(
      among(
        'contract',
        asking.map(({ id }) => id),
      ),
    )
    .execute()
  return asking
    .filter(({ id }) => !settled.some(({ contract }) => contract === id))
    .map(({ id, body, title }) => ({
      text: `Say whether this contract may be shown: ${title}`,
      href: contractPaths.step(id, 'clear'),
      body,
    }))
}

/** Of each contract what is due first; what is owed comes in the order of its days. */
function firstOfContract(owed: readonly OwedPeriod[]): readonly OwedPeriod[] {
  return [...Map.groupBy(owed, ({ contract }) => contract.id).values()].flatMap(([first]) => first ?? [])
}

/** Of each relation and year the last version, which replaced the others; letters come with the latest first. */
function latestLetters(letters: readonly ProviderLetter[]): readonly ProviderLetter[] {
  return [...Map.groupBy(letters, ({ relation, year }) => `${relation} ${year}`).values()].flatMap(([latest]) => latest ?? [])
}

const shortened = (words: string): string => (words.length > 80 ? `${words.slice(0, 80).trimEnd()}…` : words)

import { among } from '#platform/database/among.ts'
import type { Reader } from '#platform/database/session.ts'
import type { ActionReport } from '../rules/visit.ts'
import { findActionReports } from './visits.ts'

type Day = Temporal.PlainDate

/** A lot of a contract, with a status of its own. */
export interface ContractLot {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly area: string | undefined
  readonly status: 'planned' | 'active' | 'awarded' | 'unsuccessful' | 'cancelled'
  /** How many providers at most; undefined: no limit. */
  readonly providerLimit: number | undefined
}

/** An option to extend a contract: open, taken or let go. */
export interface ContractExtension {
  readonly id: string
  readonly position: number
  readonly months: number
  readonly takeBy: Day | undefined
  readonly takenOn: Day | undefined
  readonly declinedOn: Day | undefined
  readonly decision: string | undefined
  readonly decidedBy: string
}

/** An assessment of performance. */
export interface ContractAssessment {
  readonly id: string
  readonly assessedOn: Day
  readonly startsOn: Day
  readonly endsOn: Day
  readonly rating: string
  readonly because: string
  readonly publishedOn: Day | undefined
}

/** A visit that looked at how a contract is kept. */
export interface ContractVisit {
  readonly id: string
  /** What is looked at; '' where nobody said. */
  readonly purpose: string
  readonly plannedOn: Day
  readonly heldOn: Day | undefined
  readonly found: string
  /** What follows from it, the first to be done first. */
  readonly actions: readonly VisitAction[]
}

/** What somebody is to do after a visit. */
export interface VisitAction {
  readonly id: string
  readonly text: string
  readonly byWhom: 'provider' | 'commissioner'
  readonly dueOn: Day
  readonly doneOn: Day | undefined
  readonly note: string
  /** What providers said of it; the first came first. */
  readonly reports: readonly ActionReport[]
}

/** A notice of poor performance. */
export interface PerformanceNotice {
  readonly id: string
  readonly contract: string
  readonly provider: string
  readonly issuedOn: Day
  readonly because: string
  readonly answerBy: Day
  readonly answeredOn: Day | undefined
  readonly answer: string
  readonly closedOn: Day | undefined
  readonly outcome: string
  readonly version: number
}

/** The lots of contracts, in order. */
export async function findLots(reader: Reader, contract: string): Promise<readonly ContractLot[]> {
  const rows = await reader
    .selectFrom('commissioning.contract_lot')
    .select(['id', 'number', 'title', 'area', 'status', 'provider_limit'])
    .where('contract', '=', contract)
    .orderBy('number')
    .execute()
  return rows.map(({ provider_limit: limit, ...row }) => ({
    ...row,
    ...{ area: row.area ?? undefined, status: row.status as ContractLot['status'], providerLimit: limit ?? undefined },
  }))
}

/** The options to extend contracts, by contract, in order. */
export async function findExtensions(
  reader: Reader,
  contracts: readonly string[],
): Promise<ReadonlyMap<string, readonly ContractExtension[]>> {
  const rows = await reader
    .selectFrom('commissioning.contract_extension')
    .selectAll()
    .where(among('contract', contracts))
    .orderBy('position')
    .execute()
  return new Map(
    [...Map.groupBy(rows, ({ contract }) => contract)].map(([contract, of]) => [
      contract,
      of.map((row) => ({
        ...{ id: row.id, position: row.position, months: row.months, takeBy: row.take_by ?? undefined },
        ...{ takenOn: row.taken_on ?? undefined, declinedOn: row.declined_on ?? undefined },
        ...{ decision: row.decision ?? undefined, decidedBy: row.decided_by },
      })),
    ]),
  )
}

/** What contracts are tied to: services, outcomes and budget lines, by contract. */
export async function findContractTies(
  reader: Reader,
  contracts: readonly string[],
): Promise<Readonly<Record<'services' | 'outcomes' | 'lines', ReadonlyMap<string, readonly string[]>>>> {
  const of = among('contract', contracts)
  const [services, outcomes, lines] = await Promise.all([
    reader.selectFrom('commissioning.contract_service').select(['contract', 'service as to']).where(of).orderBy('service').execute(),
    reader.selectFrom('commissioning.contract_outcome').select(['contract', 'outcome as to']).where(of).orderBy('outcome').execute(),
    reader.selectFrom('commissioning.contract_line').select(['contract', 'line as to']).where(of).orderBy('line').execute(),
  ])
  const grouped = (rows: readonly { readonly contract: string; readonly to: string }[]) =>
    new Map([...Map.groupBy(rows, ({ contract }) => contract)].map(([contract, ties]) => [contract, ties.map(({ to }) => to)]))
  return { services: grouped(services), outcomes: grouped(outcomes), lines: grouped(lines) }
}

/** Notices and clauses of a contract, the earliest first. */
export async function findNoticesAndClauses(reader: Reader, contract: string) {
  const [notices, clauses] = await Promise.all([
    reader
      .selectFrom('commissioning.contract_notice')
      .select(['id', 'kind', 'code', 'published_on as publishedOn', 'reference'])
      .where('contract', '=', contract)
      .orderBy('published_on')
      .orderBy('id')
      .execute(),
    reader
      .selectFrom('commissioning.contract_clause')
      .select(['id', 'kind', 'text', 'clause'])
      .where('contract', '=', contract)
      .orderBy('kind')
      .orderBy('id')
      .execute(),
  ])
  return { notices, clauses }
}

/** How performance under a contract was assessed that one may see, the latest first. */
export async function findAssessments(reader: Reader, contract: string): Promise<readonly ContractAssessment[]> {
  const rows = await reader
    .selectFrom('commissioning.contract_assessment as a')
    .innerJoin('commissioning.rating_word as w', 'w.code', 'a.rating')
    .select(['a.id', 'a.assessed_on', 'a.starts_on', 'a.ends_on', 'w.name as rating', 'a.because', 'a.published_on'])
    .where('a.contract', '=', contract)
    .orderBy('a.assessed_on', 'desc')
    .orderBy('a.id')
    .execute()
  return rows.map((row) => ({
    ...{ id: row.id, assessedOn: row.assessed_on, startsOn: row.starts_on, endsOn: row.ends_on, rating: row.rating },
    ...{ because: row.because, publishedOn: row.published_on ?? undefined },
  }))
}

/** What stays inside of a contract: visits, notices of poor performance, the plan for a failure; nothing for whoever may not see it. */
export async function findInside(reader: Reader, contract: string) {
  const [visits, actions, reports, notices, plan] = await Promise.all([
    reader
      .selectFrom('commissioning.contract_visit')
      .select(['id', 'planned_on', 'purpose', 'held_on', 'found'])
      .where('contract', '=', contract)
      .orderBy('planned_on', 'desc')
      .execute(),
    reader.selectFrom('commissioning.visit_action').selectAll().where('contract', '=', contract).orderBy('due_on').orderBy('id').execute(),
    findActionReports(reader, [contract]),
    findPerformanceNotices(reader, [contract]),
    reader
      .selectFrom('commissioning.failure_plan')
      .select(['text', 'reviewed_on as reviewedOn'])
      .where('contract', '=', contract)
      .executeTakeFirst(),
  ])
  return {
    visits: visits.map(
      ({ id, found, purpose, ...row }): ContractVisit => ({
        ...{ id, found, purpose, plannedOn: row.planned_on, heldOn: row.held_on ?? undefined },
        actions: actions
          .filter(({ visit }) => visit === id)
          .map((one) => ({
            ...{ id: one.id, text: one.text, byWhom: one.by_whom as VisitAction['byWhom'], dueOn: one.due_on },
            ...{ doneOn: one.done_on ?? undefined, note: one.done_note },
            reports: reports.filter(({ action }) => action === one.id),
          })),
      }),
    ),
    ...{ notices, plan },
  }
}

/** The notices of poor performance of contracts that one may see, the latest first. */
export async function findPerformanceNotices(reader: Reader, contracts: readonly string[]): Promise<readonly PerformanceNotice[]> {
  const rows = await reader
    .selectFrom('commissioning.performance_notice')
    .selectAll()
    .where(among('contract', contracts))
    .orderBy('issued_on', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...{ id: row.id, contract: row.contract, provider: row.provider, issuedOn: row.issued_on, because: row.because },
    ...{ answerBy: row.answer_by, answeredOn: row.answered_on ?? undefined, answer: row.answer },
    ...{ closedOn: row.closed_on ?? undefined, outcome: row.outcome, version: row.version },
  }))
}

/** Which steps of the renewal of contracts are done, by contract and step. */
export async function findDoneSteps(reader: Reader, contracts: readonly string[]): Promise<ReadonlyMap<string, ReadonlyMap<string, Day>>> {
  const rows = await reader
    .selectFrom('commissioning.contract_step')
    .select(['contract', 'key', 'done_on as doneOn'])
    .where(among('contract', contracts))
    .execute()
  return new Map(
    [...Map.groupBy(rows, ({ contract }) => contract)].map(([contract, done]) => [
      contract,
      new Map(done.map(({ key, doneOn }) => [key, doneOn])),
    ]),
  )
}

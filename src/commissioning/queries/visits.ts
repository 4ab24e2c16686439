import { sql } from 'kysely'
import { among } from '#platform/database/among.ts'
import type { Reader } from '#platform/database/session.ts'
import { contractPaths } from '../contract-paths.ts'
import type { CommissioningDuty } from '../rules/duty.ts'
import { type ActionReport, type DueAction, type DueVisit, duePerContract, mayReportDone } from '../rules/visit.ts'
import type { Contract } from './contracts.ts'

/** What a provider is told of visits: when, what about, and what it is to do. */
export interface OwnVisits {
  readonly visits: readonly DueVisit[]
  readonly actions: readonly DueAction[]
}

/** The visits of contracts of one's own providers, without what was found, and what these providers are to do; the latest visit first. */
export async function findOwnVisits(reader: Reader, contracts: readonly Contract[], own: readonly string[]): Promise<OwnVisits> {
  if (contracts.length === 0 || own.length === 0) return { visits: [], actions: [] }
  type Row = { id: string; contract: string; planned_on: Temporal.PlainDate; held_on: Temporal.PlainDate | null; purpose: string }
  const [visits, actions] = await Promise.all([
    reader
      .selectFrom(sql<Row>`commissioning.my_visits()`.as('v'))
      .select(['v.id', 'v.contract', 'v.planned_on', 'v.held_on', 'v.purpose'])
      .where(
        among(
          'v.contract',
          contracts.map(({ id }) => id),
        ),
      )
      .orderBy('v.planned_on', 'desc')
      .execute(),
    findActions(reader, contracts, own),
  ])
  return {
    visits: visits.map((row) => ({
      contract: row.contract,
      plannedOn: row.planned_on,
      heldOn: row.held_on ?? undefined,
      purpose: row.purpose,
    })),
    actions: actions.filter(({ byWhom, provider }) => byWhom === 'provider' && (provider === undefined || own.includes(provider))),
  }
}

/** The actions of contracts that one may see, with what was said of them. @param whose - the providers about whom one asks; undefined: all who provide */
async function findActions(reader: Reader, contracts: readonly Contract[], whose?: readonly string[]): Promise<readonly DueAction[]> {
  const ids = contracts.map(({ id }) => id)
  const [rows, reports] = await Promise.all([
    reader.selectFrom('commissioning.visit_action').selectAll().where(among('contract', ids)).orderBy('due_on').orderBy('id').execute(),
    findActionReports(reader, ids),
  ])
  const providers = new Map(contracts.map(({ id, providers: all }) => [id, all.map(({ provider }) => provider)]))
  return rows.map((row) => {
    const action = {
      ...{
        id: row.id,
        contract: row.contract,
        text: row.text,
        byWhom: row.by_whom === 'provider' ? ('provider' as const) : ('commissioner' as const),
      },
      ...{ provider: row.provider ?? undefined, dueOn: row.due_on, doneOn: row.done_on ?? undefined, note: row.done_note },
      reports: reports.filter((report) => report.action === row.id),
    }
    const asked = (providers.get(row.contract) ?? []).filter((one) => whose === undefined || whose.includes(one))
    return { ...action, owedBy: mayReportDone(action, asked) }
  })
}

/** What providers said of the actions of contracts, as far as one may see it; the first came first. */
export async function findActionReports(reader: Reader, contracts: readonly string[]): Promise<readonly ActionReport[]> {
  const rows = await reader
    .selectFrom('commissioning.visit_action_report')
    .selectAll()
    .where(among('contract', [...contracts]))
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...{ id: row.id, action: row.action, provider: row.provider, doneOn: row.done_on, did: row.did, evidence: row.evidence },
    ...{ reportedOn: row.reported_on, answeredOn: row.answered_on ?? undefined, because: row.because },
    answer: row.answer === 'confirmed' || row.answer === 'sent-back' ? row.answer : undefined,
  }))
}

/** What visits ask of a provider's contact: of each contract the first thing to do, and the next visit (C9). */
export async function findOwnVisitDuties(
  reader: Reader,
  contracts: readonly Contract[],
  own: readonly string[],
  today: Temporal.PlainDate,
): Promise<readonly CommissioningDuty[]> {
  const { visits, actions } = await findOwnVisits(reader, contracts, own)
  return dutiesOf(contracts, duePerContract('provider', visits, actions, today), 'own-visits')
}

/** What visits ask of whoever keeps contracts: of each the first visit to hold or to record, the first thing to do, and the first to ask a provider about (C9). */
export async function findKeptVisitDuties(
  reader: Reader,
  contracts: readonly Contract[],
  today: Temporal.PlainDate,
): Promise<readonly CommissioningDuty[]> {
  if (contracts.length === 0) return []
  const ids = contracts.map(({ id }) => id)
  const [visits, actions] = await Promise.all([
    reader
      .selectFrom('commissioning.contract_visit')
      .select(['contract', 'planned_on as plannedOn', 'purpose'])
      .where(among('contract', ids))
      .where('held_on', 'is', null)
      .orderBy('planned_on')
      .execute(),
    findActions(reader, contracts),
  ])
  const due = duePerContract(
    'keeper',
    visits.map((visit) => ({ ...visit, heldOn: undefined })),
    actions,
    today,
  )
  return dutiesOf(contracts, due, 'inside')
}

function dutiesOf(contracts: readonly Contract[], due: ReturnType<typeof duePerContract>, part: string): readonly CommissioningDuty[] {
  const known = new Map(contracts.map((contract) => [contract.id, contract]))
  return due.flatMap(({ contract, words, dueOn }) => {
    const found = known.get(contract)
    return found ? [{ text: `${found.title}: ${words}`, href: `${contractPaths.contract(contract)}#${part}`, body: found.body, dueOn }] : []
  })
}

import { type SqlBool, sql } from 'kysely'
import { findPeopleNames } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import type { BudgetEntry, BudgetFactor, BudgetRule } from '../rules/delegated.ts'

type Day = Temporal.PlainDate

/** A budget that is handed to others (C14). */
export interface Delegated {
  readonly id: string
  readonly purpose: string
  readonly pence: bigint
  readonly startsOn: Day
  /** First day on which nothing can be bought from it any more. */
  readonly endsOn: Day
  readonly fund: string | undefined
  /** The line of that fund that it is taken from. */
  readonly line: string | undefined
  readonly decision: string | undefined
  readonly handedOn: Day | undefined
}

/** Who holds a share. */
export interface BudgetHolder {
  readonly id: string
  readonly kind: 'locality' | 'cluster' | 'professional'
  readonly name: string
  readonly person: string | undefined
  readonly personName: string
  readonly delegation: string | undefined
  readonly pence: bigint | undefined
  /** Whether whoever asks holds it. */
  readonly isMine: boolean
}

/** A factor with its words. */
export interface NamedFactor extends BudgetFactor {
  readonly id: string
  readonly name: string
  readonly source: string
  readonly datedOn: Day
}

/** A rule with its words. */
export interface NamedRule extends BudgetRule {
  readonly text: string
  readonly service: string | undefined
  readonly authority: string
}

/** An entry with its words. */
export interface NamedEntry extends BudgetEntry {
  readonly holder: string
  readonly rule: string | undefined
  readonly what: string
  readonly provider: string | undefined
}

/** What came of a share by one rule; of no rule: given back. */
export interface BudgetSum {
  readonly holder: string
  readonly rule: string | undefined
  readonly pence: bigint
}

/** Some delegated budgets by id, as far as one may see them. */
export async function findDelegated(reader: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, Delegated>> {
  if (ids.length === 0) return new Map()
  const rows = await reader
    .selectFrom('commissioning.delegated_budget')
    .select(['id', 'purpose', 'pence', 'starts_on as startsOn', 'ends_on as endsOn', 'fund', 'line', 'decision', 'handed_on as handedOn'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      {
        ...row,
        fund: row.fund ?? undefined,
        line: row.line ?? undefined,
        decision: row.decision ?? undefined,
        handedOn: row.handedOn ?? undefined,
      },
    ]),
  )
}

/** Who holds a delegated budget, in order. */
export async function findHolders(reader: Reader, budget: string): Promise<readonly BudgetHolder[]> {
  const rows = await reader
    .selectFrom('commissioning.budget_holder')
    .select(['id', 'kind', 'name', 'person', 'delegation', 'pence'])
    .select(sql<SqlBool>`id = any (commissioning.my_held_shares())`.as('isMine'))
    .where('budget', '=', budget)
    .orderBy('position')
    .execute()
  const people = await findPeopleNames(
    reader,
    rows.flatMap(({ person }) => person ?? []),
  )
  return rows.map(({ kind, person, delegation, pence, isMine, ...row }) => ({
    ...row,
    ...{ kind: kind as BudgetHolder['kind'], person: person ?? undefined, delegation: delegation ?? undefined, pence: pence ?? undefined },
    ...{ isMine: isMine === true, personName: person === null ? '' : (people.get(person) ?? '') },
  }))
}

/** By what a budget is divided, in order. */
export async function findFactors(reader: Reader, budget: string): Promise<readonly NamedFactor[]> {
  const [factors, values] = await Promise.all([
    reader
      .selectFrom('commissioning.budget_factor')
      .select(['id', 'name', 'weight', 'source', 'dated_on as datedOn'])
      .where('budget', '=', budget)
      .orderBy('position')
      .execute(),
    reader.selectFrom('commissioning.budget_factor_value').select(['factor', 'holder', 'value']).where('budget', '=', budget).execute(),
  ])
  return factors.map((factor) => ({
    ...factor,
    values: new Map(values.filter((one) => one.factor === factor.id).map(({ holder, value }) => [holder, value])),
  }))
}

/** What may be bought, by rules in the order in which they began. */
export async function findBudgetRules(reader: Reader, budget: string): Promise<readonly NamedRule[]> {
  const rows = await reader
    .selectFrom('commissioning.budget_rule')
    .select(['id', 'holder', 'text', 'service', 'limit_pence', 'authority', 'starts_on as startsOn', 'ends_on as endsOn'])
    .where('budget', '=', budget)
    .orderBy('starts_on')
    .orderBy('id')
    .execute()
  return rows.map(({ holder, service, limit_pence: limit, endsOn, ...row }) => ({
    ...row,
    ...{ holder: holder ?? undefined, service: service ?? undefined, limit: limit ?? undefined, endsOn: endsOn ?? undefined },
  }))
}

/** The entries of a budget that one may see, the latest first. */
export async function findBudgetEntries(reader: Reader, budget: string): Promise<readonly NamedEntry[]> {
  const rows = await reader
    .selectFrom('commissioning.budget_entry')
    .select(['id', 'holder', 'kind', 'rule', 'happened_on as happenedOn', 'pence', 'what', 'provider', 'undoes'])
    .where('budget', '=', budget)
    .orderBy('happened_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ kind, rule, provider, undoes, ...row }) => ({
    ...row,
    ...{ kind: kind as NamedEntry['kind'], rule: rule ?? undefined, provider: provider ?? undefined, undoes: undoes ?? undefined },
  }))
}

/** What was spent and given back, in sums, for whoever may see the budget. */
export async function findBudgetSums(reader: Reader, budget: string): Promise<readonly BudgetSum[]> {
  const rows = await reader
    .selectFrom(sql<{ holder: string; rule: string | null; pence: bigint }>`commissioning.delegated_sums(${budget}::uuid)`.as('s'))
    .select(['s.holder', 's.rule', 's.pence'])
    .execute()
  return rows.map(({ rule, pence, ...row }) => ({ ...row, rule: rule ?? undefined, pence: BigInt(pence) }))
}

/** The budgets of one person. */
export interface IndividualBudget {
  readonly id: string
  readonly body: string
  readonly lead: string
  readonly reference: string
  readonly heldBy: 'family' | 'young-person' | 'provider' | 'council'
  readonly professional: string
  readonly openedBy: string
  readonly pence: bigint
  readonly startsOn: Day
  readonly endsOn: Day
  readonly version: number
  readonly readers: readonly { readonly person: string; readonly why: string; readonly startsOn: Day; readonly endsOn: Day | undefined }[]
}

/** The budgets of persons with whom one works: of a board, or one. */
export async function findIndividual(
  reader: Reader,
  of: { readonly body: string } | { readonly id: string },
): Promise<readonly IndividualBudget[]> {
  const rows = await reader
    .selectFrom('commissioning.individual_budget')
    .select(['id', 'body', 'lead', 'reference', 'held_by', 'professional', 'opened_by', 'pence', 'starts_on as startsOn'])
    .select(['ends_on as endsOn', 'version'])
    .where((where) => ('id' in of ? where('id', '=', of.id) : where('body', '=', of.body)))
    .orderBy('reference')
    .execute()
  if (rows.length === 0) return []
  const readers = await reader
    .selectFrom('commissioning.individual_reader')
    .select(['budget', 'person', 'why', 'starts_on as startsOn', 'ends_on as endsOn'])
    .where(
      'budget',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('starts_on')
    .execute()
  return rows.map(({ held_by: heldBy, opened_by: openedBy, ...row }) => ({
    ...row,
    ...{ heldBy: heldBy as IndividualBudget['heldBy'], openedBy },
    readers: readers
      .filter(({ budget }) => budget === row.id)
      .map(({ budget: _budget, endsOn, ...one }) => ({ ...one, endsOn: endsOn ?? undefined })),
  }))
}

/** What was bought from the budget of one person, the latest first. */
export async function findIndividualEntries(reader: Reader, budget: string): Promise<readonly (BudgetEntry & { readonly what: string })[]> {
  const rows = await reader
    .selectFrom('commissioning.individual_entry')
    .select(['id', 'kind', 'happened_on as happenedOn', 'pence', 'what', 'undoes'])
    .where('budget', '=', budget)
    .orderBy('happened_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ kind, undoes, ...row }) => ({ ...row, kind: kind as BudgetEntry['kind'], undoes: undoes ?? undefined }))
}

/** What budgets of persons come to in a year that begins on 1 April; null is hidden, or not told before the year is over. */
export interface IndividualSum {
  readonly year: number
  readonly budgets: number | null
  readonly isHidden: boolean
  readonly pence: bigint | null
  readonly spent: bigint | null
}

/** Sums of the budgets of persons of a board, for whoever may know them; small numbers hidden by the database. */
export async function findIndividualSums(reader: Reader, body: string): Promise<readonly IndividualSum[]> {
  const rows = await reader
    .selectFrom(
      sql<{
        first_year: number
        budgets: number | null
        is_hidden: boolean
        pence: bigint | null
        spent: bigint | null
      }>`commissioning.individual_sums(${body}::uuid)`.as('s'),
    )
    .selectAll()
    .execute()
  return rows.map(({ first_year: year, is_hidden: isHidden, budgets, pence, spent }) => ({ year, isHidden, budgets, pence, spent }))
}

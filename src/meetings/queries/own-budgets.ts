import { listOrganisations } from '#governance/public-data.ts'
import { among } from '#platform/database/among.ts'
import type { Reader } from '#platform/database/session.ts'
import type { OwnBudget } from '../rules/own-budget.ts'

/** The own budgets that reports name, in the order of their years. */
export async function findOwnBudgets(reader: Reader, papers: readonly string[]): Promise<readonly OwnBudget[]> {
  if (papers.length === 0) return []
  const found = await reader
    .selectFrom('meetings.own_budget')
    .select(['id', 'paper', 'organisation', 'title', 'year', 'pence', 'holder', 'confirmed_by as confirmedBy', 'confirmed_on'])
    .where(among('paper', papers))
    .orderBy('year')
    .orderBy('title')
    .orderBy('id')
    .execute()
  if (found.length === 0) return []
  const nameOf = new Map((await listOrganisations(reader)).map(({ id, name }) => [id, name]))
  return found.map(({ confirmed_on, ...row }) => ({
    ...row,
    ...{ organisationName: nameOf.get(row.organisation) ?? '', confirmedOn: confirmed_on ?? undefined },
  }))
}

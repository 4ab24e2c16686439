import type { Guarded } from '#governance/public.ts'
import { listOrganisations } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { LedKind } from '../framework-paths.ts'
import type { Sight } from '../rules/commissioned-service.ts'
import { findOfficers } from './officers.ts'

/** What every record has that an organisation leads: its board, its sight, its lead. */
export interface LedRecord {
  readonly kind: LedKind
  readonly id: string
  readonly body: string
  readonly sight: Sight
  readonly title: string
  readonly lead: string
  readonly leadName: string
  /** People who commission for that organisation today. */
  readonly commissioners: readonly string[]
  readonly version: number
}

/** The table of each kind; all of them have the columns that are read here. */
export const ledTables = {
  pathway: 'commissioning.pathway',
  decommissioning: 'commissioning.decommissioning',
  framework: 'commissioning.framework',
  market: 'commissioning.market',
  delegated: 'commissioning.delegated_budget',
  scenario: 'commissioning.scenario',
} as const satisfies Record<LedKind, string>

/** Such a table, as far as its columns are those of every kind. */
export const tableOf = (kind: LedKind): 'commissioning.pathway' => ledTables[kind] as 'commissioning.pathway'

/** What the matrix knows of such a record. */
export const guardedLed = ({
  kind,
  body,
  sight,
  commissioners,
}: Pick<LedRecord, 'kind' | 'body' | 'sight' | 'commissioners'>): Guarded => ({
  ...{ record: kind, state: sight, ties: { body, leads: commissioners } },
})

/** One record of a kind that one may see. @throws NotFound */
export async function findLed(reader: Reader, kind: LedKind, id: string, today: Temporal.PlainDate): Promise<LedRecord> {
  const [found] = isUuid(id) ? await readLed(reader, kind, { id }, today) : []
  if (!found) throw new NotFound('No such record.')
  return found
}

/** The records of a kind that a board keeps and one may see, by title; at most 500. */
export function listLed(reader: Reader, kind: LedKind, body: string, today: Temporal.PlainDate): Promise<readonly LedRecord[]> {
  return readLed(reader, kind, { body }, today)
}

async function readLed(
  reader: Reader,
  kind: LedKind,
  of: { readonly id: string } | { readonly body: string },
  today: Temporal.PlainDate,
): Promise<readonly LedRecord[]> {
  const rows = await reader
    .selectFrom(tableOf(kind))
    .select(['id', 'body', 'sight', 'title', 'lead', 'version'])
    .where((where) => ('id' in of ? where('id', '=', of.id) : where('body', '=', of.body)))
    .orderBy('title')
    .orderBy('id')
    .limit(500)
    .execute()
  if (rows.length === 0) return []
  const [organisations, officers] = await Promise.all([
    listOrganisations(reader),
    findOfficers(
      reader,
      rows.map(({ lead }) => lead),
      'commissioner',
      today,
    ),
  ])
  const names = new Map(organisations.map(({ id, name }) => [id, name]))
  return rows.map((row) => ({
    ...row,
    ...{ kind, sight: row.sight as Sight, leadName: names.get(row.lead) ?? '', commissioners: officers.get(row.lead) ?? [] },
  }))
}

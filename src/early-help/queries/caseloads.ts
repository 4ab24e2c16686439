import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import { type CaseloadStanding, caseloadStands } from '../rules/caseload.ts'
import { findNames } from './names.ts'

/** How many families somebody leads for an agency; never which. */
export interface CaseloadLine extends CaseloadStanding {
  readonly person: string
  readonly name: string
  readonly organisation: string
  readonly organisationName: string
  readonly isMine: boolean
  readonly isSupervised: boolean
  readonly isLed: boolean
  /** Of whole time; undefined where nobody said it. */
  readonly percent: number | undefined
  readonly families: number
  /** By code of a tier, and by level of need; '' where none is recorded. */
  readonly tiers: Readonly<Record<string, number>>
  readonly levels: Readonly<Record<string, number>>
  readonly isAway: boolean
  readonly backOn: Temporal.PlainDate | undefined
}

interface Row {
  readonly person: string
  readonly organisation: string
  readonly is_mine: boolean
  readonly is_supervised: boolean
  readonly is_led: boolean
  readonly share: number | null
  readonly families: number
  readonly tiers: Readonly<Record<string, number>>
  readonly levels: Readonly<Record<string, number>>
  readonly is_away: boolean
  readonly back_on: Temporal.PlainDate | null
}

/** Limits that hold today, by agency. */
export async function findLimits(reader: Reader, today: Temporal.PlainDate) {
  const rows = await reader
    .selectFrom('casework.caseload_limit')
    .distinctOn('organisation')
    .select(['organisation', 'families', 'source', 'elsewhere', 'elsewhere_source as elsewhereSource', 'starts_on as startsOn'])
    .where('starts_on', '<=', today)
    .orderBy('organisation')
    .orderBy('starts_on', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.organisation, row]))
}
/** A limit of an agency. */
export type CaseloadLimit = NonNullable<ReturnType<Awaited<ReturnType<typeof findLimits>>['get']>>

/** Caseloads that one may see, the fullest first; of everybody for whoever hands on the family that is named. */
export async function listCaseloads(reader: Reader, today: Temporal.PlainDate, handed?: string): Promise<readonly CaseloadLine[]> {
  const rows = await reader
    .selectFrom(sql<Row>`casework.caseloads(${handed ?? null}::uuid)`.as('loads'))
    .selectAll()
    .execute()
  const limits = await findLimits(reader, today)
  const names = await findNames(
    reader,
    rows.flatMap(({ person, organisation }) => [person, organisation]),
  )
  return rows
    .map((row) => ({
      ...{ person: row.person, name: names.get(row.person) ?? '' },
      ...{ organisation: row.organisation, organisationName: names.get(row.organisation) ?? '' },
      ...{ isMine: row.is_mine, isSupervised: row.is_supervised, isLed: row.is_led, percent: row.share ?? undefined },
      ...{ families: row.families, tiers: row.tiers, levels: row.levels, isAway: row.is_away, backOn: row.back_on ?? undefined },
      ...caseloadStands(row.families, limits.get(row.organisation)?.families, row.share ?? undefined),
    }))
    .sort((a, b) => b.families - a.families || (a.name < b.name ? -1 : 1))
}

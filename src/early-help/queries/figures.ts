import { sql } from 'kysely'
import { findFamilyIndicators } from '#performance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { findNames } from './names.ts'

/** A figure as it would be published. */
export interface PreviewedFigure {
  readonly title: string
  readonly isPart: boolean
  readonly month: PreviewedCell | undefined
  readonly year: PreviewedCell | undefined
}
/** What would be seen of it: null where it is hidden. */
export interface PreviewedCell {
  readonly hidden: boolean
  readonly shown: number | null
  /** Of a share: of how many; null where it is no share, or hidden. */
  readonly of: number | null
}

/** What would be published of a month that is over and not published yet, in the order of the page; the database protects it. Co-ordinators alone may ask. */
export async function previewMonth(reader: Reader, month: Temporal.PlainDate): Promise<readonly PreviewedFigure[]> {
  const { cells: protectedCells } = await reader
    .selectNoFrom(sql<Readonly<Record<string, PreviewedCell>>>`casework.preview_month(${month.toString()}::date)`.as('cells'))
    .executeTakeFirstOrThrow()
  const cells = new Map(Object.entries(protectedCells))
  const indicators = await findFamilyIndicators(reader)
  return indicators.map(({ code, title, reasonOf }) => ({
    ...{ title, isPart: reasonOf !== null },
    month: cells.get(`${code} month`),
    year: cells.get(`${code} year`),
  }))
}

/** From which age a child is asked and after how many days an own entry is due, the latest first; `setBy` is '' where the product brought it. */
export async function listVoiceRules(reader: Reader) {
  const rows = await reader
    .selectFrom('casework.voice_count_rule')
    .select(['starts_on as startsOn', 'from_age as fromAge', 'due_after_days as dueAfterDays', 'source', 'set_by', 'set_on as setOn'])
    .orderBy('starts_on', 'desc')
    .execute()
  const names = await findNames(
    reader,
    rows.map(({ set_by }) => set_by),
  )
  return rows.map(({ set_by, ...row }) => ({ ...row, setBy: names.get(set_by ?? '') ?? '' }))
}
/** Whom figures ask from a month on, and who signed it. */
export type VoiceRule = Awaited<ReturnType<typeof listVoiceRules>>[number]

import { sql } from 'kysely'
import type { Reader, Writer } from '#platform/database/session.ts'
import type { ContentClass } from '../rules/access.ts'
import type { RightSource } from '../words/putting-right.ts'
import { findNames } from './names.ts'
import type { RightRecord } from './putting-right.ts'

/** The register of what is asked to be put right, what waits first; of a co-ordinator that of their locality. No word of a family but what one proposed oneself. */
export async function listRightRegister(reader: Reader) {
  return reader
    .selectFrom(
      sql<{
        id: string
        episode: string
        reference: string
        class: ContentClass
        source: RightSource | 'other'
        kind: 'asked' | 'mistake'
        received_on: Temporal.PlainDate
        due_on: Temporal.PlainDate
        verdict: 'put-right' | 'refused' | null
        decided_at: Temporal.Instant | null
        is_of_closed: boolean
        is_mine: boolean
        wanted: string
        because: string
      }>`casework.rectification_register()`.as('line'),
    )
    .selectAll('line')
    .execute()
}
/** A line of the register. */
export type RightLine = Awaited<ReturnType<typeof listRightRegister>>[number]

/** Records of their own in a closed record, by kind and day, without a word; none where one may not propose, or does not look. */
export async function findClosedLines(reader: Reader, episode: string) {
  return reader
    .selectFrom(
      sql<{
        source: RightSource
        record: string
        about: string
        on_day: Temporal.PlainDate
      }>`casework.closed_lines(${episode}::uuid)`.as('line'),
    )
    .selectAll('line')
    .execute()
}
/** One of them. */
export type ClosedLine = Awaited<ReturnType<typeof findClosedLines>>[number]

/** The one record that is to be put right, of which one sees nothing besides; undefined where it is not there, or held. */
export async function findClosedLine(
  reader: Reader,
  of: { readonly episode: string; readonly source: RightSource; readonly record: string },
): Promise<RightRecord | undefined> {
  const row = await reader
    .selectNoFrom(sql<LineRow | null>`casework.closed_line(${of.episode}::uuid, ${of.source}, ${of.record}::uuid)`.as('line'))
    .executeTakeFirstOrThrow()
  return recordOf(row.line)
}

/** Opens a proposal for whoever approves, which writes the look; undefined where nothing waits, or one proposed it oneself. */
export async function openClosedRight(tx: Writer, id: string) {
  const { rows } = await sql<{
    id: string
    episode: string
    reference: string
    class: ContentClass
    source: RightSource | 'other'
    kind: 'asked' | 'mistake'
    said: string
    wanted: string
    asked_by: string
    entitled_by: string | null
    received_on: Temporal.PlainDate
    due_on: Temporal.PlainDate
    correction: Readonly<Record<string, unknown>> | null
    line: LineRow | null
    entered_by: string
    version: number
  }>`select * from casework.open_closed_right(${id}::uuid)`.execute(tx)
  const [row] = rows
  if (!row) return undefined
  const names = await findNames(tx, [row.entered_by])
  const shall =
    row.line && row.correction ? { ...row.line, ...row.correction, origin: row.correction.source, source: row.line.source } : null
  return {
    ...row,
    proposedBy: names.get(row.entered_by) ?? '',
    record: recordOf(row.line),
    shall: recordOf(shall as LineRow | null),
  }
}
/** A proposal that waits. */
export type ClosedRight = NonNullable<Awaited<ReturnType<typeof openClosedRight>>>

/** A record as the database hands it out: days are words. */
type LineRow = { readonly source: RightSource; readonly on: string; readonly known_on?: string; readonly [column: string]: unknown }

function recordOf(line: LineRow | null): RightRecord | undefined {
  if (line === null) return undefined
  const on = Temporal.PlainDate.from(line.on)
  return {
    ...line,
    on,
    ...(line.known_on === undefined ? {} : { known_on: Temporal.PlainDate.from(line.known_on) }),
  } as unknown as RightRecord
}

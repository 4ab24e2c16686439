import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { type ReadingState, readingStateAt } from '../rules/national-brought.ts'
import type { NationalReport } from '../rules/national-report.ts'

/** A reading of published files that an administrator began. */
export interface NationalReading {
  readonly id: string
  readonly state: ReadingState
  readonly files: readonly string[]
  readonly startedAt: Temporal.Instant
  readonly endedAt: Temporal.Instant | null
  /** Of the bytes of the values, 0 to 100. */
  readonly percent: number
  readonly rowsRead: number
  readonly stopAsked: boolean
  /** Why it was refused; '' otherwise. */
  readonly words: string
  /** What was read; null where nothing was. */
  readonly report: NationalReport | null
}

function readings(reader: Reader) {
  return reader
    .selectFrom('performance.national_reading as r')
    .leftJoin('performance.national_edition as e', 'e.id', 'r.edition')
    .select(['r.id', 'r.state', 'r.files', 'r.started_at as startedAt', 'r.seen_at as seenAt', 'r.ended_at as endedAt'])
    .select(['r.percent', 'r.rows_read as rowsRead', 'r.stop_asked_at as stopAskedAt', 'r.words', 'e.report'])
}

type Row = Awaited<ReturnType<ReturnType<typeof readings>['execute']>>[number]

function readingOf(row: Row, now: Temporal.Instant): NationalReading {
  const { stopAskedAt, report, seenAt, ...rest } = row
  const state = readingStateAt({ state: row.state, seenAt }, now)
  return { ...rest, state, stopAsked: stopAskedAt !== null, report: report as unknown as NationalReport | null }
}

/** One reading. @throws NotFound, also for everybody who is no administrator */
export async function findReading(reader: Reader, id: string, now: Temporal.Instant): Promise<NationalReading> {
  const row = await readings(reader).where('r.id', '=', id).executeTakeFirst()
  if (row === undefined) throw new NotFound('No such reading.')
  return readingOf(row, now)
}

/** The last readings, the latest first. */
export async function listReadings(reader: Reader, now: Temporal.Instant): Promise<readonly NationalReading[]> {
  const rows = await readings(reader).orderBy('r.started_at', 'desc').orderBy('r.id', 'desc').limit(10).execute()
  return rows.map((row) => readingOf(row, now))
}

/** What was read of the edition in force, and what was odd about it: everybody's to read. */
export async function findReport(reader: Reader): Promise<NationalReport | undefined> {
  const row = await reader
    .selectFrom('performance.national_edition')
    .select('report')
    .orderBy('read_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && (row.report as unknown as NationalReport)
}

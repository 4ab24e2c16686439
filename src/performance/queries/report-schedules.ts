import type { Reader } from '#platform/database/session.ts'
import type { ReportSchedule } from '../rules/report-schedule.ts'

/** What became of one report that a schedule asks for. */
export interface ReportRun {
  readonly schedule: string
  readonly rhythm: ReportSchedule['rhythm']
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate
  readonly dueOn: Temporal.PlainDate
  readonly outcome: 'made' | 'skipped'
  readonly happenedOn: Temporal.PlainDate
  readonly scorecard: string | null
  readonly reason: string
}

/** Which reports: of a board as a whole, or of a priority; undefined: all. */
export type ReportsOf = { readonly body: string } | { readonly priority: string }

/** Schedules as far as one may see them, the latest first. */
export async function listSchedules(reader: Reader, of?: ReportsOf): Promise<readonly ReportSchedule[]> {
  let query = reader
    .selectFrom('performance.report_schedule')
    .select(['id', 'body', 'priority', 'rhythm', 'working_day as workingDay', 'starts_on as startsOn', 'ends_on as endsOn'])
  if (of !== undefined)
    query = 'body' in of ? query.where('body', '=', of.body).where('priority', 'is', null) : query.where('priority', '=', of.priority)
  const rows = await query.orderBy('starts_on', 'desc').orderBy('id').execute()
  return rows.map((row) => ({ ...row, rhythm: row.rhythm as ReportSchedule['rhythm'] }))
}

/** What became of the reports of some schedules, the latest period first; at most 60. */
export async function listRuns(reader: Reader, schedules: readonly ReportSchedule[]): Promise<readonly ReportRun[]> {
  if (schedules.length === 0) return []
  const rhythms = new Map(schedules.map(({ id, rhythm }) => [id, rhythm]))
  const rows = await reader
    .selectFrom('performance.report_run')
    .select(['schedule', 'starts_on as startsOn', 'ends_on as endsOn', 'due_on as dueOn', 'outcome', 'happened_on as happenedOn'])
    .select(['scorecard', 'reason'])
    .where('schedule', 'in', [...rhythms.keys()])
    .orderBy('ends_on', 'desc')
    .orderBy('starts_on')
    .limit(60)
    .execute()
  return rows.map((row) => ({ ...row, rhythm: rhythms.get(row.schedule) ?? 'quarter', outcome: row.outcome as ReportRun['outcome'] }))
}

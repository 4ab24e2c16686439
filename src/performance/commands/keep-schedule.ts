import { findPriority } from '#plans/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import { type Database, writeAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { ScheduleInput } from '../forms/report.ts'
import { demand, guardedScorecard } from '../permission.ts'
import { listSchedules } from '../queries/report-schedules.ts'
import type { FrozenOf } from './freeze-scorecard.ts'
import { noteAct } from './note-act.ts'

interface Needs {
  readonly db: Database
}

const isAfter = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(one, other) > 0

/** Lets the report of a board or of a priority make itself from a day on; a schedule of the same rhythm that runs then ends on that day. */
export async function addSchedule(
  needs: Needs,
  doer: Doer,
  { body, priority }: FrozenOf,
  input: ScheduleInput,
): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, guardedScorecard(body), 'freeze')
    if (priority !== undefined && (await findPriority(tx, priority))?.body !== body) throw new NotFound('No such priority.')
    // What was due in the past was not made, and is not made up.
    if (isAfter(doer.today, input.startsOn)) return fail({ field: 'startsOn', code: 'schedule-past' })
    const all = await listSchedules(tx, priority === undefined ? { body } : { priority })
    const open = all.filter(({ rhythm, endsOn }) => rhythm === input.rhythm && (endsOn === null || isAfter(endsOn, input.startsOn)))
    if (open.some(({ startsOn }) => !isAfter(input.startsOn, startsOn))) return fail({ field: 'startsOn', code: 'schedule-overlaps' })
    for (const { id } of open)
      await tx.updateTable('performance.report_schedule').set({ ends_on: input.startsOn }).where('id', '=', id).execute()
    const id = newId()
    await tx
      .insertInto('performance.report_schedule')
      .values({
        ...{ id, body, priority: priority ?? null, rhythm: input.rhythm, working_day: input.workingDay },
        ...{ starts_on: input.startsOn, ends_on: null, made_at: doer.now },
      })
      .execute()
    await noteAct(tx, doer, 'report.scheduled', 'scorecard', id, { body, priority, ...input })
    return succeed(null)
  })
}

/** Ends a schedule on a day; reports that were made stay. @throws NotFound */
export async function endSchedule(needs: Needs, doer: Doer, id: string, endsOn: Temporal.PlainDate): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const schedule = (await listSchedules(tx)).find((one) => one.id === id)
    if (schedule === undefined) throw new NotFound('No such schedule.')
    await demand(tx, doer, guardedScorecard(schedule.body), 'freeze')
    if (schedule.endsOn !== null) return fail({ field: '', code: 'withdrawn-already' })
    if (!isAfter(endsOn, schedule.startsOn) || isAfter(doer.today, endsOn)) return fail({ field: 'endsOn', code: 'schedule-past' })
    await tx.updateTable('performance.report_schedule').set({ ends_on: endsOn }).where('id', '=', id).execute()
    await noteAct(tx, doer, 'report.schedule-ended', 'scorecard', id, { endsOn: endsOn.toString() })
    return succeed(null)
  })
}

import { findBodyById, findCalendar } from '#governance/public-data.ts'
import { findPriority } from '#plans/public-data.ts'
import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { type Database, type Writer, writeAs } from '#platform/database/session.ts'
import { dayOf } from '#platform/time/london.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { PerformanceNeeds } from '../needs.ts'
import { scorecardPaths } from '../paths.ts'
import { listSchedules } from '../queries/report-schedules.ts'
import { type ReportSchedule, type ReportTask, reportsToMake } from '../rules/report-schedule.ts'
import { reportMail, reportStanding, reportTitle } from '../words/report.ts'
import { type Editions, readEditions, writeFrozen } from './freeze-editions.ts'
import { mailPerson } from './mail-person.ts'
import { noteAct } from './note-act.ts'

/** What making reports needs from outside. */
export type ReportNeeds = Pick<PerformanceNeeds, 'outbox' | 'config'> & { readonly db: Database }

/**
 * Once a day: makes the reports that schedules ask for and are due (I4), each in a transaction of its own with what is written down of it, so that nothing is
 * made twice. What was missed is skipped and said, never made up. Returns how many were made.
 */
export async function makeReports(needs: ReportNeeds, now: Temporal.Instant): Promise<number> {
  const doer = { actor: SYSTEM_ACTOR, now, today: dayOf(now) }
  const tasks = await writeAs(needs.db, doer, (tx) => dueTasks(tx, doer.today))
  let made = 0
  for (const { schedule, task } of tasks) if (await writeAs(needs.db, doer, (tx) => runTask(needs, tx, doer, schedule, task))) made += 1
  return made
}

interface Task {
  readonly schedule: ReportSchedule
  readonly task: ReportTask
}

async function dueTasks(tx: Writer, today: Temporal.PlainDate): Promise<readonly Task[]> {
  const runs = await tx.selectFrom('performance.report_run').select(['schedule', 'starts_on']).execute()
  const done = Map.groupBy(runs, ({ schedule }) => schedule)
  const found: Task[] = []
  for (const schedule of await listSchedules(tx)) {
    const board = await findBodyById(tx, schedule.body, today)
    const calendar = await findCalendar(tx, board?.settings?.holidayDivision ?? 'england-and-wales')
    const own = new Set((done.get(schedule.id) ?? []).map((run) => run.starts_on.toString()))
    found.push(...reportsToMake(schedule, calendar, own, today).map((task) => ({ schedule, task })))
  }
  return found
}

async function runTask(needs: ReportNeeds, tx: Writer, doer: Doer, schedule: ReportSchedule, { period, dueOn, act }: ReportTask) {
  // Two jobs at once take turns; the second one finds what the first has written.
  await tx.selectFrom('performance.report_schedule').select('id').where('id', '=', schedule.id).forUpdate().execute()
  const before = await tx
    .selectFrom('performance.report_run')
    .select('schedule')
    .where('schedule', '=', schedule.id)
    .where('starts_on', '=', period.startsOn)
    .executeTakeFirst()
  if (before !== undefined) return false
  const of = { body: schedule.body, priority: schedule.priority }
  const editions = act === 'make' ? await readEditions(tx, { ...of, until: period.endsOn }, doer.today) : undefined
  const reason = editions === undefined ? 'not-run' : editions.full.length === 0 ? 'no-measure' : ''
  const run = {
    ...{ schedule: schedule.id, body: schedule.body, starts_on: period.startsOn, ends_on: period.endsOn, due_on: dueOn },
    ...{ happened_on: doer.today, outcome: reason === '' ? 'made' : 'skipped', reason },
  }
  if (editions === undefined || reason !== '') {
    await tx
      .insertInto('performance.report_run')
      .values({ ...run, scorecard: null })
      .execute()
    return false
  }
  const about = schedule.priority === null ? undefined : await findPriority(tx, schedule.priority)
  const title = reportTitle(period, about)
  const standing = reportStanding({ period, dueOn, madeAt: doer.now, madeOn: doer.today })
  const freeze = { ...of, title, standing, until: period.endsOn, note: '', by: 'its schedule', for: { schedule: schedule.id } }
  const scorecard = await writeFrozen(tx, doer, freeze, editions)
  await tx
    .insertInto('performance.report_run')
    .values({ ...run, scorecard })
    .execute()
  await tellOwners(needs, tx, editions, { title, scorecard })
  await noteAct(tx, doer, 'report.made', 'scorecard', scorecard, { schedule: schedule.id, period: period.startsOn.toString() })
  return true
}

/** Tells whoever answers for a measure of the report that it is there, once each. */
async function tellOwners(
  needs: ReportNeeds,
  tx: Writer,
  { full }: Editions,
  { title, scorecard }: { readonly title: string; readonly scorecard: string },
): Promise<void> {
  const owners = new Set(full.flatMap(({ reading }) => reading.definition.ownerPerson ?? []))
  const words = reportMail(title, needs.config.publicUrl + scorecardPaths.frozen(scorecard))
  for (const owner of owners) await mailPerson(needs, tx, owner, words, { type: 'scorecard', id: scorecard })
}

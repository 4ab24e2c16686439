import { workingDaysOf } from '#governance/public.ts'
import { findAgenda, findComingMeetings } from '#meetings/public-data.ts'
import { listPriorities } from '#plans/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import { type Database, readAs, writeAs } from '#platform/database/session.ts'
import { freezeScorecard } from '../commands/freeze-scorecard.ts'
import { makeReports, type ReportNeeds } from '../commands/make-reports.ts'
import { lastEnded, periodAway } from '../rules/period.ts'
import { reportDue } from '../rules/report-schedule.ts'
import type { PerformanceGround } from './load.ts'

const WORKING_DAY = 10

/** Reports of the last quarters that made themselves, and the scorecard of a priority as it goes to the next meeting (I4). */
export async function loadReportsSample(needs: ReportNeeds, owner: Database, ground: PerformanceGround): Promise<void> {
  const { clerk, now, today } = ground
  const [doer, body] = [{ actor: clerk, now, today }, ground.bodies.get('northbrook-childrens-partnership') ?? '']
  const last = lastEnded('quarter', today)
  const due = [periodAway(last, -1) ?? last, last].flatMap(
    (period) => reportDue(period, WORKING_DAY, workingDaysOf('england-and-wales')) ?? [],
  )
  const [first = today] = due
  await writeAs(owner, doer, (tx) =>
    tx
      .insertInto('performance.report_schedule')
      .values({
        id: newId(),
        body,
        priority: null,
        rhythm: 'quarter',
        working_day: WORKING_DAY,
        starts_on: first,
        ends_on: null,
        made_at: now,
      })
      .execute(),
  )
  for (const day of due) {
    if (Temporal.PlainDate.compare(day, today) <= 0)
      await makeReports(needs, day.toZonedDateTime('Europe/London').add({ hours: 6 }).toInstant())
  }
  const found = await readAs(owner, doer, async (reader) => {
    const [meeting] = await findComingMeetings(reader, today, { bodies: [body], limit: 1 })
    const items = meeting === undefined ? [] : await findAgenda(reader, meeting.id)
    const item = items.findLast((one) => one.sight === 'public' && one.category === 'public' && one.body === body)
    const priority = (await listPriorities(reader)).find((one) => one.body === body && one.title.startsWith('A healthy start'))
    return meeting && item && priority ? { item: `${meeting.id}/${item.id}`, priority: priority.id } : undefined
  })
  if (found === undefined) return
  const frozen = await freezeScorecard(
    { db: owner },
    doer,
    { body, priority: found.priority },
    { item: found.item, note: '' },
    'Omar Siddiqui',
  )
  if (!frozen.ok) throw new Error(`The sample cannot freeze the scorecard of a priority: ${JSON.stringify(frozen.problems)}`)
}

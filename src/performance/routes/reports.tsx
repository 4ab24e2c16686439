import type { Hono } from 'hono'
import { type AskedBoard, withBody } from '#governance/public-data.ts'
import { findPriority, type PlanRowReference } from '#plans/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { form, formsWith, type Gate, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { freezeScorecard } from '../commands/freeze-scorecard.ts'
import { addSchedule, endSchedule } from '../commands/keep-schedule.ts'
import { parseFreeze } from '../forms/freeze.ts'
import { parseSchedule, parseScheduleEnd } from '../forms/report.ts'
import type { PerformanceNeeds } from '../needs.ts'
import type { ReportsShown } from '../pages/reports-card.tsx'
import { PriorityScorecardPage } from '../pages/scorecard-page.tsx'
import { scorecardPaths } from '../paths.ts'
import { guard, guardedScorecard } from '../permission.ts'
import { listFrozen } from '../queries/frozen.ts'
import { listRuns, listSchedules, type ReportsOf } from '../queries/report-schedules.ts'
import { findPriorityScorecard } from '../queries/scorecard-view.ts'
import type { ReportSchedule } from '../rules/report-schedule.ts'
import { problemWords } from '../words/problems.ts'
import { endScheduleShape, freezeShape, scheduleShape } from './freeze-shape.ts'
import { begin, boardGate, part } from './gates.ts'

const formAt = formsWith(problemWords)

/** When reports of a scorecard make themselves, and what became of each, as far as one may see it. */
export async function findReports(reader: Reader, of: ReportsOf, today: Temporal.PlainDate): Promise<ReportsShown> {
  const all = await listSchedules(reader, of)
  const schedules = all.filter(({ endsOn }) => endsOn === null || Temporal.PlainDate.compare(today, endsOn) < 0)
  return { schedules, runs: await listRuns(reader, all) }
}

type AskedPriority = AskedBoard & { readonly priority: PlanRowReference }

/** A priority of a plan with the board of the plan; `freeze` is asked of that board. */
function priorityGate(verb: 'read' | 'freeze'): Gate<AskedPriority> {
  return async (reader, c) => {
    const priority = await findPriority(reader, part(c, 'priority'))
    if (priority === undefined) throw new NotFound('No such priority.')
    const asked = await withBody(await begin(reader, c), priority.body)
    if (verb !== 'read') guard.demandOf(asked.standing, asked.visit, guardedScorecard(priority.body), verb)
    return { ...asked, priority }
  }
}

/** Scorecards of priorities, and the schedules by which reports make themselves (I4). */
export function reportRoutes(app: Hono<AppEnv>, needs: PerformanceNeeds): void {
  pageAt(app, needs, '/priorities/:priority/scorecard', priorityGate('read'), async ({ reader, visit, priority, may }) => {
    const of = { priority: priority.id }
    const scorecard = await findPriorityScorecard(reader, priority.id, visit.today)
    const [frozen, reports] = [await listFrozen(reader, of), await findReports(reader, of, visit.today)]
    const mayFreeze = may(guardedScorecard(priority.body), 'freeze')
    return <PriorityScorecardPage visit={visit} scorecard={scorecard} frozen={frozen} reports={reports} mayFreeze={mayFreeze} />
  })
  formAt(app, needs, '/priorities/:priority/scorecard/freeze', priorityGate('freeze'), async (asked) =>
    form(await freezeShape(asked, asked.priority), parseFreeze, async (doer, input) => {
      const of = { body: asked.body.id, priority: asked.priority.id }
      return leadTo(await freezeScorecard(needs, doer, of, input, asked.visit.account?.name ?? ''), scorecardPaths.frozen)
    }),
  )
  formAt(app, needs, '/priorities/:priority/scorecard/reports', priorityGate('freeze'), async (asked) =>
    form(scheduleShape(asked, asked.priority), parseSchedule, async (doer, input) => {
      const of = { body: asked.body.id, priority: asked.priority.id }
      return leadTo(await addSchedule(needs, doer, of, input), () => scorecardPaths.ofPriority(asked.priority.id))
    }),
  )
  formAt(app, needs, '/boards/:slug/scorecard/reports', boardGate(guardedScorecard, 'freeze'), async (asked) =>
    form(scheduleShape(asked), parseSchedule, async (doer, input) =>
      leadTo(await addSchedule(needs, doer, { body: asked.body.id }, input), () => scorecardPaths.ofBoard(asked.body.slug)),
    ),
  )
  formAt(app, needs, '/report-schedules/:schedule/end', scheduleGate(), async (asked) =>
    form(endScheduleShape(asked, asked.schedule), parseScheduleEnd, async (doer, { endsOn }) =>
      leadTo(await endSchedule(needs, doer, asked.schedule.id, endsOn), () => toScorecard(asked)),
    ),
  )
}

type AskedSchedule = AskedBoard & { readonly schedule: ReportSchedule }

const toScorecard = ({ schedule: { priority }, body }: AskedSchedule): string =>
  priority === null ? scorecardPaths.ofBoard(body.slug) : scorecardPaths.ofPriority(priority)

function scheduleGate(): Gate<AskedSchedule> {
  return async (reader, c) => {
    const schedule = (await listSchedules(reader)).find(({ id }) => id === part(c, 'schedule'))
    if (schedule === undefined) throw new NotFound('No such schedule.')
    const asked = await withBody(await begin(reader, c), schedule.body)
    guard.demandOf(asked.standing, asked.visit, guardedScorecard(schedule.body), 'freeze')
    return { ...asked, schedule }
  }
}

import type { ActorId } from '#platform/database/session.ts'
import { readAs } from '#platform/database/session.ts'
import type { FieldProblem, Result } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import { answerException, raiseException } from '../commands/exceptions.ts'
import { beginReport, publishReport, writeSection } from '../commands/reports.ts'
import type { PlansNeeds } from '../needs.ts'
import { findPlanHead, listPlans } from '../queries/plans.ts'
import { findReport, findSections } from '../queries/reports.ts'
import { findRows } from '../queries/rows.ts'
import { tellOfStrategy } from './communications.ts'
import { writeDuties } from './duties.ts'

/** What the reports of the sample build on. */
export interface ReportsSampleGround {
  readonly bodies: ReadonlyMap<string, string>
  readonly accounts: { readonly clerk: ActorId; readonly otherClerk: ActorId }
  readonly today: Temporal.PlainDate
  readonly now: Temporal.Instant
}

function done<Value>(result: Result<Value, FieldProblem>): Value {
  if (!result.ok) throw new Error(`The sample cannot write its report: ${JSON.stringify(result.problems)}`)
  return result.value
}

/** Writes the reports of the sample through the commands that people use: a published one of half a year, and the annual one of every plan as a draft. */
export async function loadPlanReportsSample(needs: PlansNeeds, { bodies, accounts, today, now }: ReportsSampleGround): Promise<void> {
  const body = bodies.get('northbrook-childrens-partnership') ?? ''
  const clerk: Doer = { actor: accounts.clerk, now, today }
  const plans = await readAs(needs.db, clerk, (reader) => listPlans(reader, body))
  const plan = plans.find(({ title }) => title === 'Northbrook children and young people’s plan')
  if (!plan) throw new Error('The sample has no children’s plan.')
  const { id } = done(
    await beginReport(needs, clerk, body, {
      ...{ kind: 'half-yearly', plan: plan.id, title: 'Children and young people’s plan: six months of progress', audience: 'public' },
      ...{ startsOn: today.subtract({ months: 6 }).add({ days: 1 }), lastDay: today },
    }),
  )
  const summary = (await readAs(needs.db, clerk, (reader) => findSections(reader, id))).find(({ code }) => code === 'summary')
  const text =
    'The plan is on its way, and most of what was promised for these months was begun.\n\nWhat worries us are families without a settled home. The needs assessment found more of them than the plan had reckoned with, and a new version of the plan is before two boards.'
  done(await writeSection(needs, clerk, id, 'summary', { text, version: summary?.revision ?? 1 }))
  const { version } = await readAs(needs.db, clerk, (reader) => findReport(reader, id))
  done(await publishReport(needs, clerk, id, { version }))
  await writeDuties(needs, clerk, body)
  await tellOfStrategy(needs, { ...clerk, actor: accounts.otherClerk }, bodies.get('joint-commissioning-board') ?? '')
  await reportException(needs, clerk, plan.id)
  const lastDay = today.with({ day: 1 }).subtract({ days: 1 })
  done(
    await beginReport(needs, clerk, body, {
      ...{ kind: 'annual', plan: undefined, title: `Annual report of the partnership ${lastDay.year}`, audience: 'public' },
      ...{ startsOn: lastDay.add({ days: 1 }).subtract({ years: 1 }), lastDay },
    }),
  )
}

/** Something of the plan is off track; the board has answered, and what came of it is still to be said. */
async function reportException(needs: PlansNeeds, clerk: Doer, plan: string): Promise<void> {
  const { priorities } = await readAs(needs.db, clerk, async (reader) => findRows(reader, (await findPlanHead(reader, plan)).version))
  const row = priorities[1]
  if (!row) throw new Error('The children’s plan of the sample has no second priority.')
  const { id } = done(
    await raiseException(needs, clerk, plan, {
      ...{ row: row.id, title: 'The safe places in two towns are two months late' },
      offTrack: 'Four of the six places that young people named as unsafe are not lit yet.',
      why: 'The works were let again after the first contractor withdrew.',
      impact: 'Young people go on avoiding the bus station after dark. Nothing else in the plan waits for it.',
      proposed: 'Lend the mobile lights of the county to both towns until the works are done.',
      asked: 'That the board agree to move the day to the end of next quarter and to the loan of the lights.',
    }),
  )
  const answer = 'Agreed. The board wants to see the places for itself before its next meeting.'
  done(await answerException(needs, clerk, id, { answer, decision: undefined, answeredOn: clerk.today, version: 1 }))
}

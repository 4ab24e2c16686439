import { writeAs } from '#platform/database/session.ts'
import type { FieldProblem, Result } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import { askBoard } from '../commands/approvals.ts'
import { makePlan } from '../commands/plan.ts'
import { openReview } from '../commands/reviews.ts'
import { addRow } from '../commands/rows.ts'
import { revisePlan } from '../commands/versions.ts'
import type { RowInput } from '../forms/row.ts'
import type { PlansNeeds } from '../needs.ts'
import { findVersions } from '../queries/plans.ts'

function done<Value>(what: string, result: Result<Value, FieldProblem>): Value {
  if (!result.ok) throw new Error(`The sample cannot ${what}: ${JSON.stringify(result.problems)}`)
  return result.value
}

const row = (title: string, more: Partial<RowInput> = {}): RowInput => ({
  ...{ title, reference: undefined, text: undefined, timescale: undefined, leads: undefined, sponsors: undefined, accountable: undefined },
  ...{ details: {}, ...more },
})

/** Plays what goes on with plans today, through the commands that people use: a review that asks its leads, a version that waits for two boards, a draft. */
export async function playPlans(
  needs: PlansNeeds,
  clerk: Doer,
  ground: { readonly board: string; readonly asked: readonly string[]; readonly children: string; readonly safeguarding: string },
): Promise<void> {
  done('open a review', await openReview(needs, clerk, ground.safeguarding, { dueOn: clerk.today.add({ days: 12 }) }))
  const reason = 'The needs assessment of this year found more families without a settled home.'
  done('begin a new version', await revisePlan(needs, clerk, ground.children, { reason, significant: true }))
  const parent = await writeAs(needs.db, clerk, async (tx) => {
    const found = await tx
      .selectFrom('plans.priority_text')
      .select('priority')
      .where('plan', '=', ground.children)
      .where('position', '=', 5)
      .executeTakeFirstOrThrow()
    return found.priority
  })
  const home = row('Nobody under eighteen lives in a hotel', { leads: 'Piotr Nowak', timescale: `By end June ${clerk.today.year + 1}` })
  done('add an action', await addRow(needs, clerk, { plan: ground.children, kind: 'action', under: parent }, home))
  for (const board of ground.asked) {
    const versions = await writeAs(needs.db, clerk, (tx) => findVersions(tx, ground.children))
    done('ask a board', await askBoard(needs, clerk, ground.children, { board, sight: 'members', version: versions[0]?.revision ?? 1 }))
  }
  const period = { startsOn: clerk.today, lastDay: clerk.today.add({ years: 1 }).subtract({ days: 1 }), reviewMonths: undefined }
  const plan = { ...period, type: 'work-plan', title: 'Work plan of the partnership', reference: undefined, summary: undefined }
  const { id } = done('begin a plan', await makePlan(needs, clerk, ground.board, plan))
  const under = done(
    'add a workstream',
    await addRow(needs, clerk, { plan: id, kind: 'priority', under: undefined }, row('What the board asks of itself')),
  ).id
  const tasks = [
    row('Hear young people at two meetings', { leads: 'Ellie Sutton' }),
    row('Look through the terms of reference', { timescale: 'In the autumn' }),
  ]
  for (const task of tasks) done('add a task', await addRow(needs, clerk, { plan: id, kind: 'action', under }, task))
}

import { type RawBuilder, sql } from 'kysely'
import { newId } from '#platform/database/ids.ts'
import type { Database } from '#platform/database/session.ts'
import { addAssurance } from './assurance-records.ts'
import { addMeasure, addPlan } from './past-records.ts'
import { addVoices } from './voice-records.ts'
import { MARKER, type World } from './world.ts'

/** Adds plans, measures, scorecards, recommendations, reviews and voices of every sight to a world that has agendas. */
export async function addPurpose(owner: Database, world: World): Promise<void> {
  const write = (statement: RawBuilder<unknown>) => statement.execute(owner)
  for (const sight of ['draft', 'members', 'public'] as const) {
    const planned = await addPlan(write, world, world.body, sight, 'draft')
    const outcome = newId()
    await sql`insert into plans.outcome values (${outcome}, ${planned.plan}, ${world.body})`.execute(owner)
    await sql`insert into plans.outcome_text (version, outcome, priority, plan, body, sight, position, title)
      values (${planned.version}, ${outcome}, ${planned.priority}, ${planned.plan}, ${world.body}, ${sight}, 1, ${`${MARKER} outcome`})`.execute(
      owner,
    )
    if (sight !== 'draft')
      await sql`update plans.plan_version set state = 'published', published_on = '2026-03-01' where id = ${planned.version}`.execute(owner)
    await addMeasure(write, world, sight)
  }
  await addAssurance(owner, world)
  await sql`update assurance.recommendation set response = 'accept', responded_on = made_on, response_reason = ${MARKER}`.execute(owner)
  await addVoices(owner, world)
  await sql`insert into performance.scorecard (id, body, meeting, item, title, until, frozen_at, frozen_by, actor)
    select gen_random_uuid(), c.body, c.meeting, c.item, ${`${MARKER} scorecard`}, '2026-03-01', now(), 'Clerk', ${newId()} from meetings.item_content c`.execute(
    owner,
  )
}

/** What becomes of them, with when that is. */
export const purposeChanges: readonly (readonly [string, RawBuilder<unknown>])[] = [
  ['plans were shown to everybody', sql`update plans.plan_version set sight = 'public' where sight = 'members'`],
  [
    'a plan was replaced',
    sql`update plans.plan_version set state = 'closed', closed_on = '2026-03-02', close_reason = 'Over' where sight = 'public' and state = 'published'`,
  ],
  ['measures were shown', sql`update performance.measure set sight = 'members' where sight = 'draft'`],
  ['recommendations were taken back', sql`update assurance.recommendation set sight = 'draft'`],
  ['what people said was withheld', sql`update voice.view set state = 'withheld', reason = 'Known by it' where state = 'cleared'`],
  ['events were shown', sql`update voice.event set sight = 'public' where sight = 'members'`],
]

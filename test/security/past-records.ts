import { type RawBuilder, sql } from 'kysely'
import { newId } from '#platform/database/ids.ts'
import { MARKER, matrixDay, matrixNow, personWho, type World } from './world.ts'

type Owner = (statement: RawBuilder<unknown>) => Promise<unknown>
const day = matrixDay.toString()
const at = matrixNow.toString()

/** A plan with one priority and one action, which the lead of the world leads. */
export interface Planned {
  readonly plan: string
  readonly version: string
  readonly priority: string
  readonly action: string
  readonly definition: string
}
/** Adds a plan of a board, its version in one sight and state. */
export async function addPlan(
  owner: Owner,
  world: World,
  of: string,
  sight: 'draft' | 'members' | 'public',
  state: string,
): Promise<Planned> {
  const [plan, version, priority, action, definition] = [newId(), newId(), newId(), newId(), newId()]
  await owner(
    sql`insert into plans.plan (id, body, type, shape, shape_number, made_at) values (${plan}, ${of}, 'work-plan', 'work-plan', 1, ${at})`,
  )
  await owner(
    sql`insert into plans.plan_version (id, plan, body, sight, number, title, made_at) values (${version}, ${plan}, ${of}, ${sight}, 1, ${`${MARKER} plan ${sight}`}, ${at})`,
  )
  await owner(sql`insert into plans.priority values (${priority}, ${plan}, ${of})`)
  await owner(sql`insert into plans.action (id, plan, body) values (${action}, ${plan}, ${of})`)
  await owner(sql`insert into plans.priority_text (version, priority, plan, body, sight, position, title)
    values (${version}, ${priority}, ${plan}, ${of}, ${sight}, 1, ${`${MARKER} ${sight} ${priority}`})`)
  await owner(sql`insert into plans.action_text (version, action, priority, plan, body, sight, position, title)
    values (${version}, ${action}, ${priority}, ${plan}, ${of}, ${sight}, 1, 'Act')`)
  await owner(sql`insert into plans.lead (id, version, plan, body, sight, action, part, position, person, name)
    values (${newId()}, ${version}, ${plan}, ${of}, ${sight}, ${action}, 'lead', 1, ${personWho(world, 'lead')}, 'Lead')`)
  await owner(
    sql`insert into plans.rag_definition (id, plan, body, applies_to, colour, meaning, starts_on) values (${definition}, ${plan}, ${of}, 'action', 'green', 'Well', '2020-01-01')`,
  )
  if (state !== 'draft')
    await owner(
      sql`update plans.plan_version set state = ${state}, published_on = ${state === 'published' ? day : null} where id = ${version}`,
    )
  return { plan, version, priority, action, definition }
}
/** Adds a measure that the lead answers for, with one figure that its members read. */
export async function addMeasure(
  owner: Owner,
  world: World,
  sight: string,
): Promise<{ readonly measure: string; readonly definition: string; readonly observation: string }> {
  const [measure, definition, observation] = [newId(), newId(), newId()]
  await owner(sql`insert into performance.measure (id, body, sight) values (${measure}, ${world.body}, ${sight})`)
  await owner(sql`insert into performance.measure_definition (id, measure, number, starts_on, title, polarity, level, kind, over_time, over_areas, frequency, owner_person, made_at, actor)
    values (${definition}, ${measure}, 1, '2020-01-01', ${`${MARKER} ${sight}`}, 'lower', 'service', 'flow', 'sum', 'sum', 'month', ${personWho(world, 'lead')}, ${at}, ${newId()})`)
  await owner(sql`insert into performance.observation (id, measure, body, sight, period_type, starts_on, ends_on, revision, status, value, entered_how, entered_at, actor)
    values (${observation}, ${measure}, ${world.body}, 'members', 'month', '2026-01-01', '2026-02-01', 1, 'final', 7, 'form', ${at}, ${newId()})`)
  return { measure, definition, observation }
}
/** Adds a meeting with an item that everybody reads. */
export async function addItem(owner: Owner, body: string): Promise<{ readonly meeting: string; readonly item: string }> {
  const [meeting, item] = [newId(), newId()]
  await owner(
    sql`insert into meetings.meeting (id, body, sight, kind, held_on, access, state) values (${meeting}, ${body}, 'public', 'ordinary', ${day}, 'public', 'planned')`,
  )
  await owner(sql`insert into meetings.agenda_item (id, meeting, body, sight, position, number, public_title, purpose, category, report_status)
    values (${item}, ${meeting}, ${body}, 'public', 1, '1', 'A matter', 'decision', 'public', 'attached')`)
  await owner(
    sql`insert into meetings.item_content (item, meeting, body, sight, category, title) values (${item}, ${meeting}, ${body}, 'public', 'public', 'A matter')`,
  )
  return { meeting, item }
}

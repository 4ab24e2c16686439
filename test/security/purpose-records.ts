import { type RawBuilder, sql } from 'kysely'
import { newId } from '#platform/database/ids.ts'
import type { Database } from '#platform/database/session.ts'
import { addAssurance } from './assurance-records.ts'
import { addMeasure, addPlan } from './past-records.ts'
import { addVoices } from './voice-records.ts'
import { MARKER, personWho, type World } from './world.ts'

type Write = (statement: RawBuilder<unknown>) => Promise<unknown>

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
    const { measure } = await addMeasure(write, world, sight)
    await addNeeds(write, world, sight, measure)
    if (sight !== 'draft') await addSubmission(write, world, sight, planned.plan)
    await addReport(write, world, planned.priority)
  }
  await addReport(write, world, null)
  await addAssurance(owner, world)
  await sql`update assurance.recommendation set response = 'accept', responded_on = made_on, response_reason = ${MARKER}`.execute(owner)
  await addVoices(owner, world)
  await sql`insert into performance.scorecard (id, body, meeting, item, title, until, frozen_at, frozen_by, actor)
    select gen_random_uuid(), c.body, c.meeting, c.item, ${`${MARKER} scorecard`}, '2026-03-01', now(), 'Clerk', ${newId()} from meetings.item_content c`.execute(
    owner,
  )
}

/** A plan that is sent to a national body, with a condition that the lead owns. */
async function addSubmission(write: Write, world: World, sight: string, plan: string): Promise<void> {
  const [submission, version] = [newId(), sql`(select id from plans.plan_version where plan = ${plan})`]
  await write(sql`insert into plans.submission (id, plan, body, sight, to_name, source, due_on) values (${submission}, ${plan}, ${world.body}, ${sight},
    ${`${MARKER} board`}, 'Guidance', '2026-06-01')`)
  await write(sql`insert into plans.submission_sending (id, submission, plan, body, sight, of_version, sent_on, sent_by)
    values (${newId()}, ${submission}, ${plan}, ${world.body}, ${sight}, ${version}, '2026-03-01', 'Clerk')`)
  if (sight === 'members')
    await write(sql`with settled as (update plans.submission set outcome = 'conditional', outcome_on = '2026-03-02', outcome_words = ${MARKER} where id = ${submission} returning id)
      insert into plans.submission_condition (id, submission, body, sight, number, text, owner, owner_name, due_on)
      select ${newId()}, id, ${world.body}, ${sight}, 1, 'More', ${personWho(world, 'lead')}, 'Lead', '2026-04-01' from settled`)
}

/** A report that a schedule made, of the board or of a priority. */
async function addReport(write: Write, world: World, priority: string | null): Promise<void> {
  const schedule = newId()
  await write(sql`insert into performance.report_schedule (id, body, priority, rhythm, working_day, starts_on, actor, made_at)
    values (${schedule}, ${world.body}, ${priority}, 'month', 5, '2026-01-01', ${newId()}, now())`)
  await write(sql`insert into performance.scorecard (id, body, schedule, priority, title, until, frozen_at, frozen_by, actor)
    values (${newId()}, ${world.body}, ${schedule}, ${priority}, ${`${MARKER} report`}, '2026-03-01', now(), 'The schedule', ${newId()})`)
}

/** A needs assessment with a finding, a risk that somebody owns, and what is said of a measure, replaced once for the board alone. */
async function addNeeds(
  write: (statement: RawBuilder<unknown>) => Promise<unknown>,
  world: World,
  sight: string,
  measure: string,
): Promise<void> {
  const [assessment, risk] = [newId(), newId()]
  const number = { draft: 1, members: 2, public: 3 }[sight] ?? 4
  await write(sql`insert into plans.assessment (id, body, sight, kind, title, topic, made_at)
    values (${assessment}, ${world.body}, ${sight}, (select code from plans.assessment_kind limit 1), ${`${MARKER} needs`}, 'Homes', now())`)
  await write(sql`insert into plans.assessment_row (id, assessment, body, sight, kind, number, title)
    values (${newId()}, ${assessment}, ${world.body}, ${sight}, 'finding', 1, ${`${MARKER} finding`})`)
  await write(sql`insert into plans.risk (id, body, sight, number, title, event, owner, owner_name, raised_on)
    values (${risk}, ${world.body}, ${sight}, ${number}, ${`${MARKER} risk`}, 'It fails', ${personWho(world, 'lead')}, 'Lead', '2026-03-01')`)
  for (const said of ['public', 'members', 'public', 'members'])
    await write(sql`insert into performance.commentary (id, measure, body, sight, starts_on, ends_on, words, made_at, actor)
      values (${newId()}, ${measure}, ${world.body}, ${said}, '2026-01-01', '2026-02-01', ${`${MARKER} ${said}`}, now(), ${newId()})`)
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
  ['needs were shown', sql`update plans.assessment set sight = 'public' where sight = 'members'`],
  ['an assessment got another name', sql`update plans.assessment set title = title || ' again'`],
  ['risks were shown', sql`update plans.risk set sight = 'public' where sight = 'members'`],
  ['an owner left a risk', sql`update plans.risk set owner = null, owner_name = ''`],
  ['challenges were shown', sql`update assurance.challenge set sight = 'public' where sight = 'members'`],
  ['what is said of figures was shown', sql`update performance.commentary set sight = 'public' where sight = 'members'`],
  ['events were shown', sql`update voice.event set sight = 'public' where sight = 'members'`],
]

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type RawBuilder, sql } from 'kysely'
import type { Role } from '#governance/rules/access.ts'
import { freezeScorecard } from '#performance/commands/freeze-scorecard.ts'
import { newId } from '#platform/database/ids.ts'
import { type ActorId, readAs, type Writer, writeAs } from '#platform/database/session.ts'
import { openHouse } from '../support/house.ts'
import { addItem, addMeasure, addPlan, type Planned } from './past-records.ts'
import { buildWorld, MARKER, matrixDay, matrixNow, personWho } from './world.ts'

// What somebody could write past every page of plans, measures, assurance and voices, with SQL of their own as the serving role.
const house = await openHouse(matrixNow)
const { ownerDb } = house
const world = await buildWorld(ownerDb)
const { body, otherBody } = world
const actorOf = (role: Role) => world.somebodies.find((one) => one.role === role)?.actor
const acting = (role: Role) => ({ actor: actorOf(role) as ActorId, today: matrixDay, now: matrixNow })
const as = (role: Role, statement: RawBuilder<unknown>) =>
  writeAs(house.needs.db, acting(role), async (tx: Writer) => (await statement.execute(tx)).numAffectedRows ?? 0n)

/** Refused by a policy, a check or a trigger, or written on no row at all. */
async function refused(role: Role, statement: RawBuilder<unknown>, what: string): Promise<void> {
  let touched = 0n
  try {
    touched = await as(role, statement)
  } catch (error) {
    assert.match((error as { code?: string }).code ?? '', /^(42501|23503|23514)$/, `${what}: ${(error as Error).message}`)
    return
  }
  assert.equal(touched, 0n, `${role} could: ${what}`)
}
const allowed = async (role: Role, statement: RawBuilder<unknown>, what: string) =>
  assert.equal(await as(role, statement), 1n, `${role} could not: ${what}`)
const owner = (statement: RawBuilder<unknown>) => statement.execute(ownerDb)
const day = matrixDay.toString()
const later = matrixDay.add({ months: 1 }).toString()
const at = matrixNow.toString()

const members = await addPlan(owner, world, body, 'members', 'published')
const open = await addPlan(owner, world, body, 'public', 'published')
const hidden = await addPlan(owner, world, otherBody, 'draft', 'draft')

const statement = ({ plan, action }: Planned, sight: string, actor: Role) => sql`insert into plans.statement
  (id, plan, body, sight, action, kind, text, on_day, at, actor, name) values (${newId()}, ${plan}, ${body}, ${sight}, ${action}, 'progress', ${MARKER}, ${day}, ${at}, ${actorOf(actor)}, 'X')`
const rating = ({ plan, action, definition }: Planned, sight: string, actor: Role) => sql`insert into plans.rag_rating
  (id, action, plan, body, sight, colour, definition, why, computed, on_day, ends_on, set_at, actor, name)
  values (${newId()}, ${action}, ${plan}, ${body}, ${sight}, 'green', ${definition}, ${MARKER}, 'none', ${day}, ${later}, ${at}, ${actorOf(actor)}, 'X')`

test('X1: nobody says for everybody what stands in a plan that is not for everybody', async () => {
  for (const role of ['lead', 'clerk'] as const) {
    await refused(role, statement(members, 'public', role), 'a public statement on a plan for members')
    await refused(role, rating(members, 'public', role), 'a public colour on a plan for members')
    await allowed(role, statement(members, 'members', role), 'a statement for members')
    await allowed(role, statement(open, 'public', role), 'a public statement on a public plan')
    await allowed(role, rating(open, 'public', role), 'a public colour on a public plan')
  }
})

test('P4: the meaning of a colour, an opinion and a finished assessment stay where they were written', async () => {
  await refused(
    'clerk',
    sql`update plans.rag_definition set meaning = 'Badly' where id = ${open.definition}`,
    'another meaning of a colour',
  )
  const draft = newId()
  const opinion = newId()
  const given = await addPlan(owner, world, body, 'public', 'draft')
  await owner(
    sql`insert into plans.opinion (id, version, plan, body, sight, consultee, given_on, text) values (${opinion}, ${given.version}, ${given.plan}, ${body}, 'public', 'Board', ${day}, 'No')`,
  )
  await owner(sql`update plans.plan_version set state = 'published', published_on = ${day} where id = ${given.version}`)
  await owner(
    sql`insert into plans.plan_version (id, plan, body, sight, number, title, reason, made_at) values (${draft}, ${given.plan}, ${body}, 'draft', 2, 'T', 'R', ${at})`,
  )
  await refused(
    'clerk',
    sql`update plans.opinion set version = ${draft}, sight = 'draft' where id = ${opinion}`,
    'an opinion moved to a draft',
  )
  const [done, begun] = [newId(), newId()]
  for (const id of [done, begun])
    await owner(
      sql`insert into plans.eqia (id, body, sight, stage, title, about, begun_on) values (${id}, ${body}, 'members', 'full', 'E', 'A', ${day})`,
    )
  await owner(
    sql`insert into plans.eqia_line (eqia, characteristic, body, sight, impact) values (${done}, 'age', ${body}, 'members', 'negative')`,
  )
  await owner(sql`update plans.eqia set done_on = ${day}, conclusion = 'go-on' where id = ${done}`)
  await refused('clerk', sql`update plans.eqia_line set eqia = ${begun} where eqia = ${done}`, 'a line of a finished assessment moved away')
})

test('P3: a board is answered for by its own clerk', async () => {
  const { plan, version } = await addPlan(owner, world, body, 'members', 'draft')
  await owner(sql`update plans.plan_version set state = 'approval' where id = ${version}`)
  const approval = newId()
  await owner(
    sql`insert into plans.approval (id, version, plan, body, sight, approving_body, asked_at) values (${approval}, ${version}, ${plan}, ${body}, 'members', ${otherBody}, ${at})`,
  )
  const [meeting, decision] = [newId(), newId()]
  await owner(
    sql`insert into meetings.meeting (id, body, sight, kind, held_on, access, state) values (${meeting}, ${otherBody}, 'public', 'ordinary', ${day}, 'public', 'planned')`,
  )
  await owner(sql`insert into meetings.decision (id, meeting, body, sight, category, recorded_at, decided_on, type, text, method)
    values (${decision}, ${meeting}, ${otherBody}, 'public', 'public', ${at}, ${day}, 'agreed', 'Of something else', 'consensus')`)
  const answer = sql`update plans.approval set state = 'approved', decision = ${decision}, decided_on = ${day} where id = ${approval}`
  await refused('clerk', answer, 'the clerk of the plan approves it for the other board')
  await refused('other-clerk', answer, 'an approval that rests on a decision of another matter')
})

test('P2: whoever is asked in a review answers once and moves nothing else', async () => {
  const [round, ask] = [newId(), newId()]
  await owner(
    sql`insert into plans.review_round (id, plan, body, number, opened_on, due_on) values (${round}, ${open.plan}, ${body}, 1, ${day}, ${later})`,
  )
  await owner(
    sql`insert into plans.review_ask (id, round, plan, body, action, person, name) values (${ask}, ${round}, ${open.plan}, ${body}, ${open.action}, ${personWho(world, 'lead')}, 'Lead')`,
  )
  await refused('lead', sql`update plans.review_ask set chased_at = ${at} where id = ${ask}`, 'a reminder that nobody sent')
  await refused('member', sql`update plans.review_ask set answered_at = ${at} where id = ${ask}`, 'an answer for somebody else')
  await allowed('lead', sql`update plans.review_ask set answered_at = ${at} where id = ${ask}`, 'an answer')
  await refused('lead', sql`update plans.review_ask set answered_at = null where id = ${ask}`, 'an answer taken back')
})

const secret = await addMeasure(owner, world, 'members')
const shown = await addMeasure(owner, world, 'public')

test('I4: the public edition of a scorecard takes nothing that is not public, nor anything later', async () => {
  const { meeting, item } = await addItem(owner, body)
  const frozen = (id: string) => sql`insert into performance.scorecard (id, body, meeting, item, title, until, frozen_at, frozen_by, actor)
    values (${id}, ${body}, ${meeting}, ${item}, 'S', ${day}, ${at}, 'Clerk', ${actorOf('clerk')})`
  const line = (
    scorecard: string,
    more: { measure: string; definition: string; observation: string | null; heading: string; edition: string; position: number },
  ) =>
    sql`insert into performance.scorecard_line (scorecard, body, edition, position, heading, measure, definition, observation, chart_rules, shown)
    values (${scorecard}, ${body}, ${more.edition}, ${more.position}, ${more.heading}, ${more.measure}, ${more.definition}, ${more.observation}, '00000000-0000-7000-8000-0000000c4a01', '{}')`
  const write = (more: Partial<Parameters<typeof line>[1]>) =>
    writeAs(house.needs.db, acting('clerk'), async (tx) => {
      const id = newId()
      await frozen(id).execute(tx)
      await line(id, { ...shown, observation: null, heading: '', edition: 'public', position: 1, ...more }).execute(tx)
      return id
    })
  const id = await write({})
  await write({ ...secret, edition: 'full' })
  for (const [what, more] of [
    ['a measure for members', { ...secret, observation: null }],
    ['a figure for members', { observation: shown.observation }],
    ['the name of a priority for members', { heading: `${MARKER} members ${members.priority}` }],
  ] as const)
    await assert.rejects(write(more), { code: '23514' }, what)
  await write({ heading: `${MARKER} public ${open.priority}` })
  await refused(
    'clerk',
    line(id, { ...shown, observation: null, heading: '', edition: 'full', position: 9 }),
    'a line added to what was frozen',
  )
})

test('I4: two presses of the button freeze one scorecard, and its public edition names no priority of a plan for members', async () => {
  const { meeting, item } = await addItem(owner, body)
  await owner(sql`insert into performance.measure_link (id, measure, priority, starts_on, made_at, actor)
    values (${newId()}, ${shown.measure}, ${members.priority}, '2020-01-01', ${at}, ${newId()})`)
  const freeze = () => freezeScorecard(house.needs, acting('clerk'), { body }, { item: `${meeting}/${item}`, note: undefined }, 'Clerk')
  const both = await Promise.all([freeze(), freeze()])
  assert.ok(both[0]?.ok && both[1]?.ok && both[0].value === both[1].value)
  const { rows } = await sql<{ edition: string; heading: string }>`select edition, heading from performance.scorecard_line
    where scorecard = ${both[0].value} and measure = ${shown.measure} order by edition`.execute(ownerDb)
  assert.deepEqual(rows, [
    { edition: 'full', heading: `${MARKER} members ${members.priority}` },
    { edition: 'public', heading: '' },
  ])
})

test('I2: an owner does not settle what asks about a figure, a giver does not move the day of a return, and nobody writes in another’s name', async () => {
  const [alert, template, due, commentary] = [newId(), newId(), newId(), newId()]
  await owner(sql`insert into performance.alert (id, measure, body, kind, starts_on, ends_on, owner, raised_on)
    values (${alert}, ${secret.measure}, ${body}, 'red', '2026-01-01', '2026-02-01', ${personWho(world, 'lead')}, ${day})`)
  const says = (id: string, measure: string, actor: Role, person: Role) => sql`insert into performance.commentary
    (id, measure, body, sight, starts_on, ends_on, words, person, made_at, actor)
    values (${id}, ${measure}, ${body}, 'members', '2026-01-01', '2026-02-01', 'W', ${personWho(world, person)}, ${at}, ${actorOf(actor)})`
  await refused('lead', sql`update performance.alert set settled_on = ${day} where id = ${alert}`, 'an alert settled by its owner')
  await refused('lead', says(newId(), secret.measure, 'lead', 'chair'), 'a commentary of the chair')
  await refused('lead', says(newId(), secret.measure, 'clerk', 'lead'), 'a commentary entered by the clerk')
  await allowed('lead', says(commentary, shown.measure, 'lead', 'lead'), 'a commentary')
  await refused(
    'lead',
    sql`update performance.alert set answered_by = ${commentary} where id = ${alert}`,
    'an answer that was given to another measure',
  )
  const agency = newId()
  await owner(sql`insert into governance.organisation (id, name, sector, starts_on) values (${agency}, 'Agency', 'health', ${day})`)
  await owner(sql`insert into performance.return_template (id, body, agency, title, giver, period_type, due_days, starts_on)
    values (${template}, ${body}, ${agency}, 'R', ${personWho(world, 'lead')}, 'month', 10, '2026-01-01')`)
  await owner(
    sql`insert into performance.return_due (id, template, body, starts_on, ends_on, due_on) values (${due}, ${template}, ${body}, '2026-01-01', '2026-02-01', ${day})`,
  )
  const give = (more: RawBuilder<unknown>) =>
    sql`update performance.return_due set state = 'given', given_at = ${at}, ${more} where id = ${due}`
  await refused('lead', give(sql`given_by = ${actorOf('lead')}, due_on = ${later}`), 'a day that was moved')
  await refused('lead', give(sql`given_by = ${actorOf('clerk')}`), 'a return given by somebody else')
  await refused('member', give(sql`given_by = ${actorOf('member')}`), 'the return of another agency')
  await allowed('lead', give(sql`given_by = ${actorOf('lead')}`), 'a return')
})

test('T1: a link whose other end is hidden is neither made nor seen', async () => {
  const link = sql`insert into performance.measure_link (id, measure, priority, starts_on, made_at, actor)
    values (${newId()}, ${shown.measure}, ${hidden.priority}, ${day}, ${at}, ${actorOf('clerk')})`
  await refused('clerk', link, 'a measure linked with a draft of another board')
  await owner(link)
  await owner(
    sql`insert into performance.curve_action (id, measure, action, made_at, actor) values (${newId()}, ${shown.measure}, ${hidden.action}, ${at}, ${newId()})`,
  )
  for (const role of ['visitor', 'clerk', 'other-clerk'] as const) {
    const seen = await readAs(house.needs.db, acting(role), async (reader) => [
      (await reader.selectFrom('performance.measure_link').select('id').where('priority', '=', hidden.priority).execute()).length,
      (await reader.selectFrom('performance.curve_action').select('id').where('measure', '=', shown.measure).execute()).length,
    ])
    assert.deepEqual(seen, role === 'other-clerk' ? [1, 1] : [0, 0], role)
  }
  const event = newId()
  await owner(
    sql`insert into voice.event (id, body, sight, title, held_on, whose) values (${event}, ${body}, 'public', 'E', ${day}, '{children}')`,
  )
  const attach = (priority: string) => sql`insert into voice.attachment (id, body, event, priority, why, attached_on, attached_by)
    values (${newId()}, ${body}, ${event}, ${priority}, 'W', ${day}, ${actorOf('clerk')})`
  await refused('clerk', attach(hidden.priority), 'a voice brought to a draft of another board')
  await allowed('clerk', attach(open.priority), 'a voice brought to a public priority')
  await refused('clerk', sql`update voice.event set came_known = true, came_shown = 2 where id = ${event}`, 'a number that is too small')
  await allowed('clerk', sql`update voice.event set came_known = true, came_shown = 20 where id = ${event}`, 'a number that may be told')
})

test('T3: nobody links, and nobody accepts a gap, in another’s name', async () => {
  const link = (
    person: Role,
  ) => sql`insert into thread.link (id, from_kind, from_id, relation, to_kind, to_id, body, why, starts_on, said_by, made_by, made_at)
    values (${newId()}, 'plan-action', ${members.action}, 'delivers', 'priority', ${open.priority}, ${body}, 'W', ${day}, ${personWho(world, person)}, ${actorOf('clerk')}, ${at})`
  const gap = (
    person: Role,
  ) => sql`insert into thread.gap_answer (id, rule, kind, record, body, answer, person, starts_on, until, words, made_by, made_at)
    values (${newId()}, 'a-rule', 'plan-action', ${open.action}, ${body}, 'accepted', ${personWho(world, person)}, ${day}, ${later}, 'W', ${actorOf('clerk')}, ${at})`
  for (const write of [link, gap]) {
    await refused('clerk', write('chair'), 'in the name of the chair')
    await allowed('clerk', write('clerk'), 'in their own name')
  }
})

test('P6: an agency hands in itself, and what was handed in stays in its round', async () => {
  const [toolkit, agency] = [newId(), newId()]
  await owner(sql`insert into governance.organisation (id, name, sector, starts_on) values (${agency}, 'Another', 'health', ${day})`)
  await owner(
    sql`insert into assurance.toolkit (id, body, number, title, scores, pass_mark, made_at) values (${toolkit}, ${body}, 1, 'T', '[{"score": 1, "label": "a"}, {"score": 2, "label": "b"}]', 2, ${at})`,
  )
  await owner(sql`insert into assurance.toolkit_standard (toolkit, key, position, title) values (${toolkit}, 'one', 1, 'One')`)
  const rounds = [newId(), newId()]
  for (const id of rounds) {
    await owner(
      sql`insert into assurance.audit_round (id, body, toolkit, sight, title, pass_mark, state, opens_on, due_on) values (${id}, ${body}, ${toolkit}, 'members', 'R', 2, 'open', ${day}, ${later})`,
    )
    await owner(sql`insert into assurance.audit_agency (round, organisation, lead) values (${id}, ${agency}, ${personWho(world, 'lead')})`)
  }
  const [first = '', second = ''] = rounds
  await allowed(
    'lead',
    sql`insert into assurance.audit_answer (round, organisation, standard, score, at, actor) values (${first}, ${agency}, 'one', 1, ${at}, ${actorOf('lead')})`,
    'an answer',
  )
  await refused('clerk', sql`update assurance.audit_agency set submitted_on = ${day} where round = ${first}`, 'handing in for an agency')
  await allowed('lead', sql`update assurance.audit_agency set submitted_on = ${day} where round = ${first}`, 'handing in')
  await refused(
    'lead',
    sql`update assurance.audit_answer set round = ${second} where round = ${first}`,
    'an answer moved out of what was handed in',
  )
})

test('P7: nothing is put into a review of a child past the check, and no recommendation is public before its review', async () => {
  const [checked, draft] = [newId(), newId()]
  const lead = personWho(world, 'lead')
  await owner(sql`insert into assurance.review (id, body, sight, kind, title, scope, announced_on, lead, about_children, anonymity_checked_by, anonymity_checked_on, published_on)
    values (${checked}, ${body}, 'public', 'learning', 'R', 'S', ${day}, ${lead}, true, ${lead}, ${day}, ${day}), (${draft}, ${body}, 'draft', 'learning', 'R', 'S', ${day}, ${lead}, true, null, null, null)`)
  const part = (kind: string) => sql`insert into assurance.review_part (id, review, kind, number, heading, on_day, text, actor, at)
    values (${newId()}, ${checked}, ${kind}, 1, 'H', ${day}, ${MARKER}, ${actorOf('lead')}, ${at})`
  await refused('lead', part('finding'), 'a finding put into a public review of a child')
  await allowed('lead', part('progress'), 'how it goes')
  await refused(
    'clerk',
    sql`insert into assurance.review_part (id, review, kind, number, heading, text, actor, at)
      values (${newId()}, ${draft}, 'evidence', 1, 'H', 'javascript:alert(1)', ${actorOf('clerk')}, ${at})`,
    'evidence that runs',
  )
  await refused(
    'clerk',
    sql`insert into assurance.recommendation (id, body, sight, review, source_kind, source, reference, text, made_on, addressee_office, recorded_at)
    values (${newId()}, ${body}, 'public', ${draft}, 'learning', 'R', 'A', ${MARKER}, ${day}, 'O', ${at})`,
    'a public recommendation of a draft',
  )
})

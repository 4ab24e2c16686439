import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayFields } from '#governance/testing/rooms.ts'
import { newId } from '#platform/database/ids.ts'
import { readAs, writeAs } from '#platform/database/session.ts'
import { findApprovalDuties, findApprovals } from './queries/approvals.ts'
import { findPlanHead, findVersions, type PlanHead } from './queries/plans.ts'
import { openPlans } from './testing/rooms.ts'

const rooms = await openPlans()
const { governance } = rooms
const [clerk, otherClerk] = ['siddiqui', 'mbeki']
const delivery = governance.sample.bodies.get('women-and-childrens-delivery-board') ?? ''
const wellbeing = governance.sample.bodies.get('health-and-wellbeing-board') ?? ''

const head = (plan: string): Promise<PlanHead> => readAs(governance.db, governance.acting(clerk), (reader) => findPlanHead(reader, plan))
const worked = async (plan: string): Promise<PlanHead | undefined> =>
  (await readAs(governance.db, governance.acting(clerk), (reader) => findVersions(reader, plan)))[0]

async function draft(title: string, type: string): Promise<string> {
  const made = await rooms.post('/boards/northbrook-childrens-partnership/plans/new', { type, title }, clerk)
  const plan = made.location.split('/')[2] ?? ''
  await rooms.post(`/plans/${plan}/draft/priority/new`, { title: 'A healthy start' }, clerk)
  return plan
}

async function publish(plan: string) {
  const fields = { sight: 'public', version: String((await worked(plan))?.revision), ...dayFields('publishedOn', '2026-03-01') }
  return rooms.post(`/plans/${plan}/publish`, fields, clerk)
}

/** What a meeting of the board decided on its matter, as the meeting's clerk would have recorded it. */
async function decide(planItem: string, type: string): Promise<string> {
  const [meeting, item, decision] = [newId(), newId(), newId()]
  const { now, today } = governance.acting(otherClerk)
  const of = { meeting, body: delivery, sight: 'public' }
  const db = governance.ownerDb
  await db
    .insertInto('meetings.meeting')
    .values({
      id: meeting,
      body: delivery,
      kind: 'ordinary',
      held_on: today,
      starts_at: '14:00',
      place: 'X',
      access: 'public',
      state: 'called',
      sight: 'public',
    })
    .execute()
  await db
    .insertInto('meetings.agenda_item')
    .values({
      id: item,
      ...of,
      position: 1,
      number: '1',
      public_title: 'A plan',
      category: 'public',
      purpose: 'decision',
      report_status: 'none',
    })
    .execute()
  await db
    .insertInto('meetings.item_content')
    .values({ item, ...of, title: 'A plan', category: 'public', plan_item: planItem })
    .execute()
  await db
    .insertInto('meetings.decision')
    .values({
      id: decision,
      ...of,
      of_body: delivery,
      item,
      type,
      text: 'The plan was considered.',
      method: 'consensus',
      category: 'public',
      decided_on: today,
      recorded_at: now,
    })
    .execute()
  return decision
}

test('P3: a plan goes to a board as a matter of its forward plan, and the decision taken there returns to the plan', async () => {
  const plan = await draft('Children and young people’s plan', 'childrens-plan')
  assert.equal((await rooms.get(`/plans/${plan}`, otherClerk)).status, 404)
  const ask = { board: delivery, sight: 'members', version: '1' }
  assert.equal((await rooms.post(`/plans/${plan}/approvals/new`, ask, clerk)).status, 303)
  // The board that is asked reads it before anybody else does.
  assert.match((await rooms.get(`/plans/${plan}`, otherClerk)).text, /A healthy start/)
  assert.equal((await rooms.get(`/plans/${plan}`)).status, 404)
  const refused = await publish(plan)
  assert.equal(refused.status, 422)
  assert.match(refused.text, /must approve it first/)
  const [approval] = await readAs(governance.db, governance.acting(otherClerk), async (reader) =>
    findApprovalDuties(reader, [delivery], governance.acting(otherClerk).today),
  )
  assert.equal((await rooms.post(`/plan-approvals/${approval?.id}/place`, {}, clerk)).status, 403)
  assert.equal((await rooms.post(`/plan-approvals/${approval?.id}/place`, {}, otherClerk)).status, 303)
  assert.equal((await rooms.post(`/plan-approvals/${approval?.id}/place`, {}, otherClerk)).status, 422)
  const version = (await head(plan)).version
  const asked = () =>
    readAs(governance.db, governance.acting(otherClerk), (reader) => findApprovals(reader, version, governance.acting(otherClerk).today))
  const planItem = (await asked())[0]?.planItem ?? ''
  const answer = (fields: Record<string, string>) =>
    rooms.post(`/plan-approvals/${approval?.id}/settle`, { version: '2', ...fields }, otherClerk)
  assert.equal((await answer({ answer: 'approved' })).status, 422)
  const decision = await decide(planItem, 'approve')
  assert.match((await rooms.get(`/plan-approvals/${approval?.id}/settle`, otherClerk)).text, /The plan was considered/)
  assert.equal((await answer({ answer: 'referred-back', decision })).status, 422)
  assert.equal((await answer({ answer: 'approved', decision })).status, 303)
  assert.equal((await publish(plan)).status, 303)
  assert.match((await rooms.get(`/plans/${plan}`)).text, /Approved/)
})

test('P3: what is taken back and changed is put to the board again; nobody but its clerk answers for it, by hand either', async () => {
  const plan = await draft('Taken back', 'work-plan')
  await rooms.post(`/plans/${plan}/approvals/new`, { board: delivery, sight: 'members', version: '1' }, clerk)
  const { version } = await head(plan)
  const approve = (who: string, values: { readonly state: string; readonly decision?: string }) =>
    writeAs(governance.db, governance.acting(who), (tx) =>
      tx
        .updateTable('plans.approval')
        .set({ ...values, decided_on: governance.acting(who).today, words: 'So it was' })
        .where('version', '=', version)
        .execute(),
    )
  // Its own clerk and the board's clerk alike need a decision of that board.
  for (const who of [clerk, otherClerk]) await assert.rejects(approve(who, { state: 'approved' }), /no decision of that body/, who)
  assert.equal((await rooms.post(`/plans/${plan}/back`, {}, clerk)).status, 303)
  const refused = await publish(plan)
  assert.equal(refused.status, 422)
  await assert.rejects(
    writeAs(governance.db, governance.acting(clerk), (tx) =>
      tx
        .updateTable('plans.plan_version')
        .set({ state: 'published', sight: 'public', published_on: governance.acting(clerk).today })
        .where('id', '=', version)
        .execute(),
    ),
    /a board has not approved it/,
  )
  assert.equal(
    (
      await rooms.post(
        `/plans/${plan}/approvals/new`,
        { board: delivery, sight: 'members', version: String((await worked(plan))?.revision) },
        clerk,
      )
    ).status,
    303,
  )
})

test('P3: a plan that needs an opinion cannot be published without it, and a significant revision asks again', async () => {
  const plan = await draft('Joint forward plan', 'joint-forward-plan')
  assert.match(
    (await rooms.get(`/plans/${plan}`, clerk)).text,
    /cannot come into force without the opinion of the health and wellbeing board/,
  )
  assert.match((await publish(plan)).text, /The opinion of The health and wellbeing board must be recorded first/)
  const byHand = () =>
    writeAs(governance.db, governance.acting(clerk), async (tx) =>
      tx
        .updateTable('plans.plan_version')
        .set({ state: 'published', sight: 'public', published_on: governance.acting(clerk).today })
        .where('id', '=', (await worked(plan))?.version ?? '')
        .execute(),
    )
  await assert.rejects(byHand(), /an opinion is missing/)
  const [rule] = await governance.ownerDb.selectFrom('plans.consultee_rule').select('id').execute()
  const opinion = { rule: rule?.id ?? '', text: 'It takes proper account of our strategy.', ...dayFields('givenOn', '2026-02-20') }
  assert.equal((await rooms.post(`/plans/${plan}/opinions/new`, opinion, clerk)).status, 303)
  assert.equal((await publish(plan)).status, 303)
  // A small change carries the opinion along, a significant one does not.
  await rooms.post(`/plans/${plan}/revise`, { reason: 'A slip' }, clerk)
  assert.equal((await publish(plan)).status, 303)
  await rooms.post(`/plans/${plan}/revise`, { reason: 'New money', significant: 'yes' }, clerk)
  assert.equal((await publish(plan)).status, 422)
  // A board that keeps its records elsewhere: the plan's own clerk says where its decision is.
  await rooms.post(`/plans/${plan}/opinions/new`, opinion, clerk)
  await rooms.post(
    `/plans/${plan}/approvals/new`,
    { board: wellbeing, sight: 'public', version: String((await worked(plan))?.revision) },
    clerk,
  )
  const [approval] = await readAs(governance.db, governance.acting(clerk), async (reader) =>
    findApprovals(reader, (await worked(plan))?.version ?? '', governance.acting(clerk).today),
  )
  const settled = { answer: 'approved', words: 'Minute 12 of its meeting', version: '1', ...dayFields('decidedOn', '2026-03-02') }
  assert.equal((await rooms.post(`/plan-approvals/${approval?.id}/settle`, settled, clerk)).status, 303)
  assert.equal((await publish(plan)).status, 303)
})

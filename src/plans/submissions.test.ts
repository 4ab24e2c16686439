import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { dayFields } from '#governance/testing/rooms.ts'
import { readAs, writeAs } from '#platform/database/session.ts'
import { findPlanDuties } from './queries/duties.ts'
import { findVersions } from './queries/plans.ts'
import { findSubmission } from './queries/submissions.ts'
import { openPlans } from './testing/rooms.ts'

const rooms = await openPlans()
const { governance } = rooms
const [clerk, owner] = ['siddiqui', 'haddad']
const { today } = governance.acting(clerk)
const body = governance.sample.bodies.get('northbrook-childrens-partnership') ?? ''
const person = (key: string): string => governance.sample.people.get(key) ?? ''
const on = (name: string, days: number) => dayFields(name, today.add({ days }).toString())
const dutiesOf = async (who: string, clerkOf: readonly string[] = []) =>
  (await readAs(governance.db, governance.acting(who), (reader) => findPlanDuties(reader, { person: person(who), clerkOf }, today))).map(
    ({ text }) => text,
  )

const begun = await rooms.post('/boards/northbrook-childrens-partnership/plans/new', { type: 'work-plan', title: 'A plan to send' }, clerk)
const plan = begun.location.split('/')[2] ?? ''
await rooms.post(`/plans/${plan}/draft/priority/new`, { title: 'A healthy start' }, clerk)
const versions = () => readAs(governance.db, governance.acting(clerk), (reader) => findVersions(reader, plan))
const version = (await versions())[0]?.version ?? ''

const made = await rooms.post(
  `/plans/${plan}/submissions/new`,
  { toName: 'National office', source: 'Its letter', sight: 'members', ...on('dueOn', 10) },
  clerk,
)
const page = made.location
const id = page.split('/')[2] ?? ''
const now = () => readAs(governance.db, governance.acting(clerk), (reader) => findSubmission(reader, id))
const send = (fields: Readonly<Record<string, string>>) =>
  rooms.post(`${page}/send`, { ofVersion: version, sentBy: 'The clerk', reference: '', ...on('sentOn', -3), ...fields }, clerk)

test('P3: a plan that is to be submitted is in My work of its clerk, and nobody else records what was sent', async () => {
  assert.equal(made.status, 303, made.text)
  assert.ok((await dutiesOf(clerk, [body])).includes('Send to National office: A plan to send'))
  assert.equal((await rooms.get(page)).status, 404)
  assert.equal((await rooms.post(`/plans/${plan}/submissions/new`, {}, 'mbeki')).status, 404)
})

test('P3: a version that was never in force is sent as a draft or not at all, in the command and in the table', async () => {
  assert.match((await send({})).text, /say that it was sent as a draft/)
  const raw = sql`insert into plans.submission_sending (id, submission, plan, body, sight, of_version, sent_on, sent_by)
    values (gen_random_uuid(), ${id}, ${plan}, ${body}, 'members', ${version}, ${today}, 'x')`
  await assert.rejects(raw.execute(governance.ownerDb), /not published by then/)
  assert.equal((await send({ asDraft: 'yes' })).status, 303)
  // A draft alone has no outcome, and does not meet the deadline.
  const outcome = {
    outcome: 'approved',
    words: '',
    conditions: '',
    owner: '',
    ownerPost: '',
    ...on('outcomeOn', 0),
    version: String((await now()).version),
  }
  assert.match((await rooms.post(`${page}/outcome`, outcome, clerk)).text, /not sent yet/)
  await assert.rejects(
    sql`update plans.submission set outcome = 'approved', outcome_on = ${today} where id = ${id}`.execute(governance.ownerDb),
    /nothing was sent/,
  )
  assert.ok((await dutiesOf(clerk, [body])).some((text) => text.startsWith('Send to')))
})

test('P3: what was sent, asked and answered stands with its days', async () => {
  const [worked] = await versions()
  const published = await rooms.post(
    `/plans/${plan}/publish`,
    { sight: 'public', version: String(worked?.revision), ...on('publishedOn', -2) },
    clerk,
  )
  assert.equal(published.status, 303, published.text)
  assert.match((await send({ ...on('sentOn', -3) })).text, /not in force on that day/)
  assert.equal((await send({ ...on('sentOn', -1) })).status, 303)
  assert.ok(!(await dutiesOf(clerk, [body])).some((text) => text.startsWith('Send to')))
  assert.match((await rooms.post(`${page}/query`, { question: 'Why?', ...on('askedOn', -9) }, clerk)).text, /before the last day on which/)
  assert.equal((await rooms.post(`${page}/query`, { question: 'Why?', ...on('askedOn', 0), ...on('dueOn', 5) }, clerk)).status, 303)
  assert.ok((await dutiesOf(clerk, [body])).includes('Answer National office about A plan to send'))
  assert.match((await rooms.get(page, clerk)).text, /Questions open/)
  const [query] = (await now()).queries
  const answer = { answer: 'Because', answeredBy: 'The clerk', version: '1' }
  assert.equal((await rooms.post(`/submission-queries/${query?.id}`, { ...answer, ...on('answeredOn', -1) }, clerk)).status, 422)
  assert.equal((await rooms.post(`/submission-queries/${query?.id}`, { ...answer, ...on('answeredOn', 0) }, clerk)).status, 303)
  assert.match((await rooms.get(page, clerk)).text, /Because/)
})

test('P3: a conditional approval names its conditions and shows each as open until it is met with evidence', async () => {
  const outcome = {
    outcome: 'conditional',
    words: 'By letter',
    owner: person(owner),
    ownerPost: '',
    ...on('outcomeOn', 0),
    ...on('dueOn', 20),
  }
  const settle = async (more: Readonly<Record<string, string>>) =>
    rooms.post(
      `${page}/outcome`,
      { ...outcome, conditions: '1. Name a lead\n2. Give the cost', version: String((await now()).version), ...more },
      clerk,
    )
  assert.match((await settle({ conditions: '' })).text, /one a line/)
  assert.match((await settle({ ...on('outcomeOn', -2) })).text, /before the last day/)
  assert.match((await settle({ outcome: 'approved' })).text, /Only an approval with conditions/)
  // Past the form: no conditional approval without a condition, not even for the owner of the tables.
  const bare = governance.ownerDb
    .transaction()
    .execute((tx) => sql`update plans.submission set outcome = 'conditional', outcome_on = ${today} where id = ${id}`.execute(tx))
  await assert.rejects(bare, /names its conditions/)
  assert.equal((await settle({})).status, 303)
  assert.deepEqual(
    (await dutiesOf(owner)).filter((text) => text.startsWith('Meet')),
    ['Meet the condition: Name a lead', 'Meet the condition: Give the cost'],
  )
  assert.match((await rooms.get(`/plans/${plan}`, clerk)).text, /Conditions open|Give the cost/)
  const [first, second] = (await now()).conditions
  const met = (one: typeof first, fields: Readonly<Record<string, string>>, who = owner) =>
    rooms.post(`/submission-conditions/${one?.id}/met`, { evidence: 'Minute 4', version: '1', ...on('metOn', 0), ...fields }, who)
  assert.equal((await met(first, {}, 'marsh')).status, 403)
  assert.match((await met(first, { evidence: '' })).text, /what shows that it is met/)
  assert.equal((await met(first, {})).status, 303)
  assert.equal((await met(first, {})).status, 404)
  assert.match((await rooms.get(page, owner)).text, /Minute 4/)
  const others = sql`update plans.submission_condition set due_on = ${today.add({ years: 1 })} where id = ${second?.id}`
  await assert.rejects(
    writeAs(governance.db, rooms.doer(owner), (tx) => others.execute(tx)),
    /says that it is met/,
  )
  assert.equal((await met(second, {}, clerk)).status, 303)
  assert.match((await rooms.get(page, clerk)).text, /Approved, conditions met/)
  for (const step of ['send', 'query', 'outcome', 'edit', 'withdraw'])
    assert.equal((await rooms.post(`${page}/${step}`, {}, clerk)).status, 404, step)
})

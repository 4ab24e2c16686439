import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Role } from '#governance/rules/access.ts'
import { plansAccess } from '#plans/rules/access.ts'
import { newId } from '#platform/database/ids.ts'
import { isRefused, openInhabited } from './inhabited.ts'
import { addCommunication, addException, addProcedure, addProcedureFeedback, addSubmission } from './library-records.ts'
import { matrixDay, matrixNow, personWho } from './world.ts'

// Generated from the access matrix of plans, as for meetings: SQL and HTTP must say what it says of needs assessments and of risks.
const inhabited = await openInhabited()
const { house, world, clientOf, countAs } = inhabited
const { ownerDb } = house
type Sight = 'draft' | 'members' | 'public'
interface Exhibit {
  readonly record: string
  readonly state: Sight
  readonly rows: readonly (readonly [table: string, column: string, id: string])[]
  readonly posts: readonly string[]
}

async function addAssessment(sight: Sight): Promise<Exhibit> {
  const [id, evidence, finding] = [newId(), newId(), newId()]
  const place = { assessment: id, body: world.body, sight }
  await ownerDb
    .insertInto('plans.assessment')
    .values({ id, body: world.body, sight, kind: 'topic', title: `Assessment for ${sight}`, topic: 'x', made_at: matrixNow })
    .execute()
  await ownerDb
    .insertInto('plans.assessment_row')
    .values([
      { ...place, id: evidence, kind: 'evidence', number: 1, title: 'Figures', source: 'The council' },
      { ...place, id: finding, kind: 'finding', number: 1, title: 'Found' },
    ])
    .execute()
  await ownerDb
    .insertInto('plans.row_basis')
    .values({ ...place, row_id: finding, row_kind: 'finding', basis: evidence, basis_kind: 'evidence' })
    .execute()
  const steps = ['edit', 'decline', 'add/finding', 'start', 'publish'].map((step) => `/needs/${id}/${step}`)
  return {
    ...{ record: 'needs-assessment', state: sight, posts: [...steps, `/needs/rows/${finding}/edit`, `/needs/rows/${finding}/remove`] },
    rows: [
      ['plans.assessment', 'id', id],
      ['plans.assessment_row', 'id', finding],
      ['plans.row_basis', 'row_id', finding],
    ],
  }
}

async function addRisk(sight: Sight, number: number): Promise<Exhibit> {
  const [id, score] = [newId(), newId()]
  const owner = { owner: personWho(world, 'lead'), owner_name: 'Person lead' }
  await ownerDb
    .insertInto('plans.risk')
    .values({ id, body: world.body, sight, number, title: `Risk for ${sight}`, event: 'It happens', raised_on: matrixDay, ...owner })
    .execute()
  await ownerDb
    .insertInto('plans.risk_score')
    .values({
      ...{ id: score, risk: id, body: world.body, sight, scale: 2, on_day: matrixDay, before_likelihood: 3, before_impact: 3 },
      ...{ actor: newId(), at: matrixNow },
    })
    .execute()
  return {
    ...{ record: 'risk', state: sight, posts: ['edit', 'score', 'close'].map((step) => `/risks/${id}/${step}`) },
    rows: [
      ['plans.risk', 'id', id],
      ['plans.risk_score', 'id', score],
    ],
  }
}

async function addEqia(sight: Sight): Promise<Exhibit> {
  const [id, action] = [newId(), newId()]
  const place = { body: world.body, sight }
  await ownerDb
    .insertInto('plans.eqia')
    .values({ ...place, id, stage: 'screening', title: `Equality for ${sight}`, about: 'Everybody', begun_on: matrixDay })
    .execute()
  await ownerDb
    .insertInto('plans.eqia_line')
    .values({ ...place, eqia: id, characteristic: 'age', impact: 'none' })
    .execute()
  await ownerDb
    .insertInto('plans.eqia_action')
    .values({ ...place, id: action, eqia: id, text: 'Improve it' })
    .execute()
  const steps = ['edit', 'of/age', 'finish', 'improve', `actions/${action}/done`]
  return {
    ...{ record: 'equality-assessment', state: sight, posts: steps.map((step) => `/equality/${id}/${step}`) },
    rows: [
      ['plans.eqia', 'id', id],
      ['plans.eqia_line', 'eqia', id],
      ['plans.eqia_action', 'id', action],
    ],
  }
}

async function addReport(sight: Sight): Promise<Exhibit> {
  const id = newId()
  const place = { body: world.body, drafted_on: matrixDay, starts_on: matrixDay.subtract({ months: 6 }), ends_on: matrixDay }
  const audience = sight === 'public' ? 'public' : 'members'
  await ownerDb
    .insertInto('plans.report')
    .values({ ...place, id, series: id, number: 1, kind: 'annual', title: `Report for ${sight}`, audience })
    .execute()
  const text = JSON.stringify({ version: 1, blocks: [] })
  await ownerDb
    .insertInto('plans.report_section')
    .values({ report: id, body: world.body, sight: 'draft', position: 1, code: 'summary', drafted: text, text })
    .execute()
  if (sight !== 'draft')
    await ownerDb.updateTable('plans.report').set({ state: 'published', sight, published_on: matrixDay }).where('id', '=', id).execute()
  const steps = sight === 'draft' ? ['sections/summary', 'publish', 'place', 'draft', 'drop'] : ['revise']
  return {
    ...{ record: 'plan-report', state: sight, posts: steps.map((step) => `/plan-reports/${id}/${step}`) },
    rows: [
      ['plans.report', 'id', id],
      ['plans.report_section', 'report', id],
    ],
  }
}

const exhibits: Exhibit[] = [await addException(inhabited)]
for (const [index, sight] of (['draft', 'members', 'public'] as const).entries())
  exhibits.push(await addAssessment(sight), await addRisk(sight, index + 1), await addEqia(sight), await addReport(sight))

const library = {
  draft: await addProcedure(inhabited, 'draft'),
  members: await addProcedure(inhabited, 'members'),
  public: await addProcedure(inhabited, 'public'),
}
exhibits.push(...Object.values(library))
const telling = await addCommunication(inhabited, 'members')
const submitted = await addSubmission(inhabited, 'public')
exhibits.push(await addSubmission(inhabited, 'members'), submitted)
exhibits.push(await addCommunication(inhabited, 'draft'), telling, await addCommunication(inhabited, 'public'))
const said = await addProcedureFeedback(inhabited, library.public)

for (const { record, state, rows, posts } of exhibits) {
  const readers = plansAccess[record]?.[state]?.read ?? []
  const may = (role: Role): boolean => readers.includes(role) || readers.includes('visitor')
  test(`X1: ${record} (${state}) is read in the database by whom the matrix names, and by nobody else`, async () => {
    for (const { role } of world.somebodies) {
      for (const [table, column, id] of rows) {
        assert.equal((await countAs(role, table, column, id)) > 0, may(role), `${role} in ${table}`)
      }
    }
  })
  test(`X1: what changes ${record} (${state}) refuses all but whom the matrix names, and tells nobody else that it exists`, async () => {
    const allowed = plansAccess[record]?.[state]?.change ?? []
    for (const [index, address] of posts.entries()) {
      // Nothing is sent in the form: whoever may is asked for it (422), or has pressed a button.
      for (const role of ['clerk', 'visitor', 'member', 'other-clerk', 'lead'] as const) {
        const client = clientOf(role)
        const answer = await client.post(address, {})
        assert.equal(isRefused(answer), !allowed.includes(role), `${role} got ${answer.status} at ${address}`)
        assert.ok(answer.status < 500, `${role} met a fault at ${address}`)
        if (index > 0 || allowed.includes(role) || may(role)) continue
        const nowhere = await client.post(address.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, newId()), {})
        assert.equal(answer.status, nowhere.status, `${role} learns that ${address} exists`)
      }
    }
  })
}

test('X1: only its clerk proposes assessments, raises risks, and says on which needs a priority of its plan rests', async () => {
  const [plan, version, priority] = [newId(), newId(), newId()]
  const place = { plan, body: world.body }
  await ownerDb
    .insertInto('plans.plan')
    .values({ id: plan, body: world.body, type: 'work-plan', shape: 'work-plan', shape_number: 1, made_at: matrixNow })
    .execute()
  await ownerDb
    .insertInto('plans.plan_version')
    .values({ id: version, ...place, number: 1, title: 'Plan', made_at: matrixNow })
    .execute()
  await ownerDb
    .insertInto('plans.priority')
    .values({ id: priority, ...place })
    .execute()
  await ownerDb
    .insertInto('plans.priority_text')
    .values({ version, priority, ...place, sight: 'draft', position: 1, title: 'Priority' })
    .execute()
  await ownerDb
    .updateTable('plans.plan_version')
    .set({ state: 'published', sight: 'public', published_on: matrixDay })
    .where('id', '=', version)
    .execute()
  const duty = newId()
  await ownerDb
    .insertInto('plans.duty')
    .values({
      ...{ id: duty, body: world.body, kind: 'annual-meeting', source: 'Terms', opens_month: 1, closes_month: 12 },
      starts_on: matrixDay.subtract({ years: 2 }),
    })
    .execute()
  for (const address of [
    `/boards/${world.slug}/duties/new`,
    `/plan-duties/${duty}/end`,
    `/plan-duties/${duty}/${matrixDay.year - 1}`,
    `/boards/${world.slug}/needs/new`,
    `/boards/${world.slug}/risks/new`,
    `/boards/${world.slug}/equality/new`,
    `/boards/${world.slug}/plan-reports/new`,
    `/priorities/${priority}/needs`,
    `/boards/${world.slug}/procedures/new`,
    `/boards/${world.slug}/communications/new`,
    `/plans/${submitted.plan}/submissions/new`,
    ...submitted.steps,
    ...['edit', 'show', 'close'].map((step) => `/communications/${telling.id}/${step}`),
    ...['edit', 'audience', 'withdraw'].map((step) => `/procedures/${library.public.id}/${step}`),
    `/procedures/${library.draft.id}/issue`,
    `/procedure-opinions/${library.draft.opinion}`,
    `/procedure-feedback/${said}`,
  ])
    for (const role of ['visitor', 'member', 'chair', 'other-clerk', 'administrator', 'clerk'] as const) {
      const answer = await clientOf(role).post(address, {})
      assert.equal(answer && isRefused(answer), role !== 'clerk', `${role} got ${answer?.status} at ${address}`)
    }
})

test('X1: whoever is signed in may say that they read what everybody reads, and of what is for members whoever sees it alone', async () => {
  for (const step of ['read', 'feedback', 'drop'])
    for (const role of ['visitor', 'other-clerk', 'member', 'clerk'] as const)
      for (const sight of ['draft', 'members', 'public'] as const) {
        const answer = await clientOf(role).post(`/procedures/${library[sight].id}/${step}`, {})
        const mayDrop = role === 'clerk' && sight === 'draft'
        const maySay = sight === 'public' ? role !== 'visitor' : sight === 'members' && (role === 'member' || role === 'clerk')
        assert.equal(isRefused(answer), !(step === 'drop' ? mayDrop : maySay), `${role} got ${answer.status} for ${step} of ${sight}`)
      }
})

test('X1: whoever owns a condition says that it is met, and so does the clerk', async () => {
  for (const role of ['visitor', 'member', 'other-clerk', 'lead', 'clerk'] as const) {
    const answer = await clientOf(role).post(submitted.met, {})
    assert.equal(isRefused(answer), role !== 'lead' && role !== 'clerk', `${role} got ${answer.status}`)
  }
})

test('X1: every endpoint of needs and risks that changes something is tried here', () => {
  const tried = [
    ...exhibits.flatMap(({ posts }) => posts),
    '/boards/x/needs/new',
    '/boards/x/risks/new',
    '/boards/x/equality/new',
    '/boards/x/plan-reports/new',
    '/boards/x/duties/new',
    '/plan-duties/x/end',
    '/plan-duties/x/2026',
    '/priorities/x/needs',
    '/boards/x/procedures/new',
    '/boards/x/communications/new',
    '/plans/x/submissions/new',
    submitted.met,
    ...submitted.steps,
    ...['edit', 'show', 'close'].map((step) => `/communications/x/${step}`),
    ...['edit', 'audience', 'withdraw', 'issue', 'drop', 'read', 'feedback'].map((step) => `/procedures/x/${step}`),
    '/procedure-opinions/x',
    '/procedure-feedback/x',
  ]
  const shapeOf = (path: string) => new RegExp(`^${path.replaceAll(/:[a-z]+/g, '.+')}$`)
  const known = house.app.routes
    .filter(
      ({ method, path }) =>
        method === 'POST' &&
        /^\/(boards\/:slug|priorities\/:row)?\/?(needs|risks|equality|plan-reports|plan-exceptions|communications|communication-items|procedures|plans\/:plan\/submissions|plan-submissions|submission-queries|submission-conditions|procedure-opinions|procedure-feedback|duties|plan-duties)\b/.test(
          path,
        ),
    )
    .map(({ path }) => path)
  const missing = [...new Set(known)].filter((path) => !tried.some((address) => shapeOf(path).test(address)))
  // One that was published is withdrawn as one that is proposed is declined: by one gate.
  assert.deepEqual(missing, ['/needs/:assessment/withdraw'])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayFields } from '#governance/testing/rooms.ts'
import { newId } from '#platform/database/ids.ts'
import { readAs, writeAs } from '#platform/database/session.ts'
import { findEqiaActions, listCharacteristics } from './queries/equality.ts'
import { findAssessmentRows, findNeedUses } from './queries/needs.ts'
import { findPlanHead } from './queries/plans.ts'
import { findRows } from './queries/rows.ts'
import { openPlans } from './testing/rooms.ts'

const rooms = await openPlans()
const { governance } = rooms
const board = '/boards/northbrook-childrens-partnership'
const clerk = 'siddiqui'
const strangers = [undefined, 'marsh', 'mbeki', 'lowe'] as const

const versionOf = async (path: string): Promise<string> =>
  /name="version" value="(\d+)"/.exec((await rooms.get(path, clerk)).text)?.[1] ?? assert.fail(`${path} has no version`)
const rowsOf = (assessment: string) => readAs(governance.db, governance.acting(clerk), (reader) => findAssessmentRows(reader, [assessment]))

async function made(path: string, fields: Readonly<Record<string, string>>, who = clerk): Promise<string> {
  const answer = await rooms.post(path, fields, who)
  assert.equal(answer.status, 303, answer.text)
  return answer.location
}

/** An assessment that is written, with evidence, a finding that rests on it and a need that rests on that. */
async function assessment(title: string, sight = 'draft') {
  const at = await made(`${board}/needs/new`, { kind: 'topic', title, topic: 'Absence', sight, rank: 'high' })
  const id = at.split('/')[2] ?? ''
  await made(`/needs/${id}/start`, {})
  await made(`/needs/${id}/add/evidence`, { title: 'Absence by ward', source: 'The council' })
  await made(`/needs/${id}/add/finding`, { title: 'Nobody answers first signs', basis: (await rowsOf(id))[0]?.id ?? '' })
  const finding = (await rowsOf(id)).find(({ kind }) => kind === 'finding')?.id ?? ''
  await made(`/needs/${id}/add/need`, { title: 'An answer in every school', basis: finding })
  const need = (await rowsOf(id)).find(({ kind }) => kind === 'need')?.id ?? ''
  return { id, finding, need }
}
const publish = async (id: string, sight = 'public') =>
  made(`/needs/${id}/publish`, { sight, version: await versionOf(`/needs/${id}/publish`), ...dayFields('publishedOn', '2026-03-01') })

/** A published plan with one priority. */
async function plan(title: string) {
  const at = await made(`${board}/plans/new`, { type: 'childrens-plan', title })
  const id = at.split('/')[2] ?? ''
  await made(`/plans/${id}/draft/priority/new`, { title: `${title}: learning without gaps` })
  const [priority] = await readAs(
    governance.db,
    governance.acting(clerk),
    async (reader) => (await findRows(reader, (await findPlanHead(reader, id)).version)).priorities,
  )
  await made(`/plans/${id}/publish`, {
    sight: 'public',
    version: await versionOf(`/plans/${id}/publish`),
    ...dayFields('publishedOn', '2026-03-01'),
  })
  return { id, priority: priority?.id ?? '' }
}

test('P1: an assessment is seen by those who prepare it until it is published; its findings keep their numbers, addresses and words', async () => {
  const { id, finding } = await assessment('Absence in the wards')
  for (const who of strangers) {
    assert.equal((await rooms.get(`/needs/${id}`, who)).status, 404, `${who}`)
    assert.equal((await rooms.get(`/needs/cited/${finding}`, who)).status, 404, `${who}`)
    assert.ok([401, 403, 404].includes((await rooms.post(`/needs/${id}/add/finding`, { title: 'Theirs' }, who)).status), `${who}`)
  }
  assert.match(
    (await rooms.get(`/needs/${id}`, clerk)).text,
    /One piece of evidence has no date[\s\S]*One piece of evidence has no licence/,
  )
  await publish(id)
  const page = await rooms.get(`/needs/${id}`)
  assert.match(page.text, /Finding 1: Nobody answers first signs[\s\S]*evidence 1/)
  assert.match(page.text, /No licence stated/)
  assert.equal((await rooms.get(`/needs/cited/${finding}`)).location, `/needs/${id}#finding-1`)
  assert.equal((await rooms.post(`/needs/rows/${finding}/edit`, { title: 'Something else', version: '1' }, clerk)).status, 404)
  await assert.rejects(
    writeAs(governance.db, governance.acting(clerk), (tx) =>
      tx.updateTable('plans.assessment_row').set({ title: 'Something else' }).where('id', '=', finding).execute(),
    ),
    /what was published stays/,
  )
})

test('P1: one without a finding is not published, and a row rests on rows of its own assessment alone', async () => {
  const empty = (await made(`${board}/needs/new`, { kind: 'topic', title: 'Nothing yet', topic: 'x', sight: 'draft' })).split('/')[2] ?? ''
  await made(`/needs/${empty}/start`, {})
  const refused = await rooms.post(
    `/needs/${empty}/publish`,
    { sight: 'public', version: await versionOf(`/needs/${empty}/publish`), ...dayFields('publishedOn', '2026-03-01') },
    clerk,
  )
  assert.equal(refused.status, 422)
  assert.match(refused.text, /Add at least one finding first/)
  const other = await assessment('Another')
  const foreign = await rooms.post(`/needs/${empty}/add/need`, { title: 'Borrowed', basis: other.finding }, clerk)
  assert.equal(foreign.status, 422)
  assert.deepEqual(await rowsOf(empty), [])
  assert.equal((await rooms.post(`/needs/rows/${other.finding}/remove`, {}, clerk)).status, 422)
  const stale = await rooms.post(`/needs/rows/${other.finding}/edit`, { title: 'Twice', version: '7' }, clerk)
  assert.equal(stale.status, 409)
})

test('P1: which priority used which finding is a link from either end; a plan with no need behind it is flagged', async () => {
  const { id, finding, need } = await assessment('Absence and its answer')
  const { id: planId, priority } = await plan('Plan of schools')
  const flagged = async (): Promise<boolean> =>
    /Plans with no need behind them[\s\S]*Plan of schools/.test((await rooms.get(`${board}/needs`)).text)
  assert.ok(await flagged())
  // What is not published cannot be cited.
  assert.equal((await rooms.post(`/priorities/${priority}/needs`, { rows: need, why: '' }, clerk)).status, 422)
  await publish(id)
  for (const who of strangers)
    assert.match(String((await rooms.post(`/priorities/${priority}/needs`, { rows: need }, who)).status), /401|403/, `${who}`)
  await made(`/priorities/${priority}/needs`, { rows: need, why: 'It is the reason' })
  assert.ok(!(await flagged()))
  assert.match((await rooms.get(`/needs/${id}`)).text, /learning without gaps[\s\S]*It is the reason/)
  assert.match((await rooms.get(`/plans/${planId}`)).text, /An answer in every school/)
  await made(`/priorities/${priority}/needs`, { rows: finding })
  const uses = await readAs(governance.db, governance.acting(undefined), (reader) => findNeedUses(reader, { priority }))
  assert.deepEqual(uses.map(({ row, endsOn }) => [row === need ? 'need' : 'finding', endsOn?.toString() ?? null]).sort(), [
    ['finding', null],
    ['need', '2026-03-10'],
  ])
})

test('P1: a link to what one may not see is not seen either', async () => {
  const { id, need } = await assessment('For members alone')
  await publish(id, 'members')
  const { id: planId, priority } = await plan('Plan that cites it')
  await made(`/priorities/${priority}/needs`, { rows: need, why: 'Known to members' })
  assert.match((await rooms.get(`/plans/${planId}`, clerk)).text, /Known to members/)
  assert.doesNotMatch((await rooms.get(`/plans/${planId}`)).text, /Known to members|An answer in every school/)
  assert.deepEqual(await readAs(governance.db, governance.acting(undefined), (reader) => findNeedUses(reader, { priority })), [])
})

const riskFields = {
  title: 'Too few staff',
  event: 'Visits are not made',
  sight: 'members',
  owner: 'Jonathan Pryce',
  ...dayFields('reviewOn', '2026-06-01'),
}

test('P5: a risk is raised, scored under the scale of its day and closed; its scores stay, and strangers see and write none of it', async () => {
  const at = await made(`${board}/risks/new`, riskFields)
  const id = at.split('/')[2] ?? ''
  assert.match((await rooms.get(`${board}/risks`, clerk)).text, /Incomplete: no score/)
  for (const who of [undefined, 'mbeki', 'lowe']) assert.equal((await rooms.get(`/risks/${id}`, who)).status, 404, `${who}`)
  assert.equal((await rooms.get(`/risks/${id}`, 'pryce')).status, 200)
  for (const who of [undefined, 'pryce', 'clarke', 'mbeki', 'lowe'])
    for (const step of ['edit', 'score', 'close'])
      assert.match(
        String((await rooms.post(`/risks/${id}/${step}`, { ...riskFields, version: '1' }, who)).status),
        /401|403|404/,
        `${who} ${step}`,
      )
  await made(`/risks/${id}/score`, { before: '4x2', after: '', ...dayFields('onDay', '2026-03-10') })
  await made(`/risks/${id}/score`, { before: '4x2', after: '1x5', why: 'Five begin', ...dayFields('onDay', '2026-03-10') })
  const page = (await rooms.get(`/risks/${id}`, clerk)).text
  assert.match(page, /Less serious[\s\S]*1 × 5 = 5[\s\S]*M · Medium[\s\S]*4 × 2 = 8[\s\S]*M · Medium/)
  const early = await rooms.post(`/risks/${id}/score`, { before: '4x2', ...dayFields('onDay', '2026-02-10') }, clerk)
  assert.equal(early.status, 422)
  assert.match(early.text, /before its last score/)
  assert.equal((await rooms.post(`/risks/${id}/score`, { before: '6x1', ...dayFields('onDay', '2026-03-10') }, clerk)).status, 422)
  assert.equal((await rooms.post(`/risks/${id}/edit`, { ...riskFields, threatens: newId(), version: '1' }, clerk)).status, 422)
  assert.equal((await rooms.post(`/risks/${id}/edit`, { ...riskFields, title: 'Twice', version: '9' }, clerk)).status, 409)
  await made(`/risks/${id}/close`, { reason: 'It happened', version: '1', ...dayFields('closedOn', '2026-03-10') })
  assert.equal((await rooms.post(`/risks/${id}/score`, { before: '1x1', ...dayFields('onDay', '2026-03-10') }, clerk)).status, 404)
  await assert.rejects(
    writeAs(governance.db, governance.acting(clerk), (tx) =>
      tx.updateTable('plans.risk_score').set({ before_impact: 1 }).where('risk', '=', id).execute(),
    ),
    /permission denied/,
  )
})

test('P5: the heat map names the risks in their cells, and only what threatens a plan of the same board can be chosen', async () => {
  const { id: planId, priority } = await plan('Plan under threat')
  const at = await made(`${board}/risks/new`, { ...riskFields, title: 'No places', threatens: priority, sight: 'public' })
  const id = at.split('/')[2] ?? ''
  await made(`/risks/${id}/score`, { before: '5x5', after: '5x4', ...dayFields('onDay', '2026-03-10') })
  const register = (await rooms.get(`${board}/risks`)).text
  assert.match(register, /V · Very high[\s\S]*Risk \d+<span class="govuk-visually-hidden">: No places/)
  assert.match((await rooms.get(`/plans/${planId}`)).text, /Risks to this plan[\s\S]*No places[\s\S]*5 × 4 = 20/)
  const other = await rooms.post('/boards/early-help-steering-group/risks/new', { ...riskFields, threatens: priority }, clerk)
  assert.notEqual(other.status, 303)
})

test('P9: an assessment is finished when everything is said, stays as it is, and says when it came after what it assesses', async () => {
  const { id: planId } = await plan('Plan to be assessed')
  const fields = { stage: 'full', title: 'Equality of the plan', about: 'Everybody', subject: planId, sight: 'draft' }
  const id = (await made(`${board}/equality/new`, fields)).split('/')[2] ?? ''
  for (const who of strangers) assert.equal((await rooms.get(`/equality/${id}`, who)).status, 404, `${who}`)
  assert.equal((await rooms.post(`/equality/${id}/edit`, { ...fields, subject: newId(), version: '1' }, clerk)).status, 422)
  const finish = { conclusion: 'adjust', why: 'Visits are added', sight: 'public', version: '1', ...dayFields('doneOn', '2026-03-05') }
  assert.match((await rooms.post(`/equality/${id}/finish`, finish, clerk)).text, /something is still to be said/)
  const list = await readAs(governance.db, governance.acting(clerk), listCharacteristics)
  for (const { code } of list) await made(`/equality/${id}/of/${code}`, { impact: 'none', evidence: 'Nothing depends on it' })
  const bad = { impact: 'negative', evidence: 'Counted', mitigation: '', version: '1' }
  await made(`/equality/${id}/of/race`, bad)
  assert.equal((await rooms.post(`/equality/${id}/of/race`, bad, clerk)).status, 409)
  assert.equal((await rooms.post(`/equality/${id}/finish`, finish, clerk)).status, 422)
  assert.match((await rooms.get(`/equality/${id}`, clerk)).text, /nobody named/)
  await made(`/equality/${id}/of/race`, {
    ...bad,
    mitigation: 'Outreach',
    owner: 'Somebody',
    version: '2',
    ...dayFields('reviewOn', '2026-09-01'),
  })
  assert.equal((await rooms.post(`/equality/${id}/finish`, { ...finish, conclusion: 'full' }, clerk)).status, 422)
  await made(`/equality/${id}/finish`, finish)
  const page = (await rooms.get(`/equality/${id}`)).text
  assert.match(page, /Finished only after it was decided[\s\S]*Plan to be assessed[\s\S]*decided on 1 March 2026/)
  assert.match((await rooms.get(`/plans/${planId}`)).text, /Equality of the plan[\s\S]*Finished only after it was decided/)
  for (const step of ['edit', 'finish', 'of/race'])
    assert.equal((await rooms.post(`/equality/${id}/${step}`, finish, clerk)).status, 404, step)
  await made(`/equality/${id}/improve`, { text: 'Count families on sites' })
  const [action] = await readAs(governance.db, governance.acting(clerk), (reader) => findEqiaActions(reader, id))
  for (const who of ['pryce', 'mbeki', 'lowe'])
    assert.equal((await rooms.post(`/equality/${id}/actions/${action?.id}/done`, {}, who)).status, 403, who)
  await made(`/equality/${id}/actions/${action?.id}/done`, {})
  assert.match((await rooms.get(`/equality/${id}`)).text, /Done 10 March 2026/)
  await assert.rejects(
    writeAs(governance.db, governance.acting(clerk), (tx) =>
      tx
        .updateTable('plans.eqia')
        .set({ done_on: Temporal.PlainDate.from('2026-02-01') })
        .where('id', '=', id)
        .execute(),
    ),
    /what was finished stays/,
  )
})

test('P5: an administrator sets a new version of the scale, whole and from a day; the one before and its scores stay, and nobody changes either', async () => {
  const at = '/risk-scales/new/3'
  for (const who of [undefined, clerk]) assert.ok([401, 403].includes((await rooms.get(at, who)).status), `${who}`)
  assert.equal((await rooms.get('/risk-scales/new/9', 'lowe')).status, 404)
  const size = await rooms.post('/risk-scales/new', { levels: '3' }, 'lowe')
  assert.equal(size.location, at)
  assert.match((await rooms.get('/risk-scales/new/5', 'lowe')).text, /value="Almost certain"/)
  const words = Object.fromEntries(['Rare', 'Possible', 'Likely'].map((word, index) => [`likelihood${index + 1}`, word]))
  const grave = Object.fromEntries(['Slight', 'Serious', 'Grave'].map((word, index) => [`impact${index + 1}`, word]))
  const grades = ['low', 'low', 'medium', 'low', 'medium', 'high', 'medium', 'high', 'very-high']
  const cells = Object.fromEntries(grades.map((grade, index) => [`cell${Math.floor(index / 3) + 1}x${(index % 3) + 1}`, grade]))
  const scale = {
    name: 'Three by three',
    source: 'Board of 2 March 2026',
    ...words,
    ...grave,
    ...cells,
    ...dayFields('startsOn', '2027-01-01'),
  }
  for (const [wrong, says] of [
    [{ cell3x3: 'low' }, /weighs less than a place/],
    [{ likelihood2: 'rare' }, /Two levels have this name/],
    [{ source: '' }, /source/],
    [{ cell1x1: 'purple' }, /cell1x1/],
    [dayFields('startsOn', '2020-01-01'), /today or a later day/],
  ] as const) {
    const refused = await rooms.post(at, { ...scale, ...wrong }, 'lowe')
    assert.equal(refused.status, 422, String(says))
    assert.match(refused.text, says)
    assert.match(refused.text, /Three by three/)
  }
  await made(at, scale, 'lowe')
  assert.match((await rooms.post(at, scale, 'lowe')).text, /begins on this day already/)
  const rows = await governance.ownerDb.selectFrom('plans.risk_cell').select('grade').where('scale', '=', 3).execute()
  assert.equal(rows.length, 9)
  const asAdministrator = (work: Parameters<typeof writeAs<unknown>>[2]) => writeAs(governance.db, governance.acting('lowe'), work)
  const torn = {
    version: 4,
    name: 'Torn',
    source: 'S',
    levels: 2,
    likelihood: ['A', 'B'],
    impact: ['A', 'B'],
    starts_on: Temporal.PlainDate.from('2028-01-01'),
  }
  await assert.rejects(asAdministrator((tx) => tx.insertInto('plans.risk_scale').values(torn).execute()))
  const one = { scale: 4, likelihood: 1, impact: 1, grade: 'low' }
  await assert.rejects(
    asAdministrator(async (tx) => {
      await tx.insertInto('plans.risk_scale').values(torn).execute()
      await tx.insertInto('plans.risk_cell').values(one).execute()
    }),
  )
  await assert.rejects(governance.ownerDb.updateTable('plans.risk_scale').set({ name: 'Other' }).where('version', '=', 1).execute())
  await assert.rejects(governance.ownerDb.deleteFrom('plans.risk_cell').where('scale', '=', 1).execute())
})

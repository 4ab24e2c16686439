import assert from 'node:assert/strict'
import { test } from 'node:test'
import { htmlFaults } from '#test/support/html.ts'
import { sampleId } from './sample/ids.ts'
import { openRooms } from './testing/rooms.ts'

const rooms = await openRooms()
const board = '/boards/northbrook-childrens-partnership'
const marsh = sampleId('appointment', 'northbrook-childrens-partnership director_chair 1 marsh')
const seat = sampleId('seat', 'northbrook-childrens-partnership probation')
const office = sampleId('office', 'northbrook-childrens-partnership chair clarke')
const deputy = sampleId('deputy', 'northbrook-childrens-partnership director_chair 1 pryce')
const relation = sampleId('relation', 'northbrook-childrens-partnership reports-to health-and-wellbeing-board 2013-04-01')

const open = [
  '/boards',
  `${board}/members`,
  `${board}/members/history`,
  `${board}/members/${marsh}`,
  `${board}/terms`,
  `${board}/terms/1`,
  '/boards/joint-commissioning-board/terms',
  '/boards/east-local-area-group/terms',
  '/boards/safeguarding-children-partnership/terms',
  '/boards/safeguarding-children-partnership/members',
  `${board}/interests`,
  `${board}/relationships`,
  `${board}/relationships?on-day=31&on-month=2&on-year=2014`,
  `/people/${sampleId('person', 'marsh')}`,
  '/arrangement',
  '/arrangement?on=2012-06-01&kind=reports-to',
  '/arrangement?body=joint-commissioning-board&kind=accountable-to&kind=unknown',
  '/arrangement?on=nonsense',
  '/organisations',
  `/organisations/${sampleId('organisation', 'icb')}`,
  `/organisations/${sampleId('organisation', 'probation')}`,
]
const clerks = [
  `${board}/members`,
  `${board}/members/import`,
  `${board}/members/seats/new`,
  `${board}/members/seats/${seat}/change`,
  `${board}/members/seats/${seat}/end`,
  `${board}/members/seats/${seat}/appoint?place=1`,
  `${board}/members/${marsh}`,
  `${board}/members/${marsh}/end`,
  `${board}/members/${marsh}/deputies/new`,
  `${board}/members/deputies/${deputy}/end`,
  `${board}/members/offices/new`,
  `${board}/members/offices/${office}/end`,
  `${board}/terms`,
  `${board}/terms/import`,
  '/organisations/new',
  `/organisations/${sampleId('organisation', 'icb')}/change`,
  '/people/new',
  `/people/${sampleId('person', 'marsh')}/change`,
  `/people/${sampleId('person', 'marsh')}/posts/new`,
  `/people/${sampleId('person', 'marsh')}/posts/${sampleId('post', 'marsh')}/end`,
]
const administrators = [
  '/admin/name',
  '/admin/logo',
  '/boards/new',
  `${board}/status`,
  `${board}/relationships/new`,
  `${board}/relationships/${relation}/end`,
]
const own = [
  '/me/interests',
  '/me/interests/new',
  `/me/interests/${sampleId('interest', 'marsh Governor of Millingford Sixth Form College')}/change`,
]

const cases: readonly (readonly [who: string | undefined, path: string])[] = [
  ...open.map((path) => [undefined, path] as const),
  ...clerks.map((path) => ['siddiqui', path] as const),
  ...administrators.map((path) => ['lowe', path] as const),
  ...own.map((path) => ['marsh', path] as const),
]

for (const [who, path] of cases) {
  test(`X1: ${who ?? 'a visitor'} opens ${path}, and its HTML is sound`, async () => {
    const { status, text } = await rooms.get(path, who)
    assert.equal(status, 200)
    assert.deepEqual(await htmlFaults(text), [])
    assert.equal(text.match(/<h1/g)?.length, 1)
  })
}

test('X1: forms of the clerk are refused to members, and visitors are asked to sign in', async () => {
  for (const path of clerks.filter((known) => /(new|change|end|members\/import|place=1)$/.test(known))) {
    assert.equal((await rooms.get(path, 'marsh')).status, 403, path)
    if (!path.includes('?')) assert.equal((await rooms.get(path)).status, 401, path)
  }
  for (const path of administrators) assert.equal((await rooms.get(path, 'siddiqui')).status, 403, path)
  assert.equal((await rooms.get(`${board}/members/seats/new`, 'mbeki')).status, 403)
  assert.equal((await rooms.get('/me/interests')).status, 401)
})

test('X1: an appointment of another board is not found under this one', async () => {
  const other = sampleId('appointment', 'east-local-area-group district 1 balogun')
  assert.equal((await rooms.get(`${board}/members/${other}`)).status, 404)
  assert.equal((await rooms.get(`${board}/members/nonsense`)).status, 404)
  assert.equal((await rooms.get('/boards/nowhere/members')).status, 404)
})

test('G1: no address of a person is shown to visitors and members, and clerks see it', async () => {
  const path = `/people/${sampleId('person', 'akhtar')}`
  assert.ok(!(await rooms.get(path)).text.includes('northbrook.example'))
  assert.ok(!(await rooms.get(path, 'marsh')).text.includes('yasmin.akhtar@northbrook.example'))
  assert.ok((await rooms.get(path, 'mbeki')).text.includes('yasmin.akhtar@northbrook.example'))
})

test('G13: a sensitive interest is seen by its person and the clerk, and by nobody else', async () => {
  const words = 'A close relative receives support'
  for (const who of [undefined, 'marsh', 'lowe', 'mbeki'])
    assert.ok(!(await rooms.get(`${board}/interests`, who)).text.includes(words), who ?? 'visitor')
  for (const who of ['akhtar', 'siddiqui']) assert.ok((await rooms.get(`${board}/interests`, who)).text.includes(words), who)
})

test('G8: the page says that practice departs from the terms on the chair', async () => {
  assert.match((await rooms.get(`${board}/members`)).text, /Departs from the terms/)
})

test('G3: relationships are shown as they were on any day', async () => {
  const path = '/boards/east-local-area-group/relationships'
  assert.match((await rooms.get(`${path}?on=2012-06-01`)).text, /Children’s Trust Board/)
  assert.doesNotMatch((await rooms.get(path)).text, /Children’s Trust Board/)
})

test('G4: a version leaves as a portable document, the same bytes every time', async () => {
  const first = await rooms.get(`${board}/terms/1.json`)
  assert.equal(first.status, 200)
  assert.equal((JSON.parse(first.text) as { format: string }).format, 'goldenthread-terms/1')
  assert.equal((await rooms.get(`${board}/terms/1.json`)).text, first.text)
})

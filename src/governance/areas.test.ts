import assert from 'node:assert/strict'
import { test } from 'node:test'
import { writeAs } from '#platform/database/session.ts'
import { htmlFaults } from '#test/support/html.ts'
import { on, sampleId } from './sample/ids.ts'
import { dayFields, openRooms } from './testing/rooms.ts'

const rooms = await openRooms()
const area = (key: string): string => sampleId('area', key)
const page = (key: string): string => `/areas/${area(key)}`
const none = { renamedOn: '', code: '', source: '' }

test('G1: the list says of every area what it lies in, its parts, code, dates and boards, on any day', async () => {
  const { status, text } = await rooms.get('/areas')
  assert.equal(status, 200)
  assert.deepEqual(await htmlFaults(text), [])
  assert.match(text, /NHS footprint[\s\S]*Northbrook and Wolds health system/)
  assert.match(text, /Areas of other days[\s\S]*Kelbrook Port/)
  const then = (await rooms.get('/areas?on=1990-05-01')).text
  assert.match(then, /Borough[\s\S]*Kelbrook Port[\s\S]*Areas of other days[\s\S]*Northbrook East/)
})

test('G1: an area’s page names the boards for it, for what it lies in, its parts and what overlaps it, and who sits there', async () => {
  const { text } = await rooms.get(page('kelbrook'))
  assert.deepEqual(await htmlFaults(text), [])
  assert.match(text, /Lies in[\s\S]*Northbrook[\s\S]*Its parts[\s\S]*Harbour[\s\S]*Touches[\s\S]*Fenmarsh/)
  assert.match(text, /For a larger area that it lies in[\s\S]*For an area that overlaps it[\s\S]*Local Area Group/)
  const wolds = (await rooms.get(page('wolds'))).text
  assert.match(wolds, /For this area[\s\S]*Child Death Overview Panel/)
  assert.doesNotMatch((await rooms.get(`${page('wolds')}?on=2018-01-01`)).text, /For this area/)
  const county = (await rooms.get(page('northbrook'))).text
  assert.match(county, /Who sits on the boards for this area today[\s\S]*Northbrook County Council[\s\S]*Chairs and clerks today/)
  const earlier = (await rooms.get(`${page('footprint')}?on=2018-01-01`)).text
  assert.match(earlier, /<h1[^>]*>Northbrook and Wolds footprint<[\s\S]*Today it is called Northbrook and Wolds health system/)
  assert.equal((await rooms.get(`/areas/${sampleId('area', 'nowhere')}`)).status, 404)
})

test('G1: an area is added, renamed with its old name kept, and ended only after the boards that serve it', async () => {
  const typed = {
    name: 'Old Quay',
    kind: 'ward',
    code: 'E05-NB43',
    source: 'Order of 2026',
    within: area('kelbrook'),
    ...dayFields('startsOn', '2026-01-01'),
  }
  assert.equal((await rooms.post('/areas/new', typed, 'siddiqui')).status, 403, 'a clerk')
  assert.equal((await rooms.post('/areas/new', { ...typed, kind: 'planet' }, 'lowe')).status, 422)
  const added = await rooms.post('/areas/new', typed, 'lowe')
  assert.equal(added.status, 303, added.text)
  const twice = await rooms.post('/areas/new', typed, 'lowe')
  assert.equal(twice.status, 422)
  assert.match(twice.text, /There is an area of that kind and name already[\s\S]*value="Old Quay"/)
  const renamed = { ...typed, name: 'New Quay', version: '1', ...dayFields('renamedOn', '2026-03-01'), endsOn: '' }
  assert.equal((await rooms.post(`${added.location}/change`, { ...renamed, ...dayFields('renamedOn', '2027-01-01') }, 'lowe')).status, 422)
  assert.equal((await rooms.post(`${added.location}/change`, renamed, 'lowe')).status, 303)
  assert.equal((await rooms.post(`${added.location}/change`, renamed, 'lowe')).status, 409, 'somebody was first')
  assert.match((await rooms.get(`${added.location}?on=2026-02-01`)).text, /<h1[^>]*>Old Quay</)
  assert.match((await rooms.get(added.location)).text, /<h1[^>]*>New Quay<[\s\S]*Earlier name[\s\S]*Old Quay/)
  const end = { ...none, name: 'Northbrook East', kind: 'locality', version: '1', ...dayFields('endsOn', '2027-01-01') }
  const refused = await rooms.post(`${page('east-locality')}/change`, end, 'lowe')
  assert.equal(refused.status, 422)
  assert.match(refused.text, /Boards serve it on that day or later: [^<]*Local Area Group/)
  assert.equal(
    (
      await rooms.post(
        `${added.location}/change`,
        { ...typed, ...none, name: 'New Quay', version: '2', ...dayFields('endsOn', '2026-06-01') },
        'lowe',
      )
    ).status,
    303,
  )
  assert.match((await rooms.get(`${added.location}?on=2026-07-01`)).text, /No longer exists/)
})

test('G3: an area within itself, by way of others too, or twice beside another is refused in words; the database holds the same', async () => {
  const relate = (key: string, kind: string, other: string) =>
    rooms.post(`${page(key)}/relations/new`, { kind, other: area(other), startsOn: '' }, 'lowe')
  const refused: readonly (readonly [string, string, string, RegExp])[] = [
    ['northbrook', 'within', 'harbour', /An area would lie in itself, by way of others/],
    ['harbour', 'contains', 'northbrook', /An area would lie in itself, by way of others/],
    ['kelbrook', 'within', 'kelbrook', /Choose another area/],
    ['fenmarsh', 'beside', 'kelbrook', /recorded already/],
    ['kelbrook', 'beside', 'fenmarsh', /recorded already/],
  ]
  for (const [key, kind, other, words] of refused) {
    const answer = await relate(key, kind, other)
    assert.equal(answer.status, 422, `${key} ${kind} ${other}`)
    assert.match(answer.text, words)
    assert.match(answer.text, new RegExp(`value="${kind}"[^>]*checked`))
  }
  assert.equal((await relate('ashcombe', 'beside', 'millingford')).status, 303)
  const line = (key: string, other: string, kind: string) =>
    rooms.ownerDb
      .insertInto('governance.area_relation')
      .values({ id: sampleId('line', `${key} ${other}`), area: area(key), other: area(other), kind })
      .execute()
  await assert.rejects(line('northbrook', 'harbour', 'within'), { constraint: 'area_no_circle' })
  await assert.rejects(line('fenmarsh', 'kelbrook', 'beside'), { constraint: 'area_relation_once' })
  const both = await Promise.allSettled([line('harbour', 'mill-lane', 'within'), line('mill-lane', 'harbour', 'within')])
  assert.deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'], 'opposite lines at the same moment')
  const shown = (await rooms.get(page('kelbrook'), 'lowe')).text
  const end = /\/areas\/[0-9a-f-]+\/relations\/[0-9a-f-]+\/end/.exec(shown)?.[0] ?? ''
  assert.equal((await rooms.post(end, dayFields('endsOn', '2026-03-01'), 'lowe')).status, 303)
})

test('G1: a board serves several areas from a day to a day; what does not exist then, and what it serves already, is refused', async () => {
  const at = '/boards/early-help-steering-group/areas'
  const give = (areas: string, from: string, until = '') =>
    rooms.post(`${at}/new`, { areas, ...dayFields('startsOn', from), ...(until ? dayFields('endsOn', until) : {}) }, 'lowe')
  assert.equal((await rooms.post(`${at}/new`, { areas: area('wolds'), ...dayFields('startsOn', '2026-01-01') }, 'siddiqui')).status, 403)
  assert.match((await give('', '2026-01-01')).text, /Choose one area or several/)
  assert.match((await give(area('east-locality'), '2001-01-01')).text, /Northbrook East does not exist yet on that day/)
  assert.match((await give(area('northbrook'), '2026-01-01')).text, /Northbrook is served by this board at that time already/)
  assert.equal((await give(sampleId('area', 'nowhere'), '2026-01-01')).status, 422)
  assert.equal((await give(area('wolds'), '2026-01-01')).status, 303)
  assert.match((await rooms.get('/boards/early-help-steering-group/relationships')).text, /Areas that it serves[\s\S]*Wolds/)
  assert.equal((await rooms.post(`${at}/${area('wolds')}/end`, dayFields('endsOn', '2026-01-01'), 'lowe')).status, 422)
  assert.equal((await rooms.post(`${at}/${area('wolds')}/end`, dayFields('endsOn', '2026-03-01'), 'lowe')).status, 303)
  assert.doesNotMatch((await rooms.get(page('wolds'))).text, /Early Help Steering Group/)
  assert.equal((await give(area('wolds'), '2026-03-01')).status, 303, 'taken up again')
  const overlapping = rooms.ownerDb
    .insertInto('governance.body_area')
    .values({ body: sampleId('body', 'early-help-steering-group'), area: area('wolds'), starts_on: on('2026-02-01') })
    .execute()
  await assert.rejects(overlapping, { constraint: 'body_area_once' })
  const ended = rooms.ownerDb
    .updateTable('governance.area')
    .set({ ends_on: on('2026-02-01') })
    .where('id', '=', area('wolds'))
    .execute()
  await assert.rejects(ended, { constraint: 'area_still_served' })
  const gone = writeAs(rooms.db, rooms.acting('lowe'), (tx) => tx.deleteFrom('governance.body_area').execute())
  await assert.rejects(gone, /permission denied/)
})

test('G3: a board that would be its own sub-group, or stand to itself, is refused in words with everything typed kept', async () => {
  const typed = { kind: 'sub-group-of', to: sampleId('body', 'health-and-wellbeing-board'), cadence: 'Yearly', source: 'Standing order 7' }
  const loop = (to: string) =>
    rooms.post('/boards/full-council/relationships/new', { ...typed, to, ...dayFields('startsOn', '2026-01-01') }, 'lowe')
  for (const [to, words] of [
    [typed.to, /This would make a board a sub-group of itself, by way of others/],
    [sampleId('body', 'full-council'), /a board has no relationship with itself/],
  ] as const) {
    const answer = await loop(to)
    assert.equal(answer.status, 422)
    assert.match(answer.text, words)
    assert.match(answer.text, /value="sub-group-of"[^>]*checked[\s\S]*value="Yearly"[\s\S]*value="Standing order 7"/)
  }
})

test('G1: what was entered by mistake of how areas lie is taken back: gone from every day, and on record with its reason', async () => {
  assert.equal(
    (await rooms.post(`${page('harrowdale')}/relations/new`, { kind: 'overlaps', other: area('southmoor'), startsOn: '' }, 'lowe')).status,
    303,
  )
  const { id } = await rooms.ownerDb
    .selectFrom('governance.area_relation')
    .select('id')
    .where('area', '=', area('harrowdale'))
    .where('other', '=', area('southmoor'))
    .executeTakeFirstOrThrow()
  const at = `${page('harrowdale')}/relations/${id}/take-back`
  assert.equal((await rooms.get(at, 'lowe')).status, 200)
  assert.equal((await rooms.post(at, { reason: 'A slip.' }, 'siddiqui')).status, 403)
  assert.equal((await rooms.post(at, { reason: '' }, 'lowe')).status, 422)
  assert.equal((await rooms.post(`${page('kelbrook')}/relations/${id}/take-back`, { reason: 'x' }, 'lowe')).status, 404, 'of another area')
  assert.equal((await rooms.post(at, { reason: 'A slip.' }, 'lowe')).status, 303)
  assert.equal((await rooms.post(at, { reason: 'A slip.' }, 'lowe')).status, 404, 'a double click')
  const { text } = await rooms.get(page('harrowdale'))
  assert.match(text, /One entry was taken back[\s\S]*overlaps[^<]*: taken back on 10 March 2026\. A slip\./)
})

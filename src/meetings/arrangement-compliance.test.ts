import assert from 'node:assert/strict'
import { test } from 'node:test'
import { itemInput } from './testing/arrange.ts'
import { openScene } from './testing/record-scene.ts'

const { ownerDb, board, meetingWith, at, present } = await openScene()
const { id: meeting } = await meetingWith('2014-01-15', [itemInput('Business plan')])
const room = at(board.clerk.account, '2014-01-15T14:30:00Z')
await room.post(`/meetings/${meeting}/attendance/start`)
await room.post(`/meetings/${meeting}/attendance`, { mark: '', ...present(0) })
await room.post(`/meetings/${meeting}/attendance/end`)
const clerk = at(board.clerk.account, '2014-02-20T10:00:00Z')
const visitor = at(undefined, '2014-02-20T10:00:00Z')

test('G17: one page says of every board and rule whether it is met, with the evidence, what to do next and the way to both', async () => {
  const page = (await clerk.get('/compliance')).text
  assert.match(page, /What needs doing/)
  assert.match(page, /1 of 1 recorded meeting began without a quorum/)
  assert.match(page, /Ask the absent members why/)
  assert.match(page, new RegExp(`/meetings/${meeting}/attendance`))
  assert.match(page, new RegExp(`/boards/${board.slug}/compliance`))
})

test('G17: a visitor is judged to by what is public alone: attendance that is not published breaks no rule', async () => {
  const { status, text } = await visitor.get('/compliance')
  assert.equal(status, 200)
  assert.doesNotMatch(text, /began without a quorum/)
})

test('G17: narrowed to a state or a rule; what is no state is nothing asked for', async () => {
  const met = (await clerk.get('/compliance?state=met')).text
  assert.match(met, /What you asked for/)
  assert.doesNotMatch(met, /began without a quorum/)
  assert.match((await clerk.get('/compliance?rule=quorum')).text, /began without a quorum/)
  assert.match((await clerk.get('/compliance?state=<b>&rule=purple')).text, /What needs doing/)
})

test('G17: the file holds every rule of every board once, also of boards without terms', async () => {
  await ownerDb
    .insertInto('governance.body')
    .values({ id: '019a0000-0000-7000-8000-00000000c0de', slug: 'no-terms', name: '=No terms', kind: 'delivery-board' })
    .execute()
  const csv = (await clerk.get('/compliance.csv')).text
  assert.match(csv, /^Board,Rule,State/)
  assert.match(csv, /Quorum,Broken/)
  assert.match(csv, /,(Not due yet|No record|Not stated),/, 'as exactly as the page says it')
  assert.match(csv, /,A person reads it,/)
  assert.match(csv, /'=No terms,,No terms of reference are in force/, 'a cell that a spreadsheet would run is made harmless')
  const keys = csv
    .split('\r\n')
    .filter((line) => line !== '')
    .map((line) => line.split(',').slice(0, 2).join())
  assert.equal(new Set(keys).size, keys.length)
})

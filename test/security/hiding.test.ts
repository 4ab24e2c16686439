import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exemptInput, itemInput } from '#meetings/testing/arrange.ts'
import { openPreparing } from '#meetings/testing/preparing-scene.ts'
import { addAccount, openClient } from '../support/client.ts'

const scene = await openPreparing()
const visitor = await openClient(scene)

test('M15: that a paper of Part 2 was corrected, and why, is known to nobody outside', async () => {
  const { id, items } = await scene.meetingWith('2014-03-24', [itemInput('Figures'), exemptInput('Purchase of Kestrelhold', 'A purchase')])
  await scene.clearedPaper(id, items[0] ?? '', 'Figures', 'Twelve.')
  const paper = await scene.clearedPaper(id, items[1] ?? '', 'Kestrelhold', 'It costs a lot.')
  await scene.publish(id)
  const correction = await scene.correct(paper, 'Kestrelhold', 'It costs more.')
  const { sight } = await scene.ownerDb
    .selectFrom('meetings.publication')
    .select('sight')
    .where('id', '=', correction)
    .executeTakeFirstOrThrow()
  assert.equal(sight, 'members')
  const editions = (await scene.files(id)).filter(({ publication }) => publication === correction).map(({ edition }) => edition)
  assert.deepEqual(editions, ['full'])
  assert.equal((await visitor.get(`/meetings/${id}/publications/${correction}`)).status, 404)
  for (const path of [`/meetings/${id}`, '/', `/meetings/${id}/notice`]) {
    assert.doesNotMatch((await visitor.get(path)).text, /correction|A sum was wrong/i, path)
  }
  assert.match((await visitor.get(`/meetings/${id}`)).text, /A purchase/)
})

test('M6: where words of Part 2 stand in a public paper is told to the clerk, not to everybody', async () => {
  const { id, items } = await scene.meetingWith('2014-04-28', [
    itemInput('Plain'),
    exemptInput('Purchase of Kestrelhold Manor', 'A purchase'),
  ])
  await scene.clearedPaper(id, items[0] ?? '', 'Plain', 'This is about the Purchase of Kestrelhold Manor, by mistake.')
  const publication = await scene.publish(id)
  const path = `/meetings/${id}/publications/${publication}`
  const outside = await visitor.get(path)
  assert.equal(outside.status, 200)
  assert.match(outside.text, /Not made/)
  assert.doesNotMatch(outside.text, /kept back|Part 2/)
  const account = await addAccount(scene, 'The clerk')
  await scene.ownerDb
    .updateTable('governance.person')
    .set({ account: account.account })
    .where('id', '=', scene.board.clerk.person)
    .execute()
  assert.match((await (await openClient(scene, account)).get(path)).text, /kept back: it holds words of an item in Part 2/)
})

test('X1: an address that is no id is not found, and is no fault', async () => {
  const account = await addAccount(scene, 'An administrator')
  const person = scene.board.member.person
  await scene.ownerDb.updateTable('governance.person').set({ account: account.account }).where('id', '=', person).execute()
  await scene.ownerDb
    .insertInto('governance.administrator')
    .values({ person, starts_on: Temporal.PlainDate.from('2014-01-01') })
    .execute()
  const client = await openClient(scene, account)
  for (const id of ['-'.repeat(36), '0'.repeat(36)]) assert.equal((await client.get(`/admin/mail/${id}`)).status, 404)
})

test('X5: a visitor, who only signs in, sends no large form, and one without our cookie is not read at all', async () => {
  const large = (headers: Record<string, string>) =>
    scene.app.request('/sign-in', { method: 'POST', body: 'x', headers: { 'content-type': 'multipart/form-data; boundary=x', ...headers } })
  assert.equal((await large({ 'content-length': String(1024 * 1024) })).status, 413)
  assert.equal((await large({ 'content-length': '1' })).status, 403)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { logoSetting } from '#platform/partnership-logo.ts'
import { addPerson } from '../support/board.ts'
import { addAccount, openClient } from '../support/client.ts'
import { openHouse } from '../support/house.ts'

const house = await openHouse(Temporal.Instant.from('2026-03-02T09:00:00Z'))
const { person } = await addPerson(house.ownerDb, 'Ada Keeper')
const details = await addAccount(house, 'Ada Keeper')
await house.ownerDb.updateTable('governance.person').set({ account: details.account }).where('id', '=', person).execute()
await house.ownerDb
  .insertInto('governance.administrator')
  .values({ person, starts_on: Temporal.PlainDate.from('2020-01-01') })
  .execute()
const keeper = await openClient(house, details)

test('O1: the page after saving shows the new name and no longer asks for a mark that is gone', async () => {
  const value = JSON.stringify({ document: 'a'.repeat(64), mediaType: 'image/png', width: 30, height: 30, alternativeText: 'A heron' })
  await house.ownerDb.insertInto('platform.setting').values({ key: logoSetting, value, changed_by: details.account }).execute()
  house.clock.set(Temporal.Instant.from('2026-03-02T09:02:00Z'))
  assert.match((await keeper.get('/admin')).text, /alt="A heron"/)
  assert.equal((await keeper.post('/admin/logo', { alternativeText: 'x', remove: 'yes' })).status, 303)
  assert.doesNotMatch((await keeper.get('/admin')).text, /gt-brand__mark/)
  assert.equal((await keeper.post('/admin/name', { name: 'Northbrook anew' })).status, 303)
  assert.match((await keeper.get('/admin')).text, /Northbrook anew/)
})

test('C15: an administrator alone records the prefix of open contracting data, once it was assigned; until then the open data say that contracts do not come out', async () => {
  const visitor = await openClient(house)
  assert.match((await visitor.get('/open')).text, /No prefix is recorded for this place yet/)
  const at = '/admin/contracting-prefix'
  const others = await openClient(house, await addAccount(house, 'Some Body'))
  for (const client of [visitor, others])
    assert.notEqual((await client.post(at, { prefix: 'ocds-a1b2c3', assigned: 'yes' })).location, '/admin')
  assert.match((await keeper.get('/admin')).text, /contracting-prefix/)
  for (const [fields, words] of [
    [{ prefix: 'ocds-1', assigned: 'yes' }, /six letters or digits/],
    [{ prefix: 'ocds-a1b2c3' }, /only once it was assigned/],
  ] as const) {
    const answer = await keeper.post(at, fields)
    assert.equal(answer.status, 422)
    assert.match(answer.text, words)
  }
  assert.match((await visitor.get('/open')).text, /No prefix is recorded/)
  assert.equal((await keeper.post(at, { prefix: 'ocds-a1b2c3', assigned: 'yes' })).status, 303)
  assert.match((await keeper.get(at)).text, /come out with ocds-a1b2c3/)
  assert.doesNotMatch((await visitor.get('/open')).text, /No prefix is recorded/)
  assert.equal((await keeper.post(at, { prefix: 'OCDS-a1b2c3', assigned: 'yes' })).status, 422)
  // Under which licence it comes out is the place's to say; until then none is stated, in words and in files.
  const about = async () => (await house.app.request('/open/ocds', { headers: { accept: 'application/json' } })).json()
  assert.match((await visitor.get('/open/ocds')).text, /None is stated yet[\s\S]*ocds-a1b2c3/)
  assert.partialDeepStrictEqual(await about(), { license: null, ocidPrefix: 'ocds-a1b2c3', releases: 0 })
  assert.notEqual((await others.post('/admin/open-data', { licence: 'ogl-3' })).location, '/admin')
  for (const wrong of [{ licence: 'mine' }, { licence: 'ogl-3', grantPrefix: 'northbrook.example' }])
    assert.equal((await keeper.post('/admin/open-data', wrong)).status, 422)
  assert.equal((await keeper.post('/admin/open-data', { licence: 'ogl-3', grantPrefix: '360G-Northbrook' })).status, 303)
  assert.match((await visitor.get('/open/ocds')).text, /Open Government Licence v3\.0/)
  assert.partialDeepStrictEqual(await about(), { license: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/' })
  assert.equal((await visitor.get('/open/ocds/')).status, 200)
})

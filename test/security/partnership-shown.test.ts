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

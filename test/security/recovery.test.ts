import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Secret } from 'otpauth'
import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { writeAs } from '#platform/database/session.ts'
import { dayOf } from '#platform/time/london.ts'
import { openClient } from '#test/support/client.ts'
import { openHouse } from '#test/support/house.ts'

const house = await openHouse(Temporal.Now.instant())

test('X1: a recovery code opens one session, however many browsers try it at once', async () => {
  const now = house.clock.now()
  const person = {
    name: 'Ann Example',
    email: 'ann@example.org',
    password: 'kettle under blue glass',
    totpSecret: new Secret({ size: 20 }).base32,
  }
  const { recoveryCodes } = await writeAs(house.needs.db, { actor: SYSTEM_ACTOR, now, today: dayOf(now) }, (tx) =>
    house.needs.identity.createAccountWithPassword(tx, person),
  )
  const browsers = await Promise.all(Array.from({ length: 6 }, () => openClient(house)))
  for (const browser of browsers) assert.equal((await browser.post('/sign-in', person)).status, 303)
  const code = recoveryCodes[0] ?? ''
  const answers = await Promise.all(browsers.map((browser) => browser.post('/sign-in/code', { code })))
  assert.equal(answers.filter(({ status }) => status === 303).length, 1, answers.map(({ status }) => status).join(' '))
  const inside = await Promise.all(browsers.map((browser) => browser.get('/account')))
  assert.equal(inside.filter(({ status }) => status === 200).length, 1)
})

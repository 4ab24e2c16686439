import assert from 'node:assert/strict'
import { test } from 'node:test'
import { identityPaths as paths } from './paths.ts'
import { perAccount, perAddress, perCode } from './rules/throttle.ts'
import { codeOf, openBrowser } from './testing/browser.ts'
import { ANN, BEN, makeReady, openHouse } from './testing/signed-out-house.ts'
import { attemptSucceeded, countAttempt } from './throttle.ts'

const house = await openHouse()
await makeReady(house, ANN)
await makeReady(house, BEN)

test('X1: many wrong passwords delay an account up to the cap, and the right one then still signs in', async () => {
  const attacker = openBrowser(house, '203.0.113.66')
  house.waits.length = 0
  for (let round = 0; round < 12; round++) await attacker.post(paths.signIn, { email: ANN.email, password: `wrong password ${round}` })
  assert.deepEqual(house.waits.slice(0, 9), [0, 0, 0, 0, 500, 1000, 2000, 4000, 4000])
  const chair = openBrowser(house, '198.51.100.7')
  house.waits.length = 0
  assert.equal((await chair.post(paths.signIn, { email: ANN.email, password: ANN.password })).status, 303)
  assert.deepEqual(house.waits, [perAccount.cap])
  assert.equal((await chair.post(paths.signInCode, { code: codeOf(ANN) })).status, 303)
  house.waits.length = 0
  await openBrowser(house, '198.51.100.7').post(paths.signIn, { email: ANN.email, password: ANN.password })
  assert.deepEqual(house.waits, [0], 'the right password makes the account free again')
})

test('X1: 60 failures from one address delay another account behind the same address by no more than the cap', async () => {
  const council = '198.51.100.20'
  const { context } = house.identity
  for (let round = 0; round < 60; round++) await countAttempt(context, [{ what: `address:${council}`, policy: perAddress }])
  const member = openBrowser(house, council)
  house.waits.length = 0
  assert.equal((await member.post(paths.signIn, { email: BEN.email, password: BEN.password })).status, 303)
  assert.deepEqual(house.waits, [perAddress.cap])
})

test('X1: thirty members of one council mistype once each and nobody waits', async () => {
  house.waits.length = 0
  const waits = []
  for (let member = 0; member < 30; member++) {
    waits.push(await countAttempt(house.identity.context, [{ what: 'address:198.51.100.30', policy: perAddress }]))
  }
  assert.ok(waits.every(({ wait }) => wait === 0))
})

test('X1: a hundred attempts at once count as a hundred', async () => {
  const attempts = await Promise.all(
    Array.from({ length: 100 }, () => countAttempt(house.identity.context, [{ what: 'account:flood@example.org', policy: perAccount }])),
  )
  assert.equal(attempts.filter(({ wait }) => wait === perAccount.cap).length, 100 - 7)
})

test('X1: failures are forgotten, and success gives an address only its own attempt back', async () => {
  const { context } = house.identity
  const address = { what: 'address:198.51.100.40', policy: { ...perAddress, free: 0 } }
  for (let round = 0; round < 4; round++) await countAttempt(context, [address])
  await attemptSucceeded(context, [], [address])
  assert.equal((await countAttempt(context, [address])).failures, 3)
  house.clock.set(house.clock.now().add({ minutes: 16 }))
  assert.deepEqual(await countAttempt(context, [address]), { wait: 0, failures: 0, busy: false })
})

test('X1: codes for one account wait for each other, so that a flood is no faster than one after the other', async () => {
  const { context } = house.identity
  const codes = { what: 'code:somebody', policy: perCode, inTurn: true }
  const attempts = await Promise.all(Array.from({ length: 50 }, () => countAttempt(context, [codes])))
  const let_through = attempts.filter(({ busy }) => !busy)
  assert.ok(let_through.length <= 8, `${let_through.length} codes at once`)
  assert.ok(let_through.every(({ wait }) => wait <= 10_000))
  house.clock.set(house.clock.now().add({ seconds: 10 }))
  assert.equal((await countAttempt(context, [codes])).busy, false, 'ten seconds later the next one may be tried')
})

test('X1: addresses of people and networks are not kept in the clear', async () => {
  const rows = await house.database.ownerDb.selectFrom('identity.attempt').select('key').execute()
  assert.ok(rows.length > 3)
  assert.ok(rows.every(({ key }) => /^[\w-]{43}$/.test(key)))
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { withClient } from '#platform/database/roles.ts'
import { aloneAsIdentity, asIdentity } from './as-identity.ts'
import { identityPaths as paths } from './paths.ts'
import { openBrowser, signIn } from './testing/browser.ts'
import { ANN, makeReady, openHouse, PRINTED_CODE } from './testing/signed-out-house.ts'

test('X1: the serving role reads no session without taking the role on, and has given it back afterwards', async () => {
  const house = await openHouse()
  const { accountId } = await makeReady(house, ANN)
  await signIn(openBrowser(house), ANN)
  const { rows: tables } = await sql<{
    name: string
  }>`select relname as name from pg_class where relnamespace = 'identity'::regnamespace and relkind = 'r'`.execute(house.database.ownerDb)
  assert.ok(tables.length >= 8)
  for (const { name } of tables) {
    const stolen = withClient(house.database.urls.app, (client) => client.query(`select * from identity.${name}`))
    await assert.rejects(stolen, /permission denied for schema identity/, name)
  }
  const found = await aloneAsIdentity(house.database.db, (tx) => tx.selectFrom('identity.session').select('id').execute())
  assert.equal(found.length, 1)
  await house.database.db.transaction().execute(async (tx) => {
    await assert.rejects(
      asIdentity(tx, () => Promise.reject(new Error('changed my mind'))),
      /changed my mind/,
    )
    const role = await sql<{ role: string }>`select current_user as role`.execute(tx)
    assert.equal(role.rows[0]?.role, 'goldenthread_app')
  })
  const label = await sql<{ label: string }>`select platform.account_label(${accountId}) as label`.execute(house.database.db)
  assert.equal(label.rows[0]?.label, ANN.name)
})

test('X1: cookies are HttpOnly and SameSite=Lax, and Secure under their own prefix when the site is https', async () => {
  for (const publicUrl of ['http://127.0.0.1:3000', 'https://board.example']) {
    const house = await openHouse({ publicUrl })
    await makeReady(house, ANN)
    const browser = openBrowser(house)
    assert.equal((await signIn(browser, ANN)).status, 303)
    const lines = browser.seen.filter((line) => line.includes('session_token='))
    assert.ok(lines.length > 0)
    for (const line of browser.seen) {
      assert.match(line, /; HttpOnly/)
      assert.match(line, /; SameSite=Lax/)
      assert.match(line, /; Path=\//)
      assert.equal(/; Secure/.test(line), publicUrl.startsWith('https:'), line)
      assert.equal(line.startsWith('__Secure-'), publicUrl.startsWith('https:'))
    }
    assert.equal((await browser.get(paths.account)).status, 200)
  }
})

test("X1: better-auth's own addresses are not served", async () => {
  const house = await openHouse()
  for (const path of ['/api/auth/get-session', '/api/auth/sign-up/email', '/api/auth/ok'])
    assert.equal((await openBrowser(house).get(path)).status, 404)
})

test('X1: the first administrator needs the printed code, goes on to set up the account, and is the only one made so', async () => {
  const house = await openHouse()
  const browser = openBrowser(house)
  assert.equal((await browser.get(paths.firstAdministrator)).status, 200)
  const first = { name: 'Ann Example', email: 'Ann@example.org' }
  const wrong = await browser.post(paths.firstAdministrator, { ...first, code: 'guess' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /value="Ann Example"/)
  const right = await browser.post(paths.firstAdministrator, { ...first, code: ` ${PRINTED_CODE} ` })
  assert.match(right.location, /^\/invitation\?token=/)
  assert.deepEqual(
    house.administrators.map(({ email }) => email),
    ['ann@example.org'],
  )
  assert.equal((await browser.get(right.location)).status, 200)
  const resumed = await browser.post(paths.firstAdministrator, { ...first, code: PRINTED_CODE })
  assert.match(resumed.location, /^\/invitation\?token=/, 'who was interrupted goes on with the same address')
  const other = await browser.post(paths.firstAdministrator, { ...first, email: 'thief@example.org', code: PRINTED_CODE })
  assert.equal(other.status, 403)
  const thief = await house.database.ownerDb
    .selectFrom('identity.user_account')
    .select('id')
    .where('email', '=', 'thief@example.org')
    .execute()
  assert.equal(thief.length, 0)
  assert.equal((await browser.get(right.location)).status, 410)
  await makeReady(house, ANN)
  assert.equal((await browser.get(paths.firstAdministrator)).status, 404)
  assert.equal((await browser.post(paths.firstAdministrator, { ...first, code: PRINTED_CODE })).status, 404)
})

test('X1: tidying removes what has ended and nothing else', async () => {
  const house = await openHouse()
  await makeReady(house, ANN)
  const browser = openBrowser(house)
  await signIn(browser, ANN)
  await sql`insert into identity.session (id, user_id, token, expires_at) select gen_random_uuid(), id, 'ended', now() - interval '1 minute' from identity.user_account`.execute(
    house.database.ownerDb,
  )
  await house.identity.tidy()
  const left = await house.database.ownerDb.selectFrom('identity.session').select('token').execute()
  assert.equal(left.length, 1)
  assert.equal((await browser.get(paths.account)).status, 200)
})

import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import { sql } from 'kysely'
import { identityPaths as paths } from './paths.ts'
import { openBrowser, signIn } from './testing/browser.ts'
import { ANN, BEN, mailsTo, makeReady, openHouse } from './testing/signed-out-house.ts'

const house = await openHouse()
await makeReady(house, ANN)
await makeReady(house, BEN)

test('X1: a session outlives a meeting of three hours without a touch, and use renews it', async (t) => {
  const browser = openBrowser(house)
  await signIn(browser, ANN)
  const { rows } = await sql<{
    hours: number
  }>`select extract(epoch from expires_at - created_at)::float8 / 3600 as hours from identity.session`.execute(house.database.ownerDb)
  assert.ok(Math.abs((rows[0]?.hours ?? 0) - 12) < 0.01)
  const start = Date.now()
  t.after(() => mock.timers.reset())
  mock.timers.enable({ apis: ['Date'], now: start + 11 * 3_600_000 }) // better-auth reads the machine's clock
  const headers = new Headers({ cookie: `goldenthread.session_token=${browser.cookies.get('goldenthread.session_token')}` })
  const renewed = await house.identity.findAccount(headers)
  assert.equal(renewed?.email, ANN.email)
  assert.match(renewed?.cookies[0] ?? '', /^goldenthread\.session_token=.+Max-Age=43200/)
  mock.timers.setTime(start + 22 * 3_600_000)
  assert.equal((await house.identity.findAccount(headers))?.email, ANN.email)
  mock.timers.setTime(start + 22 * 3_600_000 + 12 * 3_600_000 + 1_000)
  assert.equal(await house.identity.findAccount(headers), undefined, 'twelve hours without use end it')
})

test('X1: signing out is a POST, ends the session in the database and clears the cookie', async () => {
  const browser = openBrowser(house)
  await signIn(browser, BEN)
  const token = browser.cookies.get('goldenthread.session_token') ?? ''
  assert.match((await browser.get(paths.signOut)).text, /<form method="post" action="\/sign-out"/)
  assert.equal((await browser.get(paths.account)).status, 200, 'looking at the page signs nobody out')
  assert.equal((await browser.post(paths.signOut, {})).location, '/sign-in?notice=signed-out')
  assert.equal(browser.cookies.size, 0)
  browser.cookies.set('goldenthread.session_token', token)
  assert.equal((await browser.get(paths.account)).status, 303)
})

test('X1: the owner sees where they are signed in, without any token, and signs the other devices out', async () => {
  const here = openBrowser(house, '192.0.2.1')
  const there = openBrowser(house, '192.0.2.2')
  await signIn(here, BEN, 1)
  await there.post(paths.signIn, { email: BEN.email, password: BEN.password })
  await there.post(paths.signInCode, { code: (await newCodes(here, BEN.password))[0] ?? '' })
  const page = await here.get(paths.account)
  assert.match(page.text, /192\.0\.2\.1/)
  assert.match(page.text, /192\.0\.2\.2/)
  for (const browser of [here, there])
    assert.ok(!page.text.includes((browser.cookies.get('goldenthread.session_token') ?? 'none').split('.')[0] ?? ''))
  assert.equal((await here.post(paths.sessions, {})).location, '/account?notice=others-ended')
  assert.equal((await there.get(paths.account)).status, 303)
  assert.match((await here.get('/account?notice=others-ended')).text, /All other devices were signed out/)
})

async function newCodes(browser: ReturnType<typeof openBrowser>, present: string): Promise<readonly string[]> {
  const page = await browser.post(paths.recoveryCodes, { present })
  return [...page.text.matchAll(/<code>([^<]+)<\/code>/g)].map(([, code]) => code ?? '')
}

test('X1: new recovery codes need the password and end the old ones', async () => {
  const house2 = await openHouse()
  const { recoveryCodes } = await makeReady(house2, ANN)
  const browser = openBrowser(house2)
  await signIn(browser, ANN)
  assert.equal((await browser.post(paths.recoveryCodes, { present: 'not the password' })).status, 422)
  assert.equal((await newCodes(browser, ANN.password)).length, 10)
  const other = openBrowser(house2)
  await other.post(paths.signIn, { email: ANN.email, password: ANN.password })
  assert.equal((await other.post(paths.signInCode, { code: recoveryCodes[0] ?? '' })).status, 422)
})

test('X1: changing the password needs the present one, signs other devices out and tells the owner', async () => {
  const house3 = await openHouse()
  const { recoveryCodes } = await makeReady(house3, ANN)
  const here = openBrowser(house3)
  const there = openBrowser(house3)
  await signIn(here, ANN)
  await there.post(paths.signIn, { email: ANN.email, password: ANN.password })
  await there.post(paths.signInCode, { code: recoveryCodes[0] ?? '' })
  const wrong = await here.post(paths.password, { present: 'not the password', password: 'a heron in the lift' })
  assert.match(wrong.text, /That is not your present password/)
  const weak = await here.post(paths.password, { present: ANN.password, password: 'Ann Example 12' })
  assert.match(weak.text, /little more than your name/)
  const done = await here.post(paths.password, { present: ANN.password, password: 'a heron in the lift' })
  assert.equal(done.location, '/account?notice=own-password-changed')
  assert.equal((await here.get(paths.account)).status, 200)
  assert.equal((await there.get(paths.account)).status, 303)
  assert.equal((await openBrowser(house3).post(paths.signIn, { email: ANN.email, password: ANN.password })).status, 422)
  assert.equal((await mailsTo(house3, ANN.email)).at(-1)?.subject, 'Your Goldenthread password was changed')
})

test('X1: nobody reaches an account page without signing in', async () => {
  for (const path of [paths.account, paths.password, paths.recoveryCodes]) {
    assert.equal((await openBrowser(house).get(path)).location, paths.signInFor(path))
    if (path !== paths.account)
      assert.equal((await openBrowser(house).post(path, { present: 'x', password: 'y' })).location, paths.signInFor(path))
  }
  assert.equal((await openBrowser(house).post(paths.sessions, {})).location, paths.signInFor(paths.sessions))
})

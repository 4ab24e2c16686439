import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { identityPaths as paths } from './paths.ts'
import { codeOf, openBrowser, signIn } from './testing/browser.ts'
import { ANN, BEN, invite, mailsTo, makeReady, openHouse } from './testing/signed-out-house.ts'

const house = await openHouse()
const { recoveryCodes } = await makeReady(house, ANN)
await makeReady(house, BEN)

test('X1: a person signs in with password and second factor, and comes back to the page they wanted', async () => {
  const browser = openBrowser(house)
  assert.equal((await browser.get(paths.account)).location, '/sign-in?return=%2Faccount')
  assert.match((await browser.get('/sign-in?return=%2Faccount')).text, /name="return" value="\/account"/)
  const first = await browser.post(paths.signIn, { email: ' Ann@Example.ORG ', password: ANN.password, return: '/account' })
  assert.equal(first.status, 303)
  assert.equal(first.location, '/sign-in/code?return=%2Faccount')
  assert.equal((await browser.get(paths.account)).status, 303, 'the password alone signs nobody in')
  const second = await browser.post(paths.signInCode, { code: codeOf(ANN), return: '/account' })
  assert.equal(second.location, '/account')
  const account = await browser.get(paths.account)
  assert.equal(account.status, 200)
  assert.match(account.text, /Firefox on Windows \(this device\)/)
  assert.match(account.text, /10 left/)
})

test('X1: a code of the app is taken once', async () => {
  const code = codeOf(ANN, 1)
  const one = openBrowser(house)
  await one.post(paths.signIn, { email: ANN.email, password: ANN.password })
  assert.equal((await one.post(paths.signInCode, { code })).status, 303)
  const other = openBrowser(house)
  await other.post(paths.signIn, { email: ANN.email, password: ANN.password })
  const again = await other.post(paths.signInCode, { code })
  assert.equal(again.status, 422)
  assert.match(again.text, /That code was used already\. Wait until your app shows the next one/)
})

test('X1: a recovery code signs in once, however it is typed', async () => {
  const [code = ''] = recoveryCodes
  const browser = openBrowser(house)
  await browser.post(paths.signIn, { email: ANN.email, password: ANN.password })
  assert.equal((await browser.post(paths.signInCode, { code: code.toUpperCase().replace('-', ' ') })).status, 303)
  assert.match((await browser.get(paths.account)).text, /9 left/)
  const again = openBrowser(house)
  await again.post(paths.signIn, { email: ANN.email, password: ANN.password })
  assert.equal((await again.post(paths.signInCode, { code })).status, 422)
})

test('X1: an unknown address, a wrong password and an account without one get the same answer', async () => {
  await invite(house, { email: 'new@example.org', name: 'New Example' })
  const pages = []
  for (const email of ['nobody@example.org', ANN.email, 'new@example.org']) {
    const page = await openBrowser(house).post(paths.signIn, { email, password: 'not the password' })
    assert.equal(page.status, 422)
    pages.push(page.text.replaceAll(email, 'EMAIL'))
  }
  assert.equal(new Set(pages).size, 1)
  assert.match(pages[0] ?? '', /do not match/)
  assert.doesNotMatch(pages[0] ?? '', /not the password/)
})

test('X1: a wrong address and a wrong password take similar time', async () => {
  const times = { known: [] as number[], unknown: [] as number[] }
  for (let round = 0; round < 6; round++) {
    for (const kind of ['known', 'unknown'] as const) {
      const start = performance.now()
      await openBrowser(house).post(paths.signIn, {
        email: kind === 'known' ? BEN.email : 'nobody2@example.org',
        password: 'not the password',
      })
      times[kind].push(performance.now() - start)
    }
  }
  const median = (list: number[]): number => list.sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0
  const [known, unknown] = [median(times.known), median(times.unknown)]
  assert.ok(Math.abs(known - unknown) < 0.5 * Math.max(known, unknown), `known ${known} ms, unknown ${unknown} ms`)
})

test('X1: signing in ends the session that lay in the browser, and none that somebody planted survives', async () => {
  const browser = openBrowser(house)
  await signIn(browser, BEN)
  const bens = browser.cookies.get('goldenthread.session_token') ?? ''
  await browser.post(paths.signIn, { email: ANN.email, password: ANN.password })
  await browser.post(paths.signInCode, { code: recoveryCodes[1] ?? '' })
  assert.notEqual(browser.cookies.get('goldenthread.session_token'), bens)
  assert.match((await browser.get(paths.account)).text, /ann@example\.org/)
  const thief = openBrowser(house)
  thief.cookies.set('goldenthread.session_token', bens)
  assert.equal((await thief.get(paths.account)).status, 303)
})

test('X1: after five wrong codes the password is asked again, and the owner is told', async () => {
  const browser = openBrowser(house)
  await browser.post(paths.signIn, { email: BEN.email, password: BEN.password })
  const answers = []
  for (let round = 0; round < 6; round++) {
    house.clock.set(house.clock.now().add({ seconds: 30 }))
    answers.push(await browser.post(paths.signInCode, { code: String(100_000 + round) }))
  }
  assert.deepEqual(
    answers.slice(0, 5).map(({ status }) => status),
    [422, 422, 422, 422, 422],
  )
  assert.match(answers[5]?.location ?? '', /notice=start-again/)
  const warnings = (await mailsTo(house, BEN.email)).filter(({ subject }) => subject.startsWith('Wrong sign-in codes'))
  assert.equal(warnings.length, 1)
})

test('X1: a code without a first step leads to the first step', async () => {
  const browser = openBrowser(house)
  assert.match((await browser.get(paths.signInCode)).location, /^\/sign-in\?/)
  assert.match((await browser.post(paths.signInCode, { code: codeOf(ANN) })).location, /^\/sign-in\?/)
  browser.cookies.set('goldenthread.two_factor', '2fa-forged.signature')
  assert.match((await browser.post(paths.signInCode, { code: codeOf(ANN) })).location, /^\/sign-in\?/)
})

test('X1: the way back is never another site', async () => {
  for (const away of ['https://evil.example', '//evil.example', '/\\evil.example']) {
    assert.doesNotMatch((await openBrowser(house).get(`/sign-in?return=${encodeURIComponent(away)}`)).text, /evil/)
    const page = await openBrowser(house).post(paths.signIn, { email: ANN.email, password: ANN.password, return: away })
    assert.equal(page.location, '/sign-in/code?return=%2Fwork')
  }
})

test('X1: what was typed comes back, beside a sentence, but never a password', async () => {
  const page = await openBrowser(house).post(paths.signIn, { email: 'no address', password: 'something typed' })
  assert.equal(page.status, 422)
  assert.match(page.text, /value="no address"/)
  assert.match(page.text, /Enter an email address, like/)
  assert.match(page.text, /<title>Error: Sign in/)
  assert.doesNotMatch(page.text, /something typed/)
})

test('X2: signing in and failing to are in the audit, by account and never with the password', async () => {
  const rows = await sql<{ act: string; n: bigint }>`select act, count(*) as n from platform.audit_entry group by act`.execute(
    house.database.ownerDb,
  )
  const acts = new Map(rows.rows.map(({ act, n }) => [act, Number(n)]))
  assert.ok((acts.get('account.signed-in') ?? 0) >= 5)
  assert.ok((acts.get('account.sign-in-failed') ?? 0) >= 10)
  assert.equal(acts.get('account.invited'), 1)
})

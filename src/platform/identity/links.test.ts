import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { writeAs } from '#platform/database/session.ts'
import { createOutbox } from '#platform/jobs/outbox.ts'
import { dayOf } from '#platform/time/london.ts'
import { identityPaths as paths } from './paths.ts'
import { codeOf, openBrowser, signIn } from './testing/browser.ts'
import { ANN, invite, mailsTo, makeReady, openHouse, tokenOf } from './testing/signed-out-house.ts'

const house = await openHouse()
await makeReady(house, ANN)
const NEW_PASSWORD = 'four herons in a lift'

function keyOn(page: string): string {
  return (/id="key">([^<]+)</.exec(page)?.[1] ?? '').replace(/\s/g, '')
}

test('X1: somebody invited chooses a password, connects an app, sees recovery codes once, and signs in', async () => {
  const { token } = await invite(house, { name: 'Cara Example', email: 'Cara@Example.org' })
  const browser = openBrowser(house)
  const first = await browser.get(paths.invitationWith(token))
  assert.match(first.text, /Welcome, Cara Example\. You will sign in with cara@example\.org/)
  const short = await browser.post(paths.invitation, { token, password: 'short' })
  assert.equal(short.status, 422)
  assert.match(short.text, /at least 12 characters/)
  assert.equal((await browser.post(paths.invitation, { token, password: NEW_PASSWORD })).status, 303)
  const second = await browser.get(paths.invitationWith(token))
  const totpSecret = keyOn(second.text)
  assert.match(totpSecret, /^[A-Z2-7]{32}$/)
  assert.match(second.text, /<svg class="gt-qr" role="img" aria-label=/)
  assert.doesNotMatch(second.text, / style=/)
  assert.equal(keyOn((await browser.get(paths.invitationWith(token))).text), totpSecret, 'the picture is the same at every look')
  assert.equal((await browser.post(paths.invitationCode, { token, code: '000000' })).status, 422)
  const done = await browser.post(paths.invitationCode, { token, code: codeOf({ totpSecret }) })
  assert.equal(done.status, 200)
  assert.equal(done.headers.get('cache-control'), 'no-store')
  const codes = [...done.text.matchAll(/<code>([a-z0-9]{5}-[a-z0-9]{5})<\/code>/g)]
  assert.equal(codes.length, 10)
  assert.equal((await browser.post(paths.invitationCode, { token, code: codeOf({ totpSecret }) })).status, 410, 'an invitation works once')
  assert.equal((await browser.get(paths.invitationWith(token))).status, 410)
  const person = { name: 'Cara Example', email: 'cara@example.org', password: NEW_PASSWORD, totpSecret }
  assert.equal((await signIn(openBrowser(house), person)).location, '/work')
})

test('X1: an invitation ends after seven days, and a newer one ends the older', async () => {
  const old = await invite(house, { name: 'Dan Example', email: 'dan@example.org' })
  const newer = await invite(house, { name: 'Dan Example', email: 'dan@example.org' })
  assert.equal(old.accountId, newer.accountId)
  const browser = openBrowser(house)
  assert.equal((await browser.get(paths.invitationWith(old.token))).status, 410)
  house.clock.set(house.clock.now().add({ hours: 7 * 24 - 1 }))
  assert.equal((await browser.get(paths.invitationWith(newer.token))).status, 200)
  house.clock.set(house.clock.now().add({ hours: 1 }))
  assert.equal((await browser.get(paths.invitationWith(newer.token))).status, 410)
  assert.equal((await browser.post(paths.invitation, { token: newer.token, password: NEW_PASSWORD })).status, 410)
})

test('X1: an invitation whose transaction fails leaves neither account nor mail', async () => {
  const now = house.clock.now()
  const acting = { actor: SYSTEM_ACTOR, now, today: dayOf(now) }
  const failing = writeAs(house.database.db, acting, async (tx) => {
    const invitation = { email: 'gone@example.org', name: 'Gone Example', invitedBy: SYSTEM_ACTOR, now }
    await house.identity.inviteAccount(tx, createOutbox(house.database.db), invitation)
    await appendAudit(tx, { actor: newId(), act: 'test.failed', subjectType: 'test', subject: newId(), content: '' })
  })
  await assert.rejects(failing, /row-level security/)
  assert.equal((await mailsTo(house, 'gone@example.org')).length, 0)
  const accounts = await house.database.ownerDb
    .selectFrom('identity.user_account')
    .select('id')
    .where('email', '=', 'gone@example.org')
    .execute()
  assert.equal(accounts.length, 0)
})

test('X1: inviting somebody who has a password sends nothing and changes nothing', async () => {
  const { token } = await invite(house, { name: 'Somebody Else', email: ANN.email })
  assert.equal(token, '')
})

test('X1: a forgotten password answers the same after the same wait for every address', async () => {
  house.waits.length = 0
  const known = await openBrowser(house).post(paths.forgottenPassword, { email: ANN.email })
  const unknown = await openBrowser(house).post(paths.forgottenPassword, { email: 'nobody@example.org' })
  assert.deepEqual([known.status, known.location], [unknown.status, unknown.location])
  assert.equal(house.waits.length, 4)
  assert.ok(house.waits.filter((wait) => wait > 200).length === 2, 'both are held back to the same moment')
  assert.equal((await mailsTo(house, 'nobody@example.org')).length, 0)
})

test('X1: a link for a new password works once, for an hour, and signs every device out', async () => {
  const signedIn = openBrowser(house)
  await signIn(signedIn, ANN)
  await openBrowser(house).post(paths.forgottenPassword, { email: ANN.email })
  const mail = (await mailsTo(house, ANN.email)).at(-1)
  assert.equal(mail?.subject, 'Choose a new Goldenthread password')
  const token = tokenOf(mail)
  const browser = openBrowser(house)
  assert.equal((await browser.get(paths.resetPasswordWith(token))).status, 200)
  assert.equal((await browser.post(paths.resetPassword, { token, password: 'password1234' })).status, 422)
  assert.equal((await browser.post(paths.resetPassword, { token, password: NEW_PASSWORD })).location, '/sign-in?notice=password-changed')
  assert.equal((await browser.post(paths.resetPassword, { token, password: 'another good one here' })).status, 410)
  assert.equal((await signedIn.get(paths.account)).status, 303)
  assert.equal((await openBrowser(house).post(paths.signIn, { email: ANN.email, password: ANN.password })).status, 422)
  const again = await signIn(openBrowser(house), { ...ANN, password: NEW_PASSWORD }, 1)
  assert.equal(again.location, '/work', 'the second step is as before')
})

test('X1: a link for a new password ends after an hour, and a stranger cannot fill a mailbox', async () => {
  house.clock.set(house.clock.now().add({ hours: 2 }))
  const before = (await mailsTo(house, ANN.email)).length
  for (let round = 0; round < 6; round++) await openBrowser(house).post(paths.forgottenPassword, { email: ANN.email })
  const mails = await mailsTo(house, ANN.email)
  assert.equal(mails.length - before, 3)
  const token = tokenOf(mails.at(-1))
  assert.equal((await openBrowser(house).get(paths.resetPasswordWith(token))).status, 200)
  house.clock.set(house.clock.now().add({ minutes: 60 }))
  assert.equal((await openBrowser(house).get(paths.resetPasswordWith(token))).status, 410)
})

test('X1: tokens are kept only as digests, and links do not serve another purpose', async () => {
  const { token } = await invite(house, { name: 'Eve Example', email: 'eve@example.org' })
  assert.equal((await openBrowser(house).get(paths.resetPasswordWith(token))).status, 410)
  assert.equal((await openBrowser(house).get(paths.invitationWith(`${token}x`))).status, 410)
  const rows = await house.database.ownerDb.selectFrom('identity.link').selectAll().execute()
  assert.doesNotMatch(JSON.stringify(rows.map((row) => ({ ...row, token_sha256: row.token_sha256.toString('latin1') }))), new RegExp(token))
})

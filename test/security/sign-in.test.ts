import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Secret, TOTP } from 'otpauth'
import { openClient } from '#test/support/client.ts'
import { openHouse } from '#test/support/house.ts'

const house = await openHouse(Temporal.Now.instant())

test('X1: the first administrator of an empty house sets up the account and administers', async () => {
  const client = await openClient(house)
  const first = { name: 'Ann Example', email: 'ann@example.org', code: house.needs.secrets.firstAdministratorCode }
  const claimed = await client.post('/first-administrator', first)
  assert.equal(claimed.status, 303)
  const token = new URL(claimed.location, 'http://here').searchParams.get('token') ?? ''
  const thief = await client.post('/first-administrator', { ...first, email: 'thief@example.org' })
  assert.equal(thief.status, 403)
  const password = 'kettle under blue glass'
  assert.equal((await client.post('/invitation', { token, password })).status, 303)
  const seed = (/id="key">([^<]+)</.exec((await client.get(claimed.location)).text)?.[1] ?? '').replace(/\s/g, '')
  const app = new TOTP({ secret: Secret.fromBase32(seed) })
  assert.match((await client.post('/invitation/code', { token, code: app.generate() })).text, /Your account is ready/)
  const signedIn = await openClient(house, { email: first.email, password, totp: seed })
  assert.equal((await signedIn.get('/admin/mail')).status, 200)
  assert.equal((await client.get('/admin/mail')).status, 303)
  assert.equal((await client.get('/first-administrator')).status, 404)
})

test('X1: a form that another site sends signs nobody in', async () => {
  const body = new URLSearchParams({ email: 'ann@example.org', password: 'kettle under blue glass' }).toString()
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  assert.equal((await house.app.request('/sign-in', { method: 'POST', body, headers })).status, 403)
  const crossSite = { ...headers, 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }
  assert.equal((await house.app.request('/sign-in', { method: 'POST', body, headers: crossSite })).status, 403)
  assert.equal((await house.app.request('/sign-out', { method: 'POST', headers: crossSite })).status, 403)
})

test('X1: pages of signing in are kept by nobody', async () => {
  for (const path of ['/sign-in', '/invitation?token=x', '/reset-password?token=x', '/forgotten-password']) {
    assert.equal((await house.app.request(path)).headers.get('cache-control'), 'no-store', path)
  }
})

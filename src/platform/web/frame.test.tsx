import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Hono } from 'hono'
import type { ActorId } from '#platform/database/session.ts'
import { silentLog } from '#platform/log.ts'
import { Forbidden, NotFound } from '#platform/refusals.ts'
import { fixedClock } from '#platform/time/clock.ts'
import { CsrfField } from './components/csrf-field.tsx'
import { ErrorPage, wordsOf } from './errors.tsx'
import { readForm } from './forms.ts'
import { type FrameNeeds, requestFrame } from './frame.ts'
import type { AppEnv } from './visit.ts'

const account = { id: '01950000-0000-7000-8000-000000000001' as ActorId, name: 'Maren Oakley', email: 'maren.oakley@northbrook.example' }
const frame: FrameNeeds = {
  publicUrl: 'http://boards.example',
  trustedProxy: [],
  formsSecret: 'a secret of tests, long enough',
  clock: fixedClock(Temporal.Instant.from('2026-03-02T09:00:00Z')),
  log: silentLog,
  findAccount: async (headers) => (headers.get('cookie')?.includes('goldenthread.session_token=good') ? account : undefined),
  navigationFor: () => [],
  partnership: () => 'Northbrook',
}

function house(): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.use(...requestFrame(frame))
  app.get('/plain', (c) => c.html('<p>read</p>'))
  app.get('/form', (c) => c.html(<CsrfField visit={c.get('visit')} />))
  app.get('/by-hand', () => new Response('made by hand'))
  app.get('/hidden', () => {
    throw new NotFound('a secret sentence')
  })
  app.get('/forbidden', () => {
    throw new Forbidden('Only the clerk does this.')
  })
  app.get('/fault', () => {
    throw new Error('password=hunter2')
  })
  app.post('/form', async (c) => c.text(`kept ${(await readForm(c)).title}`))
  app.onError((error, c) => c.html(<ErrorPage visit={c.get('visit')} words={wordsOf(error)} />, wordsOf(error).status))
  return app
}

async function tokenOf(app: Hono<AppEnv>, cookie = ''): Promise<{ readonly token: string; readonly cookie: string }> {
  const answer = await app.request('/form', { headers: { cookie } })
  const token = /value="([^"]+)"/.exec(await answer.text())?.[1] ?? ''
  return { token, cookie: [cookie, ...answer.headers.getSetCookie().map((set) => set.split(';')[0])].filter(Boolean).join('; ') }
}

function post(app: Hono<AppEnv>, body: Record<string, string> | FormData, headers: Record<string, string>): Promise<Response> {
  const sent = body instanceof FormData ? body : new URLSearchParams(body)
  return Promise.resolve(app.request('/form', { method: 'POST', body: sent, headers }))
}

test('X5: a form with its token is accepted, urlencoded and multipart', async () => {
  const app = house()
  const { token, cookie } = await tokenOf(app)
  const urlencoded = await post(
    app,
    { csrf: token, title: 'Ŵ' },
    { cookie, origin: 'http://boards.example', 'sec-fetch-site': 'same-origin' },
  )
  assert.equal(await urlencoded.text(), 'kept Ŵ')
  const form = new FormData()
  form.set('csrf', token)
  form.set('title', 'two')
  assert.equal((await post(app, form, { cookie })).status, 200)
})

test('X5: everything else that writes is refused', async () => {
  const app = house()
  const { token, cookie } = await tokenOf(app)
  const refused: readonly (readonly [string, Record<string, string>, Record<string, string>])[] = [
    ['no token', {}, { cookie }],
    ['no cookie', { csrf: token }, {}],
    ['a wrong token', { csrf: `${token.slice(1)}x` }, { cookie: `${cookie}; goldenthread.session_token=good` }],
    ['no token of ours', { csrf: 'x' }, { cookie }],
    ['another site', { csrf: token }, { cookie, 'sec-fetch-site': 'cross-site' }],
    ['a sister site', { csrf: token }, { cookie, 'sec-fetch-site': 'same-site' }],
    ['another origin', { csrf: token }, { cookie, origin: 'http://evil.example' }],
    ['a token from before signing in', { csrf: token }, { cookie: `${cookie}; goldenthread.session_token=good` }],
  ]
  for (const [why, body, headers] of refused) assert.equal((await post(app, body, headers)).status, 403, why)
  for (const method of ['PUT', 'DELETE', 'PATCH'])
    assert.equal((await app.request('/form', { method, headers: { cookie } })).status, 403, method)
})

test('E1, X5: of somebody whose session ended nothing is taken; the form counts again once they sign in, and for nobody else', async () => {
  const app = house()
  const { token, cookie } = await tokenOf(app, 'goldenthread.session_token=good')
  const out = cookie.replace('goldenthread.session_token=good; ', '')
  const long = 'They said. '.repeat(20_000)
  const ended = await post(app, { csrf: token, title: long }, { cookie: out })
  assert.equal(ended.status, 401)
  assert.match(await ended.text(), /Nothing was saved[\s\S]*Sign in in another window/)
  assert.equal((await post(app, { csrf: token, title: 'x' }, { cookie })).status, 200)
  assert.equal((await post(app, { csrf: token, title: 'x' }, { cookie: out.replace('=', '=x') })).status, 403, 'of another browser')
})

test('a body that is too large, or that is no form, is refused before it is read', async () => {
  const app = house()
  const { cookie } = await tokenOf(app)
  const large = await app.request('/form', { method: 'POST', body: 'x', headers: { cookie, 'content-length': String(1e9) } })
  assert.equal(large.status, 413)
  const json = await app.request('/form', { method: 'POST', body: '{}', headers: { cookie, 'content-type': 'application/json' } })
  assert.equal(json.status, 400)
})

test('who only reads gets no cookie; a page with a form sets one that scripts cannot read', async () => {
  const app = house()
  assert.deepEqual((await app.request('/plain')).headers.getSetCookie(), [])
  const [cookie] = (await app.request('/form')).headers.getSetCookie()
  assert.match(cookie ?? '', /^goldenthread\.form=[\w-]{22}; Path=\/; HttpOnly; SameSite=Lax$/)
})

test('every answer has the policy, and only what a visitor sees may be kept by a browser', async () => {
  const app = house()
  for (const path of ['/plain', '/by-hand', '/hidden', '/fault']) {
    const { headers } = await app.request(path)
    assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'.*require-trusted-types-for 'script'/, path)
    assert.equal(headers.get('x-content-type-options'), 'nosniff', path)
  }
  assert.equal((await app.request('/plain')).headers.get('cache-control'), 'no-cache')
  const signedIn = await app.request('/plain', { headers: { cookie: 'goldenthread.session_token=good' } })
  assert.equal(signedIn.headers.get('cache-control'), 'no-store')
})

test('refusals are pages in words, and a fault reveals nothing but the number of the request', async () => {
  const app = house()
  const hidden = await app.request('/hidden')
  assert.equal(hidden.status, 404)
  assert.doesNotMatch(await hidden.text(), /secret sentence/)
  assert.match(await (await app.request('/forbidden')).text(), /Only the clerk does this\./)
  const fault = await app.request('/fault')
  const page = await fault.text()
  assert.equal(fault.status, 500)
  assert.doesNotMatch(page, /hunter2/)
  assert.ok(page.includes(fault.headers.get('x-request-id') ?? 'none'))
})

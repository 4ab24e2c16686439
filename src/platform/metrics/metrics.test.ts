import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Hono } from 'hono'
import { freshDatabase } from '../database/testing/fresh.ts'
import { systemClock } from '../time/clock.ts'
import { createMeter } from './meter.ts'
import { measure, metricsRoutes } from './metrics.ts'

const { db } = await freshDatabase()
const token = 'a token of some length'

function appWith(isLocal: boolean) {
  const meter = createMeter()
  const app = new Hono()
  app.use(measure(meter, () => new Set(['meetings'])))
  app.route('/', metricsRoutes(meter, { db, clock: systemClock, token, isLocal, following: () => 3 }))
  app.get('/meetings/:id', (c) => c.text('a meeting'))
  const ask = (path: string, headers: Record<string, string> = {}, remoteAddress = '127.0.0.1') =>
    app.request(path, { headers }, { incoming: { socket: { remoteAddress } } })
  return ask
}

test('X6: /metrics counts answers by kind, pool, jobs, mail and live pages, and names nobody and no address', async () => {
  const ask = appWith(true)
  await ask('/meetings/018f0000-0000-7000-8000-000000000000')
  await ask('/somebody@example.org')
  const answer = await ask('/metrics')
  const text = await answer.text()
  assert.equal(answer.status, 200)
  assert.match(answer.headers.get('content-type') ?? '', /^text\/plain; version=0\.0\.4/)
  assert.match(text, /^goldenthread_requests_total\{kind="meetings",method="GET",status="200"\} 1$/m)
  assert.match(text, /^goldenthread_requests_total\{kind="other",method="GET",status="404"\} 1$/m)
  assert.match(text, /^goldenthread_request_seconds_bucket\{kind="meetings",le="\+Inf"\} 1$/m)
  assert.match(text, /^goldenthread_live_pages 3$/m)
  assert.match(text, /^goldenthread_connections\{state="waiting"\} 0$/m)
  assert.match(text, /^goldenthread_mails_failed 0$/m)
  assert.doesNotMatch(text, /018f0000|somebody/)
  for (const line of text.trim().split('\n')) assert.match(line, /^(# (HELP|TYPE) \w+ .+|\w+(\{[^{}]*\})? -?[\d.]+(e[+-]\d+)?)$/)
})

test('X6: /metrics is for this machine, and for whoever has the token; behind a proxy for the token alone', async () => {
  const ask = appWith(true)
  const status = async (...given: Parameters<typeof ask>): Promise<number> => (await ask(...given)).status
  assert.equal(await status('/metrics', {}, '::ffff:127.0.0.1'), 200)
  assert.equal(await status('/metrics', {}, '192.0.2.10'), 404)
  assert.equal(await status('/metrics', { 'x-forwarded-for': '127.0.0.1' }), 404)
  assert.equal(await status('/metrics', { authorization: `Bearer ${token}` }, '192.0.2.10'), 200)
  assert.equal(await status('/metrics', { authorization: 'Bearer other' }, '192.0.2.10'), 404)
  const behindProxy = appWith(false)
  assert.equal((await behindProxy('/metrics')).status, 404)
  assert.equal((await behindProxy('/metrics', { authorization: `Bearer ${token}` })).status, 200)
})

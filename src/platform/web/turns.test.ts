import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Hono } from 'hono'
import { partsInTurn } from './turns.ts'

/** A house that answers only when it is told to. */
function slowHouse(turns: Parameters<typeof partsInTurn>[1]) {
  const app = new Hono()
  const held: (() => void)[] = []
  app.use(partsInTurn((env) => (env as { from?: string } | undefined)?.from ?? '192.0.2.1', turns))
  app.all('/', async (c) => {
    const { promise, resolve } = Promise.withResolvers<void>()
    held.push(resolve)
    await promise
    return c.text('drawn')
  })
  return { ask: async (init: RequestInit = {}, from?: string) => app.request('/', init, { from }), held }
}

const part = { headers: { 'X-Part': 'items' } }
const settled = () => new Promise((resolve) => setTimeout(resolve, 20))

test('X6: parts that are followed take turns; what is entered, and every other page, does not wait for them', async () => {
  const { ask, held } = slowHouse({ atOnce: 2, most: 2, patience: 60_000, yields: 0 })
  const parts = [ask(part), ask(part), ask(part), ask(part)]
  await settled()
  assert.equal(held.length, 2)
  const full = await ask(part)
  assert.deepEqual([full.status, full.headers.get('retry-after')], [503, '5'])
  const others = [ask({ ...part, method: 'POST' }), ask()]
  await settled()
  assert.equal(held.length, 4)
  for (let turn = 0; turn < 6; turn += 1) {
    held[turn]?.()
    await settled()
  }
  assert.deepEqual(
    (await Promise.all([...parts, ...others])).map(({ status }) => status),
    [200, 200, 200, 200, 200, 200],
  )
})

test('X6: one that hangs keeps nobody waiting for ever, and gives its turn back once', async () => {
  const { ask, held } = slowHouse({ atOnce: 1, most: 5, patience: 30, yields: 0 })
  const hanging = ask(part)
  await settled()
  const next = ask(part)
  await new Promise((resolve) => setTimeout(resolve, 80))
  assert.equal(held.length, 2)
  held[0]?.()
  assert.equal((await hanging).status, 200)
  held[1]?.()
  assert.equal((await next).status, 200)
  const [third, fourth] = [ask(part), ask(part)]
  await new Promise((resolve) => setTimeout(resolve, 15))
  assert.equal(held.length, 3)
  for (let turn = 2; turn < 4; turn += 1) {
    held[turn]?.()
    await settled()
  }
  assert.deepEqual([(await third).status, (await fourth).status], [200, 200])
})

test('X6: while something is entered those who follow wait, but not for long', async () => {
  const { ask, held } = slowHouse({ atOnce: 2, most: 5, patience: 60_000, yields: 60 })
  const quick = ask({ ...part, method: 'POST' })
  await settled()
  const follows = ask(part)
  await settled()
  assert.equal(held.length, 1)
  held[0]?.()
  assert.equal((await quick).status, 200)
  await settled()
  assert.equal(held.length, 2)
  const slow = ask({ ...part, method: 'POST' })
  await settled()
  const next = ask(part)
  await new Promise((resolve) => setTimeout(resolve, 100))
  assert.equal(held.length, 4)
  for (const answer of held) answer()
  assert.deepEqual(
    (await Promise.all([follows, slow, next])).map(({ status }) => status),
    [200, 200, 200],
  )
})

test('X1, X6: whoever asks for many parts keeps only their own network waiting', async () => {
  const { ask, held } = slowHouse({ atOnce: 1, most: 4, patience: 60_000, yields: 0 })
  const flood = Array.from({ length: 5 }, (_, number) => ask(part, `2001:db8::${number}`))
  await settled()
  const member = ask(part, '192.0.2.7')
  await settled()
  const turnedAway = await Promise.race(flood.slice(4))
  assert.equal(turnedAway?.status, 503, 'the last of those who ask for most')
  let isAnswered = false
  void member.then(() => {
    isAnswered = true
  })
  for (let turn = 0; turn < 3; turn += 1) {
    held[turn]?.()
    await settled()
  }
  assert.equal(isAnswered, true, 'after one more of the many')
  assert.equal((await member).status, 200)
  for (let turn = 3; turn < 5; turn += 1) {
    held[turn]?.()
    await settled()
  }
  assert.deepEqual(
    (await Promise.all(flood)).map(({ status }) => status),
    [200, 200, 200, 200, 503],
  )
})

test('X6: nobody draws a part for whoever has gone', async () => {
  const { ask, held } = slowHouse({ atOnce: 1, most: 4, patience: 60_000, yields: 0 })
  const first = ask(part)
  await settled()
  const leaving = new AbortController()
  const gone = ask({ ...part, signal: leaving.signal })
  await settled()
  const next = ask(part)
  leaving.abort()
  held[0]?.()
  await settled()
  assert.equal((await first).status, 200)
  assert.equal((await gone).status, 503)
  assert.equal(held.length, 2)
  held[1]?.()
  assert.equal((await next).status, 200)
})

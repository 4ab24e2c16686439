import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { Hono } from 'hono'
import { sql } from 'kysely'
import { withClient } from '#platform/database/roles.ts'
import { freshDatabase } from '#platform/database/testing/fresh.ts'
import { openLog } from '#platform/log.ts'
import { createLiveHub, type LiveHub, type News } from './hub.ts'
import { streamNews } from './stream.ts'

const { ownerDb, urls } = await freshDatabase()
const read = (payload: string): News => JSON.parse(payload) as News
const hubs: LiveHub[] = []
after(() => Promise.all(hubs.map((hub) => hub.close())))

function hubOf(room?: number): LiveHub {
  const hub = createLiveHub({ url: urls.app, channel: 'test_news', log: openLog('silent'), read, ...(room === undefined ? {} : { room }) })
  hubs.push(hub)
  return hub
}

const tell = (news: Partial<News>) => {
  const payload = JSON.stringify({ topic: 'a', part: 'items', sight: 'members', revision: 1, ...news })
  return sql`select pg_notify('test_news', ${payload})`.execute(ownerDb)
}

async function until(what: () => boolean): Promise<void> {
  const from = performance.now()
  while (!what()) {
    assert.ok(performance.now() - from < 8_000, 'it does not come to pass')
    await sleep(10)
  }
}

/** The connections that listen in this file's database. */
async function lines(): Promise<readonly number[]> {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(ownerDb)
  const found = await withClient(urls.admin, (client) =>
    client.query<{ pid: number }>("select pid from pg_stat_activity where datname = $1 and query ilike 'listen %'", [rows[0]?.name]),
  )
  return found.rows.map(({ pid }) => pid)
}

/** Follows a topic and keeps what is heard. */
function listener(hub: LiveHub, topic = 'a') {
  const heard: News[] = []
  const state = { missed: 0, ended: false }
  const leave = hub.follow({
    topic,
    news: (news) => heard.push(news),
    missed: () => {
      state.missed += 1
    },
    end: () => {
      state.ended = true
    },
  })
  return { heard, state, leave }
}

/** Waits until the line is open: tells until somebody hears. */
async function opened(one: { readonly heard: readonly News[] }): Promise<void> {
  for (let tries = 0; one.heard.length === 0 && tries < 200; tries += 1) {
    await tell({ part: 'warm-up' })
    await sleep(20)
  }
}

test('M8: one line hears for everybody; each hears of its own topic only', async () => {
  const hub = hubOf()
  const [first, second, other] = [listener(hub), listener(hub), listener(hub, 'b')]
  await opened(first)
  await tell({ revision: 7 })
  await until(() => first.heard.some(({ revision }) => revision === 7) && second.heard.some(({ revision }) => revision === 7))
  assert.deepEqual(other.heard, [])
  assert.equal((await lines()).length, 1)
  first.leave?.()
  assert.equal(hub.following(), 2)
})

test('M8: when the line is cut it comes back by itself, and everybody is told to look again', async () => {
  const hub = hubOf()
  const one = listener(hub)
  await opened(one)
  const pids = await lines()
  await withClient(urls.admin, (client) => client.query('select pg_terminate_backend(pid) from unnest($1::int[]) as line(pid)', [pids]))
  await until(() => one.state.missed > 0)
  await tell({ revision: 9 })
  await until(() => one.heard.some(({ revision }) => revision === 9))
})

test('M8: there is room for so many; closing ends everybody and lets nobody in', async () => {
  const hub = hubOf(2)
  const [one, two] = [listener(hub), listener(hub)]
  assert.equal(listener(hub).leave, undefined)
  two.leave?.()
  assert.notEqual(listener(hub).leave, undefined)
  await hub.close()
  assert.ok(one.state.ended)
  assert.equal(listener(hub).leave, undefined)
})

/** Reads what a stream says until `enough`. */
async function readStream(response: Response, enough: (text: string) => boolean): Promise<string> {
  const reader = response.body?.getReader()
  assert.ok(reader)
  let text = ''
  while (!enough(text)) {
    const { value, done } = await reader.read()
    if (done) break
    text += new TextDecoder().decode(value)
  }
  return text
}

function appOf(hub: LiveHub, revisions: () => Promise<ReadonlyMap<string, number>>) {
  const app = new Hono()
  app.get('/', (c) => streamNews(c, { hub, topic: 'a', accepts: ({ sight }) => sight === 'public', revisions, mayStay: async () => true }))
  return app
}

test('M8: a stream begins with every revision, then holds part and revision of what its reader may hear, and nothing else', async () => {
  const hub = hubOf()
  const warm = listener(hub)
  await opened(warm)
  const app = appOf(hub, async () => new Map([['public', 3]]))
  const aborting = new AbortController()
  const response = await app.request('/', { signal: aborting.signal })
  assert.match(response.headers.get('content-type') ?? '', /^text\/event-stream/)
  setTimeout(() => void tell({ revision: 4 }).then(() => tell({ part: 'public', sight: 'public', revision: 5 })), 200)
  const text = await readStream(response, (said) => said.includes('"revision":5'))
  assert.deepEqual(
    [...text.matchAll(/^data: (.*)$/gm)].map(([, data]) => data),
    ['{"part":"public","revision":3}', '{"part":"public","revision":5}'],
  )
  aborting.abort()
})

test('M8: a full house answers 503 and says when to come back; a house that closes ends its streams', async () => {
  const hub = hubOf(1)
  const app = appOf(hub, async () => new Map())
  const first = await app.request('/')
  const second = await app.request('/')
  assert.deepEqual([second.status, second.headers.get('retry-after')], [503, '20'])
  const reading = readStream(first, () => false)
  await hub.close()
  await reading
})

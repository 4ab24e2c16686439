import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withdrawMinutes } from '#meetings/commands/minutes/publish-minutes.ts'
import { withdrawPublication } from '#meetings/commands/publish/withdraw-publication.ts'
import type { ActorId } from '#platform/database/session.ts'
import { dayOf } from '#platform/time/london.ts'
import { openSample } from '#public-site/open/testing/open-house.ts'
import { accessTokenOf, addAccount } from '../support/client.ts'

const house = await openSample(Temporal.Instant.from('2026-03-02T10:00:00Z'))
const { app, needs, ownerDb, publicUrl, read } = house
const get = async (
  path: string,
  token?: string,
): Promise<{ readonly status: number; readonly text: string; readonly cookies: readonly string[] }> => {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
  const answer = await app.request(path.replace(publicUrl, ''), { headers })
  return { status: answer.status, text: await answer.text(), cookies: answer.headers.getSetCookie() }
}

/** Somebody who can sign in and belongs to no board, with a token for the API. */
const somebody = await addAccount(house, 'Sam Stranger')
const token = await accessTokenOf(house, somebody.account)

async function clerkOf(body: string) {
  const { account } = await ownerDb
    .selectFrom('governance.office as o')
    .innerJoin('governance.person as p', 'p.id', 'o.person')
    .select('p.account')
    .where('o.body', '=', body)
    .where('o.role', '=', 'clerk')
    .where('p.account', 'is not', null)
    .executeTakeFirstOrThrow()
  const now = needs.clock.now()
  return { actor: account as ActorId, now, today: dayOf(now) }
}

const firstWords = (text: string): string => text.split(' ').slice(0, 5).join(' ')
/** The page of a search repeats what was asked: what was found is known by its address. */
const markAt = (place: string | undefined, words: string, id: string): string => (place?.startsWith('/search') ? id : words)
const publications = ownerDb
  .selectFrom('meetings.publication as b')
  .innerJoin('governance.body as o', 'o.id', 'b.body')
  .select(['b.id', 'b.meeting', 'b.body', 'o.slug'])
  .where('b.sight', '=', 'public')
  .where('b.withdrawn_at', 'is', null)

test('M15: withdrawn minutes are gone at once from page, PDF, feed, OParl, Popolo, Akoma Ntoso, tables, search and API, with a reason', async () => {
  const { id, meeting, body, slug } = await publications
    .where('b.kind', '=', 'minutes')
    .orderBy('b.published_at', 'desc')
    .executeTakeFirstOrThrow()
  const decision = await ownerDb
    .selectFrom('meetings.decision')
    .select(['id', 'item', 'text'])
    .where('meeting', '=', meeting)
    .where('sight', '=', 'public')
    .where('item', 'is not', null)
    .executeTakeFirstOrThrow()
  const words = firstWords(decision.text)
  const places = [
    `/meetings/${meeting}/minutes`,
    `/meetings/${meeting}/minutes.pdf`,
    `/meetings/${meeting}/minutes.akn.xml`,
    `/meetings/${meeting}/decisions`,
    `/decisions/${decision.id}`,
    `/boards/${slug}`,
    `/boards/${slug}/decisions`,
    `/search?q=${encodeURIComponent(`"${words}"`)}`,
    `/feeds/${slug}.atom?limit=200`,
    `/open/oparl/v1.1/meeting/${meeting}`,
    `/open/oparl/v1.1/agendaitem/${decision.item}`,
    `/open/oparl/v1.1/file/${id}/access`,
    `/open/popolo/motion/${decision.id}`,
    '/open/popolo/motions.json',
    '/open/csv/decisions.csv',
    '/open/csv/agendas.csv',
    `/api/v1/meetings/${meeting}/decisions`,
  ]
  const ask = (place: string) => get(place, place.startsWith('/api/') ? token : undefined)
  const before = await Promise.all(places.map(ask))
  for (const [index, { status, text }] of before.entries()) {
    assert.equal(status, 200, `${places[index]}`)
    if (!/\.pdf$|access$/.test(places[index] ?? ''))
      assert.ok(text.includes(markAt(places[index], words, decision.id)), `${places[index]} does not show it before`)
  }
  await withdrawMinutes(needs, await clerkOf(body), meeting, 'A family could be known from them')
  for (const place of places) {
    const { status, text } = await ask(place)
    assert.ok(!text.includes(markAt(place, words, decision.id)), `${place} still shows it`)
    if (/\.pdf$|akn|\/decisions\/|popolo\/motion\/|access$/.test(place))
      assert.ok([404, 410].includes(status), `${place} answers ${status}`)
    else assert.ok(status === 200 || status === 404, `${place} answers ${status}`)
  }
  for (const place of [`/meetings/${meeting}/minutes`, `/feeds/${slug}.atom?limit=200`])
    assert.match((await get(place)).text, /A family could be known from them/, `${place} says why`)
})

test('M15: a withdrawn pack is gone at once from pages, files, feeds of board and topic, OParl, Popolo, tables, search and API', async () => {
  const { id, meeting, body, slug } = await publications
    .where('b.kind', '=', 'pack')
    .orderBy('b.published_at', 'desc')
    .executeTakeFirstOrThrow()
  const paper = await ownerDb
    .selectFrom('meetings.paper as p')
    .innerJoin('meetings.paper_version as v', (join) => join.onRef('v.paper', '=', 'p.id').on('v.state', '=', 'published'))
    .select(['p.id', 'p.item', 'p.title', 'v.id as version'])
    .where('p.meeting', '=', meeting)
    .where('p.sight', '=', 'public')
    .executeTakeFirstOrThrow()
  const topics = await ownerDb
    .selectFrom('meetings.item_topic as l')
    .innerJoin('meetings.topic as t', 't.id', 'l.topic')
    .innerJoin('meetings.agenda_item as i', 'i.id', 'l.item')
    .select('t.slug')
    .distinct()
    .where('l.meeting', '=', meeting)
    .where('i.category', '=', 'public')
    .execute()
  const shown = [
    `/meetings/${meeting}/items/${paper.item}`,
    `/papers/${paper.id}`,
    `/open/oparl/v1.1/paper/${paper.id}`,
    `/open/oparl/v1.1/agendaitem/${paper.item}`,
    `/open/oparl/v1.1/file/${paper.version}/access`,
    '/open/csv/papers.csv',
    '/open/csv/agendas.csv',
    `/search?q=${encodeURIComponent(`"${paper.title}"`)}`,
    ...topics.map((topic) => `/topics/${topic.slug}`),
    `/api/v1/meetings/${meeting}`,
  ]
  const ask = (place: string) => get(place, place.startsWith('/api/') ? token : undefined)
  for (const place of shown.filter((one) => !one.startsWith('/topics/'))) {
    const { status, text } = await ask(place)
    assert.equal(status, 200, place)
    assert.ok(text.replaceAll('&amp;', '&').includes(markAt(place, paper.title, paper.item)), `${place} does not show it before`)
  }
  assert.equal((await get(`/open/oparl/v1.1/file/${id}/download`)).status, 200)
  const done = await withdrawPublication(needs, await clerkOf(body), meeting, id, { reason: 'The wrong figures were printed' })
  assert.ok(done.ok)
  for (const place of shown) assert.ok(!(await ask(place)).text.includes(markAt(place, paper.title, paper.item)), `${place} still shows it`)
  for (const how of ['access', 'download'])
    for (const file of [id, paper.version])
      assert.equal((await get(`/open/oparl/v1.1/file/${file}/${how}`)).status, 410, 'the bytes are gone by their id too')
  const gone = await read.json<{ deleted?: boolean; name?: string }>(`${publicUrl}/open/oparl/v1.1/paper/${paper.id}`)
  assert.deepEqual([gone.deleted, gone.name], [true, undefined])
  for (const feed of [`/feeds/${slug}.atom`, ...topics.map((topic) => `/feeds/topics/${topic.slug}.atom`)])
    assert.match((await get(feed)).text, /The wrong figures were printed/, feed)
})

test('M15: the file of a withdrawn item’s paper is gone from the open data by its own id, too', async () => {
  const { id, meeting, item, version } = await ownerDb
    .selectFrom('meetings.paper as p')
    .innerJoin('meetings.paper_version as v', (join) => join.onRef('v.paper', '=', 'p.id').on('v.state', '=', 'published'))
    .select(['p.id', 'p.meeting', 'p.item', 'v.id as version'])
    .where('p.sight', '=', 'public')
    .where('v.sight', '=', 'public')
    .executeTakeFirstOrThrow()
  const file = `/open/oparl/v1.1/file/${version}`
  assert.equal((await get(`${file}/access`)).status, 200)
  await ownerDb
    .updateTable('meetings.agenda_item')
    .set({ withdrawn_at: needs.clock.now(), withdrawn_reason: 'Not ready' })
    .where('id', '=', item)
    .execute()
  for (const how of ['access', 'download']) assert.equal((await get(`${file}/${how}`)).status, 410, how)
  for (const address of [
    file,
    `/open/oparl/v1.1/paper/${id}`,
    `/open/oparl/v1.1/consultation/${id}`,
    `/open/oparl/v1.1/agendaitem/${item}`,
  ])
    assert.equal((await read.json<{ deleted?: boolean }>(publicUrl + address)).deleted, true, address)
  assert.doesNotMatch(JSON.stringify(await read.json(`${publicUrl}/open/oparl/v1.1/meeting/${meeting}`)), new RegExp(version))
})

/** Forms that a visitor fills in, whose token needs a cookie until they are sent. */
const forms = [
  '/sign-in',
  '/forgotten-password',
  '/reset-password',
  '/invitation',
  '/meetings/*/questions/new',
  '/boards/*/voices/feedback/send',
  '/services/*/report',
  '/boards/*/services/missing',
]

test('O1: no page, file, feed or table sets a cookie for a visitor; only forms that must know that they were opened here do', async () => {
  const shapeOf = (path: string): string =>
    path
      .replace(/\?.*/, '')
      .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '*')
      .replace(/\/\d+(?=\/|$)/g, '/*')
      .replace(/(boards|topics|feeds|calendar)\/[a-z0-9-]+/, '$1/*')
  const seen = new Map<string, number>()
  const waiting = [
    '/',
    '/boards',
    '/open',
    '/topics',
    '/search?q=minutes',
    '/accessibility',
    '/privacy',
    '/cookies',
    '/open/popolo/popolo.json',
    '/open/oparl/v1.1/system',
    '/open/oparl/v1.1/body',
    '/api/v1/me',
    '/no-such-page',
  ]
  const known = new Set(waiting)
  const withCookie = new Set<string>()
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const shape = shapeOf(path)
    if ((seen.get(shape) ?? 0) >= 2) continue
    seen.set(shape, (seen.get(shape) ?? 0) + 1)
    const { text, cookies, status } = await get(path)
    assert.ok(status < 500, path)
    if (cookies.length > 0) withCookie.add(shape)
    for (const [, href = ''] of text.matchAll(/(?:href|src)="(\/[^"#]*)/g)) {
      const link = href.replaceAll('&amp;', '&')
      if (known.has(link) || link.startsWith('/assets/')) continue
      known.add(link)
      waiting.push(link)
    }
  }
  assert.ok(seen.size > 60, `${seen.size} kinds of addresses were visited`)
  assert.deepEqual([...withCookie].filter((shape) => !forms.includes(shape)).sort(), [])
})

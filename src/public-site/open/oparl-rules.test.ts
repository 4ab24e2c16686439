import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Read, ReadPage } from './testing/crawl.ts'
import { openSample } from './testing/open-house.ts'

const opened = '2026-03-02T10:00:00+00:00'
const later = '2026-03-02T12:30:00+00:00'
const house = await openSample(Temporal.Instant.from(opened))
const { read, publicUrl } = house
const root = `${publicUrl}/open/oparl/v1.1`
const body = (await read.pages(`${root}/body`))[0]?.data[0] ?? assert.fail('there is no body')
const list = (name: string): string => String(body[name])
const since = (time: string): string => `?modified_since=${encodeURIComponent(time)}`
const everything = async (address: string): Promise<readonly Read[]> => (await read.pages(address)).flatMap(({ data }) => data)

test('O2: rule 3: a list has data, pagination and links; next on all pages but the last; one size; the same order every time', async () => {
  const pages = await read.pages(list('membership'))
  assert.ok(pages.length >= 2, 'the sample fills more than one page')
  for (const [index, page] of pages.entries()) {
    const isLast = index === pages.length - 1
    assert.deepEqual(Object.keys(page), ['data', 'pagination', 'links'])
    assert.equal(page.links.next !== undefined, !isLast)
    assert.equal(page.links.prev !== undefined, index > 0)
    assert.equal(page.data.length === page.pagination.elementsPerPage, !isLast)
    assert.deepEqual(page.pagination, {
      totalElements: pages.flatMap(({ data }) => data).length,
      elementsPerPage: 100,
      currentPage: index + 1,
      totalPages: pages.length,
    })
    assert.deepEqual((await read.json<ReadPage>(page.links.self)).data, page.data)
  }
  const ids = pages.flatMap(({ data }) => data).map(({ id }) => id)
  assert.deepEqual(
    (await everything(list('membership'))).map(({ id }) => id),
    ids,
  )
  assert.equal(new Set(ids).size, ids.length)
  const second = await read.json<ReadPage>(`${list('membership')}?page=2`)
  assert.deepEqual(second.data, pages[1]?.data, 'a page can be asked for by its number, too')
  assert.deepEqual((await read.json<ReadPage>(second.links.last)).data, pages.at(-1)?.data)
  const first = await read.json<ReadPage>(String(second.links.prev))
  assert.deepEqual(first.data, pages[0]?.data)
})

test('O2: rule 3: whoever turns pages misses nothing when something is taken away meanwhile', async () => {
  const first = await read.json<ReadPage>(list('membership'))
  const all = await everything(list('membership'))
  const gone = String(first.data[0]?.id).split('/').at(-1) ?? ''
  await house.ownerDb
    .updateTable('publicsite.object')
    .set({ deleted: true, content: null })
    .where('type', '=', 'Membership')
    .where('id', '=', gone)
    .execute()
  const rest = await read.pages(String(first.links.next))
  assert.deepEqual(
    [...first.data, ...rest.flatMap(({ data }) => data)].map(({ id }) => id),
    all.map(({ id }) => id),
  )
  // Written anew, with everything, as after a change of the mapping.
  await house.ownerDb.updateTable('publicsite.door').set({ mapping: 0 }).execute()
  assert.equal((await everything(list('membership'))).length, all.length)
})

test('O2: rule 4: filters narrow every list, hold their borders, and stay in every link', async () => {
  for (const name of ['membership', 'meeting', 'organization', 'legislativeTermList']) {
    const all = await everything(list(name))
    assert.equal((await everything(`${list(name)}?created_until=${encodeURIComponent('2026-03-02T09:59:59+00:00')}`)).length, 0)
    assert.equal((await everything(`${list(name)}?created_since=${encodeURIComponent(opened)}`)).length, all.length)
    assert.equal((await everything(`${list(name)}?created_since=2026-03-02T11:00:01%2B01:00`)).length, 0, 'an offset counts')
    assert.equal(
      (await everything(`${list(name)}?modified_until=${encodeURIComponent(opened)}&created_until=${encodeURIComponent(opened)}`)).length <=
        all.length,
      true,
    )
  }
  const query = `?created_since=${encodeURIComponent(opened)}&modified_until=2036-01-01T00:00:00%2B00:00&omit_internal=true`
  for (const page of await read.pages(`${list('membership')}${query}`))
    for (const link of Object.values(page.links)) {
      const kept = new URL(link).searchParams
      assert.equal(kept.get('created_since'), opened)
      assert.equal(kept.get('modified_until'), '2036-01-01T00:00:00+00:00')
      assert.equal(kept.get('omit_internal'), 'true')
    }
})

test('O2: rule 4: omit_internal leaves objects inside objects out, and nothing else', async () => {
  const whole = await everything(list('meeting'))
  const bare = await everything(`${list('meeting')}?omit_internal=true`)
  assert.ok(whole.some(({ agendaItem }) => agendaItem !== undefined))
  for (const [index, meeting] of bare.entries()) {
    const {
      agendaItem: _items,
      location: _place,
      invitation: _pack,
      resultsProtocol: _minutes,
      auxiliaryFile: _files,
      ...rest
    } = whole[index] ?? meeting
    assert.deepEqual(meeting, rest)
  }
})

test('O2: rule 6: any website may read it, and no cookie is set', async () => {
  for (const address of [`${root}/system`, list('meeting'), `${root}/meeting/nothing`, `${root}/nothing/at/all`]) {
    const answer = await read.get(address)
    assert.equal(answer.headers.get('access-control-allow-origin'), '*')
    assert.equal(answer.headers.get('set-cookie'), null)
  }
  const asked = await house.app.request('/open/oparl/v1.1/system', { method: 'OPTIONS', headers: { origin: 'https://elsewhere.example' } })
  assert.deepEqual([asked.status, asked.headers.get('access-control-allow-origin')], [204, '*'])
})

test('O2: rule 8: a file is read inline at accessUrl, and handed over under its name at downloadUrl', async () => {
  for (const file of await everything(list('file'))) {
    const access = await read.get(String(file.accessUrl))
    assert.equal(access.status, 200, file.id)
    assert.doesNotMatch(access.headers.get('content-disposition') ?? '', /attachment/)
    assert.equal(access.headers.get('content-type')?.split(';')[0], file.mimeType)
    const download = await read.get(String(file.downloadUrl))
    assert.equal(download.headers.get('content-disposition')?.startsWith(`attachment; filename="${String(file.fileName)}"`), true)
    const bytes = new Uint8Array(await download.arrayBuffer())
    assert.deepEqual(bytes, new Uint8Array(await access.arrayBuffer()))
    if (file.mimeType === 'application/pdf') assert.deepEqual(bytes, house.bytes)
    else assert.match(new TextDecoder().decode(bytes), /^<!DOCTYPE html>\n<html lang="en">.*<h1>/s)
    if (file.size !== undefined) assert.equal(file.size, bytes.length)
  }
})

test('O2: rule 9: errors are typed, and say what to do', async () => {
  const none = '01a201f8-0000-7000-8000-000000000000'
  const cases: readonly (readonly [string, number])[] = [
    [`${root}/nothing`, 404],
    [`${root}/meeting/${none}`, 404],
    [`${root}/meeting/not-an-id`, 404],
    [`${root}/body/${none}/meeting`, 404],
    [`${list('meeting')}s`, 404],
    [`${root}/file/${none}/access`, 404],
    [`${list('meeting')}?modified_since=yesterday`, 400],
  ]
  for (const [address, status] of cases) {
    const answer = await read.get(address)
    assert.equal(answer.status, status, address)
    const error = (await answer.json()) as Readonly<Record<string, unknown>>
    assert.equal(error.type, 'https://schema.oparl.org/1.1/Error')
    assert.ok(String(error.message).length > 10)
    assert.ok(String(error.debug).length > 10)
  }
})

test('O2: whatever is asked of a list is answered or refused in words, never with a fault', async () => {
  const long = 'x'.repeat(10_000)
  for (const [query, status] of [
    ['page=9999999', 200],
    ['page=999999999', 200],
    ['page=99999999999999999999', 400],
    ['page=0', 400],
    ['page=-1', 400],
    ['page=2%00', 400],
    [`page=${long}`, 400],
    ['created_since=0000-01-01T00:00:00Z', 400],
    ['created_since=%2B999999-12-31T23:59:59Z', 400],
    ['created_since=2026-02-30T00:00:00Z', 400],
    ['modified_since=2026-01-01', 400],
    ['modified_since=2026-01-01T00:00:00', 400],
    [`modified_since=${long}`, 400],
    ['modified_since=', 400],
    ["created_until=2026-01-01T00:00:00Z';drop table publicsite.object;--", 400],
    ['after=1-2', 400],
    ['after=999999999999-00000000-0000-0000-0000-000000000000', 400],
    [`after=${long}`, 400],
    [`nonsense=${long}`, 200],
    ['created_since=2026-01-01T00:00:00+00:00', 200],
    ['modified_since=1000-01-01T00:00:00Z&modified_until=2999-12-31T23:59:59Z', 200],
  ] as const) {
    const answer = await read.get(`${list('meeting')}?${query}`)
    assert.equal(answer.status, status, query.slice(0, 80))
    const read_ = (await answer.json()) as ReadPage
    if (query === 'page=9999999') assert.deepEqual([read_.data.length, read_.links.next], [0, undefined])
  }
})

test('O2: rule 5: what a board takes back is gone at once, says when, and is told only to those who ask since when', async () => {
  const before = await everything(list('paper'))
  const paper = before.find(({ mainFile }) => mainFile !== undefined) ?? assert.fail('no paper has a file')
  const file = paper.mainFile as Read
  const consultation = (paper.consultation as readonly Read[])[0] ?? assert.fail('no consultation')
  const item = await read.json(String(consultation.agendaItem))
  const meeting = await read.json(String(consultation.meeting))
  house.clock.set(Temporal.Instant.from(later))
  await house.ownerDb
    .updateTable('meetings.agenda_item')
    .set({ category: 'exempt', paragraphs: ['3'], public_title: 'A commercial matter' })
    .where('id', '=', item.id.split('/').at(-1) ?? '')
    .execute()
  for (const gone of [paper, file, consultation])
    assert.deepEqual(await read.json(gone.id), { id: gone.id, type: gone.type, created: gone.created, modified: later, deleted: true })
  for (const how of ['accessUrl', 'downloadUrl']) assert.equal((await read.get(String(file[how]))).status, 410)
  assert.equal(
    (await everything(list('paper'))).some(({ id }) => id === paper.id),
    false,
  )
  assert.deepEqual(
    (await everything(`${list('paper')}${since(later)}`)).map(({ id, deleted }) => ({ id, deleted })),
    [{ id: paper.id, deleted: true }],
  )
  // The item shows its public face; what holds it has changed with it, and holds nothing deleted.
  const face = await read.json(item.id)
  assert.deepEqual(
    [face.name, face.public, face['goldenthread:exemptParagraph'], face.modified, face.created],
    ['A commercial matter', false, ['3'], later, item.created],
  )
  assert.deepEqual([face.consultation, face.resolutionText, face['goldenthread:decision']], [undefined, undefined, undefined])
  const held = await read.json(meeting.id)
  assert.equal(held.modified, later)
  assert.doesNotMatch(JSON.stringify(held), /"deleted"/)
  const changed = (await everything(`${list('meeting')}${since(later)}`)).map(({ id }) => id)
  assert.deepEqual(changed, [meeting.id], 'no other meeting was touched')
})

test('O2: rule 5: what comes out again keeps when it first came, and a look without a change changes nothing', async () => {
  const [gone] = await everything(`${list('paper')}${since(later)}`)
  const id = gone?.id.split('/').at(-1) ?? ''
  const again = '2026-06-02T13:00:00+01:00'
  house.clock.set(Temporal.Instant.from(again))
  const { item } = await house.ownerDb.selectFrom('meetings.paper').select('item').where('id', '=', id).executeTakeFirstOrThrow()
  await house.ownerDb.updateTable('meetings.agenda_item').set({ category: 'public', paragraphs: [] }).where('id', '=', item).execute()
  await house.ownerDb.updateTable('meetings.item_content').set({ category: 'public', sight: 'public' }).where('item', '=', item).execute()
  await house.ownerDb.updateTable('meetings.paper').set({ category: 'public', sight: 'public' }).where('id', '=', id).execute()
  await house.ownerDb.updateTable('meetings.paper_version').set({ category: 'public', sight: 'public' }).where('paper', '=', id).execute()
  const back = await read.json(gone?.id ?? '')
  assert.deepEqual([back.created, back.modified, back.deleted], [opened, again, undefined])
  const before = [...(await read.crawl()).values()].flat()
  house.clock.set(Temporal.Instant.from('2026-06-02T14:00:00+01:00'))
  await house.ownerDb
    .updateTable('meetings.meeting')
    .set((row) => ({ version: row('version', '+', 1) }))
    .execute()
  assert.deepEqual([...(await read.crawl()).values()].flat(), before)
})

test('O2: no word of Part 2 stands anywhere in the open data, in no object, list or file', async () => {
  const canary = 'Quillfeather'
  // An item with everything that can hang on one: content, paper, decision, action.
  const { item } = await house.ownerDb
    .selectFrom('meetings.decision as d')
    .innerJoin('meetings.paper as p', 'p.item', 'd.item')
    .innerJoin('meetings.action as a', 'a.item', 'd.item')
    .select('p.item')
    .where('d.sight', '=', 'public')
    .executeTakeFirstOrThrow()
  const before = await read.json(`${root}/agendaitem/${item}`)
  assert.ok(before.resolutionText !== undefined && before['goldenthread:action'] !== undefined && before.consultation !== undefined)
  const { ownerDb } = house
  await ownerDb
    .updateTable('meetings.agenda_item')
    .set({ category: 'exempt', paragraphs: ['3'] })
    .where('id', '=', item)
    .execute()
  const words = [
    ownerDb.updateTable('meetings.item_content').set({ title: canary, summary: canary, presenter: canary }).where('item', '=', item),
    ownerDb.updateTable('meetings.paper').set({ title: canary }).where('item', '=', item),
    ownerDb.updateTable('meetings.decision').set({ text: canary, number: canary, minority_view: canary }).where('item', '=', item),
    ownerDb.updateTable('meetings.action').set({ text: canary, due_words: canary }).where('item', '=', item),
  ]
  for (const one of words) assert.ok((await one.executeTakeFirstOrThrow()).numUpdatedRows > 0n)
  const queries = ['', '?omit_internal=true', since('2000-01-01T00:00:00+00:00')]
  for (const query of queries) {
    const found = [...(await read.crawl(query)).values()].flat()
    assert.ok(found.some(({ id }) => id.endsWith(item)))
    assert.doesNotMatch(JSON.stringify(found), new RegExp(canary))
    for (const file of found.filter(({ accessUrl }) => accessUrl !== undefined))
      assert.doesNotMatch(await (await read.get(String(file.accessUrl))).text(), new RegExp(canary))
  }
  const kept = await ownerDb.selectFrom('publicsite.object').select('content').where('content', 'like', `%${canary}%`).execute()
  assert.deepEqual(kept, [], 'nor is it written down for later')
})

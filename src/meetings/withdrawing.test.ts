import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#platform/database/ids.ts'
import { type Client, openClient } from '#test/support/client.ts'
import { withdrawItem } from './commands/agenda/withdraw-item.ts'
import { withdrawPublication } from './commands/publish/withdraw-publication.ts'
import { findItem } from './queries/agenda.ts'
import { as, exemptInput, itemInput, value } from './testing/arrange.ts'
import { meetingsClient } from './testing/client.ts'
import { openPreparing, type PreparingScene } from './testing/preparing-scene.ts'

const scene: PreparingScene = await openPreparing()
const { needs, later, board } = scene
const visitor: Client = await openClient(scene)
const plain = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', '’')
    .replace(/\s+/g, ' ')

test('M15: a withdrawn item keeps its number and says why; its exempt title is shown to nobody outside', async () => {
  const { id, items } = await scene.meetingWith('2014-03-24', [
    itemInput('Figures of the winter'),
    exemptInput('Purchase of Kestrelhold', 'A purchase'),
  ])
  await scene.clearedPaper(id, items[0] ?? '', 'Figures of the winter', 'Words.')
  await scene.publish(id)
  for (const [item, reason] of [
    [items[0] ?? '', 'The figures were last year’s'],
    [items[1] ?? '', 'The seller asked for more time'],
  ] as const) {
    const { version } = await as(needs, later, (reader) => findItem(reader, id, item))
    value(await withdrawItem(needs, later, id, item, { reason, version }))
  }
  const page = plain((await visitor.get(`/meetings/${id}`)).text)
  assert.match(page, /1 Figures of the winter Withdrawn because: The figures were last year’s/)
  assert.match(page, /2 A purchase Withdrawn because: The seller asked for more time/)
  const [first, second] = await Promise.all(items.map((item) => visitor.get(`/meetings/${id}/items/${item}`)))
  assert.match(plain(first?.text ?? ''), /This item was withdrawn on 14 February 2014 because: The figures were last year’s/)
  assert.match(plain(second?.text ?? ''), /This item was withdrawn on 14 February 2014 because: The seller asked/)
  assert.doesNotMatch(page + (second?.text ?? ''), /Kestrelhold/i)
})

test('M15: behind a correction that is withdrawn stands the version before it, and the page says so', async () => {
  const { id, items } = await scene.meetingWith('2014-04-28', [itemInput('Figures')])
  const item = `/meetings/${id}/items/${items[0]}`
  const paper = await scene.clearedPaper(id, items[0] ?? '', 'The figures', 'They were twelve.')
  await scene.publish(id)
  const correction = await scene.correct(paper, 'The figures', 'They were thirteen.')
  assert.match((await visitor.get(item)).text, /They were thirteen\./)
  value(await withdrawPublication(needs, later, id, correction, { reason: 'It was right before' }))
  const versions = await scene.ownerDb
    .selectFrom('meetings.paper_version')
    .select(['number', 'state', 'sight'])
    .where('paper', '=', paper)
    .orderBy('number')
    .execute()
  assert.deepEqual(versions, [
    { number: 1, state: 'published', sight: 'public' },
    { number: 2, state: 'withdrawn', sight: 'draft' },
  ])
  const page = plain((await visitor.get(item)).text)
  assert.match(page, /They were twelve\./)
  assert.doesNotMatch(page, /thirteen/)
  assert.match(
    page,
    /What stands here is the version before a correction, which was withdrawn on 14 February 2014 because: It was right before/,
  )
  assert.match(page, /Page 2 of the pack/)
  assert.match(
    plain((await visitor.get(`/meetings/${id}`)).text),
    /A correction was withdrawn on 14 February 2014 because: It was right before/,
  )
  assert.match((await visitor.get(`/papers/${paper}/versions/1`)).text, /They were twelve/)
  assert.equal((await visitor.get(`/papers/${paper}/versions/2`)).status, 404)
  // What was withdrawn can be corrected again, and the pack can go too: then nothing of the paper is left.
  const again = await scene.correct(paper, 'The figures', 'They were eleven.')
  assert.match((await visitor.get(item)).text, /They were eleven\./)
  assert.doesNotMatch(plain((await visitor.get(item)).text), /What stands here is the version before/)
  const [pack] = await scene.files(id)
  assert.notEqual(pack?.publication, again)
  const publications = await scene.ownerDb.selectFrom('meetings.publication').selectAll().where('meeting', '=', id).execute()
  const whole = publications.find(({ kind }) => kind === 'pack')?.id ?? ''
  value(await withdrawPublication(needs, later, id, whole, { reason: 'All of it was wrong' }))
  const states = await scene.ownerDb.selectFrom('meetings.paper_version').select('state').where('paper', '=', paper).execute()
  assert.deepEqual([...new Set(states.map(({ state }) => state))], ['withdrawn'])
  assert.equal((await visitor.get(item)).status, 404)
})

test('M15: a withdrawn pack is gone at once from pages, files, feeds, search and calendar, each with the reason where it says anything', async () => {
  const word = 'Wagtailmarker'
  const { id, items } = await scene.meetingWith('2014-06-23', [
    itemInput(`Matter of ${word}`, { summary: `Summary of ${word}`, presenter: `Head of ${word}` }),
    exemptInput(`Price of ${word}`, `Public ${word}`),
  ])
  const paper = await scene.clearedPaper(id, items[0] ?? '', `Paper of ${word}`, `# ${word}\n\nWords of ${word}.`)
  const publication = await scene.publish(id)
  const places = [
    `/meetings/${id}`,
    `/meetings/${id}/items/${items[0]}`,
    `/meetings/${id}/items/${items[1]}`,
    `/meetings/${id}/pack/public.pdf`,
    `/meetings/${id}/notice`,
    `/meetings/${id}/publications/${publication}`,
    `/meetings/${id}/calendar.ics`,
    `/meetings/${id}/decisions`,
    `/papers/${paper}`,
    `/papers/${paper}/versions/1`,
    `/feeds/${board.slug}.atom`,
    `/calendar/${board.slug}.ics`,
    `/search?q=${word}`,
    `/boards/${board.slug}`,
    `/boards/${board.slug}/meetings`,
    `/boards/${board.slug}/plan`,
    '/',
  ]
  const before = await Promise.all(places.map((place) => visitor.get(place)))
  assert.equal(before[0]?.status, 200)
  assert.equal(before[3]?.status, 200, 'the public pack could be opened')
  assert.match(before[0]?.text ?? '', new RegExp(word))
  const searched = places.findIndex((place) => place.startsWith('/search'))
  assert.match(before[searched]?.text.replace(/<input[^>]*>|<title>.*?<\/title>/g, '') ?? '', new RegExp(`(of|Public) (<mark>)?${word}`))
  value(await withdrawPublication(needs, later, id, publication, { reason: 'A name was in it' }))
  for (const place of places) {
    const { text, status } = await visitor.get(place)
    const shown = place.startsWith('/search')
      ? text.replace(/<input[^>]*>|<title>.*?<\/title>|No[^<]*<|“[^”]*”|href="\/(?:search|follow)\?[^"]*"/g, '')
      : text
    assert.doesNotMatch(shown, new RegExp(word), `${place} (${status}) still shows it`)
  }
  const [page, first, second, file, , event] = await Promise.all(places.map((place) => visitor.get(place)))
  assert.match(plain(page?.text ?? ''), /The agenda and papers were withdrawn on 14 February 2014 because: A name was in it/)
  assert.deepEqual([first?.status, second?.status, file?.status], [404, 404, 404])
  assert.match(plain(event?.text ?? ''), /Withdrawn on .* because: A name was in it/)
  const feed = (await visitor.get(`/feeds/${board.slug}.atom`)).text
  assert.match(feed, /Withdrawn: [^<]*meeting of 23 June 2014/)
  assert.match(feed, /Withdrawn because: A name was in it/)
})

test('M4: whoever asks for a paper chooses among people who can sign in', async () => {
  const { id, items } = await scene.meetingWith('2014-07-07', [itemInput('Open')])
  const away = newId()
  await scene.ownerDb.insertInto('governance.person').values({ id: away, name: 'Zoe Without Account' }).execute()
  const clerk = meetingsClient(needs, board.clerk.account, '2014-01-20T10:00:00Z')
  const path = `/meetings/${id}/items/${items[0]}/paper`
  const page = await clerk.get(path)
  assert.match(page.text, /Eve Author/)
  assert.doesNotMatch(page.text, /Zoe Without Account/)
  const answer = await clerk.post(path, { title: 'A paper', author: away })
  assert.equal(answer.status, 422)
  assert.match(answer.text, /This person cannot sign in yet/)
})

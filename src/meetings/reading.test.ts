import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readAs, writeAs } from '#platform/database/session.ts'
import { Conflict } from '#platform/refusals.ts'
import { withdrawItem } from './commands/agenda/withdraw-item.ts'
import { markPapers, markSeen, readItem, writeNote } from './commands/reading.ts'
import { findItem } from './queries/agenda.ts'
import { findDownload } from './queries/download.ts'
import { findNotes, findReading } from './queries/reading.ts'
import { distinctNames, safeName } from './rules/download-name.ts'
import { as, exemptInput, itemInput, value } from './testing/arrange.ts'
import { openPreparing } from './testing/preparing-scene.ts'
import { recordClient } from './testing/record-app.ts'
import { changeInWords } from './words/reading.ts'

const scene = await openPreparing()
const { needs, board, later, early } = scene
const member = { ...later, actor: board.member.account }
const observer = { ...later, actor: board.observer.account }
const laterBy = (hours: number) => ({ ...member, now: later.now.add({ hours }) })
const reading = (meeting: string, doer = member, person = board.member.person) =>
  as(needs, doer, (reader) => findReading(reader, meeting, person))

const { id, items } = await scene.meetingWith('2014-03-31', [
  itemInput('Early help'),
  exemptInput('Sale of Kestrelhold', 'A commercial matter'),
  itemInput('Travel'),
])
const open = await scene.clearedPaper(id, items[0] ?? '', 'Early help', '# Found\n\nMuch.')
await scene.clearedPaper(id, items[1] ?? '', 'Price of Kestrelhold', '# Price\n\nSecret.')
await scene.clearedPaper(id, items[2] ?? '', 'Travel', '# Buses\n\nFew.')
await scene.publish(id)

test('M6: papers are unread until one says so, and what changed is told with the differences', async () => {
  const first = await reading(id)
  assert.deepEqual(
    first.papers.map(({ title, readAt }) => [title, readAt]),
    [
      ['Early help', null],
      ['Price of Kestrelhold', null],
      ['Travel', null],
    ],
  )
  const shown = first.papers.map(({ version }) => version)
  await readItem(needs, member, id, items[0] ?? '', shown)
  assert.deepEqual(
    (await reading(id)).papers.map(({ readAt }) => readAt !== null),
    [true, false, false],
  )
  assert.deepEqual((await reading(id)).changes, [])
  await scene.correct(open, 'Early help', '# Found\n\nMore.')
  const travel = await as(needs, early, (reader) => findItem(reader, id, items[2] ?? ''))
  value(
    await withdrawItem(needs, { ...later, now: later.now.add({ hours: 3 }) }, id, travel.id, {
      reason: 'No longer needed',
      version: travel.version,
    }),
  )
  const { changes, papers } = await reading(id, laterBy(4))
  assert.deepEqual(changes.map(({ kind }) => kind).toSorted(), ['item-withdrawn', 'published'])
  assert.match(changes.map(changeInWords).join('; '), /A corrected paper was published on .*: A sum was wrong/)
  assert.deepEqual(
    papers.map(({ title, readAt, readBefore }) => [title, readAt, readBefore]),
    [
      ['Early help', null, 1],
      ['Price of Kestrelhold', null, null],
    ],
  )
  await markSeen(needs, laterBy(5), id)
  assert.deepEqual((await reading(id, laterBy(6))).changes, [])
  await markPapers(needs, laterBy(6), id, undefined, true)
  assert.ok((await reading(id)).papers.every(({ readAt }) => readAt !== null))
  await markPapers(needs, laterBy(6), id, [(await reading(id)).papers[0]?.version ?? ''], false)
  assert.equal((await reading(id)).papers[0]?.readAt, null)
})

test('M6, X5: opening an item marks nothing; its button marks what was shown, and nothing that came out meanwhile', async () => {
  const plain = await scene.meetingWith('2014-04-28', [itemInput('Early help')])
  const [item = ''] = plain.items
  const paper = await scene.clearedPaper(plain.id, item, 'Early help', '# Found\n\nMuch.')
  await scene.publish(plain.id)
  const browser = recordClient(needs, member.actor, later.now.toString())
  const address = `/meetings/${plain.id}/items/${item}`
  const count = async () => {
    const own = await reading(plain.id)
    return [own.papers.filter(({ readAt }) => readAt !== null).length, own.seenAt === undefined ? 0 : 1]
  }
  const page = await browser.get(address)
  assert.match(page.text, /Mark as read/)
  await browser.get(address)
  assert.deepEqual(await count(), [0, 0])
  const version = /name="version" value="([^"]+)"/.exec(page.text)?.[1] ?? ''
  await scene.correct(paper, 'Early help', '# Found\n\nMore.')
  assert.equal((await browser.post(`${address}/read`, { version })).status, 303)
  assert.deepEqual(await count(), [0, 0], 'the correction was not on the screen')
  const again = await browser.get(address)
  assert.equal(
    (await browser.post(`${address}/read`, { version: /name="version" value="([^"]+)"/.exec(again.text)?.[1] ?? '' })).status,
    303,
  )
  assert.deepEqual(await count(), [1, 1])
  assert.doesNotMatch((await browser.get(address)).text, /Mark as read/)
  const visitor = recordClient(needs, undefined, later.now.toString())
  assert.doesNotMatch((await visitor.get(address)).text, /Mark as read/)
  assert.equal((await visitor.post(`${address}/read`, { version })).status, 401)
})

test('M6: an observer is told of no paper of Part 2, and marks none', async () => {
  await markSeen(needs, observer, id)
  const seen = await reading(id, observer, board.observer.person)
  assert.ok(!JSON.stringify(seen).includes('Kestrelhold'))
  const hidden = (await reading(id)).papers.find(({ title }) => title.includes('Kestrelhold'))
  await assert.rejects(
    writeAs(needs.db, observer, (tx) =>
      tx
        .insertInto('meetings.read_mark')
        .values({ person: board.observer.person, meeting: id, paper_version: hidden?.version ?? '', at: later.now })
        .execute(),
    ),
    /row-level security/,
  )
})

test('M6: marks and notes are one’s own: no clerk, chair, administrator or job of the house reads or writes them', async () => {
  await writeNote(needs, member, id, items[0] ?? '', { text: 'Ask about Kestrelhold', version: 0 })
  assert.equal(
    (await as(needs, member, (reader) => findNotes(reader, id, board.member.person))).get(items[0] ?? '')?.text,
    'Ask about Kestrelhold',
  )
  const { SYSTEM_ACTOR } = await import('#platform/database/actors.ts')
  for (const actor of [board.clerk.account, board.chair.account, board.observer.account, SYSTEM_ACTOR, undefined]) {
    for (const table of ['meetings.private_note', 'meetings.read_mark', 'meetings.meeting_seen'] as const) {
      const rows = await readAs(needs.db, { ...later, actor }, (reader) =>
        reader.selectFrom(table).select('person').where('person', '=', board.member.person).execute(),
      )
      assert.equal(rows.length, 0, `${actor} reads ${table}`)
      const gone = await writeAs(needs.db, { ...later, actor }, (tx) =>
        tx.deleteFrom(table).where('person', '=', board.member.person).executeTakeFirst(),
      )
      assert.equal(gone.numDeletedRows, 0n)
    }
  }
  await assert.rejects(
    writeAs(needs.db, later, (tx) =>
      tx
        .insertInto('meetings.private_note')
        .values({ person: board.member.person, item: items[0] ?? '', meeting: id, text: 'x', changed_at: later.now })
        .execute(),
    ),
    /row-level security/,
  )
})

test('X5: a note that changed in another window is not lost', async () => {
  await writeNote(needs, member, id, items[0] ?? '', { text: 'Second', version: 1 })
  await assert.rejects(writeNote(needs, member, id, items[0] ?? '', { text: 'Third', version: 1 }), Conflict)
  await assert.rejects(writeNote(needs, member, id, items[0] ?? '', { text: 'New', version: 0 }), Conflict)
  await writeNote(needs, member, id, items[0] ?? '', { text: undefined, version: 2 })
  assert.equal((await as(needs, member, (reader) => findNotes(reader, id, board.member.person))).size, 0)
})

test('M6: the download holds the full pack for a member and the public one for everybody else, under safe names', async () => {
  const meeting = { id, heldOn: Temporal.PlainDate.from('2014-03-31') }
  const of = async (doer: typeof member | undefined) =>
    readAs(needs.db, { ...later, actor: doer?.actor }, (reader) => findDownload(reader, meeting, board.slug))
  const full = await of(member)
  assert.ok(full.some(({ name, fullOf }) => name.endsWith('-full.pdf') && fullOf !== undefined))
  for (const doer of [observer, undefined]) {
    const files = await of(doer)
    assert.ok(files.length > 0 && files.every(({ name, fullOf }) => fullOf === undefined && !name.includes('full')))
  }
})

test('M6: names of downloads are safe on any disk, and no two are alike', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.string())), (given) => {
      const names = distinctNames(given.map(([title, ending]) => safeName(title, ending)))
      assert.equal(new Set(names.map((name) => name.toLowerCase())).size, names.length)
      for (const name of names) assert.match(name, /^[\p{L}\p{N}-]+(\.[a-z0-9]{1,5})?$/u)
    }),
  )
  assert.equal(safeName('../../etc/passwd', 'PDF'), 'etc-passwd.pdf')
  assert.equal(safeName('con', 'txt'), 'file-con.txt')
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import ICAL from 'ical.js'
import { csvOf } from '#platform/csv.ts'
import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { newId } from '#platform/database/ids.ts'
import { readAs, writeAs } from '#platform/database/session.ts'
import { recordReport } from '#platform/mail/bounces.ts'
import { chooseMail } from '#platform/mail/mail-choice.ts'
import { addPerson } from '#test/support/board.ts'
import { addEntry, createList, setAudience } from './commands/lists/keep-list.ts'
import { leaveList } from './commands/lists/leave-list.ts'
import { cancelMeeting } from './commands/meeting/cancel-meeting.ts'
import { changeMeeting } from './commands/meeting/change-meeting.ts'
import { markPosted, tellAgain } from './commands/tell-again.ts'
import { findMeeting } from './queries/meeting.ts'
import { findPublication } from './queries/publications.ts'
import { findReturnedMail, findTold } from './queries/told.ts'
import { as, exemptInput, itemInput, meetingInput, value, versionOf } from './testing/arrange.ts'
import { openPreparing } from './testing/preparing-scene.ts'
import { proofOf } from './words/proof.ts'

const scene = await openPreparing()
const { needs, ownerDb, board, early, later } = scene

interface Queued {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly calendar?: { readonly method: string; readonly content: string }
  readonly unsubscribe?: string
  readonly delivery: string
}

/** The mails that wait, and none that waited before. */
const seen = new Set<string>()
async function newMails(): Promise<readonly Queued[]> {
  const rows = await ownerDb.selectFrom('pgboss.job').select('data').where('name', '=', 'mail').orderBy('created_on').execute()
  const fresh = rows.map(({ data }) => data as unknown as Queued).filter(({ delivery }) => !seen.has(delivery))
  for (const { delivery } of fresh) seen.add(delivery)
  return fresh
}

async function listFor(name: string, concerns: 'body' | 'area' | 'item', area?: string): Promise<string> {
  return value(await createList(needs, early, board.body, { name, concerns, area })).id
}

async function newArea(name: string): Promise<string> {
  const id = newId()
  await ownerDb
    .insertInto('governance.area')
    .values({ id, kind: 'locality', name, starts_on: Temporal.PlainDate.from('2010-01-01') })
    .execute()
  return id
}

const outside = (email: string) => ({
  kind: 'outside' as const,
  name: `Office of ${email}`,
  email,
  consent: 'Asked by mail',
  consentedOn: Temporal.PlainDate.from('2014-01-02'),
})
const toldOf = (meeting: string, publication?: string) => as(needs, later, (reader) => findTold(reader, meeting, publication))

test('M7: lists of an item and of an area are told once each, members with a calendar entry, and Part 2 reaches no list', async () => {
  const { id, items } = await scene.meetingWith('2014-03-24', [
    itemInput('School places', { reportStatus: 'none' }),
    exemptInput('Sale of Kestrelhold', 'A commercial matter'),
  ])
  const area = await newArea('Fenmarsh')
  const hidden = await newArea('Kestrelhold')
  const heads = await listFor('Head teachers', 'item')
  const fen = await listFor('Fenmarsh', 'area', area)
  const secret = await listFor('Kestrelhold neighbours', 'area', hidden)
  const councillor = await addPerson(ownerDb, 'Fay Councillor')
  await ownerDb
    .insertInto('governance.post')
    .values({ id: newId(), person: councillor.person, title: 'Councillor for Fenmarsh', starts_on: Temporal.PlainDate.from('2012-01-01') })
    .execute()
  value(await addEntry(needs, early, board.body, heads, outside('head@school.example')))
  value(await addEntry(needs, early, board.body, heads, { kind: 'person', person: board.member.person }))
  value(await addEntry(needs, early, board.body, fen, { kind: 'post', post: 'Councillor for Fenmarsh', organisation: undefined }))
  value(await addEntry(needs, early, board.body, fen, { kind: 'members', ofBody: board.body }))
  value(await addEntry(needs, early, board.body, secret, outside('neighbour@village.example')))
  value(await addEntry(needs, early, board.body, secret, { kind: 'person', person: board.member.person }))
  const again = await addEntry(needs, early, board.body, heads, outside('HEAD@school.example'))
  assert.deepEqual(!again.ok && again.problems, [{ field: 'entryEmail', code: 'listed-already' }])
  value(await setAudience(needs, early, id, items[0] ?? '', { areas: [area], lists: [heads] }))
  value(await setAudience(needs, early, id, items[1] ?? '', { areas: [hidden], lists: [] }))
  await newMails()
  const publication = await scene.publish(id)
  const mails = await newMails()
  const to = mails.map((mail) => mail.to).toSorted()
  const everybody = [board.clerk, board.chair, board.member, board.observer, councillor].map(({ email }) => email)
  assert.deepEqual(to, [...everybody, 'head@school.example'].toSorted())
  for (const mail of mails) assert.doesNotMatch(JSON.stringify(mail), /Kestrelhold|School places/)
  const head = mails.find((mail) => mail.to === 'head@school.example')
  assert.equal(head?.calendar, undefined)
  assert.match(head?.unsubscribe ?? '', /\/mail\/leave\/[0-9a-f-]{36}$/)
  assert.match(head?.text ?? '', /on the list ‘Head teachers’/)
  const told = await toldOf(id, publication)
  assert.deepEqual(told.find(({ person }) => person === board.member.person)?.lists.toSorted(), [
    'Fenmarsh',
    'Head teachers',
    'Kestrelhold neighbours',
    'Members and officers',
  ])
  const token = head?.unsubscribe?.slice(-36) ?? ''
  await leaveList(needs, { actor: undefined, now: later.now, today: later.today }, token)
  value(await cancelMeeting(needs, later, id, { version: await versionOf(needs, later, id), reason: 'Flood', decidedBy: 'The chair' }))
  const off = await newMails()
  assert.ok(!off.some((mail) => mail.to === 'head@school.example'), 'who left is not told')
  assert.ok(off.some((mail) => mail.to === councillor.email))
  const member = off.find((mail) => mail.to === board.member.email)
  assert.equal(member?.calendar?.method, 'CANCEL')
})

test('M7, handbook 5.3: an invitation keeps its UID, counts its sequence with each change of time, place or link, and is read back alike', async () => {
  await newMails()
  const { id } = await scene.meetingWith('2014-06-23', [itemInput('Places')])
  const read = async (): Promise<{ uid: string; sequence: number; start: string; method: string; raw: string } | undefined> => {
    const mail = (await newMails()).find(({ to }) => to === board.member.email)
    if (!mail?.calendar) return undefined
    const root = new ICAL.Component(ICAL.parse(mail.calendar.content))
    const event = new ICAL.Event(root.getFirstSubcomponent('vevent') as never)
    return {
      uid: event.uid,
      sequence: event.sequence,
      start: event.startDate.toString(),
      method: mail.calendar.method,
      raw: mail.calendar.content,
    }
  }
  const first = await read()
  const version = () => versionOf(needs, early, id)
  const change = async (more: object) =>
    value(await changeMeeting(needs, early, id, { ...meetingInput('2014-06-23'), ...more, version: await version() }))
  await change({ startsAt: Temporal.PlainTime.from('15:00') })
  const moved = await read()
  await change({ startsAt: Temporal.PlainTime.from('15:00'), onlineLink: 'https://meet.example/new' })
  const linked = await read()
  await change({ startsAt: Temporal.PlainTime.from('15:00'), onlineLink: 'https://meet.example/new', contact: 'Somebody' })
  assert.equal(await read(), undefined, 'a new contact disturbs nobody')
  value(await cancelMeeting(needs, early, id, { version: await version(), reason: 'Flood', decidedBy: 'The chair' }))
  const off = await read()
  assert.ok(first && moved && linked && off)
  assert.deepEqual(
    [first, moved, linked, off].map(({ method }) => method),
    ['REQUEST', 'REQUEST', 'REQUEST', 'CANCEL'],
  )
  const sequences = [first, moved, linked, off].map(({ sequence }) => sequence)
  assert.deepEqual(
    sequences,
    sequences.map((_one, index) => (sequences[0] ?? 0) + index),
  )
  assert.equal(new Set([first, moved, linked, off].map(({ uid }) => uid)).size, 1)
  assert.equal(moved.start, '2014-06-23T15:00:00')
  assert.ok(!linked.raw.includes('meet.example'), 'the link stays on the page')
  // Read a second way: unfolded by hand.
  const lines = off.raw.replaceAll(/\r\n[ \t]/g, '').split('\r\n')
  assert.ok(lines.includes('STATUS:CANCELLED') && lines.includes('METHOD:CANCEL') && lines.includes('BEGIN:VTIMEZONE'))
  assert.ok(lines.includes('DTSTART;TZID=Europe/London:20140623T150000'))
  for (const line of off.raw.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line)
})

test('X3: news waits for the daily summary, or is left out, as each account chose; notices of meetings are not', async () => {
  const { id, items } = await scene.meetingWith('2014-05-26', [itemInput('Early help')])
  const paper = await scene.clearedPaper(id, items[0] ?? '', 'Early help', '# Found\n\nMuch.')
  for (const [who, choice] of [
    [board.member, { news: 'digest', calendar: false }],
    [board.observer, { news: 'none', calendar: true }],
  ] as const)
    await writeAs(needs.db, { ...later, actor: who.account }, (tx) => chooseMail(tx, { ...later, actor: who.account }, choice))
  await newMails()
  await scene.publish(id)
  const pack = await newMails()
  const member = pack.find(({ to }) => to === board.member.email)
  assert.ok(member && pack.some(({ to }) => to === board.observer.email), 'a notice reaches everybody')
  assert.equal(member.calendar, undefined)
  assert.doesNotMatch(member.text, /calendar entry/)
  await scene.correct(paper, 'Early help', '# Found\n\nMore.')
  const news = (await newMails()).map(({ to }) => to)
  assert.ok(!news.includes(board.member.email) && !news.includes(board.observer.email) && news.includes(board.chair.email))
  const ways = (await toldOf(id)).filter(({ occasion }) => occasion === 'correction').map(({ person, way }) => [person, way])
  assert.deepEqual(new Map(ways as [string, string][]).get(board.member.person), 'digest')
  assert.deepEqual(new Map(ways as [string, string][]).get(board.observer.person), 'off')
  for (const who of [board.member, board.observer])
    await writeAs(needs.db, { ...later, actor: who.account }, (tx) =>
      chooseMail(tx, { ...later, actor: who.account }, { news: 'immediate', calendar: true }),
    )
})

test('M7: what came back is shown, sent again once to the address as it is now, and proved', async () => {
  const { id } = await scene.meetingWith('2014-07-28', [itemInput('Places')])
  await newMails()
  const publication = await scene.publish(id)
  const mail = (await newMails()).find(({ to }) => to === board.member.email)
  await recordReport(needs, mail?.delivery ?? '', { action: 'failed', status: '5.1.1', reason: '=no such mailbox' })
  const returned = await as(needs, later, (reader) => findReturnedMail(reader, [board.body], later.now.subtract({ hours: 1 })))
  assert.deepEqual(
    returned.filter(({ meeting }) => meeting === id).map(({ count }) => count),
    [1],
  )
  const before = (await toldOf(id, publication)).find(({ person }) => person === board.member.person)
  assert.equal(before?.state, 'bounced')
  await ownerDb
    .updateTable('governance.person_contact')
    .set({ email: 'cora@new.example' })
    .where('person', '=', board.member.person)
    .execute()
  const twice = await Promise.all([1, 2].map(() => tellAgain(needs, later, id, before?.id ?? '')))
  assert.deepEqual(twice.map(({ ok }) => ok).toSorted(), [false, true])
  const mails = await newMails()
  assert.deepEqual(
    mails.map(({ to, subject, calendar }) => [to, subject === mail?.subject, calendar?.method]),
    [['cora@new.example', true, 'REQUEST']],
  )
  const after = await as(needs, later, (reader) => findReturnedMail(reader, [board.body], later.now.subtract({ hours: 1 })))
  assert.ok(!after.some(({ meeting }) => meeting === id))
  const fine = (await toldOf(id, publication)).find(({ person }) => person === board.chair.person)
  const refused = await tellAgain(needs, later, id, fine?.id ?? '')
  assert.deepEqual(!refused.ok && refused.problems, [{ field: '', code: 'told-already' }])
  assert.equal((await markPosted(needs, later, id, fine?.id ?? '')).ok, false)
  const lines = await toldOf(id, publication)
  const [meeting, out] = await as(
    needs,
    later,
    async (reader) => [await findMeeting(reader, id), await findPublication(reader, id, publication)] as const,
  )
  const proof = proofOf(meeting, out, lines, later.now)
  assert.ok(proof.rows.some((row) => row.join(' ').includes('5.1.1')))
  for (const line of csvOf([proof.columns, ...proof.rows, ['=1+1', ' @x', '-2']]).split('\r\n'))
    for (const cell of line.split(',')) assert.doesNotMatch(cell, /^\s*[=+\-@]/)
})

test('M7: the evidence is for the clerks of the board, and nobody rewrites it', async () => {
  for (const who of [board.member, board.observer, board.author]) {
    const found = await readAs(needs.db, { ...later, actor: who.account }, (reader) =>
      reader.selectFrom('meetings.despatch').select('id').execute(),
    )
    assert.equal(found.length, 0, who.name)
    const lists = await readAs(needs.db, { ...later, actor: who.account }, (reader) =>
      reader.selectFrom('meetings.list_entry').select('id').execute(),
    )
    assert.equal(lists.length, 0, who.name)
  }
  await assert.rejects(
    writeAs(needs.db, later, (tx) => tx.updateTable('meetings.despatch').set({ email: 'x@y.example' }).execute()),
    /permission denied/,
  )
  await assert.rejects(
    writeAs(needs.db, { ...later, actor: SYSTEM_ACTOR }, (tx) => tx.deleteFrom('meetings.despatch').execute()),
    /permission denied/,
  )
})

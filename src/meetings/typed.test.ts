import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { newId } from '#platform/database/ids.ts'
import { writeAs } from '#platform/database/session.ts'
import { dayOf } from '#platform/time/london.ts'
import { forgetOldTyped } from './commands/keep-typed.ts'
import { itemInput } from './testing/arrange.ts'
import { meetingsClient } from './testing/client.ts'
import { openPreparing } from './testing/preparing-scene.ts'

// What is typed and not saved (X5), and what changed between versions (M15).

const scene = await openPreparing()
const { needs, board, ownerDb } = scene
const at = '2014-02-14T11:30:00Z'
const clerk = meetingsClient(needs, board.clerk.account, at)
const author = meetingsClient(needs, board.author.account, at)
const visitor = meetingsClient(needs, undefined, at)

async function draft(title: string): Promise<string> {
  const { id, items } = await scene.meetingWith('2014-06-23', [itemInput(title)])
  const open = await clerk.post(`/meetings/${id}/items/${items[0]}/paper`, { title, author: board.author.person })
  return open.location.split('/').at(-1) ?? ''
}
const kept = () => ownerDb.selectFrom('meetings.unsaved_text').selectAll()
const audits = async (): Promise<number> => {
  const { count } = await ownerDb
    .selectFrom('platform.audit_entry')
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}
const json = (text: string) =>
  JSON.parse(text) as { revision: number; version: number; fields: Record<string, string>; words: string; sentence: string }

test('X5: typing is kept for its typist alone, makes no version and no noise in the audit, and goes when it is saved', async () => {
  const paper = await draft('Typing')
  const before = await audits()
  const first = await author.post(`/papers/${paper}/keep`, { version: '1', kept: '0', title: 'Typing', body: '# Half a ' })
  assert.equal(first.status, 200, first.text)
  assert.equal(json(first.text).words, 'Kept at 11:30, for you alone. Press Save to put it in place.')
  const second = await author.post(`/papers/${paper}/keep`, { version: '1', kept: '1', title: 'Typing', body: '# Half a word' })
  assert.equal(json(second.text).revision, 2)
  assert.equal(await audits(), before)
  const mine = await author.get(`/papers/${paper}/edit`)
  assert.match(mine.text, /# Half a word/)
  assert.match(mine.text, /name="kept" value="2"/)
  assert.match(mine.text, /The form shows what you typed/)
  assert.doesNotMatch((await clerk.get(`/papers/${paper}/edit`)).text, /Half a word/)
  assert.doesNotMatch((await clerk.get(`/papers/${paper}`)).text, /Half a word/)
  const saved = await author.post(`/papers/${paper}/edit`, { version: '1', title: 'Typing', body: '# A whole word' })
  assert.equal(saved.status, 303, saved.text)
  assert.equal((await kept().execute()).length, 0)
})

test('X5: neither another tab nor somebody who saved is overwritten', async () => {
  const paper = await draft('Two at once')
  await author.post(`/papers/${paper}/keep`, { version: '1', kept: '0', title: 'Two at once', body: 'First tab' })
  const other = await author.post(`/papers/${paper}/keep`, { version: '1', kept: '0', title: 'Two at once', body: 'Second tab' })
  assert.equal(other.status, 409)
  assert.equal(json(other.text).fields.body, 'First tab')
  assert.equal(json(other.text).revision, 1)
  const again = await author.post(`/papers/${paper}/keep`, { version: '1', kept: '0', title: 'Two at once', body: 'First tab' })
  assert.equal(again.status, 200, 'the same words are no conflict')
  assert.equal((await clerk.post(`/papers/${paper}/edit`, { version: '1', title: 'Two at once', body: 'The clerk’s' })).status, 303)
  const late = await author.post(`/papers/${paper}/keep`, { version: '1', kept: '2', title: 'Two at once', body: 'First tab, more' })
  assert.equal(late.status, 409)
  assert.match(json(late.text).fields.body ?? '', /The clerk’s/)
  assert.equal(json(late.text).version, 2)
  const page = await author.get(`/papers/${paper}/edit`)
  assert.match(page.text, /Somebody else saved a change while you were typing/)
  assert.match(page.text, /First tab/)
  assert.match(page.text, /<del>.*The clerk’s/)
  const dropped = await author.post(`/papers/${paper}/drop`)
  assert.equal(dropped.location, `/papers/${paper}/edit`)
  assert.doesNotMatch((await author.get(`/papers/${paper}/edit`)).text, /First tab/)
})

test('X5: the page of a form that came too late shows the differences and keeps what was typed', async () => {
  const paper = await draft('Too late')
  assert.equal((await clerk.post(`/papers/${paper}/edit`, { version: '1', title: 'Too late', body: 'Five visits a week' })).status, 303)
  const late = await author.post(`/papers/${paper}/edit`, { version: '1', title: 'Too late', body: 'Six visits a week' })
  assert.equal(late.status, 409)
  assert.match(late.text, /What differs in the text/)
  assert.match(late.text, /\[removed: <\/span>Five/)
  assert.match(late.text, />Six visits a week<\/textarea>|Six visits a week/)
  assert.doesNotMatch(late.text, /What they saved is the same/)
})

test('X5: what cannot be kept is refused, and nobody keeps words for what they may not write', async () => {
  const paper = await draft('Refused')
  const typed = { version: '1', kept: '0', title: 'Refused' }
  for (const body of ['a\u0000b', 'a\ud800b'.toWellFormed().replace('\ufffd', '\u0007'), 'a'.repeat(200_001)])
    assert.equal((await author.post(`/papers/${paper}/keep`, { ...typed, body })).status, 422)
  for (const bad of [{ version: 'x' }, { version: '0' }, { kept: '-1' }, { kept: '99999999999' }])
    assert.equal((await author.post(`/papers/${paper}/keep`, { ...typed, ...bad })).status, 422)
  const member = meetingsClient(needs, board.member.account, at)
  for (const step of ['keep', 'drop']) {
    assert.equal((await visitor.post(`/papers/${paper}/${step}`, typed)).status, 401, step)
    assert.equal((await member.post(`/papers/${paper}/${step}`, typed)).status, 404, step)
    assert.equal((await author.post(`/papers/${newId()}/${step}`, typed)).status, 404, step)
  }
  const strange = await author.post(`/papers/${paper}/keep`, { ...typed, constructor: 'x', item: 'y' })
  assert.equal(strange.status, 200)
  const row = await kept().where('kind', '=', 'paper').orderBy('kept_at', 'desc').executeTakeFirstOrThrow()
  assert.deepEqual(Object.keys(row.fields as object), ['title'])
})

test('X5: in the database unsaved words belong to one person, and go with the right to write', async () => {
  const paper = await draft('In the database')
  await author.post(`/papers/${paper}/keep`, { version: '1', kept: '0', title: 'In the database', body: 'Mine' })
  const draftId = (await ownerDb.selectFrom('meetings.paper_version').select('id').where('paper', '=', paper).executeTakeFirstOrThrow()).id
  const acting = (actor: typeof board.clerk.account) => ({
    actor,
    now: Temporal.Instant.from(at),
    today: Temporal.PlainDate.from('2014-02-14'),
  })
  const seenBy = (actor: typeof board.clerk.account) =>
    writeAs(needs.db, acting(actor), (tx) =>
      tx.selectFrom('meetings.unsaved_text').select('subject').where('subject', '=', draftId).execute(),
    )
  assert.equal((await seenBy(board.author.account)).length, 1)
  assert.equal((await seenBy(board.clerk.account)).length, 0)
  const member = board.member.account
  const { meeting } = await ownerDb.selectFrom('meetings.paper').select('meeting').where('id', '=', paper).executeTakeFirstOrThrow()
  const forged = (actor: typeof member, owner: typeof member) =>
    writeAs(needs.db, acting(actor), (tx) =>
      tx
        .insertInto('meetings.unsaved_text')
        .values({ actor: owner, kind: 'paper', subject: draftId, meeting, base: 1, revision: 1, fields: '{}', kept_at: acting(actor).now })
        .execute(),
    )
  await assert.rejects(forged(member, member), /row-level security/)
  await assert.rejects(forged(board.clerk.account, board.author.account), /row-level security/)
  await ownerDb.updateTable('meetings.paper').set({ author: board.clerk.person }).where('id', '=', paper).execute()
  assert.equal((await seenBy(board.author.account)).length, 0, 'who no longer writes it has no copy here')
  await ownerDb.updateTable('meetings.paper_version').set({ state: 'withdrawn' }).where('id', '=', draftId).execute()
  assert.equal((await kept().where('subject', '=', draftId).execute()).length, 0, 'no draft, no unsaved words')
})

test('M15: what changed is reachable from the corrected paper, for whoever may read both versions and nobody else', async () => {
  const { id, items } = await scene.meetingWith('2014-03-24', [itemInput('Corrected')])
  const paper = await scene.clearedPaper(id, items[0] ?? '', 'A paper with a sum', '# Money\n\nThe hubs cost £240,000 a year.')
  await scene.publish(id)
  assert.equal((await visitor.get(`/papers/${paper}/versions/1/compare/2`)).status, 404)
  await scene.correct(paper, 'A paper with a sum', '# Money\n\nThe hubs cost £260,000 a year.\n\nNothing else changed.')
  const item = await visitor.get(`/meetings/${id}/items/${items[0]}`)
  assert.match(item.text, new RegExp(`/papers/${paper}/versions/1/compare/2`))
  const seen = await visitor.get(`/papers/${paper}/versions/1/compare/2`)
  assert.equal(seen.status, 200)
  assert.match(seen.text, /From version 1 to version 2: 2 changes\./)
  assert.match(seen.text, /<del><span class="govuk-visually-hidden"> \[removed: <\/span>240/)
  assert.match(seen.text, /<ins><span class="govuk-visually-hidden"> \[added: <\/span>260/)
  assert.match(seen.text, /A sum was wrong/)
  assert.equal((await visitor.get(`/papers/${paper}/versions/2/compare/2`)).status, 200)
  for (const path of ['1/compare/3', '0/compare/1', '1/compare/x', '1/compare/999999'])
    assert.equal((await visitor.get(`/papers/${paper}/versions/${path}`)).status, 404, path)
  await author.post(`/papers/${paper}/correct`)
  assert.equal((await visitor.get(`/papers/${paper}/versions/2/compare/3`)).status, 404, 'a draft is no version for the public')
  assert.equal((await author.get(`/papers/${paper}/versions/2/compare/3`)).status, 200)
})

test('X5: words that nobody saved for thirty days go with the daily job, and nobody else makes them go', async () => {
  const paper = await draft('Left alone')
  assert.equal((await author.post(`/papers/${paper}/keep`, { version: '1', kept: '0', title: 'Left alone', body: 'Half' })).status, 200)
  const count = async () => (await kept().execute()).length
  const before = await count()
  const later = (days: number) => Temporal.Instant.from(at).add({ hours: 24 * days })
  const as = (actor: typeof board.author.account, days: number) => ({ actor, now: later(days), today: dayOf(later(days)) })
  assert.equal(await writeAs(needs.db, as(board.author.account, 31), (tx) => forgetOldTyped(tx, later(31))), 0)
  assert.equal(await writeAs(needs.db, as(SYSTEM_ACTOR, 29), (tx) => forgetOldTyped(tx, later(29))), 0)
  assert.equal(await count(), before)
  assert.equal(await writeAs(needs.db, as(SYSTEM_ACTOR, 31), (tx) => forgetOldTyped(tx, later(31))), before)
  assert.equal(await count(), 0)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '#platform/database/ids.ts'
import { type ActorId, readAs, writeAs } from '#platform/database/session.ts'
import { findEnteredLate } from './queries/entered-late.ts'
import { exemptInput, itemInput } from './testing/arrange.ts'
import { decisionFields, MARKER } from './testing/record-scene.ts'
import { openVotes } from './testing/votes-scene.ts'

const { ownerDb, needs, board, at, running, live } = await openVotes()
const today = Temporal.PlainDate.from('2014-03-24')
const acting = (actor: ActorId | undefined) => ({ actor, today, now: Temporal.Instant.from('2014-03-24T14:20:00Z') })
const clerk = at(board.clerk.account, '2014-03-24T14:20:00Z')

test('X1, G6: the evidence of an item’s quorum, which names people by id, is read by nobody of the house once the item is public', async () => {
  const { id, items } = await running('2014-03-24', [itemInput('Open matter')], [0, 1, 2])
  assert.equal((await clerk.post(live(id, 'item'), { item: items[0] ?? '' })).status, 303)
  await ownerDb.updateTable('meetings.item_time').set({ sight: 'public' }).where('meeting', '=', id).execute()
  const [kept] = await ownerDb.selectFrom('meetings.item_time').selectAll().where('meeting', '=', id).execute()
  assert.ok(JSON.stringify(kept?.quorum).includes(board.seats[0]?.person ?? '-'))
  for (const who of [undefined, board.member.account, board.clerk.account]) {
    const seen = await readAs(needs.db, acting(who), (reader) =>
      reader.selectFrom('meetings.item_time').select(['item', 'from_at']).where('meeting', '=', id).execute(),
    )
    assert.equal(seen.length, 1)
    await assert.rejects(
      readAs(needs.db, acting(who), (reader) =>
        reader.selectFrom('meetings.item_time').select('quorum').where('meeting', '=', id).execute(),
      ),
      /permission denied/,
    )
  }
})

test('G14, X1: nothing of an exempt decision’s words stands on another body’s plan, however the row comes about', async () => {
  const { id, items } = await running('2014-03-31', [itemInput('Open'), exemptInput(`About ${MARKER}`, 'A contract')], [0, 1, 2, 3])
  const room = at(board.clerk.account, '2014-03-31T14:20:00Z')
  const fields = decisionFields({ text: `That ${MARKER} be sold.`, type: 'refer', referredTo: 'Nowhere', matter: 'policy' })
  const made = await room.post(live(id, 'decision'), { ...fields, item: items[1] ?? '' })
  assert.equal(made.status, 303, made.text)
  const decision = await ownerDb
    .selectFrom('meetings.decision')
    .select(['id', 'category'])
    .where('meeting', '=', id)
    .executeTakeFirstOrThrow()
  assert.equal(decision.category, 'exempt')
  const row = {
    ...{ id: newId(), body: board.body, title: `Sale of ${MARKER}`, summary: MARKER, purpose: 'decision', state: 'nominated' },
    ...{ nominated_at: acting(undefined).now, referred_from: decision.id },
  }
  await ownerDb.insertInto('meetings.plan_item').values(row).execute()
  const kept = await ownerDb.selectFrom('meetings.plan_item').selectAll().where('id', '=', row.id).executeTakeFirstOrThrow()
  assert.doesNotMatch(JSON.stringify(kept), new RegExp(MARKER))
  const visitor = await readAs(needs.db, acting(undefined), (reader) =>
    reader.selectNoFrom(sql<boolean>`meetings.is_before_its_minutes(${row.id})`.as('before')).executeTakeFirst(),
  )
  assert.equal(visitor?.before, false, 'a visitor learns nothing of it')
})

test('G14: an open decision that turns exempt takes its words back from the other plan', async () => {
  const { id, items } = await running('2014-04-07', [itemInput('Open')], [0, 1, 2, 3])
  const room = at(board.clerk.account, '2014-04-07T14:20:00Z')
  const fields = decisionFields({ text: `That ${MARKER} be sold.`, type: 'refer', referredTo: 'Nowhere', matter: 'policy' })
  assert.equal((await room.post(live(id, 'decision'), { ...fields, item: items[0] ?? '' })).status, 303)
  const { id: decision } = await ownerDb.selectFrom('meetings.decision').select('id').where('meeting', '=', id).executeTakeFirstOrThrow()
  const row = {
    ...{ id: newId(), body: board.body, title: `Sale of ${MARKER}`, summary: MARKER, purpose: 'decision', state: 'nominated' },
    ...{ nominated_at: acting(undefined).now, referred_from: decision },
  }
  await ownerDb.insertInto('meetings.plan_item').values(row).execute()
  const titles = async () =>
    JSON.stringify(await ownerDb.selectFrom('meetings.plan_item').select(['title', 'summary', 'sight']).where('id', '=', row.id).execute())
  assert.match(await titles(), new RegExp(MARKER))
  await ownerDb.updateTable('meetings.decision').set({ sight: 'public' }).where('id', '=', decision).execute()
  await ownerDb.updateTable('meetings.plan_item').set({ state: 'accepted' }).where('id', '=', row.id).execute()
  await ownerDb.updateTable('meetings.plan_item').set({ sight: 'public' }).where('id', '=', row.id).execute()
  await ownerDb.updateTable('meetings.decision').set({ category: 'exempt', sight: 'members' }).where('id', '=', decision).execute()
  assert.doesNotMatch(await titles(), new RegExp(MARKER))
  assert.doesNotMatch(await titles(), /public/)
})

test('G14, X1: nobody writes by hand that a matter was referred', async () => {
  const row = { id: newId(), body: board.body, title: 'Made up', purpose: 'decision', state: 'nominated', sight: 'draft' }
  await assert.rejects(
    writeAs(needs.db, { ...acting(board.clerk.account), actor: board.clerk.account }, (tx) =>
      tx
        .insertInto('meetings.plan_item')
        .values({ ...row, nominated_at: acting(undefined).now, nominated_by: board.clerk.account, referred_from: newId() })
        .execute(),
    ),
    /row-level security|foreign key/,
  )
})

test('M8, X5: what a clock put back more than ten minutes says beside it when it was entered, for everybody who reads the record', async () => {
  const { id, items } = await running('2014-04-14', [itemInput('Open')], [0, 1, 2, 3])
  const room = at(board.clerk.account, '2014-04-14T14:10:00Z')
  assert.equal((await room.post(live(id, 'item'), { item: items[0] ?? '' })).status, 303)
  const late = at(board.clerk.account, '2014-04-14T14:40:00Z')
  const ago = (minutes: number) => ({ written: '1000', clock: String(1000 + minutes * 60_000) })
  const move = (index: number, minutes: number) =>
    late.post(live(id, 'move'), { line: board.seats[index]?.field ?? '', movement: 'leave', ...ago(minutes) })
  assert.equal((await move(0, 25)).status, 303)
  assert.equal((await move(1, 5)).status, 303)
  const fields = decisionFields({ text: 'That it be noted.', item: items[0] ?? '', ...ago(12) })
  const made = await late.post(live(id, 'decision'), fields)
  assert.equal(made.status, 303, made.text)
  const { id: decision } = await ownerDb.selectFrom('meetings.decision').select('id').where('meeting', '=', id).executeTakeFirstOrThrow()
  const words = /left at 3\.15pm \(entered at 3\.40pm\)/
  const member = at(board.seats[2]?.account, '2014-04-14T14:41:00Z')
  for (const { text } of [await late.get(`/meetings/${id}/live`), await member.get(`/meetings/${id}/attendance`)]) {
    assert.match(text, words)
    assert.match(text, /left at 3\.35pm(?! \(entered)/)
  }
  assert.match((await late.get(`/decisions/${decision}`)).text, /3\.28pm, entered at 3\.40pm/)
  const visitor = at(undefined, '2014-04-14T16:00:00Z')
  assert.doesNotMatch((await visitor.get(`/meetings/${id}/attendance`)).text, /entered at/)
  await ownerDb.updateTable('meetings.attendance').set({ sight: 'public' }).where('meeting', '=', id).execute()
  assert.match((await visitor.get(`/meetings/${id}/attendance`)).text, words)
  const seen = await readAs(needs.db, acting(undefined), (reader) => findEnteredLate(reader, id))
  assert.equal(seen.has(decision), false, 'of what is not public a visitor learns no time')
})

test('X6, M8: the links at the top of the live page lead to its parts, and what unfolds is folded at first', async () => {
  const { id } = await running('2014-04-21', [itemInput('Open')], [0, 1, 2])
  const { text } = await at(board.clerk.account, '2014-04-21T14:10:00Z').get(`/meetings/${id}/live`)
  const jumps = [...text.matchAll(/<a href="#(part-[a-z]+)">/g)].map(([, part]) => part)
  assert.deepEqual(jumps, ['part-meeting', 'part-items', 'part-attendance', 'part-interests', 'part-motions', 'part-record'])
  for (const part of jumps) assert.equal(text.split(`id="${part}"`).length, 2, `${part} is there once`)
  assert.match(text, /<details/)
  assert.doesNotMatch(text, /<details[^>]* open/)
})

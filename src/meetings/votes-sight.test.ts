import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '#platform/database/ids.ts'
import { type ActorId, writeAs } from '#platform/database/session.ts'
import { exemptInput, itemInput } from './testing/arrange.ts'
import { MARKER } from './testing/record-scene.ts'
import { openVotes } from './testing/votes-scene.ts'

const { ownerDb, needs, board, at, running, live, motionsOf, put } = await openVotes()
const [council, police, health, , voluntary] = board.seats

test('X1: the database refuses votes for others, after the close, while out, and shows nobody’s choice while the vote is open', async () => {
  const { id, items } = await running('2014-03-24', [itemInput('Attack'), exemptInput(`About ${MARKER}`, 'A contract')], [0, 1, 2, 3])
  const then = '2014-03-24T14:20:00Z'
  const today = Temporal.PlainDate.from('2014-03-24')
  const as = <T>(who: ActorId | undefined, work: Parameters<typeof writeAs<T>>[2]) =>
    writeAs(needs.db, { actor: who, today, now: Temporal.Instant.from(then) }, work)
  const clerk = at(board.clerk.account, then)
  const motion = await put(id, items[0] ?? '')
  await clerk.post(live(id, 'motions/open'), { motion })
  const row = (who: typeof council, more: Record<string, unknown> = {}) => ({
    ...{ id: newId(), motion, meeting: id, body: board.body, sight: 'members', category: 'public', seat: who?.seat ?? '', place: 1 },
    ...{ person: who?.person ?? '', name: 'Whoever', choice: 'for', at: Temporal.Instant.from(then), actor: who?.account ?? newId() },
    ...more,
  })
  const cast = (actor: typeof council, values: Record<string, unknown>) =>
    as(actor?.account, (tx) =>
      tx
        .insertInto('meetings.vote')
        .values(values as never)
        .execute(),
    )
  const constraint = (name: string) => (error: unknown) => (error as { constraint?: string }).constraint === name
  await assert.rejects(cast(council, row(police)), constraint('vote_of_its_voter'))
  await assert.rejects(cast(council, row(police, { actor: council?.account })), /row-level security/)
  await assert.rejects(cast(council, row(council, { seat: police?.seat })), constraint('vote_of_a_voter_present'))
  await assert.rejects(cast(voluntary, row(voluntary)), constraint('vote_of_a_voter_present'))
  await assert.rejects(cast(council, row(council, { category: 'exempt' })), constraint('vote_in_the_part_of_its_motion'))
  await cast(council, row(council))
  const kept = await ownerDb.selectFrom('meetings.vote').select('name').where('motion', '=', motion).executeTakeFirstOrThrow()
  assert.equal(kept.name, 'Fay Council')
  await assert.rejects(cast(council, row(council)), constraint('one_vote_a_place'))
  const seen = (who: ActorId | undefined) =>
    as(who, async (tx) => (await tx.selectFrom('meetings.vote').select('choice').where('motion', '=', motion).execute()).length)
  assert.equal(await seen(police?.account), 0)
  assert.equal(await seen(board.chair.account), 0)
  assert.equal(await seen(council?.account), 1)
  const declare = (actor: typeof council, person: string, more: Record<string, unknown> = {}) =>
    as(actor?.account, (tx) =>
      tx
        .insertInto('meetings.declared_interest')
        .values({
          ...{ id: newId(), meeting: id, body: board.body, sight: 'members', item: items[0] ?? '', category: 'public', person, name: 'x' },
          ...{ kind: 'personal', nature: 'n', source: 'declared', declared_at: Temporal.Instant.from(then).add({ seconds: 1 }), ...more },
        } as never)
        .execute(),
    )
  await assert.rejects(declare(council, police?.person ?? ''), /row-level security/)
  await assert.rejects(
    declare(council, council?.person ?? '', { consequence: 'stay', decided_from: 'chair', ruled_by: 'me', ruling: 'x' }),
    /row-level/,
  )
  await declare(health, health?.person ?? '')
  await assert.rejects(cast(health, row(health)), constraint('vote_after_ruling'))
  await ownerDb
    .updateTable('meetings.declared_interest')
    .set({ consequence: 'leave', decided_from: 'chair', ruled_by: 'x' })
    .where('person', '=', health?.person ?? '')
    .where('meeting', '=', id)
    .execute()
  await assert.rejects(cast(health, row(health)), constraint('vote_while_out'))
  await assert.rejects(
    as(board.clerk.account, (tx) =>
      tx.updateTable('meetings.vote').set({ choice: 'against', actor: board.clerk.account }).where('motion', '=', motion).execute(),
    ),
    constraint('vote_of_its_voter'),
  )
  await clerk.post(live(id, 'motions/close'), { motion })
  await assert.rejects(cast(police, row(police)), constraint('vote_while_open'))
  await assert.rejects(
    as(council?.account, (tx) => tx.updateTable('meetings.vote').set({ choice: 'against' }).where('motion', '=', motion).execute()),
    constraint('vote_while_open'),
  )
  assert.equal(await seen(police?.account), 1)
  const hidden = await put(id, items[1] ?? '', { text: `On ${MARKER}` })
  const finds = (who: ActorId | undefined) =>
    as(who, async (tx) => (await tx.selectFrom('meetings.motion').select('id').where('id', '=', hidden).execute()).length)
  assert.equal(await finds(board.observer.account), 0)
  assert.equal(await finds(undefined), 0)
  assert.equal(await finds(police?.account), 1)
  const leaked = await as(board.observer.account, (tx) =>
    sql<{ seat: string }>`select seat from meetings.who_has_voted(${motion})`.execute(tx),
  )
  assert.equal(leaked.rows.length, 0)
  const stolen = await as(police?.account, (tx) =>
    sql<{ item: string | null }>`select meetings.refer_upward(${newId()}, ${board.body}, ${newId()}, now()) as item`.execute(tx),
  )
  assert.equal(stolen.rows[0]?.item, null)
})

test('M9, M12: published minutes make votes, interests and motions of public items public, sensitive interests and Part 2 never', async () => {
  const { id, items } = await running('2014-03-31', [itemInput('Open matter'), exemptInput(`About ${MARKER}`, 'A contract')], [0, 1, 2, 3])
  const then = '2014-03-31T14:20:00Z'
  const clerk = at(board.clerk.account, then)
  const [open = '', hidden = ''] = items
  const declare = (item: string, person: string, more: Record<string, string>) =>
    clerk.post(live(id, 'interests/declare'), { item, person, kind: 'pecuniary', ...more })
  assert.equal((await declare(open, council?.person ?? '', { nature: 'Owns a field nearby' })).status, 303)
  assert.equal((await declare(open, police?.person ?? '', { nature: 'Hidden away', sensitive: 'yes' })).status, 303)
  assert.equal((await declare(hidden, health?.person ?? '', { nature: `Of ${MARKER}` })).status, 303)
  const decide = async (item: string, text: string) => {
    const motion = await put(id, item, { text, proposer: '' })
    await clerk.post(live(id, 'motions/open'), { motion })
    for (const voter of [council, police, health])
      await at(voter?.account, then).post(live(id, 'motions/vote'), { motion, choice: voter === health ? 'against' : 'for' })
    assert.equal((await clerk.post(live(id, 'motions/close'), { motion })).status, 303)
    return (await motionsOf(id)).find((one) => one.id === motion)?.decision ?? ''
  }
  const decision = await decide(open, 'That the field be bought.')
  const exempt = await decide(hidden, `That ${MARKER} be paid.`)
  const late = `${id}`
  const visitor = at(undefined, '2014-04-10T10:00:00Z')
  assert.equal((await visitor.get(`/decisions/${decision}`)).status, 404)
  await clerk.post(`/meetings/${late}/attendance/end`)
  for (const table of ['decision', 'motion', 'vote', 'declared_interest'] as const) {
    const shown = ownerDb
      .updateTable(`meetings.${table}`)
      .set({ sight: 'public' })
      .where('meeting', '=', id)
      .where('category', '=', 'public')
    await (table === 'declared_interest' ? shown.where('sensitive', '=', false) : shown).execute()
  }
  const page = await visitor.get(`/decisions/${decision}`)
  assert.match(page.text, /How each voted/)
  assert.match(page.text, /For 2, against 1, abstained 0 \(66\.6% of those voting for or against\); 1 did not vote/)
  assert.match(page.text, /Owns a field nearby/)
  assert.doesNotMatch(page.text, /Hidden away|Sensitive|Gus Police\.<\/strong>/)
  assert.equal((await visitor.get(`/decisions/${exempt}`)).status, 404)
  await assert.rejects(
    ownerDb.updateTable('meetings.vote').set({ sight: 'public' }).where('meeting', '=', id).execute(),
    /violates check constraint/,
  )
  await assert.rejects(
    ownerDb
      .updateTable('meetings.declared_interest')
      .set({ sight: 'public' })
      .where('meeting', '=', id)
      .where('category', '=', 'public')
      .execute(),
    /violates check constraint/,
  )
})

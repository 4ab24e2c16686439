import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '#platform/database/ids.ts'
import { type ActorId, writeAs } from '#platform/database/session.ts'
import { exemptInput, itemInput } from './testing/arrange.ts'
import { recordRules } from './testing/record-board.ts'
import { MARKER, openScene } from './testing/record-scene.ts'

const interests = {
  status: 'stated',
  source: null,
  value: {
    default: 'chair-decides',
    pecuniary: 'stay-silent',
    mayBeAskedToLeave: true,
    register: true,
    reviewedEveryMonths: 12,
    otherMembershipsDeclared: true,
  },
}
const { ownerDb, needs, board, meetingWith, at, present } = await openScene({ ...recordRules, interests })
const [council, police, health, schools, voluntary] = board.seats
const DAY = '2014-02-24'
const now = `${DAY}T14:20:00Z`

/** A meeting that runs with these seats present. */
async function running(day: string, items: Parameters<typeof meetingWith>[1], seats: readonly number[]) {
  const made = await meetingWith(day, items)
  const clerk = at(board.clerk.account, `${day}T14:01:00Z`)
  await clerk.post(`/meetings/${made.id}/attendance/start`)
  const entered = await clerk.post(`/meetings/${made.id}/attendance`, {
    mark: '',
    ...present(...seats),
    status_chair: 'present',
    chairWho: 'chair',
  })
  assert.equal(entered.status, 303, entered.text.slice(0, 300))
  return made
}

const live = (meeting: string, act: string): string => `/meetings/${meeting}/live/${act}`
const motionsOf = (meeting: string) =>
  ownerDb.selectFrom('meetings.motion').selectAll().where('meeting', '=', meeting).orderBy('number').execute()

async function put(meeting: string, item: string, more: Record<string, string> = {}) {
  const answer = await at(board.clerk.account, now).post(live(meeting, 'motions/put'), {
    ...{ item, text: 'That the clinic open on Tuesdays.', type: 'resolve', matter: 'neither', proposer: council?.person ?? '' },
    ...more,
  })
  assert.equal(answer.status, 303, answer.text.match(/gt-live-refusal.*?<\/div>/s)?.[0] ?? '')
  const last = (await motionsOf(meeting)).at(-1)
  assert.ok(last)
  return last.id
}

test('G9, M8: a recorded vote is cast by members, one a place, closed by the clerk and becomes a numbered decision with who voted how', async () => {
  const { id, items } = await running(DAY, [itemInput('Clinic')], [0, 1, 2, 3])
  const motion = await put(id, items[0] ?? '')
  const clerk = at(board.clerk.account, now)
  assert.equal((await clerk.post(live(id, 'motions/open'), { motion })).status, 303)
  const vote = (who: ActorId | undefined, choice: string, entry?: string) =>
    at(who, now).post(live(id, 'motions/vote'), { motion, choice, ...(entry ? { entry } : {}) })
  const twice = newId()
  const both = await Promise.all([vote(council?.account, 'for', twice), vote(council?.account, 'for', twice)])
  assert.deepEqual(
    both.map(({ status }) => status),
    [303, 303],
  )
  assert.equal((await vote(police?.account, 'against')).status, 303)
  assert.equal((await vote(police?.account, 'for')).status, 303)
  assert.equal((await vote(health?.account, 'abstain')).status, 303)
  const absent = await vote(voluntary?.account, 'for')
  assert.equal(absent.status, 422)
  assert.match(absent.text, /You have no vote here/)
  assert.equal((await vote(board.observer.account, 'for')).status, 403)
  const page = await at(police?.account, now).get(`/meetings/${id}/live`)
  assert.match(page.text, /You voted: <strong>for<\/strong>/)
  assert.match(page.text, /3 of 4 have voted/)
  assert.match(page.text, /Still to vote: Ivy Schools/)
  assert.doesNotMatch(page.text, /Fay Council<\/th>/)
  const taken = await clerk.post(live(id, 'motions/roll'), { motion, [`vote_${police?.field}`]: 'against' })
  assert.match(taken.text, /Gus Police has voted by phone/)
  assert.equal((await clerk.post(live(id, 'motions/close'), { motion })).status, 303)
  const late = await vote(schools?.account, 'against')
  assert.equal(late.status, 422)
  assert.match(late.text, /The vote is closed\. Your answer came after it and was not counted/)
  const [kept] = await motionsOf(id)
  assert.deepEqual([kept?.state, kept?.votes_for, kept?.votes_against, kept?.abstained, kept?.did_not_vote], ['carried', 2, 0, 1, 1])
  const decision = await ownerDb
    .selectFrom('meetings.decision')
    .selectAll()
    .where('id', '=', kept?.decision ?? '')
    .executeTakeFirstOrThrow()
  assert.equal(decision.method, 'recorded_vote')
  assert.equal(decision.text, 'That the clinic open on Tuesdays.')
  assert.equal(decision.number, '1')
  const after = await at(schools?.account, now).get(`/meetings/${id}/live`)
  assert.match(after.text, /How each voted on motion 1/)
  const entries = await ownerDb.selectFrom('meetings.entry').select('content').where('meeting', '=', id).where('act', '=', 'vote').execute()
  assert.ok(entries.length > 0)
  for (const { content } of entries) assert.deepEqual(Object.keys(content as object), ['motion'])
})

test('G13, G6: whoever must leave for an item is not counted and not asked to vote; a ruling while a vote waits is the chair’s', async () => {
  const { id, items } = await running('2014-03-03', [itemInput('Contract'), itemInput('Other')], [0, 1, 2])
  const [item = ''] = items
  const then = '2014-03-03T14:20:00Z'
  const clerk = at(board.clerk.account, then)
  const declared = await at(council?.account, then).post(live(id, 'interests/declare'), {
    ...{ item, kind: 'pecuniary', nature: 'Trustee of the charity that would be paid' },
  })
  assert.equal(declared.status, 303)
  const other = await at(council?.account, then).post(live(id, 'interests/declare'), {
    ...{ item, kind: 'personal', nature: 'Something', person: police?.person ?? '' },
  })
  assert.match(other.text, /Members declare their own interests/)
  assert.match((await clerk.get(`/meetings/${id}/live`)).text, /May stay and vote, and does not speak, by the terms/)
  const [interest] = await ownerDb.selectFrom('meetings.declared_interest').selectAll().where('meeting', '=', id).execute()
  const fields = { interest: interest?.id ?? '', consequence: 'leave', ruling: 'Please leave for this item.' }
  assert.equal((await at(council?.account, then).post(live(id, 'interests/rule'), fields)).status, 403)
  assert.equal((await at(board.chair.account, then).post(live(id, 'interests/rule'), fields)).status, 303)
  const shown = await at(police?.account, then).get(`/meetings/${id}/live`)
  assert.match(shown.text, /Leaves: is not counted and does not vote, by the chair’s ruling/)
  const motion = (await put(id, item, { proposer: '' })) ?? ''
  // Two of five are left: half are needed.
  const refused = await clerk.post(live(id, 'motions/open'), { motion })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /not quorate/)
  const elsewhere = await put(id, items[1] ?? '', { proposer: '' })
  assert.equal(
    (await clerk.post(live(id, 'motions/hands'), { motion: elsewhere, votesFor: '2', votesAgainst: '1', abstained: '0' })).status,
    303,
  )
  // A kind that the terms leave open waits for the chair, and so does the vote.
  await clerk.post(live(id, 'interests/declare'), {
    item: items[1] ?? '',
    kind: 'personal',
    nature: 'A cousin',
    person: police?.person ?? '',
  })
  const waiting = await put(id, items[1] ?? '', { proposer: '' })
  const held = await clerk.post(live(id, 'motions/hands'), { motion: waiting, votesFor: '2', votesAgainst: '1', abstained: '0' })
  assert.match(held.text, /The chair has not ruled on the interest of Gus Police/)
})

test('G9, G14: what the terms reserve is refused with the way upward one tap away; it lands on the other body’s plan', async () => {
  const parent = newId()
  await ownerDb
    .insertInto('governance.body')
    .values({ id: parent, slug: 'county', name: 'Northbrook County Council', kind: 'strategic-partnership' })
    .execute()
  await ownerDb
    .insertInto('governance.body_status')
    .values({ body: parent, status: 'live', starts_on: Temporal.PlainDate.from('2010-01-01') })
    .execute()
  const { id, items } = await running('2014-03-10', [itemInput('Policy'), exemptInput(`About ${MARKER}`, 'A contract')], [0, 1, 2, 3])
  const then = '2014-03-10T14:20:00Z'
  const clerk = at(board.clerk.account, then)
  for (const [index, item] of items.entries()) {
    const motion = await put(id, item, { matter: 'policy', text: `That the policy of ${MARKER} change.` })
    const page = await clerk.get(`/meetings/${id}/live`)
    assert.match(page.text, /Refer it to Northbrook County Council/)
    const refused = await clerk.post(live(id, 'motions/hands'), { motion, votesFor: '4', votesAgainst: '0', abstained: '0' })
    assert.match(refused.text, /do not let this body settle or vote on policy/)
    assert.equal((await clerk.post(live(id, 'motions/upward'), { motion, type: 'refer', to: 'Northbrook County Council' })).status, 303)
    assert.equal((await clerk.post(live(id, 'motions/consensus'), { motion, found: 'yes', words: 'All agreed.' })).status, 303)
    const decision = (await motionsOf(id)).find((one) => one.id === motion)?.decision ?? ''
    const [planned, more] = await ownerDb.selectFrom('meetings.plan_item').selectAll().where('referred_from', '=', decision).execute()
    assert.equal(more, undefined)
    assert.deepEqual([planned?.body, planned?.state, planned?.sight], [parent, 'nominated', 'draft'])
    assert.equal(JSON.stringify(planned).includes(MARKER), index === 0)
  }
})

test('M8: an amendment is settled first and its words are entered; a tie waits for the casting vote', async () => {
  const { id, items } = await running('2014-03-17', [itemInput('Opening hours')], [0, 1, 2, 3])
  const then = '2014-03-17T14:20:00Z'
  const clerk = at(board.clerk.account, then)
  const motion = await put(id, items[0] ?? '')
  assert.equal((await clerk.post(live(id, 'motions/amend'), { motion, text: 'Replace Tuesdays by Mondays.' })).status, 303)
  const amendment = (await motionsOf(id)).at(-1)?.id ?? ''
  const early = await clerk.post(live(id, 'motions/hands'), { motion, votesFor: '4', votesAgainst: '0', abstained: '0' })
  assert.match(early.text, /Settle the amendments first/)
  assert.equal(
    (await clerk.post(live(id, 'motions/hands'), { motion: amendment, votesFor: '3', votesAgainst: '1', abstained: '0' })).status,
    303,
  )
  assert.match((await clerk.get(`/meetings/${id}/live`)).text, /The amendment is carried: enter the words/)
  assert.equal(
    (await clerk.post(live(id, 'motions/amended'), { motion: amendment, amendedText: 'That the clinic open on Mondays.' })).status,
    303,
  )
  const many = await clerk.post(live(id, 'motions/hands'), { motion, votesFor: '4', votesAgainst: '1', abstained: '0' })
  assert.match(many.text, /More hands are counted than the 4 with a vote/)
  assert.equal((await clerk.post(live(id, 'motions/hands'), { motion, votesFor: '2', votesAgainst: '2', abstained: '0' })).status, 303)
  assert.match((await clerk.get(`/meetings/${id}/live`)).text, /How does the chair use the casting vote/)
  assert.equal((await clerk.post(live(id, 'motions/casting'), { motion, casting: 'for' })).status, 303)
  const [kept] = await motionsOf(id)
  assert.deepEqual(
    [kept?.state, kept?.casting_vote, kept?.text, kept?.put_words],
    ['carried', 'for', 'That the clinic open on Mondays.', 'That the clinic open on Tuesdays.'],
  )
  assert.equal((await at(police?.account, then).post(live(id, 'motions/ask'), { motion })).status, 422)
  const lost = await put(id, items[0] ?? '')
  assert.equal((await at(police?.account, then).post(live(id, 'motions/ask'), { motion: lost })).status, 303)
  const hands = await clerk.post(live(id, 'motions/hands'), { motion: lost, votesFor: '1', votesAgainst: '3', abstained: '0' })
  assert.match(hands.text, /Gus Police asked for a recorded vote/)
})

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
          ...{ kind: 'personal', nature: 'n', source: 'declared', declared_at: Temporal.Instant.from(then), ...more },
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

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#platform/database/ids.ts'
import type { ActorId } from '#platform/database/session.ts'
import { addPerson } from '#test/support/board.ts'
import { exemptInput, itemInput } from './testing/arrange.ts'
import { MARKER } from './testing/record-scene.ts'
import { openVotes } from './testing/votes-scene.ts'

const { ownerDb, board, at, now, running, live, motionsOf, put } = await openVotes()
const [council, police, health, schools, voluntary] = board.seats

const DAY = '2014-02-24'

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
  assert.equal((await at(board.clerk.account, '2014-03-03T14:22:00Z').post(live(id, 'item'), { item })).status, 303)
  const out = (await at(police?.account, '2014-03-03T14:23:00Z').get(`/meetings/${id}/live`)).text
  assert.match(out, />Out for item 1: interest</)
  assert.match(out, /4 people are in the meeting\. Out for item 1: Fay Council \(interest\)\./)
  const visitors = await at(undefined, '2014-03-03T14:23:00Z').get(`/meetings/${id}/live`)
  assert.doesNotMatch(visitors.text, /Out for item/)
  // The chair rules anew: both rulings stand, the last one holds from its moment.
  const later = at(board.chair.account, '2014-03-03T14:30:00Z')
  const mild = await later.post(live(id, 'interests/rule'), { ...fields, consequence: 'stay' })
  assert.match(mild.text, /The terms let this member stay\. The chair can only ask them to leave/)
  const anew = { ...fields, consequence: 'stay_silent', ruling: 'It is another charity.' }
  assert.equal((await later.post(live(id, 'interests/rule'), anew)).status, 303)
  const told = await at(police?.account, '2014-03-03T14:31:00Z').get(`/meetings/${id}/live`)
  assert.match(
    told.text,
    /2\.20pm, [^<]+, in the chair: Leaves for the item\. Please leave for this item\.<\/li><li>2\.30pm, [^<]+, ruling anew: Stays, does not speak\. It is another charity/,
  )
  assert.doesNotMatch(told.text, /Out for item/)
  const back = at(board.clerk.account, '2014-03-03T14:31:00Z')
  assert.equal((await back.post(live(id, 'motions/hands'), { motion, votesFor: '2', votesAgainst: '1', abstained: '0' })).status, 303)
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
  const other = await addPerson(ownerDb, 'Lou County')
  const since = Temporal.PlainDate.from('2010-01-01')
  await ownerDb
    .insertInto('governance.office')
    .values({ id: newId(), body: parent, person: other.person, role: 'clerk', basis: 'appointed', starts_on: since })
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
    const planPage = `/boards/county/plan/${planned?.id}`
    const back = (await clerk.get(planPage)).text
    assert.match(
      back,
      new RegExp(`Referred by</dt><dd><a class="govuk-link" href="/decisions/${decision}">Decision \\d+</a>, 10 March 2014`),
    )
    const theirs = await at(other.account, then).get(planPage)
    assert.equal(theirs.status, 200)
    assert.match(theirs.text, /Not public yet: the minutes of the decision/)
    assert.match((await at(other.account, then).get('/boards/county/plan')).text, /Not public yet/)
    await assert.rejects(
      ownerDb
        .updateTable('meetings.plan_item')
        .set({ sight: 'public' })
        .where('id', '=', planned?.id ?? '')
        .execute(),
      /not shown to everybody/,
    )
    assert.doesNotMatch(theirs.text, new RegExp(`Referred by</dt>|${decision}`), 'whoever may not see the decision reads nothing of it')
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

test('G5: the room and the voter are told who may not commit money, where a decision does; and nowhere else', async () => {
  const { id, items } = await running('2014-03-10', [itemInput('Clinic', { commitsMoney: true })], [0, 1, 2])
  const day = '2014-03-10T14:20:00Z'
  const mandate = (seat: string | undefined, held: readonly string[]) =>
    ownerDb
      .updateTable('governance.appointment')
      .set({ mandate: [...held] })
      .where('seat', '=', seat ?? '')
      .execute()
  await mandate(council?.seat, ['decide', 'commit_money'])
  await mandate(police?.seat, ['decide'])
  const page = async (who: ActorId | undefined) => (await at(who, day).get(`/meetings/${id}/live`)).text
  await put(id, items[0] ?? '')
  assert.doesNotMatch(await page(board.clerk.account), /mandate|commit the money/i)
  await put(id, items[0] ?? '', { commitsMoney: 'on' })
  const told = await page(board.clerk.account)
  assert.match(told, /May not commit the money of their organisation, by their appointment: Gus Police\./)
  assert.match(told, /No mandate is recorded for [^<]+/)
  const direct = await at(board.clerk.account, day).get(`/meetings/${id}/decisions/new`)
  assert.match(direct.text, /Mandate[\s\S]*If this decision commits money: May not commit the money of their organisation[^<]*Gus Police/)
  assert.doesNotMatch(told, /No mandate is recorded for [^<]*(Fay Council|Gus Police)/)
  await ownerDb
    .updateTable('meetings.motion')
    .set({ state: 'open', method: 'recorded_vote', opened_at: Temporal.Instant.from(day) })
    .where('meeting', '=', id)
    .where('commits_money', '=', true)
    .execute()
  assert.match(await page(police?.account), /by your appointment you may not commit the money/)
  assert.doesNotMatch(await page(council?.account), /by your appointment you may not commit the money/)
})

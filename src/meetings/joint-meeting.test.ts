import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#platform/database/ids.ts'
import { readAs, writeAs } from '#platform/database/session.ts'
import { readWithPdfJs } from '#platform/documents/pdf/testing/readers.ts'
import { buildBoard } from '#test/support/board.ts'
import { placePlanItem } from './commands/agenda/add-item.ts'
import { removeItem } from './commands/agenda/change-item.ts'
import { callMeeting } from './commands/meeting/call-meeting.ts'
import { createMeeting } from './commands/meeting/create-meeting.ts'
import { publishMeeting } from './commands/publish/publish-pack.ts'
import { findComplianceFacts } from './queries/compliance.ts'
import { doerAt, exemptInput, itemInput, meetingInput, value, versionOf } from './testing/arrange.ts'
import { meetingsClient } from './testing/client.ts'
import { openPreparing, type PreparingScene } from './testing/preparing-scene.ts'
import { buildRecordBoard } from './testing/record-board.ts'

const scene: PreparingScene = await openPreparing()
const { needs, board } = scene
const other = await buildBoard(scene.ownerDb, 'strategic-partnership')
const third = await buildBoard(scene.ownerDb, 'strategic-partnership')
const instant = '2014-02-14T11:00:00Z'

test('M2: a joint meeting stands on the lists of both boards, and members of both read the full agenda', async () => {
  const { id, items } = await scene.meetingWith('2014-03-24', [itemInput('Open'), exemptInput('Purchase of Kestrelhold', 'A purchase')], {
    jointBodies: [other.body],
  })
  await scene.clearedPaper(id, items[1] ?? '', 'Price of Kestrelhold', 'A price.')
  await scene.publish(id)
  const as = (account: (typeof board)['clerk']['account'] | undefined) => meetingsClient(needs, account, instant)
  for (const slug of [board.slug, other.slug]) {
    const { text } = await as(undefined).get(`/boards/${slug}/meetings`)
    assert.match(text, new RegExp(`/meetings/${id}`), slug)
  }
  assert.match((await as(undefined).get(`/boards/${other.slug}/meetings`)).text, /joint, called by/)
  assert.doesNotMatch((await as(undefined).get(`/boards/${third.slug}/meetings`)).text, new RegExp(id))
  for (const member of [board.member, other.member, other.chair]) {
    const { text } = await as(member.account).get(`/meetings/${id}`)
    assert.match(text, /Purchase of Kestrelhold/)
    assert.match(text, /Full pack, for members/)
    assert.equal((await as(member.account).get(`/meetings/${id}/pack/full.pdf`)).status, 200)
  }
  for (const outsider of [undefined, third.member.account, other.observer.account]) {
    const { text } = await as(outsider).get(`/meetings/${id}`)
    assert.doesNotMatch(text, /Kestrelhold|Full pack/)
    assert.ok([401, 403, 404].includes((await as(outsider).get(`/meetings/${id}/pack/full.pdf`)).status))
  }
  // The second board's clerk does not prepare what the first one called.
  assert.equal((await as(other.clerk.account).get(`/meetings/${id}/agenda`)).status, 403)
})

test('G10, M6: each board at the table has its own certificate of notice, by its own rules, whenever it agreed', async () => {
  // In time for the board that calls; another asks for more days than there are.
  const long = { status: 'stated', source: null, value: { mode: 'calendar', days: 60, cutOff: null } }
  const slow = await buildRecordBoard(scene.ownerDb, { agendaOut: long })
  const { id } = await scene.meetingWith('2014-03-31', [itemInput('A plan for both')], { jointBodies: [slow.body, other.body] })
  const agree = (account: typeof slow.clerk.account, slug: string, agrees = 'yes') =>
    meetingsClient(needs, account, instant).post(`/boards/${slug}/joint-meetings/${id}`, { agrees })
  assert.equal((await agree(slow.clerk.account, slow.slug)).status, 303)
  const clerk = meetingsClient(needs, board.clerk.account, instant)
  const check = await clerk.get(`/meetings/${id}/check`)
  assert.match(check.text, new RegExp(`Notice, by the rules of ${slow.name}`))
  const publish = async (breachReason?: string) =>
    publishMeeting(needs, scene.later, id, {
      version: await versionOf(needs, scene.later, id),
      breachReason,
      breachApprover: breachReason && 'Ben Chair',
    })
  const refused = await publish()
  assert.deepEqual(!refused.ok && refused.problems.map(({ code }) => code), ['breach-reason-missing', 'breach-approver-missing'])
  const { publication } = value(await publish('Both plans were wanted in March'))
  const certificates = () =>
    scene.ownerDb.selectFrom('meetings.notice_certificate').selectAll().where('meeting', '=', id).orderBy('made_at').execute()
  const verdicts = async () => (await certificates()).map((one) => [one.of_body, (one.verdict as { state: string }).state])
  const both = [
    [board.body, 'met'],
    [slow.body, 'late'],
  ]
  assert.deepEqual((await verdicts()).toSorted(), both.toSorted())
  // A board that agrees after the pack went out is judged from that day; agreeing again makes no second one.
  for (const agrees of ['yes', 'no', 'yes']) assert.equal((await agree(other.clerk.account, other.slug, agrees)).status, 303)
  assert.deepEqual((await verdicts()).toSorted(), [...both, [other.body, 'met']].toSorted())
  const [first] = await certificates()
  const forge = (ofBody: string, account = third.clerk.account) =>
    writeAs(needs.db, doerAt(account, instant), (tx) =>
      tx
        .insertInto('meetings.notice_certificate')
        .values({
          ...{ id: newId(), meeting: id, publication, of_body: ofBody, rule_key: 'papersDue', made_at: scene.later.now },
          ...{ inputs: JSON.stringify(first?.inputs), verdict: JSON.stringify(first?.verdict) },
        })
        .execute(),
    )
  await assert.rejects(forge(third.body))
  await assert.rejects(forge(board.body, slow.clerk.account), /row-level security/)
  await assert.rejects(forge(third.body, board.clerk.account), /does not meet here/)
  const notice = await meetingsClient(needs, undefined, instant).get(`/meetings/${id}/notice`)
  for (const words of [board.name, slow.name, other.name, 'Rule kept', 'Rule broken', 'Both plans were wanted in March'])
    assert.match(notice.text, new RegExp(words))
  assert.match(notice.text, new RegExp(`href="/meetings/${id}/notice.pdf"`))
  const today = Temporal.PlainDate.from('2014-02-20')
  const noticeOf = async (body: string, actor: typeof slow.clerk.account) => {
    const acting = { actor, today, now: Temporal.Instant.from('2014-02-20T10:00:00Z') }
    const facts = await readAs(needs.db, doerAt(actor, '2014-02-20T10:00:00Z'), (reader) =>
      findComplianceFacts(reader, acting, { id: body }),
    )
    const found = facts?.meetings.find((one) => one.id === id)
    return [found?.agendaOut, found?.noticeExcused]
  }
  // The reason is recorded for the board whose rule it is about, and for no other.
  assert.deepEqual(await noticeOf(board.body, board.clerk.account), ['met', false])
  assert.deepEqual(await noticeOf(slow.body, slow.clerk.account), ['late', true])
  const breaches = await scene.ownerDb.selectFrom('meetings.breach').select('of_body').where('meeting', '=', id).execute()
  assert.deepEqual(breaches, [{ of_body: slow.body }])
  const breach = { id: newId(), meeting: id, of_body: third.body, rule_key: 'agendaOut', reason: 'x', approver: 'x', at: scene.later.now }
  const forgeBreach = writeAs(needs.db, scene.later, (tx) =>
    tx
      .insertInto('meetings.breach')
      .values({ ...breach, actor: scene.later.actor })
      .execute(),
  )
  await assert.rejects(forgeBreach, /does not meet here/)
})

test('G10, M2: where two boards at a table are late, each gives its own reason and approver; what was typed for one is kept while the other is asked', async () => {
  const long = { status: 'stated', source: null, value: { mode: 'calendar', days: 60, cutOff: null } }
  const [one, two] = [
    await buildRecordBoard(scene.ownerDb, { agendaOut: long }),
    await buildRecordBoard(scene.ownerDb, { agendaOut: long }),
  ]
  const { id } = await scene.meetingWith('2014-04-02', [itemInput('A budget for both')], { jointBodies: [one.body, two.body] })
  for (const { clerk, slug } of [one, two])
    assert.equal(
      (await meetingsClient(needs, clerk.account, instant).post(`/boards/${slug}/joint-meetings/${id}`, { agrees: 'yes' })).status,
      303,
    )
  const clerk = meetingsClient(needs, board.clerk.account, instant)
  const page = await clerk.get(`/meetings/${id}/check`)
  for (const { body } of [one, two]) assert.match(page.text, new RegExp(`name="breachReason_${body}"`))
  const send = async (said: Record<string, string>) =>
    clerk.post(`/meetings/${id}/publish`, { version: String(await versionOf(needs, scene.later, id)), ...said })
  const ofOne = { [`breachReason_${one.body}`]: 'The grant letter came on Monday', [`breachApprover_${one.body}`]: 'Ben Chair' }
  const refused = await send({ ...ofOne, breachReason: 'One for all', breachApprover: 'Ben Chair' })
  assert.equal(refused.status, 422)
  assert.match(refused.text, new RegExp(`href="#breachReason_${two.body}">Say why the notice is late for ${two.name}`))
  assert.doesNotMatch(refused.text, new RegExp(`href="#breachReason_${one.body}"`))
  assert.match(refused.text, /The grant letter came on Monday/)
  const ofTwo = { [`breachReason_${two.body}`]: 'Its clerk was ill', [`breachApprover_${two.body}`]: 'Dee Chair' }
  assert.equal((await send({ ...ofOne, ...ofTwo, [`breachReason_${third.body}`]: 'Of no board here' })).status, 303)
  const kept = await scene.ownerDb
    .selectFrom('meetings.breach')
    .select(['of_body', 'reason', 'approver'])
    .where('meeting', '=', id)
    .execute()
  const wanted = [
    { of_body: one.body, reason: 'The grant letter came on Monday', approver: 'Ben Chair' },
    { of_body: two.body, reason: 'Its clerk was ill', approver: 'Dee Chair' },
  ]
  assert.deepEqual(new Set(kept.map((row) => JSON.stringify(row))), new Set(wanted.map((row) => JSON.stringify(row))))
  const notice = (await meetingsClient(needs, undefined, instant).get(`/meetings/${id}/notice`)).text
  for (const said of ['The grant letter came on Monday', 'Its clerk was ill', 'Dee Chair']) assert.match(notice, new RegExp(said))
})

test('G17: anybody has the certificate of notice as PDF/UA, with every board at the table, days counted by name and the reason for lateness; none where nothing is out', async () => {
  const { id } = await scene.ownerDb
    .selectFrom('meetings.breach')
    .select('meeting as id')
    .where('reason', 'like', 'Both plans%')
    .executeTakeFirstOrThrow()
  const ask = (meeting: string) => meetingsClient(needs, undefined, instant).get(`/meetings/${meeting}/notice.pdf`)
  const answer = await ask(id)
  assert.equal(answer.headers.get('content-type'), 'application/pdf')
  const { bytes } = answer
  assert.match(answer.text, /pdfuaid:part/)
  // Somebody who asks again gets the same file.
  assert.deepEqual((await ask(id)).bytes, bytes)
  const text = (await readWithPdfJs(bytes)).join(' ').replaceAll(/\s+/g, ' ')
  for (const words of [
    'Certificate of notice',
    'by the rules of',
    'Rule kept',
    'Rule broken',
    'Days counted',
    'Both plans were wanted in March',
  ])
    assert.ok(text.includes(words), `${words}: ${text}`)
  const planned = await scene.ownerDb.selectFrom('meetings.meeting').select('id').where('state', '=', 'planned').limit(1).executeTakeFirst()
  assert.equal((await ask(planned?.id ?? newId())).status, 404)
})

test('M1, G11: what a board’s terms want at each meeting stands at a joint one, too, once it has agreed, and is brought onto its agenda', async () => {
  const { ownerDb } = scene
  const NOW = '2026-04-01T10:00:00Z'
  const [calling, other] = [await buildBoard(ownerDb, 'women-and-childrens-board'), await buildBoard(ownerDb, 'women-and-childrens-board')]
  const doer = doerAt(calling.clerk.account, NOW)
  const clerk = meetingsClient(needs, calling.clerk.account, NOW)
  const theirs = meetingsClient(needs, other.clerk.account, NOW)
  const made = await createMeeting(needs, doer, calling.body, meetingInput('2026-05-19', { jointBodies: [other.body] }))
  const { id } = value(made)
  value(await callMeeting(needs, doer, id, 1))
  const agree = (agrees: string) => theirs.post(`/boards/${other.slug}/joint-meetings/${id}`, { agrees })
  const atTable = () =>
    ownerDb
      .selectFrom('meetings.plan_item')
      .select(['id', 'title', 'state', 'due_meeting as dueMeeting', 'meeting'])
      .where('body', '=', other.body)
      .orderBy('id')
      .execute()
  assert.deepEqual(await atTable(), [], 'nothing before it has agreed')
  assert.equal((await agree('yes')).status, 303)
  const placed = await atTable()
  assert.ok(placed.some(({ dueMeeting }) => dueMeeting === id) && placed.some(({ dueMeeting }) => dueMeeting === null))
  assert.ok(placed.every(({ meeting, state }) => meeting === id && state === 'accepted'))
  assert.match((await theirs.get(`/boards/${other.slug}/plan`)).text, /A joint meeting that another board called/)
  assert.match((await clerk.get(`/meetings/${id}/agenda`)).text, new RegExp(`A standing item of ${other.name}`))
  // Who calls takes it onto the agenda, and off again: the plan of the other board follows.
  const [first, second] = placed
  const stateOf = async (item: string | undefined) => (await atTable()).find((one) => one.id === item)?.state
  const { id: onAgenda } = value(await placePlanItem(needs, doer, id, first?.id ?? ''))
  assert.equal(await stateOf(first?.id), 'done')
  value(await removeItem(needs, doer, id, onAgenda))
  assert.equal(await stateOf(first?.id), 'accepted')
  value(await placePlanItem(needs, doer, id, first?.id ?? ''))
  // A board that leaves the table takes along what is still open, and finds it again when it comes back.
  assert.equal((await agree('no')).status, 303)
  const left = await atTable()
  assert.ok(left.filter((one) => one.id !== first?.id && one.state === 'accepted').every(({ meeting }) => meeting === null))
  assert.equal((await agree('yes')).status, 303)
  assert.deepEqual(
    (await atTable()).filter((one) => one.id !== first?.id),
    placed.slice(1),
  )
  // Only standing items, only at a table where the board sits, only by its own clerk; and no agenda reaches into the plan of a board that is not there.
  const forge = (account: typeof calling.clerk.account, values: Record<string, unknown>) =>
    writeAs(needs.db, doerAt(account, NOW), (tx) =>
      tx
        .updateTable('meetings.plan_item')
        .set(values)
        .where('id', '=', second?.id ?? '')
        .returning('id')
        .execute(),
    )
  const own = await ownerDb.selectFrom('meetings.meeting').select('id').where('body', '=', board.body).limit(1).executeTakeFirst()
  await assert.rejects(forge(other.clerk.account, { meeting: own?.id }), /does not meet there/)
  await assert.rejects(
    forge(other.clerk.account, {
      standing_key: '',
      due_meeting: null,
      due_from: null,
      due_until: null,
      by_hand: true,
      meeting: own?.id,
    }),
  )
  assert.deepEqual(await forge(calling.clerk.account, { title: 'Mine now' }), [])
  const plain = {
    id: newId(),
    body: other.body,
    title: 'A plan',
    purpose: 'decision',
    state: 'accepted',
    nominated_at: doer.now,
    meeting: id,
  }
  const byOther = doerAt(other.clerk.account, NOW)
  await assert.rejects(
    writeAs(needs.db, byOther, (tx) => tx.insertInto('meetings.plan_item').values(plain).execute()),
    /does not meet there/,
  )
  const [elsewhere] = await ownerDb
    .insertInto('meetings.plan_item')
    .values({ ...plain, meeting: null })
    .returning('id')
    .execute()
  const [content] = await ownerDb
    .selectFrom('meetings.item_content')
    .select('item')
    .where('plan_item', '=', first?.id ?? '')
    .execute()
  const grasp = writeAs(needs.db, doer, (tx) =>
    tx
      .updateTable('meetings.item_content')
      .set({ plan_item: elsewhere?.id })
      .where('item', '=', content?.item ?? '')
      .execute(),
  )
  await assert.rejects(grasp, /not of this meeting/)
  const seenBy = (account: typeof calling.clerk.account) =>
    readAs(needs.db, doerAt(account, NOW), (reader) =>
      reader.selectFrom('meetings.plan_item').select('id').where('body', '=', other.body).execute(),
    )
  assert.ok((await seenBy(calling.clerk.account)).length > 0)
  assert.deepEqual(await seenBy(calling.member.account), [])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#platform/database/ids.ts'
import { readAs, writeAs } from '#platform/database/session.ts'
import { readWithPdfJs } from '#platform/documents/pdf/testing/readers.ts'
import { buildBoard } from '#test/support/board.ts'
import { publishMeeting } from './commands/publish/publish-pack.ts'
import { findComplianceFacts } from './queries/compliance.ts'
import { doerAt, exemptInput, itemInput, value, versionOf } from './testing/arrange.ts'
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

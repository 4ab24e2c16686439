import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#platform/database/ids.ts'
import { readAs, writeAs } from '#platform/database/session.ts'
import { createMeeting } from './commands/meeting/create-meeting.ts'
import { findComplianceFacts, findComplianceFactsOf } from './queries/compliance.ts'
import { findRegister } from './queries/register.ts'
import { doerAt, meetingInput, value } from './testing/arrange.ts'
import { countStatements } from './testing/count-statements.ts'
import { openJoint, time } from './testing/joint-scene.ts'
import { decisionFields } from './testing/record-scene.ts'

const scene = await openJoint()
const { needs, ownerDb, board, at, day, other, both, agree, joint, ofOther, presentOfOther, sitting, decisionsAt } = scene

test('M1: a board meets where another called it once its own clerk has agreed, and nobody else agrees for it', async () => {
  const { id } = await joint(false)
  const clerk = at(board.clerk.account, time('09:00'))
  assert.match((await clerk.get(`/meetings/${id}`)).text, /asked, has not agreed yet/)
  assert.doesNotMatch((await clerk.get(`/meetings/${id}/attendance`)).text, new RegExp(ofOther(1)))
  assert.equal((await agree(id, board.clerk.account, other.slug)).status, 403)
  assert.equal((await agree(id, other.chair.account, other.slug)).status, 403)
  const byCaller = doerAt(board.clerk.account, time('09:00'))
  const forge = (values: { readonly agreed_at: Temporal.Instant; readonly agreed_by: string }) =>
    writeAs(needs.db, byCaller, (tx) => tx.updateTable('meetings.joint_body').set(values).where('meeting', '=', id).execute())
  await assert.rejects(forge({ agreed_at: Temporal.Now.instant(), agreed_by: board.clerk.account }), /agrees by its own clerk/)
  await assert.rejects(
    writeAs(needs.db, byCaller, (tx) =>
      tx
        .updateTable('meetings.meeting')
        .set({ joint: [other.body] })
        .where('id', '=', id)
        .execute(),
    ),
    /kept by their agreement/,
  )
  const theirs = await at(other.clerk.account, time('09:00')).get(`/meetings/${id}`)
  assert.match(theirs.text, /Agree that/)
  assert.equal((await agree(id, other.clerk.account, other.slug)).status, 303)
  assert.equal((await agree(id, other.clerk.account, other.slug)).status, 303)
  assert.match((await clerk.get(`/meetings/${id}/attendance`)).text, new RegExp(ofOther(1)))
  // A board that was not asked is not at the table.
  const stranger = at(board.clerk.account, time('09:00'))
  assert.equal((await stranger.post(`/boards/${board.slug}/joint-meetings/${id}`, { agrees: 'yes' })).status, 422)
})

test('M1: whoever calls as the clerk of both boards has agreed for both', async () => {
  await ownerDb
    .insertInto('governance.office')
    .values({
      id: newId(),
      body: other.body,
      role: 'clerk',
      person: board.clerk.person,
      basis: 'appointed',
      starts_on: Temporal.PlainDate.from('2013-01-01'),
      ends_on: Temporal.PlainDate.from('2013-11-01'),
    })
    .execute()
  const doer = doerAt(board.clerk.account, '2013-10-01T10:00:00Z')
  const { id } = value(await createMeeting(needs, doer, board.body, meetingInput('2014-05-12', { jointBodies: [other.body] })))
  const row = await ownerDb.selectFrom('meetings.meeting').select('joint').where('id', '=', id).executeTakeFirstOrThrow()
  assert.deepEqual(row.joint, [other.body])
})

test('M8, G6: each board has its own roll and quorum, and whoever sits on both is recorded once and counts on both', async () => {
  const { id } = await joint()
  const clerk = at(board.clerk.account, time('14:01'))
  assert.equal((await clerk.post(`/meetings/${id}/attendance/start`)).status, 303)
  const form = await clerk.get(`/meetings/${id}/attendance`)
  assert.match(form.text, /As recorded above/)
  const fields = { mark: '', ...scene.present(0, 1, 2), ...presentOfOther(1), status_chair: 'present', chairWho: 'chair' }
  const saved = await clerk.post(`/meetings/${id}/attendance`, { ...fields, [`status_${ofOther(2)}`]: 'apologies' })
  assert.equal(saved.status, 303, saved.text.slice(0, 300))
  const stays = await ownerDb.selectFrom('meetings.attendance').select('person').where('meeting', '=', id).execute()
  assert.equal(stays.filter(({ person }) => person === both?.person).length, 1)
  // Two of the other board are there, one of them on the first board's line: three are needed.
  const page = (await clerk.get(`/meetings/${id}/attendance`)).text
  assert.match(page, /Quorum of each board/)
  assert.match(page, /Not quorate/)
  const live = (await clerk.get(`/meetings/${id}/live`)).text
  assert.match(live, new RegExp(`live-quorum-${other.body}`))
  assert.match(live, /Not quorate/)
  // One more of the other board comes by their own hand: it is quorate, and the first board is as it was.
  const third = other.seats[3]
  const came = await at(third?.account, time('14:05')).post(`/meetings/${id}/live/move`, {
    entry: newId(),
    line: ofOther(3),
    movement: 'arrive',
  })
  assert.equal(came.status, 303, came.text.slice(0, 400))
  assert.doesNotMatch((await clerk.get(`/meetings/${id}/live`)).text, /Not quorate/)
  // Whoever sits on both goes once, and both boards notice.
  const left = await at(both?.account, time('14:10')).post(`/meetings/${id}/live/move`, {
    entry: newId(),
    line: ofOther(0),
    movement: 'leave',
  })
  assert.equal(left.status, 303, left.text.slice(0, 400))
  const later = at(board.clerk.account, time('14:15'))
  assert.match((await later.get(`/meetings/${id}/live`)).text, /Not quorate/)
  assert.match((await later.get(`/meetings/${id}/attendance`)).text, /from 2\.10pm/)
  assert.equal((await agree(id, other.clerk.account, other.slug, '')).status, 422)
  const gone = () =>
    writeAs(needs.db, doerAt(board.clerk.account, time('14:20')), (tx) =>
      tx.deleteFrom('meetings.joint_body').where('meeting', '=', id).execute(),
    )
  await assert.rejects(gone(), /recorded here/)
})

test('M9: the minutes of a joint meeting name both rolls and both verdicts', async () => {
  const { id } = await joint()
  const clerk = at(board.clerk.account, time('14:01'))
  await clerk.post(`/meetings/${id}/attendance/start`)
  await clerk.post(`/meetings/${id}/attendance`, {
    mark: '',
    ...scene.present(0, 1, 2),
    ...presentOfOther(1, 2),
    status_chair: 'present',
    chairWho: 'chair',
  })
  await clerk.post(`/meetings/${id}/attendance/end`)
  const drafted = await clerk.post(`/meetings/${id}/minutes/draft`)
  assert.ok([200, 303].includes(drafted.status), drafted.text.slice(0, 200))
  const sections = await ownerDb
    .selectFrom('meetings.minutes_section')
    .select('tree')
    .where('meeting', '=', id)
    .orderBy('position')
    .execute()
  const words = JSON.stringify(sections.map(({ tree }) => tree))
  for (const name of [board.name, other.name]) assert.match(words, new RegExp(`Present: ${name}`))
  assert.equal(words.match(/Quorum: /g)?.length, 2)
})

test('M9, G6: a decision is of one board or of each for itself, and a board that is not quorate decides nothing', async () => {
  // Three of the first board, one of whom sits on the other; with one more of the other it has two of the three that it needs.
  const { id, items } = await sitting([0, 1, 2], [1])
  const clerk = at(board.clerk.account, time('14:20'))
  const decide = (ofBody: string, more: Record<string, string> = {}) =>
    clerk.post(`/meetings/${id}/decisions/new`, decisionFields({ type: 'note', item: items[1] ?? '', ofBody, ...more }))
  const unsaid = await decide('')
  assert.equal(unsaid.status, 422)
  assert.match(unsaid.text, /Choose whose decision it is/)
  for (const refused of [other.body, 'each']) {
    const answer = await decide(refused)
    assert.equal(answer.status, 422)
    assert.match(answer.text, /quorate/)
  }
  assert.deepEqual(await decisionsAt(id), [])
  assert.equal((await decide(newId())).status, 422)
  const own = await decide(board.body)
  assert.equal(own.status, 303, own.text.match(/govuk-error-summary.*?<\/div>/s)?.[0] ?? '')
  // Once the third of the other board is there, both decide: two decisions, each with the number and the quorum of its own board.
  const third = other.seats[3]
  await at(third?.account, time('14:21')).post(`/meetings/${id}/live/move`, { entry: newId(), line: ofOther(3), movement: 'arrive' })
  const later = at(board.clerk.account, time('14:30'))
  const votes = await later.post(
    `/meetings/${id}/decisions/new`,
    decisionFields({ ofBody: 'each', method: 'show_of_hands', votesFor: '3', item: items[1] ?? '' }),
  )
  assert.match(votes.text, /counted board by board/)
  assert.equal((await later.post(`/meetings/${id}/decisions/new`, decisionFields({ ofBody: 'each', item: items[1] ?? '' }))).status, 303)
  const made = await decisionsAt(id)
  assert.deepEqual(
    made.map(({ of_body: of }) => of),
    [board.body, board.body, other.body],
  )
  const counted = (row: (typeof made)[number]) =>
    (row.quorum as { input: { seats: readonly { key: string }[] } }).input.seats.map(({ key }) => key.split('/')[0])
  assert.ok(made[2] && counted(made[2]).includes(other.seats[1]?.seat))
  assert.ok(made[1] && !counted(made[1]).includes(other.seats[1]?.seat))
  const listed = async (slug: string) => (await at(undefined, time('15:00')).get(`/boards/${slug}/decisions`)).text
  await ownerDb.updateTable('meetings.decision').set({ sight: 'public' }).where('meeting', '=', id).execute()
  assert.equal((await listed(other.slug)).match(/\/decisions\/[0-9a-f]{8}-/g)?.length, 1)
  assert.match(await listed(other.slug), new RegExp(made[2]?.id ?? 'none'))
  assert.doesNotMatch(await listed(board.slug), new RegExp(made[2]?.id ?? 'none'))
  // The database holds the line, too, whoever writes.
  const strange = () =>
    writeAs(needs.db, doerAt(board.clerk.account, time('14:40')), (tx) =>
      tx.updateTable('meetings.decision').set({ of_body: newId() }).where('meeting', '=', id).execute(),
    )
  await assert.rejects(strange(), /does not meet here/)
})

test('G9: a motion of both boards is voted on by each for itself, in its own places, and whoever sits on both votes in both', async () => {
  const { id, items } = await sitting([0, 1, 2], [1, 3])
  const clerk = at(board.clerk.account, time('14:20'))
  const act = (name: string, fields: Record<string, string>, who = clerk) =>
    who.post(`/meetings/${id}/live/motions/${name}`, { entry: newId(), ...fields })
  const put = await act('put', {
    ofBody: 'each',
    item: items[1] ?? '',
    text: 'That both boards share one plan.',
    type: 'resolve',
    matter: 'neither',
    proposer: both?.person ?? '',
  })
  assert.equal(put.status, 303, put.text.match(/gt-live-refusal.*?<\/div>/s)?.[0] ?? '')
  const motions = await ownerDb.selectFrom('meetings.motion').selectAll().where('meeting', '=', id).orderBy('number').execute()
  assert.deepEqual(
    motions.map(({ of_body: of, proposer }) => [of, proposer]),
    [
      [board.body, both?.person],
      [other.body, both?.person],
    ],
  )
  const [first, second] = motions
  const vote = (motion: string, account: Parameters<typeof at>[0], choice: string, clock = '14:22') =>
    act('vote', { motion, choice }, at(account, time(clock)))
  assert.equal((await act('open', { motion: first?.id ?? '' })).status, 303)
  assert.equal((await vote(first?.id ?? '', both?.account, 'for')).status, 303)
  assert.equal((await vote(first?.id ?? '', board.seats[0]?.account, 'for')).status, 303)
  assert.notEqual((await vote(first?.id ?? '', other.seats[1]?.account, 'against')).status, 303)
  const forged = () =>
    writeAs(needs.db, doerAt(other.seats[1]?.account ?? board.clerk.account, time('14:22')), (tx) =>
      tx
        .insertInto('meetings.vote')
        .values({
          ...{
            id: newId(),
            motion: first?.id ?? '',
            meeting: id,
            body: board.body,
            sight: 'members',
            category: 'public',
            choice: 'against',
          },
          ...{ seat: other.seats[1]?.seat ?? '', place: 1, person: other.seats[1]?.person ?? '', name: 'x' },
          ...{ at: Temporal.Instant.from(time('14:22')), actor: other.seats[1]?.account ?? board.clerk.account },
        })
        .execute(),
    )
  await assert.rejects(forged(), /no voting place/)
  assert.equal((await act('close', { motion: first?.id ?? '' }, at(board.clerk.account, time('14:24')))).status, 303)
  const after = at(board.clerk.account, time('14:26'))
  assert.equal((await act('open', { motion: second?.id ?? '' }, after)).status, 303)
  for (const [account, choice] of [
    [both?.account, 'against'],
    [other.seats[1]?.account, 'against'],
    [other.seats[3]?.account, 'for'],
  ] as const)
    assert.equal((await vote(second?.id ?? '', account, choice, '14:28')).status, 303)
  assert.notEqual((await vote(second?.id ?? '', board.seats[0]?.account, 'for', '14:28')).status, 303)
  assert.equal((await act('close', { motion: second?.id ?? '' }, at(board.clerk.account, time('14:30')))).status, 303)
  const settled = await ownerDb
    .selectFrom('meetings.motion')
    .select(['state', 'votes_for', 'votes_against', 'did_not_vote'])
    .where('meeting', '=', id)
    .orderBy('number')
    .execute()
  assert.deepEqual(settled, [
    { state: 'carried', votes_for: 2, votes_against: 0, did_not_vote: 1 },
    { state: 'lost', votes_for: 1, votes_against: 2, did_not_vote: 0 },
  ])
  assert.deepEqual(
    (await decisionsAt(id)).map(({ of_body: of }) => of),
    [board.body],
  )
})

test('G12, G17: a joint meeting counts in the register and the compliance of each board at the table', async () => {
  const { id } = await sitting([0, 1, 2], [1, 3])
  assert.equal((await at(board.clerk.account, time('15:30')).post(`/meetings/${id}/attendance/end`)).status, 303)
  const [ours, theirs] = await readAs(needs.db, doerAt(other.clerk.account, '2014-03-10T10:00:00Z'), (reader) =>
    Promise.all(
      [board, other].map((body) =>
        findRegister(reader, { id: body.body }, Temporal.PlainDate.from(day), Temporal.PlainDate.from('2014-03-10')),
      ),
    ),
  )
  const attended = (register: typeof ours, person: string | undefined) => {
    const entry = register?.entries.find(({ member }) => member.person.id === person)
    return entry?.rate.state === 'counted' ? entry.rate.person.attended : undefined
  }
  assert.ok((attended(ours, both?.person) ?? 0) > 0)
  assert.equal(attended(ours, both?.person), attended(theirs, both?.person))
  assert.ok((attended(theirs, other.seats[3]?.person) ?? 0) > (attended(theirs, other.seats[4]?.person) ?? -1))
  const facts = await readAs(needs.db, doerAt(other.clerk.account, '2014-03-10T10:00:00Z'), (reader) =>
    findComplianceFacts(
      reader,
      { actor: other.clerk.account, today: Temporal.PlainDate.from('2014-03-10'), now: Temporal.Instant.from('2014-03-10T10:00:00Z') },
      { id: other.body },
    ),
  )
  assert.equal(facts?.meetings.find((one) => one.id === id)?.quorum?.atStart, 'quorate')
})

test('G17, X6: compliance asks the database no more for three joint meetings than for two, nor for two boards at them than for one', async () => {
  const acting = doerAt(board.clerk.account, '2014-03-10T10:00:00Z')
  const askedOf = (...bodies: string[]) =>
    countStatements(() => readAs(needs.db, acting, (reader) => findComplianceFactsOf(reader, acting, bodies)))
  const before = await askedOf(board.body, other.body)
  await sitting([0, 1], [1])
  assert.equal(await askedOf(board.body, other.body), before)
  assert.ok(before <= 50, `${before} statements`)
  // Who sat on the other board is read for its table; with both boards it is read once.
  const alone = await askedOf(board.body)
  assert.ok(alone <= before + 4, `${alone} statements instead of ${before}`)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { createMeeting } from '#meetings/commands/meeting/create-meeting.ts'
import { doerAt, meetingInput, value } from '#meetings/testing/arrange.ts'
import { type ActorId, readAs, writeAs } from '#platform/database/session.ts'
import { Forbidden, NotFound } from '#platform/refusals.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import { addPerson, buildBoard } from '#test/support/board.ts'
import { openHouse } from '#test/support/house.ts'
import { bringBackWhatIsOpen } from './commands/bring-back.ts'
import { addChallenge, closeChallenge, recordImpact, respondToChallenge, setChallengeMilestone } from './commands/challenge.ts'
import { answerLetter, escalate, sendLetter } from './commands/escalate.ts'
import { closeRecommendation, reopenRecommendation, respond, setMilestone } from './commands/recommendation.ts'
import { addAction, addNote, progressAction } from './commands/recommendation-work.ts'
import { addPart, addReview, reportReview, showReview, takeBackReview } from './commands/review.ts'
import { addReviewRecommendation, referReview } from './commands/review-recommendations.ts'
import { letterPdf } from './letter-document.ts'
import { findChallenge } from './queries/challenges.ts'
import { findRecommendation, listRecommendations } from './queries/recommendations.ts'
import { findReview } from './queries/reviews.ts'

const house = await openHouse(Temporal.Instant.from('2014-02-14T10:00:00Z'))
const { needs, ownerDb } = house
const board = await buildBoard(ownerDb, 'strategic-partnership')
const at = (account: ActorId, instant = '2014-02-14T10:00:00Z'): Doer => doerAt(account, instant)
const clerk = at(board.clerk.account)
const today = clerk.today
const day = (iso: string) => Temporal.PlainDate.from(iso)
const owner = await addPerson(ownerDb, 'Olu Owner')
const as = <T>(
  doer: { readonly actor: ActorId | undefined; readonly now: Temporal.Instant; readonly today: Temporal.PlainDate },
  id: string,
  find: (reader: never, id: string, today: Temporal.PlainDate) => Promise<T>,
) => readAs(needs.db, doer, (reader) => find(reader as never, id, today))
const visitor = { ...clerk, actor: undefined }
const codeOf = (result: { readonly ok: boolean; readonly problems?: readonly { readonly code: string }[] }) => result.problems?.[0]?.code

const reviewInput = {
  ...{ kind: 'learning' as const, title: 'When a family moves', scope: 'Handovers', outcomesSought: undefined, askedBy: 'The partners' },
  ...{ announcedOn: day('2013-11-01'), lead: undefined, parentBody: undefined, aboutChildren: false },
}
const part = { heading: undefined, organisation: undefined, onDay: undefined, text: 'A finding.' }

test('S1, P7: a review from its findings to its recommendations, which stay open until their impact is shown', async () => {
  const id = value(await addReview(needs, clerk, board.body, reviewInput))
  for (const text of ['One', 'Two', 'Three']) value(await addPart(needs, clerk, id, 'finding', { ...part, text }))
  const ten = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J']
  const input = { text: 'That it is done.', addressee: undefined, addresseeOffice: 'The Executive', owner: owner.person }
  assert.equal(codeOf(await addReviewRecommendation(needs, clerk, id, { ...input, reference: 'A', restsOn: [1, 4] })), 'no-such-paragraph')
  for (const reference of ten) value(await addReviewRecommendation(needs, clerk, id, { ...input, reference, restsOn: [1, 3] }))
  assert.equal(codeOf(await addReviewRecommendation(needs, clerk, id, { ...input, reference: 'A', restsOn: [] })), 'letter-taken')
  await assert.rejects(as(visitor, id, findReview), NotFound, 'a draft is for those who prepare it')
  await assert.rejects(as(at(board.member.account), id, findReview), NotFound)
  assert.equal(
    codeOf(
      await referReview(needs, clerk, id, {
        referredOn: today,
        referredTo: 'The Executive',
        rule: undefined,
        milestoneOn: undefined,
        version: 1,
      }),
    ),
    'not-reported',
  )
  value(await reportReview(needs, clerk, id, { reportedOn: day('2014-01-10'), meeting: undefined, version: 1 }))
  const rule = '018f0126-0000-7000-8000-000000000001'
  value(
    await referReview(needs, clerk, id, {
      referredOn: day('2014-01-15'),
      referredTo: 'The Executive',
      rule,
      milestoneOn: day('2014-03-10'),
      version: 2,
    }),
  )
  // A child could be known from a learning review: nobody publishes it unchecked, in the application or past it.
  assert.equal(codeOf(await showReview(needs, clerk, id, { sight: 'public', checked: false, version: 3 })), 'anonymity-unchecked')
  await assert.rejects(
    sql`update assurance.review set sight = 'public', published_on = now() where id = ${id}::uuid`.execute(ownerDb),
    /violates check constraint/,
  )
  value(await showReview(needs, clerk, id, { sight: 'public', checked: true, version: 3 }))
  const list = await readAs(needs.db, visitor, (reader) => listRecommendations(reader, { review: id }, today))
  assert.deepEqual(
    list.map(({ reference }) => reference),
    ten,
  )
  assert.deepEqual(
    [...new Set(list.map(({ responseDueOn }) => responseDueOn?.toString()))],
    ['2014-03-14'],
    'two months beginning with the day of receipt',
  )
  assert.equal(codeOf(await addPart(needs, clerk, id, 'finding', part)), 'take-back-first', 'what everybody reads was checked as it is')
  value(await takeBackReview(needs, clerk, id, { reason: 'A street was named', version: 4 }))
  await assert.rejects(as(visitor, id, findReview), NotFound)
  assert.deepEqual(await readAs(needs.db, visitor, (reader) => listRecommendations(reader, { review: id }, today)), [])
})

test('P7: whoever answers accepts a part with a reason, acts, shows the impact; the board closes it and it stays', async () => {
  const [one] = await readAs(needs.db, clerk, (reader) => listRecommendations(reader, { body: board.body }, today))
  assert.ok(one)
  const lead = at(owner.account)
  const answer = { response: 'part' as const, reason: undefined, respondedOn: today, version: one.version }
  await assert.rejects(respond(needs, at(board.member.account), one.id, answer), Forbidden)
  await assert.rejects(respond(needs, at(board.author.account), one.id, answer), NotFound)
  assert.equal(codeOf(await respond(needs, lead, one.id, answer)), 'reason-needed')
  const told = () => sql<{ says: string[] }>`select says from assurance.thread_node where id = ${one.id}`.execute(ownerDb)
  assert.ok(!(await told()).rows[0]?.says.includes('responded'), 'T3: the gap of a response is open')
  value(await respond(needs, lead, one.id, { ...answer, reason: 'Not the third paragraph.' }))
  assert.ok((await told()).rows[0]?.says.includes('responded'), 'T3: a response closes the gap of a response')
  const now = () => as(lead, one.id, findRecommendation)
  assert.equal((await now()).state, 'unplanned')
  value(await addAction(needs, lead, one.id, { text: 'Do it', lead: 'Head of service', dueOn: day('2014-02-20') }))
  await assert.rejects(
    closeRecommendation(needs, lead, one.id, { because: 'Done', decision: undefined, closedOn: today, version: (await now()).version }),
    Forbidden,
  )
  const close = async () =>
    closeRecommendation(needs, clerk, one.id, { because: 'Shown', decision: undefined, closedOn: today, version: (await now()).version })
  assert.equal(codeOf(await close()), 'actions-open')
  const [action] = (await now()).actions
  value(
    await progressAction(needs, lead, one.id, action?.id ?? '', { progress: 'Done', dueOn: day('2014-02-20'), doneOn: today, version: 1 }),
  )
  assert.equal((await now()).state, 'impact-due')
  assert.equal(codeOf(await close()), 'no-impact')
  // Past the application: the database keeps it open, and lets the lead write the answer alone.
  await assert.rejects(
    writeAs(needs.db, clerk, (tx) =>
      sql`update assurance.recommendation set closed_on = '2014-02-14', closed_because = 'x' where id = ${one.id}::uuid`.execute(tx),
    ),
    /stays open until impact/,
  )
  await assert.rejects(
    writeAs(needs.db, lead, (tx) =>
      sql`update assurance.recommendation set text = 'Something easier' where id = ${one.id}::uuid`.execute(tx),
    ),
    /writes the answer alone/,
  )
  assert.equal(
    codeOf(await addNote(needs, lead, one.id, { kind: 'impact', text: 'Fewer wait', evidence: undefined, onDay: today })),
    'evidence-needed',
  )
  value(await addNote(needs, lead, one.id, { kind: 'impact', text: 'Fewer wait', evidence: 'From 31 to 9 a week', onDay: today }))
  value(await close())
  assert.equal((await now()).state, 'closed')
  assert.equal(
    codeOf(await respond(needs, clerk, one.id, { ...answer, response: 'accept', version: (await now()).version })),
    'closed-already',
  )
})

test('P7, S1: a closed recommendation is opened again with a reason; what its closing said is kept, and an older impact closes it no more', async () => {
  const list = await readAs(needs.db, clerk, (reader) => listRecommendations(reader, { body: board.body }, today))
  const one = list.find(({ state }) => state === 'closed')
  assert.ok(one)
  const later = at(board.clerk.account, '2014-02-24T10:00:00Z')
  const again = { because: 'The waits have grown again', version: one.version }
  await assert.rejects(reopenRecommendation(needs, at(owner.account), one.id, again), Forbidden)
  await assert.rejects(
    writeAs(needs.db, later, (tx) =>
      sql`update assurance.recommendation set closed_on = null, closed_because = '', closing_decision = null where id = ${one.id}::uuid`.execute(
        tx,
      ),
    ),
    /with a reason/,
  )
  value(await reopenRecommendation(needs, later, one.id, again))
  const now = () => as(later, one.id, findRecommendation)
  const { state, closings, version } = await now()
  assert.equal(state, 'impact-due')
  assert.deepEqual(
    closings.map(({ because, why, closedOn, reopenedOn }) => [because, why, closedOn.toString(), reopenedOn.toString()]),
    [['Shown', 'The waits have grown again', '2014-02-14', '2014-02-24']],
  )
  assert.equal(codeOf(await reopenRecommendation(needs, later, one.id, { ...again, version })), 'not-closed')
  const closing = { because: 'Shown anew', decision: undefined, closedOn: later.today, version }
  assert.equal(codeOf(await closeRecommendation(needs, later, one.id, closing)), 'no-impact')
  await assert.rejects(
    writeAs(needs.db, later, (tx) =>
      sql`update assurance.recommendation set closings = '[]', reopened_because = 'x' where id = ${one.id}::uuid`.execute(tx),
    ),
    /closings said stays/,
  )
  const last = at(board.clerk.account, '2014-02-26T10:00:00Z')
  value(await addNote(needs, last, one.id, { kind: 'impact', text: 'Fewer wait', evidence: 'From 31 to 6', onDay: last.today }))
  value(await closeRecommendation(needs, last, one.id, { ...closing, closedOn: last.today, version: (await now()).version }))
  assert.equal((await now()).closings.length, 1)
})

test('P7, P8: what is open comes back to its board by itself, once a milestone, and never as a draft', async () => {
  const open = (await readAs(needs.db, clerk, (reader) => listRecommendations(reader, { body: board.body }, today))).filter(
    ({ closedOn }) => closedOn === undefined,
  )
  const placed = () =>
    ownerDb.selectFrom('meetings.plan_item').selectAll().where('body', '=', board.body).where('title', 'like', 'Recommendation %').execute()
  assert.equal(await bringBackWhatIsOpen(needs, clerk.now), 0, 'no meeting is planned yet')
  const { id: meeting } = value(await createMeeting(needs, clerk, board.body, meetingInput('2014-03-20')))
  assert.equal(await bringBackWhatIsOpen(needs, clerk.now), open.length)
  assert.equal(await bringBackWhatIsOpen(needs, clerk.now), 0, 'once for each milestone')
  const items = await placed()
  assert.deepEqual([items.length, new Set(items.map((item) => item.meeting))], [9, new Set([meeting])])
  assert.ok(items.every(({ sight, state }) => sight === 'members' && state === 'accepted'))
  // After the meeting it is still open: the next milestone is set, three months on.
  const later = at(board.clerk.account, '2014-03-21T10:00:00Z')
  await bringBackWhatIsOpen(needs, later.now)
  const moved = await readAs(needs.db, later, (reader) => findRecommendation(reader, open[0]?.id ?? '', later.today))
  assert.equal(moved.milestoneOn?.toString(), '2014-06-10')
  assert.equal(
    codeOf(await setMilestone(needs, later, moved.id, { milestoneOn: day('2014-03-01'), everyMonths: 3, version: moved.version })),
    'day-past',
  )
})

test('P8: a challenge goes up the ladder letter by letter, and is closed by its impact alone', async () => {
  const input = {
    ...{ title: 'No date', text: 'Families wait.', raisedBy: 'The forum', meeting: undefined, addressee: undefined },
    ...{ addresseeOffice: 'Clinical lead', owner: owner.person, raisedOn: day('2014-01-06'), milestoneOn: undefined },
  }
  const id = value(await addChallenge(needs, clerk, board.body, input))
  const second = value(await addChallenge(needs, clerk, board.body, { ...input, title: 'Another' }))
  const now = (doer: Doer = clerk) => as(doer, id, findChallenge)
  assert.deepEqual([(await now()).number, (await as(clerk, second, findChallenge)).number], [1, 2])
  await assert.rejects(as(visitor, id, findChallenge), NotFound)
  assert.equal(value(await escalate(needs, clerk, id, 1)), 1)
  assert.equal(codeOf(await escalate(needs, clerk, id, 1)), 'letter-unsent-before')
  assert.equal((await now(at(board.member.account))).steps.length, 0, 'a drafted letter is for those who prepare it')
  assert.match((await now()).steps[0]?.letter?.text ?? '', /Challenge 1, No date, was raised on 6 January 2014.*28 February 2014/s)
  const sending = { sentTo: 'The manager', sentHow: 'e-mail' as const, email: 'manager@example.org', sentOn: today, version: 1 }
  value(await sendLetter(needs, clerk, id, 1, sending, new TextEncoder().encode('%PDF')))
  assert.equal(codeOf(await sendLetter(needs, clerk, id, 1, sending, undefined)), 'letter-sent-already')
  const mail = await ownerDb.selectFrom('platform.mail_delivery').selectAll().where('about_id', '=', id).execute()
  assert.deepEqual(
    mail.map(({ recipient }) => recipient),
    ['manager@example.org'],
  )
  assert.equal((await now(at(board.member.account))).steps[0]?.letter?.sentTo, 'The manager, manager@example.org')
  assert.equal((await now(at(owner.account))).steps[0]?.letter, undefined, 'letters stay with the board')
  assert.equal((await now()).steps[0]?.answerDueOn?.toString(), '2014-02-28', 'ten working days')
  assert.equal(codeOf(await escalate(needs, clerk, id, (await now()).version)), 'step-not-due')
  const [sent, step] = [await now(), (await now()).steps[0]]
  assert.ok(step)
  const printed = await letterPdf(sent, step, {
    partnership: 'Northbrook',
    logo: undefined,
    madeAt: clerk.now,
    open: (document) => needs.documents.open(document),
  })
  assert.match(Buffer.from(printed).toString('latin1'), /^%PDF-1\.7[\s\S]*pdfuaid:part/, 'the letter is an accessible PDF')
  const later = at(board.clerk.account, '2014-03-03T10:00:00Z')
  assert.equal(value(await escalate(needs, later, id, (await now()).version)), 2)
  value(await sendLetter(needs, later, id, 2, { ...sending, sentHow: 'post', email: undefined, sentOn: later.today }, undefined))
  value(await answerLetter(needs, later, id, 2, { answer: 'It will be done', answeredOn: later.today, version: 2 }))
  value(
    await respondToChallenge(needs, at(owner.account, '2014-03-03T10:00:00Z'), id, {
      response: 'In May.',
      respondedOn: later.today,
      version: (await now()).version,
    }),
  )
  const close = async () => closeChallenge(needs, later, id, { closedOn: later.today, meeting: undefined, version: (await now()).version })
  assert.equal(codeOf(await close()), 'no-impact-yet', 'an answer does not close it')
  await assert.rejects(
    sql`update assurance.challenge set closed_on = now() where id = ${id}::uuid`.execute(ownerDb),
    /violates check constraint/,
  )
  value(await setChallengeMilestone(needs, later, id, { milestoneOn: day('2014-03-10'), everyMonths: 3, version: (await now()).version }))
  const back = await ownerDb.selectFrom('assurance.came_back').select('plan_item').where('subject', '=', id).execute()
  assert.equal(back.length, 1)
  value(
    await recordImpact(needs, later, id, {
      impact: 'A date is set',
      evidence: 'Published',
      impactOn: later.today,
      version: (await now()).version,
    }),
  )
  value(await close())
  assert.equal(codeOf(await close()), 'closed-already')
})

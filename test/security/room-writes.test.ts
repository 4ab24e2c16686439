import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type RawBuilder, sql } from 'kysely'
import { itemInput } from '#meetings/testing/arrange.ts'
import { decisionFields } from '#meetings/testing/record-scene.ts'
import { openVotes } from '#meetings/testing/votes-scene.ts'
import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { newId } from '#platform/database/ids.ts'
import { type ActorId, type Writer, writeAs } from '#platform/database/session.ts'

// What somebody in the room could write past every command: with SQL of their own as the serving role, and with a phone whose clock lies.
const { needs, ownerDb, board, at, running, live, field, put } = await openVotes()
const [council, police, , , voluntary] = board.seats
const DAY = '2014-05-12'
const time = (clock: string) => `${DAY}T${clock}:00Z`
const { id, items } = await running(DAY, [itemInput('Clinic')], [0, 1, 2, 3])
const clerk = at(board.clerk.account, time('13:30'))
assert.equal((await clerk.post(live(id, 'item'), { item: items[0] ?? '' })).status, 303)
const agreed = await clerk.post(live(id, 'decision'), decisionFields({ item: items[0] ?? '', type: 'note' }))
assert.equal(agreed.status, 303, agreed.text.match(/error-summary.*?<\/ul>/s)?.[0] ?? '')

const acting = (actor: ActorId | undefined) => ({
  actor,
  today: Temporal.PlainDate.from(DAY),
  now: Temporal.Instant.from(time('14:00')),
})
const as = <T>(actor: ActorId | undefined, work: (tx: Writer) => Promise<T>) => writeAs(needs.db, acting(actor), work)
async function refused(actor: ActorId | undefined, statement: RawBuilder<unknown>): Promise<void> {
  let touched = 0n
  try {
    touched = await as(actor, async (tx) => (await statement.execute(tx)).numAffectedRows ?? 0n)
  } catch (error) {
    assert.match((error as { code?: string }).code ?? '', /^(42501|23503|23514)$/, (error as Error).message)
    return
  }
  assert.equal(touched, 0n)
}

interface Stay {
  readonly seat?: string | null
  readonly name?: string
  readonly from?: string | null
}
const come = (
  more: Stay,
) => sql`insert into meetings.attendance (id, meeting, body, sight, person, name, seat, place, deputy, mode, capacity, arrived_at)
  values (${newId()}, ${id}, ${board.body}, 'members', ${voluntary?.person ?? ''}, ${more.name ?? nameOfVoluntary},
    ${more.seat === undefined ? (voluntary?.seat ?? '') : more.seat}::uuid, ${more.seat === null ? null : 1}, false, 'in_room', '',
    ${more.from === undefined ? time('13:45') : more.from}::timestamptz)`
const { name: nameOfVoluntary } = await ownerDb
  .selectFrom('governance.person')
  .select('name')
  .where('id', '=', voluntary?.person ?? '')
  .executeTakeFirstOrThrow()

test('G6: a member comes in their own place and name, and not before what was counted', async () => {
  await refused(voluntary?.account, come({ seat: police?.seat ?? '' }))
  await refused(voluntary?.account, come({ name: 'Somebody else' }))
  await refused(voluntary?.account, come({ from: time('13:10') }))
  await refused(voluntary?.account, come({ from: null }))
  const gone = (to: string) =>
    sql`update meetings.attendance set left_at = ${to}::timestamptz, version = version + 1 where meeting = ${id} and person = ${police?.person ?? ''}`
  await refused(police?.account, gone(time('13:10')))
  await as(voluntary?.account, (tx) => come({}).execute(tx))
  await ownerDb
    .deleteFrom('meetings.attendance')
    .where('meeting', '=', id)
    .where('person', '=', voluntary?.person ?? '')
    .execute()
})

test('G6: a phone that says an hour ago does not bring its owner into a decision that was taken, or out of it', async () => {
  const hourAgo = { written: '0', clock: '3600000' }
  const stay = (person: string | undefined) =>
    ownerDb
      .selectFrom('meetings.attendance')
      .select(['arrived_at', 'left_at'])
      .where('meeting', '=', id)
      .where('person', '=', person ?? '')
      .executeTakeFirst()
  const decided = Temporal.Instant.from(time('13:30'))
  const moves = { [voluntary?.account ?? '']: [4, 'arrive'], [police?.account ?? '']: [1, 'leave'] } as const
  for (const [account, [seat, movement]] of Object.entries(moves)) {
    const answer = await at(account as ActorId, time('13:50')).post(live(id, 'move'), { line: field(seat), movement, ...hourAgo })
    assert.equal(answer.status, 303, answer.text.slice(0, 200))
  }
  const [came, went] = [(await stay(voluntary?.person))?.arrived_at, (await stay(police?.person))?.left_at]
  assert.ok(came && Temporal.Instant.compare(came, decided) > 0)
  assert.ok(went && Temporal.Instant.compare(went, decided) > 0)
})

const declare = (more: { kind?: string; consequence?: string | null; from?: string | null; at?: string; ruledBy?: string }) => sql`
  insert into meetings.declared_interest (id, meeting, body, sight, item, category, person, name, kind, nature, source, consequence, decided_from,
    ruled_by, declared_at)
  values (${newId()}, ${id}, ${board.body}, 'members', ${items[0] ?? ''}, 'public', ${council?.person ?? ''}, 'x', ${more.kind ?? 'personal'}, 'n', 'declared',
    ${more.consequence ?? null}, ${more.from ?? null}, ${more.ruledBy ?? ''}, ${more.at ?? time('13:40')}::timestamptz)`

test('G13: nobody writes themselves a milder consequence than the terms, a dispensation or a ruling of nobody', async () => {
  const mine = (more: Parameters<typeof declare>[0]) => refused(council?.account, declare(more))
  await mine({ consequence: 'stay', from: 'terms' }) // the terms leave it to the chair
  await mine({ kind: 'pecuniary', consequence: 'stay', from: 'terms' }) // the terms silence
  await mine({ kind: 'pecuniary' })
  await mine({ consequence: 'stay', from: 'dispensation' })
  await mine({ ruledBy: 'The chair' })
  await mine({ at: time('13:10') })
  await as(council?.account, (tx) => declare({}).execute(tx))
  await as(council?.account, (tx) => declare({ kind: 'pecuniary', consequence: 'stay_silent', from: 'terms' }).execute(tx))
})

test('G13: a chair rules while in the chair, in their own name, and over the terms only to ask somebody out', async () => {
  const chair = await ownerDb
    .selectFrom('meetings.meeting_chair')
    .select('name')
    .where('meeting', '=', id)
    .where('to_at', 'is', null)
    .executeTakeFirstOrThrow()
  const rule = (kind: string, consequence: string, by = chair.name, when = time('13:50')) => sql`update meetings.declared_interest
    set consequence = ${consequence}, decided_from = 'chair', ruling = 'So ruled', ruled_by = ${by}, ruled_at = ${when}::timestamptz
    where meeting = ${id} and kind = ${kind}`
  const chairs = board.chair.account
  await refused(chairs, rule('pecuniary', 'stay'))
  await refused(chairs, rule('personal', 'leave', 'Somebody else'))
  await refused(chairs, rule('personal', 'leave', chair.name, time('13:10')))
  await as(chairs, (tx) => rule('personal', 'leave').execute(tx))
  await refused(chairs, rule('personal', 'stay')) // not at the same instant
  await refused(chairs, rule('personal', 'stay', chair.name, time('13:45')))
  const handOver = (to: string | null) =>
    sql`update meetings.meeting_chair set to_at = ${to}::timestamptz where meeting = ${id} and name = ${chair.name}`.execute(ownerDb)
  await handOver(time('13:55'))
  await refused(chairs, rule('pecuniary', 'leave'))
  await handOver(null)
  await as(chairs, (tx) => rule('pecuniary', 'leave').execute(tx))
  await refused(chairs, rule('pecuniary', 'stay', chair.name, time('13:58'))) // the terms silence
  await as(chairs, (tx) => rule('pecuniary', 'stay_silent', chair.name, time('13:58')).execute(tx))
  await as(chairs, (tx) => rule('personal', 'stay', chair.name, time('13:58')).execute(tx))
})

test('G13: rulings are kept in order and nobody changes or removes one, the clerk no more than the chair', async () => {
  const kept = () =>
    ownerDb
      .selectFrom('meetings.declared_interest')
      .select(['rulings', 'consequence'])
      .where('meeting', '=', id)
      .where('kind', '=', 'personal')
      .executeTakeFirstOrThrow()
  const { rulings, consequence } = await kept()
  const said = (rulings as readonly { readonly consequence: string; readonly words: string }[]).map((one) => one.consequence)
  assert.deepEqual([said, consequence], [['leave', 'stay'], 'stay'])
  const clerk = board.clerk.account
  const set = (what: ReturnType<typeof sql>) =>
    sql`update meetings.declared_interest set ${what} where meeting = ${id} and kind = 'personal' returning id`
  const earlier = sql`consequence = 'leave', ruled_by = 'x', ruled_at = ${time('13:56')}::timestamptz`
  await refused(clerk, set(earlier))
  await refused(clerk, set(sql`consequence = 'leave'`))
  await refused(clerk, set(sql`decided_from = 'terms', consequence = null`))
  await refused(clerk, set(sql`person = ${police?.person ?? ''}`))
  await as(clerk, (tx) => set(sql`rulings = '[]'`).execute(tx))
  await refused(board.chair.account, set(sql`rulings = '[]'`))
  assert.deepEqual((await kept()).rulings, rulings)
  await ownerDb.updateTable('meetings.meeting').set({ state: 'ended' }).where('id', '=', id).execute()
  await refused(clerk, set(sql`consequence = 'leave', ruled_by = 'x', ruled_at = ${time('13:59')}::timestamptz`))
  await ownerDb.updateTable('meetings.meeting').set({ state: 'in_progress' }).where('id', '=', id).execute()
})

test('M8: who follows from outside enters nothing, moves no count, holds no meeting and counts no changes of the full page', async () => {
  const stranger = newId() as ActorId
  const tell = (who: ActorId | undefined) =>
    as(who, (tx) => sql`select meetings.tell_parts(${id}, array['public'], array['public'])`.execute(tx))
  for (const who of [board.observer.account, stranger]) {
    await refused(
      who,
      sql`insert into meetings.entry (id, meeting, body, act, content, happened_at, entered_at, actor)
        values (${newId()}, ${id}, ${board.body}, 'item-note', '{}', now(), now(), ${who ?? ''})`,
    )
    await assert.rejects(tell(who), /only those who see all/)
    const seen = await as(who, async (tx) => ({
      held: (await sql<{ state: string | null }>`select meetings.hold_meeting(${id}) as state`.execute(tx)).rows[0]?.state,
      counted: (await sql<{ at: unknown }>`select meetings.counted_until(${id}) as at`.execute(tx)).rows[0]?.at,
      sights: (await tx.selectFrom('meetings.part_revision').select('sight').where('meeting', '=', id).execute()).map(({ sight }) => sight),
    }))
    assert.deepEqual([seen.held, seen.counted, new Set(seen.sights)], [null, null, new Set(['public'])])
  }
  await assert.rejects(tell(undefined), /only those who see all/)
})

test('M13: a member forges no answer, no refusal and no other name into what they bring; another clerk names no submitter', async () => {
  const bring = (columns: RawBuilder<unknown>, values: RawBuilder<unknown>, key = newId()) => sql`insert into meetings.submission
    (id, meeting, body, kind, text, received_at, notice, made_by, ${columns}) values
    (${key}, ${id}, ${board.body}, 'member_question', 'Why?', now(), '{}', ${police?.account ?? ''}, ${values})`
  await refused(police?.account, bring(sql`reason`, sql`'Late, and the chair agrees'`))
  await refused(police?.account, bring(sql`supplementary, supplementary_answer`, sql`'And?', 'Yes'`))
  await refused(police?.account, bring(sql`settled_at`, sql`now()`))
  await refused(police?.account, bring(sql`shown_name`, sql`'Somebody else'`))
  const own = newId()
  await as(police?.account, (tx) => bring(sql`title`, sql`'Mine'`, own).execute(tx))
  await refused(
    board.clerk.account,
    sql`insert into meetings.submission_person (submission, body, name) values (${own}, ${newId()}, 'Somebody else')`,
  )
})

test('M12: a chair clears the text that stands, not one to come', async () => {
  const minutes = newId()
  await sql`insert into meetings.minutes (id, meeting, body, state) values (${minutes}, ${id}, ${board.body}, 'draft')`.execute(ownerDb)
  const clear = (
    edition: number,
  ) => sql`insert into meetings.minutes_clearance (id, minutes, meeting, body, edition, cleared_by, by_chair, at, actor)
    values (${newId()}, ${minutes}, ${id}, ${board.body}, ${edition}, 'The chair', true, now(), ${board.chair.account})`
  await refused(board.chair.account, clear(2))
  await as(board.chair.account, (tx) => clear(1).execute(tx))
})

test('M7: what mail servers say is shown without the address, and to nobody who is not signed in', async () => {
  const mail = newId()
  await ownerDb
    .insertInto('platform.mail_delivery')
    .values({
      id: mail,
      recipient: 'secret@example.org',
      queued_by: SYSTEM_ACTOR,
      response: '250 ok',
      error: '550 <secret@example.org>: unknown',
    })
    .execute()
  const told = (who: ActorId | undefined) =>
    as(who, async (tx) => (await sql`select * from platform.delivery_reports(${[mail]}::uuid[])`.execute(tx)).rows)
  assert.deepEqual(await told(undefined), [])
  const [report] = (await told(board.clerk.account)) as { error: string }[]
  assert.equal(report?.error, '550 <(address)>: unknown')
})

test('G9, G6: a vote is not closed as of a time before it was opened', async () => {
  const meeting = await running('2014-05-19', [itemInput('Clinic')], [0, 1, 2, 3])
  const motion = await put(meeting.id, meeting.items[0] ?? '')
  const [open, close] = ['2014-05-19T14:30:00Z', '2014-05-19T14:40:00Z']
  assert.equal((await at(board.clerk.account, open).post(live(meeting.id, 'motions/open'), { motion })).status, 303)
  assert.equal((await at(council?.account, open).post(live(meeting.id, 'motions/vote'), { motion, choice: 'for' })).status, 303)
  const ends = at(board.clerk.account, close)
  const early = await ends.post(live(meeting.id, 'motions/close'), { motion, written: '0', clock: String(20 * 60_000) })
  assert.equal(early.status, 422)
  assert.equal((await ends.post(live(meeting.id, 'motions/close'), { motion, written: '0', clock: String(5 * 60_000) })).status, 303)
})

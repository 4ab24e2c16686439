import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '#platform/database/ids.ts'
import { writeAs } from '#platform/database/session.ts'
import { chooseMail } from '#platform/mail/mail-choice.ts'
import { remindersHandler } from './pack/handlers.ts'
import { doerAt, itemInput } from './testing/arrange.ts'
import { MARKER, openScene } from './testing/record-scene.ts'

const { needs, ownerDb, board, meetingWith, at } = await openScene()
const [, police] = board.seats
const instant = '2014-08-01T10:00:00Z'
const clerkMail = 'clerk@board.example'
await ownerDb
  .insertInto('governance.person_contact')
  .values({ person: board.clerk.person, email: clerkMail })
  .onConflict((conflict) => conflict.column('person').doUpdateSet({ email: clerkMail }))
  .execute()

interface Queued {
  readonly to?: string
  readonly subject?: string
  readonly text?: string
  readonly submission?: string
}

async function queued(queue: string): Promise<readonly Queued[]> {
  const { rows } = await sql<{ data: Queued }>`select data from pgboss.job where name = ${queue} order by created_on`.execute(ownerDb)
  return rows.map(({ data }) => data)
}

/** Works off what was left for the clerk; hands back the mails that came of it. */
async function told(submission: string | undefined): Promise<readonly Queued[]> {
  const before = (await queued('mail')).length
  const handle = remindersHandler({ ...needs, clock: { now: () => Temporal.Instant.from(instant) } } as never)
  await handle({ id: newId(), data: { submission } })
  return (await queued('mail')).slice(before)
}

test('M13: the clerk is mailed that a member brought a question, with the way to it and without a word of it', async () => {
  const { id, items } = await meetingWith('2014-08-07', [itemInput('Budget')])
  const member = at(police?.account, instant)
  const asked = await member.post(`/meetings/${id}/questions/new`, { kind: 'member_question', text: `What of ${MARKER}?` })
  assert.equal(asked.status, 303)
  const submission = (await queued('reminders')).at(-1)?.submission
  assert.ok(asked.location.endsWith(submission ?? '-'))
  const [mail, more] = await told(submission)
  assert.equal(more, undefined)
  assert.equal(mail?.to, clerkMail)
  assert.match(mail?.text ?? '', new RegExp(`A member sent a question.*/questions/${submission}`, 's'))
  assert.doesNotMatch(`${mail?.subject} ${mail?.text}`, new RegExp(`${MARKER}|confirmed`))
  const waiting = (await queued('reminders')).length
  assert.equal((await member.post(`/meetings/${id}/questions/new`, { kind: 'whip', text: 'As one.', item: items[0] ?? '' })).status, 303)
  assert.equal((await queued('reminders')).length, waiting, 'a declaration of the whip waits for nobody')
  assert.equal(
    (await at(board.clerk.account, instant).post(`/questions/${submission}/settle`, { verdict: 'refuse', reason: 'No.', version: '1' }))
      .status,
    303,
  )
  assert.deepEqual(await told(submission), [], 'what is settled already is told to nobody')
})

test('X3: a clerk who chose the daily summary gets no mail for each question', async () => {
  const clerk = doerAt(board.clerk.account, instant)
  await writeAs(needs.db, clerk, (tx) => chooseMail(tx, clerk, { news: 'digest', calendar: true }))
  const { id } = await meetingWith('2014-08-14', [itemInput('Budget')])
  const asked = await at(police?.account, instant).post(`/meetings/${id}/questions/new`, { kind: 'member_question', text: 'Why?' })
  assert.equal(asked.status, 303)
  assert.deepEqual(await told((await queued('reminders')).at(-1)?.submission), [])
})

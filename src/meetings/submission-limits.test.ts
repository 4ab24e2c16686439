import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readAs } from '#platform/database/session.ts'
import { requestSubmission } from './commands/submission/request-submission.ts'
import { itemInput } from './testing/arrange.ts'
import { openScene } from './testing/record-scene.ts'

const { needs, ownerDb, meetingWith } = await openScene()
const now = Temporal.Instant.from('2014-06-01T10:00:00Z')
const visitor = { actor: undefined, now, today: Temporal.PlainDate.from('2014-06-01') }
const { id } = await meetingWith('2014-06-12', [itemInput('Questions from the public')])

/** Sends a question; true where it was taken. */
async function ask(email: string, sender: string, more: Partial<typeof visitor> = {}): Promise<boolean> {
  const words = { kind: 'public_question', title: undefined, text: 'Who pays?', withheld: false, signatures: undefined } as const
  const asked = await requestSubmission(needs, { ...visitor, ...more }, id, { ...words, name: 'A parent', email }, sender)
  if (!asked.ok) assert.deepEqual(asked.problems, [{ field: '', code: 'submission-busy' }])
  return asked.ok
}
const taken = (asked: readonly boolean[]): number => asked.filter((one) => one).length

test('M13, X1: one sender fills their own share of unconfirmed questions, and nobody else’s', async () => {
  const flood = await Promise.all(Array.from({ length: 30 }, (_, index) => ask(`flood${index}@example.org`, 'one network')))
  assert.equal(taken(flood), 20)
  assert.ok(await ask('parent@example.org', 'another network'))
  for (let network = 0; network < 10; network++)
    for (let index = 0; index < 20; index++) await ask(`n${network}.${index}@example.org`, `network ${network}`)
  assert.ok(await ask('neighbour@example.org', 'a third network'), 'two hundred that wait leave room for the next')
  const soon = now.add({ hours: 73 })
  assert.ok(await ask('flood@example.org', 'one network', { now: soon, today: Temporal.PlainDate.from('2014-06-04') }))
})

test('M13, X1: a letter box gets three links at a time, however its address is written', async () => {
  const names = ['ann@example.org', 'Ann@example.org', 'ann+1@example.org', 'ANN+2@Example.org', 'ann+3@example.org']
  const asked: boolean[] = []
  for (const [index, email] of names.entries()) asked.push(await ask(email, `ann ${index}`, { now: now.add({ hours: 80 }) }))
  assert.deepEqual(asked, [true, true, true, false, false])
})

test('X1: what waits to be confirmed is the machine’s alone', async () => {
  const rows = await readAs(needs.db, visitor, (reader) => reader.selectFrom('meetings.submission_request').select('id').execute())
  assert.equal(rows.length, 0)
  assert.ok((await ownerDb.selectFrom('meetings.submission_request').select('id').execute()).length > 0)
})

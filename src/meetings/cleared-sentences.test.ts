import assert from 'node:assert/strict'
import { test } from 'node:test'
import { writeAs } from '#platform/database/session.ts'
import { paintedPdf } from '#platform/documents/uploads/testing/pdf-files.ts'
import { retryPack, withdrawPublication } from './commands/publish/withdraw-publication.ts'
import { makePack } from './pack/make-pack.ts'
import { digestOfWords } from './queries/cleared-sentences.ts'
import { exemptInput, itemInput, value } from './testing/arrange.ts'
import { bringFile } from './testing/bring-file.ts'
import { meetingsClient } from './testing/client.ts'
import { openPreparing } from './testing/preparing-scene.ts'

const scene = await openPreparing()
const { needs, board, later, ownerDb } = scene
const at = '2014-02-14T10:00:00Z'
const clerk = meetingsClient(needs, board.clerk.account, at)
const member = meetingsClient(needs, board.member.account, at)
const author = meetingsClient(needs, board.author.account, at)
const visitor = meetingsClient(needs, undefined, at)

const boilerplate = 'Payment is made within thirty days of a valid invoice, as in every contract of the county.'
const other = 'The provider has asked for a rise of eleven per cent from the first of April next year.'
const said = { decidedBy: 'monitoring-officer', decidedName: 'Ann Example', reason: 'It stands in every contract of the county' }

/** A meeting whose public paper repeats sentences of an upload of Part 2, published. */
async function publishWith(day: string, title: string, ...sentences: readonly string[]) {
  const { id, items } = await scene.meetingWith(day, [itemInput('Contracts'), exemptInput(title, 'A contract')])
  await scene.clearedPaper(id, items[0] ?? '', 'How contracts are made', sentences.join('\n\n'))
  const secret = await scene.clearedPaper(id, items[1] ?? '', `Offer: ${title}`, 'See the file.')
  const lines = sentences.filter((one) => one.length >= 60).map((one, index) => `BT /F1 9 Tf 40 ${700 - 20 * index} Td (${one}) Tj ET`)
  await bringFile(scene, secret, { bytes: await paintedPdf(lines.join('\n')), title: `File of ${title}` })
  const publication = await scene.publish(id)
  return { id, publication, words: `/meetings/${id}/publications/${publication}/words` }
}
const stateOf = async (meeting: string) => (await scene.files(meeting)).find(({ edition }) => edition === 'public')?.state
async function again({ id, publication }: { readonly id: string; readonly publication: string }) {
  value(await retryPack(needs, later, id, publication))
  await makePack(needs, id, publication)
  return stateOf(id)
}
const rows = () => ownerDb.selectFrom('meetings.cleared_sentence').selectAll().execute()

const first = await publishWith('2014-03-24', 'Purchase of the Marigold estate', boilerplate, other)
const digest = digestOfWords(boilerplate)

test('M6: the clerk alone sees the words that kept a public pack back', async () => {
  assert.equal(await stateOf(first.id), 'failed')
  const page = await clerk.get(first.words)
  assert.equal(page.status, 200)
  assert.ok(page.text.includes(boilerplate) && page.text.includes(other))
  assert.match((await clerk.get(`/meetings/${first.id}/publications/${first.publication}`)).text, /Look at the words that kept it back/)
  for (const one of [member, author, visitor]) {
    const answer = await one.get(first.words)
    assert.notEqual(answer.status, 200)
    assert.ok(!answer.text.includes('thirty days') && !answer.text.includes('eleven per cent'))
    assert.notEqual((await one.post(first.words, { ...said, digest })).status, 303)
  }
  assert.deepEqual(await rows(), [])
})

test('M6: a sentence is confirmed with who said so and why; what was not found cannot be, and nothing is taken from the form', async () => {
  for (const [body, words] of [
    [{ digest, decidedBy: 'chair', decidedName: 'Ann Example', reason: '' }, /There is a problem/],
    [{ ...said, digest, decidedBy: 'clerk' }, /There is a problem/],
    [{ ...said, digest: 'f'.repeat(64) }, /There is a problem/],
    [{ ...said, digest: digestOfWords('Purchase of the Marigold estate') }, /There is a problem/],
  ] as const) {
    const answer = await clerk.post(first.words, body)
    assert.equal(answer.status, 422)
    assert.match(answer.text, words)
  }
  assert.equal((await clerk.post(first.words, { ...said, digest })).status, 303)
  assert.equal((await clerk.post(first.words, { ...said, digest })).status, 303, 'the second click')
  const [row, ...more] = await rows()
  assert.deepEqual([row?.sentence, row?.decided_name, row?.made_by, more], [boilerplate, 'Ann Example', board.clerk.account, []])
  const [entry] = await ownerDb.selectFrom('platform.audit_entry').selectAll().where('act', '=', 'pack.sentence-cleared').execute()
  assert.equal(entry?.actor, board.clerk.account)
  assert.doesNotMatch(
    JSON.stringify(entry, (_, one) => (typeof one === 'bigint' ? String(one) : one)),
    /thirty days/,
  )
})

test('M6: it holds for that sentence alone: another one still keeps the pack back', async () => {
  assert.equal(await again(first), 'failed')
  const page = (await clerk.get(first.words)).text
  assert.ok(page.includes(other))
  assert.equal((await clerk.post(first.words, { ...said, digest: digestOfWords(other) })).status, 303)
  assert.match((await clerk.get(first.words)).text, /Confirmed as not confidential|Nothing is left to confirm/)
  assert.equal(await again(first), 'ready')
  assert.match((await clerk.get(first.words)).text, /Nothing keeps the public pack back/)
})

test('M6: a sentence that stands in something the body has published counts as public by itself, until that is withdrawn', async () => {
  const second = await publishWith('2014-04-28', 'Purchase of the Heron estate', boilerplate)
  assert.equal(await stateOf(second.id), 'ready')
  for (const { id, publication } of [first, second])
    value(await withdrawPublication(needs, later, id, publication, { reason: 'A mistake' }))
  const third = await publishWith('2014-05-26', 'Purchase of the Kestrel estate', boilerplate)
  assert.equal(await stateOf(third.id), 'failed', 'neither published any more nor confirmed for this meeting')
})

test('M6: a title of Part 2 is never let through: what has to be changed is said', async () => {
  const title = 'Purchase of the Osprey house'
  const held = await publishWith('2014-06-23', title, `We spoke of the ${title} here.`)
  assert.equal(await stateOf(held.id), 'failed')
  const page = (await clerk.get(held.words)).text
  assert.match(page, /To be changed in the paper or its title[\s\S]*Purchase of the Osprey house/)
  assert.doesNotMatch(page, /Confirm: this sentence/)
  assert.equal((await clerk.post(held.words, { ...said, digest: digestOfWords(title) })).status, 422)
})

test('M6: the database keeps confirmed sentences from everybody but the clerks, and lets nobody change them', async () => {
  const tries = [member, author].map(async (_, index) => {
    const actor = index === 0 ? board.member.account : board.author.account
    return writeAs(needs.db, { ...later, actor }, (tx) => tx.selectFrom('meetings.cleared_sentence').selectAll().execute())
  })
  assert.deepEqual(await Promise.all(tries), [[], []])
  const change = writeAs(needs.db, later, (tx) => tx.updateTable('meetings.cleared_sentence').set({ reason: 'Other' }).execute())
  await assert.rejects(change, /permission denied/)
})

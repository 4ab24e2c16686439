import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exemptInput, itemInput } from '#meetings/testing/arrange.ts'
import { openPreparing } from '#meetings/testing/preparing-scene.ts'
import { writeAs } from '#platform/database/session.ts'
import { chooseMail } from '#platform/mail/mail-choice.ts'
import { digestHandler } from './send-digests.ts'

const scene = await openPreparing()
const { needs, ownerDb, board, later } = scene
const member = { ...later, actor: board.member.account }
const digests = async (): Promise<readonly { readonly to: string; readonly text: string; readonly subject: string }[]> => {
  const rows = await ownerDb.selectFrom('pgboss.job').select('data').where('name', '=', 'mail').orderBy('created_on').execute()
  return rows
    .map(({ data }) => data as never as { to: string; text: string; subject: string })
    .filter(({ subject }) => subject.startsWith('Your boards on'))
}

test('X3: whoever chose a summary gets one a day, with what is to be read and no word of Part 2; the job may run twice', async () => {
  const { id, items } = await scene.meetingWith('2014-03-31', [itemInput('Early help'), exemptInput('Sale of Kestrelhold', 'A matter')])
  const paper = await scene.clearedPaper(id, items[0] ?? '', 'Early help', '# Found\n\nMuch.')
  await scene.clearedPaper(id, items[1] ?? '', 'Price of Kestrelhold', '# Price\n\nSecret.')
  await writeAs(needs.db, member, (tx) => chooseMail(tx, member, { news: 'digest', calendar: true }))
  await scene.publish(id)
  await scene.correct(paper, 'Early help', '# Found\n\nMore.')
  const run = digestHandler({ ...needs, clock: { now: () => later.now.add({ hours: 12 }) } })
  await Promise.all([run({ id: 'a', data: {} }), run({ id: 'b', data: {} })])
  await run({ id: 'c', data: {} })
  const sent = await digests()
  assert.deepEqual(
    sent.map(({ to }) => to),
    [board.member.email],
  )
  const text = sent[0]?.text ?? ''
  assert.match(text, /2 papers to read: /)
  assert.match(text, /Corrected paper: /)
  assert.doesNotMatch(text, /Kestrelhold|Early help/)
  const next = digestHandler({ ...needs, clock: { now: () => later.now.add({ hours: 36 }) } })
  await next({ id: 'd', data: {} })
  const again = await digests()
  assert.equal(again.length, 2)
  assert.doesNotMatch(again.at(-1)?.text ?? '', /Corrected paper/)
})

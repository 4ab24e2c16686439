import assert from 'node:assert/strict'
import { test } from 'node:test'
import { itemInput } from '#meetings/testing/arrange.ts'
import { openPreparing } from '#meetings/testing/preparing-scene.ts'
import { recordClient } from '#meetings/testing/record-app.ts'
import { type ActorId, readAs } from '#platform/database/session.ts'
import { toReadInWords } from '../words.ts'
import { findWork } from './work.ts'

const scene = await openPreparing()
const { needs, board, later } = scene

/** What My work tells somebody about reading. */
async function told(account: ActorId): Promise<readonly string[]> {
  const acting = { ...later, actor: account }
  const { toRead } = await readAs(needs.db, acting, (reader) => findWork(reader, acting))
  return toRead.map(({ papers, heldOn }) => `${papers || ''} ${toReadInWords(papers, heldOn)}`.trim())
}

test('M6, X3: My work tells a member of papers to read with the way to them, until they are read; never the clerk who published them', async () => {
  const { id, items } = await scene.meetingWith('2014-03-31', [itemInput('Early help'), itemInput('Travel')])
  await scene.clearedPaper(id, items[0] ?? '', 'Early help', '# Found\n\nMuch.')
  await scene.clearedPaper(id, items[1] ?? '', 'Travel', '# Buses\n\nFew.')
  assert.deepEqual(await told(board.member.account), [])
  await scene.publish(id)
  assert.deepEqual(await told(board.member.account), ['2 papers to read for 31 March 2014'])
  assert.deepEqual(await told(board.clerk.account), [])
  const member = recordClient(needs, board.member.account, later.now.toString())
  const version = /name="version" value="([^"]+)"/.exec((await member.get(`/meetings/${id}/items/${items[0]}`)).text)?.[1] ?? ''
  assert.deepEqual(await told(board.member.account), ['2 papers to read for 31 March 2014'], 'opening is not reading')
  await member.post(`/meetings/${id}/items/${items[0]}/read`, { version })
  assert.deepEqual(await told(board.member.account), ['1 paper to read for 31 March 2014'])
  await member.post(`/meetings/${id}/reading/mark`, { read: 'yes' })
  assert.deepEqual(await told(board.member.account), [])
})

test('M6: a new agenda without papers is told until one says that one has seen it', async () => {
  const { id } = await scene.meetingWith('2014-05-12', [itemInput('Away day')])
  await scene.publish(id)
  assert.deepEqual(await told(board.member.account), ['New: the agenda of the meeting on 12 May 2014'])
  const member = recordClient(needs, board.member.account, later.now.toString())
  assert.equal((await member.post(`/meetings/${id}/reading/seen`)).status, 303)
  assert.deepEqual(await told(board.member.account), [])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildBoard } from '#test/support/board.ts'
import { exemptInput, itemInput } from './testing/arrange.ts'
import { meetingsClient } from './testing/client.ts'
import { openPreparing, type PreparingScene } from './testing/preparing-scene.ts'

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

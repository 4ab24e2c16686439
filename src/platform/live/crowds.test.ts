import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { freshUrls } from '#platform/database/testing/fresh.ts'
import { openLog } from '#platform/log.ts'
import { createLiveHub } from './hub.ts'

const hub = createLiveHub({ url: (await freshUrls()).app, channel: 'test_part', log: openLog('silent'), read: () => undefined, room: 10 })
after(() => hub.close())
const follow = (name: string, most: number) =>
  hub.follow({ topic: 'a', crowd: { name, most }, news: () => {}, missed: () => {}, end: () => {} })

test('M8: a crowd takes no more than its own room, and gives it back', () => {
  const visitors = [1, 2, 3].map(() => follow('visitors', 3))
  assert.ok(visitors.every((leave) => leave !== undefined))
  assert.equal(follow('visitors', 3), undefined)
  assert.ok(follow('somebody', 2))
  assert.ok(follow('somebody', 2))
  assert.equal(follow('somebody', 2), undefined)
  visitors[0]?.()
  visitors[0]?.()
  assert.ok(follow('visitors', 3))
  assert.equal(follow('visitors', 3), undefined)
  assert.equal(hub.following(), 5)
})

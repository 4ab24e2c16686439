import assert from 'node:assert/strict'
import { test } from 'node:test'
import { quorumAnnouncement, whatFollows } from './live.ts'

test('G6: what follows a lost quorum is what the terms say; where they do not, that is said; decisions wait in every case', () => {
  const lost = { state: 'not-quorate' as const, reasons: [] }
  const follows = (['wait', 'adjourn', 'note-only', undefined] as const).map((loss) => whatFollows(lost, false, loss))
  assert.match(follows[0] ?? '', /^By the terms the meeting waits/)
  assert.match(follows[1] ?? '', /^By the terms the meeting is adjourned: no decision is taken/)
  assert.match(follows[2] ?? '', /^By the terms this is noted and the discussion goes on\. Decisions wait/)
  assert.match(follows[3] ?? '', /^Decisions wait until quorum is back\. .*The terms do not state what follows\.$/)
  assert.match(quorumAnnouncement(lost, 'adjourn'), /^Quorum is lost\. By the terms the meeting is adjourned/)
  assert.equal(whatFollows({ state: 'quorate', reasons: [] }, false, 'adjourn'), '')
})

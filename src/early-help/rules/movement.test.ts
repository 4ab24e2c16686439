import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type EpisodeCourse, isActiveOn, movementCount, runningClock, transitionStage } from './movement.ts'

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
const facts = { proposedOn: day('2026-03-02'), sentOn: undefined, receivedOn: undefined, decision: undefined, isWithdrawn: false }
const clock = { sendDays: 1, receiveDays: 2, decideDays: 10 }

test('E5: a clock runs on the side that has to act, and is late the day after', () => {
  assert.equal(transitionStage(facts), 'proposed')
  assert.deepEqual(runningClock(clock, facts, day('2026-03-03')), { side: 'sender', by: day('2026-03-03'), isLate: false })
  const sent = { ...facts, sentOn: day('2026-03-03') }
  assert.equal(runningClock(clock, sent, day('2026-03-06'))?.isLate, true)
  assert.equal(runningClock(clock, sent, day('2026-03-06'))?.side, 'receiver')
  const received = { ...sent, receivedOn: day('2026-03-04') }
  assert.equal(runningClock(clock, received, day('2026-03-14'))?.isLate, false)
  assert.equal(runningClock(clock, { ...received, decision: 'returned' }, day('2026-05-14')), undefined)
  assert.equal(transitionStage({ ...received, isWithdrawn: true }), 'withdrawn')
})

test('E5: the month of the source: 1,094 and 61 and 2, less 43, are 1,114', () => {
  const course = (agreedOn: string, closings: EpisodeCourse['closings'] = []): EpisodeCourse => ({
    ...{ agreedOn: day(agreedOn), isTransferredIn: false, closings },
  })
  const back = { closedOn: day('2026-02-20'), reopenedOn: day('2026-03-05') }
  const gone = { closedOn: day('2026-03-20'), reopenedOn: undefined }
  const courses = [
    ...Array.from({ length: 1094 }, (_, at) => course('2026-01-10', at < 43 ? [gone] : [])),
    ...Array.from({ length: 61 }, () => course('2026-03-31')),
    ...Array.from({ length: 2 }, () => course('2026-01-10', [back])),
  ]
  assert.deepEqual(movementCount(courses, day('2026-03-01'), day('2026-03-31')), {
    ...{ activeAtStart: 1094, initiated: 61, transferredIn: 0, reopened: 2, closed: 43, activeAtEnd: 1114 },
  })
})

/** The slow way: a register that is walked day by day, event by event. */
function walked(courses: readonly EpisodeCourse[], to: Temporal.PlainDate): number {
  let active = 0
  for (const { agreedOn, closings } of courses) {
    if (agreedOn === undefined) continue
    let isOpen = false
    for (let at = day('2026-01-01'); Temporal.PlainDate.compare(at, to) <= 0; at = at.add({ days: 1 })) {
      if (at.equals(agreedOn)) isOpen = true
      for (const { closedOn, reopenedOn } of closings) {
        if (at.equals(closedOn)) isOpen = false
        if (reopenedOn && at.equals(reopenedOn)) isOpen = true
      }
    }
    if (isOpen) active += 1
  }
  return active
}

test('E5: whatever the histories, active at the end is active at the start and what came, less what was closed', () => {
  const history = fc
    .record({ first: fc.nat(70), gaps: fc.array(fc.nat(25), { maxLength: 6 }), isTransferredIn: fc.boolean(), isAgreed: fc.boolean() })
    .map(({ first, gaps, isTransferredIn, isAgreed }): EpisodeCourse => {
      const start = day('2026-01-01').add({ days: first })
      const days = gaps.map((_, at) => start.add({ days: gaps.slice(0, at + 1).reduce((sum, gap) => sum + gap, 0) }))
      const closings = days.flatMap((closedOn, at) => (at % 2 === 0 ? [{ closedOn, reopenedOn: days[at + 1] }] : []))
      return { agreedOn: isAgreed ? start : undefined, isTransferredIn, closings: isAgreed ? closings : [] }
    })
  fc.assert(
    fc.property(fc.array(history, { maxLength: 12 }), fc.nat(90), fc.nat(40), (courses, start, length) => {
      const from = day('2026-01-01').add({ days: start })
      const to = from.add({ days: length })
      const { activeAtStart, initiated, transferredIn, reopened, closed, activeAtEnd } = movementCount(courses, from, to)
      assert.equal(activeAtEnd, activeAtStart + initiated + transferredIn + reopened - closed)
      assert.equal(activeAtEnd, walked(courses, to))
      assert.equal(activeAtEnd, courses.filter((course) => isActiveOn(course, to)).length)
    }),
    { numRuns: 200 },
  )
})

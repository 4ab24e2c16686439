import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { actionStanding, childrenAsked, latestNextReview, reviewDue, standsIn } from './plan.ts'
import { meetingCalendar } from './team-calendar.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const rule = { firstReviewWeeks: 6, nextReviewWeeks: 12 }

test('E4: a review is due some weeks after the plan, then on the day that the last review said; without a plan nothing is due', () => {
  assert.equal(reviewDue({ agreedOn: day('2026-01-19'), lastNextDueOn: undefined }, rule)?.toString(), '2026-03-02')
  assert.equal(reviewDue({ agreedOn: day('2026-01-19'), lastNextDueOn: day('2026-04-01') }, rule)?.toString(), '2026-04-01')
  assert.equal(reviewDue({ agreedOn: undefined, lastNextDueOn: undefined }, rule), undefined)
  assert.equal(latestNextReview(day('2026-03-02'), rule).toString(), '2026-05-25')
})

test('E4: an action is in time on its own day, and one that nobody accepted is never called overdue work', () => {
  const dueOn = day('2026-03-10')
  assert.equal(actionStanding({ state: 'accepted', dueOn }, dueOn), 'accepted')
  assert.equal(actionStanding({ state: 'accepted', dueOn }, day('2026-03-11')), 'overdue')
  assert.equal(actionStanding({ state: 'proposed', dueOn }, day('2026-03-11')), 'waits-overdue')
  assert.equal(actionStanding({ state: 'done', dueOn }, day('2027-03-11')), 'done')
})

test('E4: children are counted one by one: asked, not asked, and nothing written; who is not born is not counted', () => {
  const child = fc.record({ isBorn: fc.boolean(), answer: fc.constantFrom('comes', 'not-asked', 'did-not-want', undefined) })
  fc.assert(
    fc.property(fc.array(child), (all) => {
      const children = all.map(({ isBorn }, at) => ({ id: `${at}`, isBorn }))
      const answers = all.flatMap(({ answer }, at) => (answer ? [{ relative: `${at}`, answer }] : []))
      const counted = childrenAsked(children, answers)
      assert.equal(counted.asked + counted.notAsked + counted.missing, children.filter(({ isBorn }) => isBorn).length)
      assert.equal(
        counted.missing === 0,
        all.every(({ isBorn, answer }) => !isBorn || answer !== undefined),
      )
    }),
  )
})

test('E4: a need stands from its first version until the one that no longer has it', () => {
  assert.deepEqual(
    [1, 2, 3, 4].map((number) => standsIn({ fromNumber: 2, toNumber: 4 }, number)),
    [false, true, true, false],
  )
  assert.ok(standsIn({ fromNumber: 1, toNumber: undefined }, 9))
})

test('E4: a calendar file says when, "Meeting" and a link, in lines of 75 octets, and not where or about whom', () => {
  const meeting = {
    id: 'a',
    heldOn: day('2026-07-01'),
    startsAt: Temporal.PlainTime.from('09:30'),
    endsAt: undefined,
    version: 2,
    isCancelled: false,
  }
  const file = meetingCalendar(meeting, `https://example.org/${'x'.repeat(90)}`, Temporal.Instant.from('2026-06-01T00:00:00Z'))
  assert.match(file, /DTSTART:20260701T083000Z\r\nDTEND:20260701T093000Z\r\nSUMMARY:Meeting\r\n/)
  assert.ok(file.endsWith('END:VCALENDAR\r\n'))
  assert.ok(file.split('\r\n').every((line) => line.length <= 75))
  assert.match(file.replaceAll('\r\n ', ''), /URL;VALUE=URI:https:\/\/example\.org\/x{90}\r\n/)
  assert.doesNotMatch(file, /LOCATION|DESCRIPTION|ATTENDEE/)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { workingDaysOf } from './bank-holidays.ts'
import { isWorkingDay } from './calendar.ts'
import { lastDayForNotice, type NoticeAnswer, type NoticeBefore, type NoticeMode, noticeVerdict } from './notice.ts'

const day = Temporal.PlainDate.from
const england = workingDaysOf('england-and-wales')
const scotland = workingDaysOf('scotland')

function rule(mode: NoticeMode, days: number, cutOff: string | null = null): NoticeBefore {
  return { mode, days, cutOff }
}

function known(answer: NoticeAnswer): Extract<NoticeAnswer, { state: 'known' }> {
  assert.equal(answer.state, 'known')
  if (answer.state !== 'known') throw new Error('not known')
  return answer
}

function last(mode: NoticeMode, days: number, meeting: string, calendar = england): string {
  return known(lastDayForNotice(rule(mode, days), day(meeting), calendar)).lastDay.toString()
}

test('G10: the pack of 24 February 2014 went out one working day late under seven working days', () => {
  const seven = rule('working', 7)
  const answer = lastDayForNotice(seven, day('2014-02-24'), england)
  const verdict = noticeVerdict(seven, answer, { day: day('2014-02-14') }, day('2014-02-24'), england)
  assert.deepEqual(verdict, { state: 'late', lastDay: day('2014-02-13'), daysLate: 1, unit: 'working' })
  assert.equal(noticeVerdict(seven, answer, { day: day('2014-02-13') }, day('2014-02-24'), england).state, 'met')
  assert.equal(noticeVerdict(seven, answer, null, day('2014-02-13'), england).state, 'not-yet-due')
  assert.equal(noticeVerdict(seven, answer, null, day('2014-02-14'), england).state, 'overdue')
})

test('G10: the handbook’s table of last days', () => {
  assert.equal(last('clear-working', 5, '2027-04-01'), '2027-03-22')
  assert.equal(last('working', 5, '2027-04-01'), '2027-03-23')
  assert.equal(last('clear-working', 5, '2027-01-05'), '2026-12-23')
  assert.equal(last('clear-working', 5, '2027-01-05', scotland), '2026-12-22')
  assert.equal(last('clear-working', 5, '2026-09-14'), '2026-09-04')
  assert.equal(last('calendar', 7, '2027-06-07'), '2027-05-31')
  assert.equal(last('clear-calendar', 7, '2027-06-07'), '2027-05-30')
})

test('G10: days are counted and holidays skipped by name', () => {
  const answer = known(lastDayForNotice(rule('clear-working', 5), day('2027-04-01'), england))
  assert.deepEqual(answer.counted.map(String), ['2027-03-23', '2027-03-24', '2027-03-25', '2027-03-30', '2027-03-31'])
  assert.deepEqual(
    answer.skipped.filter(({ holiday }) => holiday).map(({ reason }) => reason),
    ['Good Friday', 'Easter Monday'],
  )
})

test('G10: the later non-working day is shown beside, and the last working day where the last day is closed', () => {
  const clear = known(lastDayForNotice(rule('clear-working', 5), day('2026-09-14'), england))
  assert.equal(String(clear.laterNonWorkingDay), '2026-09-06')
  const calendarDays = known(lastDayForNotice(rule('calendar', 7), day('2027-06-07'), england))
  assert.equal(String(calendarDays.lastWorkingDay), '2027-05-28')
})

test('G10: after the cut-off a sending belongs to the next day', () => {
  const cut = rule('working', 7, '17:00')
  const answer = lastDayForNotice(cut, day('2014-02-24'), england)
  const at = (time: string) =>
    noticeVerdict(cut, answer, { day: day('2014-02-13'), time: Temporal.PlainTime.from(time) }, day('2014-02-24'), england)
  assert.equal(at('17:00').state, 'met')
  assert.deepEqual(at('17:01'), { state: 'late', lastDay: day('2014-02-13'), daysLate: 1, unit: 'working' })
})

test('G10: a sending on a Saturday is as late as one on the Monday after', () => {
  const answer = lastDayForNotice(rule('working', 6), day('2014-02-24'), england)
  const verdict = noticeVerdict(rule('working', 6), answer, { day: day('2014-02-15') }, day('2014-02-24'), england)
  assert.deepEqual(verdict, { state: 'late', lastDay: day('2014-02-14'), daysLate: 1, unit: 'working' })
})

test('G10: beyond the announced holidays the last day is not known; plain days still are', () => {
  const answer = lastDayForNotice(rule('working', 5), day('2029-01-10'), england)
  assert.deepEqual(answer, {
    state: 'not-known',
    day: day('2029-01-09'),
    calendar: 'England and Wales',
    firstYear: 2013,
    lastAnnouncedYear: 2028,
  })
  assert.equal(noticeVerdict(rule('working', 5), answer, { day: day('2029-01-01') }, day('2029-01-02'), england).state, 'not-known')
  assert.equal(last('calendar', 7, '2031-06-10'), '2031-06-03')
})

test('G10: parish notice counts Saturdays and leaves out the breaks', () => {
  assert.equal(last('s243', 3, '2026-09-16'), '2026-09-11')
  assert.equal(last('s243', 3, '2027-04-01'), '2027-03-22')
})

const anyDay = fc.integer({ min: 0, max: 365 * 14 }).map((days) => day('2014-01-15').add({ days }))

/** The slow way: try every day back from the meeting until the definition holds. */
function slowLastDay(mode: NoticeMode, days: number, meeting: Temporal.PlainDate): Temporal.PlainDate {
  const works = (candidate: Temporal.PlainDate) => isWorkingDay(england, candidate) === true
  const countWhere = (from: Temporal.PlainDate, to: Temporal.PlainDate) => {
    let count = 0
    for (let one = from; Temporal.PlainDate.compare(one, to) <= 0; one = one.add({ days: 1 }))
      if (mode === 'calendar' || mode === 'clear-calendar' || works(one)) count += 1
    return count
  }
  const eve = meeting.subtract({ days: 1 })
  for (let candidate = eve; ; candidate = candidate.subtract({ days: 1 })) {
    const clear = mode === 'clear-calendar' || mode === 'clear-working'
    const enough = countWhere(clear ? candidate.add({ days: 1 }) : candidate, eve) >= days
    if (enough && (mode === 'calendar' || mode === 'clear-calendar' || works(candidate))) return candidate
  }
}

test('G10: a slow counter that tries every day finds the same last day', () => {
  const modes = fc.constantFrom<NoticeMode>('calendar', 'clear-calendar', 'working', 'clear-working')
  fc.assert(
    fc.property(modes, fc.integer({ min: 1, max: 30 }), anyDay, (mode, days, meeting) => {
      const answer = known(lastDayForNotice(rule(mode, days), meeting, england))
      assert.equal(answer.lastDay.toString(), slowLastDay(mode, days, meeting).toString())
    }),
  )
})

test('G10: clear days are never fewer than asked, and the next working day is too late', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20 }), anyDay, (days, meeting) => {
      const answer = known(lastDayForNotice(rule('clear-working', days), meeting, england))
      assert.equal(answer.counted.length, days)
      assert.ok(
        answer.counted.every((one) => Temporal.PlainDate.compare(one, answer.lastDay) > 0 && Temporal.PlainDate.compare(one, meeting) < 0),
      )
      const verdict = noticeVerdict(rule('clear-working', days), answer, { day: answer.lastDay.add({ days: 1 }) }, meeting, england)
      assert.equal(verdict.state, 'late')
      if (verdict.state === 'late') assert.equal(verdict.daysLate, 1)
    }),
  )
})

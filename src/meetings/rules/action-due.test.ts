import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { isOverdue, readDue } from './action-due.ts'

const met = Temporal.PlainDate.from('2013-12-11')
const day = (iso: string): Temporal.PlainDate => Temporal.PlainDate.from(iso)

function read(words: string, meeting = met): string {
  const reading = readDue(words, meeting)
  switch (reading.kind) {
    case 'interval':
      return `${reading.from ?? ''}..${reading.to ?? ''}`
    case 'question':
      return `${reading.code}: ${reading.offers.join(' | ')}`
    case 'meeting':
      return `meeting ${reading.month ?? 'next'} ${reading.year ?? ''}`.trim()
    case 'returning':
      return reading.phases.map(({ everyMonths, until }) => `${everyMonths} until ${until ?? 'open'}`).join(', ')
    case 'each-meeting':
    case 'words':
      return reading.kind
  }
}

const cases: readonly (readonly [string, string])[] = [
  ['by end February', '..2014-02-28'],
  ['by end February 2014', '..2014-02-28'],
  ['By the end of Feb.', '..2014-02-28'],
  ['end of December', '..2013-12-31'],
  ['week of 3 February', '2014-02-03..2014-02-09'],
  ['w/c 3rd February 2014', '2014-02-03..2014-02-09'],
  ['week of 5 February', 'not-a-monday: week of 3 February 2014 | week of 10 February 2014'],
  ['by 14/2/14', '..2014-02-14'],
  ['by Friday 14 February', '..2014-02-14'],
  ['by Monday 14 February', 'other-weekday: by 14 February 2014'],
  ['by 31 February', 'no-such-day: '],
  ['before 14 February', '..2014-02-13'],
  ['from 24/1 to 14/2', '2014-01-24..2014-02-14'],
  ['24 to 28 February', '2014-02-24..2014-02-28'],
  ['20 December - 10 January', '2013-12-20..2014-01-10'],
  ['from 14/2/14 to 24/1/14', 'backwards: '],
  ['April 2014 onwards', '2014-04-01..'],
  ['from April', '2014-04-01..'],
  ['February and March 2014', '2014-02-01..2014-03-31'],
  ['December and January', '2013-12-01..2014-01-31'],
  ['March 2014', '2014-03-01..2014-03-31'],
  ['by March', 'start-or-end: by 1 March 2014 | by 31 March 2014'],
  ['monthly to end March, then every two months', '1 until 2014-03-31, 2 until open'],
  ['quarterly', '3 until open'],
  ['to the March meeting', 'meeting 3 2014'],
  ['to each meeting', 'each-meeting'],
  ['to the next meeting', 'meeting next'],
  ['14 February', '2014-02-14..2014-02-14'],
  ['as soon as possible', 'words'],
  ['ongoing', 'words'],
  ['', 'words'],
]

for (const [words, expected] of cases) {
  test(`M11: '${words}' is read against a meeting of 11 December 2013`, () => assert.equal(read(words), expected))
}

test('M11: a date without a year is the first that has not ended on the day of the meeting', () => {
  assert.equal(read('by end February', day('2014-02-24')), '..2014-02-28')
  assert.equal(read('by end February', day('2014-03-01')), '..2015-02-28')
  assert.equal(read('from 24/1 to 14/2', day('2014-01-30')), '2014-01-24..2014-02-14')
  assert.equal(read('by 29 February', day('2014-03-01')), '..2016-02-29')
})

test('M11: any text is read without a fault, and no interval runs backwards', () => {
  const piece = fc.constantFrom(
    'by',
    'end',
    'week of',
    'from',
    'to',
    '3',
    '31',
    '14/2',
    '31/2/14',
    'February',
    'March 2014',
    'monthly',
    'then',
    'meeting',
    'onwards',
    '-',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece, { maxLength: 7 }).map((parts) => parts.join(' ')),
      ),
      (words) => {
        const reading = readDue(words, met)
        if (reading.kind === 'interval' && reading.from && reading.to) assert.ok(Temporal.PlainDate.compare(reading.from, reading.to) <= 0)
      },
    ),
    { numRuns: 2000 },
  )
})

test('M11: every day is read from each way of writing it, and without a year it is never past', () => {
  const days = fc.integer({ min: 0, max: 20_000 }).map((n) => day('2001-01-01').add({ days: n }))
  fc.assert(
    fc.property(days, days, (due, meeting) => {
      const name = due.toLocaleString('en-GB', { month: 'long' })
      const expected = `..${due}`
      assert.equal(read(`by ${due.day} ${name} ${due.year}`, meeting), expected)
      assert.equal(read(`by ${due.day}/${due.month}/${due.year}`, meeting), expected)
      const reading = readDue(`by ${due.day}/${due.month}`, meeting)
      assert.ok(reading.kind === 'interval' && reading.to !== null)
      assert.ok(Temporal.PlainDate.compare(reading.to, meeting) >= 0)
      assert.equal(reading.to.day, due.day)
      // A whole week, Monday first, or a question that offers two such weeks.
      const week = readDue(`w/c ${due.day}/${due.month}/${due.year}`, meeting)
      if (due.dayOfWeek === 1) assert.ok(week.kind === 'interval' && week.from?.equals(due) && week.to?.equals(due.add({ days: 6 })))
      else assert.ok(week.kind === 'question' && week.offers.every((offer) => readDue(offer, meeting).kind === 'interval'))
    }),
  )
})

test('M11: an action is overdue only after the end of its interval', () => {
  fc.assert(
    fc.property(fc.integer({ min: -400, max: 400 }), (shift) => {
      const dueTo = day('2014-02-28')
      assert.equal(isOverdue({ state: 'open', dueTo }, dueTo.add({ days: shift })), shift > 0)
      assert.equal(isOverdue({ state: 'done', dueTo }, dueTo.add({ days: shift })), false)
      assert.equal(isOverdue({ state: 'open', dueTo: null }, dueTo.add({ days: shift })), false)
    }),
  )
})

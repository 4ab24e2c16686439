import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dayKind, lastDayForNotice, workingDaysOf } from '#governance/public.ts'
import { buildYear, type DayMark, type YearFacts } from './year-builder.ts'
import { pacesOf, slotsOf, usualDayOf } from './year-pace.ts'

const day = Temporal.PlainDate.from
const calendar = workingDaysOf('england-and-wales')
const tuesdays = { weekday: 2, week: 2 }
const span = { from: day('2027-01-01'), until: day('2028-01-01') }
const frequency = { timesAYear: null, everyMonths: null, minimum: false, aimEveryMonths: null, phase: null, extraordinary: false }
const facts = (more: Partial<YearFacts> = {}): YearFacts => ({
  ...{ calendar, schoolHolidays: [], own: [], others: [], notice: undefined, usual: tuesdays, roomDays: 0, today: day('2026-11-22') },
  ...more,
})
const daysOf = (places: ReturnType<typeof buildYear>): readonly string[] =>
  places.map((place) => (place.kind === 'none' ? place.why : place.day.toString()))
const marksAt = (places: ReturnType<typeof buildYear>, index: number): readonly DayMark['code'][] => {
  const place = places[index]
  return place?.kind === 'proposed' ? place.marks.map(({ code }) => code) : []
}
function slotsBy(
  rule: Partial<typeof frequency> | { phase: { everyMonths: number; forMonths: number; from?: string } },
  from = '2020-01-01',
) {
  const paces = pacesOf({ ...frequency, ...rule }, { by: 'terms' }, day(from))
  assert.ok(paces.ok, JSON.stringify(paces))
  return slotsOf(span, paces.periods, tuesdays, undefined)
}

test('G11: usual days of a month are found, the last one where a month has no fifth', () => {
  assert.equal(usualDayOf(day('2027-01-15'), tuesdays).toString(), '2027-01-12')
  assert.equal(usualDayOf(day('2027-02-01'), { weekday: 5, week: 5 }).toString(), '2027-02-26')
  assert.equal(usualDayOf(day('2027-04-01'), { weekday: 5, week: 5 }).toString(), '2027-04-30')
})

test('G11: a frequency that cannot be, or is not stated, builds no year; a number of one’s own does', () => {
  const problem = (rule: typeof frequency | null, by: 'terms' | 'aim') => {
    const paces = pacesOf(rule, { by }, day('2020-01-01'))
    return paces.ok ? 'ok' : paces.problem
  }
  assert.equal(problem({ ...frequency, timesAYear: 104, minimum: true } as never, 'terms'), 'pace-impossible')
  assert.equal(problem(null, 'terms'), 'pace-not-stated')
  assert.equal(problem(frequency, 'terms'), 'pace-not-stated')
  assert.equal(problem(frequency, 'aim'), 'no-aim')
  assert.ok(pacesOf(null, { by: 'own', timesAYear: 5 }, day('2020-01-01')).ok)
})

test('G11: monthly for six months from a day, then as the terms go on; what is not stated afterwards is left open', () => {
  const phased = { phase: { everyMonths: 1, forMonths: 6, from: '2027-03-01' }, timesAYear: 4 }
  assert.deepEqual(
    slotsBy(phased as never).map(({ ideal }) => ideal.toString().slice(0, 7)),
    ['2027-03', '2027-04', '2027-05', '2027-06', '2027-07', '2027-08', '2027-11'],
  )
  const open = slotsBy({ phase: { everyMonths: 1, forMonths: 6 } } as never, '2026-10-01')
  assert.deepEqual(
    open.map(({ ideal }) => ideal.toString().slice(0, 7)),
    ['2027-01', '2027-02', '2027-03'],
  )
})

test('G11: proposed days keep clear of school holidays and of boards that share members; what cannot be avoided is said', () => {
  const quarterly = slotsBy({ timesAYear: 4 } as never)
  const easter = { title: 'Easter holidays', startsOn: day('2027-03-29'), endsOn: day('2027-04-17') }
  const others = [{ board: 'Other board', heldOn: day('2027-01-12'), shared: 3 }]
  const places = buildYear(quarterly, facts({ schoolHolidays: [easter], others }))
  assert.deepEqual(daysOf(places), ['2027-01-05', '2027-04-20', '2027-07-13', '2027-10-12'])
  const august = { title: 'Summer', startsOn: day('2027-06-01'), endsOn: day('2027-09-01') }
  const summer = buildYear(quarterly, facts({ schoolHolidays: [august] }))
  assert.ok(marksAt(summer, 2).includes('school-holiday'))
  assert.deepEqual(daysOf(summer)[2], '2027-07-13')
})

test('G11: meetings that stand keep their place, and what lies behind cannot be proposed', () => {
  const monthly = slotsBy({ everyMonths: 1 } as never)
  const places = buildYear(monthly, facts({ today: day('2027-03-10'), own: [day('2027-02-16'), day('2027-05-04')] }))
  assert.deepEqual(daysOf(places).slice(0, 5), ['past', '2027-02-16', '2027-03-16', '2027-04-13', '2027-05-04'])
  const notice = { mode: 'clear-working', days: 30, cutOff: null } as const
  const late = buildYear(monthly, facts({ today: day('2027-03-10'), notice }))
  assert.equal(daysOf(late)[2], 'notice')
})

const anyFacts = fc
  .record({
    times: fc.integer({ min: 1, max: 52 }),
    weekday: fc.integer({ min: 1, max: 5 }),
    week: fc.integer({ min: 1, max: 5 }),
    from: fc.integer({ min: 0, max: 23 }),
    today: fc.integer({ min: 0, max: 500 }),
    own: fc.uniqueArray(fc.integer({ min: 0, max: 760 }), { maxLength: 6 }),
    school: fc.array(fc.tuple(fc.integer({ min: 0, max: 760 }), fc.integer({ min: 1, max: 45 })), { maxLength: 6 }),
    clash: fc.uniqueArray(fc.integer({ min: 0, max: 760 }), { maxLength: 20 }),
    notice: fc.option(
      fc.record({
        mode: fc.constantFrom('calendar' as const, 'clear-working' as const),
        days: fc.integer({ min: 0, max: 40 }),
        cutOff: fc.constant(null),
      }),
      { nil: undefined },
    ),
    roomDays: fc.constantFrom(0, 42),
  })
  .map((drawn) => {
    const start = day('2026-01-01')
    const at = (offset: number) => start.add({ days: offset })
    const usual = { weekday: drawn.weekday, week: drawn.week }
    const year = start.add({ months: drawn.from })
    const own = drawn.own.map(at).toSorted(Temporal.PlainDate.compare)
    const given = facts({
      ...{ usual, own, notice: drawn.notice, roomDays: drawn.roomDays, today: at(drawn.today) },
      schoolHolidays: drawn.school.map(([offset, length]) => ({ title: 'School', startsOn: at(offset), endsOn: at(offset + length) })),
      others: drawn.clash.map((offset) => ({ board: 'Other', heldOn: at(offset), shared: 1 })),
    })
    const paces = pacesOf(null, { by: 'own', timesAYear: drawn.times }, start)
    const within = { from: year, until: year.add({ months: 12 }) }
    return { given, within, times: drawn.times, slots: paces.ok ? slotsOf(within, paces.periods, usual, undefined) : [] }
  })

test('G11: never on a bank holiday or a weekend; the count meets the frequency or each place says why not; late notice is marked', () => {
  fc.assert(
    fc.property(anyFacts, ({ given, within, times, slots }) => {
      assert.ok(Math.abs(slots.length - times) <= 1 || 12 % times === 0, `${slots.length} places for ${times} a year`)
      const places = buildYear(slots, given)
      assert.equal(places.length, slots.length)
      const seen = new Set<string>()
      let previous: Temporal.PlainDate | undefined
      for (const place of places) {
        if (place.kind !== 'proposed') {
          if (place.kind === 'kept') {
            assert.ok(given.own.some((own) => own.equals(place.day)))
            previous = place.day
          }
          continue
        }
        const { day: on, marks } = place
        const has = (code: DayMark['code']): boolean => marks.some((mark) => mark.code === code)
        assert.ok(['working', 'not-known'].includes(dayKind(given.calendar, on).kind) && on.dayOfWeek <= 5, on.toString())
        assert.equal(has('holidays-not-known'), dayKind(given.calendar, on).kind === 'not-known')
        assert.ok(
          on.toString() > given.today.toString() && on.toString() >= within.from.toString() && on.toString() < within.until.toString(),
        )
        assert.ok(
          !seen.has(on.toString()) && !given.own.some((own) => own.equals(on)),
          'a day is proposed once, and never beside a meeting',
        )
        seen.add(on.toString())
        if (previous) assert.ok(Temporal.PlainDate.compare(on, previous) > 0)
        assert.equal(
          has('school-holiday'),
          given.schoolHolidays.some(({ startsOn, endsOn }) => on.toString() >= startsOn.toString() && on.toString() < endsOn.toString()),
        )
        const before = [...given.own, ...(previous ? [previous] : [])].filter(
          (one) => one.toString() < place.slot.from.toString() || one === previous,
        )
        const last = before.toSorted(Temporal.PlainDate.compare).at(-1)
        const answer = given.notice && lastDayForNotice(given.notice, on, given.calendar)
        if (last && answer?.state === 'known')
          assert.equal(
            has('notice-before-previous'),
            Temporal.PlainDate.compare(answer.lastDay, last) <= 0,
            `${on.toString()} after ${last.toString()}`,
          )
        previous = on
      }
    }),
    { numRuns: 40 },
  )
})

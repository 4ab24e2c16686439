import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type CalendarMeeting, calendarEntries, entriesOf, monthsFrom, openThrough } from './calendar-months.ts'

const day = Temporal.PlainDate.from
const meeting = (id: string, heldOn: string, jointBodies: readonly string[] = []): CalendarMeeting => ({
  ...{ id, body: 'a', jointBodies, kind: 'ordinary', state: 'called', title: '', theme: '', heldOn: day(heldOn), startsAt: undefined },
})

test('G11: a joint meeting stands under every board at its table that is shown, and nothing outside the months', () => {
  const facts = { meetings: [meeting('1', '2027-03-09', ['b', 'c']), meeting('2', '2027-09-07')], deadlines: [], windows: [] }
  const entries = calendarEntries(facts, ['a', 'b'], { from: day('2027-01-01'), until: day('2027-07-01') })
  assert.deepEqual(
    entries.map(({ board, day: on }) => `${board} ${on.toString()}`),
    ['a 2027-03-09', 'b 2027-03-09'],
  )
})

test('G11: a consultation opens once and closes once, and is said to be open in the months between', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 364 }), fc.integer({ min: 1, max: 200 }), (offset, length) => {
      const startsOn = day('2027-01-01').add({ days: offset })
      const window = { id: 'w', body: 'a', title: 'Hubs', startsOn, endsOn: startsOn.add({ days: length }) }
      const months = monthsFrom(day('2027-01-15'), 24)
      const span = { from: day('2027-01-01'), until: day('2029-01-01') }
      const entries = calendarEntries({ meetings: [], deadlines: [], windows: [window] }, ['a'], span)
      assert.deepEqual(
        entries.map(({ kind }) => kind),
        ['window-opens', 'window-closes'],
      )
      for (const month of months) {
        const next = month.add({ months: 1 })
        const touches = window.startsOn.toString() < next.toString() && window.endsOn.toString() > month.toString()
        const said = entriesOf(entries, 'a', month).length > 0 || openThrough([window], 'a', month).length > 0
        assert.equal(said, touches, month.toString())
      }
    }),
  )
})

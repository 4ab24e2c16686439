import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type EventFacts, type EventProperty, eventOf } from './meeting-event.ts'

const facts: EventFacts = {
  name: 'Meeting on 2 July 2026',
  heldOn: Temporal.PlainDate.from('2026-07-02'),
  startsAt: Temporal.PlainTime.from('14:00'),
  endsAt: Temporal.PlainTime.from('16:30'),
  place: 'County Hall',
  state: 'called',
  joinsOnline: false,
  movedTo: undefined,
  movedFrom: undefined,
  organisers: [{ name: 'The board', address: '/boards/board' }],
  address: '/meetings/1',
}
const said = (more: Partial<EventFacts>): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(eventOf({ ...facts, ...more }).map(({ name, value, link }: EventProperty) => [name, value ?? link]))

test('O1: a meeting is an Event with its status, its mode, and times in London with their offset', () => {
  const event = said({})
  assert.equal(event.startDate, '2026-07-02T14:00:00+01:00')
  assert.equal(event.endDate, '2026-07-02T16:30:00+01:00')
  assert.equal(event.eventStatus, 'https://schema.org/EventScheduled')
  assert.equal(event.eventAttendanceMode, 'https://schema.org/OfflineEventAttendanceMode')
  assert.equal(said({ joinsOnline: true }).eventAttendanceMode, 'https://schema.org/MixedEventAttendanceMode')
  assert.equal(said({ heldOn: Temporal.PlainDate.from('2026-01-08') }).startDate, '2026-01-08T14:00:00+00:00')
  assert.equal(said({ state: 'cancelled' }).eventStatus, 'https://schema.org/EventCancelled')
})

test('O1: of a meeting that moved both pages say the day it is on and the day it was; what is not recorded is left out', () => {
  const other = { heldOn: Temporal.PlainDate.from('2026-09-30'), startsAt: undefined }
  const moved = said({ state: 'rescheduled', movedTo: other })
  assert.deepEqual(
    [moved.eventStatus, moved.startDate, moved.previousStartDate, moved.endDate],
    ['https://schema.org/EventRescheduled', '2026-09-30', '2026-07-02T14:00:00+01:00', undefined],
  )
  assert.equal(said({ state: 'rescheduled' }).eventStatus, 'https://schema.org/EventPostponed', 'the new day is not announced yet')
  const successor = said({ movedFrom: other })
  assert.deepEqual(
    [successor.eventStatus, successor.startDate, successor.previousStartDate],
    ['https://schema.org/EventRescheduled', '2026-07-02T14:00:00+01:00', '2026-09-30'],
  )
  const bare = eventOf({ ...facts, place: '', startsAt: undefined, endsAt: undefined }).map(({ name }) => name)
  assert.deepEqual(bare, ['name', 'startDate', 'eventStatus', 'organizer', 'url', 'isAccessibleForFree'])
})

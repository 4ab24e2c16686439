import assert from 'node:assert/strict'
import { test } from 'node:test'
import { boundSpan, byUrgency, cyclesOf, inProgramme } from './work-programme.ts'

const day = (iso: string) => Temporal.PlainDate.from(iso)
const protocol = {
  startsOn: day('2024-04-01'),
  endsOn: undefined,
  parties: [{ signedOn: day('2024-03-01') }, { signedOn: day('2024-10-05') }],
}
const duty = { window: { opensMonth: 10, closesMonth: 2 }, startsOn: day('2024-04-01'), endsOn: undefined, outcomes: [] }

test('G15: a protocol binds when every party has signed, and owes whole windows from then on', () => {
  assert.equal(boundSpan(protocol)?.startsOn.toString(), '2024-10-05')
  assert.equal(boundSpan({ ...protocol, parties: [...protocol.parties, { signedOn: undefined }] }), undefined)
  assert.equal(boundSpan({ ...protocol, parties: [] }), undefined)
  const cycles = cyclesOf(duty, protocol, day('2026-03-10'))
  assert.deepEqual(
    cycles.map(({ window, state }) => [window.year, state]),
    [
      [2025, 'overdue'],
      [2026, 'coming'],
    ],
  )
  assert.deepEqual(cyclesOf(duty, { ...protocol, parties: [{ signedOn: undefined }] }, day('2026-03-10')), [])
})

test('G15: the programme keeps what is overdue, however old, and lists it first', () => {
  const met = { ...duty, outcomes: [{ year: 2025, outcome: 'met', onDay: day('2026-01-10') }] as const }
  const today = day('2028-03-10')
  const cycles = cyclesOf(met, protocol, today)
    .filter((cycle) => inProgramme(cycle, today))
    .toSorted(byUrgency)
  assert.deepEqual(
    cycles.map(({ window, state }) => [window.year, state]),
    [
      [2026, 'overdue'],
      [2027, 'overdue'],
      [2028, 'coming'],
    ],
  )
})

test('G15: a duty that ended owes no window that closes afterwards', () => {
  const ended = { ...duty, endsOn: day('2026-02-28') }
  assert.deepEqual(cyclesOf(ended, protocol, day('2026-03-10')), [])
  assert.equal(cyclesOf({ ...duty, endsOn: day('2026-03-01') }, protocol, day('2026-03-10')).length, 1)
})

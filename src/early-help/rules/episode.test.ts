import assert from 'node:assert/strict'
import { test } from 'node:test'
import { closureChoices, closureReasons, episodeState, reopens } from './episode.ts'

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)

test('E5: a family comes back as the same record until the last day of the window, over leap days too; a day later it is a new one', () => {
  assert.equal(reopens(day('2024-02-10'), day('2024-03-09'), 28), true)
  assert.equal(reopens(day('2024-02-10'), day('2024-03-10'), 28), false)
  assert.equal(reopens(day('2026-02-10'), day('2026-03-10'), 28), true)
  assert.equal(reopens(day('2026-02-10'), day('2026-02-10'), 0), true)
  assert.equal(reopens(day('2026-02-10'), day('2026-02-11'), 0), false)
})

test('E5: a record that nobody leads is an alarm once the family agreed, and one that was refused is not one that was worked with', () => {
  const asked = { agreedOn: undefined, closedOn: undefined, closureReason: undefined, hasLead: false }
  const agreed = { ...asked, agreedOn: day('2026-03-01') }
  assert.equal(episodeState(asked), 'asked')
  assert.equal(episodeState(agreed), 'lead-vacant')
  assert.equal(episodeState({ ...agreed, hasLead: true }), 'open')
  assert.equal(episodeState({ ...asked, closedOn: day('2026-03-02'), closureReason: 'refused' }), 'refused')
  assert.equal(episodeState({ ...agreed, closedOn: day('2026-03-02'), closureReason: 'withdrew' }), 'closed')
})

test('E5: a record is closed with one reason; withdrew and not engaging are two, and nobody withdraws who never agreed', () => {
  assert.equal(new Set(closureReasons).size, closureReasons.length)
  const worked = closureChoices(day('2026-03-01'))
  for (const reason of [
    'needs-met',
    'single-agency',
    'stepped-up',
    'withdrew',
    'not-engaging',
    'moved',
    'aged-out',
    'duplicate',
    'died',
    'other',
  ] as const)
    assert.ok(worked.includes(reason), reason)
  assert.ok(!worked.includes('refused'))
  const never = closureChoices(undefined)
  assert.ok(never.includes('refused'))
  assert.ok(!never.includes('withdrew') && !never.includes('needs-met'))
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { digestLines } from './digest-lines.ts'

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
const none = {
  ...{ absences: [], actions: [], papers: [], own: [], ratifications: [], clerking: [], returned: [], unread: [], news: [] },
  ...{ between: [], live: [] },
}

test('X3: the daily summary puts answers first, then what is overdue, then what has a day, reading and news', () => {
  const today = day('2026-03-10')
  const lines = digestLines(
    {
      ...none,
      news: [{ words: 'Supplement', board: 'Board', heldOn: day('2026-03-12'), address: 'n' }],
      unread: [{ board: 'Board', heldOn: day('2026-03-12'), count: 2, address: 'u' }],
      papers: [{ heldOn: day('2026-03-16'), address: 'p' }],
      returned: [{ heldOn: day('2026-03-12'), count: 1, address: 'r' }],
      actions: [
        { dueTo: day('2026-03-14'), address: 'soon' },
        { dueTo: day('2026-03-01'), address: 'late' },
        { dueTo: day('2026-02-01'), address: 'later' },
        { dueTo: day('2026-06-01'), address: 'far' },
        { dueTo: null, address: 'open' },
      ],
      absences: [{ address: 'a' }],
      live: [{ board: 'Board', address: 'today' }],
      between: [
        { words: 'Answer the other board', dueOn: day('2026-02-20'), address: 'asked' },
        { words: 'Far', dueOn: day('2026-05-20'), address: 'distant' },
        { words: 'Confirm', dueOn: undefined, address: 'copies' },
      ],
    },
    today,
  )
  assert.deepEqual(
    lines.map(({ address }) => address),
    ['today', 'a', 'later', 'asked', 'late', 'r', 'soon', 'p', 'copies', 'u', 'n'],
  )
})

test('X3: where nothing waits, there is nothing to tell', () => {
  assert.deepEqual(digestLines(none, day('2026-03-10')), [])
})

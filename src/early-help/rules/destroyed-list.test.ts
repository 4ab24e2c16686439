import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csvOf } from '#platform/csv.ts'
import { destroyedColumns, mostGivenBack, readDestroyedList } from './destroyed-list.ts'

const [one, other, digest] = ['01a20ba2-7d7b-7006-9f1d-745b957566c3', '01a20ba2-7d7b-7006-9f1d-745b957566c4', 'a'.repeat(64)]
const row = [one, other, '2026-03-10T10:00:00Z', digest, 'photograph']

test('E12: the list of what was destroyed is read as it was written, each line once, and the one of before photographs, too', () => {
  const line = { id: one, episode: other, destroyedAt: Temporal.Instant.from('2026-03-10T10:00:00Z'), digest }
  assert.deepEqual(readDestroyedList(csvOf([destroyedColumns, row, row])), { lines: [{ ...line, what: 'photograph' }] })
  assert.deepEqual(readDestroyedList(csvOf([destroyedColumns.slice(0, 4), row.slice(0, 4)])), { lines: [{ ...line, what: 'record' }] })
  assert.deepEqual(readDestroyedList('\n'), { lines: [] })
})

test('E12: whatever else is in the list is told by its line, and nothing of it is taken', () => {
  for (const wrong of [
    [one, 'x', ...row.slice(2)],
    [one, other, '2026-02-31T10:00:00Z', digest],
    [one, other, 'yesterday', digest],
    [one, other, row[2] ?? '', 'b'],
    [...row.slice(0, 4), 'house'],
    [...row, ''],
    ["'; drop table casework.episode; --"],
  ])
    assert.deepEqual(readDestroyedList(csvOf([destroyedColumns, row, wrong])), { wrong: 3 }, wrong.join())
  const many = Array.from({ length: mostGivenBack + 1 }, (_, n) => [`${String(n).padStart(8, '0')}${one.slice(8)}`, ...row.slice(1)])
  assert.deepEqual(readDestroyedList(csvOf(many)), { wrong: mostGivenBack + 1 })
})

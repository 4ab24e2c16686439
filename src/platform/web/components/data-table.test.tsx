import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DataTable } from './data-table.tsx'

test('X6: a row that begins with a bare number says on a phone what the number counts', () => {
  const rows = [{ cells: ['4', 'Early help'] }]
  const named = String(
    DataTable({ caption: 'Papers', columns: [{ heading: 'Item', namesNumber: true }, { heading: 'Paper' }], rows, narrow: 'stack' }),
  )
  assert.match(named, /<th scope="row" role="rowheader" data-label="Item">4<\/th>/)
  const bare = String(DataTable({ caption: 'Papers', columns: [{ heading: 'Paper' }, { heading: 'Author' }], rows, narrow: 'stack' }))
  assert.doesNotMatch(bare, /<th scope="row"[^>]*data-label/)
})

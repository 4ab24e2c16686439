import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readQuery } from './asked-query.ts'

test('O4: words that must stand together are asked for by their pairs, and everything else by itself', () => {
  assert.deepEqual(readQuery("'head' <2> 'servic' <-> 'manag' & 'plan' & !'train'"), {
    text: "'head' <2> 'servic' <-> 'manag' & 'plan' & !'train'",
    leavesOut: true,
    needs: {
      words: "'head' & 'servic' & 'manag' & 'plan' & ! 'train'",
      pairs: [
        { first: 'head', gap: 2, next: 'servic' },
        { first: 'servic', gap: 1, next: 'manag' },
      ],
    },
  })
  assert.deepEqual(readQuery("'o''brien' <-> 'a\\\\b'").needs?.pairs, [{ first: "o'brien", gap: 1, next: 'a\\b' }])
})

test('O4: where nothing must stand together, or it is too tangled to say, the query is asked as it is', () => {
  for (const text of [
    '',
    "'plan'",
    "'plan' & 'budget'",
    "'plan' | 'head' <-> 'servic'",
    "'plan' & !( 'head' <-> 'servic' )",
    "'head' <9> 'servic'",
    "'saf':* <-> 'plan'",
    "'a <-> b'",
    "'a | b'",
  ])
    assert.equal(readQuery(text).needs, undefined, text)
  assert.equal(readQuery("'a ! b'").leavesOut, false)
  assert.equal(readQuery("!'a'").leavesOut, true)
})

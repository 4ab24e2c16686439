import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Block, run, type Table } from '#platform/paper/tree.ts'
import { inLargePrint } from './large-tables.ts'

const table = (...rows: readonly (readonly string[])[]): Table => ({
  type: 'table',
  align: (rows[0] ?? []).map(() => 'start' as const),
  rows: rows.map((cells) => cells.map((words) => [run(words)])),
})
const told = (block: Block): string =>
  block.type === 'paragraph'
    ? block.content.map((part) => (part.type === 'text' ? part.text : '')).join('')
    : block.type === 'list'
      ? block.items.map(({ content }) => content.map((part) => (part.type === 'text' ? part.text : '')).join('')).join('; ')
      : block.type
const print = (...blocks: readonly Block[]) => inLargePrint({ version: 1, blocks }).blocks.map(told)

test('E11: in large print a table of many columns is told row by row, and a narrow one stays a table', () => {
  const people = table(
    ['Name', 'Who', 'Born or due', 'Gender', 'Ethnicity', 'Parental responsibility', 'Assessed?'],
    ['Juno Larch', 'Child', '28 February 2019', 'Not recorded', 'Not recorded', 'Does not apply', 'EA-5NBW-ZW3Q'],
    ['Anna Larch', 'Parent or carer', 'Not known', 'Not recorded', 'Not recorded', 'No', 'Not recorded'],
  )
  assert.deepEqual(print(people).slice(0, 2), [
    'Name: Juno Larch',
    'Who: Child; Born or due: 28 February 2019; Gender: Not recorded; Ethnicity: Not recorded; Parental responsibility: Does not apply; Assessed? EA-5NBW-ZW3Q',
  ])
  assert.equal(print(people).length, 4)
  assert.deepEqual(print(table(['Lead', 'Agency'], ['Esther Quist', 'Northbrook Community Health Services'])), ['table'])
  assert.deepEqual(print(table(['One', 'Two'], ['x'.repeat(30), 'y'.repeat(30)])).length, 1, 'a word of more than 20 letters is broken')
})

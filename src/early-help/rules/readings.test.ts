import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { changeOf, gridOf, onlyOnce, type Reading, seriesOf, silentChildren } from './readings.ts'

const start = Temporal.PlainDate.from('2026-01-05')
type Said = Reading & { readonly captured: string | null }
const said = (person: string, value: number | null, week: number, more: Partial<Said> = {}): Said => ({
  ...{
    role: 'child',
    person,
    name: person,
    question: 'q',
    standing: value === null ? 'not-asked' : 'read',
    value,
    on: start.add({ weeks: week }),
  },
  captured: value === null ? null : 'by-them',
  ...more,
})

test('E2: change is the latest less the first number of the same person and question; 0 is a reading and absence is not', () => {
  const [ivy, wren, one, none] = seriesOf([
    ...[said('ivy', 0, 0), said('ivy', null, 1), said('ivy', 3, 2), said('wren', 5, 0), said('wren', 5, 1, { question: 'another' })],
    said('xander', null, 3),
  ])
  assert.deepEqual(ivy && changeOf(ivy, 3), { kind: 'change', first: 0, latest: 3, by: 3, improved: true })
  assert.deepEqual(ivy && changeOf(ivy, 4), { kind: 'change', first: 0, latest: 3, by: 3, improved: false })
  assert.equal(wren && changeOf(wren, 3).kind, 'one')
  assert.equal(one && changeOf(one, 3).kind, 'one')
  assert.deepEqual(none && changeOf(none, 3), { kind: 'none' })
  assert.equal(onlyOnce([ivy, wren, one, none].flatMap((each) => each ?? [])), 2)
})

test('E2: a child is silent for themselves: a brother’s number, a reported one and “not asked” break no silence', () => {
  const children = [{ id: 'ivy' }, { id: 'wren' }, { id: 'sky' }]
  const readings = [said('ivy', 4, 4), said('wren', 4, 0), said('wren', null, 9), said('wren', 7, 9, { captured: 'reported' })]
  const silent = silentChildren(children, readings, { from: start, today: start.add({ weeks: 10 }), weeks: 6 })
  assert.deepEqual(
    silent.map(({ child, since }) => [child.id, since?.toString()]),
    [
      ['wren', '2026-01-05'],
      ['sky', undefined],
    ],
  )
  assert.deepEqual(silentChildren(children, readings, { from: start, today: start.add({ weeks: 6 }), weeks: 6 }), [])
})

test('E2: of any history the chart holds each number on its day, and nothing where nobody gave one', () => {
  const one = fc.record({
    person: fc.constantFrom('a', 'b', 'c'),
    value: fc.option(fc.integer({ min: 0, max: 10 })),
    week: fc.integer({ min: 0, max: 20 }),
  })
  fc.assert(
    fc.property(fc.uniqueArray(one, { selector: ({ person, week }) => `${person}${week}`, maxLength: 30 }), (history) => {
      const grid = gridOf(seriesOf(history.map(({ person, value, week }) => said(person, value, week))))
      assert.equal(grid.days.length, new Set(history.map(({ week }) => week)).size)
      for (const { series, values } of grid.lines)
        for (const [at, value] of values.entries()) {
          const known = history.find(({ person, week }) => person === series.person && grid.days[at]?.equals(start.add({ weeks: week })))
          assert.equal(value, known?.value ?? null)
        }
      // The slow way: walk the history in order of its weeks.
      for (const series of seriesOf(history.map(({ person, value, week }) => said(person, value, week)))) {
        const values = history.filter(({ person, value }) => person === series.person && value !== null).sort((x, y) => x.week - y.week)
        const change = changeOf(series, 3)
        assert.equal(change.kind, values.length === 0 ? 'none' : values.length === 1 ? 'one' : 'change')
        if (change.kind === 'change') assert.equal(change.by, (values.at(-1)?.value ?? 0) - (values[0]?.value ?? 0))
      }
    }),
    { numRuns: 80 },
  )
})

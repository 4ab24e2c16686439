import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { ChartsPattern } from '#home/patterns/charts-pattern.tsx'
import { htmlFaults } from '#test/support/html.ts'
import { memberVisit } from '../testing/visits.ts'
import { apart, namedPlaces, scalesOf, wideRoom } from './axis.ts'
import { HeatMap } from './heat-map.tsx'
import { LineChart } from './line-chart.tsx'
import { Sparkline } from './sparkline.tsx'

const html = String(ChartsPattern({ visit: memberVisit('/patterns/charts') }))

test('I7: every chart is sound HTML with a name, a description, a sentence, a table and a file, and no style of its own', async () => {
  assert.deepEqual(await htmlFaults(html), [])
  const figures = html.split('<figure ').slice(1)
  assert.equal(figures.length, 5)
  for (const figure of figures) {
    assert.match(figure, /<figcaption class="gt-chart__sentence">[^<]{20,}/)
    assert.match(figure, /<table /)
    assert.match(figure, /download="">Download the data as CSV/)
    if (!figure.includes('gt-heat')) assert.match(figure, /role="img"[^>]*><title id="[^"]+">[^<]+<\/title><desc id="[^"]+">[^<]+<\/desc>/)
  }
  assert.doesNotMatch(html, /style=|NaN|Infinity|undefined/)
  assert.equal(html.split('<title>Jan 2024: 62%</title>').length, 3, 'points name themselves, in the process chart and in the line')
})

test('I6: what is hidden takes no part in a chart: neither its line nor its axis nor its names', () => {
  const words = { id: 'x', title: 'A & B', sentence: 'Said', csv: '/x.csv', table: { columns: [], rows: [] } }
  const place = { label: 'May', tick: 'May', mark: 'plain' as const }
  const points = [
    { ...place, value: 40, name: 'April: 40' },
    { ...place, value: null, name: 'May: suppressed', gap: { mark: 'c', name: 'May: suppressed' } },
    { ...place, value: 44, name: 'June: 44' },
  ]
  const drawn = String(LineChart({ words, description: '<40>', points, lines: [], tickText: String, floor: 0 }))
  assert.equal(drawn.match(/class="gt-chart__series" d="M[^LM]*M[^LM]*"/)?.length, 1, 'the line breaks')
  assert.match(drawn, /<desc id="x-text">&lt;40&gt;<\/desc>/)
  assert.match(drawn, /class="gt-chart__gap"[^>]*>c</)
  assert.match(
    String(Sparkline({ words: 'Suppressed', values: [null, null], target: 3, range: null, mark: 'plain' })),
    /gt-missing">Suppressed/,
  )
  const cell = { letter: 'c', words: 'Suppressed', kind: 'hidden' as const }
  const heat = String(HeatMap({ words, rowHeading: 'Measure', columns: ['May'], rows: [{ label: '<b>', cells: [cell] }], legend: [cell] }))
  assert.match(heat, /&lt;b&gt;.*gt-heat__cell--hidden"><span aria-hidden="true">c<\/span><span class="govuk-visually-hidden">Suppressed/)
})

test('I7: axes hold every value, labels never overlap, and the latest period is always named', () => {
  const value = fc.double({ min: -1e6, max: 1e6, noNaN: true })
  fc.assert(
    fc.property(fc.array(value, { maxLength: 40 }), fc.boolean(), (values, floored) => {
      const scales = scalesOf(wideRoom, values.length, values, floored ? 0 : null)
      for (const one of values.filter((each) => !floored || each >= 0)) {
        const y = scales.y(one)
        assert.ok(Number.isFinite(y) && y >= wideRoom.top - 1e-6 && y <= wideRoom.height - wideRoom.bottom + 1e-6, `${one} at ${y}`)
      }
      const named = namedPlaces(values.length, 7)
      assert.ok(named.length <= 7 && (values.length === 0 || named.includes(values.length - 1)))
    }),
  )
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { maxLength: 8 }), (positions) => {
      const sorted = [...apart(positions, 16, 0, 300)].sort((one, other) => one - other)
      for (const [index, position] of sorted.entries()) assert.ok(index === 0 || position - (sorted[index - 1] ?? 0) >= 16 - 1e-6)
    }),
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { measureOf, observed, targetOf80, today } from '../testing/made-up.ts'
import { plainCauses } from '../testing/plain-causes.ts'
import { chartPoints, figureTable, letteredNotes } from '../words/chart-points.ts'
import { findingOf, processChart } from '../words/measure-chart.ts'
import { countsOf, scorecardRow } from '../words/scorecard.ts'
import { edgeWords, whyWords } from '../words/why.ts'
import { countedFigure } from './counted.ts'
import { directionOf } from './direction.ts'
import { exactOf, whole } from './exact.ts'
import { judge } from './judge.ts'
import { nextGreen, yearEnd } from './outlook.ts'
import { readingOf } from './reading.ts'

const rules = { screening: true, trialBelow: 12, noneBelow: 7, runBelow: 12 }
const measure = measureOf({})
const read = (values: readonly (number | string)[], more: Partial<Parameters<typeof readingOf>[0]> = {}) =>
  readingOf({ measure, targets: [targetOf80], observations: observed(measure, values), rebases: [], ...more }, rules, today)

test('I3: a month without an entry is missing, the last one due is waited for, and none of them is ever a zero', () => {
  const reading = read([70, 'missing', 'nothing', 72, 'nothing'])
  assert.deepEqual(
    reading.points.map(({ known }) => known.state),
    ['value', 'missing', 'missing', 'value'],
  )
  assert.equal(reading.awaited?.startsOn.toString(), '2026-10-01')
  assert.equal(reading.now?.judged.rag.colour, 'amber')
  const late = read([70, 72, 'nothing', 'nothing'])
  assert.equal(late.now?.known.state, 'missing')
  assert.equal(late.now?.judged.rag.colour, null)
  assert.equal(late.awaited, null)
  assert.match(findingOf(late), /^Missing in October 2026\. The latest figure shown is 72% in August 2026/)
  assert.equal(readingOf({ measure, targets: [], observations: [], rebases: [] }, rules, today).chart, 'none')
})

test('I3: where chance explains the last figure there is no clear change; below twelve figures it is said beside the one before', () => {
  const quiet = [71, 73, 72, 74, 70, 73, 72, 71, 74, 72, 73, 74]
  assert.deepEqual(directionOf(read(quiet)), { kind: 'no-clear-change' })
  assert.equal(read(quiet).chart, 'process')
  const outside = directionOf(read([...quiet.slice(1), 90]))
  assert.ok(outside.kind === 'special' && outside.reads === 'improving' && outside.way === 'up')
  const few = directionOf(read([70, 72]))
  assert.ok(few.kind === 'beside' && few.reads === 'better')
  const none = readingOf(
    { measure: measureOf({ polarity: 'none' }), targets: [], observations: observed(measure, [70, 72]), rebases: [] },
    rules,
    today,
  )
  assert.equal(directionOf(none).kind === 'beside' && (directionOf(none) as { reads: string }).reads, 'moved')
  assert.equal(read([1, 2, 3, 4, 5, 6, 7, 8]).chart, 'run')
  assert.equal(read([1, 2, 3, 4, 5, 6, 7, 8]).sections?.[0].limits?.trial, true)
})

/** The direction of travel read a second time, slowly: by the plain judge of charts from twelve figures on, else by the figure of the month before. */
function plainDirection(values: readonly (number | null)[], polarity: 'higher' | 'lower' | 'none'): string {
  const last = values.at(-1) ?? null
  if (last === null) return 'unknown no-figure'
  const known = values.filter((one) => one !== null)
  const good = (up: boolean) => (polarity === 'none' ? null : up === (polarity === 'higher'))
  if (known.length >= 12) {
    const cause = plainCauses(values, true).at(-1)
    if (cause === 'common') return 'no-clear-change'
    const mean = known.reduce((sum, one) => sum + one, 0) / known.length
    const up = cause === 'trend' ? last > (values.at(-2) ?? last) : last > mean
    const better = good(up)
    return `special ${cause} ${up ? 'up' : 'down'} ${better === null ? 'changing' : better ? 'improving' : 'concerning'}`
  }
  const before = values.at(-2) ?? null
  if (before === null) return 'unknown nothing-before'
  if (before === last) return 'beside same'
  const better = good(last > before)
  return `beside ${better === null ? 'moved' : better ? 'better' : 'worse'}`
}

test('I3: the recent trend agrees with a second, slow and obvious reading, over thousands of random series', () => {
  const told = (direction: ReturnType<typeof directionOf>): string => {
    if (direction.kind === 'special') return `special ${direction.cause} ${direction.way} ${direction.reads}`
    if (direction.kind === 'no-clear-change') return direction.kind
    return `${direction.kind} ${direction.kind === 'beside' ? direction.reads : direction.because}`
  }
  // Series that drift, and such as end in a slow rise, as well as noise: else trends and runs hardly ever come up.
  const steps = fc.array(fc.option(fc.integer({ min: -6, max: 9 }), { freq: 14 }), { minLength: 2, maxLength: 24 })
  const shapes = fc.constantFrom('noise' as const, 'drift' as const, 'slow-end' as const)
  const levels = fc
    .tuple(fc.integer({ min: 40, max: 60 }), steps, shapes, fc.integer({ min: 4, max: 9 }))
    .map(([from, given, shape, tail]) => {
      let level = from
      const rest = given.map((step, index) => {
        if (step === null) return null
        const slow = shape === 'slow-end' && index >= given.length - tail
        level = slow ? level + 1 : shape === 'drift' ? level + step : from + step * 3
        return level
      })
      return [from, ...rest]
    })
  const met = new Set<string>()
  fc.assert(
    fc.property(levels, fc.constantFrom('higher', 'lower', 'none'), (values, polarity) => {
      const definition = measureOf({ polarity, decimals: 0 })
      const written = values.map((one) => one ?? 'missing')
      const input = { measure: definition, targets: [], observations: observed(definition, written), rebases: [] }
      const direction = told(directionOf(readingOf(input, rules, today)))
      met.add(direction)
      assert.equal(direction, plainDirection(values, polarity))
    }),
    { numRuns: 2_500 },
  )
  for (const kind of ['no-clear-change', 'special outside', 'special trend', 'special one-side', 'beside better', 'unknown no-figure'])
    assert.ok(
      [...met].some((one) => one.startsWith(kind)),
      `${kind} came up`,
    )
})

test('I3: limits begin anew only at a decision or where a definition breaks the series', () => {
  const rebase = { id: 'r', onDay: Temporal.PlainDate.from('2026-04-01'), reason: 'Moved', decidedBy: 'Board', decidedOn: today }
  const reading = read(
    Array.from({ length: 20 }, (_, index) => 60 + (index % 3)),
    { rebases: [rebase] },
  )
  assert.deepEqual(
    reading.breaks.map(({ from }) => reading.points[from]?.period.startsOn.toString()),
    ['2026-04-01'],
  )
  assert.equal(reading.sections?.length, 2)
})

test('I6: a hidden figure hides colour, arrow, axis, sentence and every word that would give it away', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1000, max: 9999 }), { minLength: 1, maxLength: 16 }), (values) => {
      const reading = read([...values, 'suppressed'])
      const row = scorecardRow(measure, reading, [])
      assert.equal(row.verdict.colour, null)
      assert.equal(row.direction.way, null)
      assert.equal(row.number, '')
      assert.equal(row.figure, 'Suppressed')
      assert.equal(row.history.at(-1)?.kind, 'hidden')
      const points = chartPoints(reading, [], true)
      assert.equal(points.at(-1)?.value, null)
      assert.equal(points.at(-1)?.gap?.mark, 'c')
      if (reading.sections) assert.ok(!JSON.stringify(processChart(reading, [], '/x').words).includes('NaN'))
      assert.match(findingOf(reading), /^Suppressed in/)
    }),
    { numRuns: 60 },
  )
})

test('I3: why it is amber: value, target, edges, rounding, polarity, who set it, and what would turn it green', () => {
  const reading = read([79.96])
  assert.ok(reading.now)
  const why = whyWords(reading.now, nextGreen(measure, [targetOf80], reading.now.period))
  assert.equal(why.question, 'Why is it amber?')
  const facts = Object.fromEntries(why.facts)
  assert.match(facts.Figure ?? '', /^79\.96% in/)
  assert.match(facts.Rounding ?? '', /Rounded it would print as 80%/)
  assert.equal(facts['Where colours begin'], 'Green at 80% or more, amber at 72% or more, red below 72%.')
  assert.equal(facts['Which way is better'], 'Higher is better')
  assert.equal(facts['Set by'], 'Board')
  assert.equal(facts['What would turn it green'], '80% or more in November 2026.')
  assert.equal(edgeWords('none', null, { unit: '' }), 'There are no colours.')
})

test('P4: a meaning that is worded for the other direction is shown as it was written, and said to be wrong there', () => {
  const means = { red: 'Significantly below target', amber: '', green: 'Below target' }
  const meansOf = (polarity: 'higher' | 'lower', value: number, colour: string) => {
    const other = measureOf({ polarity })
    const target = { ...targetOf80, means }
    const { now } = readingOf({ measure: other, targets: [target], observations: observed(other, [value]), rebases: [] }, rules, today)
    assert.ok(now)
    return Object.fromEntries(whyWords(now, null).facts)[`${colour} means`]
  }
  assert.equal(meansOf('higher', 10, 'Red'), 'Significantly below target')
  assert.match(meansOf('lower', 99, 'Red') ?? '', /^Significantly below target\. .*wrong as worded for a measure of which lower is better/)
  assert.equal(meansOf('lower', 70, 'Green'), 'Below target')
  assert.match(meansOf('higher', 90, 'Green') ?? '', /wrong as worded/)
  assert.doesNotMatch(meansOf('lower', 85, 'Amber') ?? '', /wrong/)
})

test('I3: a year is foreseen from complete months only, and its method is said', () => {
  const flow = measureOf({ kind: 'flow', unit: 'families' })
  const months = readingOf(
    { measure: flow, targets: [], observations: observed(flow, [77, 77, 77, 77, 77, 77, 77]), rebases: [] },
    rules,
    today,
  )
  assert.equal(yearEnd(months.points)?.value.toString(), exactOf('924')?.toString())
  const gap = readingOf(
    { measure: flow, targets: [], observations: observed(flow, [77, 'missing', 77, 77, 77, 77, 77]), rebases: [] },
    rules,
    today,
  )
  assert.equal(yearEnd(gap.points), null)
})

test('I4: counts by colour add up to the rows, those without a colour among them; notes stand at their points', () => {
  const rows = [[85], [75], [10], ['missing'], ['suppressed']].map((values) => scorecardRow(measure, read(values), []))
  assert.deepEqual(countsOf(rows), { green: 1, amber: 1, red: 1, none: 2, worst: 'red' })
  const reading = read([70, 71])
  const notes = letteredNotes([{ id: 'n', onDay: Temporal.PlainDate.from('2026-10-09'), words: 'Began' }], reading.points)
  assert.deepEqual(
    notes.map(({ letter, at }) => [letter, at]),
    [['A', 1]],
  )
  assert.match(figureTable(reading, notes).rows[1]?.join('|') ?? '', /October 2026\|71%\|Final\|80%\|Off track\|A: Began/)
})

test('E10: a target on fewer families than its measure rates gives no colour and says so; on as many, or where nothing is set, it does', () => {
  const baseline = { id: 'b', value: whole(5), period: observed(measure, [1])[0]?.period, method: 'single-period', source: '' }
  const aimed = (value: number) =>
    ({ ...targetOf80, aim: { kind: 'relative', percent: whole(-10) }, baseline: { ...baseline, value: whole(value) } }) as typeof targetOf80
  const rated = (ratedFrom: number | null, from: number, figure: number | string = 4) => {
    const few = measureOf({ polarity: 'lower', ratedFrom })
    const { rag } = judge(few, [aimed(from)], observed(few, [figure])[0] ?? assert.fail())
    return rag.colour ?? rag.because
  }
  assert.deepEqual([rated(20, 5), rated(20, 19), rated(20, 20), rated(null, 5)], ['small-base', 'small-base', 'green', 'green'])
  assert.equal(rated(20, 5, 'missing'), 'missing', 'what is no number says why first')
})

test('E10, I5: of a quarter families at the end are those of its last month, what happened is added up, and a month that is not published makes it wait', () => {
  const period = {
    type: 'quarter',
    startsOn: Temporal.PlainDate.from('2026-01-01'),
    endsOn: Temporal.PlainDate.from('2026-04-01'),
  } as const
  const row = (on: string, met: number, isHidden = false) => ({
    ...{ id: on, on: Temporal.PlainDate.from(on), title: '', href: '', of: 1, met, said: '', isHidden },
  })
  const [january, february, march] = [row('2026-01-31', 90), row('2026-02-28', 95), row('2026-03-31', 100)]
  const kind = { title: '', version: 1, gives: 'number', rowsAre: 'months', nothing: '', ofPeople: false, isPublished: true } as const
  const told = (stock: boolean, ...rows: readonly ReturnType<typeof row>[]) => {
    const { status, value } = countedFigure(stock ? { ...kind, kind: 'stock' } : kind, period, rows)
    return value === null ? status : Number(value)
  }
  assert.deepEqual([told(true, january, february, march), told(false, january, february, march)], [100, 285])
  assert.deepEqual([told(true, january, february), told(false, january, february)], ['not-yet-available', 'not-yet-available'])
  assert.deepEqual(
    [told(true, row('2026-01-31', 0, true), february, march), told(false, row('2026-01-31', 0, true), february, march)],
    [100, 'suppressed'],
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type AttackedFigure, attackAll } from '../testing/release-attacker.ts'
import { rangesOf } from './hidden-ranges.ts'
import { type Cell, wholeCell } from './measure.ts'
import { type Period, periodOf } from './period.ts'
import { exposedBy, guardRelease } from './release-guard.ts'
import type { Release, ReleasedCell, Structure } from './releases.ts'
import { protectTable, type SmallNumberMethod } from './small-numbers.ts'

const METHOD: SmallNumberMethod = { version: 'exact', threshold: 5, base: 1, hidesZeros: false }
const FLOW: Structure = { overTime: 'sum', parents: new Map() }
const day = (iso: string) => Temporal.PlainDate.from(iso)
const month = (number: number): Period => periodOf('month', day('2026-04-01').add({ months: number }))
const stretch = (from: number, to: number): Period => ({ type: 'other', startsOn: month(from).startsOn, endsOn: month(to).startsOn })
const area = (name: string): Cell => ({ area: name, dimension: '', category: '' })
const sex = (name: string): Cell => ({ area: null, dimension: 'Sex', category: name })
const shown = (cell: Cell, ...counts: readonly number[]): ReleasedCell => ({ cell, counts, isShown: true })
const hidden = (cell: Cell, ...counts: readonly number[]): ReleasedCell => ({ cell, counts, isShown: false })
const release = (period: Period, ...cells: readonly ReleasedCell[]): Release => ({ period, cells })

test('I6: a year to date less the one before tells the month between: the later one is held back', () => {
  const june = release(stretch(0, 3), shown(wholeCell, 14))
  const tried = (count: number) => guardRelease([june], release(stretch(0, 4), shown(wholeCell, count)), FLOW, METHOD)
  assert.deepEqual(tried(18), { outcome: 'held-back', because: 'would-tell' })
  assert.equal(tried(14).outcome, 'alone', 'that nobody was added is shown, as any 0 is')
  assert.equal(tried(20).outcome, 'alone')
})

test('I6: a quarter beside its months tells the one that is hidden; with two hidden months it may be shown', () => {
  const months = [release(month(0), hidden(wholeCell, 3)), release(month(1), shown(wholeCell, 20)), release(month(2), shown(wholeCell, 30))]
  const quarter = release(stretch(0, 3), shown(wholeCell, 53))
  assert.deepEqual(guardRelease(months, quarter, FLOW, METHOD), { outcome: 'held-back', because: 'would-tell' })
  const two = [months[0] ?? quarter, release(month(1), hidden(wholeCell, 1)), months[2] ?? quarter]
  assert.equal(guardRelease(two, release(stretch(0, 3), shown(wholeCell, 34)), FLOW, METHOD).outcome, 'held-back', 'both together are 4')
  const far = [months[0] ?? quarter, release(month(1), hidden(wholeCell, 9)), months[2] ?? quarter]
  assert.equal(guardRelease(far, release(stretch(0, 3), shown(wholeCell, 42)), FLOW, METHOD).outcome, 'alone')
})

test('I6: a whole that was shown first keeps a part hidden that comes later, with as much of the split as it takes', () => {
  const whole = release(month(0), shown(wholeCell, 60))
  const split = release(month(0), hidden(sex('a'), 3), shown(sex('b'), 20), shown(sex('c'), 37))
  const guarded = guardRelease([whole], split, FLOW, METHOD)
  assert.equal(guarded.outcome, 'more-hidden')
  assert.deepEqual(guarded.outcome === 'more-hidden' && [...guarded.hidden].map(({ counts }) => counts[0]), [20])
  const other = release(month(0), shown(sex('b'), 20), hidden(sex('a'), 3))
  assert.equal(guardRelease([whole], other, FLOW, METHOD).outcome, 'alone', 'a split that does not make up the whole tells nothing of it')
})

test('I6: wards that are given after their district keep the small one hidden, and a stock is one figure in month and quarter', () => {
  const within: Structure = { overTime: 'sum', parents: new Map(['p', 'q', 'r'].map((ward) => [ward, ['north']])) }
  const districts = release(month(0), shown(wholeCell, 90), shown(area('north'), 50), shown(area('south'), 40))
  const wards = release(month(0), hidden(area('p'), 2), shown(area('q'), 18), shown(area('r'), 30))
  const guarded = guardRelease([districts], wards, within, METHOD)
  assert.deepEqual(guarded.outcome === 'more-hidden' && [...guarded.hidden].map(({ counts }) => counts[0]), [18])
  const stock: Structure = { overTime: 'last', parents: new Map() }
  assert.equal(
    guardRelease([release(month(2), hidden(wholeCell, 4))], release(stretch(0, 3), shown(wholeCell, 40)), stock, METHOD).outcome,
    'alone',
  )
})

test('I6: rates are counts with and without: a rate of a quarter beside those of its months', () => {
  const months = [
    release(month(0), hidden(wholeCell, 3, 40)),
    release(month(1), shown(wholeCell, 20, 30)),
    release(month(2), shown(wholeCell, 30, 30)),
  ]
  assert.equal(guardRelease(months, release(stretch(0, 3), shown(wholeCell, 53, 100)), FLOW, METHOD).outcome, 'held-back')
})

test('I6: what earlier releases told is not laid on a new one', () => {
  const leak = [release(month(0), shown(wholeCell, 60)), release(month(0), hidden(sex('a'), 3), shown(sex('b'), 57))]
  assert.equal(exposedBy(leak, FLOW, METHOD)?.size, 1)
  assert.equal(guardRelease(leak, release(month(1), shown(wholeCell, 70)), FLOW, METHOD).outcome, 'alone')
})

test('I6: ranges of unknown counts: sums that contradict each other have none', () => {
  const sum = (equals: number, ...names: readonly string[]) => ({ terms: new Map(names.map((name) => [name, 1])), equals })
  assert.deepEqual(
    rangesOf([sum(7, 'a', 'b'), sum(9, 'b', 'c')], ['a', 'c'], 100),
    new Map([
      ['a', { least: 0, most: 7 }],
      ['c', { least: 2, most: 9 }],
    ]),
  )
  assert.equal(rangesOf([sum(7, 'a'), sum(9, 'a')], ['a'], 100), null)
  assert.deepEqual(rangesOf([], ['a'], 100)?.get('a'), { least: 0, most: Number.POSITIVE_INFINITY })
})

interface Step {
  readonly from: number
  readonly months: number
  readonly what: 'whole' | 'parts' | 'both'
  readonly late: readonly { readonly month: number; readonly part: number; readonly more: number }[]
}

const MONTHS = 6
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    from: fc.integer({ min: 0, max: MONTHS - 1 }),
    months: fc.constantFrom(1, 1, 2, 3, 6),
    what: fc.constantFrom('whole' as const, 'parts' as const, 'both' as const),
    late: fc.array(
      fc.record({
        month: fc.integer({ min: 0, max: MONTHS - 1 }),
        part: fc.integer({ min: 0, max: 2 }),
        more: fc.integer({ min: 1, max: 3 }),
      }),
      { maxLength: 1 },
    ),
  }),
  { minLength: 3, maxLength: 9 },
)
const counts = fc.array(
  fc.array(fc.oneof(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 40 })), { minLength: 3, maxLength: 3 }),
  {
    minLength: MONTHS,
    maxLength: MONTHS,
  },
)

/** Gives a series of figures with late entries in between, each through the guard, and notes everything that was shown and hidden. */
function told(truth: readonly (readonly number[])[], given: readonly Step[], isGuarded: boolean) {
  const now = truth.map((line) => [...line])
  let reading = 0
  const before: Release[] = []
  const figures: AttackedFigure[] = []
  const noted: { start: number; end: number; parts: readonly number[]; count: number; isShown: boolean; reading: number }[] = []
  const last = new Map<string, string>()
  for (const { from, months, what, late } of given) {
    for (const { month: at, part, more } of late) {
      const line = now[at]
      if (line) line[part] = (line[part] ?? 0) + more
    }
    const inside = (start: number, end: number) => Array.from({ length: end - start }, (_, at) => start + at)
    const named = (start: number, end: number, parts: readonly number[], when = reading) =>
      inside(start, end).flatMap((at) => parts.map((part) => `${at} ${part} ${when}`))
    const totalled = (start: number, end: number, parts: readonly number[]) =>
      inside(start, end).reduce((all, at) => all + parts.reduce((sum, part) => sum + (now[at]?.[part] ?? 0), 0), 0)
    if (late.length > 0) {
      reading += 1
      for (const one of noted)
        if (totalled(one.start, one.end, one.parts) === one.count)
          figures.push({ ...one, counts: named(one.start, one.end, one.parts), still: named(one.start, one.end, one.parts, one.reading) })
    }
    const to = Math.min(MONTHS, from + months)
    const sum = (part: number) => totalled(from, to, [part])
    const parts = [0, 1, 2]
    const made = protectTable({ rows: ['all'], columns: ['a', 'b', 'c'], counts: [parts.map(sum)] }, METHOD)
    const alone = parts.reduce((all, part) => all + sum(part), 0)
    const wholeShown = what === 'both' ? made.total.state === 'shown' : alone === 0 || alone > METHOD.threshold
    const cells: ReleasedCell[] = [
      ...(what === 'parts' ? [] : [{ cell: wholeCell, counts: [alone], isShown: wholeShown }]),
      ...(what === 'whole'
        ? []
        : parts.map((part) => ({ cell: sex(String(part)), counts: [sum(part)], isShown: made.cells[0]?.[part]?.state === 'shown' }))),
    ]
    // What is given again unchanged is left as it stands.
    const key = `${from} ${to} ${what}`
    const same = JSON.stringify(cells.map((one) => one.counts))
    if (last.get(key) === same) continue
    const one: Release = { period: stretch(from, to), cells }
    const guarded = isGuarded ? guardRelease(before, one, FLOW, METHOD) : { outcome: 'alone' as const, hidden: new Set<ReleasedCell>() }
    if (guarded.outcome === 'held-back') continue
    last.set(key, same)
    const safe = { ...one, cells: cells.map((cell) => ({ ...cell, isShown: cell.isShown && !guarded.hidden.has(cell) })) }
    before.push(safe)
    for (const {
      cell,
      counts: [count = 0],
      isShown,
    } of safe.cells) {
      const of = cell.dimension === '' ? parts : [Number(cell.category)]
      figures.push({ counts: named(from, to, of), count, isShown })
      noted.push({ start: from, end: to, parts: of, count, isShown, reading })
    }
  }
  return { figures }
}

function caught(figures: readonly AttackedFigure[]): readonly string[] {
  const small = figures.filter(({ isShown, count }) => !isShown && count > 0 && count <= METHOD.threshold)
  return attackAll(figures, small)
    .filter(({ least, most }) => !(most > METHOD.threshold && most - least >= METHOD.threshold))
    .map(({ count, least, most }) => `${count} is known to be from ${least} to ${most}`)
}

test('I6: an attacker who solves the union of all releases, late entries, overlapping periods and splits, comes near no hidden small count', () => {
  let [attacked, naive] = [0, 0]
  fc.assert(
    fc.property(counts, steps, (truth, given) => {
      const made = told(truth, given, true)
      attacked += made.figures.filter(({ isShown, count }) => !isShown && count > 0 && count <= 5).length
      assert.deepEqual(caught(made.figures), [])
      if (caught(told(truth, given, false).figures).length > 0) naive += 1
    }),
    { numRuns: 100, seed: 20261123 },
  )
  assert.ok(attacked > 100 && naive > 3, `${attacked} attacked, ${naive} told without the guard`)
})

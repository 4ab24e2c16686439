import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { forecastOf, monthsEnded } from './forecast.ts'
import { balanceProblems, minimumState } from './fund.ts'
import { weightsAfterLeaving } from './leaving.ts'
import { readLedger } from './ledger.ts'
import { readLedgerDay } from './ledger-day.ts'
import { costOf, footOf, lineColumns } from './line.ts'
import { claimProblem, savingShares } from './saving.ts'
import { splitPence, totalOf } from './split.ts'
import { authorityFor, type MoveLimit } from './virement.ts'
import { readWrittenSum } from './written-sum.ts'
import { periodOf, spanOfYear, yearInWords, yearOf } from './year.ts'

const on = (day: string): Temporal.PlainDate => Temporal.PlainDate.from(day)
const pence = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n })

test('C5: 23,686 and 40,161 thousand make 63,847 thousand and meet a minimum of 18,203 thousand; a penny less than the minimum does not', () => {
  const contributions = [2_368_600_000n, 4_016_100_000n].map((sum) => ({ pence: sum, fence: null }))
  const lines = [{ pence: 6_384_700_000n, fence: null }]
  const year = { state: 'agreed' as const, contributions, lines, minimum: 1_820_300_000n }
  assert.deepEqual(balanceProblems(year), [])
  assert.deepEqual(balanceProblems({ ...year, minimum: 6_384_700_000n }), [])
  assert.deepEqual(balanceProblems({ ...year, minimum: 6_384_700_001n }), [{ code: 'below-minimum', pence: 1n }])
  assert.equal(minimumState({ pence: 1n, unknown: 1 }, 2n), 'not-known')
  assert.equal(minimumState({ pence: 1n, unknown: 0 }, 2n), 'not-met')
})

test('C5: lines never spend more than is given, are equal to it once agreed, and ring-fenced money goes to its purpose', () => {
  const given = [
    { pence: 100n, fence: null },
    { pence: 50n, fence: 'grant' },
  ]
  const money = (state: 'planning' | 'agreed', a: bigint | null, b: bigint) =>
    balanceProblems({
      state,
      contributions: given,
      lines: [
        { pence: a, fence: null },
        { pence: b, fence: 'grant' },
      ],
      minimum: null,
    })
  assert.deepEqual(money('planning', 90n, 50n), [])
  assert.deepEqual(money('planning', 99n, 51n), [{ code: 'fence-overspent', fence: 'grant', pence: 1n }])
  assert.deepEqual(money('planning', 101n, 50n), [{ code: 'lines-above-money', fence: null, pence: 1n }])
  assert.deepEqual(money('agreed', 101n, 49n), [{ code: 'fence-unspent', fence: 'grant', pence: 1n }])
  assert.deepEqual(money('agreed', null, 50n), [
    { code: 'line-not-known', count: 1 },
    { code: 'lines-below-money', fence: null, pence: 100n },
  ])
})

test('C5: a forecast by each of the three methods of the handbook, and none where nothing is known', () => {
  const line = { budget: 96_000_000n, actual: 38_500_000n, commitment: 0n, months: 5, profile: [] }
  assert.equal(forecastOf('straight-line', line)?.pence, 92_400_000n)
  // 38% of the plan lies in the first five months.
  const profile = [8n, 8n, 8n, 7n, 7n, 9n, 9n, 9n, 9n, 9n, 9n, 8n]
  assert.equal(forecastOf('profile', { ...line, profile })?.pence, 101_315_789n)
  assert.equal(forecastOf('remaining-plan', { ...line, profile })?.pence, 98_020_000n)
  assert.equal(forecastOf('straight-line', { ...line, actual: null }), null)
  assert.equal(forecastOf('straight-line', { ...line, months: 0 }), null)
  assert.equal(forecastOf('remaining-plan', { ...line, budget: null }), null)
  assert.equal(forecastOf('straight-line', { ...line, commitment: 60_000_000n })?.isBelowKnown, true)
  assert.equal(forecastOf('straight-line', { ...line, months: 12 })?.pence, 38_500_000n)
  assert.equal(forecastOf('straight-line', { ...line, actual: -1n, months: 7 })?.pence, -2n)
  const months = [on('2026-04-30'), on('2026-05-01'), on('2027-03-31'), on('2027-04-01')].map((day) => monthsEnded(2026, day))
  assert.deepEqual(months, [0, 1, 11, 12])
})

test('C5: what is not known stays not known in the columns of a line and is counted at the foot', () => {
  const line = { original: null, moved: 0n, commitment: null, actual: null, accrual: null, profile: [] }
  const unknown = lineColumns(line, 'straight-line', 6)
  assert.deepEqual(unknown, { original: null, revised: null, commitment: null, spent: null, forecast: null, variance: null })
  const known = lineColumns({ ...line, original: 1200n, moved: -200n, actual: 550n, accrual: 50n }, 'straight-line', 6)
  assert.deepEqual([known.revised, known.spent, known.forecast?.pence, known.variance], [1000n, 600n, 1200n, 200n])
  assert.deepEqual(footOf([unknown, known]).variance, { pence: 200n, unknown: 1 })
})

test('C5: who may move how much follows the scheme, and slices of a year count together', () => {
  const limits: readonly MoveLimit[] = [
    { id: 'a', role: 'finance', upTo: 1_000n, per: 'move', clause: '4.1' },
    { id: 'b', role: 'manager', upTo: 5_000n, per: 'year', clause: '4.2' },
  ]
  const both = new Set(['finance', 'manager'] as const)
  const moved = new Map([['manager', 4_500n]] as const)
  assert.equal(authorityFor({ pence: 1_000n, movedThisYear: moved }, both, limits)?.id, 'a')
  assert.equal(authorityFor({ pence: 1_001n, movedThisYear: moved }, both, limits), null)
  assert.equal(authorityFor({ pence: 1_001n, movedThisYear: new Map() }, both, limits)?.id, 'b')
  assert.equal(authorityFor({ pence: 1n, movedThisYear: new Map() }, new Set(), limits), null)
  assert.equal(authorityFor({ pence: 1n, movedThisYear: new Map() }, both, []), null)
})

test('C5: sums of ledgers are read exactly, and what cannot be read is named', () => {
  const read = (written: string) => {
    const sum = readWrittenSum(written)
    return 'pence' in sum ? sum.pence : sum.code
  }
  const good: readonly (readonly [string, bigint])[] = [
    ...([
      ['1,234.56', 123_456n],
      ['£1,234.56', 123_456n],
      ['(1,234.56)', -123_456n],
      ['£(12)', -1200n],
      ['(£12.5)', -1250n],
    ] as const),
    ...([
      ['-£12', -1200n],
      ['£-12', -1200n],
      ['12.50-', -1250n],
      ['12.50 CR', -1250n],
      ['12.50DR', 1250n],
      ['0', 0n],
    ] as const),
    ...([
      ['\u22121 234.00', -123_400n],
      ['1234.5600000000001', 123_456n],
      ['0.30000000000000004', 30n],
      ['2.9999999999999996', 300n],
    ] as const),
  ]
  for (const [written, sum] of good) assert.equal(read(written), sum, written)
  const bad = {
    '': 'amount-missing',
    '-': 'amount-missing',
    '#REF!': 'excel-error',
    '#N/A': 'excel-error',
    '#####': 'excel-error',
    '€12': 'currency-foreign',
    '1.234,56': 'separator-foreign',
    '12,5': 'separator-foreign',
    '1.234': 'separator-unsure',
    '12.3456': 'places-many',
    '1E+05': 'number-rounded',
    'about 12': 'amount-unreadable',
    '1,23,456': 'amount-unreadable',
    '99999999999999': 'amount-too-large',
  } // prettier-ignore
  for (const [written, code] of Object.entries(bad)) assert.equal(read(written), code, written)
  fc.assert(
    fc.property(pence, (sum) => {
      const size = sum < 0n ? -sum : sum
      const plain = `${size / 100n}.${String(size % 100n).padStart(2, '0')}`
      const expected = size === 0n ? 0n : sum
      assert.equal(read(sum < 0n ? `(${plain})` : plain), expected)
      assert.equal(read(sum < 0n ? `-£${plain}` : `£${plain}`), expected)
    }),
  )
})

test('C5: an extract is read whole: days of the year and of the agreement, debits and credits, a foot that adds up', () => {
  const year = spanOfYear(2026)
  const span = { year, agreement: { from: on('2026-07-01'), until: null } }
  const head = ['Cost centre', 'Posting date', 'Amount', 'Supplier']
  const rows = [
    ['CC1', '31/07/2026', '£1,000.00', 'A'],
    ['CC1', '2026-08-01', '(200.00)', 'B'],
    ['Total', '', '800.00', ''],
  ]
  const good = readLedger([head, ...rows], span)
  assert.deepEqual(good.problems, [])
  assert.deepEqual(
    good.rows.map((row) => [row.row, row.code, row.pence]),
    [
      [2, 'CC1', 100_000n],
      [3, 'CC1', -20_000n],
    ],
  )
  const codes = (...more: string[][]) =>
    readLedger([head, ...more], span).problems.map(({ row, column, code }) => `${row} ${column} ${code}`)
  assert.deepEqual(codes(['CC1', '30/06/2026', '1', '']), ['2 date day-outside-agreement'])
  assert.deepEqual(codes(['CC1', '01/04/2027', '1', '']), ['2 date day-outside-year'])
  assert.deepEqual(codes(['CC1', '08/31/2026', '1', ''], ['CC1', '46235', '1', '']), ['2 date day-month-first', '3 date day-is-serial'])
  assert.deepEqual(codes(['#REF!', '31/08/2026', '1', '']), ['2 code excel-error'])
  assert.deepEqual(codes(['CC1', '31/07/2026', '1', ''], ['Total', '', '2', '']), ['3 date day-missing'])
  assert.deepEqual(
    readLedger(
      [
        ['date', 'debit', 'credit'],
        ['1 May 2026', '', '5'],
      ],
      { year, agreement: null },
    ).rows.map((row) => row.pence),
    [-500n],
  )
  assert.equal(readLedger([['a', 'b']], span).problems[0]?.code, 'headings-none')
  assert.equal('code' in readLedgerDay('30 Feb 2026'), true)
})

test('C7: no pound of a saving is claimed twice, and shares of it add up', () => {
  const claims = [{ saving: 'a', pence: 600n }]
  assert.equal(claimProblem(1000n, 0n, claims, 400n), undefined)
  assert.deepEqual(claimProblem(1000n, 0n, claims, 401n), { code: 'claimed-already', room: 400n })
  assert.deepEqual(claimProblem(1000n, 1000n, [], 1n), { code: 'no-movement' })
  assert.deepEqual(claimProblem(null, 0n, [], 1n), { code: 'movement-not-known' })
  assert.equal(totalOf(savingShares(1001n, [1n, 1n, 1n]) ?? []), 1001n)
})

test('C6: a partner that leaves in mid-year bears by its days where the agreement says so, and shares still add up', () => {
  const partners = ['Council', 'NHS']
  const leaving = { partner: 'NHS', on: on('2026-10-01') }
  assert.deepEqual(weightsAfterLeaving([1n, 1n], partners, 2026, 'plan', leaving), [1n, 1n])
  // 1 April to 30 September: 183 days of 365.
  assert.deepEqual(weightsAfterLeaving([1n, 1n], partners, 2026, 'days', leaving), [365n, 183n])
  assert.deepEqual(weightsAfterLeaving([1n, 1n], partners, 2027, 'days', { ...leaving, on: on('2028-04-01') }), [366n, 366n])
  assert.deepEqual(weightsAfterLeaving([1n, 1n], partners, 2026, 'days', { ...leaving, on: on('2020-01-01') }), [365n, 0n])
  fc.assert(
    fc.property(pence, fc.integer({ min: 0, max: 400 }), (sum, days) => {
      const weights = weightsAfterLeaving([45n, 55n], partners, 2026, 'days', { partner: 'NHS', on: on('2026-04-01').add({ days }) })
      assert.equal(totalOf(splitPence(sum, weights) ?? []), sum)
    }),
  )
})

test('C5: financial years begin on 1 April', () => {
  assert.equal(yearOf(on('2027-03-31')), 2026)
  assert.equal(yearOf(on('2027-04-01')), 2027)
  assert.deepEqual([periodOf(on('2026-04-01')), periodOf(on('2026-12-31')), periodOf(on('2027-03-31'))], [1, 9, 12])
  assert.equal(yearInWords(2099), '2099-00')
})

test('C2: what a service costs adds up what is known of its lines and counts what is not; virements and accruals are in it', () => {
  const line = { original: 100_00n, moved: -20_00n, commitment: null, actual: 30_00n, accrual: 5_01n, profile: [] }
  const cost = costOf([line, { ...line, original: null, moved: 0n, actual: null, accrual: null, commitment: 7n }])
  assert.deepEqual(cost, {
    budget: { pence: 80_00n, unknown: 1 },
    spent: { pence: 35_01n, unknown: 1 },
    committed: { pence: 7n, unknown: 1 },
  })
  assert.deepEqual(costOf([]).spent, { pence: 0n, unknown: 0 })
})

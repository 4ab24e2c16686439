import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  type DeliveredWeek,
  type PackageFacts,
  type PaidLine,
  type PaymentConditions,
  packagePayments,
  runLines,
} from './package-payment.ts'
import type { PaymentTerms } from './payment-terms.ts'

const start = Temporal.PlainDate.from('2026-04-06')
const after = (weeks: number): Temporal.PlainDate => start.add({ weeks })
const terms: PaymentTerms = {
  ...{ base: 'incentive', rate: 60_0000n, steps: [], continueWeeks: 3, onRelapse: 'keep' },
  ...{ blockPence: null, blockWeeks: null, bonusPence: null, clawBackWeeks: null },
}
const conditions: PaymentConditions = {
  ...{ countsLast: true, absentWeeks: 1, hospitalWeeks: 0, restart: 'anew', laterOutcome: 'keep', exitWeeks: 4, cap: null, minimum: null },
}
const week = (number: number, minutes: number, absent = 0, hospital = 0): DeliveredWeek => ({ week: number, minutes, absent, hospital })
const facts = (weeks: readonly DeliveredWeek[], more: Partial<PackageFacts> = {}): PackageFacts => ({
  ...{ startsOn: start, endsOn: null, weeks, outcomes: [], before: [], ...more },
})
// At 60 pounds an hour a minute is a pound.
const paid = (
  some: PaymentTerms,
  on: Partial<PaymentConditions>,
  of: PackageFacts,
  until: number,
): readonly (readonly [number, number, string])[] =>
  packagePayments(some, { ...conditions, ...on }, of, after(until)).map((one) => [one.week, Number(one.pence) / 100, one.reason])

test('C10: a package is paid for weeks that have ended and were reported, and after its end for what an outcome brings', () => {
  const care = [week(1, 600), week(2, 600), week(3, 400), week(4, 0)]
  assert.deepEqual(paid(terms, {}, facts(care), 2), [
    [1, 600, 'delivered'],
    [2, 600, 'delivered'],
  ])
  const ended = facts(care.slice(0, 3), { endsOn: after(3), outcomes: [3] })
  assert.deepEqual(paid(terms, {}, ended, 9).slice(2), [
    [3, 400, 'delivered'],
    [4, 400, 'after_outcome'],
    [5, 400, 'after_outcome'],
    [6, 400, 'after_outcome'],
  ])
  assert.equal(paid(terms, { exitWeeks: 0 }, facts(care.slice(0, 2), { endsOn: after(2), outcomes: [3] }), 9).length, 2)
})

test('C10: absence, hospital, the last day, a minimum and a cap are what the contract says', () => {
  const care = [week(1, 600), week(2, 0, 600), week(3, 0, 600), week(4, 100, 0, 500)]
  const sums = (on: Partial<PaymentConditions>, of = facts(care)) => paid(terms, on, of, 9).map(([, pounds]) => pounds)
  assert.deepEqual(sums({}), [600, 600, 100])
  assert.deepEqual(sums({ absentWeeks: 2, hospitalWeeks: 1 }), [600, 600, 600, 600])
  assert.deepEqual(sums({ minimum: 200_00n }), [600, 600, 200, 100, 100])
  assert.deepEqual(paid(terms, { cap: 1_000_00n }, facts(care), 9).slice(1), [
    [2, 600, 'delivered'],
    [2, -200, 'cap'],
    [4, 100, 'delivered'],
    [4, -100, 'cap'],
  ])
  const oneDay = facts([week(1, 600), week(2, 60)], { endsOn: start.add({ days: 8 }) })
  assert.deepEqual([sums({}, oneDay), sums({ countsLast: false }, oneDay)], [[600, 60], [600]])
})

test('C10: another outcome, and a package that begins again, are what the contract says', () => {
  const care = [600, 500, 500, 300, 300, 300, 300, 300].map((minutes, place) => week(place + 1, minutes))
  const two = facts(care, { outcomes: [2, 4] })
  const sums = (on: Partial<PaymentConditions>) => paid(terms, on, two, 8).map(([, pounds]) => pounds)
  assert.deepEqual(sums({}), [600, 500, 500, 500, 500, 300, 300, 300])
  assert.deepEqual(sums({ laterOutcome: 'revert' }), [600, 500, 500, 300, 300, 300, 300, 300])
  assert.equal(paid(terms, { laterOutcome: 'review' }, two, 8)[4]?.[2], 'needs_review')
  const stepped: PaymentTerms = { ...terms, base: 'stepped', continueWeeks: null, onRelapse: null, steps: [{ weeks: 3, rate: 120_0000n }] }
  const again = facts([week(1, 60), week(2, 60)], { before: [60, 60] })
  assert.deepEqual(
    [paid(stepped, {}, again, 2), paid(stepped, { restart: 'continue' }, again, 2)].map((all) => all.map(([, pounds]) => pounds)),
    [
      [120, 120],
      [120, 60],
    ],
  )
})

const lineOf = (place: number, one: Pick<PaidLine, 'week' | 'pence' | 'reason'>, reverses: string | null = null): PaidLine => ({
  ...{ id: String(place), week: one.week, pence: one.pence, reason: one.reason, reverses },
})

test('C10: a run after a correction reverses what was paid and pays what is due; a second run changes nothing', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 12 }),
      fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 12 }),
      fc.option(fc.integer({ min: 1, max: 12 })),
      (first, later, outcome) => {
        const due = (minutes: readonly number[], outcomes: readonly number[]) =>
          packagePayments(
            terms,
            conditions,
            facts(
              minutes.map((one, place) => week(place + 1, one)),
              { outcomes },
            ),
            after(12),
          )
        const written: PaidLine[] = []
        const run = (wanted: ReturnType<typeof due>): number => {
          const { add, reverse } = runLines(wanted, written)
          for (const one of reverse) written.push(lineOf(written.length, { ...one, pence: -one.pence }, one.id))
          for (const one of add) written.push(lineOf(written.length, one))
          return add.length + reverse.length
        }
        run(due(first, []))
        run(due(later, outcome === null ? [] : [outcome]))
        const wanted = due(later, outcome === null ? [] : [outcome])
        const sum = (all: readonly { readonly pence: bigint }[]): bigint => all.reduce((total, { pence }) => total + pence, 0n)
        assert.equal(sum(written), sum(wanted))
        assert.equal(run(wanted), 0)
      },
    ),
  )
})

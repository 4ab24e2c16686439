import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import Fraction from 'fraction.js'
import { dueOfPackages, openReviews, type PayFacts } from './package-due.ts'
import { type DueLine, type PaidLine, type PaymentConditions, runLines, standingLines } from './package-payment.ts'
import type { PaymentTerms } from './payment-terms.ts'

const start = Temporal.PlainDate.from('2026-04-06')
const WEEKS = 10
const conditions: PaymentConditions = {
  ...{
    countsLast: true,
    absentWeeks: 104,
    hospitalWeeks: 0,
    restart: 'anew',
    laterOutcome: 'keep',
    exitWeeks: 0,
    cap: null,
    minimum: null,
  },
}
const nothing = { blockPence: null, blockWeeks: null, bonusPence: null, clawBackWeeks: null } as const
const termsOf = (kind: 'time-and-task' | 'stepped' | 'incentive', rate: bigint, first: bigint, weeks: number): PaymentTerms => ({
  ...nothing,
  ...{ base: kind, rate, steps: kind === 'stepped' ? [{ weeks, rate: first }] : [] },
  ...{ continueWeeks: kind === 'incentive' ? weeks : null, onRelapse: kind === 'incentive' ? 'review' : null },
})

/** One thing that happens between runs, or a run. */
const event = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('report' as const),
      week: fc.integer({ min: 1, max: WEEKS }),
      minutes: fc.integer({ min: 0, max: 900 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('move' as const),
      day: fc.integer({ min: 0, max: WEEKS * 7 - 1 }),
      payer: fc.constantFrom('north', 'south', 'east', null),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('outcome' as const), week: fc.integer({ min: 1, max: WEEKS }) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('settle' as const),
      outcome: fc.constantFrom('accepted', 'corrected', 'refused'),
      pence: fc.bigInt({ min: 1n, max: 9999n }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('run' as const), until: fc.integer({ min: 0, max: WEEKS }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('take-back' as const) }) },
)
const history = fc.record({
  terms: fc
    .tuple(
      fc.constantFrom('time-and-task', 'stepped', 'incentive'),
      fc.bigInt({ min: 1n, max: 400_000n }),
      fc.bigInt({ min: 1n, max: 400_000n }),
      fc.integer({ min: 1, max: 6 }),
    )
    .map(([kind, rate, first, weeks]) => termsOf(kind, rate, first, weeks)),
  ends: fc.option(fc.integer({ min: 1, max: WEEKS * 7 })),
  events: fc.array(event, { minLength: 6, maxLength: 30, size: 'max' }),
})

type Of = PayFacts['packages'][number]
type Written = PaidLine & { readonly run: number; readonly shares: NonNullable<DueLine['shares']> }
interface State {
  readonly minutes: Map<number, number>
  readonly payers: { startsOn: Temporal.PlainDate; number: number; payer: string | null; line: null; package: string }[]
  readonly reviews: {
    week: number
    ofPence: bigint
    outcome: 'accepted' | 'corrected' | 'refused'
    pence: bigint | null
    package: string
  }[]
  outcome: number | null
  readonly lines: Written[]
  runs: number
}

const factsOf = (state: State, terms: PaymentTerms, ends: number | null): PayFacts<Of> => ({
  packages: [{ id: 'p', provider: 'x', mechanism: 'm', startsOn: start, endsOn: null, follows: undefined }],
  mechanisms: [{ id: 'm', terms, conditions }],
  deliveries: [...state.minutes]
    .toSorted(([one], [two]) => one - two)
    .map(([week, minutes]) => ({ package: 'p', week, minutes, absent: 0, hospital: 0 })),
  outcomes: state.outcome === null ? [] : [{ package: 'p', week: state.outcome, confirmedOn: start, settled: null }],
  reviews: [...new Map(state.reviews.map((one) => [one.week, one])).values()],
  payers: state.payers,
  contract: { commissioner: 'first', runsUntil: ends === null ? null : start.add({ days: ends }), providerUntil: new Map() },
})

/** Writes a run as the command does: what is due and not paid, and reversals that negate what was stored. */
function run(state: State, due: readonly DueLine[]): number {
  const { add, reverse } = runLines(due, state.lines)
  state.runs += 1
  for (const one of reverse) state.lines.push(negated(state, one))
  for (const one of add)
    state.lines.push({
      id: `${state.lines.length}`,
      run: state.runs,
      week: one.week,
      pence: one.pence,
      reason: one.reason,
      reverses: null,
      shares: one.shares ?? [],
    })
  return add.length + reverse.length
}

const negated = (state: State, one: Written): Written => ({
  ...{ ...one, id: `${state.lines.length}`, run: state.runs, pence: -one.pence, reverses: one.id },
  shares: one.shares.map((share) => ({ ...share, pence: -share.pence })),
})

function happen(
  state: State,
  terms: PaymentTerms,
  ends: number | null,
  events: readonly (typeof event extends fc.Arbitrary<infer One> ? One : never)[],
): void {
  const until = start.add({ weeks: WEEKS })
  for (const one of events) {
    if (one.kind === 'report') state.minutes.set(one.week, one.minutes)
    if (one.kind === 'move')
      state.payers.push({
        startsOn: start.add({ days: one.day }),
        number: state.payers.length + 1,
        payer: one.payer,
        line: null,
        package: 'p',
      })
    if (one.kind === 'outcome') state.outcome ??= one.week
    if (one.kind === 'settle') {
      const [open] = openReviews(factsOf(state, terms, ends), until)
      if (open)
        state.reviews.push({
          week: open.week,
          ofPence: open.pence,
          outcome: one.outcome,
          pence: one.outcome === 'corrected' ? one.pence : null,
          package: 'p',
        })
    }
    if (one.kind === 'run') run(state, dueOfPackages(factsOf(state, terms, ends), start.add({ weeks: one.until }))[0]?.due ?? [])
    if (one.kind === 'take-back') {
      const back = standingLines(state.lines).filter((line) => line.run === state.runs)
      state.runs += 1
      for (const line of back) state.lines.push(negated(state, line))
    }
  }
}

/** The same worked slowly, a week and a day at a time, with fractions: what each payer bears in the end. */
function slowly(state: State, terms: PaymentTerms, ends: number | null): ReadonlyMap<string, bigint> {
  const sums = new Map<string, bigint>()
  for (let week = 1; week <= WEEKS; week += 1) {
    const pence = slowWeek(state, terms, ends, week)
    if (pence === 0n) continue
    const first = (week - 1) * 7
    const care = ends === null || ends <= first ? 7 : Math.min(7, ends - first)
    const days = Array.from({ length: care }, (_, day) => slowPayer(state, first + day))
    const names = [...new Set(days)]
    const exact = names.map((name) => new Fraction(pence).mul(days.filter((day) => day === name).length).div(care))
    const floors = exact.map((one) => one.floor(0))
    let left = pence - floors.reduce((sum, one) => sum + BigInt(one.toString()), 0n)
    const order = names
      .map((_, place) => place)
      .sort((one, two) => {
        const [a, b] = [exact[one]?.sub(floors[one] ?? 0), exact[two]?.sub(floors[two] ?? 0)]
        return (b?.compare(a ?? 0) ?? 0) || one - two
      })
    const got = floors.map((one) => BigInt(one.toString()))
    for (const place of order) {
      if (left === 0n) break
      got[place] = (got[place] ?? 0n) + 1n
      left -= 1n
    }
    for (const [place, name] of names.entries()) sums.set(name, (sums.get(name) ?? 0n) + (got[place] ?? 0n))
  }
  return sums
}

function slowPayer(state: State, day: number): string {
  let payer = 'first'
  for (let on = 0; on <= day; on += 1) {
    const said = state.payers.filter(({ startsOn }) => startsOn.equals(start.add({ days: on }))).at(-1)
    if (said?.payer) payer = said.payer
  }
  return payer
}

function slowWeek(state: State, { base, rate, steps, continueWeeks }: PaymentTerms, ends: number | null, week: number): bigint {
  const hasEnded = ends !== null && (week - 1) * 7 >= ends
  const minutesOf = (one: number): number => (ends !== null && (one - 1) * 7 >= ends ? 0 : (state.minutes.get(one) ?? 0))
  const penny = (minutes: number, an: bigint): bigint => BigInt(new Fraction(minutes).mul(an).div(6000).add(1, 2).floor(0).toString())
  const [step] = steps
  const plain = hasEnded || !state.minutes.has(week) ? 0n : penny(minutesOf(week), step && week <= step.weeks ? step.rate : (rate ?? 0n))
  // An outcome counts while the package lasts; here the window after its end is nothing.
  const achieved = state.outcome !== null && (ends === null || (state.outcome - 1) * 7 < ends) ? state.outcome : null
  if (base !== 'incentive' || achieved === null || week <= achieved || week > achieved + (continueWeeks ?? 0)) return plain
  const paidOn = penny(minutesOf(achieved), rate ?? 0n)
  if (minutesOf(week) <= minutesOf(achieved)) return paidOn
  const found = state.reviews.findLast((one) => one.week === week)
  if (found === undefined || found.ofPence !== plain || found.outcome === 'accepted') return plain
  return found.outcome === 'refused' ? 0n : (found.pence ?? 0n)
}

const fresh = (): State => ({ minutes: new Map(), payers: [], reviews: [], outcome: null, lines: [], runs: 0 })

test('C10: over random histories of reports, moves, outcomes, reviews, runs and reversals each payer has paid what a slow calculator says', () => {
  fc.assert(
    fc.property(history, ({ terms, ends, events }) => {
      const state = fresh()
      happen(state, terms, ends, events)
      const due = dueOfPackages(factsOf(state, terms, ends), start.add({ weeks: WEEKS }))[0]?.due ?? []
      run(state, due)
      const paid = new Map<string, bigint>()
      for (const { shares } of state.lines) for (const { payer, pence } of shares) paid.set(payer, (paid.get(payer) ?? 0n) + pence)
      const wanted = slowly(state, terms, ends)
      for (const payer of new Set([...paid.keys(), ...wanted.keys()])) assert.equal(paid.get(payer) ?? 0n, wanted.get(payer) ?? 0n, payer)
      assert.equal(run(state, due), 0, 'a second run changes nothing')
    }),
    { numRuns: 300 },
  )
})

test('C10: no week stands paid twice, shares come to their line, a line is reversed once, and nothing delivered is paid after the contract', () => {
  fc.assert(
    fc.property(history, ({ terms, ends, events }) => {
      const state = fresh()
      happen(state, terms, ends, events)
      const standing = standingLines(state.lines)
      assert.equal(new Set(standing.map(({ week, reason }) => `${week} ${reason}`)).size, standing.length)
      const reversed = state.lines.flatMap(({ reverses }) => reverses ?? [])
      assert.equal(new Set(reversed).size, reversed.length)
      for (const line of state.lines)
        assert.equal(
          line.shares.reduce((sum, { pence }) => sum + pence, 0n),
          line.pence,
        )
      if (ends !== null)
        for (const { week, reason } of standing)
          assert.ok((week - 1) * 7 < ends || reason === 'after_outcome' || reason === 'needs_review' || reason === 'reviewed')
    }),
    { numRuns: 200 },
  )
})

test('C10: a run taken back and prepared again pays the same lines to the same payers', () => {
  fc.assert(
    fc.property(history, ({ terms, ends, events }) => {
      const state = fresh()
      happen(state, terms, ends, events)
      const due = dueOfPackages(factsOf(state, terms, ends), start.add({ weeks: WEEKS }))[0]?.due ?? []
      run(state, due)
      const keys = () =>
        standingLines(state.lines)
          .map(({ week, reason, pence, shares }) =>
            JSON.stringify([week, reason, `${pence}`, shares.map((one) => [one.payer, `${one.pence}`])]),
          )
          .toSorted()
      const before = keys()
      happen(state, terms, ends, [{ kind: 'take-back' }])
      run(state, due)
      assert.deepEqual(keys(), before)
    }),
    { numRuns: 100 },
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { workingDaysOf } from '#governance/public.ts'
import { type ContractFacts, contractState, vatCheck } from './contract.ts'
import { type DutyFacts, dutiesOf, type RegimeDuty, standstillEnd } from './contract-duty.ts'
import { kpiColour, periodsOver, periodsOwed } from './contract-kpi.ts'
import { identifierAsWritten, nameForComparing } from './provider.ts'
import { renewalsOf } from './renewal.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const nothing = { engagedOn: undefined, tenderedOn: undefined, notifiedOn: undefined, standstillUntil: undefined, awardedOn: undefined }
const facts = (changes: Partial<ContractFacts> = {}): ContractFacts => ({
  ...{ startsOn: day('2026-04-01'), endsOn: day('2029-04-01'), runsUntil: day('2029-04-01'), signedOn: undefined, endedOn: undefined },
  ...nothing,
  ...changes,
})

test('C9: a contract stands by its dated facts: planned, asked, tendered, in standstill, awarded, signed, live, extended, ended', () => {
  const at = (on: string, changes: Partial<ContractFacts> = {}) => contractState(facts(changes), day(on))
  assert.equal(at('2025-06-01'), 'planned')
  assert.equal(at('2025-06-01', { engagedOn: day('2025-06-01') }), 'engagement')
  assert.equal(at('2025-06-01', { tenderedOn: day('2025-05-01') }), 'tender')
  const notified = { notifiedOn: day('2025-12-01'), standstillUntil: day('2025-12-11') }
  assert.equal(at('2025-12-11', notified), 'standstill')
  assert.equal(at('2025-12-12', notified), 'awarded')
  const signed = { signedOn: day('2026-01-10') }
  assert.equal(at('2026-02-01', signed), 'signed')
  assert.equal(at('2026-04-01', signed), 'live')
  assert.equal(at('2026-04-01'), 'unsigned')
  assert.equal(at('2029-04-01', signed), 'ended')
  assert.equal(at('2029-04-01', { ...signed, runsUntil: day('2030-04-01') }), 'extended')
  assert.equal(at('2027-01-01', { ...signed, endedOn: day('2027-01-01') }), 'terminated')
  assert.equal(at('2090-01-01', { ...signed, endsOn: undefined, runsUntil: undefined }), 'live')
})

test('C9: a standstill of eight working days passes over Christmas, and by the other law its first day counts', () => {
  const calendar = workingDaysOf('england-and-wales')
  const after = { amount: 8, counts: 'working-day-after' } as const
  assert.equal(String(standstillEnd(after, day('2026-12-21'), calendar)), '2027-01-05')
  assert.equal(String(standstillEnd({ amount: 8, counts: 'working-same-day' }, day('2026-12-21'), calendar)), '2027-01-04')
})

test('C9: net and gross go together to the penny, and a net of four fifths is told apart', () => {
  const check = (net: bigint | null, gross: bigint | null, vat: 'standard' | 'none' | 'mixed' | 'not-known') =>
    vatCheck({ net, gross, vat }, vat === 'none' ? 0 : 2000)
  assert.equal(check(10_000_000n, 12_000_000n, 'standard'), 'fits')
  assert.equal(check(9_600_000n, 12_000_000n, 'standard'), 'four-fifths')
  assert.equal(check(12_000_000n, 12_000_000n, 'none'), 'fits')
  assert.equal(check(11_000_000n, 12_000_000n, 'none'), 'does-not-fit')
  assert.equal(check(11_000_000n, 12_000_000n, 'mixed'), 'fits')
  assert.equal(check(10_000_000n, 12_000_000n, 'mixed'), 'fits')
  // No mixture is above the highest rate.
  assert.equal(check(9_600_000n, 12_000_000n, 'mixed'), 'four-fifths')
  assert.equal(check(12_000_000n, 11_000_000n, 'mixed'), 'does-not-fit')
  // A penny and a fifth of one is a penny, to the penny; twelve pence are not.
  assert.equal(check(1n, 1n, 'standard'), 'fits')
  assert.equal(check(10n, 11n, 'standard'), 'does-not-fit')
  assert.equal(check(null, 12_000_000n, 'standard'), 'not-known')
  assert.equal(check(1n, 1n, 'not-known'), 'treatment-missing')
})

test('C9: indicators are asked above five million only, a value that nobody knows settles nothing, and a notice is due by its days', () => {
  const rule = (changes: Partial<RegimeDuty>): RegimeDuty => ({
    ...{ key: 'kpis', asks: 'Three', processes: [], above: 500_000_000n, amount: 3, counts: 'number', source: 'Section 52' },
    ...changes,
  })
  const known: DutyFacts = {
    ...{ process: '', gross: 500_000_001n, startsOn: day('2026-01-01'), runsUntil: day('2029-01-01'), notifiedOn: undefined },
    ...{ signedOn: day('2025-12-20'), notices: [], kpis: 2, assessments: [] },
  }
  const calendar = workingDaysOf('england-and-wales')
  const of = (one: RegimeDuty, changes: Partial<DutyFacts> = {}, on = '2026-01-10') =>
    dutiesOf([one], { ...known, ...changes }, calendar, day(on)).map(({ state }) => state)
  assert.deepEqual(of(rule({})), ['overdue'])
  assert.deepEqual(of(rule({}), { kpis: 3 }), ['met'])
  assert.deepEqual(of(rule({}), { gross: 500_000_000n }), [])
  assert.deepEqual(of(rule({}), { gross: null }), ['not-known'])
  const details = rule({ key: 'details-notice', above: null, amount: 30, counts: 'calendar' })
  assert.deepEqual(of(details), ['due'])
  assert.deepEqual(of(details, {}, '2026-01-20'), ['overdue'])
  assert.deepEqual(of(details, { notices: [{ kind: 'details-notice', publishedOn: day('2026-01-02') }] }), ['met'])
  assert.deepEqual(of(rule({ key: 'standstill', above: null, processes: ['competitive'] }), { process: 'direct-award-a' }), [])
})

test('C9: the calendar of a renewal works back from the end, and says at once what has passed', () => {
  const rules = [
    { key: 'decision', name: 'Decide', months: 12, source: '' },
    { key: 'extension', name: 'Extend', months: 6, source: '' },
  ]
  const term = (from: string, until: string) => ({ startsOn: day(from), runsUntil: day(until) })
  const of = (option: { takeBy: Temporal.PlainDate | undefined } | undefined) =>
    renewalsOf(rules, term('2024-09-01', '2026-08-31'), option, new Map(), day('2026-01-10')).map(
      ({ key, dueOn, state }) => `${key} ${dueOn} ${state}`,
    )
  assert.deepEqual(of(undefined), ['decision 2025-08-31 past'])
  assert.deepEqual(of({ takeBy: undefined }), ['decision 2025-08-31 past', 'extension 2026-02-28 soon'])
  assert.deepEqual(of({ takeBy: day('2026-06-30') }).at(1), 'extension 2026-06-30 ahead')
  const none = { startsOn: day('2024-09-01'), runsUntil: undefined }
  assert.deepEqual(renewalsOf(rules, none, undefined, new Map(), day('2026-01-10')), [])
  // Of a contract of half a year nothing was due before it began, unless somebody did it.
  const short = (done: readonly (readonly [string, Temporal.PlainDate])[]) =>
    renewalsOf(rules, term('2026-01-01', '2026-07-01'), undefined, new Map(done), day('2026-01-10')).map(({ key }) => key)
  assert.deepEqual([short([]), short([['decision', day('2025-12-01')]])], [[], ['decision']])
})

test('C9: nothing is owed after the end of a contract, the last period ends with it, and the edge of the tolerance is amber', () => {
  const kpi = { startsOn: day('2026-01-31'), endsOn: undefined, everyMonths: 3, reportDays: 20 }
  const over = periodsOver(kpi, day('2026-06-15'), day('2027-01-01'))
  assert.deepEqual(
    over.map(({ startsOn, endsOn }) => `${startsOn} ${endsOn}`),
    ['2026-01-31 2026-04-30', '2026-04-30 2026-06-15'],
  )
  assert.equal(periodsOwed(over, over.slice(0, 1)).length, 1)
  const target = { better: 'higher', target: '90', tolerance: '5' } as const
  assert.deepEqual(
    ['90', '85', '84.9', null].map((value) => kpiColour(value, target)),
    ['good', 'warning', 'bad', 'unknown'],
  )
  assert.equal(kpiColour('8', { better: 'lower', target: null, tolerance: '0' }), 'unknown')
})

test('C11: numbers are written as their lists write them, and names are compared without their legal form', () => {
  assert.equal(identifierAsWritten('GB-COH', '900001'), '00900001')
  assert.equal(identifierAsWritten('GB-COH', 'sc123456'), 'SC123456')
  assert.equal(identifierAsWritten('GB-PPON', 'abcd 1234 efgh'), 'ABCD-1234-EFGH')
  assert.equal(identifierAsWritten('GB-PPON', 'ABCD-123-EFGH'), undefined)
  assert.equal(identifierAsWritten('GB-CHC', '12'), undefined)
  assert.equal(nameForComparing('The Alder & Ash Care Ltd.'), nameForComparing('Alder and Ash Care'))
  assert.notEqual(nameForComparing('Alder Care'), nameForComparing('Ash Care'))
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type KnownRegister, planRegister, type RecordedContract } from './register/plan.ts'
import { readProviders, writtenProviders } from './register/providers.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const known: KnownRegister = {
  organisations: [
    ...[
      { id: 'council', name: 'Northbrook County Council' },
      { id: 'district', name: 'Old District' },
    ],
    ...[
      { id: 'alder', name: 'Alder Home Care Ltd' },
      { id: 'birch', name: 'Birch CIC' },
    ],
  ],
  numbers: new Map([['GB-COH 01234567', 'alder']]),
  regimes: [{ code: 'grant', name: 'Grant' }],
  vatRates: [
    { treatment: 'standard', basisPoints: 2000, startsOn: day('2011-01-04'), endsOn: undefined },
    { treatment: 'none', basisPoints: 0, startsOn: day('2000-01-01'), endsOn: undefined },
  ],
  today: day('2026-03-10'),
  present: new Set(['council', 'alder', 'birch']),
  contracts: [],
}
const heads = [
  'Title',
  'Commissioner',
  'Bought under',
  'Starts',
  'Providers',
  'Provider numbers',
  'Without VAT',
  'With VAT',
  'VAT',
  'Reference',
  'Last day',
  'Id',
]
const row = (changes: Readonly<Record<string, string>> = {}): readonly string[] => {
  const usual: Readonly<Record<string, string>> = {
    Title: 'Swimming',
    Commissioner: 'northbrook county council',
    'Bought under': 'grant',
    Starts: '01/04/2026',
  }
  return heads.map((head) => changes[head] ?? usual[head] ?? '')
}
const plan = (rows: readonly (readonly string[])[], record: Partial<KnownRegister> = {}) =>
  planRegister([heads, ...rows], { ...known, ...record })
const codes = (...rows: readonly Readonly<Record<string, string>>[]) =>
  plan(rows.map(row)).problems.map((one) => `${one.row} ${one.column} ${one.code.replace('register-', '')}`)

test('C9: a register is read row by row, and everything that is wrong is said at once, at its cell', () => {
  assert.deepEqual(codes({ Starts: '2026-13-01', 'Bought under': 'Raffle', 'With VAT': 'some', VAT: 'some' }), [
    ...['2 bought under regime-unknown', '2 starts day-unreadable', '2 with vat amount-unreadable', '2 vat vat-unknown'],
  ])
  assert.deepEqual(codes({ Starts: '46113' }, { Title: '', 'Last day': '2026-03-31' }), [
    ...['2 starts day-is-serial', '3 title cell-missing', '3 last day last-before-first'],
  ])
  assert.deepEqual(codes({ 'Without VAT': '96000', 'With VAT': '120000', VAT: 'standard' }), ['2 with vat vat-four-fifths'])
  assert.deepEqual(codes({ 'Without VAT': '100', 'With VAT': '120' }), ['2 vat vat-treatment-missing'])
  assert.deepEqual(codes({ 'Without VAT': '100', 'With VAT': '120', VAT: 'standard' }), [])
  assert.deepEqual(codes({ Title: 'A\u200bB' }), ['2 title hidden-characters'])
  assert.deepEqual(codes({ Commissioner: 'Old District' }, { Commissioner: 'Nobody', Title: 'Other' }), [
    ...['2 commissioner commissioner-ended', '3 commissioner commissioner-unknown'],
  ])
  assert.deepEqual(codes({}, { Title: 'SWIMMING' }), ['3  row-twice'])
  assert.deepEqual(codes({ Id: 'x' }), ['2 id id-unknown'])
  const whole = (table: readonly (readonly string[])[]) => planRegister(table, known).problems.map(({ code }) => code)
  assert.deepEqual(whole([]), ['register-headings-none'])
  assert.deepEqual(whole([heads]), ['register-empty'])
  assert.deepEqual(whole([['Title', 'Title', '__proto__']]), [
    ...[
      'register-heading-twice',
      'register-heading-unknown',
      'register-heading-missing',
      'register-heading-missing',
      'register-heading-missing',
    ],
  ])
  assert.deepEqual(whole([heads, [...row(), 'stray']]), ['register-cell-without-heading'])
  assert.deepEqual(whole([heads, ...Array.from({ length: 1001 }, (_, index) => row({ Title: `T${index}` }))]), ['register-too-long'])
})

test('C11: providers of a register are told by number or exact name; one that is almost another is neither merged nor entered', () => {
  const who = (names: string, numbers = '') => {
    const { rows, problems } = plan([row({ Providers: names, 'Provider numbers': numbers })])
    return problems[0]?.code.replace('register-', '') ?? rows[0]?.providers.map((one) => one.known ?? `new ${one.name}`).join(' ')
  }
  assert.equal(who('Alder Home Care Ltd'), 'alder')
  assert.equal(who('The Alder Home Care Limited', 'GB-COH-1234567'), 'alder')
  assert.equal(who('Alder Home Care'), 'name-alike')
  assert.equal(who('Birch CIC', 'GB-COH 7654321'), 'number-not-recorded')
  assert.equal(who('Cedar', 'GB-COH 01234567'), 'number-of-another')
  assert.equal(who('Cedar; Birch CIC', 'GB-COH 7654321;'), 'new Cedar birch')
  assert.equal(who('Cedar; Birch CIC', 'GB-COH 7654321'), 'numbers-count')
  assert.equal(who('Cedar', '7654321'), 'number-unread')
  assert.equal(who('Cedar;'), 'provider-blank')
  assert.equal(who('Birch CIC; birch cic'), 'provider-twice')
  const two = (one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>) =>
    plan([row(one), row({ Title: 'Other', ...other })])
  assert.equal(two({ Providers: 'Cedar' }, { Providers: 'Cedar', 'Provider numbers': 'GB-CHC 1234567' }).entered.length, 1)
  assert.equal(two({ Providers: 'Cedar Ltd' }, { Providers: 'Cedar' }).problems[0]?.code, 'register-name-twice')
  const number = { 'Provider numbers': 'GB-CHC 1234567' }
  assert.equal(two({ Providers: 'Cedar', ...number }, { Providers: 'Oak', ...number }).problems[0]?.code, 'register-number-two-names')
})

test('C9: a contract that is recorded is changed cell by cell: the same again plans nothing, and what a file does not change is named', () => {
  const kept: RecordedContract = {
    ...{ id: 'c1', title: 'Swimming', reference: 'R1', summary: '', commissioner: 'council', regime: 'grant', startsOn: day('2026-04-01') },
    ...{
      lastDay: undefined,
      signedOn: undefined,
      net: null,
      gross: 500n,
      vat: 'not-known',
      served: null,
      providers: new Set(['alder']),
      isExtended: false,
    },
  }
  const of = (changes: Readonly<Record<string, string>>) => {
    const { rows, entered } = plan([row(changes)], { contracts: [kept] })
    return [
      rows[0]?.what,
      (rows[0]?.changes ?? []).map(({ column, from, to }) => `${column}: ${from} > ${to}`).join('; '),
      rows[0]?.differs.join(' '),
      entered.length,
    ]
  }
  assert.deepEqual(of({}), ['there', '', '', 0])
  assert.deepEqual(of({ 'With VAT': '5.00', Providers: 'Alder Home Care Ltd' }), ['there', '', '', 0])
  assert.deepEqual(of({ Reference: 'r1', Title: 'Swimming for all', 'With VAT': '6' }), [
    'changes',
    'title: Swimming > Swimming for all; reference: R1 > r1; with vat: 500 > 600',
    '',
    0,
  ])
  assert.deepEqual(of({ Providers: 'Somebody new' }), ['differs', '', 'providers', 0])
  assert.deepEqual(of({ Starts: '2026-04-02' }), ['new', '', '', 0])
  assert.deepEqual(plan([row({ Title: 'Bespoke placement' })]).rows[0]?.signs, ['word'])
})

test('C11: providers and their numbers are read again as they were written, whatever they are called', () => {
  const name = fc
    .string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 20 })
    .map((text) => text.replaceAll(/[;\s]+/g, ' ').trim())
    .filter(Boolean)
  const number = fc
    .integer({ min: 1, max: 99_999_999 })
    .map((value) => ({ scheme: 'GB-COH' as const, value: String(value).padStart(8, '0') }))
  const list = fc.array(
    fc.record({ name, numbers: fc.uniqueArray(number, { maxLength: 2, selector: ({ value }) => value }) }, { noNullPrototype: true }),
    {
      maxLength: 4,
    },
  )
  fc.assert(
    fc.property(list, (providers) => {
      const [names, numbers] = writtenProviders(providers)
      assert.deepEqual(readProviders(names, numbers), { providers, problems: [] })
    }),
  )
})

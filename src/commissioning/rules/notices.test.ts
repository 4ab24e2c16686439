import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { ocdsSchemas } from '#test/support/ocds-schemas.ts'
import { readShared, sharedMissing, sharedPath } from '#test/support/shared.ts'
import { type ForeseenPurchase, foreseenWords, isForeseenHeld, isForeseenTold, processForeseen } from './notices/foreseen.ts'
import { heard } from './notices/heard.ts'
import { canonical, type NoticeObject } from './notices/json.ts'
import { mergeReleases, type NoticeRelease } from './notices/merge.ts'
import { processOddities, releaseOddities } from './notices/oddities.ts'
import type { OddityCode } from './notices/oddity.ts'
import type { NoticeParty, NoticeProcess } from './notices/process.ts'
import { readNotices } from './notices/read.ts'
import { type DueRelease, releasesDue } from './notices/releases.ts'
import { toldTransactionsSample } from './testing/told-transactions.ts'

const skip = sharedMissing('standards/ocds')
const bytesOf = (path: string) => readFileSync(sharedPath(path) ?? '')
const fileOf = (bytes: Uint8Array) => {
  const read = readNotices(bytes)
  return read.ok ? read.file : assert.fail(read.code)
}
const textOf = (text: string) => new TextEncoder().encode(text)

const real = [
  {
    ...{ name: 'find-a-tender/releases.json', releases: 74, processes: 71 },
    expected: [
      'net-and-gross-differ',
      'net-is-four-fifths',
      'several-buyers',
      'award-not-made',
      'lot-said-not-awarded',
      'start-missing',
      'might-identify',
    ],
    named: [
      ['number-absurd', '075788-2026'],
      ['date-is-bare-day', '076069-2026'],
      ['text-empty', '076924-2026'],
      ['lot-said-not-awarded', '076398-2026'],
    ],
  },
  {
    ...{ name: 'sell2wales/sell2wales.jsonl', releases: 90, processes: 90 },
    expected: ['buyer-without-identifier', 'line-breaks-lost', 'amount-is-token', 'start-missing'],
    named: [],
  },
]

for (const { name, releases, processes, expected, named } of real)
  test(`C15: every real release of ${name} is read and merged, and what is odd about it is told`, { skip }, () => {
    const file = fileOf(bytesOf(`standards/ocds/${name}`))
    assert.equal(file.releases.length, releases)
    const groups = Map.groupBy(file.releases, ({ ocid }) => ocid)
    assert.equal(groups.size, processes)
    const told = [...file.oddities, ...file.releases.flatMap(releaseOddities)]
    for (const [ocid, group] of groups) {
      const process = heard(ocid, mergeReleases(group))
      assert.notEqual(process.title, '', ocid)
      told.push(...processOddities(ocid, group, process))
    }
    const codes = new Set(told.map(({ code }) => code))
    for (const code of expected) assert.ok(codes.has(code as OddityCode), code)
    const where = (code: string) => told.filter((one) => one.code === code).map(({ release }) => release)
    for (const [code = '', release = ''] of named) assert.ok(where(code).includes(release), `${code} ${release}`)
    assert.doesNotMatch(JSON.stringify(file.releases), /contactPoint/)
  })

test('C15: a merged history equals the record that its publisher made of it', { skip }, () => {
  const steps = ['01-planning', '02-tender', '03-tenderAmendment', '04-award', '05-contract', '06-implementation']
  const bytes = steps.map((step) => bytesOf(`standards/ocds/sample-fictional/ocds-213czf-000-00001-${step}.json`).toString())
  const file = fileOf(textOf(`[${bytes.join(',')}]`))
  assert.equal(file.releases.length, 6)
  const record = readShared('standards/ocds/sample-fictional/record/ocds-213czf-000-00001.json') as {
    records: { compiledRelease: NoticeObject }[]
  }
  const [merged] = fileOf(textOf(JSON.stringify(record.records[0]?.compiledRelease))).releases
  const { ocid, id, date, tag, ...theirs } = merged?.content ?? assert.fail()
  assert.equal(canonical(mergeReleases(file.releases)), canonical(theirs))
})

const party = (id: string): fc.Arbitrary<NoticeParty> =>
  fc.record(
    {
      id: fc.constant(id),
      name: fc.constantFrom('Meadow Care', 'Northbrook Council', 'Alder “Home” Care & Sons'),
      identifiers: fc.constantFrom<NoticeParty['identifiers']>(
        [],
        [{ scheme: 'GB-COH', value: '01234567' }],
        [
          { scheme: 'GB-PPON', value: 'ABCD-1234-EFGH' },
          { scheme: 'GB-CHC', value: '1234567' },
        ],
      ),
    },
    { noNullPrototype: true },
  )
const day = fc.integer({ min: 0, max: 3000 }).map((days) => Temporal.PlainDate.from('2020-01-01').add({ days }))
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined })
const today = Temporal.PlainDate.from('2029-01-01')
const pence = fc.option(fc.bigInt({ min: 0n, max: 999_999_999_999_999n }), { nil: null })

const anyProcess: fc.Arbitrary<NoticeProcess> = fc
  .record(
    {
      title: fc.constantFrom('Short breaks', 'Home care in seven districts', 'Cost £5 "and" more'),
      summary: fc.constantFrom('', 'Days, evenings and weekends.'),
      reference: fc.constantFrom('', 'NB/12'),
      law: fc.constantFrom(
        ['procurement-act', 'flexible'],
        ['light-touch', 'open'],
        ['provider-selection', 'direct-award-c'],
        ['provider-selection', ''],
        ['grant', ''],
        ['below-threshold', ''],
        ['earlier', 'open'],
      ),
      buyers: party('buyer').map((one) => [one]),
      lots: fc.constantFrom<NoticeProcess['lots']>(
        [],
        [
          { number: 1, title: 'North', status: 'awarded' },
          { number: 2, title: 'South', status: 'unsuccessful' },
          { number: 3, title: 'West', status: 'awarded' },
        ],
      ),
      first: party('one'),
      second: party('two'),
      startsOn: day,
      length: maybe(fc.integer({ min: 30, max: 2000 })),
      months: fc.integer({ min: 0, max: 36 }),
      openMonths: fc.integer({ min: 0, max: 48 }),
      indicators: fc.constantFrom<NoticeProcess['indicators']>(
        [],
        [
          { ...{ id: 'k1', title: 'Families seen in time', unit: '%', better: 'higher', target: '90' }, results: [] },
          {
            ...{ id: 'k2', title: 'Days until the first visit', unit: '', better: 'lower', target: undefined },
            results: [
              { id: 'r1', startsOn: Temporal.PlainDate.from('2024-01-01'), endsOn: Temporal.PlainDate.from('2024-04-01'), value: '12.5' },
              { id: 'r2', startsOn: Temporal.PlainDate.from('2024-04-01'), endsOn: Temporal.PlainDate.from('2024-07-01'), value: '-0.25' },
            ],
          },
        ],
        [{ ...{ id: 'k2', title: 'Days', unit: 'days', better: 'lower', target: '7' }, results: [] }],
      ),
      assessments: fc.constantFrom<NoticeProcess['assessments']>(
        [],
        [{ id: 'a1', on: Temporal.PlainDate.from('2025-04-01'), rating: 'good' }],
      ),
      transactions: fc.constantFrom<NoticeProcess['transactions']>([], toldTransactionsSample),
      net: pence,
      gross: pence,
      ...{ engagedOn: maybe(day), tenderedOn: maybe(day), awardedOn: maybe(day), signedOn: maybe(day), notifiedOn: maybe(day) },
      over: maybe(fc.integer({ min: 1, max: 29 })),
    },
    { noNullPrototype: true },
  )
  .map(({ law, first, second, length, months, over, ...rest }) => {
    const [regime, process] = law as [NoticeProcess['regime'], string]
    const isSigned = rest.signedOn !== undefined
    const isAwarded = isSigned || rest.awardedOn !== undefined || rest.notifiedOn !== undefined
    const endsOn = length === undefined ? undefined : rest.startsOn.add({ days: length })
    const isExtended = isSigned && endsOn !== undefined && months > 0 && endsOn.day < 28
    const lots = isAwarded ? rest.lots : rest.lots.map((lot) => (lot.status === 'awarded' ? { ...lot, status: 'active' as const } : lot))
    const suppliers = !isAwarded
      ? []
      : rest.lots.length === 0
        ? [first, second].map((one) => ({ party: one, lot: undefined }))
        : [
            { party: first, lot: 1 },
            { party: second, lot: 3 },
          ]
    const isOver = isSigned && over !== undefined
    return {
      ...rest,
      ...{ regime, process, lots, suppliers, endsOn },
      ...{
        indicators: isSigned ? rest.indicators : [],
        assessments: isSigned ? rest.assessments : [],
        transactions: isSigned ? rest.transactions : [],
      },
      taken: isExtended ? { months, on: rest.startsOn } : undefined,
      openMonths: endsOn !== undefined && endsOn.day < 28 ? rest.openMonths : 0,
      standstillUntil: rest.notifiedOn,
      endedOn: isOver ? rest.startsOn.add({ days: over ?? 0 }) : undefined,
      endedBecause: isOver ? 'By mutual agreement' : '',
    }
  })

const ocid = 'ocds-213czf-0197'
/** What is due, as releases with heads, one second after another. */
const published = (due: readonly DueRelease[], after = 0): readonly NoticeRelease[] =>
  due.map(({ tags, content }, number) => {
    const at = Temporal.Instant.from('2029-01-01T00:00:00Z').add({ seconds: after + number })
    return {
      ocid,
      id: `${ocid}-${after + number}`,
      at,
      tags,
      content: {
        ocid,
        id: `${ocid}-${after + number}`,
        date: at.toZonedDateTimeISO('Europe/London').toString({ timeZoneName: 'never' }),
        tag: [...tags],
        ...content,
      },
    }
  })

test('C15: what is published is valid, and read again it is equal to the record; what is put right is another release, and nothing is told twice', {
  timeout: 60_000,
}, () => {
  const schemas = skip ? [] : ocdsSchemas()
  fc.assert(
    fc.property(anyProcess, anyProcess, (before, after) => {
      const first = published(releasesDue(before, {}, new Set(), today))
      const events = new Set(releasesDue(before, {}, new Set(), today).map(({ event }) => event))
      const again = fileOf(textOf(JSON.stringify({ releases: first.map(({ content }) => content) })))
      assert.deepEqual(again.oddities, [])
      assert.deepEqual(heard(ocid, mergeReleases(again.releases)), before)
      assert.deepEqual(releasesDue(before, mergeReleases(first), events, today), [])
      const second = published(releasesDue(after, mergeReleases(first), events, today), 1000)
      for (const release of [...first, ...second])
        for (const faults of schemas) assert.deepEqual(faults(release.content), [], JSON.stringify(release.content))
      const all = fileOf(textOf(JSON.stringify([...first, ...second].map(({ content }) => content)))).releases
      assert.deepEqual(heard(ocid, mergeReleases(all)), after)
    }),
    { numRuns: 60 },
  )
})

test('C15: what is foreseen comes out as planning, valid, and reads back equal; the contract that comes of it goes on under the same ocid', () => {
  const schemas = skip ? [] : ocdsSchemas()
  const purchase: ForeseenPurchase = {
    ...{ id: '0197', kind: 'case', body: 'b', title: 'Youth work: Ashbrook', rationale: 'Communities run their own clubs.', state: 'open' },
    ...{
      buyer: { id: 'GB-PPON-A', name: 'Council', identifiers: [] },
      expectedOn: Temporal.PlainDate.from('2029-04-01'),
      contract: undefined,
    },
  }
  const first = published(releasesDue(processForeseen(purchase), {}, new Set(), today))
  assert.deepEqual(
    first.map(({ tags }) => tags),
    [['planning']],
  )
  assert.deepEqual(heard(ocid, mergeReleases(first)), processForeseen(purchase))
  const told = new Set(['planning'])
  assert.deepEqual(releasesDue(processForeseen(purchase), mergeReleases(first), told, today), [])
  for (const [after, status] of [
    [{ ...purchase, expectedOn: Temporal.PlainDate.from('2029-09-01') }, 'planned'],
    [{ ...purchase, state: 'withdrawn' as const, expectedOn: undefined }, 'cancelled'],
    [{ ...purchase, state: 'come' as const, rationale: '' }, 'complete'],
  ] as const) {
    const second = published(releasesDue(processForeseen(after), mergeReleases(first), told, today), 10)
    assert.deepEqual(
      second.map(({ tags }) => tags),
      [['planningUpdate']],
    )
    const merged = mergeReleases([...first, ...second])
    assert.equal((merged.tender as NoticeObject).status, status)
    assert.deepEqual(heard(ocid, merged), processForeseen(after))
    for (const release of [...first, ...second]) for (const faults of schemas) assert.deepEqual(faults(release.content), [])
  }
  const bought: NoticeProcess = {
    ...processForeseen({ ...purchase, title: 'Youth work in Ashbrook' }),
    ...{ foreseen: undefined, regime: 'light-touch', process: 'open', summary: 'Two clubs.', reference: 'NB/7' },
    ...{ tenderedOn: Temporal.PlainDate.from('2028-05-01'), startsOn: Temporal.PlainDate.from('2029-04-01'), net: 100n },
  }
  const then = published(releasesDue(bought, {}, told, today), 20)
  assert.deepEqual(
    then.map(({ tags }) => tags),
    [['tender']],
  )
  const { foreseen, ...plain } = bought
  assert.deepEqual(heard(ocid, mergeReleases([...first, ...then])), {
    ...plain,
    foreseen: { rationale: purchase.rationale, expectedOn: purchase.expectedOn, state: 'open' },
  })
  // What was over before it could be told is not foreseen; words that could tell who a child is wait for a person.
  const quiet = { isOut: false, contractSpeaks: false, today }
  assert.deepEqual(
    [
      isForeseenTold(purchase, quiet),
      isForeseenTold({ ...purchase, state: 'come' }, quiet),
      isForeseenTold({ ...purchase, expectedOn: Temporal.PlainDate.from('2027-04-01') }, quiet),
      isForeseenTold({ ...purchase, state: 'withdrawn' }, { ...quiet, isOut: true }),
      isForeseenTold(purchase, { ...quiet, isOut: true, contractSpeaks: true }),
    ],
    [true, false, false, true, false],
  )
  const odd = { ...purchase, rationale: 'A bespoke placement' }
  assert.deepEqual(
    [isForeseenHeld(odd, new Set()), isForeseenHeld(odd, new Set([foreseenWords(odd)])), isForeseenHeld(purchase, new Set())],
    [true, false, false],
  )
})

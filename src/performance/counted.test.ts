import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { newId } from '#platform/database/ids.ts'
import { readAs, writeAs } from '#platform/database/session.ts'
import { countedMeasures } from '#src/counted-measures.ts'
import { buildBoard } from '#test/support/board.ts'
import { openHouse } from '#test/support/house.ts'
import { htmlFaults } from '#test/support/html.ts'
import { countFromRecord } from './commands/count-record.ts'
import { findSeries } from './queries/series.ts'
import { printed } from './rules/exact.ts'
import { currentOf } from './rules/judge.ts'
import { dayFields, definition } from './testing/arrange.ts'
import { performanceClient } from './testing/client.ts'
import { buildHistory } from './testing/counted-history.ts'

const NOW = '2026-11-22T10:00:00Z'
const now = Temporal.Instant.from(NOW)
const day = (iso: string) => Temporal.PlainDate.from(iso)
const { needs, ownerDb } = await openHouse(now)
const board = await buildBoard(ownerDb, 'strategic-partnership')
const as = (who?: typeof board.clerk) => performanceClient(needs, who?.account, NOW, countedMeasures)
const [clerk, member, visitor] = [as(board.clerk), as(board.member), as()]
const reading = { actor: board.clerk.account, now, today: day('2026-11-22') }
const count = (at = NOW) => countFromRecord({ db: needs.db, counted: countedMeasures }, Temporal.Instant.from(at))

const rhythm = { frequency: 'quarter', lagDays: '14', sight: 'public', ...dayFields('startsOn', '2025-04-01') }
async function measureOf(code: string, fields: Readonly<Record<string, string>> = {}): Promise<string> {
  const made = await clerk.post(`/boards/${board.slug}/measures/new-from-record`, { code, ...rhythm, ...fields })
  assert.equal(made.status, 303, made.text)
  return made.location.replace('/measures/', '')
}

/** What stands for each quarter: 'observed 3/4', 'not-applicable', ... */
async function standing(measure: string): Promise<ReadonlyMap<string, string>> {
  const [series] = await readAs(needs.db, reading, (reader) => findSeries(reader, [measure]))
  return new Map(
    currentOf(series?.observations ?? []).map(({ period, status, numerator, denominator, value }) => {
      const parts = numerator && denominator ? ` ${printed(numerator, 0)}/${printed(denominator, 0)}` : ''
      return [period.startsOn.toString(), `${status}${parts || (value ? ` ${printed(value, 6)}` : '')}`]
    }),
  )
}

const { hold, act, decide, finish, takeBack, recounted } = await buildHistory(ownerDb, board.body, now)
const [attendance, actions, decisions, held] = [
  await measureOf('meetings.seats-attended'),
  await measureOf('meetings.actions-in-time'),
  await measureOf('meetings.decisions-with-action'),
  await measureOf('meetings.held'),
]
const all = [
  [attendance, 'attendance'],
  [actions, 'actions'],
  [decisions, 'decisions'],
  [held, 'held'],
] as const

test('E10, I5: each indicator that is asked for is counted from the record; movement has no better direction of its own', () => {
  const kinds = new Map(countedMeasures.map(({ code, polarity }) => [code, polarity]))
  const families = ['initiated', 'active', 'step-up', 'step-down', 'closed-needs-met', 'closed-not-engaging', 'reviewed', 'voice']
  const others = [
    'meetings.seats-attended',
    'meetings.actions-in-time',
    'plans.actions-in-time',
    'commissioning.kpis-on-target',
    'commissioning.spend',
  ]
  for (const code of [...families.map((one) => `early-help.${one}`), ...others]) assert.ok(kinds.has(code), code)
  for (const code of ['step-up', 'step-down', 'closed-needs-met', 'closed-not-engaging'])
    assert.equal(kinds.get(`early-help.${code}`), 'none')
})

test('I5: where there is nothing to count the figure says so: never 0, never 100%, and a number of nothing is a true 0', async () => {
  await count()
  assert.equal((await standing(attendance)).get('2025-04-01'), 'not-applicable')
  assert.equal((await standing(held)).get('2025-04-01'), 'observed 0')
  const page = (await visitor.get(`/measures/${attendance}`)).text
  assert.deepEqual(await htmlFaults(page), [])
  assert.match(page, /Nothing to count: no meeting of the board was held\./)
  assert.match(page, /Counted from the record/)
  const { length } = [...(await standing(attendance))]
  assert.equal(length, 6, 'six quarters are over, the sixth more than its days for late entries ago')
  assert.equal(await count(), 0, 'a second count of the same record changes nothing')
})

test('I5: figures of the record agree with a slow recount over random histories, and late entries revise them with a reason', async () => {
  const span = fc.integer({ min: 0, max: 600 }).map((days) => day('2025-03-15').add({ days }).toString())
  const maybe = <Value>(of: fc.Arbitrary<Value>) => fc.option(of, { nil: null, freq: 3 })
  const step = fc.record({
    meetings: fc.array(
      fc.record({
        day: span,
        state: fc.constantFrom('ended', 'ended', 'ended', 'abandoned', 'cancelled' as const),
        kind: fc.constantFrom('ordinary', 'ordinary', 'ordinary', 'development_day' as const),
        sat: fc.subarray([0, 1, 2, 3]),
      }),
      { maxLength: 3 },
    ),
    actions: fc.array(fc.tuple(maybe(span), maybe(span)), { maxLength: 5 }),
    decisions: fc.array(fc.tuple(span, fc.constantFrom('note', 'approve' as const), fc.integer({ min: 0, max: 2 })), { maxLength: 4 }),
    finish: fc.nat(),
    takeBack: fc.nat(),
    on: span,
  })
  const base = await hold({ day: '2025-03-01', state: 'ended', kind: 'ordinary', sat: [0] })
  await fc.assert(
    fc.asyncProperty(step, async (given) => {
      for (const one of given.meetings) await hold(one)
      for (const [due, done] of given.actions) await act(base, due, done)
      for (const [on, type, many] of given.decisions) await decide(base, on, type, many)
      await finish(given.finish, given.on)
      await takeBack(given.takeBack)
      await count()
      for (const [measure, what] of all) assert.deepEqual(await standing(measure), recounted(what), what)
    }),
    { numRuns: 10 },
  )
  const reasons = await ownerDb
    .selectFrom('performance.observation')
    .select(['revision', 'reason', 'entered_how'])
    .where('measure', '=', attendance)
    .execute()
  assert.ok(reasons.some(({ revision }) => revision > 1))
  assert.ok(reasons.every(({ entered_how }) => entered_how === 'record'))
  assert.ok(reasons.every(({ revision, reason }) => revision === 1 || /^Counted again: entries of the period/.test(reason)))
})

test('I5: nobody types over the record: form, database and return refuse, and the page says how one objects', async () => {
  const sheet = await clerk.get(`/measures/${attendance}/enter`)
  assert.match(sheet.text, /nobody types them/)
  assert.doesNotMatch(sheet.text, /name="status0"/)
  const typed = await clerk.post(`/measures/${attendance}/enter`, {
    status0: 'final',
    numerator0: '9',
    denominator0: '10',
    confirmed: 'yes',
  })
  assert.equal(typed.status, 422)
  const row = {
    ...{
      id: newId(),
      measure: attendance,
      body: board.body,
      sight: 'members',
      period_type: 'quarter',
      revision: 1,
      status: 'final',
      value: '90',
    },
    ...{ starts_on: day('2024-01-01'), ends_on: day('2026-01-01'), entered_at: now },
  }
  for (const how of ['form', 'record']) {
    await assert.rejects(
      writeAs(needs.db, reading, (tx) =>
        tx
          .insertInto('performance.observation')
          .values({ ...row, entered_how: how })
          .execute(),
      ),
      /the record gives the figures/,
    )
  }
  assert.equal(
    (
      await clerk.post(`/measures/${attendance}/define`, {
        ...definition,
        reason: 'Words',
        version: '1',
        ...dayFields('startsOn', '2026-12-01'),
      })
    ).status,
    422,
  )
  assert.equal((await member.post(`/measures/${attendance}/recount`, {})).status, 403)
  assert.equal((await clerk.post(`/measures/${attendance}/recount`, {})).status, 303)
})

test('I5: the rows of a figure are listed as far as whoever looks may read them; those that point to people for its givers alone', async () => {
  const address = `/measures/${actions}/counted/2026-07-01/2026-10-01`
  const meeting = await hold({ day: '2026-07-02', state: 'ended', kind: 'ordinary', sat: [0, 1] })
  await act(meeting, '2026-08-01', null)
  const secret = newId()
  await ownerDb
    .insertInto('meetings.action')
    .values({
      id: secret,
      meeting,
      body: board.body,
      sight: 'members',
      text: 'The secret lease',
      category: 'exempt',
      state: 'open',
      due_to: day('2026-08-02'),
    })
    .execute()
  assert.match((await clerk.get(address)).text, /The secret lease/)
  const open = await visitor.get(address)
  assert.equal(open.status, 200)
  assert.deepEqual(await htmlFaults(open.text), [])
  assert.doesNotMatch(open.text, /secret lease/)
  assert.equal((await visitor.get(`/measures/${actions}/counted/2026-07-01/2026-09-01`)).status, 404)
  const complaints = await measureOf('voice.complaints-in-time')
  await count()
  assert.equal((await standing(complaints)).get('2026-07-01'), 'suppressed', 'none looks like few')
  assert.match((await visitor.get(`/measures/${complaints}/counted/2026-07-01/2026-10-01`)).text, /for those who give the figures alone/)
  assert.doesNotMatch(
    (await clerk.get(`/measures/${complaints}/counted/2026-07-01/2026-10-01`)).text,
    /for those who give the figures alone/,
  )
})

test('I5: a measure that was typed is counted from a day on, and typed again from another; the figures before stay', async () => {
  const made = await clerk.post(`/boards/${board.slug}/measures/new`, { ...definition, frequency: 'quarter', lagDays: '0' })
  const measure = made.location.replace('/measures/', '')
  const typed = await clerk.post(`/measures/${measure}/enter?period=2026-02-01`, { status0: 'final', value0: '44', confirmed: 'yes' })
  assert.equal(typed.status, 303, typed.text)
  const counting = { code: 'meetings.held', frequency: 'quarter', lagDays: '0', reason: 'The record knows', version: '1' }
  assert.equal(
    (await clerk.post(`/measures/${measure}/counting`, { ...counting, code: 'x', ...dayFields('startsOn', '2026-04-01') })).status,
    422,
  )
  assert.equal((await clerk.post(`/measures/${measure}/counting`, { ...counting, ...dayFields('startsOn', '2026-04-01') })).status, 303)
  await count()
  const now26 = await standing(measure)
  assert.equal(now26.get('2026-01-01'), 'final 44')
  assert.equal(now26.get('2026-04-01'), recounted('held').get('2026-04-01'))
  const nobody = { ...counting, code: 'nobody', version: '2', ...dayFields('startsOn', '2026-11-01') }
  assert.equal((await clerk.post(`/measures/${measure}/counting`, nobody)).status, 303)
  assert.doesNotMatch((await clerk.get(`/measures/${measure}`)).text, /Counted from the record</)
})

test('E10: who aims at fewer step-ups than before says why, for the record says that neither way is better; on how few a target is rated is set from a day on', async () => {
  const fields = { polarity: 'lower', ratedFrom: '20', frequency: 'month' }
  const refused = await clerk.post(`/boards/${board.slug}/measures/new-from-record`, { code: 'early-help.step-up', ...rhythm, ...fields })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /Say why that way is better/)
  const measure = await measureOf('early-help.step-up', { ...fields, polarityReason: 'The plan of 2014 aims at fewer' })
  assert.match(
    (await visitor.get(`/measures/${measure}`)).text,
    /Lower is better. The plan of 2014 aims at fewer[\s\S]*From a baseline of 20 on/,
  )
  const counting = { code: 'early-help.step-up', frequency: 'month', lagDays: '0', reason: 'The plan of 2026', version: '1' }
  const change = (more: Readonly<Record<string, string>>) =>
    clerk.post(`/measures/${measure}/counting`, { ...counting, ...dayFields('startsOn', '2026-06-01'), ...more })
  assert.equal((await change({ polarity: 'higher' })).status, 422)
  assert.equal((await change({})).status, 303)
  const page = (await visitor.get(`/measures/${measure}`)).text
  assert.match(page, /Neither way is better/)
  assert.doesNotMatch(page, /From a baseline of 20 on/)
  const kept = await ownerDb
    .selectFrom('performance.measure_definition')
    .select(['polarity', 'polarity_reason', 'rated_from'])
    .where('measure', '=', measure)
    .orderBy('number')
    .execute()
  assert.deepEqual(
    kept.map(({ polarity, polarity_reason, rated_from }) => [polarity, polarity_reason, rated_from]),
    [
      ['lower', 'The plan of 2014 aims at fewer', 20],
      ['none', '', null],
    ],
  )
  await assert.rejects(
    sql`insert into performance.measure_definition select (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(), 'number', 3, 'starts_on', '2026-09-01', 'polarity', 'lower', 'reason', 'None'))).*
      from performance.measure_definition d where d.measure = ${measure} and d.number = 2`.execute(ownerDb),
    /polarity_says_why/,
  )
})

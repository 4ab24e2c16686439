import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#platform/database/ids.ts'
import { readAs } from '#platform/database/session.ts'
import { addPerson, buildBoard } from '#test/support/board.ts'
import { openHouse } from '#test/support/house.ts'
import { htmlFaults } from '#test/support/html.ts'
import { findMeasure } from './queries/measure.ts'
import { findSeries } from './queries/series.ts'
import { printed } from './rules/exact.ts'
import { currentOf, judge } from './rules/judge.ts'
import { performanceClient } from './testing/client.ts'

const NOW = '2026-11-22T10:00:00Z'
const { needs, ownerDb } = await openHouse(Temporal.Instant.from(NOW))
const board = await buildBoard(ownerDb, 'women-and-childrens-board')
const giver = await addPerson(ownerDb, 'Gwen Giver')
const agency = newId()
await ownerDb
  .insertInto('governance.organisation')
  .values({ id: agency, name: 'Harbour Trust', sector: 'health', starts_on: Temporal.PlainDate.from('2010-01-01') })
  .execute()
const as = (person: { readonly account: Parameters<typeof performanceClient>[1] } | undefined) =>
  performanceClient(needs, person?.account, NOW)
const [clerk, member, other, visitor] = [as(board.clerk), as(board.member), as(giver), as(undefined)]

const day = (name: string, iso: string) => {
  const [year = '', month = '', dayOfMonth = ''] = iso.split('-')
  return { [`${name}-day`]: dayOfMonth, [`${name}-month`]: month, [`${name}-year`]: year }
}
const definition = {
  ...{
    title: 'Families who start',
    polarity: 'higher',
    level: 'service',
    kind: 'flow',
    scale: '1',
    overTime: 'sum',
    overAreas: 'sum',
    unit: 'families',
  },
  ...{ frequency: 'month', lagDays: '10', decimals: '0', suppression: 'none', sight: 'public', plausibleFrom: '10', plausibleTo: '500' },
  ...day('startsOn', '2025-01-01'),
}

async function measureOf(fields: Readonly<Record<string, string>> = {}): Promise<string> {
  const made = await clerk.post(`/boards/${board.slug}/measures/new`, { ...definition, ...fields })
  assert.equal(made.status, 303, made.text)
  return made.location.replace('/measures/', '')
}

const figuresOf = async (measure: string, who: 'clerk' | 'visitor' = 'clerk') => {
  const account = who === 'clerk' ? board.clerk.account : undefined
  const now = Temporal.Instant.from(NOW)
  return readAs(needs.db, { actor: account, now, today: Temporal.PlainDate.from('2026-11-22') }, async (reader) => {
    const [series] = await findSeries(reader, [measure])
    return (series?.observations ?? []).map(
      (one) =>
        `${one.period.startsOn} ${one.cell.category}#${one.revision} ${one.status} ${one.value === null ? one.words : printed(one.value, 4)} ${one.sight}`,
    )
  })
}

test('I1: a measure is defined with a date; another definition is another row; a target shows its edges before it is set', async () => {
  const id = await measureOf()
  assert.equal((await member.post(`/boards/${board.slug}/measures/new`, definition)).status, 403)
  assert.equal((await visitor.post(`/boards/${board.slug}/measures/new`, definition)).status, 401)
  const early = await clerk.post(`/measures/${id}/define`, { ...definition, reason: 'Counted by day', version: '1' })
  assert.equal(early.status, 422)
  assert.match(early.text, /begins after the one before/)
  const anew = {
    ...definition,
    title: 'Families who start a plan',
    reason: 'Plans, not meetings',
    version: '1',
    ...day('startsOn', '2026-06-01'),
  }
  assert.equal((await clerk.post(`/measures/${id}/define`, anew)).status, 303)
  assert.equal((await clerk.post(`/measures/${id}/define`, { ...anew, ...day('startsOn', '2026-09-01') })).status, 409)
  const target = { words: '25% increase', setBy: 'The board', ...day('startsOn', '2026-01-01'), value: '25' }
  const unclear = await clerk.post(`/measures/${id}/target`, target)
  assert.match(unclear.text, /Choose an answer/, 'percent or points is for whoever sets it to say')
  const pending = await clerk.post(`/measures/${id}/target`, { ...target, kind: 'relative', toleranceKind: 'share', tolerance: '10' })
  assert.equal(pending.status, 303, 'a target may wait for its baseline')
  const now = Temporal.Instant.from(NOW)
  const read = () =>
    readAs(needs.db, { actor: board.clerk.account, now, today: Temporal.PlainDate.from('2026-11-22') }, async (reader) => {
      const [series] = await findSeries(reader, [id])
      const measure = await findMeasure(reader, id)
      return currentOf(series?.observations ?? []).map((one) => judge(measure, series?.targets ?? [], one).rag.colour)
    })
  assert.equal((await clerk.post(`/measures/${id}/enter?period=2026-07`, { status0: 'final', value0: '277' })).status, 303)
  assert.deepEqual(await read(), [null], 'no baseline, no target, no colour')
  assert.equal(
    (await clerk.post(`/measures/${id}/baseline`, { value: '222', period: 'December 2025', method: 'single-period' })).status,
    303,
  )
  assert.deepEqual(await read(), ['amber'], '277 against 277.5')
  const again = await clerk.post(`/measures/${id}/target`, { ...target, kind: 'value', value: '80', ...day('startsOn', '2026-06-01') })
  assert.match(again.text, /Green at 80 or more/)
  assert.match(
    (await clerk.post(`/measures/${id}/target`, { ...target, kind: 'value', value: '80', confirmed: 'yes' })).text,
    /Another target judges these periods/,
  )
  const page = await clerk.get(`/boards/${board.slug}/measures`)
  assert.deepEqual(await htmlFaults(page.text), [])
  assert.match(page.text, /Families who start a plan[\s\S]*277 families[\s\S]*At risk/)
})

test('I2: a return is given on one page, waits for the clerk and is published; a correction is a revision with its reason; states are never zeros', async () => {
  const [starts, rate] = [
    await measureOf(),
    await measureOf({ title: 'In time', kind: 'rate', unit: '%', scale: '100', decimals: '1', plausibleFrom: '', plausibleTo: '' }),
  ]
  const fields = {
    title: 'Monthly figures',
    agency,
    giver: giver.person,
    periodType: 'month',
    dueDays: '20',
    ...day('startsOn', '2026-09-01'),
  }
  assert.equal((await member.get(`/boards/${board.slug}/returns/new`)).status, 403)
  assert.match((await clerk.post(`/boards/${board.slug}/returns/new`, fields)).text, /Choose at least one measure/)
  assert.equal((await clerk.post(`/boards/${board.slug}/returns/new`, { ...fields, measures: [starts, rate] })).status, 303)
  const due = await ownerDb.selectFrom('performance.return_due').select(['id', 'due_on']).orderBy('starts_on').execute()
  assert.deepEqual(
    due.map((one) => one.due_on.toString()),
    ['2026-10-20', '2026-11-20'],
  )
  const at = `/returns/${due[0]?.id}`
  assert.equal((await visitor.get(at)).status, 404)
  assert.match((await member.get(`/boards/${board.slug}/returns`)).text, /2 returns are overdue/)
  const odd = await other.post(`${at}/give`, { status0: 'final', value0: '9000', status1: 'final', numerator1: '30', denominator1: 'x' })
  assert.equal(odd.status, 422)
  assert.match(odd.text, /9000 is outside what is plausible[\s\S]*“x” is none/)
  assert.match(odd.text, /value="9000"/, 'what was typed stays')
  const sure = {
    status0: 'final',
    value0: '9000',
    confirmed: 'yes',
    status1: 'final',
    numerator1: '30',
    denominator1: '40',
    note: 'A good month',
  }
  assert.equal((await member.post(`${at}/give`, sure)).status, 404)
  assert.equal((await other.post(`${at}/give`, sure)).status, 303)
  assert.deepEqual(await figuresOf(rate), ['2026-09-01 #1 final 75 members'])
  assert.deepEqual(await figuresOf(rate, 'visitor'), [], 'nobody sees it before it is accepted')
  const given = await other.get(at)
  assert.deepEqual(await htmlFaults(given.text), [])
  assert.equal((await other.post(`${at}/accept`, { version: '2' })).status, 404)
  assert.match((await other.post(`${at}/give`, { status0: 'missing', status1: '' })).text, /Say why the figure is another one/)
  assert.equal((await other.post(`${at}/give`, { status0: 'missing', status1: '', reason: 'The system was down' })).status, 303)
  assert.equal((await clerk.post(`${at}/accept`, { version: '2' })).status, 409)
  assert.equal((await clerk.post(`${at}/accept`, { version: '3' })).status, 303)
  assert.deepEqual(await figuresOf(starts, 'visitor'), ['2026-09-01 #1 final 9000 public', '2026-09-01 #2 missing  public'])
  assert.equal(
    (await clerk.post(`/measures/${rate}/enter?period=2026-09`, { status0: 'final', numerator0: '30', denominator0: '40' })).status,
    303,
  )
  assert.deepEqual(await figuresOf(rate, 'visitor'), ['2026-09-01 #1 final 75 public'], 'the same again changes nothing')
})

test('I6: true counts stay with those who give them; what is stored for others is protected, and the database takes nothing else', async () => {
  const id = await measureOf({
    title: 'Children missing',
    suppression: 'small-counts',
    plausibleFrom: '',
    breakdowns: 'Sex: Female, Male, Other',
  })
  const parts = {
    status0: 'final',
    value0: '42',
    status1: 'final',
    value1: '3',
    status2: 'final',
    value2: '17',
    status3: 'final',
    value3: '22',
  }
  assert.match((await clerk.post(`/measures/${id}/enter?period=2026-09`, { ...parts, status3: '' })).text, /Enter every part of the split/)
  assert.equal((await clerk.post(`/measures/${id}/enter?period=2026-09`, parts)).status, 303)
  const shown = await figuresOf(id, 'visitor')
  assert.ok(shown.includes('2026-09-01 Female#1 suppressed  public'), shown.join('\n'))
  assert.doesNotMatch(shown.join('\n'), /\b(3|17|22|42)\b/)
  assert.equal((await clerk.post(`/measures/${id}/enter?period=2026-09`, parts)).status, 303)
  assert.equal((await figuresOf(id)).length, 4, 'the same counts again change nothing')
  const held = await ownerDb.selectFrom('performance.held_value').select('numerator').where('measure', '=', id).execute()
  assert.deepEqual(held.map(({ numerator }) => numerator).toSorted(), [17n, 22n, 3n, 42n].toSorted())
  for (const account of [undefined, board.member.account, board.chair.account, giver.account]) {
    const now = Temporal.Instant.from(NOW)
    const seen = await readAs(needs.db, { actor: account, now, today: Temporal.PlainDate.from('2026-11-22') }, (reader) =>
      reader.selectFrom('performance.held_value').selectAll().execute(),
    )
    assert.equal(seen.length, 0)
  }
  const row = await ownerDb
    .selectFrom('performance.observation')
    .selectAll()
    .where('measure', '=', id)
    .where('value', 'is not', null)
    .executeTakeFirstOrThrow()
  await assert.rejects(
    ownerDb
      .insertInto('performance.observation')
      .values({ ...row, id: newId(), revision: 2, reason: 'x', protection: null })
      .execute(),
    /protected first|duplicate/,
  )
  await assert.rejects(
    ownerDb.updateTable('performance.observation').set({ value: '1' }).where('id', '=', row.id).execute(),
    /stays as it was written/,
  )
  await assert.rejects(ownerDb.deleteFrom('performance.observation').where('id', '=', row.id).execute(), /stays as it was written/)
})

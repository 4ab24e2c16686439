import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findStanding } from '#governance/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import { readAs, writeAs } from '#platform/database/session.ts'
import { htmlFaults } from '#test/support/html.ts'
import { chaseFigures } from './commands/chase-figures.ts'
import { findFigureDuties } from './queries/duties.ts'
import { findMeasure } from './queries/measure.ts'
import { findSeries } from './queries/series.ts'
import { currentOf, judge } from './rules/judge.ts'
import { arrangeBoard, dayFields, definition, NOW } from './testing/arrange.ts'

const { needs, ownerDb, board, giver, agency, clerk, member, other, visitor, measureOf, figuresOf } = await arrangeBoard()

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
    ...dayFields('startsOn', '2026-06-01'),
  }
  assert.equal((await clerk.post(`/measures/${id}/define`, anew)).status, 303)
  assert.equal((await clerk.post(`/measures/${id}/define`, { ...anew, ...dayFields('startsOn', '2026-09-01') })).status, 409)
  const target = { words: '25% increase', setBy: 'The board', ...dayFields('startsOn', '2026-01-01'), value: '25' }
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
  // A browser sends the form to where it says, without what stands behind the question mark of its own page.
  assert.match(
    (await clerk.get(`/measures/${id}/enter?period=2026-07`)).text,
    new RegExp(`action="/measures/${id}/enter\\?period=2026-07-01"`),
  )
  assert.equal((await clerk.post(`/measures/${id}/enter?period=2026-07`, { status0: 'final', value0: '277' })).status, 303)
  const sheet = (await clerk.get(`/measures/${id}/enter?period=2026-07`)).text
  assert.match(sheet, /enter\?period=2026-06-01[^>]*>\s*Enter or correct June 2026/, 'an earlier period is reached by a link')
  assert.deepEqual(await read(), [null], 'no baseline, no target, no colour')
  assert.equal(
    (await clerk.post(`/measures/${id}/baseline`, { value: '222', period: 'December 2025', method: 'single-period' })).status,
    303,
  )
  assert.deepEqual(await read(), ['amber'], '277 against 277.5')
  const again = await clerk.post(`/measures/${id}/target`, {
    ...target,
    kind: 'value',
    value: '80',
    ...dayFields('startsOn', '2026-06-01'),
  })
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
    ...dayFields('startsOn', '2026-09-01'),
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
  const counts = [42, 3, 17, 22]
  const parts = Object.fromEntries(
    counts.flatMap((count, at) => [
      [`status${at}`, 'final'],
      [`value${at}`, String(count)],
    ]),
  )
  const without = { ...parts, status3: '' }
  assert.match((await clerk.post(`/measures/${id}/enter?period=2026-09`, without)).text, /Choose a status for the figure/)
  assert.match((await clerk.post(`/measures/${id}/enter?period=2026-09`, { ...without, value3: '' })).text, /Enter every part of the split/)
  const enter = (fields: Readonly<Record<string, string>>) => clerk.post(`/measures/${id}/enter?period=2026-09`, fields)
  assert.match((await enter(parts)).text, /Others would not be shown the figure of [^<]*Female[\s\S]*value="17"/)
  assert.deepEqual(await figuresOf(id), [])
  assert.equal((await enter({ ...parts, confirmed: 'yes' })).status, 303)
  const shown = await figuresOf(id, 'visitor')
  assert.ok(shown.includes('2026-09-01 Female#1 suppressed  public'), shown.join('\n'))
  assert.doesNotMatch(shown.join('\n'), /\b(3|17|22|42)\b/)
  assert.equal((await enter({ ...parts, confirmed: 'yes' })).status, 303)
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

test('I6: a year to date that would tell a small month beside the one before is held back, said on the page, and its counts are kept', async () => {
  const fields = { title: 'Children so far this year', suppression: 'small-counts', frequency: 'other', plausibleFrom: '', plausibleTo: '' }
  const id = await measureOf(fields)
  const enter = (period: string, value: string, reason = '') =>
    clerk.post(`/measures/${id}/enter?period=${encodeURIComponent(period)}`, {
      period,
      status0: 'final',
      value0: value,
      reason,
      confirmed: 'yes',
    })
  const june = await enter('2026-04-01 to 2026-06-30', '14')
  assert.equal(june.status, 303, june.text)
  assert.equal((await enter('2026-04-01 to 2026-07-31', '18')).status, 303)
  assert.deepEqual(await figuresOf(id), ['2026-04-01 #1 final 15 public', '2026-04-01 #1 suppressed  public'])
  const said = (await clerk.get(`/measures/${id}`)).text
  assert.match(said, /New figures of 1 April 2026 to 31 July 2026 are held back/)
  assert.equal((await enter('2026-04-01 to 2026-07-31', '18')).status, 303)
  assert.equal((await figuresOf(id)).length, 2, 'the same counts again change nothing')
  // Enough more was counted: now it is shown, as a revision with its reason.
  assert.equal((await enter('2026-04-01 to 2026-07-31', '24', 'Late entries')).status, 303)
  assert.ok((await figuresOf(id)).includes('2026-04-01 #2 final 25 public'))
  assert.doesNotMatch((await clerk.get(`/measures/${id}`)).text, /held back/)
  const kept = await ownerDb
    .selectFrom('performance.protection')
    .select(['outcome', 'guard'])
    .where('measure', '=', id)
    .orderBy('id')
    .execute()
  assert.deepEqual(
    kept.map(({ outcome }) => outcome),
    ['alone', 'held-back', 'alone'],
  )
})

test('I2: what is owed is asked for by mail, and a red or missing figure asks its owner until somebody answers or it is settled', async () => {
  const id = await measureOf({ title: 'Asked about', ownerPerson: giver.person, ...dayFields('startsOn', '2026-09-01') })
  await clerk.post(`/measures/${id}/target`, {
    words: '100',
    kind: 'value',
    value: '100',
    setBy: 'The board',
    confirmed: 'yes',
    ...dayFields('startsOn', '2026-01-01'),
  })
  await clerk.post(`/measures/${id}/enter?period=2026-09`, { status0: 'final', value0: '50' })
  const now = Temporal.Instant.from(NOW)
  const sent = await chaseFigures(needs, now)
  const mails = await ownerDb.selectFrom('platform.mail_delivery').selectAll().execute()
  assert.equal(mails.length, sent)
  assert.ok(sent >= 3, 'the overdue return of October, a red figure and a missing one')
  assert.equal(await chaseFigures(needs, now), 0, 'nobody is asked twice on a day')
  const duties = () =>
    readAs(needs.db, { actor: giver.account, now, today: Temporal.PlainDate.from('2026-11-22') }, async (reader) =>
      findFigureDuties(reader, await findStanding(reader, { actor: giver.account, now, today: Temporal.PlainDate.from('2026-11-22') })),
    )
  const own = (await duties()).filter(({ title }) => title === 'Asked about')
  assert.deepEqual(
    own.map(({ kind, period }) => `${kind} ${period.startsOn}`),
    ['red 2026-09-01', 'missing 2026-10-01'],
  )
  assert.equal((await member.get(`/measures/${id}/comment/2026-09-01/2026-10-01`)).status, 403)
  assert.equal((await other.post(`/measures/${id}/comment/2026-09-01/2026-10-01`, { words: 'Two groups did not start.' })).status, 303)
  assert.deepEqual(
    (await duties()).filter(({ title }) => title === 'Asked about').map(({ kind }) => kind),
    ['missing'],
  )
  assert.equal((await other.post(`/measures/${id}/enter`, { status0: 'final', value0: '120' })).status, 303)
  await chaseFigures(needs, now)
  assert.deepEqual(
    (await duties()).filter(({ title }) => title === 'Asked about'),
    [],
    'what came meanwhile asks nobody',
  )
})

test('I1, I2: what changes anything is the clerk’s; whoever gives figures gives and comments; members read; visitors are asked to sign in', async () => {
  const id = await measureOf({ title: 'Guarded', ownerPerson: giver.person })
  const draft = await measureOf({ title: 'Not shown yet', sight: 'draft' })
  const kept = ['define', 'show', 'withdraw', 'baseline', 'target'].map((step) => `/measures/${id}/${step}`)
  const boards = ['measures/new', 'returns/new'].map((step) => `/boards/${board.slug}/${step}`)
  for (const path of [...kept, ...boards]) {
    const answers = await Promise.all([visitor, member, other, clerk].map((who) => who.post(path)))
    // Returns of a board are known to the board alone: to anybody else they do not exist.
    const stranger = path.endsWith('returns/new') ? 404 : 403
    assert.deepEqual(
      answers.map(({ status }) => status),
      [401, 403, stranger, 422],
      path,
    )
  }
  for (const path of [`/measures/${id}/enter`, `/measures/${id}/comment/2026-09-01/2026-10-01`]) {
    const answers = await Promise.all([visitor, member, other, clerk].map((who) => who.post(path)))
    assert.deepEqual(
      answers.map(({ status }) => status),
      [401, 403, 422, 422],
      path,
    )
  }
  for (const who of [visitor, member, other]) assert.equal((await who.get(`/measures/${draft}`)).status, 404)
  assert.equal((await clerk.get(`/measures/${draft}`)).status, 200)
  assert.equal((await clerk.get(`/measures/${id}/comment/2026-09-01/2026-09-01`)).status, 404)
  assert.equal((await clerk.get('/uploads/018f0000-0000-7000-8000-000000000000')).status, 404)
  assert.equal((await clerk.post(`/measures/${id}/enter`, { status0: 'final', value0: '50' })).status, 303)
  // By hand, past every page: a giver cannot publish, and a member cannot write.
  const row = await ownerDb.selectFrom('performance.observation').selectAll().where('sight', '=', 'public').executeTakeFirstOrThrow()
  const byHand = (account: typeof giver.account) =>
    writeAs(needs.db, { actor: account, now: Temporal.Instant.from(NOW), today: Temporal.PlainDate.from('2026-11-22') }, (tx) =>
      tx
        .insertInto('performance.observation')
        .values({ ...row, id: newId(), measure: id, revision: 1, reason: '', protection: null, value: '1', words: '', status: 'final' })
        .execute(),
    )
  await assert.rejects(byHand(giver.account), /row-level security/)
  await assert.rejects(byHand(board.member.account), /row-level security/)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { sql } from 'kysely'
import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from 'pdf-lib'
import readExcelFile from 'read-excel-file/node'
import { addItem } from '#meetings/commands/agenda/add-item.ts'
import { createMeeting } from '#meetings/commands/meeting/create-meeting.ts'
import { doerAt, itemInput, meetingInput, value } from '#meetings/testing/arrange.ts'
import { makePlan } from '#plans/commands/plan.ts'
import { addRow } from '#plans/commands/rows.ts'
import { publishPlan } from '#plans/commands/versions.ts'
import { findPlanHead } from '#plans/queries/plans.ts'
import { newId } from '#platform/database/ids.ts'
import { readAs, writeAs } from '#platform/database/session.ts'
import { setInTurn } from '#platform/documents/pdf/set-in-turn.ts'
import { NotFound } from '#platform/refusals.ts'
import { buildBoard } from '#test/support/board.ts'
import { openHouse } from '#test/support/house.ts'
import { htmlFaults } from '#test/support/html.ts'
import { findFrozen } from './queries/frozen.ts'
import { findScorecardMeasures } from './queries/scorecard.ts'
import { scorecardCsv, scorecardDocument, scorecardXlsx } from './scorecard-files.ts'
import { performanceClient } from './testing/client.ts'

const NOW = '2026-11-22T10:00:00Z'
const { app, needs, ownerDb } = await openHouse(Temporal.Instant.from(NOW))
const board = await buildBoard(ownerDb, 'strategic-partnership')
const clerk = doerAt(board.clerk.account, NOW)
const visitor = { ...clerk, actor: undefined }
const as = (person: { readonly account: Parameters<typeof performanceClient>[1] } | undefined) =>
  performanceClient(needs, person?.account, NOW)
const [clerkHttp, memberHttp, visitorHttp] = [as(board.clerk), as(board.member), as(undefined)]

const measure = newId()
const secret = newId()
await writeAs(ownerDb, clerk, async (tx) => {
  for (const [id, sight, title] of [
    [measure, 'public', '=SUM(A1) of families'],
    [secret, 'members', 'For the board alone'],
  ] as const) {
    await tx.insertInto('performance.measure').values({ id, body: board.body, sight, reference: '' }).execute()
    await tx
      .insertInto('performance.measure_definition')
      .values({
        ...{
          id: newId(),
          measure: id,
          number: 1,
          starts_on: Temporal.PlainDate.from('2020-01-01'),
          title,
          polarity: 'higher',
          level: 'service',
        },
        ...{
          kind: 'flow',
          over_time: 'sum',
          over_areas: 'sum',
          frequency: 'month',
          lag_days: 10,
          unit: '%',
          decimals: 1,
          made_at: clerk.now,
        },
      })
      .execute()
    await tx
      .insertInto('performance.target')
      .values({
        id: newId(),
        measure: id,
        starts_on: Temporal.PlainDate.from('2020-01-01'),
        words: '60',
        kind: 'value',
        value: '60',
        set_by: 'Board',
        made_at: clerk.now,
      })
      .execute()
  }
})

let revision = 0
/** Another figure of October, which only grows in revisions. */
async function observe(id: string, figure: string, sight: 'public' | 'members', month = '2026-10-01'): Promise<void> {
  revision += 1
  const startsOn = Temporal.PlainDate.from(month)
  const before = await ownerDb
    .selectFrom('performance.observation')
    .select(sql<number>`count(*)::int`.as('n'))
    .where('measure', '=', id)
    .where('starts_on', '=', startsOn)
    .executeTakeFirstOrThrow()
  await writeAs(ownerDb, clerk, (tx) =>
    tx
      .insertInto('performance.observation')
      .values({
        ...{
          id: newId(),
          measure: id,
          body: board.body,
          sight,
          period_type: 'month',
          starts_on: startsOn,
          ends_on: startsOn.add({ months: 1 }),
        },
        ...{
          revision: before.n + 1,
          status: 'final',
          value: figure,
          entered_how: 'form',
          entered_at: clerk.now.add({ seconds: revision }),
        },
        ...{ published_at: sight === 'public' ? clerk.now : null, reason: before.n > 0 ? 'Counted anew' : '' },
      })
      .execute(),
  )
}
await observe(measure, '59.96', 'public')
await observe(measure, '58', 'public', '2026-09-01')
await observe(secret, '1234', 'members')

const { id: meeting } = value(await createMeeting(needs, clerk, board.body, meetingInput('2026-12-08')))
const { id: item } = value(await addItem(needs, clerk, meeting, itemInput('How we do')))
const path = `/boards/${board.slug}/scorecard`

test('I4: a scorecard is frozen by the clerk for an item of the board’s own meeting, and nothing changes it afterwards', async () => {
  assert.equal((await visitorHttp.get(`${path}/freeze`)).status, 401)
  assert.equal((await memberHttp.post(`${path}/freeze`, { item: `${meeting}/${item}` })).status, 403)
  assert.equal((await clerkHttp.post(`${path}/freeze`, { item: `${meeting}/${newId()}` })).status, 404)
  assert.equal((await clerkHttp.post(`${path}/freeze`, { item: 'x' })).status, 422)
  const made = await clerkHttp.post(`${path}/freeze`, { item: `${meeting}/${item}`, note: 'October may change' })
  assert.equal(made.status, 303, made.text)
  const id = made.location.replace('/scorecards/', '')
  const read = (who: typeof clerk | typeof visitor) => readAs(needs.db, who, (reader) => findFrozen(reader, id, clerk.today))
  await assert.rejects(read(visitor), NotFound, 'it is read as its item, which is not published')
  const first = JSON.stringify((await read(clerk)).view)
  assert.match(first, /59\.96%/)
  assert.match(first, /1234%/)
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 999_999 }), fc.boolean(), async (figure, second) => {
      await observe(second ? secret : measure, (figure / 100).toString(), second ? 'members' : 'public')
      assert.equal(JSON.stringify((await read(clerk)).view), first)
    }),
    { numRuns: 12 },
  )
  await ownerDb
    .updateTable('performance.measure')
    .set({ withdrawn_on: clerk.today, withdrawn_reason: 'Counted elsewhere' })
    .where('id', '=', secret)
    .execute()
  const later = await read(clerk)
  assert.equal(JSON.stringify(later.view), first, 'a withdrawn measure stays in it')
  assert.match((await clerkHttp.get(`/scorecards/${id}/since`)).text, /No longer kept from 22 November 2026: Counted elsewhere/)
  const change = ownerDb.updateTable('performance.scorecard_line').set({ heading: 'Forged' }).where('scorecard', '=', id).execute()
  await assert.rejects(change, /stays as it was written/)
  await assert.rejects(ownerDb.deleteFrom('performance.scorecard').where('id', '=', id).execute(), /stays as it was written/)
  // The public edition holds what anybody could see on that day, and no more, once the item is public.
  await ownerDb.updateTable('meetings.meeting').set({ state: 'called' }).where('id', '=', meeting).execute()
  await ownerDb.updateTable('meetings.agenda_item').set({ sight: 'public' }).where('id', '=', item).execute()
  await ownerDb.updateTable('meetings.item_content').set({ sight: 'public' }).where('item', '=', item).execute()
  const shown = await readAs(needs.db, visitor, (reader) =>
    reader.selectFrom('performance.scorecard_line').select(['edition', 'shown']).where('scorecard', '=', id).execute(),
  )
  assert.deepEqual(
    shown.map(({ edition }) => edition),
    ['public'],
  )
  assert.doesNotMatch(JSON.stringify(shown), /1234|board alone/)
})

function altOf(figure: PDFDict): string {
  const alt = figure.get(PDFName.of('Alt'))
  return alt instanceof PDFString || alt instanceof PDFHexString ? alt.decodeText() : ''
}

test('I4: page, CSV, spreadsheet and document hold the same figures, and no cell begins a formula', async () => {
  const page = await visitorHttp.get(path)
  assert.equal(page.status, 200)
  assert.deepEqual(await htmlFaults(page.text), [])
  assert.deepEqual(await htmlFaults((await visitorHttp.get(`${path}/report`)).text), [])
  const { findBoardScorecard } = await import('./queries/scorecard-view.ts')
  const { findBody } = await import('#governance/public-data.ts')
  const view = await readAs(needs.db, visitor, async (reader) => {
    const body = await findBody(reader, board.slug, clerk.today)
    assert.ok(body)
    return (await findBoardScorecard(reader, body, clerk.today)).view
  })
  const [row] = view.groups.flatMap(({ rows }) => rows)
  assert.ok(row)
  const cells = [row.figure, row.target, row.direction.word, row.verdict.word, row.period]
  const csv = parse(scorecardCsv(view)) as string[][]
  const book = await readExcelFile(await scorecardXlsx(view))
  const document = JSON.stringify(scorecardDocument(view, 'Northbrook'))
  for (const cell of cells) {
    assert.ok(page.text.includes(cell), `page: ${cell}`)
    assert.ok(csv[1]?.includes(cell), `csv: ${cell}`)
    assert.ok(JSON.stringify(book).includes(cell), `xlsx: ${cell}`)
    assert.ok(document.includes(JSON.stringify(cell).slice(1, -1)), `document: ${cell}`)
  }
  const charts = scorecardDocument(view, 'Northbrook').sections.flatMap((section) => section.charts ?? [])
  const pdf = await PDFDocument.load(
    (await setInTurn(scorecardDocument(view, 'Northbrook'), Temporal.Instant.from(NOW))) ?? new Uint8Array(),
  )
  const found = pdf.context.enumerateIndirectObjects().flatMap(([, one]) => (one instanceof PDFDict ? [one] : []))
  const figures = found.filter((one) => one.get(PDFName.of('S')) === PDFName.of('Figure'))
  assert.deepEqual(figures.map(altOf).sort(), charts.map(({ alternativeText }) => alternativeText).sort())
  assert.ok(charts.length > 0 && charts.every(({ alternativeText }) => alternativeText.includes(row.title)))
  assert.ok(found.every((one) => one.get(PDFName.of('Subtype')) !== PDFName.of('Image')))
  assert.ok(csv[1]?.includes("'=SUM(A1) of families"), 'an apostrophe keeps a formula from running')
  assert.ok(JSON.stringify(book).includes('"=SUM(A1) of families"'), 'a spreadsheet holds it as text')
  assert.equal((await visitorHttp.get(`${path}/report?to=2026-09`)).text.includes('58%'), true)
  assert.equal((await visitorHttp.get('/scorecards/nothing')).status, 404)
})

test('I4, I6: the public edition of what is frozen is what a visitor sees live', async () => {
  await observe(measure, '61', 'members')
  const live = await readAs(needs.db, visitor, (reader) => findScorecardMeasures(reader, { body: board.body }, clerk.today))
  const edition = await readAs(needs.db, clerk, (reader) =>
    findScorecardMeasures(reader, { body: board.body, asPublic: true }, clerk.today),
  )
  assert.deepEqual(
    edition.map(({ row }) => row),
    live.map(({ row }) => row),
  )
  const own = await readAs(needs.db, clerk, (reader) => findScorecardMeasures(reader, { body: board.body }, clerk.today))
  assert.notDeepEqual(
    own.map(({ row }) => row.figure),
    live.map(({ row }) => row.figure),
    'the board sees what is not published',
  )
})

test('T1, P2: the clerk says what a measure measures; it stands under that priority, the plan counts it, and nobody hears of a draft', async () => {
  const planInput = { type: 'safeguarding-business-plan', title: 'Safe at home', reference: undefined, summary: undefined }
  const days = { startsOn: Temporal.PlainDate.from('2026-01-01'), lastDay: undefined, reviewMonths: 3 }
  const { id: plan } = value(await makePlan(needs, clerk, board.body, { ...planInput, ...days }))
  const more = {
    reference: undefined,
    text: undefined,
    timescale: undefined,
    leads: undefined,
    sponsors: undefined,
    accountable: undefined,
  }
  const row = async (kind: 'priority' | 'outcome', title: string, under?: string) =>
    value(await addRow(needs, clerk, { plan, kind, under }, { ...more, title, details: {} })).id
  const priority = await row('priority', 'Neglect is seen early')
  const outcome = await row('outcome', 'All can tell its signs', priority)
  const page = `/measures/${measure}`
  const from = { 'startsOn-day': '1', 'startsOn-month': '11', 'startsOn-year': '2026' }
  const said = { row: `outcome:${outcome}`, ...from }
  const link = (fields: Readonly<Record<string, string>>, who = clerkHttp) => who.post(`${page}/measures`, fields)
  assert.equal((await link(said, visitorHttp)).status, 401)
  assert.equal((await link(said, memberHttp)).status, 403)
  for (const wrong of [
    { ...from, row: '' },
    { ...from, row: `outcome:${newId()}` },
    { ...from, row: `action:${outcome}` },
    { row: said.row },
  ])
    assert.equal((await link(wrong)).status, 422, JSON.stringify(wrong))
  assert.match((await clerkHttp.get(`${page}/measures`)).text, /Safe at home: outcome All can tell its signs/)
  const stated = await link(said)
  assert.equal(stated.status, 303, stated.text)
  assert.match((await link(said)).text, /measures this already/)
  const shown = await clerkHttp.get(page)
  assert.deepEqual(await htmlFaults(shown.text), [])
  assert.match(shown.text, /Outcome of Safe at home/)
  assert.doesNotMatch((await visitorHttp.get(page)).text, /All can tell/)
  const linksOf = (who: typeof clerk | typeof visitor) =>
    readAs(needs.db, who, (reader) => reader.selectFrom('performance.measure_link').select('id').where('measure', '=', measure).execute())
  const [stored] = await linksOf(clerk)
  assert.ok(stored)
  assert.deepEqual(await linksOf(visitor), [], 'what it measures is a draft')
  const card = `/priorities/${priority}/scorecard`
  assert.equal((await visitorHttp.get(card)).status, 404, 'nobody hears of the priority of a draft')
  const check = async (number: number) => (await app.request(`/plans/${plan}/versions/${number}/check`)).text()
  const { revision: version } = await readAs(needs.db, clerk, (reader) => findPlanHead(reader, plan))
  value(await publishPlan(needs, clerk, plan, { publishedOn: clerk.today, sight: 'public', version }))
  assert.equal((await linksOf(visitor)).length, 1)
  assert.match((await visitorHttp.get(path)).text, /<th scope="rowgroup"[^>]*>Neglect is seen early/)
  const ofPriority = await visitorHttp.get(card)
  assert.deepEqual(await htmlFaults(ofPriority.text), [])
  assert.match(ofPriority.text, /Scorecard: Neglect is seen early[\s\S]*<th scope="rowgroup"[^>]*>All can tell its signs/)
  assert.match((await visitorHttp.get(`${card}.csv`)).text, /^Group,[\s\S]*\nAll can tell its signs,/)
  assert.match((await visitorHttp.get(path)).text, new RegExp(`href="${card}"`))
  const isChecked = `^(?![\\s\\S]*Outcomes without a measure)[\\s\\S]*Measures without a baseline[\\s\\S]*href="${page}"`
  assert.match(await check(1), new RegExp(isChecked))
  const end = `${page}/measures/${stored.id}/end`
  const on = (day: string) => ({ 'endsOn-day': day, 'endsOn-month': '11', 'endsOn-year': '2026' })
  assert.equal((await memberHttp.post(end, on('22'))).status, 403)
  assert.equal((await clerkHttp.post(`/measures/${secret}/measures/${stored.id}/end`, on('22'))).status, 404)
  assert.match((await clerkHttp.post(end, on('1'))).text, /day after it began/)
  assert.equal((await clerkHttp.post(end, on('22'))).status, 303)
  assert.match((await visitorHttp.get(page)).text, /not said yet which outcome/)
  assert.match((await visitorHttp.get(card)).text, /No measure is said to measure this priority/)
  assert.match(await check(1), /Outcomes without a measure/)
})

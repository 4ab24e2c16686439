import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { addItem } from '#meetings/commands/agenda/add-item.ts'
import { createMeeting } from '#meetings/commands/meeting/create-meeting.ts'
import { doerAt, itemInput, meetingInput, value } from '#meetings/testing/arrange.ts'
import { makePlan } from '#plans/commands/plan.ts'
import { addRow } from '#plans/commands/rows.ts'
import { publishPlan } from '#plans/commands/versions.ts'
import { findPlanHead } from '#plans/queries/plans.ts'
import { newId } from '#platform/database/ids.ts'
import { readAs } from '#platform/database/session.ts'
import { buildBoard } from '#test/support/board.ts'
import { openHouse } from '#test/support/house.ts'
import { htmlFaults } from '#test/support/html.ts'
import { makeReports } from './commands/make-reports.ts'
import { dayFields, definition } from './testing/arrange.ts'
import { performanceClient } from './testing/client.ts'

const NOW = '2026-11-22T10:00:00Z'
const day = (iso: string) => Temporal.PlainDate.from(iso)
const { needs, ownerDb } = await openHouse(Temporal.Instant.from(NOW))
const board = await buildBoard(ownerDb, 'strategic-partnership')
const other = await buildBoard(ownerDb, 'women-and-childrens-board')
const doer = doerAt(board.clerk.account, NOW)
const as = (who: typeof board.clerk | undefined, at = NOW) => performanceClient(needs, who?.account, at)
const [clerk, member, visitor, otherClerk] = [as(board.clerk), as(board.member), as(undefined), as(other.clerk)]

const area = newId()
await ownerDb
  .insertInto('governance.area')
  .values({ id: area, kind: 'district', name: 'Stonham', starts_on: day('2010-01-01') })
  .execute()

async function measureOf(slug: string, who: typeof clerk, fields: Readonly<Record<string, string>>): Promise<string> {
  const made = await who.post(`/boards/${slug}/measures/new`, { ...definition, plausibleFrom: '', plausibleTo: '', ...fields })
  assert.equal(made.status, 303, made.text)
  return made.location.replace('/measures/', '')
}
const give = async (measure: string, period: string, figure: number, who = clerk) => {
  const fields = { status0: 'final', value0: String(figure), reason: 'Counted anew', confirmed: 'yes' }
  const given = await who.post(`/measures/${measure}/enter?period=${period}`, fields)
  assert.equal(given.status, 303, given.text)
}
const open = await measureOf(board.slug, clerk, { title: 'Families who start' })
const split = await measureOf(board.slug, clerk, { title: 'Families by district', areas: area })
const inner = await measureOf(board.slug, clerk, { title: 'For the board alone', sight: 'members' })
const foreign = await measureOf(other.slug, otherClerk, { title: 'Kept by another board', sight: 'members' })
for (const [at, period] of ['2026-08-01', '2026-09-01', '2026-10-01'].entries()) {
  for (const one of [open, inner]) await give(one, period, 40 + at)
  await give(foreign, period, 777, otherClerk)
}

// A public plan with a priority and an outcome, and what measures them.
const days = { startsOn: day('2026-01-01'), lastDay: undefined, reviewMonths: 3 }
const planInput = { type: 'safeguarding-business-plan', title: 'Safe at home', reference: undefined, summary: undefined }
const { id: plan } = value(await makePlan(needs, doer, board.body, { ...planInput, ...days }))
const none = { reference: undefined, text: undefined, timescale: undefined, leads: undefined, sponsors: undefined, accountable: undefined }
const row = async (kind: 'priority' | 'outcome', title: string, under?: string) =>
  value(await addRow(needs, doer, { plan, kind, under }, { ...none, title, details: {} })).id
const priority = await row('priority', 'Neglect is seen early')
const outcome = await row('outcome', 'All can tell its signs', priority)
const { revision: version } = await readAs(needs.db, doer, (reader) => findPlanHead(reader, plan))
value(await publishPlan(needs, doer, plan, { publishedOn: doer.today, sight: 'public', version }))
for (const [measure, ends] of [
  [open, { outcome }],
  [split, { priority }],
  [inner, { outcome }],
  [foreign, { outcome }],
] as const) {
  await ownerDb
    .insertInto('performance.measure_link')
    .values({
      ...{ id: newId(), measure, plan: null, priority: null, outcome: null, ...ends, starts_on: day('2026-01-01') },
      ...{ made_at: doer.now, actor: doer.actor },
    })
    .execute()
}

const { id: meeting } = value(await createMeeting(needs, doer, board.body, meetingInput('2026-12-08')))
const { id: item } = value(await addItem(needs, doer, meeting, itemInput('How we do')))
const chosen = { item: `${meeting}/${item}`, note: '' }
const card = `/priorities/${priority}/scorecard`

test('I4: the scorecard of a priority is frozen by the clerk of its plan, and shows nobody what another board keeps to itself', async () => {
  assert.equal((await visitor.get(`${card}/freeze`)).status, 401)
  assert.equal((await member.post(`${card}/freeze`, chosen)).status, 403)
  assert.equal((await otherClerk.post(`${card}/freeze`, chosen)).status, 403)
  assert.match((await clerk.get(card)).text, /Freeze it for a meeting/)
  assert.doesNotMatch((await member.get(card)).text, /Freeze it for a meeting/)
  const made = await clerk.post(`${card}/freeze`, chosen)
  assert.equal(made.status, 303, made.text)
  const page = await clerk.get(made.location)
  assert.deepEqual(await htmlFaults(page.text), [])
  assert.match(page.text, /All can tell its signs[\s\S]*Families who start/)
  assert.match(page.text, /For the board alone/)
  assert.doesNotMatch(page.text, /Kept by another board|\b777\b/)
  assert.match((await clerk.get(card)).text, new RegExp(`href="${made.location}"`))
  assert.doesNotMatch((await clerk.get(`/boards/${board.slug}/scorecard`)).text, new RegExp(`href="${made.location}"`))
  assert.equal((await visitor.get(made.location)).status, 404, 'it is read as its item, which is not published')
})

test('I4: reports make themselves on their working day, once, in two editions; what was missed is said and not made up', async () => {
  const path = `/boards/${board.slug}/scorecard/reports`
  const schedule = { rhythm: 'quarter', workingDay: '10', ...dayFields('startsOn', '2026-11-22') }
  assert.equal((await member.post(path, schedule)).status, 403)
  assert.equal((await clerk.post(path, { ...schedule, workingDay: '0' })).status, 422)
  assert.equal((await clerk.post(path, { ...schedule, ...dayFields('startsOn', '2026-11-21') })).status, 422)
  assert.equal((await clerk.post(path, schedule)).status, 303)
  assert.equal((await clerk.post(path, schedule)).status, 422, 'one of a rhythm at a time')
  assert.equal((await clerk.post(`${card}/reports`, { ...schedule, rhythm: 'month' })).status, 303)
  const run = (at: string) => makeReports(needs, Temporal.Instant.from(at))
  assert.equal(await run('2026-12-13T03:00:00Z'), 0, 'the tenth working day after November is 14 December')
  assert.deepEqual(await Promise.all([run('2026-12-14T03:00:00Z'), run('2026-12-14T03:00:00Z')]).then((made) => made[0] + made[1]), 1)
  assert.equal(await run('2026-12-14T04:00:00Z'), 0, 'nothing is made twice')
  // Nothing runs from then until April: the monthly ones of December and January are skipped, that of February is late, the quarter's in April.
  assert.equal(await run('2027-03-20T03:00:00Z'), 2)
  const later = as(board.clerk, '2027-03-20T10:00:00Z')
  const ofPriority = (await later.get(card)).text
  assert.match(ofPriority, /Report for November 2026<\/a><p>Made on 14 December 2026, when it was due\./)
  assert.match(ofPriority, /December 2026<p>Not made: nothing ran/)
  assert.match(ofPriority, /Report for February 2027<\/a><p>Late: due on 12 March 2027, made on 20 March 2027\./)
  const ofBoard = (await as(undefined, '2027-03-20T10:00:00Z').get(`/boards/${board.slug}/scorecard`)).text
  const [, report = ''] = /href="(\/scorecards\/[^"]+)"[^>]*>\s*Report for Q3 2026-27/.exec(ofBoard) ?? []
  const open26 = (await visitor.get(report)).text
  assert.match(open26, /Families who start/)
  assert.doesNotMatch(open26, /For the board alone/)
  assert.match((await member.get(report)).text, /For the board alone/)
  const runs = await ownerDb.selectFrom('performance.report_run').select('schedule').distinct().execute()
  const quarterly = await ownerDb
    .selectFrom('performance.report_schedule')
    .select('id')
    .where('rhythm', '=', 'quarter')
    .executeTakeFirstOrThrow()
  assert.equal(runs.length, 2)
  assert.equal((await member.post(`/report-schedules/${quarterly.id}/end`, dayFields('endsOn', '2026-11-30'))).status, 403)
  assert.equal((await clerk.post(`/report-schedules/${quarterly.id}/end`, dayFields('endsOn', '2026-11-30'))).status, 303)
})

test('I4: whatever happens afterwards, a frozen scorecard stays the same byte for byte, as page, CSV and workbook', async () => {
  const made = [
    (await clerk.post(`${card}/freeze`, { ...chosen, note: 'again' })).location,
    (await clerk.post(`/boards/${board.slug}/scorecard/freeze`, { ...chosen, note: 'again' })).location,
  ]
  const reports = await ownerDb.selectFrom('performance.report_run').select('scorecard').where('scorecard', 'is not', null).execute()
  const all = [...made, ...reports.slice(0, 1).map(({ scorecard }) => `/scorecards/${scorecard}`)]
  const files = all.flatMap((one) => [one, `${one}/scorecard.csv`, `${one}/scorecard.xlsx`])
  const read = async (at: string) => {
    const readers = [as(board.clerk, at), as(undefined, at)]
    const answers = readers.flatMap((who) =>
      files.map(async (path) =>
        createHash('sha256')
          .update((await who.get(path)).bytes)
          .digest('hex'),
      ),
    )
    return Promise.all(answers)
  }
  const first = await read(NOW)
  let [next, turn] = [day('2027-01-01'), 0]
  const versions = new Map([open, split, inner].map((one) => [one, 1]))
  const anew = async (measure: string, fields: Readonly<Record<string, string>>) => {
    next = next.add({ days: 1 })
    const number = versions.get(measure) ?? 1
    const body = {
      ...definition,
      ...fields,
      plausibleFrom: '',
      plausibleTo: '',
      version: String(number),
      reason: 'Said better',
      breaksSeries: 'yes',
    }
    const said = await clerk.post(`/measures/${measure}/define`, { ...body, ...dayFields('startsOn', next.toString()) })
    if (said.status === 303) versions.set(measure, number + 1)
  }
  const acts: readonly ((measure: string, number: number) => Promise<unknown>)[] = [
    (measure, number) => (measure === split ? Promise.resolve() : give(measure, '2026-10-01', number)),
    (measure, number) => (measure === split ? Promise.resolve() : give(measure, '2026-09-01', number)),
    (measure, number) => anew(measure, { title: `Called ${number}`, unit: `unit ${number}`, polarity: 'lower' }),
    (measure, number) =>
      clerk.post(`/measures/${measure}/target`, {
        ...{ words: `${number}`, kind: 'value', value: String(number), setBy: 'Board' },
        ...dayFields('startsOn', '2026-01-01'),
      }),
    (measure, number) => clerk.post(`/measures/${measure}/comment/2026-10-01/2026-11-01`, { words: `Because of ${number}` }),
    (_, number) =>
      ownerDb
        .updateTable('governance.area')
        .set({ ends_on: day('2026-11-01'), name: `Merged ${number}` })
        .where('id', '=', area)
        .execute(),
    (_, number) => {
      turn += 1
      return ownerDb
        .insertInto('performance.small_number_method')
        .values({
          version: newId(),
          starts_on: day('2011-01-01').add({ days: turn }),
          threshold: number % 100,
          base: 1,
          hides_zeros: true,
          source: 'X',
        })
        .execute()
    },
    (_, number) =>
      ownerDb
        .updateTable('governance.body')
        .set({ name: `Board ${number}` })
        .where('id', '=', board.body)
        .execute(),
    (_, number) =>
      ownerDb
        .updateTable('meetings.agenda_item')
        .set({ public_title: `Item ${number}` })
        .where('id', '=', item)
        .execute(),
    (measure) =>
      ownerDb
        .updateTable('performance.measure')
        .set({ withdrawn_on: doer.today, withdrawn_reason: 'No more' })
        .where('id', '=', measure)
        .where('withdrawn_on', 'is', null)
        .execute(),
    (measure) =>
      sql`update performance.measure_link set ends_on = '2026-11-23' where measure = ${measure} and ends_on is null`.execute(ownerDb),
  ]
  const act = fc.record({
    which: fc.nat(acts.length - 1),
    measure: fc.constantFrom(open, split, inner),
    number: fc.integer({ min: 1, max: 9999 }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 4 }), fc.constantFrom(NOW, '2029-05-04T10:00:00Z'), async (list, at) => {
      for (const { which, measure, number } of list) await acts[which]?.(measure, number)
      assert.deepEqual(await read(at), first)
    }),
    { numRuns: 9, seed: 20261123 },
  )
  assert.match((await clerk.get(`${made[0]}/since`)).text, /No longer kept from|is called|revised/)
})

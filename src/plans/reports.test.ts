import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayFields } from '#governance/testing/rooms.ts'
import { readAs, writeAs } from '#platform/database/session.ts'
import { findPlanDuties } from './queries/duties.ts'
import { findPlanHead } from './queries/plans.ts'
import { listReports } from './queries/reports.ts'
import { findRows } from './queries/rows.ts'
import { findYearlyOwing } from './queries/yearly-owed.ts'
import { loadPlansSample } from './sample/load.ts'
import { openPlans } from './testing/rooms.ts'

const rooms = await openPlans()
const { governance } = rooms
const clerk = 'siddiqui'
const actor = rooms.doer(clerk).actor
const { now, today } = governance.acting(clerk)
await loadPlansSample(rooms.needs, governance.ownerDb, {
  ...governance.sample,
  ...{ accounts: { clerk: actor, otherClerk: rooms.doer('mbeki').actor, member: rooms.doer('marsh').actor }, now, today },
})
const board = '/boards/northbrook-childrens-partnership'
const body = governance.sample.bodies.get('northbrook-childrens-partnership') ?? ''
const { plan } = await readAs(governance.db, governance.acting(clerk), (reader) =>
  reader.selectFrom('plans.plan_version').select('plan').where('title', '=', 'Safeguarding business plan').executeTakeFirstOrThrow(),
)
const fields = (more: Readonly<Record<string, string>> = {}) => ({
  ...{ kind: 'half-yearly', plan, title: 'Six months of safeguarding', audience: 'public' },
  ...dayFields('startsOn', today.subtract({ months: 6 }).add({ days: 1 }).toString()),
  ...dayFields('lastDay', today.toString()),
  ...more,
})
const begun = await rooms.post(`${board}/plan-reports/new`, fields(), clerk)
const report = begun.location
const section = (code: string) => `${report}/sections/${code}`

test('P10: a report is drafted from what its readers may read, and is nobody’s but of those who prepare it until it is published', async () => {
  assert.equal(begun.status, 303, begun.text)
  assert.equal((await rooms.post(`${board}/plan-reports/new`, fields(), clerk)).status, 422)
  assert.match(
    (await rooms.post(`${board}/plan-reports/new`, fields(dayFields('lastDay', '2001-01-01')), clerk)).text,
    /last day is before/i,
  )
  for (const who of ['marsh', 'pryce', 'mbeki'])
    assert.equal((await rooms.post(`${board}/plan-reports/new`, fields(), who)).status, 403, who)
  const page = await rooms.get(report, clerk)
  assert.match(page.text, /Train 540 people in the agreed tool/)
  assert.match(page.text, /310 of 540 have been trained/)
  assert.match(page.text, /As drafted from the record/)
  for (const who of [undefined, 'pryce', 'mbeki']) assert.equal((await rooms.get(report, who)).status, 404, who ?? 'visitor')
  assert.equal((await rooms.get(`${report}/report.pdf`)).status, 404)
  assert.doesNotMatch((await rooms.get(`${board}/plan-reports`)).text, /Six months of safeguarding/)
  // What only members may read is never carried into a report for everybody.
  await governance.ownerDb.updateTable('plans.statement').set({ sight: 'members' }).where('plan', '=', plan).execute()
  assert.equal((await rooms.post(`${report}/draft`, {}, clerk)).status, 303)
  assert.doesNotMatch((await rooms.get(report, clerk)).text, /310 of 540 have been trained/)
  const members = await rooms.post(
    `${board}/plan-reports/new`,
    fields({ audience: 'members', title: 'For members', kind: 'annual' }),
    clerk,
  )
  assert.match((await rooms.get(members.location, clerk)).text, /310 of 540 have been trained/)
})

test('P10: what somebody wrote stays when the report is drafted again, and a section that somebody else saved first comes back with both', async () => {
  const text = '# What we saw\n\nSchools *cannot* always release staff.\n\n- <script>alert(1)</script>'
  assert.equal((await rooms.post(section('summary'), { text, version: '2' }, clerk)).status, 303)
  const stale = await rooms.post(section('summary'), { text: 'Typed by another', version: '2' }, clerk)
  assert.equal(stale.status, 409)
  assert.match(stale.text, /Typed by another/)
  assert.match(stale.text, /What we saw/)
  assert.equal((await rooms.post(section('summary'), { text: 'Mine', version: '3' }, 'marsh')).status, 404)
  assert.equal((await rooms.post(section('nowhere'), { text: '', version: '1' }, clerk)).status, 404)
  assert.equal((await rooms.post(`${report}/draft`, {}, clerk)).status, 303)
  const page = await rooms.get(report, clerk)
  assert.match(page.text, /Schools <em>cannot<\/em> always release staff/)
  assert.match(page.text, /What the record says/)
  assert.doesNotMatch(page.text, /<script>alert/)
  // Emptied, a section is left out; nothing of it is lost for those who prepare the report.
  assert.equal((await rooms.post(section('next'), { text: '', version: '3' }, clerk)).status, 303)
})

test('P10: a report goes before its board, is published as page and PDF, and never changes; a new version is a new report', async () => {
  assert.equal((await rooms.post(`${report}/place`, {}, clerk)).status, 303)
  assert.match((await rooms.post(`${report}/place`, {}, clerk)).text, /stands on the forward plan already/)
  const versionOf = async () => /name="version"[^>]*value="(\d+)"/.exec((await rooms.get(`${report}/publish`, clerk)).text)?.[1] ?? ''
  const version = await versionOf()
  assert.equal((await rooms.post(`${report}/publish`, { version: '1' }, clerk)).status, 409)
  assert.equal((await rooms.post(`${report}/publish`, { version }, clerk)).status, 303)
  const page = await rooms.get(report)
  assert.match(page.text, /always release staff/)
  assert.doesNotMatch(page.text, /What comes next|What the record says|sections\/summary/)
  const pdf = await rooms.get(`${report}/report.pdf`)
  assert.equal(pdf.status, 200)
  assert.equal(Buffer.from(pdf.bytes.subarray(0, 5)).toString(), '%PDF-')
  assert.match((await rooms.get(`/plans/${plan}`)).text, /Six months of safeguarding/)
  for (const step of ['draft', 'place', 'drop', 'sections/summary', 'publish'])
    assert.equal((await rooms.post(`${report}/${step}`, { version, text: 'x' }, clerk)).status, 404, step)
  // By hand neither.
  const id = report.split('/')[2] ?? ''
  for (const change of [{ title: 'Other' }, { ends_on: today.add({ years: 1 }) }, { state: 'draft', sight: 'draft', published_on: null }])
    await assert.rejects(
      writeAs(governance.db, governance.acting(clerk), (tx) => tx.updateTable('plans.report').set(change).where('id', '=', id).execute()),
      /what was published stays/,
    )
  await assert.rejects(
    writeAs(governance.db, governance.acting(clerk), (tx) =>
      tx.updateTable('plans.report_section').set({ edited: true, text: '{"version":1,"blocks":[]}' }).where('report', '=', id).execute(),
    ),
    /what was published stays/,
  )
  const revised = await rooms.post(`${report}/revise`, { reason: 'A figure was wrong' }, clerk)
  assert.equal(revised.status, 303)
  assert.match((await rooms.get(revised.location, clerk)).text, /always release staff/)
  assert.equal((await rooms.post(`${report}/revise`, { reason: 'Again' }, clerk)).status, 422)
  assert.doesNotMatch((await rooms.get(report)).text, /new version/)
  const mine = await readAs(governance.db, governance.acting(clerk), (reader) => listReports(reader, { body }))
  assert.deepEqual(
    mine.filter(({ title }) => title === 'Six months of safeguarding').map(({ number, state }) => [number, state]),
    [
      [2, 'draft'],
      [1, 'published'],
    ],
  )
  assert.equal((await rooms.post(`${revised.location}/drop`, {}, clerk)).status, 303)
  assert.equal((await rooms.get(revised.location, clerk)).status, 404)
  const again = await rooms.post(`${report}/revise`, { reason: 'Once more' }, clerk)
  assert.equal(again.status, 303, again.text)
})

test('P11: what a board owes every year stands in My work of its clerk until it is recorded with what shows it', async () => {
  const months = { opensMonth: String(today.subtract({ months: 3 }).month), closesMonth: String(today.subtract({ months: 2 }).month) }
  const duty = {
    kind: 'self-assessment',
    source: 'Terms, section 9',
    ...months,
    ...dayFields('startsOn', today.subtract({ years: 1 }).toString()),
  }
  for (const who of ['marsh', 'pryce', 'mbeki']) assert.equal((await rooms.post(`${board}/duties/new`, duty, who)).status, 403, who)
  assert.equal((await rooms.post(`${board}/duties/new`, duty, clerk)).status, 303)
  assert.match((await rooms.post(`${board}/duties/new`, duty, clerk)).text, /owes that already/)
  const due = () =>
    readAs(governance.db, governance.acting(clerk), (reader) => findPlanDuties(reader, { person: undefined, clerkOf: [body] }, today))
  const [found] = (await due()).filter(({ href }) => href.startsWith('/plan-duties/'))
  assert.ok(found)
  assert.match(found.text, /annual self-assessment of Northbrook/)
  const owing = async () =>
    (await readAs(governance.db, governance.acting('mbeki'), (reader) => findYearlyOwing(reader, [body], today))).get(body)
  const { overdue, late } = (await owing()) ?? assert.fail()
  assert.ok(overdue > 0 && late.includes('Annual self-assessment'), 'compliance tells everybody')
  const published = /\/plan-reports\/([0-9a-f-]{36})/.exec(report)?.[1] ?? ''
  const settle = { outcome: 'met', version: '0', ...dayFields('onDay', today.toString()) }
  assert.equal((await rooms.post(found.href, settle, clerk)).status, 422)
  assert.equal((await rooms.post(found.href, { ...settle, evidence: plan }, clerk)).status, 422)
  assert.equal((await rooms.post(found.href, { ...settle, evidence: published }, 'marsh')).status, 403)
  assert.equal((await rooms.post(found.href, { ...settle, evidence: published }, clerk)).status, 303)
  assert.equal((await rooms.post(found.href, { ...settle, evidence: published }, clerk)).status, 409)
  assert.equal((await due()).filter(({ href }) => href.startsWith('/plan-duties/')).length, 0)
  assert.deepEqual([(await owing())?.overdue, (await owing())?.metLate], [overdue - 1, 1])
  const page = await rooms.get(`${board}/duties`)
  assert.match(page.text, /Met late/)
  assert.match(page.text, /Six months of safeguarding/)
  // By hand: no report of another board, and nothing about the duty itself.
  const by = (change: object) =>
    writeAs(governance.db, governance.acting(clerk), (tx) => tx.updateTable('plans.duty').set(change).where('body', '=', body).execute())
  await assert.rejects(by({ opens_month: 1 }), /stays where it was written/)
  const id = found.href.split('/')[2] ?? ''
  assert.equal((await rooms.post(`/plan-duties/${id}/end`, { version: '1', ...dayFields('endsOn', '2001-01-01') }, clerk)).status, 422)
  assert.equal((await rooms.post(`/plan-duties/${id}/end`, { version: '1', ...dayFields('endsOn', today.toString()) }, clerk)).status, 303)
})

test('P2: whoever leads a row reports that it is off track; it waits in My work of its sponsor and its clerk until the board has answered', async () => {
  const { version } = await readAs(governance.db, governance.acting(clerk), (reader) => findPlanHead(reader, plan))
  const rows = await readAs(governance.db, governance.acting(clerk), (reader) => findRows(reader, version))
  const pryce = governance.sample.people.get('pryce') ?? ''
  const own = rows.actions.find(({ leads }) => leads.some(({ person }) => person === pryce))
  const other = rows.actions.find(({ leads }) => leads.every(({ person }) => person !== pryce))
  const words = { title: 'Training is late', offTrack: 'Half', why: 'Snow', impact: 'None', proposed: 'Later', asked: 'That it be later' }
  const address = `/plans/${plan}/exceptions/new`
  for (const who of ['mbeki', 'lowe']) assert.equal((await rooms.post(address, { ...words, row: own?.id ?? '' }, who)).status, 404, who)
  assert.equal((await rooms.post(address, { ...words, row: other?.id ?? '' }, 'pryce')).status, 403)
  assert.equal((await rooms.post(address, { ...words, row: own?.id ?? '', asked: '' }, 'pryce')).status, 422)
  const raised = await rooms.post(address, { ...words, row: own?.id ?? '' }, 'pryce')
  assert.equal(raised.status, 303, raised.text)
  const page = raised.location
  assert.equal((await rooms.get(page, 'pryce')).status, 200)
  assert.equal((await rooms.get(page)).status, 404)
  assert.doesNotMatch((await rooms.get(`/plans/${plan}`)).text, /Training is late/)
  const waits = (who: string, clerkOf: readonly string[]) =>
    readAs(governance.db, governance.acting(who), async (reader) =>
      (await findPlanDuties(reader, { person: governance.sample.people.get(who), clerkOf }, today)).filter(({ href }) => href === page),
    )
  const sponsor = rows.priorities.find(({ id }) => id === own?.priority)?.leads.find(({ part }) => part === 'sponsor')?.person
  const key = [...governance.sample.people].find(([, id]) => id === sponsor)?.[0] ?? ''
  assert.deepEqual([(await waits(clerk, [body])).length, (await waits(key, [])).length, (await waits('mbeki', [])).length], [1, 1, 0])
  assert.equal((await rooms.post(`${page}/answer`, { answer: 'Yes', version: '1' }, 'pryce')).status, 403)
  assert.equal((await rooms.post(`${page}/close`, { words: 'Done', version: '1' }, clerk)).status, 422)
  assert.equal((await rooms.post(`${page}/place`, {}, clerk)).status, 303)
  const answer = { answer: 'Agreed', version: '2', ...dayFields('answeredOn', today.toString()) }
  assert.equal((await rooms.post(`${page}/answer`, answer, clerk)).status, 303)
  assert.equal((await rooms.post(`${page}/answer`, answer, clerk)).status, 409)
  assert.equal((await waits(key, [])).length, 0)
  assert.equal((await rooms.post(`${page}/close`, { words: 'The training was held', version: '3' }, clerk)).status, 303)
  assert.match((await rooms.get(page, 'pryce')).text, /The training was held/)
  assert.equal((await waits(clerk, [body])).length, 0)
  // By hand: nobody changes what was raised, and a lead answers nothing.
  const id = page.split('/')[2] ?? ''
  const by = (who: string, change: object) =>
    writeAs(governance.db, governance.acting(who), (tx) =>
      tx.updateTable('plans.exception_report').set(change).where('id', '=', id).executeTakeFirst(),
    )
  await assert.rejects(by(clerk, { why: 'Other' }), /what was closed stays/)
  await assert.rejects(by(clerk, { close_words: 'Other' }), /what was closed stays/)
  assert.equal((await by('pryce', { close_words: 'Mine' })).numUpdatedRows, 0n)
})

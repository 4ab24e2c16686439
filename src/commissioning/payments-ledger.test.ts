import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayFields } from '#governance/testing/rooms.ts'
import { newId } from '#platform/database/ids.ts'
import { readAs } from '#platform/database/session.ts'
import { findAmountsToLookAt } from './queries/pay-facts.ts'
import { last, openPaidContract } from './testing/paid-contract.ts'
import { payoutsAreTold } from './testing/told-payments.ts'

const {
  rooms,
  governance,
  clerk,
  broker,
  payer,
  contact,
  rival,
  council,
  icb,
  one,
  two,
  body,
  contract,
  start,
  pay,
  terms,
  report,
  approve,
  makeRun,
  paidTo,
} = await openPaidContract()
const done = async (answer: ReturnType<typeof rooms.post>): Promise<string> => {
  const { status, location, text } = await answer
  assert.equal(status, 303, text.replaceAll(/<[^>]+>|\s+/g, ' ').slice(0, 1500))
  return last(location)
}
// Three packages of which the first run, that stands in no ledger, has paid what was reported.
await done(rooms.post(pay('/terms'), { ...terms, ...dayFields('startsOn', '2024-01-08') }, clerk))
const packages: string[] = []
for (const [number, provider] of [one, one, two].entries()) {
  const begun = { reference: `HC-${number + 1}`, provider, agreedMinutes: '700', ...dayFields('startsOn', '2024-01-08') }
  packages.push(await done(rooms.post(pay('/packages'), begun, broker)))
}
for (let week = 1; week <= 10; week += 1) await report(packages[0] ?? '', week, 700, contact)
await report(packages[1] ?? '', 1, 60)
await report(packages[2] ?? '', 1, 60)
await done(approve(await done(makeRun())))
// A later report of the same week corrects it.
await report(packages[1] ?? '', 1, 30)

test('C10: care that moves to another partner on a day is split by days to the penny, also where it was paid already', async () => {
  const [, , id = ''] = packages
  const move = { payer: icb, because: 'Continuing care', ...dayFields('startsOn', '2024-01-11') }
  const at = `/care-packages/${id}/payers`
  assert.match((await rooms.post(at, { ...move, because: '' }, broker)).text, /value="11"/, 'what was typed is kept')
  assert.match((await rooms.post(at, { ...move, ...dayFields('startsOn', '2023-12-01') }, broker)).text, /Choose a day of the package/)
  assert.match((await rooms.post(at, { ...move, payer: council }, broker)).text, /pays from that line already/)
  assert.equal((await rooms.post(at, move, payer)).status, 404)
  assert.equal((await rooms.post(at, move, broker)).status, 303)
  const made = await makeRun()
  assert.equal(made.status, 303, made.text)
  // 15.62 for seven days: 6.69 for three and 8.93 for four. The council gets 8.93 back.
  assert.match((await rooms.get(made.location, payer)).text, /£8\.93/)
  assert.match((await rooms.get(made.location, payer)).text, /£0\.00/, 'the provider gets nothing more')
  const broken = governance.ownerDb.updateTable('commissioning.payment_share').set({ pence: 1n }).where('run', '=', last(made.location))
  await broken.execute()
  await assert.rejects(
    governance.ownerDb
      .updateTable('commissioning.payment_run')
      .set({ approved_on: start, approved_by: newId() })
      .where('id', '=', last(made.location))
      .execute(),
    /the parts of a line come to the line/,
  )
  assert.equal((await rooms.post(`/payment-runs/${last(made.location)}/drop`, { version: '1' }, broker)).status, 303)
})

test('C10: an amount that is to be looked at is settled by somebody who did not report it, and the next run pays what was found', async () => {
  const review = { ...terms, title: 'Looked at', onRelapse: 'review', ...dayFields('startsOn', '2024-02-05') }
  assert.equal((await rooms.post(pay('/terms'), review, clerk)).status, 303)
  const made = await rooms.post(
    pay('/packages'),
    { reference: 'HC-9', provider: two, agreedMinutes: '700', ...dayFields('startsOn', '2024-02-05') },
    broker,
  )
  const id = last(made.location)
  for (const [place, minutes] of [600, 300, 400].entries()) await report(id, place + 1, minutes, rival)
  const days = Object.assign(
    {},
    ...['agreedUser', 'agreedProvider', 'agreedCommissioner', 'confirmedOn'].map((name) => dayFields(name, '2024-02-20')),
  )
  assert.equal((await rooms.post(`/care-packages/${id}/outcomes`, { week: '2', evidence: 'Review', ...days }, broker)).status, 303)
  // 400 minutes at 15.62 an hour.
  assert.match((await rooms.get(pay('/reviews'), broker)).text, /£104\.13/)
  assert.equal((await rooms.get(pay('/reviews'), payer)).status, 404)
  const waiting = (who: string) =>
    readAs(governance.db, governance.acting(who), (reader) => findAmountsToLookAt(reader, governance.acting(who).today))
  assert.deepEqual(
    (await waiting(broker)).map(({ text, href }) => [text, href]),
    [['Look at an amount of packages: Home care', pay('/reviews')]],
  )
  assert.deepEqual([await waiting(payer), await waiting(contact)], [[], []], 'only whoever settles them')
  const at = `/care-packages/${id}/reviews/3`
  const found = { ofPence: '10413', outcome: 'corrected', amount: '91.12', because: 'A visit of another package' }
  assert.match((await rooms.post(at, { ...found, amount: '' }, broker)).text, /only where it is corrected/)
  assert.match((await rooms.post(at, { ...found, outcome: 'accepted' }, broker)).text, /only where it is corrected/)
  assert.match((await rooms.post(at, { ...found, ofPence: '1' }, broker)).text, /was looked at or has changed/)
  assert.equal((await rooms.post(at, found, rival)).status, 404)
  assert.equal((await rooms.post(at, found, broker)).status, 303)
  assert.match((await rooms.get(pay('/reviews'), broker)).text, /£104\.13 corrected to £91\.12/)
  assert.equal((await rooms.get(at, broker)).status, 404, 'nothing is open any more')
  // Another report of the week opens it again.
  await report(id, 3, 420, broker)
  const again = { ...found, ofPence: '10934', outcome: 'refused', amount: '' }
  assert.match((await rooms.post(at, again, broker)).text, /Whoever reported the week does not settle/)
  await report(id, 3, 400, rival)
})

const fund = newId()
const line = newId()
test('C10: an approved run stands once in the ledger of its fund; what was committed is released; a run taken back and made again comes to the same', async () => {
  const { today } = governance.acting(clerk)
  const year = today.month >= 4 ? today.year : today.year - 1
  const of = { fund, body: body.id, sight: 'members' }
  await governance.ownerDb
    .insertInto('commissioning.fund')
    .values({ id: fund, body: body.id, sight: 'members', kind: 'pooled', title: 'Pool', purpose: 'Care', host: council })
    .execute()
  await governance.ownerDb
    .insertInto('commissioning.fund_year')
    .values({ ...of, year })
    .execute()
  await governance.ownerDb
    .insertInto('commissioning.budget_line')
    .values({ id: line, ...of, year, title: 'Home care', managed_by: council, code: 'HC' })
    .execute()
  await governance.ownerDb.insertInto('commissioning.contract_line').values({ contract, body: body.id, sight: 'members', line }).execute()
  await governance.ownerDb.updateTable('commissioning.package_threshold').set({ least: 2 }).execute()
  const commit = { contract, amount: '50.00', because: 'Signed', ...dayFields('onDay', today.toString()) }
  assert.match((await rooms.post(`/budget-lines/${line}/commitments`, { ...commit, amount: '-1' }, payer)).text, /more than is left/)
  assert.equal((await rooms.post(`/budget-lines/${line}/commitments`, commit, payer)).status, 303)
  // Two at once: one is prepared, and nobody is paid twice.
  const races = await Promise.all([makeRun(), makeRun(), makeRun()])
  assert.deepEqual(races.map(({ status }) => status).toSorted(), [303, 422, 422])
  const run = last(races.find(({ status }) => status === 303)?.location ?? '')
  const approvals = await Promise.all([approve(run), approve(run)])
  assert.equal(approvals.filter(({ status }) => status === 303).length, 1)
  const ledger = async () => {
    const entries = await governance.ownerDb
      .selectFrom('commissioning.entry')
      .select(['kind', 'pence', 'line'])
      .where('fund', '=', fund)
      .execute()
    const sum = (kind: string) => entries.filter((one) => one.kind === kind).reduce((all, { pence }) => all + pence, 0n)
    return { entries, actual: sum('actual'), commitment: sum('commitment') }
  }
  const lines = await governance.ownerDb
    .selectFrom('commissioning.payment_line')
    .select(['pence', 'reverses'])
    .where('run', '=', run)
    .execute()
  const first = await ledger()
  // The partner to whom care moved named no line: nothing is guessed of its 8.93. What the first run paid stood in no ledger: its reversals take nothing from one.
  const wanted = lines.reduce((all, { pence, reverses }) => (reverses === null ? all + pence : all), -893n)
  assert.match((await rooms.get(`/payment-runs/${run}`, payer)).text, /In no ledger: no budget line is known/)
  assert.equal(first.actual, wanted)
  assert.equal(first.commitment, 0n, 'all of the 50 pounds is released')
  assert.ok(first.entries.every((entry) => entry.line === line))
  await payoutsAreTold(governance.ownerDb, contract, today)
  const page = await rooms.get(`/budget-lines/${line}`, payer)
  assert.match(page.text, /more paid than committed/)
  await assert.rejects(
    governance.ownerDb
      .insertInto('commissioning.payment_posting')
      .columns([
        ...(['run', 'contract', 'body', 'provider', 'payer', 'fund', 'line', 'year', 'period', 'packages', 'few', 'pence'] as const),
        ...(['released', 'entry'] as const),
      ])
      .expression((eb) =>
        eb
          .selectFrom('commissioning.payment_posting')
          .select(['run', 'contract', 'body', 'provider', 'payer', 'fund', 'line', 'year', 'period', 'packages', 'few', 'pence'])
          .select([eb.lit(0).as('released'), 'entry'])
          .where('run', '=', run),
      )
      .execute(),
    /posted_once|payment_posting_entry_key/,
  )
  const before = await paidTo(two)
  const back = await rooms.post(`/payment-runs/${run}/take-back`, { version: '2' }, broker)
  assert.equal(back.status, 303, back.text)
  assert.equal((await approve(last(back.location))).status, 303)
  const reversed = await ledger()
  assert.equal(reversed.actual, 0n, 'what comes back is taken from where it stands')
  assert.equal(reversed.commitment, 5_000n, 'and committed again')
  assert.match((await rooms.post(`/payment-runs/${run}/take-back`, { version: '2' }, broker)).text, /taken back already/)
  const again = await makeRun()
  assert.equal((await approve(last(again.location))).status, 303)
  assert.equal((await ledger()).actual, wanted)
  assert.deepEqual(await paidTo(two), before)
  const statement = await rooms.get(pay('/statement'), rival)
  assert.match(statement.text, /takes run \d+ back/)
  assert.doesNotMatch(statement.text, /In the ledger/, 'a provider sees its own sums and no ledger')
  assert.match((await rooms.get(`/care-packages/${packages[0]}/statement.csv`, contact)).text, /^Package,Week,Why/)
  for (const path of [
    pay('/statement.pdf'),
    `/care-packages/${packages[0]}/statement.pdf`,
    `/payment-runs/${run}/statements/${two}/statement.pdf`,
  ])
    assert.match((await rooms.get(path, broker)).text, /^%PDF-1\.7/, path)
})

test('C10: a week that begins after the contract has ended is not paid, also past the pages', async () => {
  await governance.ownerDb
    .updateTable('commissioning.contract')
    .set({ ends_on: Temporal.PlainDate.from('2024-03-04') })
    .where('id', '=', contract)
    .execute()
  const made = await makeRun()
  // The weeks of the first package from 4 March on are reversed.
  assert.match((await rooms.get(made.location, broker)).text, /−£/)
  const of = {
    run: last(made.location),
    contract,
    body: body.id,
    provider: one,
    package: packages[0] ?? '',
    week: 60,
    reason: 'delivered',
    pence: 1n,
  }
  const { mechanism } = await governance.ownerDb
    .selectFrom('commissioning.care_package')
    .select('mechanism')
    .where('id', '=', of.package)
    .executeTakeFirstOrThrow()
  await assert.rejects(
    governance.ownerDb
      .insertInto('commissioning.payment_line')
      .values({ id: newId(), ...of, mechanism })
      .execute(),
    /outside the days of the contract/,
  )
})

test('C10: care stands in the ledger of the month in which it was given, keeps the day of approval, and an earlier run is posted once', async () => {
  // The books of 2023-24 are opened now: what was paid before stays where it stands, and what is paid from here on goes to its own months.
  const { ownerDb } = governance
  const of = { fund, body: body.id, sight: 'members' as const, year: 2023 }
  const earlier = newId()
  await ownerDb.insertInto('commissioning.fund_year').values(of).execute()
  await ownerDb
    .insertInto('commissioning.budget_line')
    .values({ id: earlier, ...of, title: 'Home care', managed_by: council, code: 'HC' })
    .execute()
  const [prepared] = await ownerDb
    .selectFrom('commissioning.payment_run')
    .select('id')
    .where('contract', '=', contract)
    .where('approved_on', 'is', null)
    .execute()
  assert.equal((await approve(prepared?.id ?? '')).status, 303)
  const months = () =>
    ownerDb
      .selectFrom('commissioning.entry')
      .select(['year', 'period', 'approved_on', ({ fn }) => fn.sum<string>('pence').as('pence')])
      .where('fund', '=', fund)
      .where('kind', '=', 'actual')
      .groupBy(['year', 'period', 'approved_on'])
      .orderBy('year')
      .orderBy('period')
      .execute()
  assert.ok(!(await months()).some(({ year }) => year === 2023), 'a reversal takes from where the payment stands')
  const begun = dayFields('startsOn', '2024-01-29')
  const added = await rooms.post(pay('/packages'), { reference: 'HC-20', provider: one, agreedMinutes: '700', ...begun }, broker)
  await report(last(added.location), 1, 700, contact)
  const run = last((await makeRun()).location)
  assert.equal((await approve(run)).status, 303)
  // 182.23 for the week from Monday 29 January 2024: three days of January, four of February.
  const { today } = governance.acting(clerk)
  const own = (await months()).filter(({ year }) => year === 2023)
  assert.deepEqual(
    own.map(({ period, pence }) => [period, pence]),
    [
      [10, '7810'],
      [11, '10413'],
    ],
  )
  assert.ok(own.every((entry) => entry.approved_on?.equals(today)))
  assert.match((await rooms.get(`/payment-runs/${run}`, payer)).text, /January 2024[\s\S]*£78\.10/)
  assert.equal((await rooms.post(`/payment-runs/${run}/post`, { version: '2' }, broker)).status, 404)
  assert.match((await rooms.post(`/payment-runs/${run}/post`, { version: '2' }, payer)).text, /stands in the ledger already/)
  // As if it had been approved before runs were posted.
  await ownerDb.deleteFrom('commissioning.payment_posting').where('run', '=', run).execute()
  assert.match((await rooms.get(`/payment-runs/${run}`, payer)).text, /Put this run into the ledger/)
  const twice = await Promise.all([1, 2].map(() => rooms.post(`/payment-runs/${run}/post`, { version: '2' }, payer)))
  assert.deepEqual(twice.map(({ status }) => status).toSorted(), [303, 422])
  const contracts = await rooms.get(`/funds/${fund}`, payer)
  assert.match(contracts.text, /Contracts that are paid from it[\s\S]*Home care/)
})

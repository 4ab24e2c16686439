import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayFields } from '#governance/testing/rooms.ts'
import { newId } from '#platform/database/ids.ts'
import { writeAs } from '#platform/database/session.ts'
import { openCommissioning } from './testing/rooms.ts'

const rooms = await openCommissioning()
const { governance } = rooms
const [council, icb] = ['council', 'icb'].map((key) => governance.sample.organisations.get(key) ?? '') as [string, string]
const slug = 'joint-commissioning-board'
const clerk = 'mbeki'
const last = (path: string): string => /[^/?]+(?=\?|$)/.exec(path)?.[0] ?? ''
const version = (text: string): string => /name="version" value="(\d+)"/.exec(text)?.[1] ?? ''

let model = ''
const at = (step = '') => `/payment-models/${model}${step}`
const handbookCohort = {
  ...{
    title: 'Handbook',
    packages: '100',
    lengths: '12 weeks: 100',
    minutesBefore: '700',
    outcomeWeek: '6',
    minutesAt: '525',
    minutesAfter: '350',
  },
}

test('C10: a model compares mechanisms by cohort, and says from which share of outcomes an incentive costs less', async () => {
  const input = { title: 'Year', lead: council, weeks: '52', starts: 'at-once', sources: 'Guessed', ...dayFields('startsOn', '2027-04-05') }
  assert.equal((await rooms.post(`/boards/${slug}/payment-models/new`, { ...input, sources: '' }, clerk)).status, 422)
  const made = await rooms.post(`/boards/${slug}/payment-models/new`, input, clerk)
  assert.equal(made.status, 303, made.text)
  model = last(made.location)
  assert.equal((await rooms.get(at())).status, 404, 'nobody sees a draft')
  const cohort = await rooms.post(at('/cohorts'), handbookCohort, clerk)
  assert.equal(cohort.status, 303, cohort.text)
  const { id } = await governance.ownerDb
    .selectFrom('commissioning.payment_model_cohort')
    .select('id')
    .where('model', '=', model)
    .executeTakeFirstOrThrow()
  const wrong = await rooms.post(at('/options'), { title: 'X', base: 'time-and-task', rate: '15.62', continueWeeks: '3' }, clerk)
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /does not go with what is paid for/)
  assert.match(wrong.text, /value="15.62"/, 'what was typed is kept')
  const plain = { title: 'Plain', base: 'time-and-task', rate: '£15.62', [`percent-${id}`]: '20' }
  assert.equal((await rooms.post(at('/options'), plain, clerk)).status, 303)
  const incentive = { ...plain, title: 'Incentive', base: 'incentive', continueWeeks: '3', onRelapse: 'keep', [`percent-${id}`]: '27' }
  assert.equal((await rooms.post(at('/options'), incentive, clerk)).status, 303)
  assert.equal(
    (await rooms.post(at('/payers'), { 'organisation-1': council, 'weight-1': '2', 'organisation-2': icb, 'weight-2': '1' }, clerk)).status,
    303,
  )
  const page = await rooms.get(at(), clerk)
  // 80 packages of 2,186.76 and 20 of 1,594.55; 73 and 27 of 1,731.23.
  assert.match(page.text, /£206,831\.80/)
  assert.match(page.text, /£206,376\.69/)
  assert.match(page.text, /Only above 26\.0%, 1\.30 times the first’s: reached/)
  assert.match((await rooms.get(at('/months.csv'), clerk)).text, /^Mechanism,Month,Paid/)
})

test('C10: once a mechanism is chosen, what it was chosen by stands, also for whoever writes past the pages', async () => {
  const option = await governance.ownerDb
    .selectFrom('commissioning.payment_model_option')
    .select('id')
    .where('model', '=', model)
    .where('title', '=', 'Incentive')
    .executeTakeFirstOrThrow()
  const choose = { option: option.id, because: 'Fewer hours', version: version((await rooms.get(at('/choose'), clerk)).text) }
  assert.equal((await rooms.post(at('/choose'), { ...choose, option: newId() }, clerk)).status, 422)
  assert.equal((await rooms.post(at('/choose'), choose, clerk)).status, 303)
  assert.match((await rooms.post(at('/cohorts'), handbookCohort, clerk)).text, /what it was chosen by stands/)
  await assert.rejects(
    writeAs(governance.db, governance.acting(clerk), (tx) =>
      tx.updateTable('commissioning.payment_model_option').set({ rate: 1n }).where('model', '=', model).execute(),
    ),
    /a mechanism was chosen/,
  )
  const show = { sight: 'public', version: version((await rooms.get(at('/show'), clerk)).text) }
  assert.equal((await rooms.post(at('/show'), show, clerk)).status, 303)
  assert.match((await rooms.get(at())).text, /Incentive\. Fewer hours/)
})

const [organisations, people] = [governance.sample.organisations, governance.sample.people]
const body = await governance.ownerDb.selectFrom('governance.body').select('id').where('slug', '=', slug).executeTakeFirstOrThrow()
const others = [...organisations.values()].filter((id) => id !== council && id !== icb)
const [one, two] = [others[0] ?? '', others[1] ?? '']
const spare = [...people.keys()].filter((key) => ![clerk, 'vickers'].includes(key))
const [broker, payer, contact, rival] = ['tanner', 'vickers', spare.at(-1) ?? '', spare.at(-2) ?? '']
const contract = newId()
const start = Temporal.PlainDate.from('2024-01-08')
await governance.ownerDb.transaction().execute(async (tx) => {
  for (const [organisation, kind, who] of [
    [council, 'brokerage', broker],
    [council, 'finance', payer],
    [one, 'provider', contact],
    [two, 'provider', rival],
  ] as const)
    await tx
      .insertInto('commissioning.officer')
      .values({ id: newId(), organisation, kind, person: people.get(who) ?? '', starts_on: Temporal.PlainDate.from('2020-01-01') })
      .execute()
  const known = { body: body.id, sight: 'members' }
  for (const id of [one, two]) await tx.insertInto('commissioning.provider').values({ id, body: body.id, entered_by: newId() }).execute()
  await tx
    .insertInto('commissioning.contract')
    .values({ id: contract, ...known, title: 'Home care', commissioner: council, regime: 'light-touch', starts_on: start })
    .execute()
  for (const provider of [one, two])
    await tx
      .insertInto('commissioning.contract_provider')
      .values({ id: newId(), contract, ...known, provider, part: 'provider', starts_on: start })
      .execute()
})
const pay = (step = '') => `/package-payments/${contract}${step}`
const terms = {
  ...{ title: 'Incentive', base: 'incentive', rate: '15.62', continueWeeks: '3', onRelapse: 'keep', countsLast: 'on', absentWeeks: '0' },
  ...{ hospitalWeeks: '0', restart: 'anew', laterOutcome: 'keep', exitWeeks: '4', outcome: 'Half the care', evidence: 'A review at home' },
}
const packages: string[] = []
const report = (id: string, week: number, minutes: number, who = broker) =>
  rooms.post(`/care-packages/${id}/deliveries`, { week: String(week), minutes: String(minutes) }, who)

test('C10: a commissioner writes the terms by version; whoever arranges packages begins them by number, and nobody else sees one', async () => {
  const refused = await rooms.post(pay('/terms'), { ...terms, ...dayFields('startsOn', '2024-01-08') }, broker)
  assert.equal(refused.status, 404, refused.text)
  const early = await rooms.post(pay('/terms'), { ...terms, ...dayFields('startsOn', '2024-01-01') }, clerk)
  assert.match(early.text, /has not begun on that day/)
  const written = await rooms.post(pay('/terms'), { ...terms, ...dayFields('startsOn', '2024-01-08') }, clerk)
  assert.equal(written.status, 303, written.text)
  const begin = (reference: string, provider: string) =>
    rooms.post(pay('/packages'), { reference, provider, agreedMinutes: '700', ...dayFields('startsOn', '2024-01-08') }, broker)
  assert.match((await begin('Mrs J. Smith', one)).text, /No name and no initials/)
  for (const [number, provider] of [
    [1, one],
    [2, one],
    [3, two],
  ] as const) {
    const made = await begin(`HC-${number}`, provider)
    assert.equal(made.status, 303, made.text)
    packages.push(last(made.location))
  }
  assert.match((await begin('hc-1', one)).text, /of that number already/)
  const statuses = await Promise.all(
    [broker, contact, rival, payer, clerk, undefined].map(async (who) => (await rooms.get(`/care-packages/${packages[0]}`, who)).status),
  )
  assert.deepEqual(statuses, [200, 200, 404, 404, 404, 404])
})

test('C10: a provider reports its own packages; an outcome counts once three agreed and it is confirmed; a run pays to the penny', async () => {
  const [id = ''] = packages
  const minutes = [700, 700, 700, 700, 700, 525, 350, 350, 350, 350, 350, 350]
  for (const [place, of] of minutes.entries()) {
    const reported = await report(id, place + 1, of, contact)
    assert.equal(reported.status, 303, reported.text)
  }
  assert.equal((await report(id, 1, 1, rival)).status, 404)
  assert.match((await report(id, 500, 1)).text, /still to come/)
  const agreed = { week: '6', ...dayFields('agreedUser', '2024-02-21'), ...dayFields('agreedProvider', '2024-02-21') }
  const early = await rooms.post(
    `/care-packages/${id}/outcomes`,
    { ...agreed, evidence: 'Review', ...dayFields('confirmedOn', '2024-02-23') },
    broker,
  )
  assert.match(early.text, /once user, provider and commissioner have agreed/)
  const full = {
    ...agreed,
    ...dayFields('agreedCommissioner', '2024-02-22'),
    evidence: 'Review',
    ...dayFields('confirmedOn', '2024-02-23'),
  }
  assert.equal((await rooms.post(`/care-packages/${id}/outcomes`, full, broker)).status, 303)
  await report(packages[1] ?? '', 1, 60)
  await report(packages[2] ?? '', 1, 60)
  const made = await rooms.post(pay('/runs'), dayFields('untilDay', '2024-04-01'), broker)
  assert.equal(made.status, 303, made.text)
  const page = await rooms.get(made.location, broker)
  // The incentive of the handbook, 1,731.23, and an hour of another package at 15.62.
  assert.match(page.text, /£1,746\.85/)
  assert.match(page.text, /the same to the penny/)
  const run = last(made.location)
  const approve = { version: '1' }
  assert.equal((await rooms.post(`/payment-runs/${run}/approve`, approve, broker)).status, 404)
  assert.equal((await rooms.get(`/payment-runs/${run}`, contact)).status, 404, 'a provider sees it once it is approved')
  assert.equal((await rooms.post(`/payment-runs/${run}/approve`, approve, payer)).status, 303)
  assert.match((await rooms.get(`/payment-runs/${run}/statements/${one}`, contact)).text, /£1,746\.85/)
  assert.equal((await rooms.get(`/payment-runs/${run}/statements/${one}`, rival)).status, 404)
  assert.match((await rooms.get(`/payment-runs/${run}/statements/${two}/statement.csv`, rival)).text, /HC-3,1,Delivered,,60,15\.62,15\.62/)
  assert.doesNotMatch((await rooms.get(`/payment-runs/${run}`, rival)).text, /1,746/)
  assert.match((await rooms.get(pay(), clerk)).text, /Hidden: too few packages/, 'three packages are too few for those who do not pay')
})

test('C10: a correction is a reversing entry of the next run; what was approved is never changed, also past the pages', async () => {
  assert.match((await rooms.post(pay('/runs'), dayFields('untilDay', '2024-04-01'), broker)).text, /Nothing is due/)
  await report(packages[1] ?? '', 1, 30)
  const made = await rooms.post(pay('/runs'), dayFields('untilDay', '2024-04-01'), broker)
  assert.equal(made.status, 303, made.text)
  assert.match((await rooms.get(made.location, broker)).text, /−£7\.81/)
  const acting = governance.acting(broker)
  await assert.rejects(
    writeAs(governance.db, acting, (tx) => tx.deleteFrom('commissioning.payment_line').where('contract', '=', contract).execute()),
    /an approved run stands/,
  )
  const approved = await writeAs(governance.db, acting, (tx) =>
    tx
      .updateTable('commissioning.payment_run')
      .set({ approved_by: acting.actor ?? '', approved_on: start })
      .where('contract', '=', contract)
      .executeTakeFirst(),
  )
  assert.equal(approved.numUpdatedRows, 0n, 'who arranges packages approves nothing')
  assert.equal((await rooms.post(`/payment-runs/${last(made.location)}/drop`, { version: '1' }, broker)).status, 303)
})

const approve = (run: string) => rooms.post(`/payment-runs/${run}/approve`, { version: '1' }, payer)
const makeRun = () => rooms.post(pay('/runs'), dayFields('untilDay', '2024-04-01'), broker)
const paidTo = (provider: string) =>
  governance.ownerDb
    .selectFrom('commissioning.payment_line')
    .select(({ fn }) => fn.sum<string>('pence').as('pence'))
    .where('provider', '=', provider)
    .where('contract', '=', contract)
    .executeTakeFirstOrThrow()

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
  const wanted = lines.reduce((all, { pence }) => all + pence, 0n)
  assert.equal(first.actual, wanted)
  assert.equal(first.commitment, 0n, 'all of the 50 pounds is released')
  assert.ok(first.entries.every((entry) => entry.line === line))
  const page = await rooms.get(`/budget-lines/${line}`, payer)
  assert.match(page.text, /more paid than committed/)
  await assert.rejects(
    governance.ownerDb
      .insertInto('commissioning.payment_posting')
      .columns(['run', 'contract', 'body', 'provider', 'payer', 'fund', 'line', 'packages', 'few', 'pence', 'released', 'entry'])
      .expression((eb) =>
        eb
          .selectFrom('commissioning.payment_posting')
          .select(['run', 'contract', 'body', 'provider', 'payer', 'fund', 'line', 'packages', 'few', 'pence'])
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
  const corrections = lines.filter(({ reverses }) => reverses !== null).reduce((all, { pence }) => all + pence, 0n)
  assert.equal(reversed.actual, corrections, 'what the run itself put right stays right')
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

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayFields } from '#governance/testing/rooms.ts'
import { newId } from '#platform/database/ids.ts'
import { writeAs } from '#platform/database/session.ts'
import { last, openPaidContract } from './testing/paid-contract.ts'

const { rooms, governance, slug, clerk, broker, payer, contact, rival, council, icb, one, two, contract, start, pay, terms, report } =
  await openPaidContract()
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

const packages: string[] = []

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

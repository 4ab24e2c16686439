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

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listDatedRules } from '#governance/queries/dated-rules.ts'
import { dayFields, openRooms } from '#governance/testing/rooms.ts'
import { htmlFaults } from '#test/support/html.ts'
import { datedParts } from './dated-parts.ts'

const rooms = await openRooms({ parts: datedParts, elsewhere: [] })
const at = '/dated-rules'
const partOf = (key: string) => datedParts.find((one) => one.key === key) ?? assert.fail(key)
const listed = (key: string) => listDatedRules(rooms.ownerDb, partOf(key))

/** What an administrator types of a new rule of each kind, and what the page says of it. */
const typed: Readonly<Record<string, { readonly fields: Readonly<Record<string, string>>; readonly says: RegExp }>> = {
  notice: { fields: { about: 'nhs-body', amount: '4', mode: 'working' }, says: /4 working days/ },
  presence: { fields: { about: 'nhs-body' }, says: /NHS body[\s\S]*Members are counted and vote only in the room/ },
  members: { fields: { about: 'terms-months', law: 'lga1972', amount: '18' }, says: /Every 18 months/ },
  'mile-rates': { fields: { about: 'car', amount: '51' }, says: /51p a mile/ },
  consultees: { fields: { type: 'joint-forward-plan', consultee: 'Healthwatch' }, says: /Must carry the opinion of: Healthwatch/ },
  complaints: {
    fields: {
      ...{ procedure: 'Schools', stage: '1', name: 'Answer of the head', acknowledgeDays: '', answerWithin: '15' },
      ...{ unit: 'working-days', extension: 'up-to', longest: '30', forgetMonths: '12', isConfirmed: 'yes' },
    },
    says: /Schools, stage 1: Answer of the head[\s\S]*15 working days, 30 at most/,
  },
  'complaint-limits': {
    fields: { procedure: 'Schools', months: '6', countsFrom: 'noticed' },
    says: /Schools[\s\S]*Within 6 months of the day on which it happened, or on which whoever complains came to know of it\. Check this/,
  },
  'voices-small-numbers': { fields: { fewest: '7' }, says: /Below 7 is not told/ },
  responses: { fields: { name: 'Trust to the board', months: '1', days: '0' }, says: /Within 1 month\. Check this against its source/ },
  'small-numbers': { fields: { method: '10-and-5', threshold: '10', base: '5' }, says: /Counts of 1 to 10 are hidden/ },
  charts: { fields: { noneBelow: '8', trialBelow: '15', runBelow: '15' }, says: /No limits below 8 figures, on trial below 15/ },
  'contract-duties': {
    fields: { regime: 'grant', key: 'details-notice', asks: 'Publish the grant', amount: '30', counts: 'calendar', above: '25000' },
    says: /Grant: The notice of the contract[\s\S]*Publish the grant: 30 days, above £25,000 with VAT\. Check this against its source/,
  },
  'vat-rates': { fields: { treatment: 'standard', rate: '1750' }, says: /17\.5 per cent/ },
  'renewal-steps': {
    fields: { key: 'tender', name: 'The tender is out', months: '10' },
    says: /The tender is out: 10 months before the end/,
  },
  'opening-limit': { fields: { minutes: '30' }, says: /Within 30 minutes of one another/ },
  'low-bids': { fields: { perCent: '25', others: '3' }, says: /25 per cent below the average of the others, from 3 of them on/ },
  'score-scale': {
    fields: { points: '5', name: 'Best', means: 'More than is asked' },
    says: /5 points[\s\S]*Best: More than is asked/,
  },
  'rates-compared': { fields: { fewest: '6' }, says: /From 6 rates on/ },
  spending: { fields: { sector: 'police', above: '500' }, says: /Police[\s\S]*Above £500\. Check this against its source/ },
  links: { fields: { from: 'event', relation: 'speaks-to', to: 'outcome' }, says: /speaks to an outcome/ },
}

test('G10, G16: every dated rule of the house is added on one page by administrators alone, told in words, and refused twice for one time', async () => {
  // What has a form of its own is tried where that stands.
  const usual = datedParts.filter(({ form }) => form === undefined)
  assert.deepEqual(Object.keys(typed).toSorted(), usual.map(({ key }) => key).toSorted())
  for (const [key, { fields, says }] of Object.entries(typed)) {
    const asked = { ...fields, source: 'An act of 2026', ...dayFields('startsOn', '2026-07-01') }
    const path = `${at}/${key}/new`
    assert.equal((await rooms.post(path, asked, 'siddiqui')).status, 403, `${key}: a clerk`)
    assert.equal((await rooms.post(path, { ...asked, source: '' }, 'lowe')).status, 422, `${key}: no source`)
    const said = await rooms.post(path, asked, 'lowe')
    assert.equal(said.status, 303, `${key}: ${said.text.match(/govuk-error-summary[\s\S]{0,400}/)?.[0]}`)
    const again = await rooms.post(path, asked, 'lowe')
    assert.equal(again.status, 422, key)
    assert.match(again.text, /Another rule (of this matter holds in that time|has this name)/, key)
    assert.match((await rooms.get(at)).text, says)
  }
  assert.deepEqual(await htmlFaults((await rooms.get(at, 'lowe')).text), [])
})

test('G16: of what something must always hold, one follows another, from today at the earliest; none is ended or put right', async () => {
  for (const key of ['voices-small-numbers', 'small-numbers', 'charts']) {
    const asked = { ...typed[key]?.fields, method: 'other', source: 'An act', ...dayFields('startsOn', '2026-03-09') }
    const early = await rooms.post(`${at}/${key}/new`, asked, 'lowe')
    assert.equal(early.status, 422, key)
    assert.match(early.text, /Choose today or a later day/)
    const rules = await listed(key)
    assert.ok(rules.some(({ endsOn }) => endsOn?.toString() === '2026-07-01'))
    assert.equal((await rooms.get(`${at}/${key}/${rules[0]?.id}/end`, 'lowe')).status, 404)
  }
})

test('S3, P3: a rule that was added is ended and put right with its reason; what cannot be is told beside its field', async () => {
  const rule = (await listed('complaints')).find(({ about }) => about === 'Schools/1') ?? assert.fail()
  const path = `${at}/complaints/${rule.id}`
  const right = {
    ...{ name: 'Answer of the school', acknowledgeDays: '3', answerWithin: '15', unit: 'working-days', extension: 'up-to' },
    ...{ forgetMonths: '12', source: 'An act of 2026', reason: 'Misread.', version: '1', ...dayFields('startsOn', '2026-07-01') },
  }
  const refused = (longest: string, extension = 'up-to') => rooms.post(`${path}/correct`, { ...right, longest, extension }, 'lowe')
  assert.match((await refused('15')).text, /must be longer than the usual one/)
  assert.match((await refused('')).text, /Give the longest time/)
  assert.match((await refused('20', 'none')).text, /only where the answer may be put off/)
  assert.equal((await refused('45')).status, 303)
  assert.match(
    (await rooms.get(at)).text,
    /45 at most; acknowledged within 3 working days[\s\S]*Misread\. Before, it said: 15 working days, 30 at most/,
  )
  assert.equal((await refused('45')).status, 409)
  assert.equal((await rooms.post(`${path}/end`, { version: '2', ...dayFields('endsOn', '2026-09-01') }, 'lowe')).status, 303)
  const consultee = (await listed('consultees')).find(({ values }) => values.consultee === 'Healthwatch') ?? assert.fail()
  const end = `${at}/consultees/${consultee.id}/end`
  assert.equal((await rooms.post(end, { version: '1', ...dayFields('endsOn', '2026-07-01') }, 'lowe')).status, 422)
  assert.equal((await rooms.post(end, { version: '1', ...dayFields('endsOn', '2026-08-01') }, 'siddiqui')).status, 403)
  assert.equal((await rooms.post(end, { version: '1', ...dayFields('endsOn', '2026-08-01') }, 'lowe')).status, 303)
})

test('G16: PostgreSQL refuses two rules of one matter on one day, and whoever is no administrator, whoever writes', async () => {
  const rows = [
    [
      'governance.presence_law',
      `(gen_random_uuid(), 'nhs-body', 'x', '2027-01-01')`,
      'id, legal_regime, source, starts_on',
      'presence_law_one',
    ],
    [
      'plans.consultee_rule',
      `(gen_random_uuid(), 'joint-forward-plan', 'The health and wellbeing board', 'x', '2027-01-01')`,
      'id, plan_type, consultee, source, starts_on',
      'consultee_rule_one',
    ],
    [
      'assurance.response_rule',
      `(gen_random_uuid(), 'Trust to the board', 1, 'x', '2027-01-01')`,
      'id, name, months, source, starts_on',
      'response_rule_one',
    ],
  ] as const
  const { writeAs } = await import('#platform/database/session.ts')
  const { sql } = await import('kysely')
  for (const [table, values, columns, constraint] of rows) {
    const insert = sql`insert into ${sql.table(table)} (${sql.raw(columns)}) values ${sql.raw(values)}`
    await assert.rejects(insert.execute(rooms.ownerDb), { constraint }, table)
    await assert.rejects(
      writeAs(rooms.db, rooms.acting('siddiqui'), (tx) => insert.execute(tx)),
      /row-level security|permission/,
      table,
    )
  }
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#platform/database/ids.ts'
import { readAs, writeAs } from '#platform/database/session.ts'
import { htmlFaults } from '#test/support/html.ts'
import { arrangeBoard, dayFields, NOW } from './testing/arrange.ts'

const { needs, ownerDb, board, giver, clerk, member, other, visitor, measureOf } = await arrangeBoard()
const now = Temporal.Instant.from(NOW)
const today = Temporal.PlainDate.from('2026-11-22')

const enter = async (measure: string, month: string, value: string) => {
  const entered = await clerk.post(`/measures/${measure}/enter?period=${month}`, {
    status0: 'final',
    value0: value,
    reason: 'Counted again',
  })
  assert.equal(entered.status, 303, entered.text)
}

test('T4: a forecast is shown before it is frozen, is frozen once a day and never changes; the page says whether the curve is turned', async () => {
  const id = await measureOf({ polarity: 'lower', ownerPerson: giver.person })
  const at = `/measures/${id}/curve`
  const page = async () => (await visitor.get(at)).text
  assert.match(await page(), /Not known[\s\S]*Nobody has frozen yet/)
  assert.match((await visitor.get(`/measures/${id}`)).text, new RegExp(`href="${at}"`))
  const forecast = { method: 'trend', last: '12', ahead: '3', author: 'The clerk' }
  assert.match((await clerk.post(`${at}/forecast`, forecast)).text, /a straight line needs three/)
  for (const [month, value] of [
    ['2026-06', '141'],
    ['2026-07', '138'],
    ['2026-08', '132'],
  ] as const)
    await enter(id, month, value)
  for (const [who, status] of [
    [visitor, 401],
    [member, 403],
    [other, 403],
  ] as const)
    assert.equal((await who.post(`${at}/forecast`, forecast)).status, status)
  // What the board alone knows is no part of what everybody sees.
  await ownerDb
    .insertInto('performance.observation')
    .values({
      ...{ id: newId(), measure: id, body: board.body, sight: 'members', period_type: 'month', revision: 1, status: 'final', value: '400' },
      ...{
        starts_on: Temporal.PlainDate.from('2026-05-01'),
        ends_on: Temporal.PlainDate.from('2026-06-01'),
        entered_how: 'form',
        entered_at: now,
      },
      actor: board.clerk.account,
    })
    .execute()
  const shown = await clerk.post(`${at}/forecast`, forecast)
  assert.equal(shown.status, 422)
  assert.match(
    shown.text,
    /would be frozen[\s\S]*128 families in September 2026, 123\.5 families in October 2026, 119 families in November 2026/,
  )
  assert.deepEqual(await ownerDb.selectFrom('performance.forecast').select('id').where('measure', '=', id).execute(), [])
  assert.equal((await clerk.post(`${at}/forecast`, { ...forecast, confirmed: 'yes' })).status, 303)
  assert.match((await clerk.post(`${at}/forecast`, { ...forecast, confirmed: 'yes' })).text, /One was frozen today already/)
  assert.match(
    (await clerk.post(`${at}/forecast`, { ...forecast, method: 'stated', steps: '2026-08: 3' })).text,
    /One was frozen today already/,
  )
  assert.match(await page(), /No figure has come since/)
  await enter(id, '2026-09', '128')
  assert.match(
    await page(),
    /Not turned[\s\S]*128 families in September 2026 is what was foreseen[\s\S]*no faster than it would have anyway/,
  )
  await enter(id, '2026-10', '123')
  const turned = await page()
  assert.match(
    turned,
    /Turned[\s\S]*123 families in October 2026 is better than the 124 families that were foreseen on 22 November 2026[\s\S]*one was better/,
  )
  assert.match(turned, /straight line \(least squares\) through the 3 published figures from June 2026 to August 2026/)
  assert.deepEqual(await htmlFaults(turned), [])
  assert.match((await visitor.get(`${at}.csv`)).text, /October 2026,124 families,123 families,Better/)
  // Nothing of it can be changed or added to, whoever writes past the pages.
  const { id: row } = await ownerDb.selectFrom('performance.forecast').select('id').where('measure', '=', id).executeTakeFirstOrThrow()
  const past = (on: Temporal.PlainDate) =>
    writeAs(needs.db, { actor: board.clerk.account, now, today }, async (tx) => {
      await tx
        .insertInto('performance.forecast_point')
        .values({ forecast: row, starts_on: on, ends_on: on.add({ months: 1 }), value: '1' })
        .execute()
    })
  await assert.rejects(past(Temporal.PlainDate.from('2027-03-01')), /stays as it was frozen/)
  const backdated = {
    id: newId(),
    measure: id,
    purpose: 'do-nothing',
    method: 'M',
    author: 'A',
    frozen_on: today.subtract({ days: 1 }),
    made_at: now,
  }
  await assert.rejects(
    writeAs(needs.db, { actor: board.clerk.account, now, today }, (tx) =>
      tx.insertInto('performance.forecast').values(backdated).execute(),
    ),
    /on the day on which it is made/,
  )
})

test('T4: the owner and the clerk tell the story, name partners, ideas and actions; nobody else does, and what is taken back stays in the record', async () => {
  const id = await measureOf({ ownerPerson: giver.person })
  const at = `/measures/${id}/curve`
  const parts = {
    story: { words: 'Two districts wait longest.' },
    partner: { name: 'The schools', part: 'Ask early' },
    idea: { words: 'One number to call', cost: 'none' },
    action: { words: 'Tell every school the number', who: 'Early help', ...dayFields('byWhen', '2027-01-10') },
  }
  for (const [part, fields] of Object.entries(parts)) {
    for (const [who, status] of [
      [visitor, 401],
      [member, 403],
      [other, 303],
      [other, 303],
    ] as const)
      assert.equal((await who.post(`${at}/add/${part}`, fields)).status, status, part)
    assert.match((await clerk.post(`${at}/add/${part}`, {})).text, /There is a problem/)
  }
  assert.equal((await clerk.get(`${at}/add/forecast`)).status, 404)
  assert.equal((await clerk.post(`${at}/add/story`, { words: 'Three districts wait.' })).status, 303)
  const page = (await visitor.get(at)).text
  assert.match(page, /Three districts wait[\s\S]*The schools[\s\S]*Costs nothing[\s\S]*Early help, by 10 January 2027, in no plan yet/)
  assert.match(page, /<summary[\s\S]*Two districts wait longest/, 'the story before stays')
  assert.equal(page.split('One number to call').length, 2, 'a double click writes once')
  assert.doesNotMatch(page, /Take back/)
  const draft = await clerk.post(`${at}/add/action`, { action: newId() })
  assert.equal(draft.status, 422, 'an action that is nobody’s to see is none')
  const { id: idea } = await ownerDb.selectFrom('performance.curve_idea').select('id').where('measure', '=', id).executeTakeFirstOrThrow()
  const back = `${at}/idea/${idea}/take-back`
  assert.equal((await member.post(back, {})).status, 403)
  assert.equal(
    (await other.post(`/measures/${await measureOf({ ownerPerson: giver.person })}/curve/idea/${idea}/take-back`, {})).status,
    404,
  )
  assert.equal((await other.post(back, {})).status, 303)
  assert.equal((await other.post(back, {})).status, 404)
  assert.doesNotMatch((await visitor.get(at)).text, /One number to call/)
  const hidden = await measureOf({ sight: 'draft' })
  assert.equal((await visitor.get(`/measures/${hidden}/curve`)).status, 404)
  const seen = await readAs(needs.db, { actor: undefined, now, today }, (reader) =>
    reader.selectFrom('performance.curve_idea').select('measure').execute(),
  )
  assert.ok(seen.every(({ measure }) => measure !== hidden))
})

test('I3: the clerk notes events, decides to rebase with a reason and a day, and sets how one chart or all of a board are judged', async () => {
  const [id, beside] = [await measureOf(), await measureOf()]
  const monthsFrom = Temporal.PlainDate.from('2025-01-01')
  const rows = [id, beside].flatMap((measure) =>
    Array.from({ length: 16 }, (_, index) => ({
      ...{ id: newId(), measure, body: board.body, sight: 'public', published_at: now, period_type: 'month', revision: 1, status: 'final' },
      ...{
        starts_on: monthsFrom.add({ months: index }),
        ends_on: monthsFrom.add({ months: index + 1 }),
        entered_how: 'form',
        entered_at: now,
      },
      ...{ value: String(index === 9 ? 64 : 50 + (index % 3)), actor: board.clerk.account },
    })),
  )
  await ownerDb.insertInto('performance.observation').values(rows).execute()
  const at = `/measures/${id}`
  const page = async (of = at) => (await visitor.get(of)).text
  const forms = {
    annotate: { ...dayFields('onDay', '2025-10-05'), words: 'The form changed' },
    rebase: {
      ...dayFields('onDay', '2025-08-01'),
      reason: 'Two teams became one',
      decidedBy: 'The board',
      ...dayFields('decidedOn', '2026-11-20'),
    },
    'chart-rules': {
      ...{
        scope: 'measure',
        first: 'process',
        screening: 'off',
        runBelow: '12',
        trialBelow: '12',
        noneBelow: '7',
        reason: 'As the regulator does',
      },
      ...dayFields('startsOn', '2026-11-01'),
    },
  }
  assert.match(await page(), /Outlying ranges are screened/)
  for (const [form, fields] of Object.entries(forms)) {
    for (const [who, status] of [
      [visitor, 401],
      [member, 403],
      [other, 403],
    ] as const)
      assert.equal((await who.post(`${at}/${form}`, fields)).status, status)
    assert.match((await clerk.post(`${at}/${form}`, {})).text, /There is a problem/)
    assert.equal((await clerk.post(`${at}/${form}`, fields)).status, 303, form)
  }
  assert.match((await clerk.post(`${at}/rebase`, { ...forms.rebase, ...dayFields('decidedOn', '2026-11-23') })).text, /not one to come/)
  assert.match((await clerk.post(`${at}/rebase`, forms.rebase)).text, /begin anew on this day already/)
  assert.match((await clerk.post(`${at}/chart-rules`, forms['chart-rules'])).text, /begins on this day already/)
  assert.match((await clerk.post(`${at}/chart-rules`, { ...forms['chart-rules'], noneBelow: '13' })).text, /smaller one/)
  const shown = await page()
  assert.match(
    shown,
    /Outlying ranges are not screened[\s\S]*Limits anew from August 2025[\s\S]*Two teams became one[\s\S]*by The board on 20 November 2026/,
  )
  assert.match(shown, /Notes on the chart[\s\S]*5 October 2025: The form changed/)
  assert.doesNotMatch(shown, /Take back/)
  assert.match(await page(`/measures/${beside}`), /Outlying ranges are screened/, 'the rule is that of one measure')
  const board26 = { ...forms['chart-rules'], scope: 'board', first: 'run' }
  assert.equal((await clerk.post(`${at}/chart-rules`, board26)).status, 303)
  assert.match(await page(`/measures/${beside}`), /href="[^"]*chart=line[^"]*" aria-current="true"/, 'a run stands first')
  assert.match(await page(), /href="[^"]*chart=process[^"]*" aria-current="true"/, 'its own rule goes before that of the board')
  const kept = (await clerk.get(at)).text
  assert.deepEqual(await htmlFaults(kept), [])
  const backs = [...kept.matchAll(/action="([^"]+\/chart\/[^"]+take-back)"/g)].map(([, address = '']) => address)
  assert.equal(backs.length, 2)
  for (const back of backs) {
    assert.equal((await member.post(back, {})).status, 403)
    assert.equal((await clerk.post(back.replace(id, beside), {})).status, 404)
    assert.equal((await clerk.post(back, {})).status, 303)
  }
  assert.doesNotMatch(await page(), /Limits anew|The form changed/)
})

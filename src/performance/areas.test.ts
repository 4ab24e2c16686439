import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#platform/database/ids.ts'
import { htmlFaults } from '#test/support/html.ts'
import { arrangeBoard, definition } from './testing/arrange.ts'

const { ownerDb, board, clerk, visitor, measureOf, figuresOf } = await arrangeBoard()

test('I1, I2: figures by area come by form and by file, whole or not at all, protected with the whole; the page shows them with table, sentence and chart', async () => {
  const ids = [newId(), newId(), newId()]
  await ownerDb
    .insertInto('governance.area')
    .values(
      ids.map((id, at) => ({
        id,
        kind: 'district',
        name: `District ${at + 1}`,
        code: `E0${at}`,
        starts_on: Temporal.PlainDate.from('2000-01-01'),
      })),
    )
    .execute()
  const fields = { title: 'Children by district', reference: 'A1', suppression: 'small-counts', plausibleFrom: '', plausibleTo: '' }
  const bad = await clerk.post(`/boards/${board.slug}/measures/new`, { ...definition, ...fields, kind: 'rate', overTime: 'mean' })
  assert.match(bad.text, /A percentage is never averaged/)
  const id = await measureOf({ ...fields, areas: ids as unknown as string })
  assert.match((await clerk.get(`/measures/${id}/enter?period=2026-08`)).text, /Children by district, District 2/)
  const whole = { status0: 'final', value0: '40' }
  const areas = { status1: 'final', value1: '3', status2: 'final', value2: '17', status3: 'final', value3: '20' }
  const at = `/measures/${id}/enter?period=2026-08`
  assert.match((await clerk.post(at, { ...whole, ...areas, status3: '', value3: '' })).text, /every area/)
  assert.match((await clerk.post(at, { ...areas, status0: '', value0: '' })).text, /Enter the whole with its parts/)
  assert.match((await clerk.post(at, { ...whole, ...areas, value3: '21' })).text, /parts do not make the whole/)
  assert.match((await clerk.post(at, { ...whole, ...areas })).text, /Others would not be shown/)
  assert.equal((await clerk.post(at, { ...whole, ...areas, confirmed: 'yes' })).status, 303)
  const stored = await figuresOf(id)
  assert.deepEqual(
    stored.map((one) => one.replace('2026-08-01 #1 ', '')),
    ['final 40 public', 'suppressed  public', 'suppressed  public', 'final 20 public'],
  )
  const page = await visitor.get(`/measures/${id}`)
  assert.deepEqual(await htmlFaults(page.text), [])
  assert.match(page.text, /District 3 alone has a figure \(20 families\) in August 2026; 2 suppressed[\s\S]*the whole/)
  const file = [
    'measure,period,value,area',
    'A1,2026-09,40,',
    'A1,2026-09,12,District 1',
    'A1,2026-09,8,e01',
    'A1,2026-09,20,Nowhere',
  ].join('\n')
  const bring = (text: string) =>
    clerk.send(`/boards/${board.slug}/measures/upload`, {}, { name: 'areas.csv', bytes: new TextEncoder().encode(text) })
  const wrong = await clerk.get((await bring(file)).location)
  assert.match(wrong.text, /area[\s\S]*Nowhere[\s\S]*not given for this area/)
  const right = (await bring(file.replace('Nowhere', 'District 3'))).location
  assert.match((await clerk.get(right)).text, /Children by district, District 2/)
  assert.equal((await clerk.post(`${right}/load`, {})).status, 303)
  assert.equal((await figuresOf(id)).filter((one) => one.startsWith('2026-09')).length, 4)
  // I6: before anything is loaded, whoever brings a file sees what of it would not be shown, and what is not small by itself is named like the rest.
  const small = file.replaceAll('2026-09', '2026-10').replace('Nowhere', 'District 3').replace(',12,', ',3,').replace(',8,', ',17,')
  const preview = (await clerk.get((await bring(small)).location)).text
  assert.match(preview, /What would not be shown[\s\S]*District 1[\s\S]*Hidden[\s\S]*District 2[\s\S]*Hidden/)
  assert.doesNotMatch(preview.slice(preview.indexOf('id="hidden"'), preview.indexOf('id="changes"')), /District 3|>17</)
  assert.match((await clerk.get(`/boards/${board.slug}/measures/upload/template.csv`)).text, /A1,October 2026,,,,,District 3,,,/)
})

test('I3, I4: the page and the scorecard show quarters made of months; a live scorecard says which measure was withdrawn, why, and what takes its place', async () => {
  const [old, next] = [
    await measureOf({ title: 'Plans begun', reference: 'R1', plausibleFrom: '' }),
    await measureOf({ title: 'Plans begun anew', reference: 'R2' }),
  ]
  for (const [month, value] of [
    ['2026-07', '20'],
    ['2026-08', '30'],
    ['2026-09', '40'],
    ['2026-10', '50'],
  ] as const)
    assert.equal((await clerk.post(`/measures/${old}/enter?period=${month}`, { status0: 'final', value0: value })).status, 303)
  const page = await visitor.get(`/measures/${old}`)
  assert.deepEqual(await htmlFaults(page.text), [])
  assert.match(
    page.text,
    /Q3 2026-27[\s\S]*Not complete[\s\S]*1 of 3 months have a figure[\s\S]*Q2 2026-27[\s\S]*90 families[\s\S]*Sum of 3 months/,
  )
  assert.match((await visitor.get(`/measures/${old}/longer.csv`)).text, /Q2 2026-27,90 families,Sum of 3 months/)
  const scorecard = async (way: string) => (await visitor.get(`/boards/${board.slug}/scorecard${way}`)).text
  assert.match(await scorecard(''), /Q2 2026-27: 90 families, sum of 3 months/)
  assert.match(await scorecard('/report.csv'), /Quarter and year[\s\S]*"?Q2 2026-27: 90 families, sum of 3 months/)
  const gone = {
    ...{ 'withdrawnOn-day': '1', 'withdrawnOn-month': '11', 'withdrawnOn-year': '2026' },
    reason: 'Counted by families now',
    version: '1',
  }
  assert.equal((await clerk.post(`/measures/${old}/withdraw`, { ...gone, replacedBy: old })).status, 422)
  assert.equal((await clerk.post(`/measures/${old}/withdraw`, { ...gone, replacedBy: next })).status, 303)
  const live = await scorecard('')
  assert.deepEqual(await htmlFaults(live), [])
  assert.match(
    live,
    /id="withdrawn"[\s\S]*R1 Plans begun[\s\S]*No longer kept from 1 November 2026: Counted by families now\.[\s\S]*Plans begun anew/,
  )
  assert.match(await scorecard('/report.csv'), /No longer kept,R1,Plans begun.*In its place: Plans begun anew/)
  assert.match((await visitor.get(`/measures/${old}`)).text, /In its place:[\s\S]*Plans begun anew/)
})

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
  assert.equal((await clerk.post(at, { ...whole, ...areas })).status, 303)
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
  assert.match((await clerk.get(`/boards/${board.slug}/measures/upload/template.csv`)).text, /A1,October 2026,,,,,District 3,,,/)
})

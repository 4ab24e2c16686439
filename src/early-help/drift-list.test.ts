import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayFields } from '#governance/testing/rooms.ts'
import { ledFamilies } from './testing/led-families.ts'
import { openTown, type Townsperson } from './testing/town.ts'

const town = await openTown()
const { must } = ledFamilies(town)

test('E7: a long drift list is read page by page; the whole is counted, every family stands on one page, and what is no page is the first', async () => {
  const asked = { area: town.area, agency: town.agency('asker'), why: 'They are tired', told: 'yes', child1: 'Wren Amber' }
  for (let n = 1; n <= 51; n++)
    await must(
      '/families/new',
      { ...asked, label: `Amber ${n}`, ...dayFields('requestedOn', '2024-01-05'), ...dayFields('born1', '2019-02-28') },
      'asker',
    )
  const read = async (page: string, who: Townsperson): Promise<{ readonly text: string; readonly labels: readonly string[] }> => {
    const { status, text } = await town.get(`/families/drift${page}`, who)
    assert.equal(status, 200, page)
    const main = text.match(/<main[\s\S]*/)?.[0] ?? ''
    return { text: main, labels: Array.from(main.matchAll(/href="\/families\/[^"]+">(Amber \d+)<\/a>/g), ([, label]) => label ?? '') }
  }
  for (const who of ['asker', 'co-ordinator'] as const) {
    const first = await read('', who)
    const second = await read('?page=2', who)
    assert.match(first.text, /51 families are here for 51 reasons\. The one with the most comes first, and 50 are on a page/, who)
    assert.deepEqual([first.labels.length, second.labels.length], [50, 1], who)
    assert.equal(new Set([...first.labels, ...second.labels]).size, 51, who)
    assert.match(first.text, /href="\/families\/drift\?page=2"/)
    assert.deepEqual((await read('?page=9999', who)).labels, second.labels, 'beyond the last it is the last')
    for (const none of ['?page=abc', '?page=0', '?page=-1', '?page=99999', '?page=2%27'])
      assert.deepEqual((await read(none, who)).labels, first.labels, none)
  }
  assert.match((await read('', 'lead')).text, /No family that you may list drifts today/, 'who keeps none of them is told of none')
})

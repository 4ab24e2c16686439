import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkPage, pageCells } from './testing/access-pages.ts'
import { isHeld, mayChange, rowsChanged, rowsExpected, rowsRead, seedRows } from './testing/access-rows.ts'
import { askers, openAccessWorld } from './testing/access-world.ts'
import { checkHistories } from './testing/random-histories.ts'
import { openTown } from './testing/town.ts'

const town = await openTown()
const world = await openAccessWorld(town)
let seeded: ReturnType<typeof seedRows>

test('E6, X1: the matrix over HTTP: one of each that stand alike towards a family, page by page', async () => {
  const cells = pageCells(world, askers, 'one of each')
  assert.ok(cells.length > 150, String(cells.length))
  for (const [one, who, page] of cells) await checkPage(town, one, who, page)
})

test('E6, X1: the matrix in SQL: who reads what of a family, table by table, with a look and without', async () => {
  seeded = seedRows(town, world.families)
  const tables = await seeded
  assert.ok(tables.filter(({ table }) => isHeld(table)).length > 55)
  const manners = ['no look', 'page', 'emergency', 'supervised'] as const
  for (const one of world.families)
    for (const who of askers) {
      for (const manner of manners) {
        const read = await rowsRead(town, tables, one, who, manner)
        const expected = rowsExpected(tables, one, who, manner)
        const known = (place: string): boolean => isHeld(place.split(' ')[0] ?? '')
        const what = `${who} of ${one.name}, ${manner}`
        if (read === undefined) {
          assert.ok(manner !== 'no look' && ![...expected].some((place) => place === 'person'), `${what} may not look`)
          continue
        }
        assert.deepEqual([...read].filter(known).toSorted(), [...expected].toSorted(), what)
        // What nobody wrote down in the list is shown to nobody without a tie, either.
        const free = [...read].filter((place) => !known(place))
        if (one.relations[who].every((relation) => ['practitioner', 'organiser', 'administrator'].includes(relation)))
          assert.deepEqual(free, [], what)
      }
    }
})

test('E6: the matrix in SQL: who changes what of a family, past every page', async () => {
  const tables = (await seeded).filter(({ table }) => isHeld(table))
  for (const one of world.families)
    for (const who of askers) {
      const changed = await rowsChanged(town, tables, one, who)
      const relations = new Set(one.relations[who])
      if (relations.has('keeper')) assert.ok(changed.length > 5, `${who} of ${one.name}: ${changed}`)
      else
        assert.deepEqual(
          changed.filter((table) => !mayChange(table, one, who)),
          [],
          `${who} of ${one.name}`,
        )
    }
})

test('E3, E6: whatever happens in whatever order, nobody reads without a basis that holds', async () => {
  const opened = await checkHistories(await openTown(), { runs: 2, seed: 20261123 })
  assert.ok(opened > 10, String(opened))
})

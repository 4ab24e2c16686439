import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkPage, pageCells } from './testing/access-pages.ts'
import { isHeld, mayChange, rowsChanged, rowsExpected, rowsRead, seedRows } from './testing/access-rows.ts'
import { askers, markers, openAccessWorld } from './testing/access-world.ts'
import { checkHistories } from './testing/random-histories.ts'
import { openTown } from './testing/town.ts'

const town = await openTown()
const world = await openAccessWorld(town)
let seeded: ReturnType<typeof seedRows>

// The table of the handbook of early help 7.1, row by row, written by hand and not from `rules/access.ts`: whether they find the family, what they read of it, and whether they write.
const all = ['family', 'assessment', 'voice', 'plan'] as const
const handbook = [
  ['lead professional', 'lead', 'Amber', true, all, true],
  ['member with a grant', 'nurse', 'Amber', true, ['family', 'plan'], false],
  ['supervisor', 'colleague', 'Amber', true, all, false],
  ['co-ordinator of the locality', 'co-ordinator', 'Amber', true, [], false],
  ['co-ordinator of another', 'other-co-ordinator', 'Amber', false, [], false],
  ['same or other agency', 'asker', 'Amber', false, [], false],
  ['duty worker by transition', 'asker', 'Beryl', false, [], false],
  ['duty worker in an emergency', 'colleague', 'Beryl', true, all, false],
  ['whoever led before, and is asked again', 'lead', 'Beryl', true, [], false],
  ['board, commissioner, scrutiny', 'board-member', 'Amber', false, [], false],
  ['owner of information governance', 'governance', 'Amber', false, [], false],
  ['system administrator', 'administrator', 'Amber', false, [], false],
  ['family member or child, who have no account', 'visitor', 'Amber', false, [], false],
] as const

test('E6, X1: the handbook’s table over HTTP, row by row: who finds a family, reads what of it, and writes', async () => {
  for (const [row, who, name, lists, reads, writes] of handbook) {
    const one = world.families.find((family) => family.name === name) ?? assert.fail(name)
    const get = async (page: string) => town.get(`${one.at}${page}`, who === 'visitor' ? undefined : who)
    const read = (await Promise.all(['', '/people', '/voice', '/plan'].map(get))).map(({ text }) => text).join()
    const forms = await Promise.all(['/people/new', '/voice/statements/new', '/plan/needs/new'].map(get))
    assert.equal((await get('')).status === 200, lists, `${row} finds it`)
    assert.deepEqual(
      all.filter((part) => markers[part].test(read)),
      reads,
      `${row} reads`,
    )
    assert.deepEqual(
      forms.map(({ status }) => status === 200),
      forms.map(() => writes),
      `${row} writes`,
    )
    assert.equal((await get('/episode.json')).status === 200, writes || who === 'nurse', `${row} takes it to another system`)
  }
})

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

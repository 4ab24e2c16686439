import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkPage, pageCells } from '#early-help/testing/access-pages.ts'
import { askers, openAccessWorld } from '#early-help/testing/access-world.ts'
import { checkHistories } from '#early-help/testing/random-histories.ts'
import { openTown } from '#early-help/testing/town.ts'

test('E6, X1: every page of a family, asked by everybody in every relation to it', async () => {
  const town = await openTown()
  for (const [one, who, page] of pageCells(await openAccessWorld(town), askers, 'all')) await checkPage(town, one, who, page)
})

test('E3, E6: in many random histories nobody reads without a basis that holds', async () => {
  const opened = await checkHistories(await openTown(), { runs: 15, seed: 7 })
  assert.ok(opened > 100, String(opened))
})

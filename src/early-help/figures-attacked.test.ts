import assert from 'node:assert/strict'
import { test } from 'node:test'
import { attackedYears } from './testing/attacked-years.ts'
import { correctedClaims, correctionAttacker } from './testing/corrected-claims.ts'
import { enterFamilies } from './testing/entered-families.ts'
import { figureRecounts } from './testing/slow-figures.ts'
import { openTown } from './testing/town.ts'

// Towns of several sizes, in which something was told too closely before 0700: in the smallest most months are nought, in the largest few reasons are small.
for (const [seed, many] of [
  [4, 900],
  [9, 30],
  [11, 15],
  [21, 30],
  [24, 400],
  [30, 400],
] as const)
  test(`I6: whoever solves everything published three times, and all claims, of ${many} families narrows no small count below its mark (seed ${seed})`, async () => {
    const town = await openTown()
    const years = attackedYears(town)
    const { families } = figureRecounts
    await enterFamilies(town, families(many, '2024-11-01', '2026-03-05', seed))
    await years.publish('2026-03-10T03:00:00Z')
    const parts = await years.claimYear()
    assert.ok(many < 400 || parts > 0, 'claims of large towns are told')
    assert.ok(many < 400 || (await correctedClaims(town).correct()) > 3, 'families are taken out')
    assert.deepEqual(await correctedClaims(town).attack(), [])
    await enterFamilies(town, families(seed % 2 ? 4 : 12, '2025-02-01', '2026-01-31', seed + 240))
    await years.publish('2026-03-10T05:00:00Z')
    await enterFamilies(town, families(9, '2025-02-01', '2026-01-31', seed + 280))
    await years.publish('2026-04-10T06:00:00Z')
    const { attacked, found } = await years.attack()
    assert.deepEqual(found, [])
    assert.ok(attacked > 20, String(attacked))
  })

test('E10, I6: whoever attacks claims finds how few were taken out of one that is told again in numbers', () => {
  const truth = new Map([['all', { out: 1, left: 11 }]])
  const told = (shown: number | null) => ({ headings: [shown], families: shown })
  assert.match(correctionAttacker(told(10), told(10), truth).join(), /out all: 1 lies between 1 and 4/)
  assert.deepEqual(correctionAttacker(told(10), told(null), truth), [])
  assert.match(correctionAttacker(told(5), told(5), new Map([['all', { out: 1, left: 6 }]])).join(), /between 1 and 1/)
})

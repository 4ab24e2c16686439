import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { areOut, sightOfFiled, sightWhenFiled, waysOff } from './minutes-file.ts'

const instants = fc.option(
  fc.integer({ min: 0, max: 2_000_000_000 }).map((second) => Temporal.Instant.fromEpochMilliseconds(second * 1000)),
)
const standings = fc.record({
  sight: fc.constantFrom('draft' as const, 'members' as const, 'public' as const),
  publishedAt: instants,
  withdrawnAt: instants,
})
const categories = fc.constantFrom('public' as const, 'exempt' as const, 'confidential' as const)
const reach = { draft: 0, members: 1, public: 2 } as const

test('M12: a file goes no further than its minutes, and what is not public never to everybody', () => {
  fc.assert(
    fc.property(categories, standings, (category, minutes) => {
      const sight = sightWhenFiled(category, minutes)
      assert.ok(reach[sight] <= reach[minutes.sight])
      if (category !== 'public' || minutes.withdrawnAt !== null) assert.notEqual(sight, 'public')
      assert.ok(reach[sightOfFiled(category, minutes.sight)] >= reach[sight])
    }),
  )
})

test('M12, M15: only what was never published is removed; what is out stays; what was out is taken back', () => {
  fc.assert(
    fc.property(standings, (minutes) => {
      const way = waysOff(minutes)
      assert.equal(way === 'remove', minutes.publishedAt === null)
      assert.equal(way === 'stays', areOut(minutes))
    }),
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { remember } from './remembered.ts'

test('O1: what every page shows is asked once a minute, and anew once it was changed here', async () => {
  let now = Temporal.Instant.from('2026-03-02T09:00:00Z')
  let value = 'first'
  let reads = 0
  const told = remember({ now: () => now }, async () => {
    reads += 1
    return value
  })
  assert.deepEqual([await told.tell(), await told.tell(), reads], ['first', 'first', 1])
  value = 'second'
  assert.equal(await told.tell(), 'first')
  told.forget()
  assert.equal(await told.tell(), 'second')
  value = 'third'
  now = now.add({ seconds: 60 })
  assert.equal(await told.tell(), 'third')
})

test('O1: what was read before a change is not kept after it', async () => {
  const reads: PromiseWithResolvers<string>[] = []
  const told = remember({ now: () => Temporal.Instant.from('2026-03-02T09:00:00Z') }, () => {
    reads.push(Promise.withResolvers<string>())
    return (reads.at(-1) as PromiseWithResolvers<string>).promise
  })
  const early = told.tell()
  told.forget()
  reads[0]?.resolve('old')
  assert.equal(await early, 'old')
  const late = told.tell()
  reads[1]?.resolve('new')
  assert.deepEqual([await late, await told.tell()], ['new', 'new'])
})

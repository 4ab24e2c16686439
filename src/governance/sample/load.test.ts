import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { readAs } from '#platform/database/session.ts'
import { freshDatabase } from '#platform/database/testing/fresh.ts'
import { findMembership } from '../queries/membership.ts'
import { findOffices } from '../queries/offices.ts'
import { findTermsInForce } from '../queries/terms.ts'
import { on, sampleId } from './ids.ts'
import { loadGovernanceSample } from './load.ts'

const { db, ownerDb } = await freshDatabase()
const now = Temporal.Instant.from('2026-03-10T10:00:00Z')
const acting = { actor: SYSTEM_ACTOR, now, today: on('2026-03-10') }
const sample = await loadGovernanceSample(ownerDb, acting, now)
const partnership = sampleId('body', 'northbrook-childrens-partnership')

test('G5: the partnership of the sample has 30 seats, one of them vacant, and derives it', async () => {
  const { places, filled, seats } = await readAs(db, acting, (reader) => findMembership(reader, partnership, on('2026-03-10')))
  assert.deepEqual({ places, filled, groups: seats.length }, { places: 30, filled: 29, groups: 15 })
  const vacant = seats.filter((seat) => seat.places.some(({ holder }) => holder === undefined))
  assert.deepEqual(
    vacant.map(({ key }) => key),
    ['probation'],
  )
})

test('G5: in 2014 other people filled the same seats, all of them', async () => {
  const then = await readAs(db, acting, (reader) => findMembership(reader, partnership, on('2014-02-24')))
  assert.equal(then.filled, 30)
  const health = then.seats.find(({ key }) => key === 'ccgs')
  assert.deepEqual(
    health?.places.map(({ holder }) => holder?.onBehalfOf?.name),
    ['West', 'East', 'South', 'South West'].map((name) => `Northbrook ${name} Clinical Commissioning Group`),
  )
})

test('G8: the chair was by post in November 2013 and independent in December', async () => {
  const chairOn = async (day: string) => (await readAs(db, acting, (reader) => findOffices(reader, partnership, on(day))))[0]
  assert.equal((await chairOn('2013-11-30'))?.basis, 'by_post')
  assert.equal((await chairOn('2013-12-01'))?.basis, 'independent')
})

test('G4: the rules of a day are those in force then; before the first version there are none', async () => {
  const terms = (day: string) => readAs(db, acting, (reader) => findTermsInForce(reader, partnership, on(day)))
  assert.equal((await terms('2013-04-01'))?.seats.length, 15)
  assert.equal(await terms('2013-03-31'), undefined)
})

test('X1: everybody of the sample who signs in is somebody in it', () => {
  assert.equal(new Set(sample.signIns.map(({ person }) => person)).size, sample.signIns.length)
  for (const { person } of sample.signIns) assert.ok([...sample.people.values()].includes(person))
})

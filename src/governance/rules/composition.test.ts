import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type ComposedPlace, type CompositionDemand, judgeComposition } from './composition.ts'

const place = (key: string, change: Partial<ComposedPlace> = {}): ComposedPlace => ({ key, role: '', capacity: '', holder: key, ...change })
const clinician: CompositionDemand = { matches: 'capacity', value: 'Clinician', atLeast: 1 }
const director: CompositionDemand = { matches: 'role', value: 'Director of children’s services', atLeast: 1 }

test('G5: a statutory member is there when a seat of that role is filled; vacant it is short, and without a seat it is said', () => {
  const seat = place('dcs', { role: 'director of  children’s services' })
  assert.deepEqual(judgeComposition(director, [seat]), { state: 'met', have: 1, need: 1, by: ['dcs'] })
  assert.equal(judgeComposition(director, [{ ...seat, holder: undefined }]).state, 'short')
  assert.equal(judgeComposition(director, [place('other')]).state, 'no-seat')
})

test('G5: clinical and management must both be at the meeting: on the board alone is not enough', () => {
  const places = [place('gp', { capacity: 'Clinician; Safeguarding lead' }), place('head', { capacity: 'Manager' })]
  const manager = { ...clinician, value: 'Manager' }
  assert.equal(judgeComposition(clinician, places).state, 'met')
  const present = new Set(['head'])
  assert.deepEqual(judgeComposition(clinician, places, present), { state: 'short', have: 0, need: 1, by: [] })
  assert.equal(judgeComposition(manager, places, present).state, 'met')
})

test('G5: who fills two places counts once, and more people never break what was met', () => {
  const twice = [place('a', { capacity: 'Clinician', holder: 'Lovell' }), place('b', { capacity: 'Clinician', holder: 'Lovell' })]
  assert.equal(judgeComposition({ ...clinician, atLeast: 2 }, twice).state, 'short')
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), fc.boolean()), { maxLength: 12 }), fc.integer({ min: 1, max: 6 }), (seats, atLeast) => {
      const places = seats.map(([clinical], index) => place(`p${index}`, clinical ? { capacity: 'Clinician' } : {}))
      const some = new Set(seats.flatMap(([, here], index) => (here ? [`p${index}`] : [])))
      const all = new Set(places.map(({ key }) => key))
      const met = (present: ReadonlySet<string>) => judgeComposition({ ...clinician, atLeast }, places, present).state === 'met'
      return !met(some) || met(all)
    }),
  )
})

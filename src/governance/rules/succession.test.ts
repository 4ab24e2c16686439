import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  refuseSuccession,
  type Succeeding,
  type SuccessionPlan,
  type SuccessionStep,
  successionActs,
  successionKinds,
} from './succession.ts'

const first = Temporal.PlainDate.from('2010-01-01')
const day = (days: number): Temporal.PlainDate => first.add({ days })
const at = (id: string, startsOn: number, endsOn?: number): Succeeding => ({
  id,
  startsOn: day(startsOn),
  endsOn: endsOn === undefined ? undefined : day(endsOn),
})
const step = (former: string, successor: string, onDay: number): SuccessionStep => ({
  former,
  successor,
  kind: 'replaced',
  onDay: day(onDay),
})
const replace = (former: Succeeding, successor: Succeeding, onDay: number): SuccessionPlan => ({
  act: 'replace',
  formers: [former],
  successors: [successor],
  created: 0,
  onDay: day(onDay),
})

test('G1: what cannot be is refused by its name: into itself, round in a circle, before its founding, after its end, twice', () => {
  const code = (plan: SuccessionPlan, line: readonly SuccessionStep[] = []): string | undefined => refuseSuccession(plan, line)?.code
  const a = at('a', 0)
  const b = at('b', 10)
  assert.equal(code(replace(a, b, 20)), undefined)
  assert.equal(code(replace(a, a, 20)), 'succeeds-itself')
  assert.equal(code(replace(a, b, 20), [step('b', 'a', 15)]), 'succession-circle')
  assert.equal(code(replace(a, b, 20), [step('b', 'c', 15), step('c', 'a', 16)]), 'succession-circle')
  assert.equal(code(replace(a, b, 20), [step('a', 'b', 20)]), 'succession-known')
  assert.equal(code(replace(a, b, 20), [step('a', 'c', 20)]), 'succeeded-already')
  assert.equal(code(replace(a, b, 0)), 'before-founding')
  assert.equal(code(replace(b, a, 10), []), 'before-founding')
  assert.equal(code(replace(a, b, 20), [step('z', 'a', 20)]), 'before-own-succession')
  assert.equal(code(replace(a, b, 9)), 'successor-begins-later')
  assert.equal(code(replace(a, at('b', 0, 20), 20)), 'successor-ended')
  assert.equal(code(replace(at('a', 0, 19), b, 20)), 'ended-another-day')
  assert.equal(code(replace(at('a', 0, 20), b, 20)), undefined, 'an end recorded before may be given its successor')
  assert.equal(code({ ...replace(a, b, 20), act: 'end' }), 'successor-none')
  assert.equal(code({ ...replace(a, b, 20), act: 'split' }), 'split-two')
  assert.equal(code({ ...replace(a, b, 20), act: 'merge', successors: [], created: 1 }), 'merge-two')
  assert.equal(code({ ...replace(a, b, 20), successors: [] }), 'successor-one')
})

const ids = ['a', 'b', 'c', 'd', 'e', 'f']
const wanted = fc.record({
  act: fc.constantFrom(...successionActs),
  formers: fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 3 }),
  successors: fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 3 }),
  onDay: fc.integer({ min: 0, max: 400 }),
})

test('G1: whatever is tried in whatever order, the line of succession has no circle, and who succeeds was there on the day', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 6, maxLength: 6 }),
      fc.array(wanted, { maxLength: 30 }),
      (begins, plans) => {
        const all = new Map(ids.map((id, index) => [id, at(id, begins[index] ?? 0)]))
        const line: SuccessionStep[] = []
        const of = (id: string): Succeeding => all.get(id) ?? at(id, 0)
        for (const { act, formers, successors, onDay } of plans) {
          const plan = { act, formers: formers.map(of), successors: successors.map(of), created: 0, onDay: day(onDay) }
          if (refuseSuccession(plan, line) !== undefined) continue
          for (const id of formers) all.set(id, { ...of(id), endsOn: plan.onDay })
          if (act !== 'end')
            for (const former of formers)
              for (const successor of successors) line.push({ former, successor, kind: successionKinds[act], onDay: plan.onDay })
        }
        for (const { former, successor, onDay } of line) {
          assert.notEqual(former, successor)
          assert.ok(of(former).endsOn?.equals(onDay), 'what is succeeded ends on the day')
          assert.ok(Temporal.PlainDate.compare(of(former).startsOn, onDay) < 0)
          assert.ok(Temporal.PlainDate.compare(of(successor).startsOn, onDay) <= 0)
          const end = of(successor).endsOn
          assert.ok(end === undefined || Temporal.PlainDate.compare(onDay, end) < 0, 'who succeeds exists on the day')
        }
        const pairs = line.map(({ former, successor }) => `${former} ${successor}`)
        assert.equal(new Set(pairs).size, pairs.length, 'no step twice')
        // A line without a circle can be emptied by taking away, again and again, whatever nothing leads to.
        let left: readonly SuccessionStep[] = line
        for (let before = -1; before !== left.length; ) {
          before = left.length
          left = left.filter((one) => left.some(({ successor }) => successor === one.former))
        }
        assert.deepEqual(left, [])
      },
    ),
  )
})

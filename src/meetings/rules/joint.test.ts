import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { QuorumRule } from '#governance/public.ts'
import { chairsFor, jointRoll, staysFor, tablesOf } from './joint.ts'
import { type Chairing, placeKey, type Stay } from './presence.ts'
import { type QuorumBasis, quorumThrough } from './quorum-at.ts'
import { rollOf } from './roll.ts'

const start = Temporal.Instant.from('2014-02-24T14:00:00Z')
const after = (minutes: number): Temporal.Instant => start.add({ minutes })

interface Body {
  readonly id: string
  readonly people: readonly string[]
}

const seatOf = (body: string, index: number): string => `${body}-seat-${index}`
const seating = ({ id, people }: Body) => ({
  body: { id, name: `Board ${id}` },
  membership: {
    seats: people.map((person, index) => ({
      ...{ id: seatOf(id, index), name: `Seat ${index}`, voting: 'voting', organisation: undefined },
      places: [{ place: 1, holder: { person: { id: person, name: person }, onBehalfOf: undefined }, deputies: [] }],
    })),
  },
  offices: [{ role: 'chair', person: { id: people[0] ?? '', name: people[0] ?? '' } }],
})

function basis({ id, people }: Body, rule: QuorumRule, stays: readonly Stay[], chairs: readonly Chairing[]): QuorumBasis {
  const places = people.map((person, index) => ({
    ...{ key: placeKey(seatOf(id, index), 1), group: null, filled: true, agency: person },
    voting: index % 3 === 2 ? ('non_voting' as const) : ('voting' as const),
  }))
  const nothing = { consultation: null, deputiesNotAccepted: new Set<string>(), chairAgencies: new Map<string, string>(), exclusions: [] }
  return { rule, modesCounted: ['in-room', 'remote'], groupNames: new Map(), places, stays, chairs, ...nothing }
}

const stay = (person: string, place: string | null, from: number | null, to: number | null): Stay => ({
  ...{ person, name: person, place, deputy: false, mode: 'in_room' },
  ...{ from: from === null ? null : after(from), to: to === null ? null : after(to) },
})

const minutes = fc.tuple(fc.option(fc.integer({ min: 1, max: 50 })), fc.option(fc.integer({ min: 51, max: 120 })))
const scene = fc.record({
  own: fc.integer({ min: 1, max: 6 }),
  both: fc.integer({ min: 0, max: 4 }),
  others: fc.integer({ min: 1, max: 6 }),
  there: fc.array(fc.option(minutes), { minLength: 16, maxLength: 16 }),
  need: fc.integer({ min: 1, max: 5 }),
  share: fc.boolean(),
})

const ruleOf = (need: number, share: boolean): QuorumRule =>
  share
    ? {
        ...{ kind: 'share', numerator: 1, denominator: 2, moreThan: false, counts: 'people' },
        ...{ of: { kind: 'voting-members' }, vacantSeats: 'not-counted' },
      }
    : { kind: 'at-least', n: need, counts: 'people', of: { kind: 'members' } }

test('G6: a joint meeting judged for either board equals that board’s own meeting with the same people there', () => {
  fc.assert(
    fc.property(scene, ({ own, both, others, there, need, share }) => {
      const names = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => `${prefix}${index}`)
      const [shared, first, second] = [names('both', both), names('a', own), names('b', others)]
      const a: Body = { id: 'a', people: [...first, ...shared] }
      const b: Body = { id: 'b', people: [...shared, ...second] }
      const times = new Map([...first, ...shared, ...second].map((person, index) => [person, there[index] ?? null]))
      const staysAt = (placeOf: (person: string) => string | null) =>
        [...times].flatMap(([person, time]) => (time ? [stay(person, placeOf(person), ...time)] : []))
      const placeIn =
        ({ id, people }: Body) =>
        (person: string) => {
          const index = people.indexOf(person)
          return index < 0 ? null : placeKey(seatOf(id, index), 1)
        }
      // Everybody is recorded once: under the body that called, where they sit on it.
      const recorded = { stays: staysAt((person) => placeIn(a)(person) ?? placeIn(b)(person)), absences: [], chairs: [], waiver: undefined }
      const [forA, forB] = tablesOf([seating(a), seating(b)], recorded)
      for (const [body, joint] of [
        [a, forA],
        [b, forB],
      ] as const) {
        const rule = ruleOf(need, share)
        const alone = quorumThrough(basis(body, rule, staysAt(placeIn(body)), []), start)
        const together = quorumThrough(basis(body, rule, joint?.attendance.stays ?? [], []), start)
        const words = (course: typeof alone) => course.map(({ from, verdict }) => [String(from), verdict.state, verdict.reasons])
        assert.deepEqual(words(together), words(alone))
      }
    }),
    { numRuns: 300 },
  )
})

test('G7: a deputy for somebody who sits on both is recorded once, and counts on both in that member’s places', () => {
  const a: Body = { id: 'a', people: ['ann', 'bob'] }
  const b: Body = { id: 'b', people: ['cay', 'ann'] }
  const recorded = {
    stays: [{ ...stay('dee', placeKey(seatOf('a', 0), 1), null, null), deputy: true }],
    absences: [{ id: '1', person: 'bob', place: placeKey(seatOf('a', 1), 1), name: 'bob', kind: 'apologies' }],
    chairs: [],
    waiver: undefined,
  }
  const [forA, forB] = tablesOf([seating(a), seating(b)], recorded)
  assert.deepEqual(
    [forA, forB].map((own) => own?.attendance.stays.map(({ place, deputy }) => [place, deputy])),
    [[[placeKey(seatOf('a', 0), 1), true]], [[placeKey(seatOf('b', 1), 1), true]]],
  )
  // Bob sits on the first board alone: his apologies are none of the second's.
  assert.deepEqual([forA?.attendance.absences.length, forB?.attendance.absences.length], [1, 0])
})

test('G8: while somebody of another board is in the chair, a board is presided over by its own chair, for as long as they are there', () => {
  const table = {
    places: new Set(['b/1']),
    placeOf: new Map([['cay', 'b/1']]),
    chairs: [{ person: 'cay', name: 'Cay', basis: 'chair' as const }, undefined],
  }
  const chairing: Chairing = { person: 'ann', name: 'Ann', basis: 'chair', from: null, to: after(60) }
  const stays = [stay('ann', 'a/1', null, null), stay('cay', 'b/1', 10, 90)]
  const shown = (called: boolean, person = 'ann') =>
    chairsFor(table, [{ ...chairing, person }], stays, called, new Set(['ann'])).map(({ name, from, to }) => [
      name,
      String(from),
      String(to),
    ])
  assert.deepEqual(shown(false), [['Cay', String(after(10)), String(after(60))]])
  assert.deepEqual(shown(true), [['Cay', String(after(10)), String(after(60))]])
  // Somebody of neither board who was elected for the meeting presides for the one that called.
  assert.deepEqual(shown(true, 'stranger'), [['Ann', 'null', String(after(60))]])
  assert.deepEqual(
    staysFor(table, new Map(), [stay('zoe', 'a/9', null, null)]).map(({ place }) => place),
    [null],
  )
})

test('M8: the roll lists each board under its own, and calls whoever sits on both once', () => {
  const [a, b] = [
    { id: 'a', people: ['ann', 'bob'] },
    { id: 'b', people: ['cay', 'ann'] },
  ].map((body) => {
    const own = seating(body)
    return {
      body: own.body,
      lines: rollOf('meeting', own.membership.seats, [{ role: 'deputy_chair', person: { id: `d${body.id}`, name: '' } }]),
    }
  })
  assert.ok(a && b)
  const lines = jointRoll([a, b])
  assert.deepEqual(
    lines.map(({ field, body, also }) => [field, body?.id, also?.field]),
    [
      ['deputy_chair', 'a', undefined],
      ['a-seat-0_1', 'a', undefined],
      ['a-seat-1_1', 'a', undefined],
      ['deputy_chair_b', 'b', undefined],
      ['b-seat-0_1', 'b', undefined],
      ['b-seat-1_1', 'b', 'a-seat-0_1'],
    ],
  )
})

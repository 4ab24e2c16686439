import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Movement, moved, movements, type OwnStay } from './come-and-go.ts'
import { refuseChair } from './live-chair.ts'
import { readPartNews } from './live-news.ts'
import { mayEnter, tellings } from './live-parts.ts'
import { overlap } from './presence.ts'

const start = Temporal.Instant.from('2026-03-02T14:00:00Z')
const at = (seconds: number): Temporal.Instant => start.add({ seconds })

/** What a list of entries adds up to, as the command applies it. */
function played(entries: readonly (readonly [Movement, number])[], firstItemAfter: number): readonly OwnStay[] {
  let stays: readonly OwnStay[] = []
  entries.forEach(([movement, second], index) => {
    const change = moved(stays, movement, at(second), index < firstItemAfter)
    const set = (id: string, to: Temporal.Instant | null) => stays.map((stay) => (stay.id === id ? { ...stay, to } : stay))
    switch (change.kind) {
      case 'open':
        stays = [...stays, { id: `s${index}`, from: change.from, to: null, mode: change.mode }]
        break
      case 'close':
        stays = set(change.stay, change.to)
        break
      case 'change-mode':
        stays = [...set(change.stay, change.at), { id: `s${index}`, from: change.at, to: null, mode: change.mode }]
        break
      case 'reopen':
        stays = set(change.stay, null)
        break
      case 'remove':
        stays = stays.filter(({ id }) => id !== change.stay)
    }
  })
  return stays
}

test('M8: whatever is entered, at whatever times, nobody is twice in a meeting, no stay is empty, and one at most is open', () => {
  const entry = fc.tuple(fc.constantFrom(...movements), fc.integer({ min: 0, max: 7200 }))
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 30 }), fc.integer({ min: 0, max: 30 }), (entries, firstItemAfter) => {
      const stays = played(entries, firstItemAfter)
      for (const [index, stay] of stays.entries()) {
        if (stay.from && stay.to) assert.ok(Temporal.Instant.compare(stay.from, stay.to) < 0)
        for (const other of stays.slice(index + 1)) assert.ok(!overlap(stay, other), JSON.stringify(stays))
      }
      assert.ok(stays.filter(({ to }) => to === null).length <= 1)
    }),
    { numRuns: 500 },
  )
})

test('M8: the same arrival entered by two people is one; who comes back has a second stay', () => {
  const twice = played(
    [
      ['arrive', 0],
      ['arrive', 5],
    ],
    0,
  )
  assert.equal(twice.length, 1)
  const back = played(
    [
      ['arrive', 0],
      ['leave', 60],
      ['arrive', 120],
    ],
    1,
  )
  assert.deepEqual(
    back.map(({ from, to }) => [from?.toString() ?? null, to?.toString() ?? null]),
    [
      [null, at(60).toString()],
      [at(120).toString(), null],
    ],
  )
})

test('M8: before the first item whoever arrives was there from the start; a wrong entry is put right by a later one', () => {
  assert.equal(played([['arrive', 300]], 1)[0]?.from, null)
  assert.equal(played([['arrive', 300]], 0)[0]?.from?.toString(), at(300).toString())
  assert.equal(
    played(
      [
        ['arrive', 0],
        ['leave', 60],
        ['not-left', 70],
      ],
      1,
    )[0]?.to,
    null,
  )
  assert.deepEqual(
    played(
      [
        ['arrive', 0],
        ['not-here', 60],
      ],
      1,
    ),
    [],
  )
  assert.deepEqual(moved([], 'leave', at(0), false), { kind: 'refused', code: 'not-in-the-room' })
})

test('G8: somebody is elected to chair only while chair and deputy chair are both away, and not where the terms end the meeting', () => {
  const officers = [
    { role: 'chair', person: 'c' },
    { role: 'deputy_chair', person: 'd' },
    { role: 'clerk', person: 'm' },
  ]
  const asked = (person: string, here: string[], remedy: Parameters<typeof refuseChair>[3]) =>
    refuseChair(person, officers, new Set(here), remedy)
  assert.deepEqual(asked('c', ['c'], null), { ok: true, value: 'chair' })
  assert.deepEqual(asked('m', ['m'], 'elect-as-first-item'), { ok: true, value: 'elected_for_meeting' })
  for (const [person, here, remedy, code] of [
    ['c', ['m'], null, 'chair-not-present'],
    ['m', ['m', 'd'], 'elect-as-first-item', 'chair-is-present'],
    ['m', ['m'], 'reschedule', 'must-reschedule'],
  ] as const) {
    const outcome = asked(person, [...here], remedy)
    assert.ok(!outcome.ok && outcome.problems[0].code === code)
  }
})

test('M8: visitors hear of the public part only, and never of Part 2', () => {
  assert.deepEqual(
    tellings([
      { part: 'items', category: 'public' },
      { part: 'public', category: 'exempt' },
      { part: 'items', category: 'exempt' },
    ]),
    [
      { part: 'items', sight: 'members' },
      { part: 'public', sight: 'members' },
    ],
  )
  assert.deepEqual(tellings([{ part: 'public', category: 'public' }]).at(-1), { part: 'public', sight: 'public' })
})

test('M8: entries belong to a running meeting; interests and views of absent members may come before', () => {
  assert.equal(mayEnter('come-and-go', 'called'), false)
  assert.equal(mayEnter('declare-interest', 'called'), true)
  for (const state of ['ended', 'abandoned', 'cancelled'] as const) assert.equal(mayEnter('absent-view', state), false)
})

test('M8: what is no news on the channel is passed over', () => {
  for (const payload of ['', '{', 'null', '[]', '{"meeting":1}', '"x"']) assert.equal(readPartNews(payload), undefined)
  assert.deepEqual(readPartNews('{"meeting":"m","part":"items","sight":"public","revision":3}'), {
    topic: 'm',
    part: 'items',
    sight: 'public',
    revision: 3,
  })
})

test('M8: who comes and goes within less than the database keeps has been there nevertheless', () => {
  for (const nanoseconds of [-1, 0, 1, 400, 999, 1000, 999_999]) {
    const change = moved([{ id: 'a', from: start, to: null, mode: 'in_room' }], 'leave', start.add({ nanoseconds }), false)
    assert.equal(change.kind, 'close')
    if (change.kind === 'close') assert.ok(change.to.epochMilliseconds > start.epochMilliseconds, `${nanoseconds} ns`)
  }
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seatTerm, seatTermsStanding } from './seat-term.ts'

const day = (iso: string): Temporal.PlainDate => Temporal.PlainDate.from(iso)
const stands = (today: string, ends?: string, months: number | null = 36) =>
  seatTerm(day('2022-09-15'), months, ends === undefined ? undefined : day(ends), day(today))

test('G5: a term ends so many months after it began; it is told three months before, and on that day it is over', () => {
  assert.deepEqual([stands('2025-06-14')?.state, stands('2025-06-15')?.state], ['running', 'ends-soon'])
  assert.deepEqual([stands('2025-09-14')?.state, stands('2025-09-15')?.state], ['ends-soon', 'over'])
  assert.equal(stands('2025-01-01')?.endsOn.toString(), '2025-09-15')
})

test('G5: an end that was recorded earlier counts, a later one makes no longer term; without a limit only a recorded end counts', () => {
  assert.equal(stands('2023-01-01', '2023-03-01')?.endsOn.toString(), '2023-03-01')
  assert.equal(stands('2026-01-01', '2030-01-01')?.state, 'over')
  assert.equal(stands('2026-01-01', undefined, null), undefined)
  assert.equal(stands('2026-01-01', '2026-03-01', null)?.state, 'ends-soon')
  assert.equal(seatTerm(day('2024-02-29'), 12, undefined, day('2024-03-01'))?.endsOn.toString(), '2025-02-28')
})

test('G5: of a board, whose term is over comes first, then whose ends soon; who is followed is not asked about before the end', () => {
  const place = (name: string, from: string, months: number | null, isFollowed = false) => ({
    ...{ name, months, isFollowed, startsOn: day(from), endsOn: undefined },
  })
  const places = [
    place('Soon', '2022-05-01', 48),
    place('Over', '2021-05-01', 48),
    place('Followed', '2022-04-15', 48, true),
    place('Over and followed', '2022-01-01', 48, true),
    place('Long', '2025-01-01', 48),
    place('Open', '2010-01-01', null),
  ]
  const standing = seatTermsStanding(places, day('2026-03-10'))
  assert.deepEqual(standing, { of: 5, over: ['Over', 'Over and followed'], soon: ['Soon'], firstOn: day('2025-05-01') })
  assert.equal(seatTermsStanding([place('Open', '2010-01-01', null)], day('2026-03-10')), undefined)
})

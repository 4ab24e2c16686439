import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ChairRule } from '#governance/public.ts'
import { judgeChairKept } from './chair-kept.ts'

const day = (written: string) => Temporal.PlainDate.from(written)
const yearly: ChairRule = {
  method: 'agreed-at-first-meeting',
  post: null,
  reviewedEveryMonths: 12,
  termEnds: null,
  secretBallotIfContested: false,
}
const chair = (since: string, endsOn?: string) => ({ departsFromTerms: false, since: day(since), endsOn: endsOn ? day(endsOn) : undefined })
const told = (...given: Parameters<typeof judgeChairKept>) => {
  const { state, code } = judgeChairKept(...given)
  return `${state}: ${code}`
}

test('G8: a chair who was agreed is looked at again each year, and is asked for in time', () => {
  const since = chair('2025-06-10')
  assert.equal(told(since, yearly, day('2026-01-01')), 'met: chair-reviewed')
  assert.equal(told(since, yearly, day('2026-03-10')), 'at-risk: chair-review-soon')
  assert.equal(told(since, yearly, day('2026-06-10')), 'at-risk: chair-review-soon')
  assert.equal(told(since, yearly, day('2026-06-11')), 'broken: chair-review-overdue')
  assert.deepEqual(judgeChairKept(since, yearly, day('2026-06-11')).details, { since: '2025-06-10', day: '2026-06-10' })
})

test('G8: a term in the chair that ends soon is said before it leaves the board without one', () => {
  assert.equal(told(chair('2025-06-10', '2026-05-01'), { ...yearly, reviewedEveryMonths: null }, day('2026-01-31')), 'met: chair-held')
  assert.equal(
    told(chair('2025-06-10', '2026-05-01'), { ...yearly, reviewedEveryMonths: null }, day('2026-02-01')),
    'at-risk: chair-ends-soon',
  )
})

test('G8: nobody in the chair, and one who came to it otherwise than the terms say, come first', () => {
  assert.equal(told(undefined, yearly, day('2026-01-01')), 'broken: chair-vacant')
  assert.equal(told({ ...chair('2020-01-01'), departsFromTerms: true }, yearly, day('2026-01-01')), 'at-risk: chair-departs')
  assert.equal(told(chair('2001-01-01'), null, day('2026-01-01')), 'met: chair-held')
})

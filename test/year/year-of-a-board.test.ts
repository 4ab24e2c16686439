import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { draftMinutes } from '#meetings/commands/minutes/draft-minutes.ts'
import { findMinutes, findMinutesVersion } from '#meetings/queries/minutes.ts'
import { textsOf } from '#meetings/rules/exempt-phrases.ts'
import { as, doerAt } from '#meetings/testing/arrange.ts'
import { openYearBoard, type YearBoard } from './board.ts'
import { liveMeeting, meetingLife } from './life.ts'
import { type PreparedMeeting, prepareMonth } from './meeting.ts'
import { assertKept, assertLawful, assertPapersInOrder } from './oracle.ts'

/** One year that is always the same; YEARS=20 lives twenty by chance. */
const YEARS = Number(process.env.YEARS ?? 1)
const seed = process.env.YEARS === undefined ? { seed: 7 } : {}
const fates = ['in-time', 'late-alone', 'late-with-one', 'late-with-both'] as const
const month = fc.record({ fate: fc.constantFrom(...fates), happenings: meetingLife })
const board = await openYearBoard()
// Eighteen months, because bank holidays are announced no further.
let months = 0

/** The draft minutes say every decision and action once, and nothing of Part 2 outside it. */
async function assertMinutesAgree({ house: { needs, ownerDb }, clerk }: YearBoard, meeting: PreparedMeeting): Promise<void> {
  const doer = doerAt(clerk.account, `${meeting.heldOn.add({ days: 1 }).toString()}T09:00:00Z`)
  await draftMinutes(needs, doer, meeting.id)
  const version = await as(needs, doer, async (reader) => findMinutesVersion(reader, (await findMinutes(reader, meeting.id))?.id ?? ''))
  const sections = (version?.sections ?? []).map(({ category, heading, tree }) => ({
    category,
    text: `${heading} ${textsOf(tree).join(' ')}`,
  }))
  for (const table of ['meetings.decision', 'meetings.action'] as const) {
    const rows = await ownerDb.selectFrom(table).select(['text', 'category']).where('meeting', '=', meeting.id).execute()
    for (const { text, category } of rows) {
      const telling = sections.filter((section) => section.text.includes(text))
      assert.equal(telling.length, 1, `${telling.length} sections say: ${text}`)
      assert.equal(telling[0]?.category, category, 'it is told in the part of its item')
    }
  }
  const votes = await ownerDb
    .selectFrom('meetings.vote as v')
    .innerJoin('meetings.motion as m', 'm.id', 'v.motion')
    .select(['v.name', 'm.item', 'm.state'])
    .where('v.meeting', '=', meeting.id)
    .where('m.state', 'in', ['carried', 'lost'])
    .execute()
  for (const { name, item } of votes)
    assert.ok(
      version?.sections.some((section) => section.item === item && textsOf(section.tree).join(' ').includes(name)),
      `the vote of ${name} is not minuted`,
    )
}

test('M8, M9, M12: through a year of a board no decision is recorded that the rules forbid, and the minutes agree with the record', async () => {
  let decided = 0
  const year = fc.asyncProperty(fc.array(month, { minLength: 12, maxLength: 12 }), async (lived) => {
    for (const { fate, happenings } of lived) {
      const meeting = await prepareMonth(board, months++ % 18, fate)
      assert.equal(meeting.wasOutAtOnce, fate === 'in-time' || fate === 'late-with-both', `a paper that came ${fate}`)
      const acknowledged = await liveMeeting(board, meeting, happenings)
      decided += await assertLawful(board, meeting)
      await assertKept(board, meeting, acknowledged)
      await assertPapersInOrder(board, meeting, fate !== 'in-time')
      await assertMinutesAgree(board, meeting)
    }
  })
  await fc.assert(year, { numRuns: YEARS, endOnFailure: true, ...seed })
  assert.ok(decided > YEARS * 10, `only ${decided} decisions were taken: the year tests too little`)
  const numbers = await board.house.ownerDb.selectFrom('meetings.decision').select('number').where('body', '=', board.body).execute()
  const sorted = numbers.map(({ number }) => Number(number)).sort((one, other) => one - other)
  assert.deepEqual(
    sorted,
    sorted.map((_, index) => index + 1),
    'decisions are numbered on without a gap',
  )
})

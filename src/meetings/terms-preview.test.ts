import assert from 'node:assert/strict'
import { test } from 'node:test'
import { copyTermsDraft } from '#governance/commands/terms.ts'
import { changeTermsDraft } from '#governance/commands/terms-draft.ts'
import { termsPreviewPath } from '#governance/paths.ts'
import type { QuorumRule } from '#governance/public.ts'
import { findBodyById, findCalendar, findTermsVersion } from '#governance/public-data.ts'
import { readAs } from '#platform/database/session.ts'
import { succeed } from '#platform/result.ts'
import { htmlFaults } from '#test/support/html.ts'
import { findMeetingGround, findRecordedMeeting, startOf } from './queries/record.ts'
import { findPastRecord, replay } from './queries/replay.ts'
import { quorumThrough } from './rules/quorum-at.ts'
import { courseOf } from './rules/replay.ts'
import { doerAt, itemInput, value } from './testing/arrange.ts'
import { openScene } from './testing/record-scene.ts'

const { needs, ownerDb, board, meetingWith, at, field, present } = await openScene()
const clerk = doerAt(board.clerk.account, '2014-05-01T10:00:00Z')
const today = Temporal.PlainDate.from('2014-05-01')

const held = async (day: string, fields: Readonly<Record<string, string>>): Promise<string> => {
  const { id } = await meetingWith(day, [itemInput('Housing strategy')])
  const browser = at(board.clerk.account, `${day}T14:05:00Z`)
  assert.equal((await browser.post(`/meetings/${id}/attendance/start`)).status, 303)
  const entered = await browser.post(`/meetings/${id}/attendance`, { mark: '', status_chair: 'present', chairWho: 'chair', ...fields })
  assert.equal(entered.status, 303)
  await ownerDb.updateTable('meetings.meeting').set({ state: 'ended' }).where('id', '=', id).execute()
  return id
}

// Half of five voting members are three: the first meeting has them until one leaves, the second never does.
const first = await held('2014-02-24', { ...present(0, 1, 2), [`left_${field(2)}`]: '3pm' })
const second = await held('2014-03-24', present(0, 1))

const copied = value(await copyTermsDraft(needs.db, clerk, board.body))
const quorum: QuorumRule = { kind: 'at-least', n: 2, counts: 'people', of: { kind: 'voting-members' } }
value(
  await changeTermsDraft(needs.db, clerk, { body: board.body, number: copied.number, version: 1 }, 'quorum', (terms) =>
    succeed({ ...terms, quorum: { status: 'stated', value: quorum, source: null } }),
  ),
)
const slug = (await readAs(needs.db, clerk, (reader) => findBodyById(reader, board.body, today)))?.slug ?? ''

test('G18: the preview says how many past meetings would not have been quorate under the draft, and what it is by the rules in force', async () => {
  const page = await at(board.clerk.account, '2014-05-01T10:00:00Z').get(termsPreviewPath(slug, copied.number))
  assert.equal(page.status, 200)
  assert.match(page.text, /With this rule, 0 of the last 2 meetings would not have been quorate\./)
  assert.match(page.text, /By the rules in force it is 1 of 2, and 1 lost the quorum before the end\./)
  assert.match(page.text, /For one meeting no times are recorded: whoever attended is assumed present throughout/)
  assert.match(page.text, /Differs/)
  assert.deepEqual(await htmlFaults(page.text), [])
})

test('G18: the preview of a draft is for those who keep the terms, and of nothing else', async () => {
  const path = termsPreviewPath(slug, copied.number)
  assert.equal((await at(undefined, '2014-05-01T10:00:00Z').get(path)).status, 404)
  assert.equal((await at(board.deputy.account, '2014-05-01T10:00:00Z').get(path)).status, 404)
  const keeper = at(board.clerk.account, '2014-05-01T10:00:00Z')
  assert.equal((await keeper.get(termsPreviewPath(slug, 1))).status, 404, 'what is in force is no draft')
  assert.equal((await keeper.get(termsPreviewPath(slug, 'x'))).status, 404)
})

test('G18: replaying the rules in force gives what the record says of each meeting', async () => {
  await readAs(needs.db, clerk, async (reader) => {
    const version = await findTermsVersion(reader, board.body, 1)
    assert.ok(version)
    const past = await findPastRecord(reader, [board.body], today.subtract({ years: 10 }), today)
    const calendar = await findCalendar(reader, 'england-and-wales')
    const replayed = replay(past, [{ body: board.body, today: version.terms, draft: version.terms, calendar }])
    assert.deepEqual(
      replayed.map(({ id }) => id),
      [second, first],
    )
    for (const one of replayed) {
      const meeting = await findRecordedMeeting(reader, one.id)
      assert.ok(meeting)
      const ground = await findMeetingGround(reader, meeting)
      assert.deepEqual(one.quorum.draft, courseOf(quorumThrough(ground.quorum, startOf(meeting))))
    }
  })
})

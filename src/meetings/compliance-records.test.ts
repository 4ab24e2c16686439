import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { newId } from '#platform/database/ids.ts'
import { itemInput } from './testing/arrange.ts'
import { countStatements } from './testing/count-statements.ts'
import { recordRules } from './testing/record-board.ts'
import { openScene } from './testing/record-scene.ts'

const stated = (value: unknown) => ({ status: 'stated', value, source: null })
const { ownerDb, board, meetingWith, at, present, field } = await openScene({
  ...recordRules,
  papersDue: stated({ mode: 'calendar', days: 7, cutOff: null }),
  nominateItems: stated({ mode: 'calendar', days: 14, cutOff: null }),
  latePapers: stated({ consentOf: ['Chair', 'Assistant director'], need: 'all', onlyExceptionally: true }),
  intake: stated({ onlyDecisions: false, mustFitWorkPlan: false, onTemplate: false, agreedBy: [], urgentItemsBy: null }),
  publicAccess: stated({ meetingsOpen: true, papersPublic: true, attendanceRecorded: null }),
  confidentiality: stated({ marked: true, destroyed: 'within-days', days: 7 }),
})
const instant = (day: string) => Temporal.Instant.from(`${day}T10:00:00Z`)
const { id: meeting, items } = await meetingWith('2014-01-15', [itemInput('Business plan'), itemInput('Budget')])
const owned = { meeting, body: board.body }
const room = at(board.clerk.account, '2014-01-15T14:30:00Z')
await room.post(`/meetings/${meeting}/attendance/start`)
await room.post(`/meetings/${meeting}/attendance`, {
  mark: '',
  ...present(0, 1, 2, 3, 4),
  ...Object.fromEntries([0, 1, 2].map((seat) => [`remote_${field(seat)}`, 'yes'])),
})
await room.post(`/meetings/${meeting}/attendance/end`)
const [inTime, late] = [newId(), newId()]
const paper = { ...owned, sight: 'public', category: 'public', author: board.clerk.person, state: 'published' }
await ownerDb
  .insertInto('meetings.paper')
  .values([
    { ...paper, id: inTime, item: items[0] ?? '', title: 'Plan', submitted_at: instant('2014-01-06') },
    { ...paper, id: late, item: items[1] ?? '', title: 'Budget', submitted_at: instant('2014-01-13') },
  ])
  .execute()
const consent = {
  paper: late,
  person: board.clerk.person,
  reason: 'The grant came late',
  at: instant('2014-01-13'),
  actor: board.clerk.account,
}
await ownerDb
  .insertInto('meetings.late_consent')
  .values({ ...consent, id: newId(), consenter: 'Chair' })
  .execute()
const nomination = { body: board.body, sight: 'public', purpose: 'decision', nominated_by: board.clerk.account }
await ownerDb
  .insertInto('meetings.plan_item')
  .values([
    { ...nomination, id: newId(), title: 'Budget', state: 'accepted', meeting, nominated_at: instant('2014-01-10') },
    { ...nomination, id: newId(), title: 'Play', state: 'nominated', nominated_at: instant('2013-12-02') },
  ])
  .execute()
const publication = { ...owned, id: newId(), kind: 'pack', number: 1, published_on: Temporal.PlainDate.from('2014-01-08') }
await ownerDb
  .insertInto('meetings.publication')
  .values({ ...publication, sight: 'members', published_at: instant('2014-01-08'), actor: SYSTEM_ACTOR })
  .execute()
const copy = {
  ...owned,
  kind: 'printed',
  name: 'Fay Council',
  evidence: 'by_hand',
  handed_at: instant('2014-01-15'),
  actor: board.clerk.account,
}
await ownerDb
  .insertInto('meetings.exempt_copy')
  .values({ ...copy, id: newId(), number: 1 })
  .execute()

const clerk = at(board.clerk.account, '2014-02-20T10:00:00Z')
const page = async (who = clerk): Promise<string> => (await who.get(`/boards/${board.slug}/compliance`)).text

test('G17, G10, M5, M7, M16: papers, consents, nominations, packs and copies are judged from their records, each with the way to its evidence', async () => {
  const text = await page()
  for (const said of [
    /1 paper of 2 was handed in late/,
    /1 late paper of 1 went out without every consent that the terms name/,
    /1 item of 1 was taken although nominated after the last day/,
    /1 nominated item of 2 was neither accepted nor refused before the board met again/,
    /1 pack of 1 went to members and was not published/,
    /Nobody has said what became of 1 copy of 1/,
  ])
    assert.match(text, said)
  assert.match(text, new RegExp(`/meetings/${meeting}/copies`))
  assert.match(text, new RegExp(`/meetings/${meeting}/notice`))
})

test('G17: what is put right is judged anew', async () => {
  await ownerDb
    .insertInto('meetings.late_consent')
    .values({ ...consent, id: newId(), consenter: 'Assistant director' })
    .execute()
  await ownerDb.updateTable('meetings.publication').set({ sight: 'public' }).where('id', '=', publication.id).execute()
  const ended = {
    ended: 'destroyed',
    ended_at: instant('2014-01-20'),
    said_by: 'clerk',
    words: 'Shredded',
    ended_actor: board.clerk.account,
  }
  await ownerDb.updateTable('meetings.exempt_copy').set(ended).where('meeting', '=', meeting).execute()
  const text = await page()
  assert.match(text, /1 late paper had every consent/)
  assert.match(text, /1 pack was public from the moment in which members were told/)
  assert.match(text, /for 1 meeting no certificate is drawn up/)
})

test('G17: a visitor is told neither of hand-ins, nominations and copies nor of how many there are; a member not of the copies', async () => {
  const seen = await page(at(undefined, '2014-02-20T10:00:00Z'))
  assert.doesNotMatch(seen, /handed in late|late papers? of|nominated item of|was taken although|certificate is drawn up|\/copies/)
  assert.match(seen, /No day on which a paper was handed in is recorded, or none that you may see/)
  assert.match(seen, /1 pack was public/)
  const member = await page(at(board.seats[1]?.account, '2014-02-20T10:00:00Z'))
  assert.match(member, /1 paper of 2 was handed in late/)
  assert.doesNotMatch(member, /certificate is drawn up|\/copies/)
})

test('G17, G8, M8: who took the chair and what rested on the remote link are judged from attendance, the link by the law of the day', async () => {
  const silent = await page()
  assert.match(silent, /No meeting of the last twelve months says who took the chair/)
  assert.match(silent, /At 1 of 1 meeting that somebody joined by remote link the quorum or a vote rested on those on the link/)
  const law = { id: newId(), legal_regime: 'partnership', source: 'An act of 2010', starts_on: Temporal.PlainDate.from('2010-01-01') }
  await ownerDb
    .insertInto('governance.presence_law')
    .values({ ...law, ends_on: Temporal.PlainDate.from('2014-01-16') })
    .execute()
  assert.match(
    await page(),
    /At 1 of 1 meeting that somebody joined by remote link there was a quorum only with those on the link: the law counts/,
  )
  const attendance = await clerk.get(`/meetings/${meeting}/attendance`)
  assert.match(attendance.text, /not counted: the law wants members in the room \(An act of 2010\)/, 'not only afterwards')
  await ownerDb
    .updateTable('governance.presence_law')
    .set({ ends_on: Temporal.PlainDate.from('2014-01-15') })
    .where('id', '=', law.id)
    .execute()
  assert.match(await page(), /neither the terms nor the law on record/, 'the law had ended on the day of the meeting')
  assert.doesNotMatch(await page(at(undefined, '2014-02-20T10:00:00Z')), /remote link|took the chair/, 'who was there is not published')
})

test('G17, X6: a second board with terms asks the database for nothing more', async () => {
  const asked = () => countStatements(async () => assert.equal((await clerk.get('/compliance')).status, 200))
  await asked()
  const before = await asked()
  const body = newId()
  await ownerDb.insertInto('governance.body').values({ id: body, slug: 'second', name: 'Second board', kind: 'delivery-board' }).execute()
  const terms = await ownerDb.selectFrom('governance.terms_version').selectAll().where('body', '=', board.body).executeTakeFirstOrThrow()
  const document = JSON.stringify(terms.document)
  await ownerDb
    .insertInto('governance.terms_version')
    .values({ ...terms, id: newId(), body, document })
    .execute()
  assert.equal(await asked(), before)
  assert.match((await clerk.get('/compliance')).text, /Second board/)
})

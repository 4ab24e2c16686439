import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { copyTermsDraft } from '#governance/commands/terms.ts'
import { changeTermsDraft } from '#governance/commands/terms-draft.ts'
import { termsProposePath } from '#governance/paths.ts'
import type { QuorumRule } from '#governance/public.ts'
import { findTermsInForce, findTermsVersion, listTermsVersions } from '#governance/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import { readAs, writeAs } from '#platform/database/session.ts'
import { succeed } from '#platform/result.ts'
import { dayValues } from '#platform/web/forms.ts'
import { htmlFaults } from '#test/support/html.ts'
import { addItem } from './commands/agenda/add-item.ts'
import { createMeeting } from './commands/meeting/create-meeting.ts'
import { doerAt, itemInput, meetingInput, value } from './testing/arrange.ts'
import { meetingsClient } from './testing/client.ts'
import { decisionFields, openScene } from './testing/record-scene.ts'
import { waitingFor } from './testing/waiting.ts'

const { needs, ownerDb, board, at, present } = await openScene()
const clerk = doerAt(board.clerk.account, '2014-02-03T10:00:00Z')
const day = '2014-03-03'
const browser = (instant = '2014-02-03T10:00:00Z', account = board.clerk.account) => meetingsClient(needs, account, instant)
const room = at(board.clerk.account, `${day}T14:30:00Z`)
const atLeast = (n: number): QuorumRule => ({ kind: 'at-least', n, counts: 'people', of: { kind: 'voting-members' } })

/** A draft that differs from the terms in force in its quorum. */
async function draft(n: number): Promise<number> {
  const { number } = value(await copyTermsDraft(needs.db, clerk, board.body))
  return change(number, 1, n)
}

async function change(number: number, version: number, n: number): Promise<number> {
  const quorum = { status: 'stated' as const, value: atLeast(n), source: null }
  const at = { body: board.body, number, version }
  return value(await changeTermsDraft(needs.db, clerk, at, 'quorum', (terms) => succeed({ ...terms, quorum }))).number
}

/** A meeting to which the draft was put and that is being held. */
async function putTo(number: number): Promise<{ readonly meeting: string; readonly item: string }> {
  const { id } = value(await createMeeting(needs, clerk, board.body, meetingInput(day, { title: `About version ${number}` })))
  const put = await browser().post(termsProposePath(board.slug, number), { meeting: id })
  assert.equal(put.status, 303, put.text)
  return { meeting: id, item: put.location.split('/').at(-1) ?? '' }
}

async function decide(meeting: string, item: string, fields: Readonly<Record<string, string>>): Promise<string> {
  const { state } = await ownerDb.selectFrom('meetings.meeting').select('state').where('id', '=', meeting).executeTakeFirstOrThrow()
  if (state === 'planned') {
    await ownerDb.updateTable('meetings.meeting').set({ state: 'called', sight: 'public' }).where('id', '=', meeting).execute()
    await ownerDb.updateTable('meetings.agenda_item').set({ sight: 'public' }).where('meeting', '=', meeting).execute()
    await ownerDb.updateTable('meetings.item_content').set({ sight: 'public' }).where('meeting', '=', meeting).execute()
    await room.post(`/meetings/${meeting}/attendance/start`)
    assert.equal((await room.post(`/meetings/${meeting}/attendance`, { mark: '', ...present(0, 1, 2, 3, 4) })).status, 303)
  }
  const made = await room.post(`/meetings/${meeting}/decisions/new`, decisionFields({ item, type: 'approve', ...fields }))
  assert.equal(made.status, 303, made.text)
  return made.location
}

const versionOn = (html: string): string => /name="version" value="(\d+)"/.exec(html)?.[1] ?? ''
const startsOn = (iso: string) => dayValues('startsOn', Temporal.PlainDate.from(iso)) as Record<string, string>
const inForce = (iso: string) => readAs(needs.db, clerk, (reader) => findTermsInForce(reader, board.body, Temporal.PlainDate.from(iso)))

test('G18, G4: a draft goes to a meeting with a report of what it changes, is decided, and comes into force by that decision', async () => {
  const number = await draft(4)
  const form = await browser().get(termsProposePath(board.slug, number))
  assert.deepEqual(await htmlFaults(form.text), [])
  const { meeting, item } = await putTo(number)
  const twice = await browser().post(termsProposePath(board.slug, number), { meeting })
  assert.equal(twice.status, 422)
  assert.match(twice.text, /on the agenda of that meeting already/)
  const { id: paper } = await ownerDb.selectFrom('meetings.paper').select('id').where('item', '=', item).executeTakeFirstOrThrow()
  const report = (await browser().get(`/papers/${paper}`)).text
  assert.match(report, /What changes/)
  assert.match(report, /Now[\s\S]*Proposed[\s\S]*4/)

  const decision = await decide(meeting, item, { text: 'That the new terms be adopted.' })
  const page = (await room.get(decision)).text
  assert.match(page, /asked to adopt version \d+ of the terms of reference\. It is not in force yet/)
  const waits = () => waitingFor(needs, board.clerk.account, `${day}T14:30:00Z`)
  assert.deepEqual(await waits(), ['adopt-terms 1'])
  const adopt = await room.get(`${decision}/adopt-terms`)
  assert.deepEqual(await htmlFaults(adopt.text), [])
  const early = await room.post(`${decision}/adopt-terms`, { ...startsOn('2014-03-01'), answer: '', version: versionOn(adopt.text) })
  assert.equal(early.status, 422)
  assert.match(early.text, /on which it was decided, or a later day/)
  const done = await room.post(`${decision}/adopt-terms`, {
    ...startsOn('2014-04-01'),
    answer: 'The quorum holds.',
    version: versionOn(adopt.text),
  })
  assert.equal(done.status, 303, done.text)
  assert.deepEqual(await waits(), [])
  assert.match((await room.get(decision)).text, /This decision adopted/)
  assert.deepEqual((await inForce('2014-04-01'))?.quorum.value, atLeast(4))
  assert.notDeepEqual((await inForce('2014-03-31'))?.quorum.value, atLeast(4))
  const adopted = await readAs(needs.db, clerk, (reader) => findTermsVersion(reader, board.body, number))
  assert.equal(`/decisions/${adopted?.adoptedDecision}`, decision)
  assert.match(adopted?.adoptedBy ?? '', /of 3 March 2014$/)
  assert.equal((await room.post(`${decision}/adopt-terms`, { ...startsOn('2014-04-01'), version: '3' })).status, 404, 'twice')
})

test('G18: what was decided comes into force; what was changed in the draft since is kept as a new draft', async () => {
  const number = await draft(2)
  const { meeting, item } = await putTo(number)
  await change(number, 2, 1)
  const decision = await decide(meeting, item, { text: 'That the third terms be adopted.' })
  const adopt = await room.get(`${decision}/adopt-terms`)
  assert.match(adopt.text, /The draft was changed after it was put to the meeting/)
  const fields = { ...startsOn('2014-05-01'), answer: 'The quorum holds.', version: versionOn(adopt.text) }
  assert.equal((await room.post(`${decision}/adopt-terms`, fields)).status, 303)
  assert.deepEqual((await inForce('2014-05-01'))?.quorum.value, atLeast(2))
  const [newest] = await readAs(needs.db, clerk, (reader) => listTermsVersions(reader, board.body))
  assert.equal(newest?.state, 'draft')
  const kept = await readAs(needs.db, clerk, (reader) => findTermsVersion(reader, board.body, newest?.number ?? 0))
  assert.deepEqual(kept?.terms.quorum.value, atLeast(1))
})

test('G18, M10: a decision that notes, was withdrawn, or must be taken home first brings nothing into force', async () => {
  const { meeting, item } = await putTo(await draft(3))
  const noted = await decide(meeting, item, { type: 'note', text: 'That it be noted.' })
  assert.match((await room.get(noted)).text, /This one does not/)
  assert.deepEqual(await waitingFor(needs, board.clerk.account, `${day}T14:30:00Z`), [], 'a decision that notes asks for nothing')
  const tried = await room.post(`${noted}/adopt-terms`, { ...startsOn('2014-06-01'), version: '2' })
  assert.equal(tried.status, 422)
  assert.match(tried.text, /This one does not/)
  const waiting = await decide(meeting, item, { text: 'That it be adopted.' })
  const id = waiting.replace('/decisions/', '')
  await ownerDb.updateTable('meetings.decision').set({ binds_nobody: true }).where('id', '=', id).execute()
  assert.match((await room.get(waiting)).text, /partners that must take it home have not all agreed/)
  await ownerDb.updateTable('meetings.decision').set({ binds_nobody: false }).where('id', '=', id).execute()
  assert.equal((await room.post(`${waiting}/withdraw`, { reason: 'Recorded in error.' })).status, 303)
  const gone = await room.post(`${waiting}/adopt-terms`, { ...startsOn('2014-06-01'), version: '2' })
  assert.equal(gone.status, 422)
  assert.match(gone.text, /The decision was withdrawn/)
})

test('G4, X1: in the database no terms come into force by a decision that was not asked to adopt them, nor in other words', async () => {
  const number = await draft(5)
  const { meeting, item } = await putTo(number)
  const other = value(await addItem(needs, clerk, meeting, itemInput('Housing'))).id
  const [elsewhere, here] = [await decide(meeting, other, { text: 'On housing.' }), await decide(meeting, item, { text: 'On terms.' })]
  const row = await ownerDb
    .selectFrom('governance.terms_version')
    .selectAll()
    .where('body', '=', board.body)
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  const adopt = (decision: string, document = row.document) =>
    writeAs(needs.db, clerk, (tx) =>
      tx
        .updateTable('governance.terms_version')
        .set({
          state: 'adopted',
          starts_on: Temporal.PlainDate.from('2014-07-01'),
          document: JSON.stringify(document),
          adopted_decision: decision.replace('/decisions/', ''),
        })
        .where('id', '=', row.id)
        .execute(),
    )
  await assert.rejects(adopt(elsewhere), /asked to adopt them/)
  await assert.rejects(
    adopt(here, { ...(row.document as object), purpose: { status: 'stated', value: 'Something else', source: null } } as never),
    /asked to adopt them/,
  )
  const forged = {
    item: other,
    meeting,
    body: board.body,
    number,
    terms_version: row.id,
    proposed_by: board.clerk.account,
    proposed_at: clerk.now,
  }
  await assert.rejects(
    writeAs(needs.db, clerk, (tx) =>
      tx
        .insertInto('meetings.terms_proposal')
        .values({ ...forged, document: JSON.stringify({ other: 'words' }) })
        .execute(),
    ),
    /as it stands/,
  )
  const decided = await ownerDb.selectFrom('meetings.decision').select('id').executeTakeFirstOrThrow()
  await assert.rejects(
    writeAs(needs.db, clerk, (tx) =>
      sql`insert into governance.terms_version (id, body, number, state, starts_on, document, adopted_by, recorded_at, recorded_by, adopted_decision)
        select ${newId()}, body, 900, 'draft', '2015-01-01', document, 'Nobody', now(), ${clerk.actor}, ${decided.id}
        from governance.terms_version where body = ${board.body} limit 1`.execute(tx),
    ),
    /row-level security/,
  )
  const stranger = doerAt(board.seats[0]?.account ?? board.clerk.account, '2014-02-03T10:00:00Z')
  await assert.rejects(
    writeAs(needs.db, stranger, (tx) =>
      tx
        .insertInto('meetings.terms_proposal')
        .values({ ...forged, document: JSON.stringify(row.document), proposed_by: stranger.actor })
        .execute(),
    ),
    /row-level security/,
  )
})

test('G18, X1: putting a draft is for those who keep the terms; what is not there is not found, what is over is refused', async () => {
  const number = await draft(3)
  const path = termsProposePath(board.slug, number)
  const member = browser('2014-02-03T10:00:00Z', board.seats[0]?.account)
  assert.equal((await member.get(path)).status, 404)
  assert.equal((await member.post(path, { meeting: newId() })).status, 404)
  assert.equal((await browser().post(termsProposePath(board.slug, 1), { meeting: newId() })).status, 404, 'no draft')
  assert.equal((await browser().post(path, { meeting: newId() })).status, 404)
  const empty = await browser().post(path, {})
  assert.equal(empty.status, 422)
  const { id } = value(await createMeeting(needs, clerk, board.body, meetingInput('2014-03-17')))
  await ownerDb.updateTable('meetings.meeting').set({ state: 'ended' }).where('id', '=', id).execute()
  assert.match((await browser().post(path, { meeting: id })).text, /still to be held/)
})

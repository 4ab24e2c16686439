import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { type RawBuilder, sql } from 'kysely'
import type { Role } from '#governance/rules/access.ts'
import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { freshDatabase } from '#platform/database/testing/fresh.ts'
import { addRecords, type Exhibit, type sights } from './records.ts'
import { buildWorld, matrixDay, matrixNow, personWho } from './world.ts'

// What nobody may write, tried past every command: as the serving role, with SQL of one's own, in the name of somebody of the matrix.
const { db, ownerDb } = await freshDatabase()
const world = await buildWorld(ownerDb)
const shelves = new Map<string, readonly Exhibit[]>()
const other = { meeting: newId(), item: newId() }
const of = (record: string, state: (typeof sights)[number], table = ''): Exhibit => {
  const found = (shelves.get(state) ?? []).find((one) => one.record === record && one.table.endsWith(table))
  if (found === undefined) throw new Error(`The world holds no ${record} in state ${state}.`)
  return found
}

before(async () => {
  for (const sight of ['draft', 'members', 'public'] as const) shelves.set(sight, await addRecords(ownerDb, world, sight))
  await ownerDb
    .insertInto('meetings.meeting')
    .values({ id: other.meeting, body: world.otherBody, kind: 'ordinary', held_on: matrixDay, access: 'public', state: 'planned' })
    .execute()
  await ownerDb
    .insertInto('meetings.agenda_item')
    .values({
      id: other.item,
      meeting: other.meeting,
      body: world.otherBody,
      position: 1,
      number: '1',
      public_title: 'Theirs',
      purpose: 'decision',
      report_status: 'none',
      category: 'public',
    })
    .execute()
})

const actorOf = (role: Role) => world.somebodies.find((one) => one.role === role)?.actor
const as = <T>(role: Role, work: (tx: Writer) => Promise<T>): Promise<T> =>
  writeAs(db, { actor: actorOf(role), today: matrixDay, now: matrixNow }, work)

/** Refused by a grant, a policy, a trigger or a key; or the row is not there for this person. */
const refused = async (role: Role, statement: RawBuilder<unknown>): Promise<void> => {
  let touched = 0n
  try {
    touched = await as(role, async (tx) => (await statement.execute(tx)).numAffectedRows ?? 0n)
  } catch (error) {
    const { code = '' } = error as { code?: string }
    assert.match(code, /^(42501|23503|23514)$/, `${role}: ${(error as Error).message}`)
    return
  }
  assert.equal(touched, 0n, `${role} wrote ${touched} rows`)
}

const authorsColumns = [
  sql`category = 'public', state = 'cleared'`,
  sql`body = ${world.otherBody}::uuid, meeting = ${other.meeting}::uuid`,
  sql`author = ${personWho(world, 'lead')}::uuid`,
  sql`sight = 'members'`,
]
for (const [number, columns] of authorsColumns.entries()) {
  test(`X1: an author cannot change what belongs to the clerk about a paper (${number + 1})`, async () => {
    await refused('author', sql`update meetings.paper set ${columns} where id = ${of('paper', 'draft').id}::uuid`)
  })
}

test('X1: an author writes the words of a draft, and no other column of its version', async () => {
  const { id } = of('paper', 'draft', 'paper_version')
  await as('author', (tx) =>
    sql`update meetings.paper_version set reason = 'Written', version = version + 1 where id = ${id}::uuid`.execute(tx),
  )
  await refused('author', sql`update meetings.paper_version set category = 'public' where id = ${id}::uuid`)
  await refused('author', sql`update meetings.paper_version set number = 7 where id = ${id}::uuid`)
})

test('X1: an author adds no version in another meeting, another part or another name', async () => {
  const paper = of('paper', 'members', '.paper')
  const version = (columns: { meeting?: string; body?: string; category?: string; by?: string }) => sql`
    insert into meetings.paper_version (id, meeting, body, paper, category, number, fields, tree, state, made_by, made_at) values
    (${newId()}, ${columns.meeting ?? paper.meeting}, ${columns.body ?? world.body}, ${paper.id}, ${columns.category ?? 'exempt'}, 2, '{}', '{}', 'draft',
     ${columns.by ?? actorOf('author') ?? ''}, now())`
  await refused('author', version({ meeting: other.meeting, body: world.otherBody }))
  await refused('author', version({ category: 'public' }))
  await refused('author', version({ by: newId() }))
  await as('author', (tx) => version({}).execute(tx))
})

test('X1: whoever leads an action says that it is done, and changes nothing else about it', async () => {
  const { id } = of('action', 'members')
  await refused('lead', sql`update meetings.action set category = 'public', sight = 'public' where id = ${id}::uuid`)
  await refused('lead', sql`update meetings.action set text = 'Something easier' where id = ${id}::uuid`)
  await refused('lead', sql`update meetings.action set due_to = null, due_words = 'never' where id = ${id}::uuid`)
  await refused('lead', sql`update meetings.action set state = 'withdrawn' where id = ${id}::uuid`)
  await as('lead', (tx) =>
    sql`update meetings.action set state = 'done', done_on = ${matrixDay.toString()}::date where id = ${id}::uuid`.execute(tx),
  )
})

test('X1: an action that the clerk withdrew is not opened again by its lead', async () => {
  const { id } = of('action', 'draft')
  await ownerDb.updateTable('meetings.action').set({ state: 'withdrawn' }).where('id', '=', id).execute()
  await refused('lead', sql`update meetings.action set state = 'open' where id = ${id}::uuid`)
})

for (const role of ['signed-in', 'member', 'observer', 'other-clerk', 'administrator'] as const) {
  test(`X1: ${role} adds no note to an action that everybody can read`, async () => {
    const { id } = of('action', 'public')
    await refused(
      role,
      sql`insert into meetings.action_note (id, action, text, at, actor) values (${newId()}, ${id}, 'Mine', now(), ${actorOf(role) ?? ''})`,
    )
  })
}

test('X1: a clerk sees no item of another board by hanging a paper of their own on it', async () => {
  const { item } = of('agenda-item', 'draft')
  await refused(
    'other-clerk',
    sql`insert into meetings.paper (id, item, meeting, body, category, title, author, state) values
      (${newId()}, ${item}, ${other.meeting}, ${world.otherBody}, 'exempt', 'Mine', ${personWho(world, 'other-clerk')}, 'draft')`,
  )
  await refused(
    'other-clerk',
    sql`insert into meetings.decision (id, meeting, body, item, type, text, method, category, decided_on, recorded_at) values
      (${newId()}, ${other.meeting}, ${world.otherBody}, ${item}, 'resolve', 'Mine', 'consensus', 'exempt', now(), now())`,
  )
})

test('X1: a clerk lets nobody into a meeting of another board as a deputy of their own', async () => {
  const seat = newId()
  await ownerDb
    .insertInto('governance.seat')
    .values({ id: seat, body: world.otherBody, key: 'theirs', name: 'Theirs', voting: 'voting', places: 1, starts_on: matrixDay })
    .execute()
  const deputy = (meeting: string) => sql`insert into governance.deputy_authorisation (id, seat, person, basis, meeting, starts_on) values
    (${newId()}, ${seat}, ${personWho(world, 'other-clerk')}, 'named', ${meeting}, ${matrixDay.toString()}::date)`
  await refused('other-clerk', deputy(of('meeting', 'members').meeting))
  await as('other-clerk', (tx) => deputy(other.meeting).execute(tx))
})

test('X1: a clerk takes on nobody’s person by giving them an account', async () => {
  const [mine, theirs] = [personWho(world, 'other-clerk'), personWho(world, 'member')]
  await refused('other-clerk', sql`update governance.person set account = null where id = ${mine}::uuid`)
  await refused('other-clerk', sql`update governance.person set account = ${newId()}::uuid where id = ${theirs}::uuid`)
  await refused('other-clerk', sql`insert into governance.person (id, name, account) values (${newId()}, 'New', ${newId()})`)
  await as('other-clerk', (tx) => sql`insert into governance.person (id, name) values (${newId()}, 'New')`.execute(tx))
  await as('other-clerk', (tx) => sql`update governance.person set name = 'Person member' where id = ${theirs}::uuid`.execute(tx))
})

test('G4: terms that were adopted are not rewritten, not by their clerk and not by an administrator', async () => {
  const id = newId()
  const terms = { id, body: world.body, number: 99, state: 'adopted', starts_on: matrixDay, document: '{}', recorded_by: newId() }
  await ownerDb
    .insertInto('governance.terms_version')
    .values({ ...terms, recorded_at: matrixNow })
    .execute()
  for (const role of ['clerk', 'administrator'] as const) {
    await refused(role, sql`update governance.terms_version set document = '{"quorum": 1}' where id = ${id}::uuid`)
    await refused(role, sql`delete from governance.terms_version where id = ${id}::uuid`)
  }
})

test('G3: nothing of governance is deleted by the serving role', async () => {
  const { rows } = await sql<{ table: string }>`select tablename as table from pg_tables where schemaname = 'governance'`.execute(ownerDb)
  for (const { table } of rows) await refused('administrator', sql`delete from ${sql.table(`governance.${table}`)}`)
})

test('M1: a nomination is a wish: no words of the clerk, no standing item, no meeting of another board', async () => {
  const wish = (more: { reason?: string; key?: string; meeting?: string | null; sight?: string }) => sql`
    insert into meetings.plan_item (id, body, title, purpose, state, sight, reason, standing_key, meeting, nominated_by, nominated_at) values
    (${newId()}, ${world.body}, 'Wish', 'decision', 'nominated', ${more.sight ?? 'draft'}, ${more.reason ?? ''}, ${more.key ?? ''},
     ${more.meeting ?? null}::uuid, ${actorOf('member') ?? ''}, now())`
  await refused('member', wish({ reason: 'Accepted by the chair' }))
  await refused('member', wish({ key: 'minutes' }))
  await refused('member', wish({ sight: 'public' }))
  await refused('member', wish({ meeting: other.meeting }))
  await as('member', (tx) => wish({}).execute(tx))
})

test('X2: evidence is written in one’s own name and never changed', async () => {
  const { meeting } = of('meeting', 'members')
  const breach = (actor: string) => sql`insert into meetings.breach (id, meeting, rule_key, reason, approver, at, actor) values
    (${newId()}, ${meeting}, ${newId()}, 'Late', 'The chair', now(), ${actor})`
  await refused('clerk', breach(actorOf('chair') ?? ''))
  await as('clerk', (tx) => breach(actorOf('clerk') ?? '').execute(tx))
  for (const table of [
    'breach',
    'state_change',
    'notice_certificate',
    'despatch',
    'late_consent',
    'paper_check',
    'plan_move',
    'action_note',
  ])
    await refused('clerk', sql`update ${sql.table(`meetings.${table}`)} set id = id`)
  await refused('clerk', sql`delete from meetings.published_paper`)
  await refused('clerk', sql`delete from meetings.item_content where item = ${of('agenda-item', 'members').item}::uuid`)
})

test('X2: a chair consents in their own name, and for papers of their board only', async () => {
  const consent = (actor: string) => sql`insert into meetings.late_consent (id, paper, consenter, person, reason, at, actor) values
    (${newId()}, ${of('paper', 'draft', '.paper').id}, 'chair', 'The chair', 'Urgent', now(), ${actor})`
  await refused('chair', consent(actorOf('clerk') ?? ''))
  await refused('other-clerk', consent(actorOf('other-clerk') ?? ''))
  await refused('member', consent(actorOf('member') ?? ''))
  await as('chair', (tx) => consent(actorOf('chair') ?? '').execute(tx))
})

test('X2: an act is put into the audit in one’s own name', async () => {
  const entry = (actor: string) => sql`insert into platform.audit_entry (id, actor, act, subject_type, subject, digest) values
    (${newId()}, ${actor}, 'paper.saved', 'paper', ${newId()}, sha256('few words'))`
  await refused('member', entry(actorOf('clerk') ?? ''))
  await as('member', (tx) => entry(actorOf('member') ?? '').execute(tx))
})

test('X4: a visitor lets no document go and holds none', async () => {
  const holder = { sha256: 'a'.repeat(64), holder_type: 'paper', holder_id: newId() }
  await as('clerk', (tx) => tx.insertInto('platform.document_reference').values(holder).execute())
  await refused('visitor', sql`delete from platform.document_reference`)
  await refused(
    'visitor',
    sql`insert into platform.document_reference (sha256, holder_type, holder_id) values (${'b'.repeat(64)}, 'paper', ${newId()})`,
  )
})

test('M6: what belongs to an exempt item cannot be written as public, by nobody', async () => {
  const { meeting, item } = of('agenda-item', 'members')
  const decision = sql`insert into meetings.decision (id, meeting, body, item, type, text, method, category, sight, decided_on, recorded_at) values
    (${newId()}, ${meeting}, ${world.body}, ${item}, 'resolve', 'Hidden', 'consensus', 'public', 'public', now(), now())`
  await refused('clerk', decision)
  await assert.rejects(decision.execute(ownerDb), /Part 2/)
  for (const table of ['item_content', 'paper', 'decision', 'action', 'minutes_section'])
    await refused(
      'clerk',
      sql`update ${sql.table(`meetings.${table}`)} set category = 'public', sight = 'public' where item = ${item}::uuid`,
    )
  const version = of('paper', 'members', 'paper_version').id
  await refused('clerk', sql`update meetings.paper_version set category = 'public', sight = 'public' where id = ${version}::uuid`)
})

test('M6: a decision that is written while its item turns exempt is exempt or refused', async () => {
  const shelf = await addRecords(ownerDb, world, 'public')
  const { meeting, item } = shelf.find(({ record }) => record === 'agenda-item') ?? { meeting: '', item: '' }
  const id = newId()
  const written = await ownerDb.transaction().execute(async (turning) => {
    await sql`update meetings.agenda_item set category = 'exempt', paragraphs = '{lga1972.3}' where id = ${item}::uuid`.execute(turning)
    const writing = refused(
      'clerk',
      sql`insert into meetings.decision (id, meeting, body, item, type, text, method, category, sight, decided_on, recorded_at) values
        (${id}, ${meeting}, ${world.body}, ${item}, 'resolve', 'Hidden', 'consensus', 'public', 'public', now(), now())`,
    )
    await setTimeout(200) // it waits for the item
    return { writing } // not the promise itself, which would be waited for here
  })
  await written.writing
  assert.deepEqual(await ownerDb.selectFrom('meetings.decision').select('id').where('id', '=', id).execute(), [])
})

test('M6: an item that turns exempt takes page ranges and public files with it', async () => {
  const shelf = await addRecords(ownerDb, world, 'public')
  const { meeting, item } = shelf.find(({ record }) => record === 'agenda-item') ?? { meeting: '', item: '' }
  await sql`update meetings.agenda_item set category = 'exempt', paragraphs = '{lga1972.3}' where id = ${item}::uuid`.execute(ownerDb)
  const left = await as('visitor', async (tx) => {
    const files = await tx.selectFrom('meetings.pack_file').select('publication').where('meeting', '=', meeting).execute()
    const papers = await tx.selectFrom('meetings.published_paper').select('publication').where('meeting', '=', meeting).execute()
    return files.length + papers.length
  })
  assert.equal(left, 0)
})

test('X1: functions that run as the owner give strangers nothing', async () => {
  const [mail] = await ownerDb
    .insertInto('platform.mail_delivery')
    .values({ id: newId(), recipient: 'secret@example.org', queued_by: SYSTEM_ACTOR })
    .returning('id')
    .execute()
  const seen = await as('signed-in', async (tx) => {
    const states = await sql`select * from platform.delivery_states(${[mail?.id ?? '']}::uuid[])`.execute(tx)
    const rows = await tx.selectFrom('platform.mail_delivery').selectAll().execute()
    return JSON.stringify([states.rows, rows])
  })
  assert.doesNotMatch(seen, /secret@/)
  const made = await as('signed-in', (tx) =>
    sql<{ made: boolean }>`select governance.make_first_administrator(${newId()}, 'Thief', ${newId()}, now()::date) as made`.execute(tx),
  )
  assert.equal(made.rows[0]?.made, false)
  await refused('signed-in', sql`insert into platform.setting (key, value) values ('partnership.name', '"Mine"')`)
  await refused('clerk', sql`insert into platform.kept_mail (id, subject, body_text) values (${mail?.id ?? ''}, 'x', 'x')`)
  await refused('visitor', sql`select * from casework.seal`)
  await refused('clerk', sql`select * from identity.session`)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { dayFields } from '#governance/testing/rooms.ts'
import { newId } from '#platform/database/ids.ts'
import { readAs, writeAs } from '#platform/database/session.ts'
import { episodeOf, last, ledFamilies } from './testing/led-families.ts'
import { openTown, type Townsperson, townsfolk } from './testing/town.ts'
import { familyWork } from './work.ts'

const town = await openTown()
const { must, refused, led } = ledFamilies(town)
const root = '/families/supervision'
const { ownerDb } = town
// 'colleague' supervises 'lead' for their agency, whose practice 'nurse' leads by a post of their own there.
await ownerDb
  .insertInto('casework.post')
  .values({
    ...{ id: newId(), person: town.person('nurse'), organisation: town.agency('lead'), role: 'agency-lead', area: null },
    starts_on: Temporal.PlainDate.from('2020-01-01'),
  })
  .execute()

const home = await led()
const episode = episodeOf(home)
const other = await led()
const standard = {
  ...{ organisation: town.agency('lead'), everyDays: '28', soonDays: '7', monthsInPost: '12', mustHold: ['families', 'workload'] },
  ...{ source: 'Decided by the agency’s practice board', ...dayFields('startsOn', '2026-03-10') },
}
const tie = { supervisor: town.post('colleague'), worker: town.post('lead') }
const tieOf = async () => (await ownerDb.selectFrom('casework.supervises').selectAll().executeTakeFirstOrThrow()).id
const session = (more: Readonly<Record<string, string | readonly string[]>> = {}) => ({
  ...{ families: [episode], workload: 'Two new families in one week' },
  ...dayFields('heldOn', '2026-03-10'),
  ...more,
})

test('E8: whoever leads an agency’s practice sets its standard, signed and from today on, and nobody of another agency does', async () => {
  for (const who of ['lead', 'colleague', 'co-ordinator', 'board-member'] as const)
    assert.equal((await town.send(`${root}/standards/new`, standard, who)).status, 403, who)
  await refused(`${root}/standards/new`, { ...standard, organisation: town.agency('asker') }, /no post in that agency/, 'nurse')
  await refused(`${root}/standards/new`, { ...standard, ...dayFields('startsOn', '2026-03-09') }, /what held before stays/, 'nurse')
  await must(`${root}/standards/new`, standard, 'nurse')
  await refused(`${root}/standards/new`, standard, /from that day already/, 'nurse')
  await assert.rejects(
    writeAs(town.db, town.as('nurse'), (tx) =>
      tx
        .insertInto('casework.supervision_standard')
        .values({
          ...{
            id: newId(),
            organisation: town.agency('asker'),
            every_days: 28,
            soon_days: 7,
            months_in_post: 0,
            must_hold: [],
            source: 'S',
          },
          ...{ starts_on: town.as('nurse').today, set_by: town.person('nurse'), set_on: town.as('nurse').today },
        })
        .execute(),
    ),
    /row-level security/,
  )
})

test('E8: a supervisor may be who the standard names, by the database too; an agency’s lead sees counts and whom somebody must see to', async () => {
  assert.match((await town.get(`${root}/agency`, 'nurse')).text, /Person lead[\s\S]*Nobody/, 'nobody supervises them')
  await ownerDb
    .updateTable('casework.post')
    .set({ starts_on: Temporal.PlainDate.from('2025-12-01') })
    .where('id', '=', town.post('colleague'))
    .execute()
  await refused('/families/posts/supervision', { ...tie, ...dayFields('startsOn', '2026-03-10') }, /longer time in post/, 'nurse')
  await ownerDb
    .updateTable('casework.post')
    .set({ starts_on: Temporal.PlainDate.from('2020-01-01') })
    .where('id', '=', town.post('colleague'))
    .execute()
  await must('/families/posts/supervision', { ...tie, ...dayFields('startsOn', '2026-03-10') }, 'nurse')
  const page = (await town.get(`${root}/agency`, 'nurse')).text
  assert.match(page, /each has a supervisor/)
  assert.doesNotMatch(page, /Amber|EH-/, 'no family stands there')
  for (const who of ['lead', 'colleague', 'co-ordinator'] as const) assert.equal((await town.get(`${root}/agency`, who)).status, 403, who)
})

test('E8: a session holds what the standard asks for, families that the worker leads, and is read by the two who met', async () => {
  const at = `${root}/ties/${await tieOf()}/new`
  assert.equal((await town.get(at, 'nurse')).status, 404)
  await refused(at, session({ workload: '' }), /standard asks for this/, 'colleague')
  await refused(at, session({ families: [newId()] }), /leads now/, 'colleague')
  await refused(at, session(dayFields('heldOn', '2026-03-11')), /still to come/, 'colleague')
  await refused(at, session({ action: 'Ask for help with typing' }), /./, 'colleague')
  const done = await must(
    at,
    session({ action: 'Ask for help with typing', owner: 'worker', ...dayFields('dueOn', '2026-03-20') }),
    'colleague',
  )
  for (const who of townsfolk) {
    const answer = await town.get(done, who)
    assert.equal(answer.status === 200, ['lead', 'colleague'].includes(who), who)
    const rows = await writeAs(town.db, town.as(who), (tx) => tx.selectFrom('casework.supervision_note').select('id').execute())
    assert.equal(rows.length > 0, ['lead', 'colleague'].includes(who), `${who} in SQL`)
  }
  await refused(at, session(), /recorded already/, 'colleague')
  await must(`${done}/remark`, { words: 'It was three, not two' }, 'lead')
  assert.match((await town.get(done, 'colleague')).text, /It was three, not two/)
  assert.match((await town.get(root, 'lead')).text, /In time/)
  const action = await ownerDb.selectFrom('casework.supervision_action').select('id').executeTakeFirstOrThrow()
  assert.equal((await town.send(`${root}/actions/${action.id}/done`, {}, 'colleague')).status, 422)
  const work = await familyWork(town.db)(town.as('lead'))
  assert.ok(work?.items.some(({ text }) => /you would do is due on 20 March 2026/.test(text)))
  await must(`${root}/actions/${action.id}/done`, {}, 'lead')
})

test('E8, E6: what was decided stands in the family’s record with its author, and nowhere else; nothing of the practitioner is in it', async () => {
  const { id } = await ownerDb.selectFrom('casework.supervision_session').select('id').executeTakeFirstOrThrow()
  const at = `${root}/sessions/${id}/families/${episode}`
  const decided = {
    words: 'Ask the school again before Easter',
    action: 'Write to the head',
    owner: 'worker',
    ...dayFields('dueOn', '2026-03-25'),
  }
  assert.equal((await town.send(at, decided, 'lead')).status, 403, 'the lead decides in the plan, not in the name of a supervisor')
  assert.equal((await town.send(`${root}/sessions/${id}/families/${episodeOf(other)}`, decided, 'colleague')).status, 404)
  await must(at, decided, 'colleague')
  assert.doesNotMatch((await town.get(`${root}/sessions/${id}`, 'lead')).text, /school again/)
  for (const who of townsfolk) {
    const answer = await town.get(`/families/${episode}/supervision`, who)
    assert.equal(/school again/.test(answer.text), ['lead', 'colleague'].includes(who), who)
    assert.doesNotMatch(answer.text, /Two new families/, who)
  }
  // In one look, but without the lead: no look of the supervisor, no writing; and none that bypasses the session.
  await assert.rejects(
    writeAs(town.db, town.as('colleague'), (tx) =>
      tx
        .insertInto('casework.supervision_decision')
        .values({
          ...{ id: newId(), episode, session: id, words: 'Without a look', entered_by: town.person('colleague') },
          entered_at: town.as('colleague').now,
        })
        .execute(),
    ),
    /row-level security/,
  )
  assert.match((await town.get(`${home}/looks`, 'lead')).text, /Person colleague/)
  const { id: decision } = await ownerDb.selectFrom('casework.supervision_decision').select('id').executeTakeFirstOrThrow()
  assert.equal((await town.send(`/families/${episode}/supervision/${decision}/done`, {}, 'colleague')).status, 422)
  await must(`/families/${episode}/supervision/${decision}/done`, {}, 'lead')
  assert.match((await town.get(`/families/${episode}/supervision`, 'lead')).text, /Done 10 March 2026/)
})

test('E8: what was recorded wrongly is corrected by whoever recorded it; the earlier version stays for the two who met, and a decision in its record', async () => {
  const { id } = await ownerDb.selectFrom('casework.supervision_session').select('id').executeTakeFirstOrThrow()
  const earlier = `${root}/sessions/${id}`
  const correction = session({ workload: 'One new family in one week', because: 'The other was another worker’s', version: '1' })
  assert.equal((await town.send(`${earlier}/correct`, correction, 'lead')).status, 404, 'whom it is about adds to it')
  await refused(`${earlier}/correct`, { ...correction, families: [episodeOf(other), newId()] }, /leads now/, 'colleague')
  const holds = await must(`${earlier}/correct`, correction, 'colleague')
  await refused(`${earlier}/correct`, correction, /corrected meanwhile/, 'colleague')
  await refused(`${earlier}/remark`, { words: 'Too late' }, /corrected meanwhile/, 'lead')
  for (const who of townsfolk)
    for (const at of [earlier, holds])
      assert.equal((await town.get(at, who)).status === 200, ['lead', 'colleague'].includes(who), `${who} ${at}`)
  const now = (await town.get(holds, 'lead')).text
  assert.match(now, /another worker’s[\s\S]*One new family[\s\S]*It was three, not two[\s\S]*typing[\s\S]*Done 10 March 2026/)
  assert.doesNotMatch(now, /Two new families|Correct this record/)
  assert.match((await town.get(earlier, 'lead')).text, /Corrected[\s\S]*Two new families/)
  assert.equal((await town.get(root, 'lead')).text.split('/sessions/').length, 2, 'one session, as it holds')
  // Past every page: nothing is added to the earlier version, none is placed beside the one that holds, and none is of another supervision.
  const added = sql`insert into casework.supervision_note (id, session, kind, words, entered_by, entered_at)
    values (gen_random_uuid(), ${id}, 'workload', 'x', ${town.person('colleague')}, platform.now())`
  const beside = sql`insert into casework.supervision_session (id, tie, supervisor, worker, organisation, held_on, entered_by, entered_at, first, number, because)
    select gen_random_uuid(), tie, supervisor, worker, organisation, held_on, entered_by, entered_at, id, 2, 'b' from casework.supervision_session where id = ${id}`
  await assert.rejects(
    writeAs(town.db, town.as('colleague'), (tx) => added.execute(tx)),
    /row-level security/,
  )
  await assert.rejects(
    writeAs(town.db, town.as('colleague'), (tx) => beside.execute(tx)),
    /corrected meanwhile/,
  )
  const { id: decision } = await ownerDb.selectFrom('casework.supervision_decision').select('id').executeTakeFirstOrThrow()
  const at = `/families/${episode}/supervision/${decision}/correct`
  const right = { words: 'Ask the nursery again before Easter', because: 'It was the nursery', version: '1' }
  for (const who of ['lead', 'nurse', 'co-ordinator', 'governance'] as const)
    assert.ok([403, 404].includes((await town.send(at, right, who)).status), who)
  const work = async (who: Townsperson) => (await familyWork(town.db)(town.as(who)))?.items.map(({ text }) => text).join('; ') ?? ''
  assert.doesNotMatch(await work('lead'), /was decided in supervision of a family/)
  await must(at, right, 'colleague')
  assert.match(await work('lead'), /What was decided in supervision of a family that you lead was corrected/)
  assert.doesNotMatch((await work('lead')) + (await work('colleague')), /Amber|nursery/)
  town.tick()
  const meanwhile = await town.send(at, { ...right, words: 'From another tab' }, 'colleague')
  assert.equal(meanwhile.status, 409, 'what was read is what is corrected')
  const record = (await town.get(`/families/${episode}/supervision`, 'lead')).text
  assert.match(
    record,
    /nursery again[\s\S]*Write to the head[\s\S]*Done 10 March 2026[\s\S]*It was the nursery[\s\S]*<del[^>]*>[^<]*school again/,
  )
  assert.equal(record.split('<del').length, 2, 'that it was done is no correction')
  await assert.rejects(
    writeAs(town.db, town.as('lead'), (tx) => sql`update casework.supervision_decision set words = 'x' where id = ${decision}`.execute(tx)),
    /permission denied/,
  )
})

test('E8: whoever was supervised says whether the record is right, of the version that holds and once; each words their own remark anew', async () => {
  const { id } = await ownerDb
    .selectFrom('casework.supervision_session')
    .select('id')
    .where('corrected_at', 'is', null)
    .executeTakeFirstOrThrow()
  const at = `${root}/sessions/${id}`
  const items = async () => (await familyWork(town.db)(town.as('lead')))?.items.map(({ text }) => text).join('; ') ?? ''
  assert.match(await items(), /The record of your supervision on 10 March 2026 was corrected: say whether it is right now/)
  assert.doesNotMatch(await items(), /of a family that you lead was corrected/, 'they have opened it since')
  for (const who of townsfolk.filter((one) => one !== 'lead')) assert.equal((await town.get(`${at}/answer`, who)).status, 404, who)
  assert.match((await town.get(at, 'colleague')).text, /Not said yet/)
  await refused(`${at}/answer`, { agrees: 'no' }, /What do you see otherwise/, 'lead')
  await must(`${at}/answer`, { agrees: 'no', words: 'We spoke of leave, too' }, 'lead')
  assert.match((await town.get(at, 'colleague')).text, /Sees something otherwise[\s\S]*We spoke of leave, too/)
  await refused(`${at}/answer`, { agrees: 'yes' }, /answered this already/, 'lead')
  assert.doesNotMatch(await items(), /The record of your supervision/)
  const answerFor = writeAs(town.db, town.as('colleague'), (tx) =>
    sql`insert into casework.supervision_answer (session, supervisor, worker, agrees, entered_by, entered_at)
      select id, supervisor, worker, true, worker, platform.now() from casework.supervision_session where number = 1`.execute(tx),
  )
  await assert.rejects(answerFor, /row-level security/, 'nobody says it for them')
  // One's own remark is worded anew, by oneself alone; what it said stays beside it.
  await must(`${at}/remark`, { words: 'The typing takes two ours' }, 'lead')
  const mine = await ownerDb
    .selectFrom('casework.supervision_note')
    .select('id')
    .where('words', 'like', '%two ours')
    .executeTakeFirstOrThrow()
  assert.equal((await town.get(`${at}/remarks/${mine.id}`, 'colleague')).status, 404)
  await must(`${at}/remarks/${mine.id}`, { words: 'The typing takes two hours' }, 'lead')
  assert.equal((await town.send(`${at}/remarks/${mine.id}`, { words: 'Again' }, 'lead')).status, 409)
  assert.match((await town.get(at, 'colleague')).text, /two hours[\s\S]*<del[^>]*>The typing takes two ours/)
  const stolen = writeAs(town.db, town.as('colleague'), (tx) =>
    sql`insert into casework.supervision_note (id, session, kind, words, replaces, entered_by, entered_at)
      select gen_random_uuid(), ${id}, 'remark', 'x', n.id, ${town.person('colleague')}, platform.now() from casework.supervision_note n where n.words like '%two hours'`.execute(
      tx,
    ),
  )
  await assert.rejects(stolen, /words anew what one added oneself/)
})

test('E8: what is due and overdue follows the standard, days away stop the clock, and My work names nobody', async () => {
  town.tick({ hours: 24 * 29 })
  assert.match((await town.get(root, 'lead')).text, /Overdue/)
  const items = async (who: Townsperson) => (await familyWork(town.db)(town.as(who)))?.items ?? []
  assert.ok((await items('lead')).some(({ text }) => text === 'Your supervision was due by 7 April 2026'))
  assert.ok((await items('colleague')).some(({ text, count }) => /whom you supervise/.test(text) && count === 1))
  assert.ok((await items('nurse')).some(({ text, count }) => /of your agency/.test(text) && count === 1))
  for (const who of ['lead', 'colleague', 'nurse'] as const) assert.doesNotMatch(JSON.stringify(await items(who)), /Amber|Person|school/)
  const away = { who: town.post('lead'), ...dayFields('startsOn', '2026-03-20'), ...dayFields('endsOn', '2026-04-03') }
  await refused(`${root}/absences/new`, away, /Only they/, 'co-ordinator')
  await refused(`${root}/absences/new`, { ...away, ...dayFields('endsOn', '2026-03-20') }, /before it began/, 'lead')
  await must(`${root}/absences/new`, away, 'colleague')
  await refused(`${root}/absences/new`, away, /away in that time already/, 'nurse')
  assert.match((await town.get(root, 'lead')).text, /21 April 2026/)
  await must(`${root}/absences/new`, { who: town.post('lead'), ...dayFields('startsOn', '2026-04-08') }, 'lead')
  assert.match((await town.get(root, 'colleague')).text, /Away: the clock stands/)
  const open = await ownerDb.selectFrom('casework.absence').select(['id', 'version']).where('ends_on', 'is', null).executeTakeFirstOrThrow()
  const back = { version: String(open.version), ...dayFields('endsOn', '2026-04-10') }
  assert.equal((await town.send(`${root}/absences/${open.id}/back`, back, 'asker')).status, 404)
  await must(`${root}/absences/${open.id}/back`, back, 'lead')
  // Whoever had the form open meanwhile is told that it was changed, and not that the day is wrong.
  assert.equal((await town.send(`${root}/absences/${open.id}/back`, back, 'lead')).status, 409)
  const seen = await readAs(town.db, town.as('asker'), (reader) => reader.selectFrom('casework.absence').select('id').execute())
  assert.deepEqual(seen, [], 'nobody else is told who is away')
})

test('E8, E12: what is held of a family has the decision and not the session; an ended supervision opens nothing', async () => {
  const { id, version } = await ownerDb.selectFrom('casework.supervises').select(['id', 'version']).executeTakeFirstOrThrow()
  const end = { version: String(version), ...dayFields('endsOn', town.as('nurse').today.toString()) }
  assert.equal((await town.send(`${root}/ties/${id}/end`, end, 'colleague')).status, 403)
  await must(`${root}/ties/${id}/end`, end, 'nurse')
  assert.equal((await town.get(home, 'colleague')).status, 404)
  const at = `${root}/sessions/${last((await ownerDb.selectFrom('casework.supervision_session').select('id').executeTakeFirstOrThrow()).id)}`
  const record = (await town.get(at, 'colleague')).text
  assert.match(record, /One family that is not open to you any more/)
  assert.doesNotMatch(record, /Amber/)
  const { rows } = await sql<{ relname: string }>`
    select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'episode'
    where c.relnamespace = 'casework'::regnamespace and c.relname like 'supervision%' and c.relkind = 'r' order by 1`.execute(ownerDb)
  assert.deepEqual(
    rows.map(({ relname }) => relname),
    ['supervision_decision', 'supervision_family'],
  )
})

import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { test } from 'node:test'
import { sql } from 'kysely'
import { dayFields } from '#governance/testing/rooms.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import type { ContentClass } from './rules/access.ts'
import { assessing, type Fields } from './testing/assessing.ts'
import { openTown, type Townsperson } from './testing/town.ts'

const town = await openTown()
const { ownerDb } = town
const { must, today, begun, child, filled } = assessing(town)
const idOf = (at: string, n = 2): string => at.split('/')[n] ?? ''
const main = (text: string): string => text.replaceAll(/<!--.*?-->/g, '')

test('E1: an assessment begins under an agreement alone, in the database too', async () => {
  const fields = {
    label: 'Alder',
    area: town.area,
    agency: town.agency('asker'),
    ...dayFields('requestedOn', '2026-03-02'),
    why: 'w',
    told: 'yes',
    child1: 'Kit',
  }
  const at = await must('/families/new', fields, 'asker')
  assert.equal(
    (await town.send(`${at}/assessment/new`, { children: await child(at), ...dayFields('startedOn', today()) }, 'asker')).status,
    422,
  )
  const { family } = await ownerDb.selectFrom('casework.episode').select('family').where('id', '=', idOf(at)).executeTakeFirstOrThrow()
  const { id: form_version } = await ownerDb
    .selectFrom('casework.form_version')
    .select('id')
    .where('number', '=', 1)
    .executeTakeFirstOrThrow()
  const begin = (tx: Writer) =>
    tx
      .insertInto('casework.assessment')
      .values({
        ...{ id: newId(), episode: idOf(at), family, entered_by: town.person('asker'), entered_at: town.as('asker').now, form_version },
        ...{ number: 'EA-AAAA-AAAA', started_on: town.as('asker').today },
      })
      .execute()
  await assert.rejects(writeAs(town.db, town.as('asker'), begin), /no agreement covers an assessment/)
})

test('E1, X5: it is filled part by part, keeps any words, and shows of two who save the same part both texts', async () => {
  const { at, one } = await begun()
  assert.match((await town.get(one, 'lead')).text, /Wren Amber[\s\S]*What led to this/)
  const hostile = `<script>alert(1)</script>\u202e \u05d4\u05e1\u05d1\u05ea\u05d0 e\u0301\u0301 🦆\n\n${'x'.repeat(49_900)}`
  await must(`${one}/parts/reason`, { version: '0', 'q-what-led': hostile }, 'lead')
  const read = (await town.get(`${one}/read`, 'lead')).text
  assert.match(read, /&lt;script&gt;alert\(1\)/)
  assert.ok(read.includes('\u05d4\u05e1\u05d1\u05ea\u05d0 e\u0301\u0301 🦆'))
  const tooLong = await town.send(`${one}/parts/reason`, { version: '1', 'q-what-led': 'x'.repeat(50_001) }, 'lead')
  assert.equal(tooLong.status, 422)
  assert.match(tooLong.text, /1 too long/)
  // An author saves second, and from what the first had seen before.
  await must(`${at}/team`, { post: town.post('nurse'), classes: ['family', 'assessment'] }, 'lead')
  assert.equal((await town.get(`${one}/parts/reason`, 'nurse')).status, 403, 'who reads does not write')
  await must(`${one}/authors`, { person: town.person('nurse') }, 'lead')
  const second = await town.send(`${one}/parts/reason`, { version: '0', 'q-what-led': 'The nurse’s words' }, 'nurse')
  assert.equal(second.status, 409)
  assert.match(second.text, /Somebody else saved a change[\s\S]*xxx[\s\S]*The nurse’s words/)
  assert.match((await town.get(`${one}/parts/reason`, 'nurse')).text, /The nurse’s words/, 'kept as a draft')
  assert.doesNotMatch((await town.get(`${one}/parts/reason`, 'lead')).text, /The nurse’s words/, 'which nobody else sees')
  await must(`${one}/parts/reason`, { version: '1', 'q-what-led': 'Both in one' }, 'nurse')
  const former = await ownerDb
    .selectFrom('casework.former_version')
    .where('episode', '=', idOf(at))
    .where('source', '=', 'answer')
    .select('content')
    .execute()
  assert.ok(
    former.some(({ content }) => JSON.stringify(content).includes('script')),
    'what was there before is kept',
  )
  const two = await Promise.all(
    ['One', 'Two'].map((words) => town.send(`${one}/parts/reason`, { version: '2', 'q-what-led': words }, 'lead')),
  )
  assert.deepEqual(two.map(({ status }) => status).sort(), [303, 409])
})

test('E1: rows of professionals are saved, changed and taken out; answers that are counted stand in columns of their kind', async () => {
  const { one } = await begun()
  const row = (n: number, name: string, said: string): Fields => ({ [`q-worker-name--${n}`]: name, [`q-worker-contributed--${n}`]: said })
  await must(`${one}/parts/professionals`, { version: '0', ...row(1, 'Jo Reed', 'yes'), ...row(2, 'Sam Birch', 'not-asked') }, 'lead')
  assert.match(main((await town.get(`${one}/read`, 'lead')).text), /Jo Reed[\s\S]*Sam Birch[\s\S]*Not asked/)
  await must(`${one}/parts/professionals`, { version: '1', ...row(1, 'Jo Reed', 'no') }, 'lead')
  assert.doesNotMatch((await town.get(`${one}/read`, 'lead')).text, /Sam Birch/)
  await must(`${one}/parts/views`, { version: '0', 'q-child-view-how': 'declined' }, 'lead')
  const { rows } = await sql<{
    codes: string[]
  }>`select codes from casework.answer where assessment = ${idOf(one, 4)} and codes <> '{}' order by codes`.execute(ownerDb)
  assert.deepEqual(
    rows.map(({ codes }) => codes[0]),
    ['declined', 'no'],
  )
  assert.equal((await town.send(`${one}/parts/views`, { version: '1', 'q-child-view-how': 'perhaps' }, 'lead')).status, 422)
})

test('E1, E3: withdrawn while typing: the draft was on the server, nothing more is taken, and what was typed comes back with clear words', async () => {
  const { at, one } = await begun()
  const kept = await town.send(`${one}/parts/reason/draft`, { version: '0', 'q-what-led': 'Half a sentence' }, 'lead')
  assert.equal(kept.status, 200)
  assert.match((await town.get(`${one}/parts/reason`, 'lead')).text, /Half a sentence[\s\S]*|have not saved it/)
  assert.match((await town.get(one, 'lead')).text, /Typed, not saved/)
  const page = (await town.get(at, 'lead')).text
  await must(/href="([^"]*\/withdraw)"/.exec(page)?.[1] ?? '', { withdrawnBy: 'Mother' }, 'lead')
  const lost = await town.send(`${one}/parts/reason`, { version: '0', 'q-what-led': 'A whole sentence' }, 'lead')
  assert.equal(lost.status, 403)
  assert.match(lost.text, /not open to you any more[\s\S]*A whole sentence/)
  assert.doesNotMatch(lost.text, /Wren|Amber/)
  assert.equal((await town.send(`${one}/parts/reason/draft`, { version: '0', 'q-what-led': 'more' }, 'lead')).status, 410)
  assert.ok([403, 404].includes((await town.get(`${one}/parts/reason`, 'lead')).status))
  assert.equal((await town.get(one, 'nurse')).status, 404)
})

test('E1, E11: complete it stays as it was made, whatever the form and the record become; it is corrected by another version', async () => {
  const { at, one } = await begun()
  assert.equal((await town.send(`${one}/complete`, {}, 'lead')).status, 422)
  await filled(at, one)
  await must(`${one}/signatures`, { name: 'Mother', capacity: 'family', evidence: 'signed', ...dayFields('signedOn', today()) }, 'lead')
  await must(`${one}/sent`, dayFields('day', today()), 'lead')
  await must(`${one}/complete`, {}, 'lead')
  assert.equal((await town.send(`${one}/parts/reason`, { version: '1', 'q-what-led': 'Other' }, 'lead')).status, 422)
  const change = (tx: Writer) => sql`update casework.answer set words = 'Other' where assessment = ${idOf(one, 4)}`.execute(tx)
  await assert.rejects(writeAs(ownerDb, town.as('lead'), change), /stays as it was made/)
  const before = main((await town.get(`${one}/read`, 'lead')).text)
  // A later version words the same question anew; a person is entered in the family.
  const draft = await must('/families/forms', {}, 'co-ordinator')
  const { id: field } = await ownerDb
    .selectFrom('casework.form_field')
    .select('id')
    .where('code', '=', 'what-led')
    .executeTakeFirstOrThrow()
  await must(`${draft}/questions/${field}`, { label: 'Why are we here?', hint: '', isNeeded: 'yes' }, 'co-ordinator')
  await must(`${draft}/parts/reason/new`, { label: 'Since when?', kind: 'partial-day' }, 'co-ordinator')
  const { id: view } = await ownerDb
    .selectFrom('casework.form_field')
    .select('id')
    .where('code', '=', 'parent-view')
    .executeTakeFirstOrThrow()
  await must(`${draft}/questions/${view}/retire`, {}, 'administrator')
  await must(`${draft}/publish`, dayFields('startsOn', today()), 'co-ordinator')
  await must(`${at}/people/new`, { name: 'Newly Entered', part: 'other' }, 'lead')
  assert.equal(main((await town.get(`${one}/read`, 'lead')).text), before, 'an old assessment renders as it was made')
  assert.match(before, /What has happened/)
  const next = await must(`${one}/correct`, { because: 'A name was wrong' }, 'lead')
  assert.match((await town.get(`${next}/read`, 'lead')).text, /What has happened[\s\S]*School was missed/)
  await must(`${next}/parts/reason`, { version: '1', 'q-what-led': 'School was missed for a month' }, 'lead')
  assert.match((await town.get(`${one}/read`, 'lead')).text, /School was missed</)
  // Who begins now begins by the new version.
  const other = await begun()
  const asked = (await town.get(`${other.one}/parts/reason`, 'lead')).text
  assert.match(asked, /Why are we here\?[\s\S]*Since when\?/)
  await must(
    `${other.one}/parts/reason`,
    {
      version: '0',
      'q-what-led': 'x',
      ...Object.fromEntries([...asked.matchAll(/name="(q-added-\w+-year)"/g)].map(([, name]) => [name, '2024'])),
    },
    'lead',
  )
  assert.match((await town.get(`${other.one}/read`, 'lead')).text, /Since when\?[\s\S]*2024/)
})

test('E11: the same definition on paper, empty and filled, in normal and large print', async () => {
  const { one } = await begun()
  await must(`${one}/parts/professionals`, { version: '0', 'q-worker-name--1': 'Jo Reed', 'q-worker-supports--1': 'Wren' }, 'lead')
  const { id } = await ownerDb.selectFrom('casework.form_version').select('id').where('number', '=', 1).executeTakeFirstOrThrow()
  for (const path of [`${one}/paper.pdf`, `${one}/large.pdf`, `/families/forms/${id}/paper.pdf`, `/families/forms/${id}/large.pdf`]) {
    const paper = await town.get(path, 'lead')
    assert.equal(paper.status, 200, path)
    assert.match(new TextDecoder('latin1').decode(paper.bytes.subarray(0, 8)), /^%PDF-/)
    if (process.env.OUT)
      writeFileSync(`${process.env.OUT}/${path.includes('forms') ? 'empty' : 'filled'}-${path.split('/').at(-1)}`, paper.bytes)
  }
})

test('E11: a published version never changes, past every page; only an administrator and co-ordinators word a draft', async () => {
  for (const who of ['lead', 'board-member', 'governance'] as const)
    assert.equal((await town.send('/families/forms', {}, who)).status, 403, who)
  assert.equal((await town.get('/families/forms', 'board-member')).status, 403)
  for (const statement of [
    sql`update casework.form_line set label = 'x'`,
    sql`delete from casework.form_part`,
    sql`update casework.form_version set starts_on = '2011-01-01' where number = 1`,
  ])
    await assert.rejects(
      writeAs(ownerDb, town.as('administrator'), (tx) => statement.execute(tx)),
      /a published version of a form never changes/,
    )
  const kind = (tx: Writer) => sql`update casework.form_field set kind = 'long' where code = 'also'`.execute(tx)
  await assert.rejects(writeAs(town.db, town.as('administrator'), kind), /permission denied/)
})

test('E6: a one-off contributor sees one empty form, once, and nothing else; afterwards nothing', async () => {
  const { at, one } = await begun()
  await must(`${one}/parts/professionals`, { version: '0', 'q-worker-name--1': 'Jo Reed' }, 'lead')
  assert.equal(
    (
      await town.send(
        `${one}/contributors`,
        { post: town.post('colleague'), part: 'professionals', told: 'A child in your class' },
        'nurse',
      )
    ).status,
    404,
  )
  assert.equal(
    (await town.send(`${one}/contributors`, { post: town.post('governance'), part: 'professionals', told: 'x' }, 'lead')).status,
    422,
    'no agreement covers them',
  )
  await must(`${one}/contributors`, { post: town.post('nurse'), part: 'professionals', told: 'Wren, whom you visit' }, 'lead')
  const { id } = await ownerDb.selectFrom('casework.contribution').select('id').where('episode', '=', idOf(at)).executeTakeFirstOrThrow()
  const path = `/families/contributions/${id}`
  const page = (await town.get(path, 'nurse')).text
  assert.match(page, /Wren, whom you visit[\s\S]*Whom do they support/)
  assert.doesNotMatch(page, /Jo Reed|Amber|tired/)
  for (const who of ['colleague', 'asker', 'governance', 'co-ordinator', 'administrator', 'lead'] as const)
    assert.equal((await town.get(path, who)).status, 404, who)
  assert.equal((await town.get(at, 'nurse')).status, 404, 'the family itself stays closed to them')
  const empty = await town.send(path, { 'q-worker-name--1': '' }, 'nurse')
  assert.equal(empty.status, 422)
  await must(path, { 'q-worker-name--1': 'The health visitor', 'q-worker-contributed--1': 'yes' }, 'nurse')
  assert.equal((await town.get(path, 'nurse')).status, 404)
  const again = await town.send(path, { 'q-worker-name--1': 'Once more, please' }, 'nurse')
  assert.equal(again.status, 403)
  assert.match(again.text, /Once more, please/)
  assert.match((await town.get(`${one}/read`, 'lead')).text, /From Person nurse[\s\S]*The health visitor/)
  assert.match((await town.get(`${at}/looks`, 'lead')).text, /Person nurse/)
  // Asked again, and then the family withdraws.
  await must(`${one}/contributors`, { post: town.post('nurse'), part: 'reason', told: 'Wren' }, 'lead')
  const withdraw = /href="([^"]*\/withdraw)"/.exec((await town.get(at, 'lead')).text)?.[1] ?? ''
  await must(withdraw, { withdrawnBy: 'Mother' }, 'lead')
  const last = await ownerDb
    .selectFrom('casework.contribution')
    .select('id')
    .where('episode', '=', idOf(at))
    .orderBy('entered_at', 'desc')
    .executeTakeFirstOrThrow()
  assert.equal((await town.get(`/families/contributions/${last.id}`, 'nurse')).status, 404)
})

test('X1, E6: who may read which part, over HTTP and in the database, class by class', async () => {
  const { at, one } = await begun()
  await filled(at, one)
  await must(`${one}/parts/background`, { version: '0', 'q-also': 'Cornish' }, 'lead')
  for (const who of ['colleague', 'nurse', 'co-ordinator', 'other-co-ordinator', 'governance', 'administrator', 'board-member'] as const)
    for (const path of [`${at}/assessment`, one, `${one}/read`, `${one}/parts/reason`, `${one}/views`, `${one}/paper.pdf`])
      assert.ok([403, 404].includes((await town.get(path, who)).status), `${who} ${path}`)
  const said: Readonly<Record<ContentClass, RegExp | undefined>> = {
    family: /Cornish/,
    assessment: /School was missed/,
    voice: /I like my room/,
    plan: undefined,
  }
  const rows = (who: Townsperson) =>
    writeAs(town.db, town.as(who), async (tx) => {
      await tx
        .insertInto('casework.look')
        .values({ id: newId(), episode: idOf(at), person: town.person(who), organisation: null, what: 'page', at: town.as(who).now })
        .execute()
      const found = await tx.selectFrom('casework.answer').where('assessment', '=', idOf(one, 4)).select('class').distinct().execute()
      return found.map((row) => row.class).sort()
    })
  for (const classes of [['assessment'], ['assessment', 'voice'], ['assessment', 'family', 'voice']] as const) {
    await must(`${at}/team`, { post: town.post('nurse'), classes }, 'lead')
    const text = (await town.get(`${one}/read`, 'nurse')).text
    for (const [one, pattern] of Object.entries(said))
      if (pattern) assert.equal(pattern.test(text), classes.includes(one as never), `${one} with ${classes}`)
    assert.deepEqual(await rows('nurse'), [...classes].sort())
    assert.equal((await town.send(`${one}/parts/reason`, { version: '1', 'q-what-led': 'By a reader' }, 'nurse')).status, 403)
  }
  const write = (tx: Writer) => sql`update casework.answer set words = 'x' where assessment = ${idOf(one, 4)}`.execute(tx)
  assert.equal((await writeAs(town.db, town.as('nurse'), write)).numAffectedRows, 0n)
  assert.equal((await writeAs(town.db, town.as('lead'), write)).numAffectedRows, 0n, 'nobody writes without a look')
})

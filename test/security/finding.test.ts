import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import fc from 'fast-check'
import { type RawBuilder, sql } from 'kysely'
import { PDFDocument } from 'pdf-lib'
import { listBodies } from '#governance/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import { readAs, writeAs } from '#platform/database/session.ts'
import { readDocuments } from '#public-site/commands/read-documents.ts'
import { findWords } from '#public-site/queries/search.ts'
import { type Asked, foundKinds } from '#public-site/rules/asked-words.ts'
import { openHouse } from '../support/house.ts'
import { addPurpose, purposeChanges } from './purpose-records.ts'
import { readable, searchesOf } from './readable.ts'
import { addRecords, sights } from './records.ts'
import { buildWorld, MARKER, matrixDay, matrixNow, type Somebody } from './world.ts'

// O4: what anybody finds is what row-level security lets them read, record by record, whoever they are and whatever becomes of a record.
const { app, needs, ownerDb } = await openHouse(matrixNow)
const world = await buildWorld(ownerDb)
const other = 'Quillmere'
const paperDocument = 'a'.repeat(64)

before(async () => {
  for (const sight of sights) await addRecords(ownerDb, world, sight)
  await sql`insert into meetings.paper_file (id, paper_version, meeting, position, role, kind, title, file_name, media_type, bytes, document, pages, made_by, made_at)
    select gen_random_uuid(), v.id, v.meeting, 1, 'appendix', 'pdf', 'Appendix', 'a b.pdf', 'application/pdf', 10, ${paperDocument}, 3, ${newId()}, now()
    from meetings.paper_version v`.execute(ownerDb)
  await sql`insert into publicsite.document_words (document, part, first_page, last_page, words, read_at)
    values (${paperDocument}, 1, 1, 2, ${`${other} about ${MARKER}`}, now()), (${paperDocument}, 2, 3, 3, 'The rest', now())`.execute(
    ownerDb,
  )
  await sql`insert into governance.body_request (id, from_body, to_body, kind, subject, words, asked_on, due_on, sight, recorded_for)
    select gen_random_uuid(), ${world.otherBody}, ${world.body}, 'request', ${other} || s, 'Words', '2026-03-01', '2026-04-01', s, ${world.otherBody}
    from unnest(array['members', 'public']) s`.execute(ownerDb)
  await sql`insert into meetings.plan_item (id, body, sight, title, purpose, state, nominated_at)
    select gen_random_uuid(), ${world.body}, s, ${other}, 'decision', 'accepted', now() from unnest(array['draft', 'members', 'public']) s`.execute(
    ownerDb,
  )
})

before(() => addPurpose(ownerDb, world))

const acting = ({ actor }: Somebody) => ({ actor, today: matrixDay, now: matrixNow })

async function compare(somebody: Somebody, when: string): Promise<void> {
  await writeAs(needs.db, acting(somebody), async (tx) => {
    for (const kind of foundKinds) {
      const { rows } = await readable[kind].execute(tx)
      const found = await sql<{ id: string }>`select distinct record as id from publicsite.findable where kind = ${kind}`.execute(tx)
      const [may, finds] = [rows, found.rows].map((list) => list.map(({ id }) => id).sort())
      assert.deepEqual(finds, may, `${somebody.role} and ${kind}, ${when}`)
    }
  })
}

const asked = (words: string, more: Partial<Asked> = {}): Asked => ({
  ...{ words, kind: undefined, board: undefined, from: undefined, to: undefined, order: 'relevance', page: 1 },
  ...more,
})
const find = (somebody: Somebody, words: string, more: Partial<Asked> = {}) =>
  readAs(needs.db, acting(somebody), async (reader) => findWords(reader, asked(words, more), await listBodies(reader, matrixDay)))
const who = (role: string): Somebody => {
  const found = world.somebodies.find((one) => one.role === role)
  assert.ok(found)
  return found
}

test('O4: everybody finds exactly what they may read', async () => {
  for (const somebody of world.somebodies) await compare(somebody, 'as recorded')
})

test('O4: who may not read exempt words finds them nowhere: not counted, not suggested, in no page', async () => {
  for (const role of ['visitor', 'observer', 'administrator', 'other-clerk']) {
    const found = await find(who(role), `"about ${MARKER}"`)
    assert.ok(
      found.lines.every(({ isOpen }) => isOpen),
      role,
    )
    const misspelt = await find(who(role), MARKER.slice(0, -1).replace('l', 'll'))
    assert.ok(!misspelt.alike.some(({ title }) => title.includes(`Exempt ${MARKER}`)), role)
  }
  const all = await find(who('member'), MARKER)
  assert.ok(all.lines.some(({ isOpen }) => !isOpen))
  assert.ok(all.total > (await find(who('visitor'), MARKER)).total)
})

test('O4: the words of documents are found as far as the version they belong to, and not once that is exempt, superseded or withdrawn', async () => {
  const files = async (role: string): Promise<number> => (await find(who(role), other, { kind: 'file' })).total
  const open = await files('visitor')
  assert.ok(open > 0 && open < (await files('member')))
  await sql`update meetings.paper_version set state = 'superseded' where sight = 'public'`.execute(ownerDb)
  assert.equal(await files('visitor'), 0)
  await sql`update meetings.paper_version set state = 'published' where sight = 'public'`.execute(ownerDb)
  assert.equal(await files('visitor'), open)
  const file = (await find(who('visitor'), `${other} -chair`)).lines.find(({ title }) => title === 'Appendix, pages 1 to 2')
  assert.match(file?.href ?? '', /^\/papers\/[^/]+\/files\/[^/]+\/a%20b\.pdf$/)
  await sql`update meetings.agenda_item set category = 'exempt', paragraphs = '{lga1972.3}' where sight = 'public'`.execute(ownerDb)
  assert.equal(await files('visitor'), 0)
  for (const somebody of world.somebodies) await compare(somebody, 'once an item turned exempt')
})

test('O4: what becomes of records is what is found in the same transaction', async () => {
  const changes: readonly (readonly [string, RawBuilder<unknown>])[] = [
    ['items were withdrawn', sql`update meetings.agenda_item set withdrawn_at = now()`],
    ['items came back', sql`update meetings.agenda_item set withdrawn_at = null`],
    ['decisions were withdrawn', sql`update meetings.decision set withdrawn = true`],
    ['minutes were taken back', sql`update meetings.minutes_section set sight = 'draft'`],
    ['meetings were hidden', sql`update meetings.meeting set sight = 'draft'`],
    ['a file was taken out', sql`delete from meetings.paper_file`],
    ['motions were taken back', sql`update meetings.motion set state = 'withdrawn' where sight = 'public'`],
    [
      'elections came out',
      sql`update meetings.election set sight = 'public', ended_on = '2026-03-02', result = '{"electedName": "Jo", "votes": []}'`,
    ],
    ['seats and boards were renamed', sql`update governance.seat set name = name || ' (new)'`],
    ['partners answered', sql`update meetings.ratification_answer set words = 'Not like this'`],
    ['consultations were called off', sql`update meetings.consultation set withdrawn_reason = 'Not now', sight = 'members'`],
    ...purposeChanges,
    ['meetings were moved', sql`update meetings.meeting set held_on = held_on - 1`],
  ]
  for (const [when, change] of changes) {
    if (when === 'items were withdrawn') continue
    await change.execute(ownerDb)
    for (const role of ['visitor', 'member', 'author', 'clerk', 'observer']) await compare(who(role), when)
  }
  const rows = await sql`select from publicsite.document_words`.execute(ownerDb)
  assert.equal(rows.rows.length, 0, 'words go with the last file that held them')
  const differ =
    await sql`(table publicsite.to_index except select kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day,
    subject, title, words from publicsite.indexed) union all (select kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day,
    subject, title, words from publicsite.indexed except table publicsite.to_index)`.execute(ownerDb)
  assert.deepEqual(differ.rows, [])
})

test('O4: nobody reads the table of words itself, nor those of documents', async () => {
  for (const table of ['publicsite.indexed', 'publicsite.to_index'])
    await assert.rejects(
      writeAs(needs.db, acting(who('clerk')), (tx) => sql`select from ${sql.table(table)}`.execute(tx)),
      /permission denied/,
    )
  const { rows } = await writeAs(needs.db, acting(who('clerk')), (tx) => sql`select from publicsite.document_words`.execute(tx))
  assert.equal(rows.length, 0)
})

test('X5, O4: no search, however odd, is a fault; one of 10,000 characters is refused in words and kept', async () => {
  const page = async (query: string): Promise<readonly [number, string]> => {
    const answer = await app.request(`/search?${query}`)
    return [answer.status, await answer.text()]
  }
  const odd = [
    '\u0000',
    "'&|!:*(<->",
    '" " "',
    '-',
    '-a -b',
    '🙂👩‍👩‍👧',
    '\u202eدسترسی',
    '%',
    '\\',
    'ﬁ \u0301',
    'a:*&b',
    'the',
    'or or',
    '"'.repeat(200),
    '(('.repeat(99),
  ]
  for (const words of odd) {
    const [status, html] = await page(`q=${encodeURIComponent(words)}`)
    assert.ok([200, 422].includes(status), `${JSON.stringify(words)}: ${status}`)
    assert.match(html, /<h1/)
  }
  assert.equal((await page('q=%ff%fe%c0'))[0] < 500, true)
  const long = 'word '.repeat(2000).trim()
  const [status, html] = await page(`q=${encodeURIComponent(long)}&board=matrix-board`)
  assert.equal(status, 422)
  assert.match(html, /Search with 200 characters or fewer\. This is 9799 too long/)
  assert.ok(html.includes(`value="${long}"`))
  assert.match(html, /value="matrix-board" selected/)
  assert.equal((await page('q=a&from-day=31&from-month=2&from-year=2026'))[0], 422)
  assert.equal((await page('q=a&kind=secret'))[0], 422)
  assert.equal((await page('q=a&page=99999'))[0], 422)
})

test('O4: words that begin others, slips of the pen, phrases, filters and order', async () => {
  const visitor = who('visitor')
  assert.equal((await find(visitor, other.slice(0, 6))).byBeginnings, true)
  const slip = await find(visitor, 'Mattrix bord')
  assert.deepEqual(
    slip.alike.map(({ href }) => href),
    ['/boards/matrix-board'],
  )
  assert.equal((await find(visitor, '"board matrix"')).kinds.get('board'), undefined)
  assert.equal((await find(visitor, '"matrix board"')).kinds.get('board'), 1)
  const late = await find(who('clerk'), 'matrix', { from: matrixDay.add({ days: 15 }) })
  assert.equal(late.total, 0)
  assert.equal((await find(visitor, 'board', { board: 'no-such-board' })).total, 0)
  const days = (await find(who('clerk'), 'matrix or meeting', { order: 'newest' })).lines.flatMap(({ day }) => (day ? [String(day)] : []))
  assert.deepEqual(days, days.toSorted().reverse())
})

/** What a search would find without any index: the words of each row that somebody may see, read again. */
async function findSlowly(somebody: Somebody, words: string): Promise<ReadonlyMap<string, number>> {
  return readAs(needs.db, acting(somebody), async (reader) => {
    const rows = await reader
      .selectFrom('publicsite.findable as f')
      .where(
        sql<boolean>`setweight(to_tsvector('english', f.title), 'A') || to_tsvector('english', f.words) @@ websearch_to_tsquery('english', ${words})`,
      )
      .select(['f.kind as kind', sql<number>`count(*)::int`.as('many')])
      .groupBy('f.kind')
      .$narrowType<{ kind: string }>()
      .execute()
    return new Map(rows.map(({ kind, many }) => [kind, many]))
  })
}

test('O4: a search finds what reading every text again would find, for everybody, whatever is asked; and its pages hold as many as it counts', async () => {
  const property = fc.asyncProperty(fc.constantFrom(...world.somebodies), searchesOf([MARKER, other]), async (somebody, words) => {
    const slowly = await findSlowly(somebody, words)
    const found = await find(somebody, words)
    if (slowly.size > 0 || !found.byBeginnings) assert.deepEqual([...found.kinds].sort(), [...slowly].sort())
    assert.equal(found.lines.length, Math.min(found.total, 20))
    const pages = await Promise.all(
      ['newest', 'relevance'].map((order) => everyLine(somebody, words, order as Asked['order'], found.pages)),
    )
    for (const lines of pages) assert.equal(lines.length, Math.min(found.total, 100))
  })
  await fc.assert(property, {
    numRuns: 60,
    examples: [
      [who('member'), '"matrix board"'],
      [who('visitor'), `"${other} about" -chair`],
    ],
  })
})

async function everyLine(somebody: Somebody, words: string, order: Asked['order'], pages: number): Promise<readonly string[]> {
  const all = await Promise.all(Array.from({ length: pages }, (_, index) => find(somebody, words, { order, page: index + 1 })))
  return all.flatMap(({ lines }) => lines.map(({ kind, href, title }) => `${kind} ${href} ${title}`))
}

test('O4: exact words stand beside each other, with at most words between that are not searched for', async () => {
  const texts = ['Thistledown head of the service', 'Thistledown head teacher in service', "Thistledown multi-agency O'Hara plan"]
  for (const [index, text] of texts.entries())
    await sql`insert into governance.body_request (id, from_body, to_body, kind, subject, words, asked_on, due_on, sight, recorded_for)
      values (${newId()}, ${world.otherBody}, ${world.body}, 'request', ${`Thistledown ${index}`}, ${text}, '2026-03-01', '2026-04-01', 'public', ${world.otherBody})`.execute(
      ownerDb,
    )
  const titles = async (words: string) => (await find(who('visitor'), words)).lines.map(({ title }) => title)
  assert.deepEqual(await titles('Thistledown "head of the service"'), ['Thistledown 0'])
  assert.deepEqual(await titles("Thistledown multi-agency o'hara"), ['Thistledown 2'])
  assert.deepEqual(await titles('Thistledown -"head teacher" -multi-agency'), ['Thistledown 0'])
})

test('O4, G1: an organisation is found under what it was called, and under what it came from; the result says so and leads to what it is called now', async () => {
  const [trust, board] = [newId(), newId()]
  await sql`insert into governance.organisation (id, name, sector, starts_on, ends_on) values (${board}, 'Fenwick Health Board', 'health', '2001-04-01', '2013-04-01'),
    (${trust}, 'Ashcombe Care Trust', 'health', '2010-04-01', null)`.execute(ownerDb)
  await sql`insert into governance.organisation_name (organisation, name, starts_on, ends_on) values (${trust}, 'Wexcombe Primary Trust', '2010-04-01', '2019-04-01')`.execute(
    ownerDb,
  )
  await sql`insert into governance.organisation_succession (former, successor, kind, on_day) values (${board}, ${trust}, 'merged', '2013-04-01')`.execute(
    ownerDb,
  )
  const said = async (words: string) =>
    (await find(who('visitor'), words, { kind: 'organisation' })).lines.map(({ title, href, excerpt }) => [
      title,
      href,
      excerpt.map(({ text }) => text).join(''),
    ])
  const [line, ...more] = await said('Wexcombe')
  assert.deepEqual([line?.slice(0, 2), more], [['Ashcombe Care Trust', `/organisations/${trust}`], []])
  assert.match(line?.[2] ?? '', /Called Wexcombe Primary Trust until 1 April 2019, now Ashcombe Care Trust/)
  await sql`update governance.organisation set name = 'Ashcombe and Fenwick Trust' where id = ${trust}`.execute(ownerDb)
  const after = (await said('Fenwick')).toSorted()
  assert.deepEqual(
    after.map(([title]) => title),
    ['Ashcombe and Fenwick Trust', 'Fenwick Health Board'],
  )
  assert.match(after[1]?.[2] ?? '', /Followed by Ashcombe and Fenwick Trust on 1 April/)
})

test('O4, X4: an uploaded document is read once for its words, and found as far as the version it belongs to', async () => {
  const pdf = await PDFDocument.create()
  pdf.addPage().drawText('Wrenfold nurseries', { x: 50, y: 500 })
  const { sha256 } = await needs.documents.put(await pdf.save(), 'application/pdf')
  await sql`insert into meetings.paper_file (id, paper_version, meeting, position, role, kind, title, file_name, media_type, bytes, document, pages, made_by, made_at)
    select gen_random_uuid(), v.id, v.meeting, 1, 'appendix', 'pdf', 'Plan', 'plan.pdf', 'application/pdf', 10, ${sha256}, 1, ${newId()}, now()
    from meetings.paper_version v where v.sight = 'members' and v.state = 'published' limit 1`.execute(ownerDb)
  assert.equal((await find(who('member'), 'Wrenfold')).total, 0)
  assert.ok((await readDocuments(needs)) > 0)
  assert.equal(await readDocuments(needs), 0)
  assert.equal((await find(who('member'), 'Wrenfold')).total, 1)
  assert.equal((await find(who('visitor'), 'Wrenfold')).total, 0)
})

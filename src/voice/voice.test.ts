import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { findStanding } from '#governance/public-data.ts'
import { dayFields } from '#governance/testing/rooms.ts'
import { newId } from '#platform/database/ids.ts'
import { readAs, type Writer, writeAs } from '#platform/database/session.ts'
import { findVoiceDuties } from './queries/duties.ts'
import { findSaidAbout } from './queries/said-about.ts'
import { openVoice } from './testing/rooms.ts'

const rooms = await openVoice()
const { governance } = rooms
const slug = 'northbrook-childrens-partnership'
const board = `/boards/${slug}`
const [clerk, chair] = ['siddiqui', 'clarke']
const outsiders = [undefined, 'mbeki', 'lowe'] as const
const body = governance.sample.bodies.get(slug) ?? ''
const on = (day: string): Temporal.PlainDate => Temporal.PlainDate.from(day)

/** Does something in the database as somebody, past all commands. */
const asSomebody = <Value>(who: string, work: (tx: Writer) => Promise<Value>): Promise<Value> =>
  writeAs(governance.db, governance.acting(who), work)

async function consultation(endsOn = '2026-03-01', sight = 'public'): Promise<string> {
  const id = newId()
  const window = { starts_on: on('2026-01-05'), ends_on: on(endsOn) }
  await governance.ownerDb
    .insertInto('meetings.consultation')
    .values({ id, body, sight, title: 'Safe ways to school', ...window })
    .execute()
  return `${board}/consultations/${id}/said`
}

async function event(title = 'Youth assembly'): Promise<string> {
  const fields = { title, whose: 'children', came: '3', place: 'Kelbrook', ...dayFields('heldOn', '2026-02-02') }
  const made = await rooms.post(`${board}/voices/events/new`, fields, clerk)
  assert.equal(made.status, 303, made.text)
  return made.location
}

const versionIn = (text: string): string => /name="version" value="(\d+)"/.exec(text)?.[1] ?? ''

async function show(at: string): Promise<void> {
  const version = versionIn((await rooms.get(`${at}/show`, clerk)).text)
  assert.equal((await rooms.post(`${at}/show`, { sight: 'public', version }, clerk)).status, 303)
}

async function viewOf(words: string) {
  return governance.ownerDb.selectFrom('voice.view').selectAll().where('words', '=', words).executeTakeFirstOrThrow()
}

test('S3: words are read by nobody but those who prepare until another person than who entered them has cleared them', async () => {
  const at = await event()
  const words = 'The way home is dark. I run.'
  assert.equal((await rooms.get(at)).status, 404)
  assert.equal((await rooms.post(`${at}/views`, { words, whose: 'children', newTheme: 'Light' }, clerk)).status, 303)
  const waiting = (who: string) =>
    asSomebody(who, async (tx) => findVoiceDuties(tx, await findStanding(tx, governance.acting(who)), governance.acting(who)))
  // My work asks whoever may check them, and never who entered them.
  assert.deepEqual(await waiting(clerk), [])
  assert.deepEqual(
    (await waiting(chair)).map(({ count, href }) => [count, href]),
    [[1, `${board}/voices/to-review`]],
  )
  assert.deepEqual(await waiting('mbeki'), [])
  await show(at)
  for (const who of outsiders) assert.doesNotMatch((await rooms.get(at, who)).text, /The way home is dark/, `${who}`)
  assert.match((await rooms.get(at)).text, /Fewer than 5 people/)
  const { id } = await viewOf(words)
  const own = await rooms.post(`/voice-views/${id}/clear`, { version: '1' }, clerk)
  assert.equal(own.status, 422)
  assert.match(own.text, /You entered these words yourself/)
  await assert.rejects(
    asSomebody(clerk, (tx) =>
      tx
        .updateTable('voice.view')
        .set({ state: 'cleared', reviewed_by: governance.acting(clerk).actor ?? '', reviewed_on: on('2026-03-10') })
        .where('id', '=', id)
        .execute(),
    ),
    /view_cleared_by_another/,
  )
  for (const who of outsiders)
    assert.ok([401, 403, 404].includes((await rooms.post(`/voice-views/${id}/clear`, { version: '1' }, who)).status))
  assert.equal((await rooms.post(`/voice-views/${id}/clear`, { version: '1' }, chair)).status, 303)
  assert.match((await rooms.get(at)).text, /Light[\s\S]*The way home is dark/)
  // What is written anew is checked anew.
  assert.equal(
    (await rooms.post(`/voice-views/${id}/edit`, { words: 'The way home is dark now.', whose: 'children', version: '2' }, clerk)).status,
    303,
  )
  assert.doesNotMatch((await rooms.get(at)).text, /The way home is dark/)
  await assert.rejects(
    asSomebody(chair, (tx) =>
      sql`update voice.view set words = 'Theirs', state = 'cleared', reviewed_by = platform.actor(), reviewed_on = platform.today() where id = ${id}`.execute(
        tx,
      ),
    ),
    /does not change them/,
  )
})

test('S3: responses stay with the board; numbers are told once, after the consultation closed, with small ones left out', async () => {
  const open = await consultation('2026-04-01')
  const response = { kind: 'individual', channel: 'online', ...dayFields('receivedOn', '2026-02-03') }
  assert.equal((await rooms.post(`${open}/responses`, { ...response, newTheme: 'Buses' }, clerk)).status, 303)
  assert.equal((await rooms.post(`${open}/publish`, { version: '1' }, clerk)).status, 422)
  const at = await consultation()
  const enter = async (fields: Readonly<Record<string, string>>) => {
    const done = await rooms.post(`${at}/responses`, { ...response, ...fields }, clerk)
    assert.equal(done.status, 303, done.text)
  }
  await enter({ alike: '30', newTheme: 'Crossings', words: 'We need a crossing' })
  await enter({ alike: '7', newTheme: 'Light' })
  await enter({ alike: '3', newTheme: 'Dogs' })
  await enter({ kind: 'group', groupName: 'Youth council', groupSize: '14', newTheme: 'Light' })
  assert.equal((await rooms.post(`${at}/responses`, { ...response, kind: 'group' }, clerk)).status, 422)
  const about = { whose: 'children', invited: '160', invitedSource: 'Letters to Year 6', version: '1' }
  assert.equal((await rooms.post(`${at}/about`, about, clerk)).status, 303)
  for (const who of outsiders) assert.doesNotMatch((await rooms.get(at, who)).text, /Crossings|Youth council/, `${who}`)
  assert.equal((await rooms.post(`${at}/publish`, { version: '2' }, clerk)).status, 303)
  const { text } = await rooms.get(at)
  assert.match(text, /Individual responses[\s\S]*40[\s\S]*Crossings[\s\S]*30[\s\S]*Youth council[\s\S]*14/)
  assert.match(text, /theme counts do not sum to responses/)
  assert.doesNotMatch(text, /Dogs|We need a crossing|Online form/)
  const [line] = await governance.ownerDb.selectFrom('voice.published_line').select('consultation').limit(1).execute()
  assert.equal((await rooms.post(`${at}/responses`, { ...response }, clerk)).status, 422)
  await assert.rejects(
    asSomebody(clerk, (tx) =>
      tx
        .deleteFrom('voice.response')
        .where('consultation', '=', line?.consultation ?? '')
        .execute(),
    ),
    /published already/,
  )
  const seen = await Promise.all(
    (['voice.response', 'voice.event_count'] as const).map((table) =>
      asSomebody('lowe', (tx) => sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(tx)),
    ),
  )
  assert.deepEqual(
    seen.map(({ rows }) => rows[0]?.n),
    [0, 0],
  )
})

test('S3: you said, we did: a decision or a stated reason, and no decision of another board', async () => {
  const at = await event('Parents’ forum')
  await show(at)
  const answer = { said: 'The clinic is too far', sight: 'public', ...dayFields('onDay', '2026-03-01') }
  assert.equal((await rooms.post(`${at}/answers`, answer, clerk)).status, 422)
  assert.equal((await rooms.post(`${at}/answers`, { ...answer, did: 'A bus', reason: 'None' }, clerk)).status, 422)
  assert.equal((await rooms.post(`${at}/answers`, { ...answer, did: 'A bus', decision: newId() }, clerk)).status, 422)
  assert.equal((await rooms.post(`${at}/answers`, { ...answer, reason: 'There is no money for it this year' }, clerk)).status, 303)
  assert.equal((await rooms.post(`${at}/answers`, { ...answer, said: 'Not yet told', sight: 'draft', did: 'Much' }, clerk)).status, 303)
  const { text } = await rooms.get(`${board}/voices`)
  assert.match(text, /The clinic is too far[\s\S]*There is no money for it this year/)
  assert.doesNotMatch(text, /Not yet told/)
})

test('S4: a decision counts as heard only by a view that was linked on an earlier day, and nobody can date it back', async () => {
  const at = await event('Visit to the care leavers’ group')
  await show(at)
  const [meeting, item, before, after] = [newId(), newId(), newId(), newId()]
  const base = { meeting, body, sight: 'public' }
  const { ownerDb } = governance
  await ownerDb
    .insertInto('meetings.meeting')
    .values({
      id: meeting,
      body,
      sight: 'public',
      kind: 'ordinary',
      held_on: on('2026-03-20'),
      starts_at: '14:00',
      access: 'public',
      state: 'called',
    })
    .execute()
  await ownerDb
    .insertInto('meetings.agenda_item')
    .values({
      ...base,
      id: item,
      position: 1,
      number: '1',
      public_title: 'Homes',
      purpose: 'decision',
      report_status: 'attached',
      category: 'public',
    })
    .execute()
  await ownerDb
    .insertInto('meetings.item_content')
    .values({ ...base, item, category: 'public', title: 'Homes for care leavers' })
    .execute()
  const decided = { ...base, type: 'agreed', method: 'consensus', category: 'public', recorded_at: governance.acting(clerk).now }
  await ownerDb
    .insertInto('meetings.decision')
    .values([
      { ...decided, id: before, item, text: 'Twelve homes', decided_on: on('2026-03-20') },
      { ...decided, id: after, item: null, text: 'The budget', decided_on: on('2026-03-03') },
    ])
    .execute()
  const attach = (target: string, who: string | undefined) => rooms.post(`${at}/attach`, { target, why: 'They said what a home is' }, who)
  assert.equal((await attach(`item:${item}`, clerk)).status, 303)
  assert.equal((await attach(`item:${item}`, clerk)).status, 422)
  assert.equal((await attach(`decision:${after}`, clerk)).status, 303)
  assert.equal((await attach(`decision:${newId()}`, clerk)).status, 422)
  for (const who of outsiders) assert.ok([401, 403, 404].includes((await attach(`decision:${before}`, who)).status), `${who}`)
  const { event: source, id } = await ownerDb.selectFrom('voice.attachment').selectAll().where('item', '=', item).executeTakeFirstOrThrow()
  await assert.rejects(
    asSomebody(clerk, (tx) =>
      sql`insert into voice.attachment (id, body, event, decision, why, attached_on, attached_by)
        values (gen_random_uuid(), ${body}, ${source}, ${before}, 'x', '2026-03-01', platform.actor())`.execute(tx),
    ),
    /row-level security/,
  )
  await assert.rejects(
    asSomebody(clerk, (tx) => sql`update voice.attachment set attached_on = '2026-01-01' where id = ${id}`.execute(tx)),
    /row-level security|stays as it was made/,
  )
  const { text } = await rooms.get(`${board}/voices/heard?year=2026`)
  assert.match(text, /The budget[\s\S]*Afterwards only/)
  // The meeting is still to come: what is decided there is not counted yet.
  assert.match(text, /Decisions with a view before[\s\S]*?0[\s\S]*?of 1/)
  await readsOnThePage({ at, item, decision: before })
  assert.equal((await rooms.post(`/voice-attachments/${id}/end`, {}, clerk)).status, 303)
  assert.doesNotMatch((await rooms.get(at)).text, /Homes for care leavers/)
})

/** What was linked is read with the record itself, by whoever may read both, and the clerk links another voice from there. */
async function readsOnThePage({ at, item, decision }: { readonly at: string; readonly item: string; readonly decision: string }) {
  const told = (who: string | undefined, kind: 'item' | 'decision', id: string) =>
    readAs(governance.db, governance.acting(who), async (reader) => {
      const { brought } = await findSaidAbout(reader, { kind, id }, governance.acting(who).today)
      return brought.map(({ title, when }) => [title, when])
    })
  for (const who of [undefined, clerk]) {
    // The meeting is still to come, so that nobody can say yet whether it was heard before.
    assert.deepEqual(await told(who, 'item', item), [['Visit to the care leavers’ group', undefined]])
    assert.equal((await told(who, 'decision', decision)).length, 1, 'a decision shows what was brought to its item')
  }
  const hidden = await event('Not shown yet')
  const form = `${board}/voices/link/decision/${decision}`
  for (const who of outsiders) assert.ok([302, 303, 401, 403, 404].includes((await rooms.get(form, who)).status), `${who}`)
  assert.match((await rooms.get(form, clerk)).text, /Twelve homes[\s\S]*Not shown yet/)
  const link = (source: string, who: string | undefined) => rooms.post(form, { source, why: 'They said so' }, who)
  const source = `event:${hidden.slice('/voice-events/'.length)}`
  for (const who of outsiders) assert.ok([401, 403, 404].includes((await link(source, who)).status), `${who}`)
  assert.equal((await link(source, clerk)).location, `/decisions/${decision}`)
  assert.match((await link(source, clerk)).text, /It is linked with that already/)
  assert.equal((await link('', clerk)).status, 422)
  assert.equal((await link(`event:${at.slice('/voice-events/'.length)}`, clerk)).status, 303)
  assert.equal((await rooms.get(`${board}/voices/link/decision/${newId()}`, clerk)).status, 404)
  // What is not shown yet is no secret of the page either.
  assert.deepEqual(
    (await told(undefined, 'decision', decision)).map(([title]) => title),
    ['Visit to the care leavers’ group'],
  )
}

test('S3: nobody keeps the voices of another board, by form or by hand', async () => {
  for (const who of outsiders) {
    const made = await rooms.post(
      `${board}/voices/events/new`,
      { title: 'Theirs', whose: 'children', ...dayFields('heldOn', '2026-02-02') },
      who,
    )
    assert.ok([401, 403, 404].includes(made.status), `${who} got ${made.status}`)
  }
  await assert.rejects(
    asSomebody('mbeki', (tx) =>
      tx
        .insertInto('voice.event')
        .values({ id: newId(), body, title: 'Theirs', held_on: on('2026-02-02'), whose: ['children'] })
        .execute(),
    ),
    /row-level security/,
  )
})

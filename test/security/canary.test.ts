import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { extractText, getDocumentProxy } from 'unpdf'
import { houseKinds } from '#home/archive.ts'
import { packHandler } from '#meetings/pack/handlers.ts'
import { exemptInput, itemInput } from '#meetings/testing/arrange.ts'
import { openPartTwoScene } from '#meetings/testing/part-two-scene.ts'
import { decisionFields } from '#meetings/testing/record-scene.ts'
import { exportArchive } from '#platform/archive/export-archive.ts'
import { type ActorId, writeAs } from '#platform/database/session.ts'
import type { FixedClock } from '#platform/time/clock.ts'
import { dayOf } from '#platform/time/london.ts'
import { tellFollowers } from '#public-site/commands/tell-followers.ts'
import { createApp } from '#src/app.tsx'
import { buildBoard } from '../support/board.ts'
import { accessTokenOf, addAccount } from '../support/client.ts'

// M3, M15, M16, O1 to O4: one word of exempt matter is looked for wherever something leaves the house: before it is released, once it is, and once that is taken back.
const canary = 'Thistlewood'
const { scene, publishedPaper } = await openPartTwoScene()
const { needs, ownerDb, board } = scene
const clock = needs.clock as FixedClock
const app = await createApp(needs)
const house = { app, needs, clock, ownerDb }
const other = await buildBoard(ownerDb, 'strategic-partnership')
clock.set(Temporal.Instant.from('2014-04-07T13:00:00Z'))
const { id: meeting, items } = await scene.meetingWith('2014-04-07', [
  itemInput('Waiting times'),
  exemptInput(`Offer of ${canary}`, 'A contract'),
])
const [open = '', secret = ''] = items
const clerk = () => scene.at(board.clerk.account, clock.now().toString())
const later = (minutes: number): void => clock.set(clock.now().add({ minutes }))

const somebody = await addAccount(house, 'Sam Stranger')
const token = await accessTokenOf(house, somebody.account)
const get = async (path: string): Promise<string> => {
  const headers = path.startsWith('/api/') ? { authorization: `Bearer ${token}` } : {}
  const answer = await app.request(path.replace(needs.config.publicUrl, ''), { headers })
  const { status } = answer
  assert.ok(status < 500, `${path} answers ${status}`)
  if (!path.endsWith('.pdf') || status !== 200) return answer.text()
  return (await extractText(await getDocumentProxy(new Uint8Array(await answer.arrayBuffer())), { mergePages: true })).text
}

/** Works off what waits to be set. */
async function makeFiles(): Promise<void> {
  const { rows } = await sql<{ id: string; data: object }>`delete from pgboss.job where name = 'pack' returning id, data`.execute(ownerDb)
  for (const job of rows) await packHandler(needs)(job as never)
}

/** Every mail that waits or was sent until now, as it leaves. */
async function mails(): Promise<readonly string[]> {
  const { rows } = await sql<{ data: string }>`select data::text from pgboss.job where name = 'mail'`.execute(ownerDb)
  return rows.map(({ data }) => data)
}

/** The public edition of the whole record. */
async function exported(): Promise<string> {
  const chunks: string[] = []
  const out = {
    add: async (_name: string, content: Buffer) => void chunks.push(content.toString()),
    addStream: async (_name: string, _size: number, content: AsyncIterable<Buffer>, look: (chunk: Buffer) => void) => {
      for await (const chunk of content) {
        look(chunk)
        chunks.push(chunk.toString())
      }
    },
    stopCompressing: async () => {},
    written: () => 0,
  }
  await exportArchive({ db: needs.db, documents: needs.documents, kinds: houseKinds }, 'public', out as never, { now: clock.now() })
  return chunks.join('\n')
}

/** Every table and view of the house, every column that the serving role may read: where somebody's own SQL finds the word. */
async function tablesWith(word: string, actor: ActorId | undefined): Promise<readonly string[]> {
  const { rows } = await sql<{ place: string; columns: string }>`
    select format('%I.%I', n.nspname, c.relname) as place, string_agg(format('x.%I::text', a.attname), ', ') as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind in ('r', 'v') and n.nspname in ('meetings', 'governance', 'publicsite', 'platform')
      and has_column_privilege('goldenthread_app', c.oid, a.attnum, 'select') group by 1 order by 1`.execute(ownerDb)
  assert.ok(rows.length > 100)
  return writeAs(needs.db, { actor, now: clock.now(), today: dayOf(clock.now()) }, async (tx) => {
    const found: string[] = []
    for (const { place, columns } of rows) {
      const query = `select 1 as there from ${place} x where concat_ws(' ', ${columns}) ilike '%${word}%' limit 1`
      if ((await sql.raw(query).execute(tx)).rows.length > 0) found.push(place)
    }
    return found
  })
}

/** Whoever is not of this board: nobody, somebody with an account, and everybody of another board. */
const outsiders = [undefined, board.observer.account, other.clerk.account, other.chair.account, other.member.account, other.author.account]
const nobodyElse = async (when: string): Promise<void> => {
  for (const actor of outsiders)
    assert.deepEqual(await tablesWith(canary, actor), [], `${when}: SQL as ${actor === undefined ? 'a visitor' : actor}`)
}

const paper = await publishedPaper(meeting, secret, `The ${canary} offer`)
const appendix = await publishedPaper(meeting, open, `Families near ${canary}`)

/** Where the words of the released item stand, each by an address. */
const places = (): readonly string[] => [
  `/meetings/${meeting}/items/${secret}`,
  `/meetings/${meeting}/minutes`,
  `/meetings/${meeting}/minutes.pdf`,
  `/meetings/${meeting}/minutes.akn.xml`,
  `/meetings/${meeting}/decisions`,
  `/boards/${board.slug}/decisions`,
  `/open/oparl/v1.1/meeting/${meeting}`,
  `/open/oparl/v1.1/agendaitem/${secret}`,
  `/open/oparl/v1.1/paper/${paper}`,
  '/open/popolo/motions.json',
  '/open/csv/agendas.csv',
  '/open/csv/papers.csv',
  '/open/csv/decisions.csv',
  `/api/v1/meetings/${meeting}`,
  `/api/v1/meetings/${meeting}/decisions`,
]
const never = (): readonly string[] => [
  '/',
  `/meetings/${meeting}`,
  `/meetings/${meeting}/items/${open}`,
  `/meetings/${meeting}/retention`,
  `/meetings/${meeting}/exclusions`,
  `/papers/${appendix}`,
  `/boards/${board.slug}`,
  `/boards/${board.slug}/retention`,
  `/feeds/${board.slug}.atom?limit=200`,
  `/calendar/${board.slug}.ics`,
  `/open/oparl/v1.1/paper/${appendix}`,
  '/open/csv/actions.csv',
]
/** The page of a search repeats what was asked: what it found is known by its address. */
const search = async (): Promise<string> => get(`/search?q=${canary}`)

async function isNowhere(when: string): Promise<void> {
  for (const place of [...places(), ...never()]) assert.ok(!(await get(place)).includes(canary), `${when}: ${place}`)
  const found = await search()
  for (const id of [secret, open, paper, appendix]) assert.ok(!found.includes(id), `${when}: search leads to ${id}`)
  assert.ok(!(await exported()).includes(canary), `${when}: the public edition of an export`)
  assert.ok(!(await mails()).join('\n').includes(canary), `${when}: mails`)
  await nobodyElse(when)
}

async function keepRecord(): Promise<void> {
  const post = async (path: string, fields = {}) => {
    const answer = await clerk().post(`/meetings/${meeting}${path}`, fields)
    assert.equal(answer.status, 303, `${path}: ${answer.text}`)
  }
  await post('/attendance/start')
  await post('/attendance', { mark: '', ...scene.present(0, 1, 2), status_chair: 'present', chairWho: 'chair' })
  await post('/decisions/new', decisionFields({ item: secret, text: `That ${canary} be paid.` }))
  await post('/actions/new', { item: secret, text: `Sign with ${canary}`, due: 'by 14/5/14' })
  await post('/attendance/end')
  await post('/minutes/draft')
  await post('/minutes/circulate', { cleared: 'yes' })
  later(5)
  await post('/minutes/publish', { which: 'draft' })
  await makeFiles()
}

const day = (name: string, iso: string) => {
  const [year = '', month = '', date = ''] = iso.split('-')
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year }
}

test('M3, M15, O1 to O4: an exempt word is nowhere outside, then where it was released and no further, then nowhere again', async () => {
  await keepRecord()
  const asked = await app.request('/follow', {
    method: 'POST',
    body: new URLSearchParams({ board: board.slug, email: 'a@b.example', pace: 'at-once' }),
  })
  assert.equal(asked.status, 303)
  await ownerDb.updateTable('publicsite.follower').set({ expires_at: null, told_until: clock.now() }).execute()
  await isNowhere('before')
  assert.ok((await tablesWith(canary, board.seats[0]?.account)).includes('meetings.paper'), 'its members read it')
  assert.match(await get(`/meetings/${meeting}/minutes.pdf`), /A paper of this item is not for publication: exempt/)
  // Released: the item with its paper and its minutes. The appendix of the other item stays.
  later(30)
  const path = `/meetings/${meeting}/items/${secret}/exempt`
  const version = async () => /name="version" value="(\d+)"/.exec((await clerk().get(`${path}/release`)).text)?.[1] ?? ''
  const before = await mails()
  const released = await clerk().post(`${path}/release`, {
    ...{ reasonsFor: 'People ask.', reasonsAgainst: 'It could raise the price.', decidedBy: 'The monitoring officer', record: 'yes' },
    ...{ reason: 'The contract is let.', publicNote: 'The contract was let in May.', papers: paper, version: await version() },
    ...day('decidedOn', '2014-04-07'),
  })
  assert.equal(released.status, 303, released.text)
  await makeFiles()
  for (const place of places().filter((one) => !one.includes('popolo')))
    assert.ok((await get(place)).includes(canary), `released, ${place}`)
  assert.ok((await search()).includes(secret))
  assert.ok((await exported()).includes(canary))
  for (const place of never()) assert.ok(!/Families near/.test(await get(place)), `the appendix, ${place}`)
  later(5)
  assert.equal(await tellFollowers(needs), 1)
  const told = (await mails()).filter((mail) => !before.includes(mail)).join('\n')
  assert.match(told, /that was not for publication is public from now on/, 'members are told')
  assert.match(told, /a@b\.example/, 'followers are told')
  assert.ok(!told.includes(canary), 'no mail names it')
  // Taken back.
  later(30)
  const event = await ownerDb.selectFrom('meetings.publication').select('id').where('kind', '=', 'release').executeTakeFirstOrThrow()
  assert.equal(
    (await clerk().post(`/meetings/${meeting}/publications/${event.id}/withdraw`, { reason: 'A name stood in it.' })).status,
    303,
  )
  await isNowhere('withdrawn, before files are made')
  await makeFiles()
  later(5)
  await tellFollowers(needs)
  await isNowhere('withdrawn')
  assert.match(await get(`/meetings/${meeting}/minutes.pdf`), /25 Waiting times/, 'the minutes as they were')
  assert.match(await get(`/meetings/${meeting}/items/${open}`), /is not for publication: exempt/, 'that the appendix is held back is said')
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import * as paths from '#governance/paths.ts'
import type { Role } from '#governance/rules/access.ts'
import { recordPaths } from '#meetings/paths.ts'
import { newId } from '#platform/database/ids.ts'
import { readAs, writeAs } from '#platform/database/session.ts'
import { addAccount, type Client, openClient } from '../support/client.ts'
import { openHouse } from '../support/house.ts'
import { addRecords } from './records.ts'
import { buildWorld, MARKER, matrixDay, matrixNow, personWho } from './world.ts'

// Work that one board hands to another (G2): what moves, what stays, and who sees it then.
const house = await openHouse(matrixNow)
const owner = house.ownerDb
const world = await buildWorld(owner)
const { slug, body, otherBody } = world
const find = (exhibits: Awaited<ReturnType<typeof addRecords>>): string =>
  exhibits.find(({ table }) => table === 'meetings.action')?.id ?? ''
const open = find(await addRecords(owner, world, 'public'))
const exempt = find(await addRecords(owner, world, 'members'))
const neighbour = newId()
await owner.insertInto('governance.body').values({ id: neighbour, slug: 'neighbour', name: 'Neighbour', kind: 'delivery-board' }).execute()
const [request, between] = [newId(), newId()]
for (const [id, other] of [
  [request, neighbour],
  [between, otherBody],
] as const)
  await owner
    .insertInto('governance.body_request')
    .values({
      ...{ id, from_body: body, to_body: other, kind: 'request', subject: `To ${other}`, words: 'Please', sight: 'members' },
      ...{ asked_on: matrixDay, due_on: matrixDay, recorded_for: body },
    })
    .execute()
const plan = { body, sight: 'members', purpose: 'decision', state: 'accepted', nominated_at: matrixNow } as const
await owner
  .insertInto('meetings.plan_item')
  .values({ ...plan, id: newId(), title: 'A strategy for play' })
  .execute()

const decision = await owner
  .selectFrom('meetings.decision')
  .select('id')
  .where('item', '=', (eb) => eb.selectFrom('meetings.action').select('item').where('id', '=', open))
  .executeTakeFirstOrThrow()
const referred = 'Referred: to buy the house at the weir'
await owner
  .insertInto('meetings.plan_item')
  .values({ ...plan, id: newId(), title: referred, referred_from: decision.id })
  .execute()
const [waiting, sent] = [newId(), 'A paper that waits to be taken in']
await owner
  .insertInto('meetings.plan_item')
  .values({ ...plan, id: waiting, title: sent })
  .execute()
await sql`insert into meetings.sent_paper (id, paper, item, meeting, body, category, to_body, title, plan_item, sent_at, actor)
  select gen_random_uuid(), p.id, p.item, p.meeting, p.body, 'public', ${otherBody}, ${sent}, ${waiting}, now(), ${newId()} from meetings.paper p limit 1`.execute(
  owner,
)
const planned = async (title: string) =>
  (await owner.selectFrom('meetings.plan_item').select(['body', 'state']).where('title', '=', title).execute()).map(
    ({ body: of, state }) => [of, state],
  )

const clients = new Map<Role, Client>()
for (const role of ['clerk', 'other-clerk', 'administrator', 'member'] as const) {
  const details = await addAccount(house, `Person ${role}`)
  await owner.updateTable('governance.person').set({ account: details.account }).where('id', '=', personWho(world, role)).execute()
  clients.set(role, await openClient(house, details))
}
const as = (role: Role): Client => {
  const client = clients.get(role)
  assert.ok(client)
  return client
}
const fields = {
  ...{ to: otherBody, takes: ['actions', 'plan', 'requests'], decidedIn: 'Decision 14', reason: 'The group has done its work' },
  ...{ 'onDay-day': '10', 'onDay-month': '3', 'onDay-year': '2026' },
}
const path = paths.newHandoverPath(slug)
const actionOf = (id: string) =>
  owner.selectFrom('meetings.action').select(['body', 'kept_by as keptBy', 'version']).where('id', '=', id).executeTakeFirstOrThrow()

test('G2: work is handed on by the clerk of the board whose it is, to a board that is there; what is wrong is said and nothing moves', async () => {
  assert.equal((await as('other-clerk').post(path, fields)).status, 403)
  assert.equal((await as('member').post(path, fields)).status, 403)
  const refused: readonly (readonly [object, RegExp])[] = [
    [{ to: body }, /Choose another board/],
    [{ to: neighbour }, /does not exist on that day/],
    [{ to: newId() }, /does not exist on that day/],
    [{ takes: [] }, /Choose what is handed on/],
    [{ 'onDay-year': '2027' }, /today or in the past/],
  ]
  for (const [change, words] of refused) {
    const answer = await as('clerk').post(path, { ...fields, ...change })
    assert.equal(answer.status, 422)
    assert.match(answer.text, words)
  }
  assert.equal((await actionOf(open)).keptBy, null)
})

test('G2: open work moves with its history, Part 2 stays, and both boards’ pages say so', async () => {
  const before = await as('clerk').get(path)
  assert.match(before.text, /nothing of Part 2 goes to another/)
  const done = await as('clerk').post(path, fields)
  assert.equal(done.status, 303, done.text)
  assert.equal((await as('clerk').post(path, fields)).status, 422, 'sent twice')
  assert.deepEqual(await actionOf(open), { body, keptBy: otherBody, version: 2 })
  assert.equal((await actionOf(exempt)).keptBy, null)
  const requests = await owner.selectFrom('governance.body_request').select(['id', 'from_body as from']).execute()
  assert.equal(requests.find(({ id }) => id === request)?.from, otherBody)
  assert.equal(requests.find(({ id }) => id === between)?.from, body, 'one between the two stays')
  const items = await owner
    .selectFrom('meetings.plan_item')
    .select(['body', 'state', 'reason'])
    .where('title', '=', 'A strategy for play')
    .execute()
  assert.deepEqual(
    items.map((one) => [one.body, one.state]).toSorted(),
    [
      [body, 'withdrawn'],
      [otherBody, 'accepted'],
    ].toSorted(),
  )
  assert.deepEqual(
    (await planned(referred)).toSorted(),
    [
      [body, 'withdrawn'],
      [otherBody, 'accepted'],
    ].toSorted(),
  )
  assert.deepEqual(await planned(sent), [[body, 'accepted']], 'a paper waits where it was sent')
  assert.match(items.find(({ state }) => state === 'withdrawn')?.reason ?? '', /Handed on to Other board: Decision 14/)
  for (const board of [slug, 'other-board'])
    assert.match((await as('clerk').get(paths.relationshipsPath(board))).text, /The group has done its work/)
  // The clerk who took it on keeps it from now on; its old board still reads it.
  const page = recordPaths.action(open)
  assert.equal((await as('other-clerk').get(page)).status, 200)
  assert.match((await as('other-clerk').get('/boards/other-board/actions')).text, new RegExp(MARKER))
  assert.equal((await as('member').get(page)).status, 200)
  assert.equal((await as('other-clerk').get(recordPaths.action(exempt))).status, 404)
  await findsWhatItReads()
})

/** O4: whoever reads an action at the board that took it on finds it there; whoever does not read it, does not. */
async function findsWhatItReads(): Promise<void> {
  const people = await owner.selectFrom('governance.person').select(['name', 'account']).where('account', 'is not', null).execute()
  for (const one of [undefined, ...people]) {
    const acting = { actor: one?.account as never, now: matrixNow, today: matrixDay }
    const [reads, finds] = await writeAs(house.needs.db, acting, async (reader) => [
      (await sql<{ id: string }>`select id from meetings.action where state <> 'withdrawn' order by id`.execute(reader)).rows,
      (await sql<{ id: string }>`select record as id from publicsite.findable where kind = 'action' order by record`.execute(reader)).rows,
    ])
    assert.deepEqual(finds, reads, one?.name ?? 'visitor')
  }
}

test('G2: the database lets nobody hand on by hand, or what is not theirs', async () => {
  const acting = (role: Role) => ({ actor: as(role) && accountOf.get(role), now: matrixNow, today: matrixDay })
  const rows = await owner.selectFrom('governance.person').select(['id', 'account']).execute()
  const accountOf = new Map(
    (['clerk', 'other-clerk', 'member'] as const).map((role) => [
      role as Role,
      rows.find(({ id }) => id === personWho(world, role))?.account as never,
    ]),
  )
  const keeper = writeAs(house.needs.db, acting('clerk'), (tx) =>
    tx.updateTable('meetings.action').set({ kept_by: neighbour }).where('id', '=', exempt).execute(),
  )
  await assert.rejects(keeper, /only a handover says/)
  const old = await owner.selectFrom('governance.handover').select('id').executeTakeFirstOrThrow()
  for (const call of [sql`governance.hand_requests_on(${old.id}::uuid)`, sql`meetings.hand_work_on(${old.id}::uuid)`])
    await assert.rejects(
      writeAs(house.needs.db, acting('clerk'), (tx) => tx.selectNoFrom(call.as('moved')).execute()),
      /no handover of this moment/,
    )
  const foreign = writeAs(house.needs.db, acting('other-clerk'), (tx) =>
    tx
      .insertInto('governance.handover')
      .values({ id: newId(), from_body: body, to_body: otherBody, on_day: matrixDay, decided_in: 'x', reason: 'y', takes: ['actions'] })
      .execute(),
  )
  await assert.rejects(foreign, /row-level security/)
  await assert.rejects(
    owner.updateTable('meetings.action').set({ kept_by: neighbour }).where('id', '=', exempt).execute(),
    /check constraint/,
  )
  const moved = await readAs(house.needs.db, { ...acting('member'), actor: undefined }, (reader) =>
    reader.selectFrom('governance.handover_item').select('record').execute(),
  )
  assert.deepEqual(moved, [], 'a visitor is told of no record that moved')
})

test('G2, M15: what was handed on can still be made exempt at once: it comes back to the board whose it is', async () => {
  const before = await owner.selectFrom('meetings.action').select('item').where('id', '=', open).executeTakeFirstOrThrow()
  const { account } = await owner
    .selectFrom('governance.person')
    .select('account')
    .where('id', '=', personWho(world, 'clerk'))
    .executeTakeFirstOrThrow()
  await writeAs(house.needs.db, { actor: account as never, now: matrixNow, today: matrixDay }, (tx) =>
    sql`update meetings.agenda_item set category = 'exempt', paragraphs = '{lga1972.3}' where id = ${before.item}`.execute(tx),
  )
  const { keptBy } = await actionOf(open)
  assert.equal(keptBy, null)
  assert.equal((await as('other-clerk').get(recordPaths.action(open))).status, 404)
  assert.deepEqual(await planned(referred), [], 'the words of what was referred go from every plan it was handed to')
})

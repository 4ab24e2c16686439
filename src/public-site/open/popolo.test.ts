import assert from 'node:assert/strict'
import { test } from 'node:test'
import { motionNeeds } from '#governance/public.ts'
import { popoloFaults, popoloSchemas } from '#test/support/popolo-schemas.ts'
import { readShared, sharedMissing } from '#test/support/shared.ts'
import { popoloLists } from './popolo/addresses.ts'
import { motionsOf } from './popolo/objects.ts'
import { openSample } from './testing/open-house.ts'

const skip = sharedMissing('standards/popolo/schemas')
const house = await openSample(Temporal.Instant.from('2026-03-02T10:00:00Z'))
const { read, publicUrl, ownerDb } = house

type Found = Readonly<Record<string, unknown>> & { readonly id: string }
type Lists = Readonly<Record<(typeof popoloLists)[keyof typeof popoloLists], readonly Found[]>>
const everything = (): Promise<Lists> => read.json<Lists>(`${publicUrl}/open/popolo/popolo.json`)

const decision = await ownerDb
  .selectFrom('meetings.decision')
  .select(['item', 'meeting', 'body'])
  .where('sight', '=', 'public')
  .where('item', 'is not', null)
  .executeTakeFirstOrThrow()
const place = await ownerDb
  .selectFrom('governance.appointment as a')
  .innerJoin('governance.seat as s', 's.id', 'a.seat')
  .select(['a.seat', 'a.place', 'a.person'])
  .where('s.voting', '=', 'voting')
  .executeTakeFirstOrThrow()
const at = Temporal.Instant.from('2026-02-01T10:00:00Z')

/** A motion that was voted on with one vote for it, with a vote by name. */
async function addMotion(
  id: string,
  number: number,
  method: 'recorded_vote' | 'show_of_hands',
  category: 'public' | 'exempt',
): Promise<void> {
  const of = { meeting: decision.meeting, body: decision.body, sight: category === 'public' ? 'public' : 'members', category }
  const state = { put_at: at, opened_at: at, text: 'That it be so', type: 'approve' }
  await ownerDb
    .insertInto('meetings.motion')
    .values({ ...of, ...state, id, item: decision.item ?? '', number, state: 'open', method: 'recorded_vote' })
    .execute()
  await ownerDb
    .insertInto('meetings.vote')
    .values({ ...of, ...place, id: `${id.slice(0, -2)}${number}`, motion: id, name: 'Zoe Voter', choice: 'for', at, actor: place.person })
    .execute()
  await ownerDb
    .updateTable('meetings.motion')
    .set({ state: 'carried', votes_for: 1, votes_against: 0, abstained: 2, closed_at: at, method })
    .where('id', '=', id)
    .execute()
}
const [recorded, shown] = ['01a201f8-0000-7000-8000-0000000000a0', '01a201f8-0000-7000-8000-0000000000b0']
await addMotion(recorded, 71, 'recorded_vote', 'public')
await addMotion(shown, 72, 'show_of_hands', 'public')
await addMotion('01a201f8-0000-7000-8000-0000000000c0', 73, 'recorded_vote', 'public')
await ownerDb.updateTable('meetings.motion').set({ sight: 'members' }).where('number', '=', 73).execute()
const whole = await everything()

test('O2: every object of Popolo is valid against its schema, and knows no word that is not in it', { skip }, () => {
  const schemas = popoloSchemas()
  for (const [type, list] of Object.entries(popoloLists)) {
    assert.ok(whole[list].length > 0, list)
    for (const object of whole[list]) assert.deepEqual(popoloFaults(schemas, type, object), [], JSON.stringify(object))
  }
})

test('O2: the schemas are read as their publisher means them: of its examples one fails, which names a vote event where the schema wants it whole', {
  skip,
}, () => {
  const schemas = popoloSchemas()
  for (const type of ['person', 'organization', 'membership', 'post', 'motion', 'vote_event', 'count', 'vote'])
    assert.equal(schemas.validators.get(type)?.(readShared(`standards/popolo/examples/${type}.json`)), type !== 'motion', type)
  assert.notDeepEqual(popoloFaults(schemas, 'count', { option: 'yes' }), [])
  assert.notDeepEqual(popoloFaults(schemas, 'vote_event', { counts: [{ value: 1 }] }), [])
})

test('O2: each object has one address, answers there with itself, and what it refers to is there', async () => {
  const all = new Map(Object.values(whole).flatMap((list) => list.map((one) => [one.id, one] as const)))
  assert.equal(all.size, Object.values(whole).flat().length, 'no id stands for two')
  for (const one of all.values()) {
    for (const [, address] of JSON.stringify(one).matchAll(/"\w+_id":"([^"]+)"/g))
      assert.ok(all.has(address ?? ''), `${one.id}: ${address}`)
  }
  for (const [type, list] of Object.entries(popoloLists)) {
    const one = whole[list].at(-1) ?? assert.fail(list)
    assert.deepEqual(await read.json(one.id), one)
    assert.deepEqual(Object.keys(await read.json(`${publicUrl}/open/popolo/${list}.json`)), [list])
    for (const unknown of ['01a201f8-0000-7000-8000-00000000ffff', 'x', "'", 'A'.repeat(5000)])
      assert.equal((await read.get(`${publicUrl}/open/popolo/${type}/${unknown}`)).status, 404)
  }
  for (const unknown of ['secrets.json', 'votes.json', 'constructor.json', ''])
    assert.equal((await read.get(`${publicUrl}/open/popolo/${unknown}`)).status, 404, unknown)
})

test('O2: OParl leads to Popolo and back', async () => {
  const objects = [...(await read.crawl()).values()].flat()
  const led = new Set([...JSON.stringify(objects).matchAll(/"([^"]+\/open\/popolo\/[^"]+)"/g)].map(([, address]) => address))
  for (const { id } of [...whole.organizations, ...whole.persons, ...whole.memberships, ...whole.posts, ...whole.motions])
    assert.ok(led.has(id), id)
  const known = new Set(objects.map(({ id }) => id))
  for (const one of Object.values(whole).flat())
    assert.ok(known.has((one.sources as readonly { readonly url: string }[])[0]?.url ?? ''), one.id)
})

test('O2: votes stand by name where the vote was recorded; a show of hands is a count, and what is not public is not there', () => {
  const event = (id: string) => whole.vote_events.find((one) => one.id.endsWith(id))
  assert.deepEqual(event(recorded)?.counts, [
    { option: 'yes', value: 1 },
    { option: 'no', value: 0 },
    { option: 'abstain', value: 2 },
  ])
  const [vote] = (event(recorded)?.votes ?? []) as readonly Readonly<Record<string, unknown>>[]
  assert.deepEqual([vote?.option, vote?.voter_id], ['yes', `${publicUrl}/open/popolo/person/${place.person}`])
  assert.equal(event(shown)?.votes, undefined)
  assert.ok(event(shown)?.counts)
  assert.doesNotMatch(JSON.stringify(whole), /0000000000c0/)
  const motion = whole.motions.find(({ id }) => id.endsWith(recorded))
  assert.deepEqual([motion?.result, motion?.text], ['pass', 'That it be so'])
  assert.equal(motion?.requirement, undefined, 'the terms of the day state no majority')
  assert.ok(
    whole.motions.some(({ result, id }) => result === 'pass' && !whole.vote_events.some((one) => one.motion_id === id)),
    'consensus',
  )
})

test('O2: a motion says what it needed, where the terms state it', () => {
  const stated = { majority: { numerator: 2, denominator: 3, moreThan: false, basis: 'present-and-voting' } }
  assert.equal(motionNeeds(stated as Parameters<typeof motionNeeds>[0]), 'at least 2 of every 3 of those present and voting')
  assert.equal(motionNeeds({ majority: null } as Parameters<typeof motionNeeds>[0]), 'more votes for than against')
  const entry = { number: 1, motion: 'That it be so', result: 'carried', requirement: 'more votes for than against', popolo: 'x/motion/a' }
  const [moved] = motionsOf('https://x.example', { id: 'x', 'goldenthread:vote': [entry] }, 'x/organization/b', undefined)
  assert.equal(moved?.motion.requirement, 'more votes for than against')
})

test('O2, M1: at a joint meeting a motion is of the board that decides', () => {
  const entry = { number: 1, motion: 'x', result: 'carried', for: 2, organization: 'x/organization/guest', popolo: 'x/motion/a' }
  const [moved] = motionsOf('https://x.example', { id: 'x', 'goldenthread:vote': [entry] }, 'x/organization/host', undefined)
  for (const one of [moved?.motion, moved?.event]) assert.match(String(one?.organization_id), /\/guest$/)
})

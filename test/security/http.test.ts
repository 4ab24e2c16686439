import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Role } from '#governance/rules/access.ts'
import { meetingsAccess } from '#meetings/rules/access.ts'
import { newId } from '#platform/database/ids.ts'
import { type Answer, addAccount, type Client, openClient } from '../support/client.ts'
import { openHouse } from '../support/house.ts'
import { boardEndpoints, type ChangingEndpoint, changingEndpoints } from './endpoints.ts'
import { addRecords, type Exhibit, sights } from './records.ts'
import { buildWorld, matrixNow } from './world.ts'

// Every test below is generated from the access matrix: who may do a thing is let through, everybody else is refused and learns nothing.
const house = await openHouse(matrixNow)
const world = await buildWorld(house.ownerDb)
const clients = new Map<Role, Client>()
for (const { role, person } of world.somebodies) {
  if (person === undefined) {
    clients.set(role, await openClient(house))
    continue
  }
  const details = await addAccount(house, `Person ${role}`)
  await house.ownerDb.updateTable('governance.person').set({ account: details.account }).where('id', '=', person).execute()
  clients.set(role, await openClient(house, details))
}
const clientOf = (role: Role): Client => {
  const client = clients.get(role)
  if (client === undefined) throw new Error(`Nobody in the world is ${role}.`)
  return client
}
const shelves = new Map<string, readonly Exhibit[]>()
for (const sight of sights) shelves.set(sight, await addRecords(house.ownerDb, world, sight))
const on =
  (exhibits: readonly Exhibit[]) =>
  (record: string): Exhibit => {
    const found = exhibits.find((exhibit) => exhibit.record === record)
    if (found === undefined) throw new Error(`The world holds no ${record}.`)
    return found
  }

/** Records of each state that nobody has changed yet. */
const untouched = new Map<string, readonly Exhibit[]>()

/** A correction of a paper is the clerk's to publish; it stands under the meeting's verb. */
const cellOf = ({ record, verb }: ChangingEndpoint, state: string): readonly Role[] => {
  if (verb === 'publish-correction') return meetingsAccess.meeting?.[state]?.publish ?? []
  if (record === 'paper' && verb === 'write' && state !== 'draft') return meetingsAccess.paper?.[state]?.correct ?? []
  if (record === 'meeting' && verb === 'publish' && state === 'draft') return meetingsAccess.meeting?.draft?.change ?? []
  return meetingsAccess[record]?.[state]?.[verb] ?? []
}
const isRefused = ({ status, location }: Answer): boolean => [401, 403, 404].includes(status) || location.startsWith('/sign-in')

for (const endpoint of changingEndpoints) {
  for (const state of sights) {
    const allowed = cellOf(endpoint, state)
    const readers = meetingsAccess[endpoint.record]?.[state]?.read ?? []
    test(`X1: POST ${endpoint.pattern} (${state}) refuses all but ${allowed.join(', ') || 'nobody'}`, async () => {
      const address = endpoint.address(on(shelves.get(state) ?? []), world.slug)
      for (const { role } of world.somebodies) {
        if (allowed.includes(role) || allowed.includes('visitor')) continue
        const answer = await clientOf(role).post(address, {})
        assert.ok(isRefused(answer), `${role} got ${answer.status} at ${address}`)
        if (readers.includes(role) || readers.includes('visitor')) continue
        const nowhere = await clientOf(role).post(
          address.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, () => newId()),
          {},
        )
        assert.equal(answer.status, nowhere.status, `${role} learns that ${address} exists`)
      }
    })
    if (allowed.length === 0) continue
    test(`X1: POST ${endpoint.pattern} (${state}) lets ${allowed.join(', ')} through`, async () => {
      for (const role of allowed) {
        const fresh = untouched.get(state) ?? (await addRecords(house.ownerDb, world, state))
        const answer = await clientOf(role).post(endpoint.address(on(fresh), world.slug), {})
        // A form that comes back changed nothing: the next may be sent to the same records.
        if (answer.status === 422) untouched.set(state, fresh)
        else untouched.delete(state)
        assert.ok(!isRefused(answer), `${role} was refused with ${answer.status}`)
        assert.ok(answer.status < 500, `${role} met a fault`)
      }
    })
  }
}

for (const { pattern, record, state, verb } of boardEndpoints) {
  const allowed = meetingsAccess[record]?.[state]?.[verb] ?? []
  test(`X1: POST ${pattern} is for ${allowed.join(', ')}`, async () => {
    for (const { role } of world.somebodies) {
      const answer = await clientOf(role).post(pattern.replace(':slug', world.slug), {})
      assert.equal(isRefused(answer), !allowed.includes(role), `${role} got ${answer.status}`)
    }
  })
}

test('X1: no endpoint of meetings that changes something is missing from this list', () => {
  // Whoever holds the link of a mail confirms what they sent: there is no role to ask for.
  const known = new Set([...changingEndpoints, ...boardEndpoints].map(({ pattern }) => pattern))
  const meetings =
    /^\/(meetings|decisions|officer-decisions|ratifications|actions|papers|questions|elections|topics|school-holidays)\/|^\/boards\/:slug\/(meetings|plan|decisions|officer-decisions|actions|attendance|question-rules|elections|consultations(?!.*\/said\/)|year)(\/|$)/
  const missing = house.app.routes
    .filter(
      ({ method, path }) =>
        method === 'POST' &&
        meetings.test(path) &&
        !known.has(path) &&
        !['/questions/confirm', '/topics/:topic/change'].includes(path) &&
        !path.startsWith('/school-holidays/:holiday/'),
    )
    .map(({ path }) => path)
  assert.deepEqual([...new Set(missing)], [])
})

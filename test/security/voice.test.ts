import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Role } from '#governance/rules/access.ts'
import { readAs } from '#platform/database/session.ts'
import { voiceAccess } from '#voice/rules/access.ts'
import { type Answer, addAccount, type Client, openClient } from '../support/client.ts'
import { openHouse } from '../support/house.ts'
import { addVoices } from './voice-records.ts'
import { buildWorld, matrixDay, matrixNow } from './world.ts'

// Generated from the access matrix of voice, as for meetings: SQL and HTTP must say what it says.
const house = await openHouse(matrixNow)
const world = await buildWorld(house.ownerDb)
const clients = new Map<Role, Client>()
const actors = new Map<Role, string | undefined>()
for (const { role, person } of world.somebodies) {
  const details = person === undefined ? undefined : await addAccount(house, `Person ${role}`)
  if (person !== undefined && details)
    await house.ownerDb.updateTable('governance.person').set({ account: details.account }).where('id', '=', person).execute()
  clients.set(role, await openClient(house, details))
  actors.set(role, details?.account)
}
const exhibits = await addVoices(house.ownerDb, world)
const isRefused = ({ status, location }: Answer): boolean => [401, 403, 404].includes(status) || location.startsWith('/sign-in')

for (const { record, state, table, column, id } of exhibits) {
  test(`X1: ${record} (${state}) is read in the database by whom the matrix names, and by nobody else`, async () => {
    const readers = voiceAccess[record]?.[state]?.read ?? []
    for (const { role } of world.somebodies) {
      const acting = { actor: actors.get(role) as never, today: matrixDay, now: matrixNow }
      const found = await readAs(house.needs.db, acting, (reader) =>
        (reader as typeof house.ownerDb)
          .selectFrom(sql`${sql.table(table)}`.as('t'))
          .select(sql<number>`count(*)::int`.as('n'))
          .where(sql<boolean>`${sql.ref(`t.${column}`)} = ${id}::uuid`)
          .executeTakeFirstOrThrow(),
      )
      assert.equal(found.n > 0, readers.includes(role) || readers.includes('visitor'), role)
    }
  })
}

for (const { record, state, posts } of exhibits) {
  test(`X1: what changes ${record} (${state}) refuses all but whom the matrix names`, async () => {
    for (const [address, verb] of posts) {
      const allowed = voiceAccess[record]?.[state]?.[verb] ?? []
      // Nothing is sent in the form: whoever may is asked for it (422, or 409 for a button without its version) and changes nothing.
      for (const role of ['clerk', 'chair', 'visitor', 'member', 'other-clerk'] as const) {
        const answer = await clients.get(role)?.post(address, {})
        assert.ok(answer)
        assert.equal(isRefused(answer), !allowed.includes(role), `${role} got ${answer.status} at ${address}`)
        assert.ok(answer.status < 500, `${role} met a fault at ${address}`)
      }
    }
  })
}

test('X1: every endpoint of voice that changes something is tried here or with its rules', () => {
  const pattern = /^\/voice-|\/voices\/|\/said/
  const tried = exhibits.flatMap(({ posts }) => posts.map(([address]) => address))
  const shapeOf = (path: string) => new RegExp(`^${path.replaceAll(/:[a-z]+/g, '[^/]+')}$`)
  const known = house.app.routes.filter(({ method, path }) => method === 'POST' && pattern.test(path)).map(({ path }) => path)
  // What is new of a board, and the end of a link, are tried in src/voice/voice.test.ts.
  const elsewhere = ['/boards/:slug/voices/events/new', '/voice-attachments/:attachment/end']
  assert.deepEqual(
    [...new Set(known)].filter((path) => !elsewhere.includes(path) && !tried.some((address) => shapeOf(path).test(address))),
    [],
  )
})

import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { meetingsAccess } from '#meetings/rules/access.ts'
import { readAs, writeAs } from '#platform/database/session.ts'
import { freshDatabase } from '#platform/database/testing/fresh.ts'
import { addRecords, type Exhibit, sights } from './records.ts'
import { buildWorld, matrixDay, matrixNow, type Somebody, type World } from './world.ts'

// Every test below is generated from the access matrix: who the matrix lets read a record must find its row, and nobody else may.
const { db, ownerDb } = await freshDatabase()
const world: World = await buildWorld(ownerDb)
const exhibits: Exhibit[] = []
before(async () => {
  for (const sight of sights) exhibits.push(...(await addRecords(ownerDb, world, sight)))
})

const sees = async (somebody: Somebody, { table, column, id }: Exhibit): Promise<boolean> =>
  readAs(db, { actor: somebody.actor, today: matrixDay, now: matrixNow }, async (reader) => {
    const row = await (reader as typeof db)
      .selectFrom(sql`${sql.table(table)}`.as('t'))
      .select(sql<number>`count(*)::int`.as('n'))
      .where(sql<boolean>`${sql.ref(`t.${column}`)} = ${id}::uuid`)
      .executeTakeFirstOrThrow()
    return row.n > 0
  })

for (const [record, states] of Object.entries(meetingsAccess)) {
  for (const [state, verbs] of Object.entries(states)) {
    if (state === 'any' || verbs.read === undefined) continue
    for (const somebody of world.somebodies) {
      const allowed = verbs.read.includes(somebody.role) || verbs.read.includes('visitor')
      test(`X1: ${somebody.role} ${allowed ? 'reads' : 'does not find'} ${record} (${state}) in the database`, async () => {
        const looked = exhibits.filter((exhibit) => exhibit.record === record && exhibit.state === state)
        assert.ok(looked.length > 0, `the world holds no ${record} in state ${state}`)
        for (const exhibit of looked) assert.equal(await sees(somebody, exhibit), allowed, exhibit.table)
      })
    }
  }
}

for (const somebody of world.somebodies) {
  if (somebody.role === 'clerk') continue
  test(`X1: ${somebody.role} changes no agenda, decision or minutes in the database`, async () => {
    for (const table of [
      'meetings.agenda_item',
      'meetings.decision',
      'meetings.minutes',
      'meetings.minutes_section',
      'meetings.publication',
      'meetings.meeting',
    ]) {
      const changed = await writeAs(db, { actor: somebody.actor, today: matrixDay, now: matrixNow }, async (tx) => {
        const result = await sql`update ${sql.table(table)} set body = body`.execute(tx)
        return result.numAffectedRows ?? 0n
      })
      assert.equal(changed, 0n, table)
    }
  })
}

test('M6: an exempt record can be given public sight by nobody, the owner included', async () => {
  for (const exhibit of exhibits.filter(
    ({ state, record }) => state === 'members' && ['item-content', 'paper', 'decision', 'action'].includes(record),
  )) {
    await assert.rejects(
      sql`update ${sql.table(exhibit.table)} set sight = 'public' where ${sql.ref(exhibit.column)} = ${exhibit.id}::uuid`.execute(ownerDb),
      /violates check constraint/,
    )
  }
})

import assert from 'node:assert/strict'
import { sql } from 'kysely'
import type { Role } from '#governance/rules/access.ts'
import { readAs } from '#platform/database/session.ts'
import { type Answer, addAccount, type Client, openClient } from '../support/client.ts'
import { openHouse, type TestHouse } from '../support/house.ts'
import { buildWorld, matrixDay, matrixNow, type World } from './world.ts'

/** A house in which everybody of the access matrix can sign in. */
export interface Inhabited {
  readonly house: TestHouse
  readonly world: World
  clientOf(role: Role): Client
  /** How many rows of a table with this id in a column somebody reads, as the database has it. */
  countAs(role: Role, table: string, column: string, id: string): Promise<number>
}

/** Whether somebody was kept away, or asked to sign in first. */
export const isRefused = ({ status, location }: Answer): boolean => [401, 403, 404].includes(status) || location.startsWith('/sign-in')

/** Opens the world of the access matrix with an account and a client for each of its people. */
export async function openInhabited(): Promise<Inhabited> {
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
  return {
    ...{ house, world },
    clientOf: (role) => clients.get(role) ?? assert.fail(`Nobody in the world is ${role}.`),
    async countAs(role, table, column, id) {
      const acting = { actor: actors.get(role) as never, today: matrixDay, now: matrixNow }
      const found = await readAs(house.needs.db, acting, (reader) =>
        (reader as typeof house.ownerDb)
          .selectFrom(sql`${sql.table(table)}`.as('t'))
          .select(sql<number>`count(*)::int`.as('n'))
          .where(sql<boolean>`${sql.ref(`t.${column}`)} = ${id}::uuid`)
          .executeTakeFirstOrThrow(),
      )
      return found.n
    },
  }
}

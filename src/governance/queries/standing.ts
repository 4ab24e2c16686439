import { sql } from 'kysely'
import type { Acting, Reader } from '#platform/database/session.ts'
import { type Standing, visitorStanding } from '../rules/standing.ts'

/** Who the acting account is on the acting day; a visitor costs no query. */
export async function findStanding(reader: Reader, acting: Acting): Promise<Standing> {
  if (acting.actor === undefined) return visitorStanding
  const row = await reader
    .selectNoFrom([
      sql<string | null>`governance.my_person()`.as('person'),
      sql<string | null>`(select name from governance.person where id = governance.my_person())`.as('name'),
      sql<boolean>`platform.is_administrator()`.as('administrator'),
      sql<string[]>`governance.my_clerk_bodies()`.as('clerkOf'),
      sql<string[]>`governance.my_chair_bodies()`.as('chairOf'),
      sql<string[]>`governance.my_member_bodies()`.as('memberOf'),
      sql<string[]>`governance.my_observer_bodies()`.as('observerOf'),
      sql<string[]>`governance.my_deputy_bodies()`.as('deputyOf'),
      sql<string[]>`governance.my_deputy_meetings()`.as('deputyAtMeetings'),
    ])
    .executeTakeFirstOrThrow()
  if (row.person === null) return visitorStanding
  return {
    person: { id: row.person, name: row.name ?? '' },
    administrator: row.administrator,
    clerkOf: new Set(row.clerkOf),
    chairOf: new Set(row.chairOf),
    memberOf: new Set(row.memberOf),
    observerOf: new Set(row.observerOf),
    deputyOf: new Set(row.deputyOf),
    deputyAtMeetings: new Set(row.deputyAtMeetings),
  }
}

import { sql } from 'kysely'
import { type Acting, type Reader, writeAs } from '#platform/database/session.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { CommandNeeds } from '../../needs.ts'

/** The list behind the link of a mail. */
export interface ListOfToken {
  readonly listName: string
  readonly body: string
  readonly hasLeft: boolean
}

/** The list behind the link of a mail; undefined for a link that is none. */
export async function findListOfToken(reader: Reader, token: string): Promise<ListOfToken | undefined> {
  if (!isUuid(token)) return undefined
  return reader
    .selectFrom(
      sql<ListOfToken>`(select t.list_name as "listName", t.body, t.has_left as "hasLeft" from meetings.list_of_token(${token}::uuid) t)`.as(
        't',
      ),
    )
    .selectAll()
    .executeTakeFirst()
}

/** Takes the owner of an address outside off their list; the link is the permission, and a second click changes nothing. */
export async function leaveList(needs: Pick<CommandNeeds, 'db'>, acting: Acting, token: string): Promise<void> {
  if (!isUuid(token)) return
  await writeAs(needs.db, acting, async (tx) => {
    await sql`select meetings.leave_list(${token}::uuid, ${acting.now.toString()}::timestamptz)`.execute(tx)
  })
}

import type { Reader } from '#platform/database/session.ts'
import type { Opener } from '../rules/agenda.ts'

/** The item of a meeting that an opener made; undefined where there is none that one may see. Items of old agendas do not say what they are. */
export async function findStandingItem(reader: Reader, meeting: string, opener: Opener): Promise<string | undefined> {
  const row = await reader
    .selectFrom('meetings.agenda_item')
    .select('id')
    .where('meeting', '=', meeting)
    .where('standing_key', '=', opener)
    .where('withdrawn_at', 'is', null)
    .orderBy('position')
    .executeTakeFirst()
  return row?.id
}

import type { Reader } from '#platform/database/session.ts'
import type { Opener } from '../rules/agenda.ts'
import { type AgendaItem, titleOf } from './agenda.ts'

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

/** What each item stands for by the opener that made it; agendas of before this was kept are read by their title. Others are not in it. */
export async function findStandingKeys(reader: Reader, items: readonly AgendaItem[]): Promise<ReadonlyMap<string, string>> {
  if (items.length === 0) return new Map()
  const rows = await reader
    .selectFrom('meetings.agenda_item')
    .select(['id', 'standing_key as key'])
    .where(
      'id',
      'in',
      items.map(({ id }) => id),
    )
    .execute()
  const kept = new Map(rows.map(({ id, key }) => [id, key]))
  const keyOf = (item: AgendaItem): string => kept.get(item.id) || (/^minutes\b/i.test(titleOf(item)) ? 'minutes' : '')
  return new Map(items.flatMap((item) => (keyOf(item) === '' ? [] : [[item.id, keyOf(item)] as const])))
}

import type { Reader } from '#platform/database/session.ts'
import type { PublicExclusion } from '../rules/public-exclusion.ts'
import { type AgendaItem, findAgenda } from './agenda.ts'

/** The resolutions to exclude the public from a meeting, the earliest first, as far as one may see. Items are named as everybody may read them. `known`: the agenda, where it was read. */
export async function findPublicExclusions(
  reader: Reader,
  meeting: string,
  known?: readonly AgendaItem[],
): Promise<readonly PublicExclusion[]> {
  const rows = await reader
    .selectFrom('meetings.exclusion')
    .select(['id', 'mover_name as mover', 'seconder_name as seconder', 'votes_for', 'votes_against', 'abstained', 'version'])
    .select(['left_at as leftAt', 'returned_at as returnedAt'])
    .where('meeting', '=', meeting)
    .orderBy('left_at')
    .execute()
  if (rows.length === 0) return []
  const covered = await reader.selectFrom('meetings.exclusion_item').select(['exclusion', 'item']).where('meeting', '=', meeting).execute()
  const agenda = known ?? (await findAgenda(reader, meeting))
  return rows.map(({ votes_for, votes_against, abstained, ...row }) => ({
    ...row,
    votes: votes_for === null ? undefined : { for: votes_for, against: votes_against ?? 0, abstained: abstained ?? 0 },
    items: agenda
      .filter(({ id }) => covered.some(({ exclusion, item }) => exclusion === row.id && item === id))
      .map(({ id, number, publicTitle, paragraphs }) => ({ id, number, title: publicTitle, paragraphs })),
  }))
}

/** The exempt items that a resolution can cover: those that stand on the agenda and are known to the members. */
export function exemptItemsOf(agenda: readonly AgendaItem[]): readonly AgendaItem[] {
  return agenda.filter(({ category, withdrawnAt, sight }) => category === 'exempt' && withdrawnAt === undefined && sight !== 'draft')
}

/** Exempt items that were taken without a resolution, with why, as far as one may see. */
export async function findTakenWithout(
  reader: Reader,
  meeting: string,
): Promise<readonly { readonly number: string; readonly title: string; readonly reason: string }[]> {
  return reader
    .selectFrom('meetings.item_time as t')
    .innerJoin('meetings.agenda_item as i', 'i.id', 't.item')
    .select(['i.number', 'i.public_title as title', 't.without_resolution as reason'])
    .where('t.meeting', '=', meeting)
    .where('t.without_resolution', '<>', '')
    .where('t.category', '<>', 'public')
    .orderBy('t.from_at')
    .execute()
}

import type { Reader } from '#platform/database/session.ts'

/**
 * How long the items of meetings are to take, by meeting: what is on the agenda, and what is placed there and not on it yet. Null stands for an item of
 * which nobody has said it. Procedure such as apologies counts only where it has a time.
 */
export async function findPlannedTime(
  reader: Reader,
  meetings: readonly string[],
): Promise<ReadonlyMap<string, readonly (number | null)[]>> {
  if (meetings.length === 0) return new Map()
  const onAgenda = await reader
    .selectFrom('meetings.agenda_item')
    .select(['meeting', 'planned_minutes as minutes'])
    .where('meeting', 'in', [...meetings])
    .where('withdrawn_at', 'is', null)
    .where((where) =>
      where.or([where('planned_minutes', 'is not', null), where.and([where('parent', 'is', null), where('purpose', '<>', 'procedure')])]),
    )
    .execute()
  const placed = await reader
    .selectFrom('meetings.plan_item')
    .select(['meeting', 'minutes'])
    .where('meeting', 'in', [...meetings])
    .where('state', '=', 'accepted')
    .execute()
  const times = new Map<string, (number | null)[]>()
  for (const { meeting, minutes } of [...onAgenda, ...placed]) {
    if (meeting === null) continue
    times.set(meeting, [...(times.get(meeting) ?? []), minutes])
  }
  return times
}

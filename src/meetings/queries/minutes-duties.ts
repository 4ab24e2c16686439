import { afterVerdict } from '#governance/public.ts'
import type { Reader } from '#platform/database/session.ts'
import type { ClerkDuty } from './clerk-duties.ts'
import { findMeetingRules } from './meeting-rules.ts'

/** Most minutes of each kind that one person is told of. */
const MOST = 50

/** Drafts of minutes of these bodies that nobody has cleared as they stand, for their chairs; the earliest meeting first. No bodies: nothing. */
export async function findDraftsToClear(reader: Reader, bodies: readonly string[], since: Temporal.PlainDate): Promise<ClerkDuty[]> {
  if (bodies.length === 0) return []
  const cleared = reader
    .selectFrom('meetings.minutes_clearance as c')
    .select('c.id')
    .whereRef('c.minutes', '=', 'n.id' as never)
    .whereRef('c.edition', '=', 'n.version' as never)
  const rows = await reader
    .selectFrom('meetings.minutes as n')
    .innerJoin('meetings.meeting as m', 'm.id', 'n.meeting')
    .select(['m.id', 'm.held_on as heldOn'])
    .where('n.body', 'in', bodies)
    .where('n.state', '=', 'draft')
    .where('m.held_on', '>=', since)
    .where((where) => where.not(where.exists(cleared)))
    .orderBy('m.held_on')
    .limit(MOST)
    .execute()
  return rows.map(({ id, heldOn }) => ({ kind: 'clear-minutes', id, title: '', heldOn }))
}

/**
 * Approved minutes of these bodies that are not published, for their clerks. From the day before the last working day that the terms of the
 * meeting's day allow, the duty is soon; after the last day it is late (M12, G10). Terms that name no day leave it without one.
 */
export async function findMinutesToPublish(
  reader: Reader,
  bodies: readonly string[],
  { since, today }: { readonly since: Temporal.PlainDate; readonly today: Temporal.PlainDate },
): Promise<ClerkDuty[]> {
  if (bodies.length === 0) return []
  const rows = await reader
    .selectFrom('meetings.minutes as n')
    .innerJoin('meetings.meeting as m', 'm.id', 'n.meeting')
    .select(['m.id', 'm.body', 'm.held_on as heldOn', 'n.approved_on as approvedOn'])
    .where('n.body', 'in', bodies)
    .where('n.state', '=', 'approved')
    .where('m.held_on', '>=', since)
    .orderBy('m.held_on')
    .limit(MOST)
    .execute()
  const duties: ClerkDuty[] = []
  for (const { id, body, heldOn, approvedOn } of rows) {
    const { terms, calendar } = await findMeetingRules(reader, body, heldOn)
    const rule = terms?.minutesPublished.value
    const verdict = rule && afterVerdict(rule, { meeting: heldOn, approval: approvedOn }, null, today, calendar)
    duties.push({ id, title: '', heldOn, ...publishingDuty(verdict || undefined, today) })
  }
  return duties
}

function publishingDuty(
  verdict: ReturnType<typeof afterVerdict> | undefined,
  today: Temporal.PlainDate,
): Pick<ClerkDuty, 'kind' | 'dueOn'> {
  if (!verdict || verdict.state === 'clock-not-started' || verdict.state === 'not-known') return { kind: 'publish-minutes' }
  if (!('warnFrom' in verdict)) return { kind: 'publish-minutes-late', dueOn: verdict.lastDay }
  const isSoon = Temporal.PlainDate.compare(today, verdict.warnFrom.subtract({ days: 1 })) >= 0
  return { kind: isSoon ? 'publish-minutes-soon' : 'publish-minutes', dueOn: verdict.lastDay }
}

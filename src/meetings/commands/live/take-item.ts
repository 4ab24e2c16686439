import { newId } from '#platform/database/ids.ts'
import type { Writer } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { type AgendaItem, findItem } from '../../queries/agenda.ts'
import { findTimesTaken } from '../../queries/live/items.ts'
import { guardedMeeting, type Meeting } from '../../queries/meeting.ts'
import { findPublicExclusions } from '../../queries/public-exclusions.ts'
import { findMeetingGround, findRecordedMeeting, type MeetingGround } from '../../queries/record.ts'
import type { Category } from '../../rules/agenda.ts'
import type { PartChange } from '../../rules/live-parts.ts'
import { lacksResolution } from '../../rules/public-exclusion.ts'
import { quorumEvidence } from '../../rules/quorum-at.ts'
import { endItem } from './end-item.ts'
import { type EntryHead, type Taken, takeEntry } from './take-entry.ts'

/**
 * Takes an item now: the one that was on ends, the quorum at the beginning is kept with its evidence (M8, G6). An item that is on already stays on;
 * undefined ends what is on and takes nothing. An exempt item waits for the resolution to exclude the public, unless it is said why it is taken
 * without (M3).
 */
export async function takeItem(
  needs: Pick<CommandNeeds, 'db'>,
  doer: Doer,
  meetingId: string,
  head: EntryHead,
  itemId: string | undefined,
  withoutResolution = '',
): Promise<Result<string, FieldProblem>> {
  return takeEntry(needs, doer, meetingId, head, async (tx, meeting) => {
    await demand(tx, doer, guardedMeeting(meeting), 'record')
    const item = itemId === undefined ? undefined : await findItem(tx, meetingId, itemId)
    if (item?.withdrawnAt !== undefined) return fail({ field: 'item', code: 'item-withdrawn' })
    const times = await findTimesTaken(tx, meetingId)
    const on = times.find(({ to }) => to === null)
    if (on?.item === item?.id) return succeed({ outcome: on?.id ?? '', changed: [] })
    const uncovered = item !== undefined && lacksResolution(item, meeting.access, await findPublicExclusions(tx, meetingId))
    if (uncovered && withoutResolution === '') return fail({ field: 'withoutResolution', code: 'resolution-missing' })
    const at = notBefore(head.happenedAt, on?.from ?? times.at(-1)?.to ?? undefined)
    if (on) await endItem(tx, on, at)
    const begun = item ? await beginItem(tx, meeting, item, at, uncovered ? withoutResolution : '') : ''
    const changed = changesOfItem(on?.category, item?.category)
    // Who is out for the item is said in the list of people, to those who may know of interests.
    const people = (await hasLeavers(tx, [on?.item, item?.id])) ? [{ part: 'attendance', category: 'exempt' } as const] : []
    return succeed<Taken>({ outcome: begun, changed: [...changed, ...people] })
  })
}

async function hasLeavers(tx: Writer, items: readonly (string | undefined)[]): Promise<boolean> {
  const named = items.filter((item) => item !== undefined)
  if (named.length === 0) return false
  const found = tx.selectFrom('meetings.declared_interest').select('id').where('item', 'in', named).where('withdrawn_at', 'is', null)
  return (await found.where('consequence', '=', 'leave').limit(1).executeTakeFirst()) !== undefined
}

/** The instant, a millisecond after `earliest` where it would not be later: two items never overlap. */
function notBefore(at: Temporal.Instant, earliest: Temporal.Instant | undefined): Temporal.Instant {
  return earliest === undefined || Temporal.Instant.compare(at, earliest) > 0 ? at : earliest.add({ milliseconds: 1 })
}

async function beginItem(tx: Writer, meeting: Meeting, item: AgendaItem, at: Temporal.Instant, without: string): Promise<string> {
  const id = newId()
  const sight = item.category === 'public' && item.sight === 'public' ? 'public' : 'members'
  const base = {
    id,
    meeting: meeting.id,
    body: meeting.body,
    sight,
    item: item.id,
    category: item.category,
    from_at: at,
    without_resolution: without,
  }
  await tx.insertInto('meetings.item_time').values(base).execute()
  // Read after the item has begun: who must leave for it is out from its first instant.
  const recorded = await findRecordedMeeting(tx, meeting.id)
  const ground = recorded && (await findMeetingGround(tx, recorded))
  const quorum = JSON.stringify(ground ? itemEvidence(ground, at) : {})
  await tx.updateTable('meetings.item_time').set({ quorum }).where('id', '=', id).execute()
  return id
}

/** The quorum of the body that called, and beside it that of each body of a joint meeting. */
function itemEvidence(ground: MeetingGround, at: Temporal.Instant) {
  const bodies = ground.tables.map((own) => ({ body: own.meeting.body.id, ...quorumEvidence(own.quorum, at) }))
  return { ...quorumEvidence(ground.quorum, at), ...(bodies.length === 0 ? {} : { bodies }) }
}

/** From one item of Part 2 to another nothing changes for the public: what goes on there, and when, is not for them. */
function changesOfItem(from: Category | undefined, to: Category | undefined): readonly PartChange[] {
  const members = (['meeting', 'items', 'interests', 'motions', 'record'] as const).map((part) => ({ part, category: 'public' as const }))
  const isPrivate = (category: Category | undefined): boolean => category !== undefined && category !== 'public'
  return isPrivate(from) && isPrivate(to) ? members : [...members, { part: 'public', category: 'public' }]
}

/** Sets aside minutes for an item, or none. */
export async function planMinutes(
  needs: Pick<CommandNeeds, 'db'>,
  doer: Doer,
  meetingId: string,
  head: EntryHead,
  input: { readonly item: string; readonly minutes: number | undefined },
): Promise<Result<string, FieldProblem>> {
  return takeEntry(needs, doer, meetingId, head, async (tx, meeting) => {
    await demand(tx, doer, guardedMeeting(meeting), 'record')
    const item = await findItem(tx, meetingId, input.item)
    await tx
      .updateTable('meetings.agenda_item')
      .set({ planned_minutes: input.minutes ?? null })
      .where('id', '=', item.id)
      .execute()
    const { category } = item
    return succeed({
      outcome: item.id,
      changed: [
        { part: 'meeting', category },
        { part: 'items', category },
      ],
    })
  })
}

import { newId } from '#platform/database/ids.ts'
import type { Acting, Writer } from '#platform/database/session.ts'
import { findOpenMeetings } from '../../queries/meetings.ts'

/** A matter that is to come before a body again. */
export interface ReturningMatter {
  readonly body: string
  /** As the plan names it; at most 200 characters. */
  readonly title: string
  readonly summary: string
  /** The first day on which it is to come back. */
  readonly notBefore: Temporal.PlainDate
  /** Why, as the history of the item says it. */
  readonly reason: string
}

/**
 * Puts a matter on the forward plan of a body at its first meeting on or after a day (P7, P8), in the transaction of what asks for it: as the clerk of the
 * body, or as the system. Undefined where no such meeting is planned yet.
 */
export async function bringBack(
  tx: Writer,
  acting: Acting,
  { body, title, summary, notBefore, reason }: ReturningMatter,
): Promise<{ readonly planItem: string; readonly meeting: string } | undefined> {
  const from = Temporal.PlainDate.compare(notBefore, acting.today) < 0 ? acting.today : notBefore
  const meeting = (await findOpenMeetings(tx, body, from)).find(({ kind }) => kind !== 'development_day' && kind !== 'workshop')
  if (!meeting || acting.actor === undefined) return undefined
  const planItem = newId()
  await tx
    .insertInto('meetings.plan_item')
    .values({
      ...{ id: planItem, body, title, summary, purpose: 'discussion', meeting: meeting.id },
      ...{ sight: 'members', state: 'accepted', nominated_by: acting.actor, nominated_at: acting.now },
    })
    .execute()
  await tx
    .insertInto('meetings.plan_move')
    .values({ id: newId(), plan_item: planItem, from_meeting: null, to_meeting: meeting.id, reason, at: acting.now, actor: acting.actor })
    .execute()
  return { planItem, meeting: meeting.id }
}

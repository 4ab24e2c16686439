import { readAs } from '#platform/database/session.ts'
import { movePlanItem, withdrawPlanItem } from '../commands/plan/plan-item.ts'
import { showPlanItems } from '../commands/plan/show-plan.ts'
import type { Doer, MeetingsNeeds } from '../needs.ts'
import { findOpenMeetings } from '../queries/meetings.ts'
import { findPlan, type PlanItem } from '../queries/plan.ts'
import { findShowable } from '../queries/plan-showing.ts'
import { done } from './play.ts'

/**
 * Deals with the standing items that placed themselves at meetings of the sample: those of each meeting were taken under other items; of the rest one was
 * missed and waits for the clerk, and the others were moved to the next meeting.
 */
export async function settleStanding(needs: MeetingsNeeds, clerk: Doer, body: string): Promise<void> {
  const { items, open } = await readAs(needs.db, clerk, async (reader) => ({
    items: await findPlan(reader, body, clerk.now),
    open: await findOpenMeetings(reader, body, clerk.today),
  }))
  const next = open.at(-1)?.id
  const isOver = ({ heldOn }: PlanItem): boolean => heldOn !== null && Temporal.PlainDate.compare(heldOn, clerk.today) <= 0
  const standing = items.filter(({ standingKey, state }) => standingKey !== '' && state === 'accepted')
  const missed = standing.find((item) => item.dueMeeting === null && isOver(item))
  for (const item of standing) {
    const { id, version } = item
    if (item.dueMeeting !== null && item.meeting !== next)
      done('leave out', await withdrawPlanItem(needs, clerk, body, id, { reason: 'Taken under the other items of this agenda', version }))
    else if (item.dueMeeting === null && isOver(item) && item !== missed && next !== undefined)
      done('move', await movePlanItem(needs, clerk, body, id, { meeting: next, reason: 'The reports were not ready', version }))
  }
}

/** Shows everybody what is planned, but for the newest item, which waits for the clerk. */
export async function showPlan(needs: MeetingsNeeds, clerk: Doer, body: string): Promise<void> {
  const items = (await readAs(needs.db, clerk, (reader) => findShowable(reader, body))).slice(0, -1).map(({ id }) => id)
  if (items.length > 0) done('show the plan', await showPlanItems(needs, clerk, body, items))
}

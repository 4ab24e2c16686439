import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import type { FieldProblem, Result } from '#platform/result.ts'
import { succeed } from '#platform/result.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { guardedPlan } from '../../queries/plan.ts'
import { findBoardsAhead, findStandingFacts } from '../../queries/standing-places.ts'
import { type Placing, placeStanding } from '../../rules/standing-places.ts'

/** Why an item of the plan was moved or dropped, where the terms did it and nobody else. */
export const placedBecause = {
  due: 'Due by the terms of reference',
  moved: 'Its meeting is no longer held in the time in which it is due',
  'not-in-terms': 'The terms in force on the day of the meeting no longer name it',
  'meeting-gone': 'Its meeting is not held',
} as const

/** Puts every standing item of a board on the plan where it is due (G11), in the transaction of what changed its meetings. Answers how many were placed. */
export async function placeStandingItems(tx: Writer, doer: Doer, body: string): Promise<number> {
  const placings = placeStanding(await findStandingFacts(tx, body, doer.today))
  for (const placing of placings) await perform(tx, doer, body, placing)
  if (placings.length > 0)
    await appendAudit(tx, {
      actor: doer.actor,
      act: 'plan.standing-placed',
      subjectType: 'body',
      subject: body,
      content: String(placings.length),
    })
  return placings.length
}

async function perform(tx: Writer, doer: Doer, body: string, placing: Placing): Promise<void> {
  if (placing.kind === 'add') return add(tx, doer, body, placing)
  const item = await tx
    .selectFrom('meetings.plan_item')
    .select(['meeting', 'version'])
    .where('id', '=', placing.id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!item) return
  const change =
    placing.kind === 'move' ? { meeting: placing.to, by_hand: false } : { state: 'withdrawn', reason: placedBecause[placing.why] }
  await tx
    .updateTable('meetings.plan_item')
    .set({ ...change, version: item.version + 1 })
    .where('id', '=', placing.id)
    .execute()
  if (placing.kind === 'move') await keepMove(tx, doer, placing.id, { from: item.meeting, to: placing.to, reason: placedBecause.moved })
}

async function add(tx: Writer, doer: Doer, body: string, { item, due, meeting }: Placing & { readonly kind: 'add' }): Promise<void> {
  const id = newId()
  const inPeriod = 'from' in due
  // Two people who plan at the same moment place an item once.
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('meetings.plan_item')
    .values({
      id,
      body,
      title: item.title,
      lead: item.from ?? '',
      purpose: 'information',
      meeting,
      sight: 'members',
      state: 'accepted',
      standing_key: item.key,
      due_from: inPeriod ? due.from : null,
      due_until: inPeriod ? due.until : null,
      due_meeting: inPeriod ? null : due.meeting,
      nominated_at: doer.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if ((numInsertedOrUpdatedRows ?? 0n) > 0n && inPeriod)
    await keepMove(tx, doer, id, { from: null, to: meeting, reason: placedBecause.due })
}

async function keepMove(
  tx: Writer,
  doer: Doer,
  item: string,
  { from, to, reason }: { readonly from: string | null; readonly to: string | null; readonly reason: string },
): Promise<void> {
  await tx
    .insertInto('meetings.plan_move')
    .values({ id: newId(), plan_item: item, from_meeting: from, to_meeting: to, reason, at: doer.now, actor: doer.actor })
    .execute()
}

/** The same because the clerk asks for it: after new terms, or before the daily job has come round. */
export async function placeStandingNow(needs: Pick<CommandNeeds, 'db'>, doer: Doer, body: string): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, guardedPlan(body), 'add')
    await placeStandingItems(tx, doer, body)
    return succeed(null)
  })
}

/** The same for every board with meetings ahead, once a day: terms change, and a year goes on. Answers how many items were placed. */
export async function placeStandingEverywhere(tx: Writer, doer: Doer): Promise<number> {
  let placed = 0
  for (const body of await findBoardsAhead(tx, doer.today)) placed += await placeStandingItems(tx, doer, body)
  return placed
}

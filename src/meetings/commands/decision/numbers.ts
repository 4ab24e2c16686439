import { sql } from 'kysely'
import type { Writer } from '#platform/database/session.ts'
import type { MeetingGround } from '../../queries/record.ts'
import { decisionNumber } from '../../rules/decision.ts'

/**
 * Takes the next number of the scheme of the body that decides; two clerks at once wait for one another.
 * @param keeper - the body whose clerk keeps the record: the one that called
 */
export async function nextNumber(tx: Writer, { meeting, terms }: MeetingGround, keeper: string): Promise<string> {
  const scheme = terms?.decisionNumbers.value ?? null
  if (scheme === null) return ''
  const before = await tx
    .selectFrom('meetings.decision')
    .select((row) => row.fn.countAll<bigint>().as('count'))
    .where('meeting', '=', meeting.id)
    .where('of_body', '=', meeting.body.id)
    .executeTakeFirstOrThrow()
  if (!scheme.runsOn) return decisionNumber(scheme, Number(before.count) + 1, meeting.heldOn)
  if (meeting.body.id !== keeper) return decisionNumber(scheme, await takeNumberFor(tx, meeting, scheme.start ?? 1), meeting.heldOn)
  return decisionNumber(scheme, await takeNumber(tx, meeting.body.id, 'decision', scheme.start ?? 1, 1), meeting.heldOn)
}

/** The same for a body that decides at another's table: the database asks whether it meets there. */
async function takeNumberFor(tx: Writer, { id, body }: MeetingGround['meeting'], start: number): Promise<number> {
  const row = await tx.selectNoFrom(sql<number>`meetings.take_number_for(${id}, ${body.id}, ${start})`.as('next')).executeTakeFirstOrThrow()
  return row.next
}

/** Takes `count` numbers of a series that runs on across meetings, and hands back the first. `start` counts where the series is new. */
async function takeNumber(tx: Writer, body: string, series: 'decision' | 'minute', start: number, count: number): Promise<number> {
  await tx
    .insertInto('meetings.number_series')
    .values({ body, series, next: start })
    .onConflict((conflict) => conflict.columns(['body', 'series']).doNothing())
    .execute()
  const row = await tx
    .updateTable('meetings.number_series')
    .set((set) => ({ next: set('next', '+', count) }))
    .where('body', '=', body)
    .where('series', '=', series)
    .returning('next')
    .executeTakeFirstOrThrow()
  return row.next - count
}

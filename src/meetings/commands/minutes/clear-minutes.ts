import { findOffices } from '#governance/public-data.ts'
import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { Conflict } from '#platform/refusals.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import type { Minutes } from '../../queries/minutes.ts'
import { holdMinutes } from './hold-minutes.ts'

/**
 * The chair clears the draft as it stands (M12). A later change of the text asks for another clearance.
 * @throws Conflict where the text is another one than the chair has read
 */
export async function clearMinutes(needs: Pick<CommandNeeds, 'db'>, doer: Doer, meeting: string, version: number): Promise<void> {
  await writeAs(needs.db, doer, async (tx) => {
    const { minutes } = await holdMinutes(tx, doer, meeting, 'clear', 'clear')
    if (minutes.version !== version) throw new Conflict('The draft has been changed since you read it.')
    await keepClearance(tx, doer, minutes, true)
  })
}

/** Keeps that the chair has cleared exactly this text. */
export async function keepClearance(tx: Writer, doer: Doer, minutes: Minutes, byChair: boolean): Promise<void> {
  const chair = (await findOffices(tx, minutes.body, doer.today)).find(({ role }) => role === 'chair')
  const { id, meeting, body, version } = minutes
  await tx
    .insertInto('meetings.minutes_clearance')
    .values({
      id: newId(),
      minutes: id,
      meeting,
      body,
      edition: version,
      cleared_by: chair?.person.name ?? 'The chair',
      by_chair: byChair,
      at: doer.now,
      actor: doer.actor,
    })
    .execute()
  await appendAudit(tx, { actor: doer.actor, act: 'minutes.cleared', subjectType: 'meeting', subject: meeting, content: String(version) })
}
